import { type CalendarDate, dateAt, exists, isDateName, shortDateAt, weekdayAt } from './dates.ts'
import { afterDigits, isAsciiLetter, isBlank, isDigit, matchAt, skip } from './scan.ts'
import { minutesOf, type Zone, type ZoneFound, zoneAt } from './zones.ts'

/** A time of day as written. */
export interface Clock {
  /** Minutes since midnight, seconds as a fraction; 1440 for 24:00. */
  readonly minutes: number
  readonly seconds: boolean
  /** Written with am or pm. */
  readonly half: boolean
}

/** What it leaves out is undefined, so that all have one shape. */
export interface Moment {
  readonly clock: Clock | undefined
  readonly date: CalendarDate | undefined
  readonly zone: Zone | undefined
  /** Of a time without a date: "Tue 09:00"; Monday is 1. */
  readonly weekday: number | undefined
}

/** A moment, or a range of time, and where it stands in a text. */
export interface WhenMatch extends Moment {
  readonly start: number
  readonly end: number
  /** It opens the text: before it stands no more than a mark, an emoji, "At" or "Around". */
  readonly lead: boolean
  /** Where a range ends. */
  readonly until: Moment | undefined
  /** "~", "around", "approx.". */
  readonly approximate: boolean
  /** The words of a date or time that does not exist. */
  readonly impossible: string | undefined
}

const starts =
  /\d+|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|noon|midnight)[a-z]{0,6}\b/gi
/** What a text must have to name a time at all. */
const figure = /\d|[Nn]oon|[Mm]idnight/
const none: readonly WhenMatch[] = []
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
    const when =
      isStart(match[0], text, at) && !isGlued(text, at, first) ? whenAt(text, at, at <= first) : undefined
    if (when) found.push(when)
    starts.lastIndex = when?.end ?? next
  }
  return found
}

/** A figure, or a word that names a month, a day, noon or midnight. */
function isStart(word: string, text: string, at: number): boolean {
  if (isDigit(text.charCodeAt(at))) return true
  const name = word.toLowerCase()
  return isDateName(name) || name === 'noon' || name === 'midnight'
}

/** What may stand before a time that opens a text: marks, emoji and words such as "at". */
const lead =
  /^(?::[a-z][\w+-]{1,40}:|[^\p{L}\p{N}]){0,40}(?:(?:at|on|from|by|after|before|between|since|until|circa|ca|the|approx(?:imately)?|around|about)\b[\s.~]{0,4}){0,3}/iu

/** Neither a letter nor a number stands at an index. */
function isMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 128 ? !isAsciiLetter(code) && !isDigit(code) : !wordly.test(text.slice(at, at + 2))
}
const wordly = /^[\p{L}\p{N}]/u

/** Part of a word, a number or a path; but not behind an emoji's colon, and "10.12:30" is item ten at 12:30. */
function isGlued(text: string, at: number, first: number): boolean {
  if (at === 0 || isBlank(text.charCodeAt(at - 1))) return false
  const before = text.charAt(at - 1)
  if (isMark(text, at - 1) && !'_.:/#$€£+='.includes(before)) return false
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
  return {
    start: at,
    end,
    lead: expected,
    clock: from.clock,
    date: from.date,
    zone: from.zone,
    weekday: from.weekday,
    until,
    approximate:
      (at > 0 && approximateBefore.test(text.slice(Math.max(0, at - 18), at))) ||
      matchAt(tilde, text, end) !== undefined,
    impossible: first.real && (last?.real ?? true) ? undefined : text.slice(at, end),
  }
}

