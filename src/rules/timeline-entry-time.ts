import { object } from 'valibot'
import { rule } from '../lint/rule.ts'
import { span } from '../postmortem/place.ts'
import type { TimelineEntry } from '../postmortem/postmortem.ts'

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
      about: 'Entries that follow each other get one finding.',
      text: `# Sign-up was broken, 3 May 2024

## Timeline

- Sign-ups fail.
- The database team is called.
- Sign-ups succeed again.
`,
      says: ['5: 3 timeline entries have no time'],
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
    for (const [first, ...rest] of runsOfUntimed(entries))
      if (first)
        yield {
          at: span(first.block.at, (rest.at(-1) ?? first).block.at),
          message:
            rest.length > 0
              ? `${rest.length + 1} timeline entries have no time`
              : 'The timeline entry has no time',
          note: 'An entry is a time and one or two sentences: `- 09:10 UTC: sign-ups fail.`',
        }
  },
})

/** Entries without a time, those that follow each other together. */
function runsOfUntimed(entries: readonly TimelineEntry[]): TimelineEntry[][] {
  const runs: TimelineEntry[][] = []
  for (const [i, entry] of entries.entries()) {
    if (entry.when) continue
    const follows = i > 0 && !entries[i - 1]?.when
    if (follows) runs.at(-1)?.push(entry)
    else runs.push([entry])
  }
  return runs
}
