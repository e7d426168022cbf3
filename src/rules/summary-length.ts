import { description, integer, minValue, number, object, optional, pipe } from 'valibot'
import { rule } from '../lint/rule.ts'

export const summaryLength = rule({
  id: 'summary-length',
  summary: 'The summary is short.',
  why: `The summary is often all that executives read, as the course task says; PagerDuty's
[template](https://response.pagerduty.com/after/post_mortem_template/) asks for a short sentence or two. Tables and sections
of their own are not counted.`,
  severity: 'info',
  options: object({
    max: pipe(optional(pipe(number(), integer(), minValue(1)), 150), description('Most words.')),
  }),
  examples: [
    {
      options: { max: 20 },
      text: `# Pages were slow, 3 May 2024

## Summary

From 10:00 to 10:40 UTC pages took four seconds instead of one. The cache had been emptied by the nightly job.
`,
      says: ['3: The summary has 21 words, more than 20'],
    },
    {
      options: { max: 20 },
      text: `# Pages were slow, 3 May 2024

## Summary

From 10:00 to 10:40 UTC pages took four seconds instead of one.

| Start | End |
| --- | --- |
| 10:00 UTC, when the first page was slow | 10:40 UTC |

## Impact

All pages were slow.
`,
      says: [],
    },
  ],

  *check({ lengths }, { max }) {
    const summary = lengths?.summary
    if (summary && summary.words > max)
      yield {
        at: summary.at,
        message: `The summary has ${summary.words} words, more than ${max}`,
        note: 'Consider to keep when, what was harmed, how much and why, and to leave the rest to the other sections.',
      }
  },
})
