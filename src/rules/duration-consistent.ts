import type { Position } from 'unist'
import { object } from 'valibot'
import { inHours, type Problem, quoted, rule } from '../lint/rule.ts'
import { sourceAt } from '../postmortem/place.ts'
import type { Cited, Milestone, Postmortem, StatedTime, TimelineEntry } from '../postmortem/postmortem.ts'

export const durationConsistent = rule({
  id: 'duration-consistent',
  summary: 'Stated durations agree with the times they are about.',
  why: `"Three hours" above a timeline from 12:00 to 16:00: one of the two is a slip, and readers who reckon with it carry it
on. A stated length is held against the stated start and end, else against a timeline whose ends tell a time; a stated end
against the last entries, since a timeline may begin before the impact and may go on after it; a stated start against a
first entry that tells what began it. Small differences are rounding: five minutes, one of the unit that is stated, a
quarter where it says "about".`,
  severity: 'warning',
  options: object({}),
  examples: [
    {
      text: `# Exports failed, 3 May 2024

## Summary

From 09:10 to 12:40 UTC exports failed. The outage lasted 2 hours.
`,
      says: ['5: `2 hours` stated in line 5, `3 h 30 min` in line 5'],
    },
    {
      text: `# Exports failed, 3 May 2024

## Summary

From 09:10 to 12:40 UTC exports failed.

## Timeline (UTC)

- 09:10: an alert fires on failed exports.
- 09:40: a worker is restarted.
- 10:20: exports are restored.
`,
      says: ['5: End `12:40` stated in line 5, last entry `10:20` in line 11'],
    },
    {
      about: 'An alert may come late; what began it may not.',
      text: `# Exports failed, 3 May 2024

## Summary

From 09:10 to 12:40 UTC exports failed.

## Timeline (UTC)

- 11:10: release 4.2 is deployed and exports fail.
- 11:40: a worker is restarted.
- 12:40: exports are restored.
`,
      says: ['5: Start `09:10` stated in line 5, first entry `11:10` in line 9'],
    },
    {
      about: 'Two clocks that are whole hours apart show two zones.',
      text: `# Exports failed, 3 May 2024

## Summary

From 09:10 to 12:40 exports failed.

## Timeline (UTC)

- 15:10: release 4.2 is deployed and exports fail.
- 16:40: a worker is restarted.
- 18:40: exports are restored.
`,
      says: ['5: No timeline entry between `09:10` and `12:40` of line 5'],
    },
    {
      about: 'Where the last entry tells no time, the outage may be longer than the entries that do.',
      text: `# Exports failed, 3 May 2024

**Duration**: 8 hours

## Timeline (UTC)

- 22:00: release 4.2 is deployed.
- 02:00: exports fail.
- 02:02: an alert fires.
- Next morning: exports are restored.
`,
      says: [],
    },
    {
      about: 'After the stated end the trouble goes on.',
      text: `# Exports failed, 3 May 2024

## Summary

From 09:10 to 12:40 exports failed.

## Timeline (UTC)

- 09:10: release 4.2 is deployed and exports fail.
- 12:40: release 4.1 is deployed.
- 13:30: exports of large files are still failing.
`,
      says: ['11: Trouble goes on at `13:30`, after the end `12:40` in line 5'],
    },
    {
      about: 'The timeline has it resolved at another time; what comes later is cleaning up.',
      text: `# Exports failed, 3 May 2024

## Summary

From 09:10 to 12:40 exports failed.

## Timeline (UTC)

- 09:10: release 4.2 is deployed and exports fail.
- 11:40: release 4.1 is deployed, and the incident is resolved.
- 14:30: a review is held.
`,
      says: ['5: End `12:40` stated in line 5, resolved at `11:40` in line 10'],
    },
    {
      about: 'The last entry tells of two times.',
      text: `# Exports failed, 3 May 2024

## Summary

From 09:10 to 12:40 UTC exports failed.

## Timeline (UTC)

- 09:10: release 4.2 is deployed and exports fail.
- 09:40: a worker is restarted.
- 11:00: release 4.1 is deployed, and at 12:40 the last export is done.
`,
      says: [],
    },
    {
      about: 'About four hours may be three and a half.',
      text: `# Exports failed, 3 May 2024

## Summary

From 09:10 to 12:40 UTC exports failed, for about 4 hours.
`,
      says: [],
    },
  ],

  *check(doc) {
    const length = statedLength(doc)
    if (length) yield length
    else yield* statedWindow(doc)
  },
})

