import { object } from 'valibot'
import { heading, quoted, rule } from '../lint/rule.ts'
import { standsAlone, topOf } from '../postmortem/place.ts'

export const documentTitle = rule({
  id: 'document-title',
  summary: 'A heading at the top names the incident.',
  why: `Postmortems are read again when something similar happens, often found by their titles alone in a list of files or
search results: "Postmortem" tells nothing there, "Checkout failed, 9 May 2024" tells all. A title in the front matter
counts.`,
  severity: 'warning',
  options: object({}),
  examples: [
    {
      text: '# Postmortem report\n\n## Summary\n\nNobody could pay for an hour.\n',
      says: ['1: `Postmortem report` names no incident'],
    },
    {
      text: '**Postmortem: checkout failed**\n\n## Summary\n\nNobody could pay for an hour.\n',
      says: ['1: The title is bold text, not a heading'],
    },
    {
      text: '## Summary\n\nNobody could pay for an hour.\n',
      says: ['1: The document has no title'],
    },
    {
      text: '---\ntitle: Checkout failed, 9 May 2024\n---\n\n## Summary\n\nNobody could pay for an hour.\n',
      says: [],
    },
  ],

  *check(doc) {
    const { source, title, blocks } = doc
    const block = blocks.find(({ at }) => at === title?.at)
    const note = 'Name what failed and when: "# Checkout failed, 9 May 2024".'
    if (!title) yield { at: topOf(doc), whole: true, message: 'The document has no title', note }
    else if (title.general) yield { at: title.at, message: `${quoted(title.value)} names no incident`, note }
    else if (title.form === 'bold' || title.form === 'plain')
      yield {
        at: title.at,
        message: `The title is ${title.form} text, not a heading`,
        ...(block && standsAlone(source, block) && { expected: [heading(1, title.value)] }),
      }
  },
})
