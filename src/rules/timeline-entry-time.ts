import { object } from 'valibot'
import { rule } from '../lint/rule.ts'
import { span } from '../postmortem/place.ts'

export const timelineEntryTime = rule({
  id: 'timeline-entry-time',
  summary: 'Each timeline entry has a time.',
  why: `The course task asks for a time and one or two sentences. Without times nobody can tell how long the problem stood
before somebody saw it, or how long a wrong idea was followed. A time at the end of the sentence, in a column or in the
heading above counts, and so does a day; details below an entry need none of their own.`,
  severity: 'info',
  options: object({}),
  examples: [
    {
      text: `# Sign-up was broken, 3 May 2024

## Timeline

- 09:10 UTC: sign-ups fail.
- Escalation: the database team is called.
- 09:40 UTC: sign-ups succeed again.
`,
      says: ['6: The timeline entry has no time'],
    },
    {
      about: 'A timeline without any time gets one finding.',
      text: `# Sign-up was broken, 3 May 2024

## Timeline

- Sign-ups fail.
- The database team is called.
- Sign-ups succeed again.
`,
      says: ['5: No timeline entry has a time'],
    },
    {
      text: `# Sign-up was broken, 3 May 2024

## Timeline

- 09:10 UTC: sign-ups fail.
  - The error names the database.
- The database team is called (09:20 UTC).
- 09:40 UTC: sign-ups succeed again.
`,
      says: [],
    },
  ],

  *check({ timeline: { entries } }) {
    const note = 'An entry is a time and one or two sentences: `- 09:10 UTC: sign-ups fail.`'
    const untimed = entries.filter(({ when }) => !when)
    const [first] = untimed
    const last = untimed.at(-1)
    if (first && last && untimed.length > 1 && untimed.length === entries.length)
      yield { at: span(first.block.at, last.block.at), message: 'No timeline entry has a time', note }
    else
      for (const { block } of untimed) yield { at: block.at, message: 'The timeline entry has no time', note }
  },
})