/** Five minutes, or less than one of the unit that is stated; the width of a range, a quarter of what is about so much. */
function toleranceOf({ stated, approximate, least }: Postmortem['duration']): number {
  const length = stated?.value ?? 0
  const width = least === undefined ? 0 : length - least
  const unit = length % 1440 === 0 ? 1440 : length % 60 === 0 ? 60 : 1
  return Math.max(5, unit - 1, width, approximate ? length / 4 : 0)
}

/** The stated length against the stated start and end, else against the timeline. */
function statedLength({ source, duration, downtime, timeline }: Postmortem): Problem | undefined {
  const { stated, computed, recovery } = duration
  if (!stated || recovery) return undefined
  const fits = (minutes: number): boolean => Math.abs(minutes - stated.value) <= toleranceOf(duration)
  const says = `${quoted(sourceAt(source, stated.at), 24)} stated in line ${stated.at.start.line}`
  const other = (minutes: number, from: Position, to: Position): Problem => {
    const [a, b] = [from.start.line, to.end.line]
    const lines = a === b ? `in line ${a}` : `between lines ${a} and ${b}`
    return { at: stated.at, message: `${says}, \`${inHours(minutes)}\` ${lines}` }
  }
  const timed = inOrder(timeline)
  const isPair = timed.some((from, i) => timed.slice(i + 1).some((to) => fits(endOf(to) - from.minutes)))
  if (downtime?.start && downtime.end)
    return computed && !fits(computed.value) && !isPair
      ? other(computed.value, computed.from, computed.to)
      : undefined
  const [first, last] = [timed[0], timed.findLast(({ milestones }) => milestones.includes('resolved'))]
  if (!first || timed.length < 3) return undefined
  const span = last && endOf(last) - first.minutes
  if (last && span !== undefined && span >= stated.value && span <= 2 * stated.value) {
    const starts = timed.filter((one) => one === first || one.milestones.includes('start'))
    return starts.some((one) => fits(endOf(last) - one.minutes)) ? undefined : other(span, first.at, last.at)
  }
  return isPair || isOpen(timeline.entries[0]) || isOpen(timeline.entries.at(-1))
    ? undefined
    : { at: stated.at, message: `${says}, no two timeline entries lie so far apart` }
}

/** The stated start and end against the entries: some lie between, and the last is not long before the end. */
function* statedWindow({ downtime = {}, duration, timeline, relapses = [] }: Postmortem): Iterable<Problem> {
  const [start, end] = [downtime.start, downtime.end]
  const [from, to] = [start?.value.minutes, end?.value.minutes]
  if (!start || !end || from === undefined || to === undefined) return
  const isOutage = !duration.stated || Math.abs(to - from - duration.stated.value) <= toleranceOf(duration)
  const tolerance = Math.max(5, (to - from) / 10)
  const timed = inOrder(timeline)
  const last = timed.at(-1)
  if (!last || !isOutage) return
  const { line } = end.at.start
  const [relapse] = relapses
  if (relapse)
    yield {
      at: relapse.at,
      message: `Trouble goes on at \`${relapse.value}\`, after the end \`${end.value.time}\` in line ${line}`,
    }
  if (!timed.some((one) => one.minutes <= to + tolerance && endOf(one) >= from - tolerance))
    yield {
      at: end.at,
      message: `No timeline entry between ${written(start.value)} and ${written(end.value)} of line ${line}`,
      note:
        shiftOf(from, to, tolerance, timed) ??
        `The last of them is ${last.date ?? ''} ${last.time} in line ${last.at.start.line}.`.replace(
          '  ',
          ' ',
        ),
    }
  else if (
    timed.length > 1 &&
    !isOpen(timeline.entries.at(-1)) &&
    !timeline.entries.some(({ text }) => text.includes(end.value.time)) &&
    timed.every((one) => endOf(one) < to - tolerance && one.time !== end.value.time)
  )
    yield {
      at: end.at,
      message: `End \`${end.value.time}\` stated in line ${line}, last entry \`${last.time}\` in line ${last.at.start.line}`,
      note: `Between the two lie ${inHours(to - endOf(last))}.`,
    }
  else if (!timed.some((one) => Math.abs(endOf(one) - to) <= tolerance))
    yield* otherEnd(end, to - tolerance, timed)
  else yield* lateStart(start, from + tolerance, timed)
}

