import { object } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'
import type { Slip } from '../postmortem/postmortem.ts'

export const timelineDateValid = rule({
  id: 'timeline-date-valid',
  summary: 'Dates and times are ones that exist.',
  why: `A date that no calendar has, 25:10 on the clock, or a Sunday that was a Saturday is a slip of the hand, and the
reader cannot tell which half of it to believe. Nor can an incident be resolved before it was detected, or a task be due
before it. A date such as 04-12-2022, which may be April or December, is left alone.`,
  severity: 'error',
  options: object({}),
  examples: [
    {
      text: `# Sync stopped

## Timeline (UTC)

- 31 June 2024, 09:10: sync stops.
- 31 June 2024, 25:10: sync runs again.
`,
      says: ['5: `31 June 2024, 09:10` does not exist', '6: `31 June 2024, 25:10` does not exist'],
    },
    {
      text: '# Sync stopped\n\n## Summary\n\nOn Sunday, 13 May 2023, sync stopped.\n',
      says: ['5: `Sunday, 13 May 2023` was a Saturday'],
    },
    {
      about: 'What follows an incident cannot come before it.',
      text: `# Sync stopped

**Detected:** 2024-05-13 09:20 UTC
**Resolved:** 2024-05-13 08:50 UTC

## Next steps

- Alert when sync stops (due 2024-05-03)
`,
      says: [
        '4: `Resolved: 2024-05-13 08:50 UTC` is before `Detected` in line 3',
        '8: `2024-05-03` is before `Detected` in line 3',
      ],
    },
    {
      text: '# Sync stopped\n\n## Summary\n\nOn Saturday, 13 May 2023, sync of version 25.61 stopped.\n',
      says: [],
    },
  ],

  *check({ slips = [] }) {
    for (const slip of slips)
      yield {
        at: slip.at,
        message: messageOf(slip),
        ...(slip.expected !== undefined && { expected: [slip.expected] }),
      }
  },
})

const messageOf = ({ value, weekday, than }: Slip): string => {
  if (than) return `${quoted(value, 32)} is before ${quoted(than.value, 18)} in line ${than.at.start.line}`
  return weekday === undefined ? `${quoted(value)} does not exist` : `${quoted(value)} was a ${weekday}`
}
