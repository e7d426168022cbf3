import { clockText, type DateOrder, minutesBetween } from './chronology.ts'
import { dayNumber, inOrder } from './dates.ts'
import { zoneElsewhere } from './frame.ts'
import type { Reading } from './moments.ts'
import { placeOf } from './place.ts'
import type { Block, Cited, Downtime, Duration, StatedTime, Timeline } from './postmortem.ts'
import type { Writable } from './scan.ts'
import type { Span, Stated } from './startEnd.ts'
import { luxonZone, nameInSeason, zoneAt } from './zones.ts'

const dayLength = 1440
const halfDay = 720

/** The scale that the entries of a timeline are measured on. */
interface Scale {
  /** Minutes of its first entry. */
  readonly first: number
  /** The day on which it begins, as days since 1970; absent where it has no dates. */
  readonly day?: number
  readonly year?: number
  readonly zone?: string
  /** Its clock has twelve hours. */
  readonly halves: boolean
}

/** Start and end of the outage as they are stated, put on the scale of the timeline. */
export function readDowntime(
  doc: Reading,
  { start, end }: Span,
  timeline: Timeline,
  order: DateOrder,
): Downtime {
  if (!start) {
    const days = rangeOfDays(doc, timeline)
    return days ? { days } : {}
  }
  const scale = scaleOf(timeline)
  const from = scale && minutesOn(scale, start, order)
  const length = end && minutesBetween(start.moment, end.moment)
  const to = from === undefined || length === undefined ? undefined : from + length
  const downtime: Writable<Downtime> = { start: cited(doc, start, from, order) }
  const zone =
    end?.moment.zone?.name ?? start.moment.zone?.name ?? timeline.zone?.value ?? zoneElsewhere(doc)?.zone.name
  if (zone !== undefined) downtime.zone = zone
  if (end?.moment.clock) downtime.end = cited(doc, end, to, order)
  return downtime
}

function cited(
  { source }: Reading,
  stated: Stated,
  minutes: number | undefined,
  order: DateOrder,
): Cited<StatedTime> {
  const { moment, block, approximate } = stated
  const day = dayOf(stated, order)
  const value: Writable<StatedTime> = {
    time: moment.clock ? clockText(moment.clock.minutes, moment.clock.seconds) : '',
    approximate,
  }
  if (moment.zone) value.zone = moment.zone.name
  if (day !== undefined) value.date = isoDay(day)
  if (minutes !== undefined) value.minutes = minutes
  return { value, at: placeOf(source, block, stated.start, stated.end) }
}

const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

function scaleOf({ entries, zone }: Timeline): Scale | undefined {
  const first = entries.find(({ when }) => when?.value.minutes !== undefined)?.when?.value
  if (first?.minutes === undefined || first.ambiguous.some((part) => part !== 'zone')) return undefined
  const scale: Writable<Scale> = { first: first.minutes, halves: first.clock === '12' }
  const [year, month, day] = first.date?.split('-').map(Number) ?? []
  const number = year && month && day ? dayNumber(year, month, day) : undefined
  if (number !== undefined) scale.day = number - Math.floor(first.minutes / dayLength)
  if (year !== undefined) scale.year = year
  if (zone) scale.zone = zone.value
  return scale
}

/** The day of a stated time; a year that is left out is that of the timeline. */
function dayOf({ moment: { date } }: Stated, order: DateOrder, year?: number): number | undefined {
  if (!date || (date.order === 'either' && !order.sure)) return undefined
  const { month, day, year: own = year } = inOrder(date, order.value)
  return own === undefined ? undefined : dayNumber(own, month, day)
}

/** Minutes on the scale; without dates those of the day that brings it nearest to the first entry. */
function minutesOn(scale: Scale, stated: Stated, order: DateOrder): number | undefined {
  const { clock, zone, date } = stated.moment
  if (!clock || (scale.halves && !clock.half && clock.minutes < 780)) return undefined
  const day = dayOf(stated, order, scale.year)
  if (date && day === undefined) return undefined
  const shift =
    zone && scale.zone !== undefined && zone.name !== scale.zone
      ? shiftOf(zone.name, scale.zone, day ?? scale.day)
      : 0
  if (shift === undefined) return undefined
  const minutes = clock.minutes + shift
  if (day !== undefined && scale.day !== undefined) return (day - scale.day) * dayLength + minutes
  const ahead = minutes - scale.first
  return scale.first + ahead - Math.floor((ahead + halfDay) / dayLength) * dayLength
}

/** Minutes from one zone's clock to another's, where the rules of both are known; none from PST to PDT, which are one clock. */
function shiftOf(from: string, to: string, day = 0): number | undefined {
  const [own, main] = [from, to].map((name) => zoneAt(name, 0)?.zone.rule)
  if (own === undefined || main === undefined) return undefined
  if ([0, 181].some((day) => nameInSeason(from, day) === to)) return 0
  const offset = (rule: number | string): number => luxonZone(rule).offset(day * 86_400_000)
  return offset(main) - offset(own)
}

/** "3 to 9 May 2024" outside the timeline. */
function rangeOfDays({ source, blocks, moments }: Reading, { entries }: Timeline): Cited | undefined {
  const listed = new Set(entries.map(({ block }) => block))
  for (const [index, found] of moments) {
    const block = blocks[index]
    if (!block || listed.has(block)) continue
    const range = found.find(({ date, until }) => date && until?.date)
    if (range)
      return {
        value: block.text.slice(range.start, range.end),
        at: placeOf(source, block, range.start, range.end),
      }
  }
  return undefined
}

/** "Time to repair: 4 h 9 min". */
export function isRecovery(blocks: readonly Block[], { stated }: Duration): boolean {
  const from = stated?.at.start.offset
  if (from === undefined) return false
  const block = blocks.find(({ at }) => (at.start.offset ?? 0) <= from && from < (at.end.offset ?? 0))
  return /\btime to (?:re|fix|mitigate)|\bMTTR\b/i.test(block?.text ?? '')
}