/** Where entries lie whole hours off that fit both ends, one of the two clocks shows another zone. */
function shiftOf(from: number, to: number, tolerance: number, timed: readonly Timed[]): string | undefined {
  const near = (minutes: number): boolean =>
    timed.some(
      (one) => Math.abs(one.minutes - minutes) <= tolerance || Math.abs(endOf(one) - minutes) <= tolerance,
    )
  const hours = offsets.find((hour) => near(from + hour * 60) && near(to + hour * 60))
  return hours === undefined
    ? undefined
    : `Entries ${Math.abs(hours)} h ${hours > 0 ? 'later' : 'earlier'} fit; consider a zone beside both.`
}
/** The hours that zones lie apart. */
const offsets = Array.from({ length: 29 }, (_, i) => i - 14).filter((hour) => hour !== 0)

/** Nothing happens at the stated end, and the timeline has it resolved well before. */
function* otherEnd(end: Cited<StatedTime>, latest: number, timed: readonly Timed[]): Iterable<Problem> {
  const resolved = timed.filter(({ milestones }) => milestones.includes('resolved'))
  const [last] = resolved.slice(-1)
  if (!last || endOf(last) >= latest) return
  yield {
    at: end.at,
    message: `End \`${end.value.time}\` stated in line ${end.at.start.line}, resolved at \`${last.time}\` in line ${last.at.start.line}`,
  }
}

/** What began it stands first in the timeline, and after the stated start. */
function* lateStart(start: Cited<StatedTime>, latest: number, timed: readonly Timed[]): Iterable<Problem> {
  const [first] = timed
  if (!first || timed.length < 3 || first.minutes <= latest) return
  if (!first.milestones.includes('trigger') && !first.milestones.includes('start')) return
  yield {
    at: start.at,
    message: `Start \`${start.value.time}\` stated in line ${start.at.start.line}, first entry \`${first.time}\` in line ${first.at.start.line}`,
    note: 'The first entry tells what began it.',
  }
}

const written = ({ date, time }: StatedTime): string => `\`${date ? `${date} ` : ''}${time}\``

interface Timed {
  readonly minutes: number
  readonly until: number | undefined
  readonly date: string | undefined
  readonly time: string
  readonly milestones: readonly Milestone[]
  readonly at: Position
}

const endOf = ({ until, minutes }: Timed): number => until ?? minutes

/** An entry at the end of a timeline that tells no time: the incident may be longer than those that do. */
const isOpen = (entry: TimelineEntry | undefined): boolean => entry?.when?.value.minutes === undefined

/** The entries with clock times; none where they run backwards, since one of their times is a slip. */
function inOrder({ entries }: Postmortem['timeline']): readonly Timed[] {
  if (entries.some(({ backwards }) => backwards)) return []
  return entries.flatMap(({ when, milestones }) => {
    const { minutes, until, date, time = '' } = when?.value ?? {}
    return when && minutes !== undefined ? [{ minutes, until, date, time, milestones, at: when.at }] : []
  })
}
