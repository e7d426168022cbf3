import { object } from 'valibot'
import { isEnglish, rule } from '../lint/rule.ts'
import { topOf } from '../postmortem/place.ts'

export const resolutionValidated = rule({
  id: 'resolution-validated',
  summary: 'The document says how it was confirmed that the fix worked.',
  why: `The course asks for the steps that confirmed the resolution, and the template of DFDS has "verified operational" as a
line of its own. A check counts ("logins were tested"), and so does a measure that is back: "error rate under 0.1 %".`,
  severity: 'warning',
  options: object({}),
  examples: [
    {
      text: `# Sorting was off, 3 May 2024

## Resolution

Release 4.2 was rolled back in the morning.
`,
      says: ['1: Nothing says how it was confirmed that the fix worked'],
    },
    {
      text: `# Sorting was off, 3 May 2024

## Resolution

Release 4.2 was rolled back, and a test search confirmed that results were sorted correctly.
`,
      says: [],
    },
  ],

  *check(doc) {
    if (!isEnglish(doc) || (doc.evidence.validation ?? doc.account?.proof)) return
    yield {
      at: topOf(doc),
      whole: true,
      message: 'Nothing says how it was confirmed that the fix worked',
      note: 'What was looked at: "The error rate stayed under 0.1 % for 30 minutes."',
    }
  },
})
