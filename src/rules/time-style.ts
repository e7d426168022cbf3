import { object } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'
import type { OddClock } from '../postmortem/postmortem.ts'

export const timeStyle = rule({
  id: 'time-style',
  summary: 'The times of the timeline are written by one clock.',
  why: `In a list of "06:35 AM" and "08:10 PM" a bare "07:40" is either, and "14:40" makes the reader stop. One clock
throughout, best that of 24 hours, lets the eye run down the list.`,
  severity: 'warning',
  options: object({}),
  examples: [
    {
      about: 'The half of the day is offered where the entries around it leave one.',
      text: `# DNS was stale, 3 May 2024

## Timeline (UTC)

- 06:35 AM: names do not resolve.
- 07:40: a resolver is restarted.
- 09:10 AM: names resolve again.
- 14:40: the incident is closed.
`,
      says: ['6: `07:40` has no AM or PM', '8: `14:40` is on the 24-hour clock, most times are not'],
    },
    {
      text: `# DNS was stale, 3 May 2024

## Timeline (UTC)

- 11:10: names do not resolve.
- 12:10: a resolver is restarted.
- 1:05: names resolve again.
`,
      says: ['5: Times run past 12 without AM or PM'],
    },
    {
      text: `# DNS was stale, 3 May 2024

## Timeline (UTC)

- 06:35: names do not resolve.
- 09:10: names resolve again.
- 14:40: the incident is closed.
`,
      says: [],
    },
  ],

  *check({ oddClocks = [] }) {
    for (const form of new Set(oddClocks.map((clock) => clock.form))) {
      const [first, ...more] = oddClocks.filter((clock) => clock.form === form)
      if (first && more.length >= few)
        yield { at: first.at, message: messageOf(first), note: `So are ${more.length} times after it.` }
      else for (const clock of first ? [first, ...more] : []) yield problemOf(clock)
    }
  },
})

/** From so many more on, times of one kind are one finding. */
const few = 3

const problemOf = (clock: OddClock) => ({
  at: clock.at,
  message: messageOf(clock),
  ...(clock.expected !== undefined && { expected: [clock.expected] }),
})

function messageOf({ form, value }: OddClock): string {
  if (form === 'dial') return 'Times run past 12 without AM or PM'
  if (form === 'bare') return `${quoted(value)} has no AM or PM`
  return `${quoted(value)} is on the ${form}-hour clock, most times are not`
}
