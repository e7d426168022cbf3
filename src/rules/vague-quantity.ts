import { object } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'

export const vagueQuantity = rule({
  id: 'vague-quantity',
  summary: 'Who was affected is counted.',
  why: `PagerDuty's [template](https://response.pagerduty.com/after/post_mortem_template/) asks for exact numbers, and the course for
the share of users: "many users" says nothing to whoever must decide how much to spend on the measures. Only summary and
impact are read; a number in the same sentence is enough, and users who report are not counted.`,
  severity: 'warning',
  options: object({}),
  examples: [
    {
      text: `# Orders were lost, 3 May 2024

## Summary

For an hour many users could not order, and several of our customers were charged twice.
`,
      says: ['5: `many users` has no number'],
    },
    {
      text: `# Orders were lost, 3 May 2024

## Summary

For an hour 20 % of orders failed for most users. Some users reported it. About 300 of our customers were charged twice.

## Timeline

- 10:30 UTC: some users see errors.
`,
      says: [],
    },
  ],

  *check({ crowds = [] }) {
    for (const { value, at } of crowds)
      yield {
        at,
        message: `${quoted(value)} has no number`,
        note: 'Consider the share or the count, or why it is unknown: "20 % of users".',
      }
  },
})
