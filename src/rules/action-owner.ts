import { object } from 'valibot'
import { rule, tasksWithout } from '../lint/rule.ts'

export const actionOwner = rule({
  id: 'action-owner',
  summary: 'Each open task has an owner.',
  why: `PagerDuty's guide and Google's SRE workbook ask for one owner for each action item: what everybody is to do, nobody does. A
person, a handle, a role or a team counts, in the text or in a column. Published postmortems mostly keep owners in the
tracker, so teams switch this rule on.`,
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
      says: ['5: None of 2 open tasks has an owner'],
    },
    {
      text: `# Disk was full, 3 May 2024

## Next steps

- Add an alert at 80 % of the disk (owner: storage team)
- Delete old logs every night
`,
      says: ['6: `Delete old logs every night` has no owner'],
    },
    {
      text: `# Disk was full, 3 May 2024

## Next steps

- Add an alert at 80 % of the disk (owner: storage team)
`,
      says: [],
    },
  ],

  check: (doc) =>
    tasksWithout(doc, 'an owner', ({ owner }) => owner !== undefined, 'For example: "Owner: Ada Lovelace".'),
})
