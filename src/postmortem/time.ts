import { type CalendarDate, dateAt, exists, shortDateAt, weekdayAt } from './dates.ts'
import { isDigit, matchAt, skip, type Writable } from './scan.ts'
import { minutesOf, type Zone, zoneAt } from './zones.ts'

/** A time of day as written. */
export interface Clock {
  /** Minutes since midnight, seconds as a fraction; 1440 for 24:00. */
  readonly minutes: number
  readonly seconds: boolean
  /** Written with am or pm. */
  readonly half: boolean
}

export interface Moment {
  readonly clock?: Clock
  readonly date?: CalendarDate
  readonly zone?: Zone
  /** Of a time without a date: "Tue 09:00"; Monday is 1. */
  readonly weekday?: number
}

/** A moment, or a range of time, and where it stands in a text. */
export interface WhenMatch extends Moment {
  readonly start: number
  readonly end: number
  /** It opens the text: before it stands no more than a mark, an emoji, "At" or "Around". */
  readonly lead: boolean
  /** Where a range ends. */
  readonly until?: Moment
  /** "~", "around", "approx.". */
  readonly approximate: boolean
  /** The words of a date or time that does not exist. */
  readonly impossible?: string
}

const starts =
  /\d+|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|noon|midnight)[a-z]{0,6}\b/gi
/** What a text must have to name a time at all. */
const figure = /\d|[Nn]oon|[Mm]idnight/
const none: readonly WhenMatch[] = []
const lead =
  /^(?::[a-z][\w+-]{1,40}:|[^\p{L}\p{N}]){0,40}(?:(?:at|on|from|by|after|before|between|since|until|circa|ca|the|approx(?:imately)?|around|about)\b[\s.~]{0,4}){0,3}/iu

/**
 * The moments and ranges of time in a text, in order. Figures that may be something else (`15.25`, `0251`) count only at
 * its start. Linear: at each place a fixed number of bounded patterns is tried.
 */
export function readWhens(text: string): readonly WhenMatch[] {
  if (!figure.test(text)) return none
  const found: WhenMatch[] = []
  let first = -1
  starts.lastIndex = 0
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    const next = starts.lastIndex
    const at = match.index
    if (first < 0) first = lead.exec(text)?.[0].length ?? 0
    const when = isGlued(text, at, first) ? undefined : whenAt(text, at, at <= first)
    if (when) found.push(when)
    starts.lastIndex = when?.end ?? next
  }
  return found
}

