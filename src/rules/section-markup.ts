import { object } from 'valibot'
import { heading, quoted, rule } from '../lint/rule.ts'
import { standsAlone } from '../postmortem/place.ts'

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
      text: '##Issue Summary\n\nMail was two hours late.\n',
      says: ['1: `Issue Summary` has no space after its hash signs: it is no heading'],
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

  *check({ source, blocks, sections, title: top }) {
    const peer = sections.find(({ form, kinds }) => form === 'heading' && kinds.length > 0)
    const level = (peer && blocks[peer.block]?.depth) ?? 2
    for (const { form, kinds, parent, block, title } of sections) {
      const line = blocks[block]
      if (!line) continue
      const isTop = parent === undefined || sections[parent]?.title.at === top?.at
      const isTitle = (form === 'bold' || form === 'plain') && kinds.length > 0 && isTop
      const lacksSpace = form === 'heading' && line.node.type === 'paragraph'
      if (!isTitle && !lacksSpace) continue
      const shown = quoted(title.value)
      yield {
        at: line.at,
        message: lacksSpace
          ? `${shown} has no space after its hash signs: it is no heading`
          : `${shown} is ${form} text, not a heading`,
        ...(standsAlone(source, line) && {
          expected: [heading(lacksSpace ? line.depth : level, line.text.replace(/[\s:]+$/, ''))],
        }),
      }
    }
  },
})
