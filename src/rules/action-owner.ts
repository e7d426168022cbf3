import { object } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'

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

  *check({ actions }) {
    const open = actions.items.filter(({ done }) => !done)
    const without = open.filter((item) => !item.owner)
    const [first] = without
    const note = 'For example: "Owner: Ada Lovelace".'
    if (first && open.length > 1 && without.length === open.length)
      yield {
        at: first.block.at,
        whole: true,
        message: `None of ${open.length} open tasks has an owner`,
        note,
      }
    else
      for (const { block, text } of without)
        yield { at: block.at, message: `${quoted(text)} has no owner`, note }
  },
})
