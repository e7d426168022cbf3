import type { ReadOptions } from './postmortem.ts'
import { afterDigits, isAsciiLetter, isBlank, isDigit, matchAt } from './scan.ts'

/** A calendar date as written: what it leaves out is undefined, so that all have one shape. */
export interface CalendarDate {
  readonly year: number | undefined
  readonly month: number
  readonly day: number
  /** Written in figures: which of the two came first, where one of them is too large for a month. */
  readonly order: 'dmy' | 'mdy' | 'either' | undefined
  /** Monday is 1. */
  readonly weekday: number | undefined
}

/**
 * Names of months from CLDR: of English, in full and short, and for documents in other languages the full names of Spanish,
 * French, Portuguese, Indonesian and German. Their short names are words of English ("out", "set", "ago").
 */
const monthNames: readonly string[] = [
  'january jan enero janvier janeiro januari januar',
  'february feb febrero février fevereiro februari februar',
  'march mar marzo mars março maret märz',
  'april apr abril avril',
  'may mayo mai maio mei',
  'june jun junio juin junho juni',
  'july jul julio juillet julho juli',
  'august aug agosto août agustus',
  'september sep sept septiembre septembre setembro',
  'october oct octubre octobre outubro oktober',
  'november nov noviembre novembre novembro',
  'december dec diciembre décembre dezembro desember dezember',
]
const months = numbered(monthNames)

const weekdayNames: readonly string[] = [
  'monday mon',
  'tuesday tue tues',
  'wednesday wed',
  'thursday thu thur thurs',
  'friday fri',
  'saturday sat',
  'sunday sun',
]
const weekdays = numbered(weekdayNames)

function numbered(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.flatMap((line, i) => line.split(' ').map((name) => [name, i + 1] as const)))
}

/** 1 to 12; "may" and "march" in small letters are verbs. */
export const monthOf = (word: string): number | undefined =>
  word === 'may' || word === 'march' ? undefined : months.get(word.toLowerCase())

const weekdayOf = (word: string): number | undefined => weekdays.get(word.toLowerCase())

/** Whether a word names a month or a day of the week. */
export const isDateName = (word: string): boolean => months.has(word) || weekdays.has(word)

/** Whether the word at an index may be one of some names: it is, or letters go on beyond ASCII. */
function mayName(names: ReadonlyMap<string, number>, text: string, index: number): boolean {
  let end = index
  while (isAsciiLetter(text.charCodeAt(end))) end++
  return text.charCodeAt(end) > 127 || (end > index && names.has(text.slice(index, end).toLowerCase()))
}

interface Found {
  readonly date: CalendarDate
  readonly end: number
}

const yearFirst = /((?:19|20)\d{1,3})([-/.])(\d{1,2})\2(\d{1,2})(?![\d%]|[-/.]\d(?!\d:)|[-_][A-Za-z])/y
const yearLast = /(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d{1,3}|\d\d)(?![\d%]|[-/.]\d|[-_][A-Za-z])/y
// "Feb 9 1924 UTC" gives a time, not a year.
// Names of months and days are Latin: no letter beyond goes on with them. `\p{L}` would cost more to compile than all of these.
const named =
  /(\d{1,2})(?:st|nd|rd|th|º|\.)?(?:[\s/-]|\sof\s|\sde\s)\s?([A-Za-zÀ-ɏ]{3,10})(?![A-Za-zÀ-ɏ\u0250-\u1fff\u2c00-\ud7ff])\.?(?:(?:,?\s|[/-]|\sde\s|\sdel?\s)\s?((?:19(?![0-5]\d (?:UTC|GMT))|20)\d\d)(?!\d|:\d))?/y
const monthFirst =
  /([A-Za-zÀ-ɏ]{3,9})\.?[\s-]{1,2}(?:the\s)?(\d{1,2})(?:st|nd|rd|th)?(?![\d%]|[:.]\d|\s?[ap]\.?m\b)(?:(?:,\s?|\s|,?\sof\s)((?:19(?![0-5]\d (?:UTC|GMT))|20)\d\d)(?!\d|:\d)|,\s(\d\d)(?=,\s\d{1,2}:\d\d))?/y
const eastAsian = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/y
const noYear = /(\d{1,2})([-/])(\d{1,2})(?![\d%]|[-/.:]\d|[-_]?[A-Za-z])/y
const leadWeekday = /([A-Za-zÀ-ɏ]{3,9})(?:,\s?|\.?\s)(?:the\s)?/y
const tailWeekday = /,?\s\(?([A-Za-zÀ-ɏ]{3,9})\)?(?![A-Za-zÀ-ɏ\u0250-\u1fff\u2c00-\ud7ff\d])/y

/** The date that starts at an index, with the weekday before or behind it. */
export function dateAt(text: string, index: number): Found | undefined {
  const lead = weekdayAt(text, index)
  const found = bareDateAt(text, lead?.end ?? index)
  if (!found) return undefined
  if (lead) return { ...found, date: { ...found.date, weekday: lead.weekday } }
  const tail = weekdayOf(matchAt(tailWeekday, text, found.end)?.[1] ?? '')
  return tail ? { date: { ...found.date, weekday: tail }, end: tailWeekday.lastIndex } : found
}

