import { description, integer, minValue, number, object, optional, pipe } from 'valibot'
import { rule } from '../lint/rule.ts'

export const sentenceLength = rule({
  id: 'sentence-length',
  summary: 'Sentences are short enough to be read once.',
  why: `A sentence of more than forty words is most often two or three. Formulas for readability are no better guide: they see
hostnames as hard words and lists as one sentence. Lists, tables, code and what stands in parentheses are not counted, and a
colon or a semicolon ends a sentence here.`,
  severity: 'info',
  options: object({
    max: pipe(optional(pipe(number(), integer(), minValue(25)), 40), description('Most words.')),
  }),
  examples: [
    {
      options: { max: 25 },
      text: `# Pages were slow, 3 May 2024

At ten the cache was emptied by the nightly job that had been moved to the morning, after which every page was built anew
from a database that had been sized for a tenth of the load.
`,
      says: ['3: The sentence has 37 words, more than 25'],
    },
    {
      about: 'Parentheses, code and abbreviations.',
      options: { max: 25 },
      text: `# Pages were slow, 3 May 2024

At ten the cache was emptied (by the nightly job, which had been moved to the morning the week before, on the same day as
the change), and pages took four seconds. It affected version 2.4.1 vs. 2.3 on web-01.acme.io; nobody was called, and the
job ended by itself at eleven.
`,
      says: [],
    },
  ],

  *check({ lengths }, { max }) {
    for (const { words, at } of lengths?.sentences ?? [])
      if (words > max)
        yield {
          at,
          message: `The sentence has ${words} words, more than ${max}`,
          note: 'Consider a full stop for one of its commas.',
        }
  },
})
