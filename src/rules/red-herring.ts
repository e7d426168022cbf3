import { object } from 'valibot'
import { isEnglish, rule } from '../lint/rule.ts'
import { topOf } from '../postmortem/place.ts'

export const redHerring = rule({
  id: 'red-herring',
  summary: 'Paths that misled are told, or it is said that there were none.',
  why: `The course asks for misleading investigation paths: they cost the time that the next incident can save. Where nothing
misled, "no misleading paths" is an answer.`,
  severity: 'warning',
  options: object({}),
  // What was looked at and assumed is the same part of the story.
  silences: ['investigation-actions'],
  examples: [
    {
      text: `# Quotes were old, 3 May 2024

## Timeline (UTC)

- 09:10: an alert fires on old quotes.
- 09:40: the feed is restarted.
`,
      says: ['1: No path that misled is told, and none is denied'],
    },
    {
      text: `# Quotes were old, 3 May 2024

## Timeline (UTC)

- 09:10: an alert fires on old quotes.
- 09:20: an attack is suspected and ruled out.
- 09:40: the feed is restarted.
`,
      says: [],
    },
  ],

  *check(doc) {
    if (doc.evidence.falseLead || !isEnglish(doc)) return
    yield {
      at: topOf(doc),
      whole: true,
      message: 'No path that misled is told, and none is denied',
      note: 'What was suspected and ruled out, or: "There were no misleading paths."',
    }
  },
})
