import { array, description, object, optional, picklist, pipe } from 'valibot'
import { rule } from '../lint/rule.ts'
import { type ActionType, actionTypes } from '../postmortem/postmortem.ts'

export const actionType = rule({
  id: 'action-type',
  summary: 'Among the tasks are some that prevent or detect the next incident.',
  why: `Google's template for postmortems has a type for each action item: prevent, detect, mitigate, process, repair. A list
that only repairs leaves the way open for the same to happen again, unseen. The type is read from a column "Type", else from
the words of the task.`,
  severity: 'off',
  options: object({
    asked: pipe(
      optional(array(picklist(actionTypes)), ['prevent', 'detect']),
      description('Types of which at least one task is to be.'),
    ),
  }),
  examples: [
    {
      text: `# Index was lost, 3 May 2024

## Next steps

- Restore the index of last week
- Document the restore
`,
      says: ['5: No task prevents or detects the next incident'],
    },
    {
      text: `# Index was lost, 3 May 2024

## Next steps

- Restore the index of last week
- Alert when the index shrinks by more than 10 %
`,
      says: [],
    },
    {
      about: 'What a task is for is not always plain from its words; then nothing is said.',
      text: `# Index was lost, 3 May 2024

## Next steps

- Restore the index of last week
- Give each index a second copy
`,
      says: [],
    },
  ],

  *check({ actions: { items } }, { asked }) {
    const [first] = items
    // of what is not known nothing is said
    if (!first || items.some(({ type }) => !type || asked.includes(type))) return
    const verbs = asked.map((type) => does[type]).join(' or ')
    yield { at: first.block.at, whole: true, message: `No task ${verbs} the next incident` }
  },
})

const does: Readonly<Record<ActionType, string>> = {
  prevent: 'prevents',
  detect: 'detects',
  mitigate: 'mitigates',
  repair: 'repairs',
  process: 'is about the process for',
}
