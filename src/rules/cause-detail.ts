import { description, integer, minValue, number, object, optional, pipe } from 'valibot'
import { rule } from '../lint/rule.ts'

export const causeDetail = rule({
  id: 'cause-detail',
  summary: 'The cause is told in detail.',
  why: `The course task asks to say in detail what caused the issue, and whether there is enough detail is the first thing that
PagerDuty's [reviewers](https://response.pagerduty.com/after/effective_post_mortems/) look for. A mechanism and what set it
off seldom fit into one line. All sections on the cause count together, tables too, and with the resolution where one title
announces both.`,
  severity: 'warning',
  options: object({
    min: pipe(optional(pipe(number(), integer(), minValue(1)), 40), description('Fewest words.')),
  }),
  examples: [
    {
      text: '# Pages were slow, 3 May 2024\n\n## Root cause\n\nA bug in the cache.\n',
      says: ['3: The cause is told in 5 words, fewer than 40'],
    },
    {
      about: 'A label in the summary is no section on the cause.',
      text: `# Pages were slow, 3 May 2024

## Summary

**Root cause:** an empty cache.

## Root cause and resolution

The nightly job that empties the cache had been moved to the morning. Every page was then built anew from a database that
was sized for a tenth of the load, and requests queued up behind it. The job was moved back, and the cache was warmed.
`,
      says: [],
    },
    {
      options: { min: 4 },
      text: '# Pages were slow, 3 May 2024\n\n**Root cause:** a cold cache.\n',
      says: ['3: The cause is told in 3 words, fewer than 4'],
    },
  ],

  *check({ lengths, language }, { min }) {
    const cause = lengths?.cause
    if (cause && cause.words < min && !unspaced.has(language.tag))
      yield {
        at: cause.at,
        message: `The cause is told in ${cause.words} words, fewer than ${min}`,
        note: 'Consider the mechanism, what set it off, and why nothing stopped it.',
      }
  },
})

/** Languages that put no space between words, so that there is nothing to count. */
const unspaced = new Set(['ja', 'zh', 'th'])
