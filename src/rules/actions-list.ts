import { description, integer, minValue, number, object, optional, pipe } from 'valibot'
import { rule } from '../lint/rule.ts'
import type { Section } from '../postmortem/postmortem.ts'

export const actionsList = rule({
  id: 'actions-list',
  summary: 'The measures are a list of tasks.',
  why: `The course task asks for specific tasks, like a TODO, and every template of the industry has a list or a table of
them: a task that stands in a paragraph is neither assigned nor ticked off. "None, because ..." is an answer too.`,
  severity: 'error',
  options: object({
    min: pipe(optional(pipe(number(), integer(), minValue(1)), 1), description('Fewest tasks.')),
  }),
  examples: [
    {
      text: `# Export failed, 3 May 2024

## Corrective and preventative measures

Exports should be tested, and the disk should be watched.
`,
      says: ['3: The measures are running text, not a list of tasks'],
    },
    {
      about: 'A hyphen without a space is no bullet.',
      text: '# Export failed, 3 May 2024\n\n## Next steps\n\n-Watch the disk.\n-Test exports.\n',
      says: ['5: The tasks are lines of one paragraph: these are no bullets of Markdown'],
    },
    {
      text: `# Export failed, 3 May 2024

## Corrective and preventative measures

The disk was never watched.

- Add an alert at 80 % of the disk.
- Test exports with a full disk.
`,
      says: [],
    },
    {
      text: '# Export failed, 3 May 2024\n\n## Next steps\n\nNo action, because the product is retired in June.\n',
      says: [],
    },
  ],

  *check({ sections, actions: { form, items, denied } }, { min }) {
    const told = sections.filter((section) => isOfTasks(section, sections))
    const [section] = told
    const [first] = items
    if (!section || denied || told.every(({ body }) => body.length === 0)) return
    const note = 'One bullet for each task: `- Add an alert at 80 % of the disk.`'
    if (form === 'none' || form === 'paragraphs')
      yield {
        at: section.title.at,
        whole: true,
        message: 'The measures are running text, not a list of tasks',
        note,
      }
    else if (first && items.every(({ block }) => block.form === 'item' && block.node.type === 'paragraph'))
      yield {
        at: first.block.at,
        whole: true,
        message: 'The tasks are lines of one paragraph: these are no bullets of Markdown',
        note,
      }
    else if (items.length < min)
      yield {
        at: section.title.at,
        whole: true,
        message: `${items.length} of at least ${min} tasks`,
        note,
      }
  },
})

/** A label ("Follow-up: ...") or a part of the lessons may tell one measure in a sentence. */
function isOfTasks({ kinds, form, parent }: Section, sections: readonly Section[]): boolean {
  if (!kinds.includes('actions') || form === 'label') return false
  const around = parent === undefined ? [] : (sections[parent]?.kinds ?? [])
  return around.length === 0 || around.includes('actions')
}
