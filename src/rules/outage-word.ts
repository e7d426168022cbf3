import { object } from 'valibot'
import { rule } from '../lint/rule.ts'

export const outageWord = rule({
  id: 'outage-word',
  summary: 'An outage is total.',
  why: `PagerDuty's [advice](https://response.pagerduty.com/after/effective_post_mortems/) is to say "outage" only of what really was
one, since customers take it for all of the service. Most people use the word for less (in a third of published
postmortems), so the rule is off unless a house style asks for it. It speaks once, where summary or impact give a share
below 100 %.`,
  severity: 'off',
  options: object({}),
  examples: [
    {
      text: `# Orders were lost, 3 May 2024

## Summary

The outage lasted an hour: 20% of users could not order.
`,
      says: ['5: `outage` stands for what 20 % were affected by'],
    },
    {
      text: `# Orders were lost, 3 May 2024

## Summary

The partial outage hit 20% of users.
`,
      says: [],
    },
    {
      text: `# Orders were lost, 3 May 2024

## Summary

The outage lasted an hour. At first 20% of users, then all users could not order.
`,
      says: [],
    },
  ],

  *check({ affected, outage }) {
    if (affected && outage && affected.value < 100)
      yield {
        at: outage.at,
        message: `\`outage\` stands for what ${affected.value} % were affected by`,
        note: 'Consider "degradation" or "partial outage".',
      }
  },
})
