import { object } from 'valibot'
import { rule, tasksWithout } from '../lint/rule.ts'

export const actionDue = rule({
  id: 'action-due',
  summary: 'Each open task has a date.',
  why: `AWS asks for a due date for each action of a correction of error, and Atlassian holds priority actions to four or eight
weeks. A date, a quarter or "within two weeks" counts, also in the title above the list.`,
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
      says: ['5: None of 2 open tasks has a date'],
    },
    {
      text: `# Disk was full, 3 May 2024

## Next steps

- Add an alert at 80 % of the disk by 1 June
- Delete old logs every night
`,
      says: ['6: `Delete old logs every night` has no date'],
    },
    {
      text: `# Disk was full, 3 May 2024

## Next steps

- Add an alert at 80 % of the disk by 1 June
`,
      says: [],
    },
  ],

  check: (doc) => tasksWithout(doc, 'a date', ({ due }) => due !== undefined, 'For example: "by 1 June".'),
})