const approximateBefore =
  /(?:[~≈≃±]|\b(?:around|about|approx\.?|approximately|roughly|circa|ca\.?|shortly (?:after|before))\s)[\s(*_[]{0,4}$/i
const tilde = /\s?~(?!\d)|-?ish\b|\s?\((?:±|approx)/y

const beforeClock =
  /(?:[\s,;.|([{]|T(?=\d)|[/_](?=\d{1,2}:\d\d)|at\b|@|from\b|between(?: the hours of)?\b|by\b|around\b|about\b|approx(?:imately)?\b|circa\b|ca\b|roughly\b|[~≈–—:-]){1,8}/iy
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
    return withZone(text, undefined, dated.date, dated.end, real)
  const iso = text.charAt(start - 1) === 'T'
  return withZone(text, clock.clock, dated.date, clock.end, real && clock.real, iso)
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
  if (clock.weak && !isNamed(text, clock.end) && !(expected && stands(text, at, clock.end))) return undefined
  const found = withZone(text, clock.clock, undefined, clock.end, clock.real)
  const { end, zone } = found
  if (!(clock.real || clock.clock.half || zone || expected || isTold(text, at, at + 2))) return undefined
  const start = skip(beforeDate, text, end)
  const dated = start > end ? dateAt(text, start) : undefined
  if (!dated || (dated.date.year === undefined && dated.date.order !== undefined)) return found
  const { date } = dated
  const closed = text.charAt(start - 1) === '(' && text.charAt(dated.end) === ')' ? 1 : 0
  const behind = dated.end + closed
  const real = clock.real && exists(date)
  return zone ? { ...found, date, end: behind, real } : withZone(text, clock.clock, date, behind, real)
}

const closing = /\s?(?:$|[:|)\]–—-](?!\d))/y
/** A zone stands behind by its name: not an offset, which may follow a year. */
const isNamed = (text: string, end: number): boolean =>
  /^\w/.test(zoneBehind(text, end, true, false)?.zone.name ?? '')

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
  const clock = clockAt(text, skip(beforeTime, text, dated.end))
  return (clock && !clock.weak) || (expected && matchAt(alone, text, dated.end)) ? dated : undefined
}
const blank = /\s{0,2}/y
const beforeTime = /\s{0,2}[~≈]?/y
const alone = /\s{0,2}(?:$|[|\])])/y

