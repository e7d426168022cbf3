import { object } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'
import type { Block, Section, SectionKind } from '../postmortem/postmortem.ts'

export const emptySection = rule({
  id: 'empty-section',
  summary: 'Sections have content.',
  why: `A title with nothing below it is most often a leftover of a template, and hides that something was never written:
whoever checks that the section is there is satisfied, whoever reads it learns nothing. "None." is content, and so are a
picture, a table, or parts with titles of their own.`,
  severity: 'error',
  options: object({}),
  examples: [
    {
      text: `# DNS was down, 3 May 2024

## Summary

No name resolved for an hour.

## Resolution

## Action items

-
`,
      says: ['7: `Resolution` has nothing below it', '9: `Action items` has nothing below it'],
    },
    {
      text: `# DNS was down, 3 May 2024

## Summary: no name resolved for an hour

## Resolution

### Fix

The zone file was restored.

## Action items

None.
`,
      says: [],
    },
  ],

  *check({ blocks, sections, title }) {
    for (const [i, section] of sections.entries()) {
      const line = blocks[section.block]
      if (!line || line.at === title?.at) continue
      if (line.text === '' && !showsFigure(line, section))
        yield { at: line.at, message: 'A heading has no text' }
      else if (isEmpty(section, line) && !isPart(sections[i + 1], section))
        yield {
          at: line.at,
          message: `${quoted(line.text)} has nothing below it`,
          note: 'Say what there is to say, if only "None", or take the title out.',
        }
    }
  },
})

/** A picture may be all that a heading shows. */
function showsFigure({ at }: Block, { body: [first] }: Section): boolean {
  return first?.form === 'figure' && (first.at.start.offset ?? 0) < (at.end.offset ?? 0)
}

/** Titles without markup are only judged where they are known; "Summary: no name resolved" says itself what it has to. */
function isEmpty({ form, kinds, body }: Section, { text }: Block): boolean {
  if (form === 'label' || (form !== 'heading' && kinds.length === 0) || /:\s*\S/.test(text)) return false
  return !body.some((block) => block.form === 'figure' || block.text.trim() !== '')
}

const phases: ReadonlySet<SectionKind> = new Set(['detection', 'investigation', 'resolution'])

/**
 * Titles of one level may be parts all the same: "Cause" below "Cause and resolution", "Duration" below "Summary",
 * "Detection" below "Timeline".
 */
function isPart(next: Section | undefined, { kinds }: Section): boolean {
  if (!next) return false
  const isOfSummary = next.side === 'meta' || next.kinds.includes('impact')
  const isPhase = next.kinds.some((kind) => phases.has(kind))
  return (
    kinds.some((kind) => next.kinds.includes(kind)) ||
    (kinds.includes('summary') && isOfSummary) ||
    (kinds.includes('timeline') && isPhase)
  )
}
