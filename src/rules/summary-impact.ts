import { object } from 'valibot'
import { isEnglish, rule } from '../lint/rule.ts'
import { openingOf } from '../postmortem/place.ts'

export const summaryImpact = rule({
  id: 'summary-impact',
  summary: 'The summary says what users or a service suffered.',
  why: `The course task asks which service was down or slow and what users experienced; PagerDuty's guide asks for it in the
first sentences. "We had problems" leaves the reader to guess. A section or a label on the impact says it as well.`,
  severity: 'warning',
  options: object({}),
  examples: [
    {
      text: `# Trouble on 3 May 2024

## Summary

From 09:10 to 10:40 UTC we had a bad morning.
`,
      says: ['3: The summary does not say what users or a service suffered'],
    },
    {
      text: `# Trouble on 3 May 2024

## Summary

From 09:10 to 10:40 UTC logins returned errors.
`,
      says: [],
    },
  ],

  *check(doc) {
    const at = openingOf(doc, 'summary')
    const told = doc.account?.harm ?? doc.evidence.impactQuantified ?? openingOf(doc, 'impact')
    if (!at || told || !isEnglish(doc)) return
    yield {
      at,
      whole: true,
      message: 'The summary does not say what users or a service suffered',
      note: 'Which service, and what its users saw: "Logins returned errors."',
    }
  },
})
