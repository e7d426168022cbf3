import { object } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'
import type { Block } from '../postmortem/postmortem.ts'

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

  *check({ blocks, sections }) {
    for (const [i, section] of sections.entries()) {
      const title = blocks[section.block]
      const next = sections[i + 1]
      if (section.form === 'label' || !title || saysItself(title) || section.body.some(isContent)) continue
      if (next && section.kinds.some((kind) => next.kinds.includes(kind))) continue
      yield {
        at: section.title.at,
        message: title.text ? `${quoted(title.text)} has nothing below it` : 'A heading has no text',
        note: 'Say what there is to say, if only "None", or take the title out.',
      }
    }
  },
})

/** "Summary: no name resolved". */
const saysItself = ({ text }: Block): boolean => /:\s*\S/.test(text)

const isContent = ({ form, text }: Block): boolean => form === 'figure' || text.trim() !== ''
