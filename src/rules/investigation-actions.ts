import { object } from 'valibot'
import { isEnglish, rule } from '../lint/rule.ts'
import { openingOf, topOf } from '../postmortem/place.ts'

export const investigationActions = rule({
  id: 'investigation-actions',
  summary: 'The document says what was looked at and what was assumed.',
  why: `The course task asks what was investigated and what was assumed about the cause: the next engineer on call learns
most from the way to the cause, also where it led astray. One thing that was checked and one thing that was thought likely
are the least.`,
  severity: 'warning',
  options: object({}),
  examples: [
    {
      text: `# Chat was down, 3 May 2024

## Timeline (UTC)

- 09:10: chat is down.
- 09:40: a backup is restored.
`,
      says: ['1: Nothing says what was looked at to find the cause'],
    },
    {
      text: `# Chat was down, 3 May 2024

## Timeline (UTC)

- 09:10: chat is down.
- 09:20: the logs of the database are checked.
- 09:40: a backup is restored.
`,
      says: ['1: Nothing says what the cause was thought to be'],
    },
    {
      text: `# Chat was down, 3 May 2024

## Timeline (UTC)

- 09:10: chat is down.
- 09:20: a slow query is suspected, and the slow log is checked.
- 09:40: a backup is restored.
`,
      says: [],
    },
  ],

  *check(doc) {
    const { diagnosis, hypothesis } = doc.account ?? {}
    if (!isEnglish(doc) || (diagnosis && (hypothesis ?? doc.evidence.falseLead))) return
    yield {
      at: openingOf(doc, 'investigation') ?? topOf(doc),
      whole: true,
      message: diagnosis
        ? 'Nothing says what the cause was thought to be'
        : 'Nothing says what was looked at to find the cause',
    }
  },
})