/** The weekday that stands before a date or a time. */
export function weekdayAt(text: string, index: number): { weekday: number; end: number } | undefined {
  const match = mayName(weekdays, text, index) ? matchAt(leadWeekday, text, index) : undefined
  const weekday = match && weekdayOf(match[1] ?? '')
  return weekday ? { weekday, end: index + match[0].length } : undefined
}

function bareDateAt(text: string, index: number): Found | undefined {
  if (!isDigit(text.charCodeAt(index))) {
    const month = mayName(months, text, index) ? matchAt(monthFirst, text, index) : undefined
    return (
      month &&
      dateOf(
        month[3] ?? (month[4] && `20${month[4]}`),
        monthOf(month[1] ?? ''),
        month[2],
        monthFirst.lastIndex,
      )
    )
  }
  const behind = afterDigits(text, index)
  const mark = text.charAt(behind)
  if (mark === '') return undefined
  if ('-/.'.includes(mark)) {
    const iso = matchAt(yearFirst, text, index)
    // 2025.15.2 is a version
    if (iso && !(iso[2] === '.' && Number(iso[3]) > 12))
      return dateOf(iso[1], Number(iso[3]), iso[4], yearFirst.lastIndex)
    const last = matchAt(yearLast, text, index)
    if (last && !(last[2] === '.' && last[4]?.length === 2)) {
      const year = last[4]?.length === 2 ? `20${last[4]}` : last[4]
      return { date: inFigures(Number(last[1]), Number(last[3]), Number(year)), end: yearLast.lastIndex }
    }
  } else if (mark === '年' || mark === '月') {
    const found = matchAt(eastAsian, text, index)
    return found && dateOf(found[1], Number(found[2]), found[3], eastAsian.lastIndex)
  } else if (behind > index + 2 || !mayPrecedeMonth(text.charCodeAt(behind))) return undefined
  const day = matchAt(named, text, index)
  // in "12th of may" the small word is no verb
  const word = day?.[2] ?? ''
  const month = /\sof\s/.test(day?.[0] ?? '') ? months.get(word.toLowerCase()) : monthOf(word)
  return day && month ? dateOf(day[3], month, day[1], named.lastIndex) : undefined
}

/** White space or a letter: "5 May", "5th". */
const mayPrecedeMonth = (code: number): boolean => isAsciiLetter(code) || code > 127 || isBlank(code)

/** `03-26`, which is a date only where a clock time follows or where a time is expected. */
export function shortDateAt(text: string, index: number): Found | undefined {
  const match = '-/'.includes(text.charAt(afterDigits(text, index)))
    ? matchAt(noYear, text, index)
    : undefined
  const [first, second] = [Number(match?.[1]), Number(match?.[3])]
  if (!match || Math.min(first, second) < 1 || Math.min(first, second) > 12 || Math.max(first, second) > 31)
    return undefined
  return { date: inFigures(first, second, undefined), end: noYear.lastIndex }
}

function dateOf(
  year: string | undefined,
  month: number | undefined,
  day: string | undefined,
  end: number,
): Found | undefined {
  if (month === undefined || Number(day) === 0 || Number(day) > 39) return undefined
  const date = {
    year: year ? Number(year) : undefined,
    month,
    day: Number(day),
    order: undefined,
    weekday: undefined,
  }
  return { date, end }
}

function inFigures(first: number, second: number, year: number | undefined): CalendarDate {
  const order = first > 12 ? 'dmy' : second > 12 ? 'mdy' : 'either'
  const [month, day] = order === 'dmy' ? [second, first] : [first, second]
  return { year, month, day, order: first === second ? 'mdy' : order, weekday: undefined }
}

/** A date in figures read in the order that the document or its house style has; others are returned as they are. */
export function inOrder(date: CalendarDate, order: ReadOptions['dateOrder']): CalendarDate {
  if (date.order !== 'either' || order === undefined || order === 'ymd') return date
  return order === 'mdy' ? { ...date, order } : { ...date, order, month: date.day, day: date.month }
}

export const dayInMs = 86_400_000

/** The day of the week of a day since 1970-01-01; Monday is 1. */
export const weekdayOfDay = (day: number): number => new Date(day * dayInMs).getUTCDay() || 7

/** Days since 1970-01-01, or nothing for a date that does not exist. */
export function dayNumber(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.getTime() / dayInMs : undefined
}

/** Whether a calendar has such a day, and on that weekday where one is named. */
export function exists({ year, month, day, weekday, order }: CalendarDate): boolean {
  if (year !== undefined && (year < 1000 || year > 9999)) return false
  if (day <= 28 && month >= 1 && month <= 12 && weekday === undefined) return day >= 1
  const number = dayNumber(year ?? 2024, month, day)
  if (number === undefined) return false
  const isOpen = year === undefined || weekday === undefined || order === 'either'
  return isOpen || weekdayOfDay(number) === weekday
}
