import { DateTime, FixedOffsetZone } from 'luxon'
import { type CalendarDate, dayInMs, dayNumber, inOrder, weekdayOfDay } from './dates.ts'
import type { ReadOptions, When } from './postmortem.ts'
import type { Writable } from './scan.ts'
import type { Moment, WhenMatch } from './time.ts'
import { luxonZone, namesInSeason, type Zone } from './zones.ts'

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
  /** The year of dates that leave it out, where no other date tells. */
  readonly year?: number
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

/** Where the reading of a timeline stands: the day that entries without a date are on, and the entry before. */
interface State {
  today: Day
  heading: CalendarDate | undefined
  weekday: number | undefined
  midnights: number
  before: { readonly at: number; readonly day: Day; readonly when: WhenMatch } | undefined
}

/**
 * Gives each moment of a timeline its date, zone and instant, in order: what an entry leaves out it takes from the frame, a
 * heading or the entry before, and a clock that falls back by more than half a day has passed midnight.
 */
export function place(entries: readonly Timed[], frame: Frame): Placed[] {
  const clocks = readClocks(entries)
  const dated = entries.find(({ when, day }) => when.date ?? day)
  const start = frame.date ?? dated?.when.date ?? dated?.day
  const base = dayOf(
    start && frame.year ? { ...start, year: start.year ?? frame.year } : start,
    frame,
    undefined,
  )
  const { midnights } = frame
  const state: State = {
    today: base ?? unknownDay,
    heading: undefined,
    weekday: undefined,
    midnights,
    before: undefined,
  }
  const season = namesInSeason()
  let first: Day | undefined
  return entries.map((entry) => {
    const { when, loose } = entry
    const near = state.before?.day ?? base
    const own = dayOf(when.date, frame, near)
    const turned = entry.day === state.heading ? dayOfWeekday(when, state) : dayOf(entry.day, frame, near)
    const start = own ?? turned ?? state.today
    const clock = when.clock && minutesIn(frame.zone, when, start)
    const step = loose ? still : stepOf({ entry, day: start, clock, own, turned, clocks }, state, frame)
    const day = step.days === 0 ? start : { ...start, number: start.number + step.days }
    const minutes = clock === undefined ? undefined : clock + step.minutes
    first ??= day
    if (!loose) {
      if (step.days > 0 && step.early) state.midnights--
      state.heading = entry.day
      state.today = day
      state.weekday = when.weekday ?? when.date?.weekday ?? state.weekday
      state.before = { at: day.number * dayLength + (minutes ?? 0), day, when }
    }
    return {
      when: written(entry, frame, { day, clock: minutes, first, clocks, season }),
      backwards: step.backwards,
    }
  })
}

/** What the clock of an entry shows beside that of the entry before: days or a half day gone by, or a step back. */
interface Step {
  readonly days: number
  readonly minutes: number
  readonly backwards: boolean
  /** The day is new although its clock is less than half a day behind. */
  readonly early?: boolean
}
const still: Step = { days: 0, minutes: 0, backwards: false }
const back: Step = { days: 0, minutes: 0, backwards: true }

interface Start {
  readonly entry: Timed
  readonly day: Day
  readonly clock: number | undefined
  readonly own: Day | undefined
  readonly turned: Day | undefined
  readonly clocks: Clocks
}

function stepOf({ entry, day, clock, own, turned, clocks }: Start, state: State, frame: Frame): Step {
  const { before, midnights } = state
  const { when, fresh, later } = entry
  if (!before) return still
  const wrong = !fresh && isComparable(before.day, day, before.when, when) ? back : still
  if (clock === undefined || !before.when.clock) return day.number < before.day.number ? wrong : still
  const drop = before.at - day.number * dayLength - clock
  if (drop <= (when.approximate || before.when.approximate ? 10 : 0.99)) return still
  if (clocks.twelve && !when.clock?.half && drop <= halfDay) {
    if (drop > wrap) return { ...still, minutes: halfDay }
    return clocks.halves ? still : wrong
  }
  if (own || turned) return turned || fallsBack(frame.zone ?? when.zone, day, drop) ? still : wrong
  if (drop > halfDay) return { ...still, days: Math.max(1, Math.floor(drop / dayLength)) }
  if (later || (midnights > 0 && !fresh)) return { ...still, days: 1, early: true }
  return fallsBack(frame.zone ?? when.zone, day, drop) ? still : wrong
}