const zulu = /[Zz](?!\w)/y
const offset = /\s?(?:\+\d{2}:?\d{2}|[-−]\d{4})(?![\d:])/y
const isoOffset = /[+\-−]\d{2}:?\d{2}(?!\d)/y
const aroundZone = /[\s,]{0,2}[([]?\s?/y
/** "13:10 Irish time (UTC+1)", "15:45 (Brasília time, UTC−3)": a place before its offset. */
const placeTime = /\s[([]?\p{Lu}\p{L}{1,20} time[\s,]{1,2}[([]?/uy
const closedZone = /\s?[)\]]/y

/** A clock time, a date or both, with the zone that stands behind it, in parentheses or not. */
function withZone(
  text: string,
  clock: Clock | undefined,
  date: CalendarDate | undefined,
  end: number,
  real: boolean,
  iso = false,
): Found {
  const found = zoneBehind(text, end, clock !== undefined, iso)
  return { clock, date, zone: found?.zone, weekday: undefined, end: found?.end ?? end, real }
}

/** Without a clock time a zone is set off from what it stands behind. */
function zoneBehind(text: string, end: number, clocked: boolean, iso: boolean): ZoneFound | undefined {
  if (matchAt(zulu, text, end)) return { zone: { name: 'UTC', rule: 0 }, end: end + 1 }
  const shift = matchAt(iso ? isoOffset : offset, text, end)?.[0]
  if (shift) return { zone: { name: shift.trim(), rule: minutesOf(shift) }, end: end + shift.length }
  const start = skip(aroundZone, text, end)
  const found =
    start === end && !clocked ? undefined : (zoneAt(text, start) ?? zoneAt(text, skip(placeTime, text, end)))
  if (!found) return undefined
  const opened = /[([]/.test(text.slice(end, start))
  return opened ? { zone: found.zone, end: skip(closedZone, text, found.end) } : found
}

interface ClockFound {
  readonly clock: Clock
  readonly end: number
  /** The clock has such a time. */
  readonly real: boolean
  /** Figures that are a time only where a time is expected: `15.25`, `0251`, `10h30`. */
  readonly weak: boolean
}

const word = /(?:12\s?)?(noon|midnight)\b/iy
const behindHour = /(:|：|\.(?=\d\d(?!:\d))|h(?=\d\d(?![a-z\d])))(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(?!\d)/iy
const half = /\s{0,2}:?([apAP])\.?\s?[mM](?!\w)\.?/y
const hourMark = /\s?(?:h(?:ou)?rs?|h|Uhr)\b/y
const letter = /([apAP])(?!\w)/y
const four = /([01]\d|2[0-3])([0-5]\d)(?!\d)(?:\s?h(?:ou)?rs\b|h\b)?/y
const goesOn = /[:.%]\d|[%_]/y
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
  const behind = afterDigits(text, at)
  if (behind > at + 2) return behind === at + 4 ? fourFigures(text, at) : undefined
  const [rest = '', mark, minutes = '0', seconds] = matchAt(behindHour, text, behind) ?? []
  const end = behind + rest.length
  // "1:30 hours" is a length of time, "13:30 hours" a time.
  const marked = mark ? matchAt(hourMark, text, end) : undefined
  if (marked && behind === at + 1) return undefined
  const part = matchAt(half, text, end) ?? (mark ? (matchAt(letter, text, end) ?? marked) : undefined)
  if (!part && (!mark || matchAt(goesOn, text, end) || (isGluedTo(text, end) && !isNamed(text, end))))
    return undefined
  const said = part?.[1]?.toLowerCase()
  const hour = Number(text.slice(at, behind))
  const inHour = Number(minutes) + Number(seconds ?? 0) / 60
  return {
    clock: {
      minutes: (said && hour <= 12 ? (hour % 12) + (said === 'p' ? 12 : 0) : hour) * 60 + inHour,
      seconds: seconds !== undefined,
      half: said !== undefined,
    },
    end: end + (part?.[0].length ?? 0),
    weak: !part && mark !== ':' && mark !== '：' && !(/h/i.test(mark ?? '') && isTold(text, at, behind)),
    real: inHour < 61 && Number(minutes) < 60 && hour * 60 + inHour <= 1440 && !(said === 'a' && hour > 12),
  }
}

/** "At 06h12", "from 10h30": two figures behind a word that leads to a time; "6h12" is as often a length. */
const isTold = (text: string, at: number, end: number): boolean =>
  end === at + 2 &&
  /\b(?:at|from|to|until|by|and|before|after|since|between)\s$/i.test(text.slice(Math.max(0, at - 9), at))

/** A letter stands at an index. */
function isGluedTo(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return isAsciiLetter(code) || (code > 127 && glued.test(text.slice(at, at + 2)))
}
const glued = /^\p{L}/u

function fourFigures(text: string, at: number): ClockFound | undefined {
  const match = matchAt(four, text, at)
  if (!match) return undefined
  const end = at + match[0].length
  if (match[0].length === 4 && /[-/.,%\p{L}]/u.test(text.charAt(end))) return undefined
  const minutes = Number(match[1]) * 60 + Number(match[2])
  return { clock: { minutes, seconds: false, half: false }, end, weak: match[0].length === 4, real: true }
}

const to =
  /(?:\s\([^()\d]{1,30}\))?(?:\s{0,2}(?:[-–—−~→⟶]|[-=]>)\s{0,2}|\s(?:to|until|till|through|thru|up to)\s)(?:(?:about|around|approx(?:imately)?|roughly)\s|~\s?)?/y
const and = /\sand\s/y
const onlySeconds = /\s?[-–]\s?(\d\d)(?![\d:.])/y
const between = /\bbetween\s/i

function rangeEnd(text: string, at: number, first: Found, expected: boolean): Found | undefined {
  if (first.clock?.seconds) {
    const seconds = matchAt(onlySeconds, text, first.end)
    if (seconds) {
      const minutes = Math.floor(first.clock.minutes) + Number(seconds[1]) / 60
      return { ...nothing, clock: { ...first.clock, minutes }, end: first.end + seconds[0].length }
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
  const found = withZone(text, clock, undefined, at + hour.length, true)
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
  const end = afterDigits(text, at)
  const head = text.slice(at, end)
  if (head.length === 0 || head.length === 3 || head.length > 4) return undefined
  const hours = Number(head.length === 4 ? head.slice(0, 2) : head)
  const minutes = head.length === 4 ? Number(head.slice(2)) : 0
  const joint = jointAt(text, at, end)
  if (!joint || hours > 23 || minutes > 59) return undefined
  const last = clockMoment(text, end + joint[0].length, false)
  if (!last?.clock || !(head.length === 4 ? last.zone : last.clock.half)) return undefined
  return { ...nothing, clock: { minutes: hours * 60 + minutes, seconds: false, half: false }, end }
}

const nothing: Found = {
  clock: undefined,
  date: undefined,
  zone: undefined,
  weekday: undefined,
  end: 0,
  real: true,
}

/** Both ends of a range: what is said once (am or pm, zone, year) holds for both. */
function completed(first: Found, last: Found): [Found, Found] {
  const zone = first.zone ?? last.zone
  const year = last.date?.year
  const date =
    first.date && first.date.year === undefined && year !== undefined ? { ...first.date, year } : first.date
  const given =
    date ?? (last.clock && first.clock && last.clock.minutes >= first.clock.minutes ? last.date : undefined)
  const from = { ...first, zone, date: given ?? first.date }
  const until = { ...last, zone: last.zone ?? zone }
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
