import { object } from 'valibot'
import { isEnglish, rule } from '../lint/rule.ts'
import { openingOf } from '../postmortem/place.ts'

export const resolutionSteps = rule({
  id: 'resolution-steps',
  summary: 'The resolution says what was done.',
  why: `The course task asks in detail how the issue was fixed, and PagerDuty's template for the steps of the resolution:
"it was fixed" helps nobody who meets the same failure again.`,
  severity: 'warning',
  options: object({}),
  examples: [
    {
      text: `# Labels were lost, 3 May 2024

## Resolution

The issue was fixed in the morning.
`,
      says: ['3: The resolution names no step that was taken'],
    },
    {
      text: `# Labels were lost, 3 May 2024

## Resolution

Release 4.2 was rolled back in the morning.
`,
      says: [],
    },
  ],

  *check(doc) {
    const at = openingOf(doc, 'resolution')
    const told = doc.sections.some(({ kinds, body }) => kinds.includes('resolution') && body.length > 0)
    if (!at || !told || doc.account?.repair || !isEnglish(doc)) return
    yield {
      at,
      whole: true,
      message: 'The resolution names no step that was taken',
      note: 'What was changed, and where: "Release 4.2 was rolled back."',
    }
  },
})
