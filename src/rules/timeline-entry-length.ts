import { description, integer, minValue, number, object, optional, pipe } from 'valibot'
import { rule } from '../lint/rule.ts'

const count = pipe(number(), integer(), minValue(1))

export const timelineEntryLength = rule({
  id: 'timeline-entry-length',
  summary: 'A timeline entry is one or two sentences.',
  why: `The course task asks for a time and one or two sentences: a timeline is read to see what followed what, and an entry
of a paragraph hides that. What needs explaining has its place in the section on the cause. Code is not counted, nor are
details in blocks below the entry.`,
  severity: 'warning',
  options: object({
    sentences: pipe(optional(count, 2), description('Most sentences of an entry.')),
    words: pipe(optional(count, 45), description('Most words of an entry.')),
  }),
  examples: [
    {
      text: `# Cache was cold, 3 May 2024

## Timeline (UTC)

- 09:10: The cache is emptied. Pages take ten seconds. Nobody knows why. The cache is warmed by hand.
- 09:40: Pages are fast again.
`,
      says: ['5: The entry has 4 sentences'],
    },
    {
      about: 'Abbreviations and versions end no sentence.',
      text: `# Cache was cold, 3 May 2024

## Timeline (UTC)

- 09:10: Version 1.4.2 empties the cache, e.g. of the front page. Pages take ten seconds.
- 09:40: Pages are fast again.
`,
      says: [],
    },
  ],

  *check({ timeline: { entries }, entrySizes = [] }, limits) {
    for (const [i, { block }] of entries.entries()) {
      const { sentences = 0, words = 0 } = entrySizes[i] ?? {}
      if (sentences > limits.sentences)
        yield { at: block.at, message: `The entry has ${sentences} sentences` }
      else if (words > limits.words) yield { at: block.at, message: `The entry has ${words} words` }
    }
  },
})
