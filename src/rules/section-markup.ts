import { object } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'
import { sourceAt } from '../postmortem/place.ts'
import type { Postmortem, Section } from '../postmortem/postmortem.ts'

export const sectionMarkup = rule({
  id: 'section-markup',
  summary: 'Titles of sections are headings.',
  why: `A heading can be linked to, is listed in the outline that GitHub shows, and is what screen readers jump between; a
line in bold or a line that ends in a colon only looks like one. A third of the course papers that this project was built on
have no heading at all. A label with its text beside it ("**Impact:** 30 % of users") is a field and may stay.`,
  severity: 'warning',
  options: object({}),
  examples: [
    {
      text: `# Mail was late, 3 May 2024

**Issue Summary:**

Mail was two hours late.

Timeline:
- 09:10 UTC: the queue grows.
`,
      says: [
        '3: `Issue Summary:` is bold text, not a heading',
        '7: `Timeline:` is plain text, not a heading',
      ],
    },
    {
      text: `# Mail was late, 3 May 2024

## Issue Summary

- **Duration:** two hours
- **Impact:** all mail was late

## Timeline

- 09:10 UTC: the queue grows.
`,
      says: [],
    },
  ],

  *check(doc) {
    for (const section of doc.sections) {
      if (section.form === 'heading' || section.form === 'label') continue
      if (section.kinds.length === 0 && section.side === undefined) continue
      const block = doc.blocks[section.block]
      yield {
        at: block?.at ?? section.title.at,
        message: `${quoted(section.title.value)} is ${section.form} text, not a heading`,
        ...heading(doc, section),
      }
    }
  },
})

/** The title as a heading of the level that the document's other sections have, where it stands on a line of its own. */
function heading({ source, blocks, sections }: Postmortem, section: Section): { expected?: string[] } {
  const block = blocks[section.block]
  if (block?.node.type !== 'paragraph' || block.at.start.line !== block.at.end.line) return {}
  const before = source.slice((block.at.start.offset ?? 0) - block.at.start.column + 1, block.at.start.offset)
  if (before.trim() !== '') return {}
  const peer = sections.find(({ form, kinds }) => form === 'heading' && kinds.length > 0)
  const level = (peer && blocks[peer.block]?.depth) ?? 2
  const title = sourceAt(source, block.at)
    .replace(/^(?:\*\*|__)/, '')
    .replace(/[\s:]*(?:\*\*|__)?[\s:]*$/, '')
  return { expected: [`${'#'.repeat(level)} ${title}`] }
}
