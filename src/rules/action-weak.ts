import { object } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'

export const actionWeak = rule({
  id: 'action-weak',
  summary: 'A task says when it is done.',
  why: `"Improve monitoring" is never done, or done at once. PagerDuty's guide and Google's SRE workbook contrast such verbs
(investigate, consider, improve, review) with tasks that end: "Alert when more than 1 % of requests fail for 5 minutes". A
number, a name, code, a ticket, or a second verb that ends something is enough.`,
  severity: 'warning',
  options: object({}),
  examples: [
    {
      about: 'Nobody can finish to be attentive, whatever it is about.',
      text: `# Queue stuck, 3 May 2024

## Next steps

- Be more attentive when upgrading the queue to 4.2
- Pin the version of the queue
`,
      says: ['5: `Be more` with nothing that says when it is done'],
    },
    {
      text: `# Batch ran late, 3 May 2024

## Next steps

- Improve monitoring
- Review and update the configuration
`,
      says: [
        '5: `Improve` with nothing that says when it is done',
        '6: `Review` with nothing that says when it is done',
      ],
    },
    {
      text: `# Batch ran late, 3 May 2024

## Next steps

- Improve monitoring: alert when a batch runs for more than 20 minutes
- Review the configuration every month
- Investigate the slow query and add an index
`,
      says: [],
    },
  ],

  *check({ actions }) {
    for (const { weak } of actions.items)
      if (weak)
        yield {
          at: weak.at,
          message: `${quoted(weak.value)} with nothing that says when it is done`,
          note: 'A number, a name or a ticket bounds it: "Alert when more than 1 % of requests fail".',
        }
  },
})
