import { daysBetween, minutesBetween } from './chronology.ts'
import type { ActionItem, Cited, Downtime, Field, Slip, Timeline } from './postmortem.ts'
import { readWhens, type WhenMatch } from './time.ts'

/** A moment that a field or an entry tells, and the stage of an incident at which it stands. */
interface Staged {
  readonly stage: number
  /** What it is called in a message on another. */
  readonly name: string
  readonly value: string
  readonly at: Cited['at']
  readonly when: WhenMatch
}

/** Keys of fields by the order in which what they tell comes to pass; the report follows the incident. */
const stages: readonly RegExp[] = [
  /^(?:incident |outage )?(?:start(?:ed)?|began|begin|onset)(?: (?:time|at|date))?$/i,
  /^(?:first |incident )?(?:detected|discovered|noticed)(?: (?:time|at|date|on))?$/i,
  /^(?:incident |outage )?(?:mitigated|resolved|restored|ended|end|fixed)(?: (?:time|at|date|on))?$/i,
  /^(?:post-?\s?mortem )?(?:published|written|reviewed)(?: (?:at|date|on))?$|^post-?\s?mortem date$/i,
]

/**
 * Fields that run against each other, "Resolved" before "Detected", and tasks that are due before the incident. Only dates
 * that are told in full, and in one way, are compared.
 */
export function readDisorder(
  fields: readonly Field[],
  tasks: readonly ActionItem[],
  { entries }: Timeline,
  { start }: Downtime,
): Slip[] {
  const staged = fields.flatMap(({ key, value, at }) => {
    const stage = stages.findIndex((pattern) => pattern.test(key.replaceAll('_', ' ').trim()))
    const when = stage < 0 ? undefined : fullDate(value)
    return when ? [{ stage, name: key, value: `${key}: ${value}`, at, when }] : []
  })
  const found = staged.flatMap((late, i): Slip[] => {
    const early = staged.find((one, j) => i !== j && one.stage < late.stage && isBefore(late.when, one.when))
    return early ? [slipOf(late, early)] : []
  })
  const incident = beginning(staged, entries, start)
  const open = incident ? tasks.filter(({ done }) => !done) : []
  const due = open.flatMap(({ due }): Slip[] => {
    const when = due && fullDate(due.value)
    if (!due || !when || !incident || (daysBetween(incident.when.date, when.date) ?? 0) >= 0) return []
    return [slipOf(due, incident)]
  })
  return [...found, ...due]
}

/** When the incident began: by a field, else by the first entry of the timeline that has a date, else as the text states it. */
function beginning(
  staged: readonly Staged[],
  entries: Timeline['entries'],
  start: Downtime['start'],
): Staged | undefined {
  const field = staged.find(({ stage }) => stage < 2)
  if (field) return field
  const dated = [...entries.map(({ when }) => when), start].find((when) => when?.value.date !== undefined)
  const value = dated?.value.date ?? ''
  const when = fullDate(value)
  return dated && when && { stage: 0, name: value, value, at: dated.at, when }
}

const slipOf = ({ value, at }: Cited, early: Staged): Slip => ({
  value,
  at,
  form: 'order',
  than: { value: early.name, at: early.at },
})

/** The first moment of a text, where its date has a year and can be read in one way. */
function fullDate(text: string): WhenMatch | undefined {
  const [when] = readWhens(text)
  return when?.date?.year !== undefined && when.date.order === undefined ? when : undefined
}

/** On an earlier day, or earlier on the same. */
function isBefore(one: WhenMatch, other: WhenMatch): boolean {
  const days = daysBetween(other.date, one.date) ?? 0
  if (days !== 0) return days < 0
  return one.clock !== undefined && other.clock !== undefined && minutesBetween(other, one) === undefined
}
