import { object } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'

export const hedgedCause = rule({
  id: 'hedged-cause',
  summary: 'The cause is known, or said to be unconfirmed.',
  why: `A "probably" in the cause is most often the place where the analysis stopped; PagerDuty's
[reviewers](https://response.pagerduty.com/after/effective_post_mortems/) ask whether it goes down to the underlying causes.
Where the cause cannot be known, the document can say that it is unconfirmed, and where it is followed up. Hypotheses of the
investigation are wanted and left alone.`,
  severity: 'info',
  options: object({}),
  examples: [
    {
      text: `# Orders were lost, 3 May 2024

## Root cause

The rule was likely introduced during maintenance.
`,
      says: ['5: `likely` leaves the cause open'],
    },
    {
      text: `# Orders were lost, 3 May 2024

## Investigation

The leak was probably caused by a worker.

## Root cause

Unconfirmed: a leak, possibly caused by a worker; OPS-9. Restarts were initially thought to be caused by the disk. More
memory is likely to be used.
`,
      says: [],
    },
  ],

  *check({ guesses = [] }) {
    for (const { value, at } of guesses)
      yield {
        at,
        message: `${quoted(value)} leaves the cause open`,
        note: 'Consider to confirm it, or to say that it is unconfirmed: "Unconfirmed: a leak; OPS-9".',
      }
  },
})
