import { DateTime, FixedOffsetZone } from 'luxon'
import { type CalendarDate, dayNumber, inOrder } from './dates.ts'
import type { ReadOptions, When } from './postmortem.ts'
import type { Writable } from './scan.ts'
import type { Moment, WhenMatch } from './time.ts'
import { luxonZone, type Zone } from './zones.ts'

const utc = FixedOffsetZone.utcInstance
const dayLength = 1440
const halfDay = 720

/** A moment of a timeline in its order, as far as its own words say it. */
export interface Timed {
  readonly when: WhenMatch
  /** The date of a day heading, a parent or a column. */
  readonly day?: CalendarDate
  /** Another list or incident begins here, which may go back in time. */
  readonly fresh: boolean
  /** Stands somewhere in a sentence and may be a time that is told about, not the entry's own. */
  readonly loose: boolean
  /** It says "next day". */
  readonly later: boolean
}

/** How dates in figures are read; unsure where nothing in the document tells 4 December from 12 April. */
export interface DateOrder {
  readonly value: ReadOptions['dateOrder']
  readonly sure: boolean
}

/** What the document says once for all its times. */
export interface Frame {
  readonly order: DateOrder
  readonly zone?: Zone
  /** The day on which the incident began. */
  readonly date?: CalendarDate
  /** Midnights between the stated start and the stated end. */
  readonly midnights: number
}

export interface Placed {
  readonly when: When
  readonly backwards: boolean
}

/** Days as numbers, and whether they are days of a calendar or only counted from the first. */
interface Day {
  readonly number: number
  readonly known: boolean
  readonly ambiguous: boolean
}

/**
 * Gives each moment of a timeline its date, zone and instant, in order: what an entry leaves out it takes from the frame, a
 * heading or the entry before, and a clock that falls back by more than half a day has passed midnight.
 */
export function place(entries: readonly Timed[], frame: Frame): Placed[] {
  const clocks = readClocks(entries)
  const dated = entries.find(({ when, day }) => when.date ?? day)
  const base = dayOf(frame.date ?? dated?.when.date ?? dated?.day, frame, undefined)
  let first: Day | undefined
  const placed: Placed[] = []
  let midnights = frame.midnights
  let today = base ?? unknownDay
  let heading: CalendarDate | undefined
  let before: { at: number; day: Day; entry: Timed } | undefined

  for (const entry of entries) {
    const { when } = entry
    const own = dayOf(when.date, frame, before?.day ?? base)
    const titled = entry.day === heading ? undefined : dayOf(entry.day, frame, before?.day ?? base)
    let day = own ?? titled ?? today
    let clock = when.clock && minutesIn(frame.zone, when, day)
    let backwards = false
    if (before && !entry.loose) {
      const drop = before.at - (day.number * dayLength + (clock ?? 0))
      const slack = when.approximate || before.entry.when.approximate ? 10 : 0.99
      const comparable = isComparable(before.day, day, before.entry.when, when)
      if (clock === undefined || before.entry.when.clock === undefined)
        backwards = comparable && day.number < before.day.number
      else if (drop <= slack) backwards = false
      else if (clocks.twelve && !when.clock?.half && drop <= halfDay) {
        if (drop > 240) clock += halfDay
        else backwards = comparable && !clocks.halves
      } else if (!own && !titled && (drop > halfDay || entry.later || (midnights > 0 && !entry.fresh))) {
        if (drop <= halfDay) midnights--
        day = { ...day, number: day.number + Math.max(1, Math.floor(drop / dayLength)) }
      } else backwards = comparable && !titled && !fallsBack(frame.zone ?? when.zone, day, drop)
      if (entry.fresh) backwards = false
    }
    first ??= day
    placed.push({
      when: written(entry, frame, { day, clock, first, clocks }),
      backwards,
    })
    if (entry.loose) continue
    heading = entry.day
    today = day
    before = { at: day.number * dayLength + (clock ?? 0), day, entry }
  }
  return placed
}

/** The day of a date; a missing year is the one that brings it nearest to a day that is known. */
export function dayOf(
  date: CalendarDate | undefined,
  frame: Pick<Frame, 'order'>,
  near: Day | undefined,
): Day | undefined {
  if (!date) return undefined
  const { year, month, day } = inOrder(date, frame.order.value)
  const ambiguous = date.order === 'either' && !frame.order.sure
  if (year !== undefined) {
    const number = dayNumber(year, month, day)
    return number === undefined ? undefined : { number, known: true, ambiguous }
  }
  const around = near?.known ? DateTime.fromMillis(near.number * 86_400_000, { zone: utc }).year : 2024
  const numbers = [around - 1, around, around + 1].flatMap((guess) => dayNumber(guess, month, day) ?? [])
  const distance = (number: number): number =>
    Math.abs(number - (near?.known ? near.number : (dayNumber(around, 7, 1) ?? 0)))
  const [number] = numbers.sort((a, b) => distance(a) - distance(b))
  return number === undefined ? undefined : { number, known: near?.known ?? false, ambiguous }
}

const isComparable = (one: Day, other: Day, a: WhenMatch, b: WhenMatch): boolean =>
  !one.ambiguous &&
  !other.ambiguous &&
  (a.zone?.name === b.zone?.name || ![a, b].some(({ zone }) => zone && zone.rule === undefined))

/** A clock time in the zone of the timeline, where both are known and differ. */
function minutesIn(main: Zone | undefined, { clock, zone }: Moment, day: Day): number {
  const minutes = clock?.minutes ?? 0
  if (!zone || !main || zone.rule === main.rule || zone.rule === undefined || main.rule === undefined)
    return minutes
  return minutes + offset(main.rule, day) - offset(zone.rule, day)
}

