import { object } from 'valibot'
import { isEnglish, rule } from '../lint/rule.ts'
import { openingOf, topOf } from '../postmortem/place.ts'

export const discoveryHow = rule({
  id: 'discovery-how',
  summary: 'The document says how the problem was noticed.',
  why: `Whether an alert, an engineer or a customer was first decides what to improve. The course asks for it by name
(monitoring alert, an engineer noticed, a customer complained), and PagerDuty's guide asks which alert it was. "No alert
fired" is an answer too.`,
  severity: 'warning',
  // An entry that is missing on it is no second finding.
  silences: ['timeline-milestones'],
  options: object({}),
  examples: [
    {
      text: `# Maps were blank, 3 May 2024

## Timeline (UTC)

- 09:10: maps go blank.
- 09:40: maps are drawn again.
`,
      says: ['1: Nothing says how the problem was noticed'],
    },
    {
      text: `# Maps were blank, 3 May 2024

## Timeline (UTC)

- 09:10: an alert fires on blank maps.
- 09:40: maps are drawn again.
`,
      says: [],
    },
  ],

  *check(doc) {
    if (!isEnglish(doc) || (doc.evidence.detection ?? doc.account?.notice)) return
    yield {
      at: openingOf(doc, 'detection') ?? topOf(doc),
      whole: true,
      message: 'Nothing says how the problem was noticed',
      note: 'An alert, an engineer or a customer: "A latency alert called the engineer on call."',
    }
  },
})