/** Part of a word, a number or a path; but not behind an emoji's colon, and "10.12:30" is item ten at 12:30. */
function isGlued(text: string, at: number, first: number): boolean {
  const before = text.charAt(at - 1)
  if (before === '' || !/[\p{L}\p{N}_.:/#$€£+=]/u.test(before)) return false
  if (before === ':' && at === first) return false
  return !(before === '.' && at <= 3 && /^\d{1,2}\.\d\d?:/.test(text))
}

interface Found extends Moment {
  readonly end: number
  /** Calendar and clock have such a moment. */
  readonly real: boolean
}

function whenAt(text: string, at: number, expected: boolean): WhenMatch | undefined {
  const first = momentAt(text, at, expected) ?? headOfRange(text, at)
  if (!first) return undefined
  const last = rangeEnd(text, at, first, expected)
  const end = last?.end ?? first.end
  const [from, until] = last ? completed(first, last) : [first, undefined]
  const match: Writable<WhenMatch> = {
    start: at,
    end,
    lead: expected,
    approximate:
      approximateBefore.test(text.slice(Math.max(0, at - 18), at)) || matchAt(tilde, text, end) !== undefined,
  }
  if (from.clock) match.clock = from.clock
  if (from.date) match.date = from.date
  if (from.zone) match.zone = from.zone
  if (from.weekday) match.weekday = from.weekday
  if (until) match.until = until
  if (!(first.real && (last?.real ?? true))) match.impossible = text.slice(at, end)
  return match
}

const approximateBefore =
  /(?:[~≈≃±]|\b(?:around|about|approx\.?|approximately|roughly|circa|ca\.?|shortly (?:after|before))\s)[\s(*_[]{0,4}$/i
const tilde = /\s?~(?!\d)|-?ish\b|\s?\((?:±|approx)/y

const beforeClock =
  /(?:[\s,;.|([{]|T(?=\d)|at\b|@|from\b|between(?: the hours of)?\b|by\b|around\b|about\b|approx(?:imately)?\b|circa\b|ca\b|roughly\b|[~≈–—:-]){1,8}/iy
const beforeDate = /(?:[\s,([]|on\b|of\b|-){1,4}/iy

/** A date, a clock time, or both in either order, with the zone behind them. */
function momentAt(text: string, at: number, expected: boolean): Found | undefined {
  const dated = dateAt(text, at) ?? shortDate(text, at, expected)
  if (!dated) return weekdayMoment(text, at) ?? clockMoment(text, at, expected)
  const real = exists(dated.date)
  const start = skip(beforeClock, text, dated.end)
  const clock = start > dated.end ? clockAt(text, start) : undefined
  if (
    !clock ||
    (clock.weak &&
      !isNamed(text, clock.end) &&
      !(dated.date.year ? matchAt(closing, text, clock.end) : closes(text, start, clock.end)))
  )
    return zoned(text, { date: dated.date, end: dated.end, real })
  const iso = text.charAt(start - 1) === 'T'
  return zoned(text, { date: dated.date, clock: clock.clock, end: clock.end, real: real && clock.real }, iso)
}

/** "Tue 09:00". */
function weekdayMoment(text: string, at: number): Found | undefined {
  const named = weekdayAt(text, at)
  const clock = named && clockMoment(text, skip(blank, text, named.end), false)
  return clock && { ...clock, weekday: named.weekday }
}

/** A clock time at an index, and the date behind it. */
function clockMoment(text: string, at: number, expected: boolean): Found | undefined {
  const clock = clockAt(text, at)
  if (!clock) return undefined
  const sure = clock.weak ? isNamed(text, clock.end) || (expected && stands(text, at, clock.end)) : true
  const { end, zone } = zoned(text, clock)
  if (!sure || !(clock.real || clock.clock.half || zone || expected)) return undefined
  const start = skip(beforeDate, text, end)
  const dated = start > end ? dateAt(text, start) : undefined
  const usable =
    dated && (dated.date.year !== undefined || dated.date.order === undefined) ? dated : undefined
  const closed = usable && text.charAt(start - 1) === '(' && text.charAt(usable.end) === ')' ? 1 : 0
  const found = {
    clock: clock.clock,
    ...(zone && { zone }),
    ...(usable && { date: usable.date }),
    end: usable ? usable.end + closed : end,
    real: clock.real && (!usable || exists(usable.date)),
  }
  return usable && !zone ? zoned(text, found) : found
}

const closing = /\s?(?:$|[:|)\]–—-](?!\d))/y
/** A zone stands behind by its name: not an offset, which may follow a year. */
const isNamed = (text: string, end: number): boolean =>
  /^\w/.test(zoned(text, { end, real: true, clock: unwritten }).zone?.name ?? '')
const unwritten: Clock = { minutes: 0, seconds: false, half: false }

/** Whether figures without a colon stand as a time does at the start of an entry: `0251 - …`, `15.25 The …`. */
function stands(text: string, at: number, end: number): boolean {
  return closes(text, at, end) || (text.charAt(at + 2) === '.' && /^\s\p{Lu}/u.test(text.slice(end, end + 2)))
}

/** Nothing follows but a mark, and the figures are no year. */
const closes = (text: string, at: number, end: number): boolean =>
  !/^(?:19|20)\d\d$/.test(text.slice(at, end)) && matchAt(closing, text, end) !== undefined

/** `03-26` counts before a clock time, or alone where a time is expected. */
function shortDate(text: string, at: number, expected: boolean): ReturnType<typeof shortDateAt> {
  const dated = shortDateAt(text, at)
  if (!dated) return undefined
  const clock = clockAt(text, skip(blank, text, dated.end))
  return (clock && !clock.weak) || (expected && matchAt(alone, text, dated.end)) ? dated : undefined
}
const blank = /\s{0,2}/y
const alone = /\s{0,2}(?:$|[|\])])/y

const zulu = /Z(?!\w)/y
const offset = /\s?(?:\+\d{2}:?\d{2}|[-−]\d{4})(?![\d:])/y
const isoOffset = /[+\-−]\d{2}:?\d{2}(?!\d)/y
const aroundZone = /[\s,]{0,2}[([]?\s?/y
const closedZone = /\s?[)\]]/y

/** With the zone that stands behind it, in parentheses or not. */
function zoned(text: string, found: Found, iso = false): Found {
  const { end } = found
  if (end === text.length) return found
  if (matchAt(zulu, text, end)) return { ...found, zone: { name: 'UTC', rule: 0 }, end: end + 1 }
  const shift = matchAt(iso ? isoOffset : offset, text, end)?.[0]
  if (shift)
    return { ...found, zone: { name: shift.trim(), rule: minutesOf(shift) }, end: end + shift.length }
  const start = skip(aroundZone, text, end)
  if (start === end && !found.clock) return found
  const zone = zoneAt(text, start)
  if (!zone) return found
  const opened = /[([]/.test(text.slice(end, start))
  return { ...found, zone: zone.zone, end: opened ? skip(closedZone, text, zone.end) : zone.end }
}

interface ClockFound extends Found {
  readonly clock: Clock
  /** Figures that are a time only where a time is expected: `15.25`, `0251`, `10h30`. */
  readonly weak: boolean
}

const word = /(?:12\s?)?(noon|midnight)\b/iy
const figures =
  /(\d{1,2})(?:(:|：|\.(?=\d\d(?!:\d))|h(?=\d\d(?![a-z\d])))(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?)?(?!\d)/iy
const half = /\s{0,2}:?([ap])\.?\s?m(?!\w)\.?/iy
const hourMark = /\s?(?:h(?:ou)?rs?|h|Uhr)\b/y
const letter = /([ap])(?!\w)/iy
const four = /([01]\d|2[0-3])([0-5]\d)(?!\d)(?:\s?h(?:ou)?rs\b|h\b)?/y
const goesOn = /[:.%]\d|[%_]/y
const glued = /\p{L}/uy

/** The time of day that starts at an index. */
function clockAt(text: string, at: number): ClockFound | undefined {
  const digit = isDigit(text.charCodeAt(at))
  const named = digit && !text.startsWith('12', at) ? undefined : matchAt(word, text, at)
  if (named) {
    const minutes = /noon/i.test(named[0]) ? 720 : 0
    return {
      clock: { minutes, seconds: false, half: true },
      end: at + named[0].length,
      weak: false,
      real: true,
    }
  }
  if (!digit) return undefined
  const match = matchAt(figures, text, at)
  if (!match) return fourFigures(text, at)
  const [whole, hours, mark, minutes = '0', seconds] = match
  const end = at + whole.length
  // "1:30 hours" is a length of time, "13:30 hours" a time.
  const marked = mark ? matchAt(hourMark, text, end) : undefined
  if (marked && hours?.length === 1) return undefined
  const part = matchAt(half, text, end) ?? (mark ? (matchAt(letter, text, end) ?? marked) : undefined)
  if (!part && (!mark || matchAt(goesOn, text, end) || (matchAt(glued, text, end) && !isNamed(text, end))))
    return undefined
  const said = part?.[1]?.toLowerCase()
  const hour = Number(hours)
  const inHour = Number(minutes) + Number(seconds ?? 0) / 60
  return {
    clock: {
      minutes: (said && hour <= 12 ? (hour % 12) + (said === 'p' ? 12 : 0) : hour) * 60 + inHour,
      seconds: seconds !== undefined,
      half: said !== undefined,
    },
    end: end + (part?.[0].length ?? 0),
    weak: !part && mark !== ':' && mark !== '：',
    real: inHour < 61 && Number(minutes) < 60 && hour * 60 + inHour <= 1440 && !(said === 'a' && hour > 12),
  }
}

function fourFigures(text: string, at: number): ClockFound | undefined {
  const match = matchAt(four, text, at)
  if (!match) return undefined
  const end = at + match[0].length
  if (match[0].length === 4 && /[-/.,%\p{L}]/u.test(text.charAt(end))) return undefined
  const minutes = Number(match[1]) * 60 + Number(match[2])
  return { clock: { minutes, seconds: false, half: false }, end, weak: match[0].length === 4, real: true }
}

const to =
  /(?:\s{0,2}(?:[-–—−~→⟶]|[-=]>)\s{0,2}|\s(?:to|until|till|through|thru|up to)\s)(?:(?:about|around|approx(?:imately)?|roughly)\s|~\s?)?/y
const and = /\sand\s/y
const onlySeconds = /\s?[-–]\s?(\d\d)(?![\d:.])/y
const between = /\bbetween\s/i

function rangeEnd(text: string, at: number, first: Found, expected: boolean): Found | undefined {
  if (first.clock?.seconds) {
    const seconds = matchAt(onlySeconds, text, first.end)
    if (seconds) {
      const minutes = Math.floor(first.clock.minutes) + Number(seconds[1]) / 60
      return { clock: { ...first.clock, minutes }, end: first.end + seconds[0].length, real: true }
    }
  }
  const joint = jointAt(text, at, first.end)
  if (!joint) return undefined
  const start = first.end + joint[0].length
  const last = momentAt(text, start, expected) ?? (first.clock?.half ? hourWithZone(text, start) : undefined)
  return last && (last.clock !== undefined) === (first.clock !== undefined) ? last : undefined
}

/** The end of "4pm to 6 GMT": an hour, by the zone behind it. */
function hourWithZone(text: string, at: number): Found | undefined {
  const hour = matchAt(bare, text, at)?.[0] ?? ''
  if (hour.length > 2 || Number(hour) < 1 || Number(hour) > 12) return undefined
  const clock = { minutes: Number(hour) * 60, seconds: false, half: false }
  const found = zoned(text, { clock, end: at + hour.length, real: true })
  return found.zone && found
}

/** What joins two ends; "and" does only after "between". */
function jointAt(text: string, at: number, end: number): RegExpExecArray | undefined {
  const joint = matchAt(to, text, end)
  if (joint) return joint
  const last = matchAt(and, text, end)
  return last && between.test(text.slice(Math.max(0, at - 24), end)) ? last : undefined
}

const bare = /\d{1,2}(?!\d)|\d{4}(?!\d)/y

/** "9 to 10 PM", "1900 and 2100 UTC": figures that the end of their range shows to be a time. */
function headOfRange(text: string, at: number): Found | undefined {
  const head = matchAt(bare, text, at)?.[0]
  if (!head) return undefined
  const end = at + head.length
  const hours = Number(head.length === 4 ? head.slice(0, 2) : head)
  const minutes = head.length === 4 ? Number(head.slice(2)) : 0
  const joint = jointAt(text, at, end)
  if (!joint || hours > 23 || minutes > 59) return undefined
  const last = clockMoment(text, end + joint[0].length, false)
  if (!last?.clock || !(head.length === 4 ? last.zone : last.clock.half)) return undefined
  return { clock: { minutes: hours * 60 + minutes, seconds: false, half: false }, end, real: true }
}

/** Both ends of a range: what is said once (am or pm, zone, year) holds for both. */
function completed(first: Found, last: Found): [Found, Found] {
  const zone = first.zone ?? last.zone
  const year = last.date?.year
  const date =
    first.date && first.date.year === undefined && year !== undefined ? { ...first.date, year } : first.date
  const given =
    date ?? (last.clock && first.clock && last.clock.minutes >= first.clock.minutes ? last.date : undefined)
  const from = { ...first, ...(zone && { zone }), ...(given && { date: given }) }
  const until = { ...last, ...(zone && !last.zone && { zone }) }
  if (!from.clock || !until.clock || from.clock.half === until.clock.half) return [from, until]
  const [a, b] = [from.clock.minutes, until.clock.minutes]
  if (until.clock.half && a < 780) {
    const choices = [(a % 720) + 720, a % 720]
    const minutes = choices.find((choice) => choice <= b) ?? a % 720
    return [{ ...from, clock: { ...from.clock, minutes, half: true } }, until]
  }
  if (from.clock.half && b < 780) {
    const minutes = [b % 720, (b % 720) + 720].find((choice) => choice >= a) ?? b % 720
    return [from, { ...until, clock: { ...until.clock, minutes, half: true } }]
  }
  return [from, until]
}
