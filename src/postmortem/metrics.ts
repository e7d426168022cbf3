import type { Between, Metrics, Milestone, TimelineEntry } from './postmortem.ts'

type Timed = TimelineEntry & { readonly when: NonNullable<TimelineEntry['when']> }

/**
 * The times between milestones, each with the two entries it was taken from; absent where either is not told, or where one
 * entry tells of both. Definitions: Google's SRE workbook and GitLab's handbook; detection to work is Atlassian's.
 */
export function readMetrics(entries: readonly TimelineEntry[]): Metrics {
  const timed = entries.filter(isTimed)
  const start = first(timed, 'start')
  const detected = first(timed, 'detected', start)
  const acknowledged = first(timed, 'acknowledged', detected)
  const resolved = last(timed, 'resolved')
  const mitigated = last(timed, 'mitigated', resolved)
  const metrics: { -readonly [K in keyof Metrics]: Metrics[K] } = {}
  const add = (name: keyof Metrics, from: Timed | undefined, to: Timed | undefined): void => {
    const value = between(from, to)
    if (value) metrics[name] = value
  }
  add('timeToDetect', start, detected)
  add('timeToAcknowledge', detected, acknowledged)
  add('timeToMitigate', start, mitigated)
  add('timeToResolve', start, resolved)
  return metrics
}

/** From the entry that starts the impact, or that first notices it, to the one that ends it. */
export function outageOf(entries: readonly TimelineEntry[]): Between<number> | undefined {
  const timed = entries.filter(isTimed)
  const start = first(timed, 'start') ?? first(timed.slice(0, 1), 'detected')
  return between(start, last(timed, 'resolved') ?? last(timed, 'mitigated'))
}

/** From the first entry to the last that so many minutes lie before, give or take a thirtieth: it bears a stated length out. */
export function storyOf(entries: readonly TimelineEntry[], minutes: number): Between<number> | undefined {
  const timed = entries.filter(isTimed)
  const from = timed[0]
  return timed
    .map((to) => between(from, to))
    .findLast((length) => length && Math.abs(length.value - minutes) <= Math.max(1, minutes / 30))
}

const isTimed = (entry: TimelineEntry): entry is Timed => entry.when?.value.minutes !== undefined

const reaches = (entry: Timed, milestone: Milestone): boolean => entry.milestones.includes(milestone)

/** The first entry that reaches a milestone, not before another entry. */
function first(entries: readonly Timed[], milestone: Milestone, after?: Timed): Timed | undefined {
  const from = after === undefined ? 0 : entries.indexOf(after)
  return entries.find((entry, i) => i >= from && reaches(entry, milestone))
}

/** The last entry that reaches a milestone, not after another entry. */
function last(entries: readonly Timed[], milestone: Milestone, before?: Timed): Timed | undefined {
  const to = before === undefined ? entries.length : entries.indexOf(before)
  return entries.findLast((entry, i) => i <= to && reaches(entry, milestone))
}

function between(from: Timed | undefined, to: Timed | undefined): Between<number> | undefined {
  if (!from || !to || from === to) return undefined
  const [start, end] = [from.when.value.minutes, to.when.value.until ?? to.when.value.minutes]
  if (start === undefined || end === undefined || end < start) return undefined
  return { value: Math.round((end - start) * 100) / 100, from: from.when.at, to: to.when.at }
}
