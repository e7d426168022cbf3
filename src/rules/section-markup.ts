import { object } from 'valibot'
import { heading, quoted, rule } from '../lint/rule.ts'
import { standsAlone } from '../postmortem/place.ts'
import type { Block, Section, SectionKind, Title } from '../postmortem/postmortem.ts'

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
    let main: readonly SectionKind[] = []
    const above = headingsAbove(blocks, sections)
    for (const section of sections.filter(({ form }) => form !== 'label')) {
      const line = blocks[section.block]
      const isTitle = standsForItself(section, main, above[section.block], top)
      if (isTitle) main = section.kinds
      const lacksSpace = section.form === 'heading' && line?.node.type === 'paragraph'
      if (!line || !(lacksSpace || (isTitle && section.form !== 'heading'))) continue
      const shown = quoted(section.title.value)
      yield {
        at: line.at,
        message: lacksSpace
          ? `${shown} has no space after its hash signs: it is no heading`
          : `${shown} is ${section.form} text, not a heading`,
        ...(standsAlone(source, line) && {
          expected: [heading(lacksSpace ? line.depth : level, line.text.replace(/:$/, '').trimEnd())],
        }),
      }
    }
  },
})

/**
 * For each block the section that the last heading before it opens; null for a heading that opens none, such as a time.
 */
function headingsAbove(blocks: readonly Block[], sections: readonly Section[]) {
  const opened = new Map(sections.map((section) => [section.block, section]))
  let heading: Section | null | undefined
  return blocks.map(({ form }, index) => {
    const above = heading
    if (form === 'heading') heading = opened.get(index) ?? null
    return above
  })
}

/** Not a part: "Tasks" in the measures, "Impact" in the summary, anything below the heading of a time or a component. */
function standsForItself(
  { kinds }: Section,
  main: readonly SectionKind[],
  above: Section | null | undefined,
  top: Title | undefined,
): boolean {
  if (above === null || (above?.kinds.length === 0 && above.title.at !== top?.at)) return false
  const parts = above?.kinds.includes('summary') ? ['impact', 'cause'] : []
  return kinds.some((kind) => !main.includes(kind) && !above?.kinds.includes(kind) && !parts.includes(kind))
}
