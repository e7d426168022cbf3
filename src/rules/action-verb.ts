import { object } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'

export const actionVerb = rule({
  id: 'action-verb',
  summary: 'A task says what to do with a verb.',
  why: `PagerDuty's guide asks that action items start with a verb: "Monitoring" is a topic, "Alert when memory is above 90 %"
can be done. A label before the verb is welcome, and so is a sentence that plans ("the team will add"). What is ticked off
needs none.`,
  severity: 'warning',
  options: object({}),
  examples: [
    {
      text: `# Logs were lost, 3 May 2024

## Next steps

- Regular audits of disks
- Add an alert at 80 % of the disk
`,
      says: ['5: `Regular audits of disks` has no verb'],
    },
    {
      text: `# Logs were lost, 3 May 2024

## Next steps

- **Disks:** audit them every week
- An alert at 80 % of the disk should be added
`,
      says: [],
    },
  ],

  *check({ actions }) {
    for (const { bare, block, text } of actions.items)
      if (bare)
        yield {
          at: block.at,
          message: `${quoted(text)} has no verb`,
          note: 'What is to be done comes first: "Add an alert at 80 % of the disk".',
        }
  },
})
