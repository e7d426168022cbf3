import { description, minValue, number, object, optional, pipe } from 'valibot'
import { inHours, rule } from '../lint/rule.ts'
import type { Milestone, TimelineEntry } from '../postmortem/postmortem.ts'

export const timelineGap = rule({
  id: 'timeline-gap',
  summary: 'Between detection and cure the timeline is not silent for long.',
  why: `Readers of a timeline ask what happened in the hours of which it says nothing; PagerDuty's guide asks for every action
and the time at which it was taken. What lies before the detection is not asked for, nor what comes after the cure.`,
  severity: 'info',
  options: object({
    minutes: pipe(optional(pipe(number(), minValue(1)), 60), description('Longest silence, in minutes.')),
  }),
  examples: [
    {
      text: `# Import hung, 3 May 2024

## Timeline (UTC)

- 09:10: an alert fires on the import queue.
- 09:30: a worker is restarted.
- 14:00: the import is restored.
`,
      says: ['7: No entry for 4 h 30 min since line 6'],
    },
    {
      about: 'Hours that nobody noticed are no gap in the work.',
      text: `# Import hung, 3 May 2024

## Timeline (UTC)

- 02:10: the import hangs.
- 09:10: an alert fires on the import queue.
- 09:30: the import is restored.
`,
      says: [],
    },
  ],

  *check({ timeline: { entries } }, { minutes }) {
    const timed = working(entries)
    for (const [i, entry] of timed.entries()) {
      const before = timed[i - 1]
      const gap = before && timeOf(entry) - (before.when?.value.until ?? timeOf(before))
      if (gap === undefined || gap <= minutes) continue
      yield {
        at: entry.when?.at ?? entry.block.at,
        message: `No entry for ${inHours(gap)} since line ${before?.block.at.start.line}`,
      }
    }
  },
})

const timeOf = ({ when }: TimelineEntry): number => when?.value.minutes ?? 0

/** The entries with a clock time, from the detection to the cure. */
function working(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const timed = entries.filter(({ when }) => when?.value.minutes !== undefined)
  const reaches = (...asked: Milestone[]): number =>
    timed.findIndex(({ milestones }) => asked.some((milestone) => milestones.includes(milestone)))
  const [from, to] = [reaches('detected', 'acknowledged'), reaches('mitigated', 'resolved')]
  return timed.slice(from < 0 ? 1 : from, to < 0 ? undefined : to + 1)
}
