import { description, minValue, number, object, optional, pipe } from 'valibot'
import { inHours, rule } from '../lint/rule.ts'
import type { Milestone, TimelineEntry } from '../postmortem/postmortem.ts'

export const timelineGap = rule({
  id: 'timeline-gap',
  summary: 'Between detection and cure the timeline is not silent for long.',
  why: `Readers of a timeline ask what happened in the hours of which it says nothing; PagerDuty's guide asks for every action
and the time at which it was taken. The longest silence is told; what lies before the detection is not asked for, nor what comes after the cure.`,
  severity: 'info',
  options: object({
    minutes: pipe(optional(pipe(number(), minValue(1)), 60), description('Longest silence, in minutes.')),
  }),
  examples: [
    {
      text: `# Import hung, 3 May 2024

## Timeline (UTC)

- 09:10: an alert fires on the import queue.
- 09:30: the logs of a worker are read.
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
    const gaps = gapsIn(working(entries)).filter((gap) => gap.minutes > minutes)
    const longest = gaps.reduce<Gap | undefined>(
      (most, gap) => (most && most.minutes >= gap.minutes ? most : gap),
      undefined,
    )
    if (!longest) return
    const more = gaps.length - 1
    yield {
      at: longest.to.when?.at ?? longest.to.block.at,
      whole: true,
      message: `No entry for ${inHours(longest.minutes)} since line ${longest.from.block.at.start.line}`,
      ...(more > 0 && {
        note: `${more} more ${more > 1 ? 'gaps are' : 'gap is'} longer than ${inHours(minutes)}.`,
      }),
    }
  },
})

interface Gap {
  readonly from: TimelineEntry
  readonly to: TimelineEntry
  readonly minutes: number
}

const gapsIn = (entries: readonly TimelineEntry[]): Gap[] =>
  entries.slice(1).flatMap((to, i) => {
    const from = entries[i]
    return from ? [{ from, to, minutes: timeOf(to) - (from.when?.value.until ?? timeOf(from)) }] : []
  })

const timeOf = ({ when }: TimelineEntry): number => when?.value.minutes ?? 0

/** The entries with a clock time, from the detection to the cure; one that runs backwards has a slip in its time. */
function working(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const timed = entries.filter(({ when, backwards }) => when?.value.minutes !== undefined && !backwards)
  const reaches = (...asked: Milestone[]): number =>
    timed.findIndex(({ milestones }) => asked.some((milestone) => milestones.includes(milestone)))
  const detected = reaches('detected')
  const from = detected < 0 ? reaches('acknowledged') : detected
  const to = reaches('mitigated', 'resolved')
  return timed.slice(from < 0 ? 1 : from, to < 0 ? undefined : to + 1)
}
