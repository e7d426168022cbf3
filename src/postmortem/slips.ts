import { DateTime } from 'luxon'
import type { Reading } from './moments.ts'
import { placeOf } from './place.ts'
import type { Slip } from './postmortem.ts'
import type { WhenMatch } from './time.ts'

/** Dates and times that no calendar and no clock has, wherever they stand outside code and quotes. */
export function readSlips({ source, blocks, moments }: Reading): Slip[] {
  const slips: Slip[] = []
  for (const [index, found] of moments) {
    const block = blocks[index]
    if (!block || block.quoted) continue
    for (const when of found) {
      const lost = lostHalf.test(block.text.slice(when.end, when.end + 3))
      if ((when.impossible === undefined && !lost) || denied.test(block.text.slice(when.end, when.end + 60)))
        continue
      const end = when.end + (lost ? 2 : 0)
      const value = block.text.slice(when.start, end)
      const at = placeOf(source, block, when.start, end)
      const real = weekdayOf(when)
      slips.push({ value, at, form: 'moment', ...(real && weekday(value, real)) })
    }
  }
  return slips
}

/** "An expiry of 2025-02-29, which does not exist": the writer knows, and tells of the bug. */
const denied = /^[^.;:]{0,24}\b(?:not exist|no such|not a (?:valid|real)|invalid)\b/i

/** "10:00 M": what was am or pm. */
const lostHalf = /^\sM(?!\w)/

/** The day of the week of a date that names another. */
function weekdayOf({ date, until }: WhenMatch): string | undefined {
  if (!date?.weekday || date.year === undefined || (until?.date && until.date.day !== date.day))
    return undefined
  const { isValid, weekday } = DateTime.utc(date.year, date.month, date.day)
  return isValid && weekday !== date.weekday ? weekdays[weekday - 1] : undefined
}
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const written = /\b(mon|tue|wed|thu|fri|sat|sun)([a-z]*)\b/i

/** With the right name in place of the written one, as long or as short as that. */
function weekday(value: string, real: string): Pick<Slip, 'form' | 'weekday' | 'expected'> {
  const [name = '', , rest = ''] = written.exec(value) ?? []
  const expected = value.replace(name, rest === '' ? real.slice(0, 3) : real)
  return { form: 'weekday', weekday: real, ...(name && rest.length !== 1 && { expected }) }
}