/** On a clock without am and pm a step back of so many minutes is the afternoon. */
const wrap = 240

/** The day of "Tue 09:00": the first such after the entry before. */
function dayOfWeekday({ weekday, date }: WhenMatch, { today, weekday: last }: State): Day | undefined {
  if (date || weekday === undefined) return undefined
  const from = today.known ? weekdayOfDay(today.number) : last
  if (from === undefined || weekday === from) return undefined
  return { ...today, number: today.number + ((weekday - from + 7) % 7) }
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
  const around = near?.known ? new Date(near.number * dayInMs).getUTCFullYear() : 2024
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

const offset = (rule: number | string, day: Day): number => luxonZone(rule).offset(day.number * dayInMs)

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
  const timed = entries.filter(({ when, loose }) => when.clock && !loose)
  const halves = timed.some(({ when }) => when.clock?.half)
  const bare = timed.filter(({ when }) => !when.clock?.half)
  const onDial = bare.every(({ when }) => isWithin(when, 60, 780))
  const passes = bare.some((entry, i) => {
    const last = bare[i - 1]
    return (
      last &&
      !entry.when.date &&
      entry.day === last.day &&
      isWithin(last.when, 660, 780) &&
      isWithin(entry.when, 60, 420)
    )
  })
  return { twelve: halves || (onDial && passes), halves }
}

const isWithin = ({ clock }: Moment, from: number, to: number): boolean =>
  clock !== undefined && clock.minutes >= from && clock.minutes < to

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
  readonly season: ReturnType<typeof namesInSeason>
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
  const half =
    clocks.twelve &&
    when.clock !== undefined &&
    !when.clock.half &&
    when.clock.minutes >= 60 &&
    when.clock.minutes < 780
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
  if (instant !== undefined) {
    fact.instant = isoInstant(instant)
    const season = zone && found.season(zone.name, day.number)
    if (season) fact.zoneInSeason = season
  }
  if (minutes !== undefined) fact.minutes = minutes
  if (until !== undefined) fact.until = until
  if (when.impossible) fact.impossible = when.impossible
  else if (instant !== undefined && isSkipped(day, when, zone, instant))
    fact.impossible = `${date} ${fact.time} ${zone?.name}`
  return fact
}

function endOf({ until }: WhenMatch, frame: Frame, day: Day, first: Day, start: number): number | undefined {
  if (!until?.clock) return undefined
  const own = dayOf(until.date, frame, day)
  const end = ((own ?? day).number - first.number) * dayLength + minutesIn(frame.zone, until, day)
  return own || end >= start ? end : end + dayLength
}

/** Whether the clock of a zone jumps over a time, on the night that summer time begins. */
function isSkipped(day: Day, { clock }: Moment, zone: Zone | undefined, instant: number): boolean {
  if (typeof zone?.rule !== 'string' || !clock) return false
  const wall = instant + luxonZone(zone.rule).offset(instant) * 60_000
  return wall !== wallTime(day.number, clock.minutes)
}

const wallTime = (day: number, minutes: number): number => day * dayInMs + Math.round(minutes * 60) * 1000

/** Milliseconds since 1970 of a clock time on a day, in a zone whose rules are known. */
function instantOf(day: number, minutes: number, zone: Zone | undefined): number | undefined {
  if (zone?.rule === undefined) return undefined
  const wall = wallTime(day, minutes)
  if (typeof zone.rule === 'number') return wall - zone.rule * 60_000
  return DateTime.fromMillis(wall, { zone: utc })
    .setZone(luxonZone(zone.rule), { keepLocalTime: true })
    .toMillis()
}

const isoInstant = (instant: number): string => new Date(instant).toISOString().replace('.000Z', 'Z')

const isoDate = (day: number): string => new Date(day * dayInMs).toISOString().slice(0, -14)

/** `HH:MM`, or `HH:MM:SS` where seconds are written. */
export function clockText(minutes: number, seconds: boolean): string {
  const total = Math.round(minutes * 60)
  const parts = [Math.floor(total / 3600), Math.floor(total / 60) % 60, ...(seconds ? [total % 60] : [])]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