const offset = (rule: number | string, day: Day): number => luxonZone(rule).offset(day.number * 86_400_000)

/** How the entries write their clock. */
interface Clocks {
  /** Of twelve hours, with or without am and pm. */
  readonly twelve: boolean
  /** Some entries write am or pm. */
  readonly halves: boolean
}

/**
 * A clock of twelve hours shows by am and pm, or, without them, by hours that never leave 1 to 12 and yet pass from the end
 * of the dial to its beginning.
 */
function readClocks(entries: readonly Timed[]): Clocks {
  const clocks = entries.flatMap(({ when, loose }) => (when.clock && !loose ? [when.clock] : []))
  const halves = clocks.some((clock) => clock.half)
  const bare = clocks.filter((clock) => !clock.half).map((clock) => clock.minutes)
  const onDial = bare.every((minutes) => minutes >= 60 && minutes < 780)
  const passes = bare.some((minutes, i) => (bare[i - 1] ?? 0) >= 660 && minutes < 420)
  return { twelve: halves || (onDial && passes), halves }
}

/** A step back of up to an hour on the night that summer time ends. */
function fallsBack(zone: Zone | undefined, day: Day, drop: number): boolean {
  if (drop > 60 || !day.known || typeof zone?.rule !== 'string') return false
  return offset(zone.rule, day) > offset(zone.rule, { ...day, number: day.number + 1 })
}

interface Found {
  readonly day: Day
  readonly clock: number | undefined
  readonly first: Day
  readonly clocks: Clocks
}

/**
 * Minutes from one clock time to another, on their days or, without days, on the same day or over one midnight; nothing
 * where they are too far apart to tell or the second is the earlier.
 */
export function minutesBetween(from: Moment, to: Moment): number | undefined {
  if (!from.clock || !to.clock) return undefined
  const start = dayOf(from.date, asWritten, undefined)
  const end = dayOf(to.date, asWritten, start)
  const days = start && end ? end.number - start.number : 0
  const ahead = minutesIn(from.zone, to, end ?? start ?? unknownDay) - from.clock.minutes
  const minutes = days * dayLength + ahead
  if (minutes >= 0) return minutes
  return start && end ? undefined : minutes + dayLength
}

/** Days from one date to another, where both are known. */
export function daysBetween(
  from: CalendarDate | undefined,
  to: CalendarDate | undefined,
): number | undefined {
  const start = dayOf(from, asWritten, undefined)
  const end = dayOf(to, asWritten, start)
  return start && end && end.number - start.number
}

const asWritten = { order: { value: undefined, sure: true } }
const unknownDay: Day = { number: 0, known: false, ambiguous: false }

/** What is known of a moment, as the facts have it. */
function written({ when, day: given }: Timed, frame: Frame, found: Found): When {
  const { day, clock, first, clocks } = found
  const zone = when.zone ?? frame.zone
  const half = clocks.twelve && when.clock !== undefined && !when.clock.half && when.clock.minutes < 780
  const ambiguous: When['ambiguous'][number][] = []
  if (half) ambiguous.push('half-day')
  if (day.ambiguous && (when.date || given)) ambiguous.push('date')
  if (zone && zone.rule === undefined) ambiguous.push('zone')
  const date = day.known ? isoDate(day.number) : null
  const instant =
    day.known && !day.ambiguous && when.clock && !half
      ? instantOf(day.number, when.clock.minutes, zone)
      : undefined
  const minutes = clock === undefined ? undefined : (day.number - first.number) * dayLength + clock
  const until = minutes === undefined ? undefined : endOf(when, frame, day, first, minutes)
  const fact: Writable<When> = {
    approximate: when.approximate,
    own: { time: when.clock !== undefined, date: when.date !== undefined, zone: when.zone !== undefined },
    ambiguous,
  }
  if (when.clock) {
    fact.time = clockText(when.clock.minutes, when.clock.seconds)
    fact.clock = when.clock.half || half ? '12' : '24'
  }
  if (date) fact.date = date
  if (zone) fact.zone = zone.name
  if (instant !== undefined) fact.instant = isoInstant(instant)
  if (minutes !== undefined) fact.minutes = minutes
  if (until !== undefined) fact.until = until
  if (when.impossible) fact.impossible = when.impossible
  return fact
}

function endOf({ until }: WhenMatch, frame: Frame, day: Day, first: Day, start: number): number | undefined {
  if (!until?.clock) return undefined
  const own = dayOf(until.date, frame, day)
  const end = ((own ?? day).number - first.number) * dayLength + minutesIn(frame.zone, until, day)
  return own || end >= start ? end : end + dayLength
}

/** Milliseconds since 1970 of a clock time on a day, in a zone whose rules are known. */
function instantOf(day: number, minutes: number, zone: Zone | undefined): number | undefined {
  if (zone?.rule === undefined) return undefined
  const wall = day * 86_400_000 + Math.round(minutes * 60) * 1000
  if (typeof zone.rule === 'number') return wall - zone.rule * 60_000
  return DateTime.fromMillis(wall, { zone: utc })
    .setZone(luxonZone(zone.rule), { keepLocalTime: true })
    .toMillis()
}

const isoInstant = (instant: number): string =>
  DateTime.fromMillis(instant, { zone: utc }).toISO({ suppressMilliseconds: true }) ?? ''

const isoDate = (day: number): string | null =>
  DateTime.fromMillis(day * 86_400_000, { zone: utc }).toISODate()

/** `HH:MM`, or `HH:MM:SS` where seconds are written. */
export function clockText(minutes: number, seconds: boolean): string {
  const total = Math.round(minutes * 60)
  const parts = [Math.floor(total / 3600), Math.floor(total / 60) % 60, ...(seconds ? [total % 60] : [])]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
