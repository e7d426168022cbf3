import { object } from 'valibot'
import { isEnglish, rule } from '../lint/rule.ts'
import { openingOf } from '../postmortem/place.ts'
import type { Postmortem } from '../postmortem/postmortem.ts'

export const impactQuantified = rule({
  id: 'impact-quantified',
  summary: 'The impact is told with a number.',
  why: `The course task asks what share of the users was affected, and PagerDuty's guide for exact numbers: "many users" may
be ten or a million. A share, a count of users, requests or orders, money, or data lost will do, and so do "all users" and
"no users were affected".`,
  severity: 'warning',
  options: object({}),
  examples: [
    {
      text: `# Checkout was slow, 3 May 2024

## Summary

From 09:10 to 10:40 UTC checkout was slow.

## Impact

Customers waited and went away.
`,
      says: ['7: The impact is told without a number'],
    },
    {
      text: `# Checkout was slow, 3 May 2024

## Summary

From 09:10 to 10:40 UTC checkout was slow for 30 % of customers.
`,
      says: [],
    },
  ],

  *check(doc) {
    const at = placeIn(doc)
    const told = doc.evidence.impactQuantified ?? doc.account?.everybody
    if (told || !at || !isEnglish(doc)) return
    yield {
      at,
      whole: true,
      message: 'The impact is told without a number',
      note: 'A share or a count: "30 % of users", "412 orders". Where nobody knows, the reason is worth a sentence.',
    }
  },
})

/** Where the harm is told: the section on it, else the summary, else where the outage is said to begin. */
function placeIn(doc: Postmortem) {
  const impact = openingOf(doc, 'impact')
  const summary = openingOf(doc, 'summary')
  const start = doc.downtime?.start?.at
  if (impact || !summary || !start) return impact ?? summary ?? start
  return start.start.line < summary.start.line ? start : summary
}
