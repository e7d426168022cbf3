import { object } from 'valibot'
import { rule, tasksWithout } from '../lint/rule.ts'

export const actionTicket = rule({
  id: 'action-ticket',
  summary: 'Each open task refers to a ticket.',
  why: `PagerDuty's guide asks for a ticket for each action item, so that it is planned with other work and not forgotten in a
document. A link to an issue or a pull request, \`#12\` or \`OPS-12\` counts, also in the title above the list.`,
  severity: 'off',
  options: object({}),
  examples: [
    {
      about: 'One finding where no task has it.',
      text: `# Disk was full, 3 May 2024

## Next steps

- Add an alert at 80 % of the disk
- Delete old logs every night
`,
      says: ['5: None of 2 open tasks has a ticket'],
    },
    {
      text: `# Disk was full, 3 May 2024

## Next steps

- Add an alert at 80 % of the disk (OPS-12)
- Delete old logs every night
`,
      says: ['6: `Delete old logs every night` has no ticket'],
    },
    {
      text: `# Disk was full, 3 May 2024

## Next steps

- Add an alert at 80 % of the disk (OPS-12)
`,
      says: [],
    },
  ],

  check: (doc) =>
    tasksWithout(doc, 'a ticket', ({ ticket }) => ticket !== undefined, 'For example: "OPS-12".'),
})
