import type { Block } from './postmortem.ts'
import type { Writable } from './scan.ts'
import { readWhens, type WhenMatch } from './time.ts'
import { declaredZone } from './zones.ts'

export type UnitForm = 'heading' | 'row' | 'item' | 'line'

/** What may be an entry of a timeline: a block, or one of the entries that its writer ran together in it. */
export interface Unit {
  /** Index of the block. */
  readonly index: number
  readonly block: Block
  /** A line that is no more than a time in bold is the heading of what follows. */
  readonly form: UnitForm
  /** The part of the block's text that it is. */
  readonly start: number
  readonly end: number
  readonly when?: WhenMatch
  /** The time stands where an entry's own time stands: first, behind a label, last; not somewhere in a sentence. */
  readonly plain: boolean
}

/** The units of a block that is no table row, from the moments that it names. */
export function unitsOf(block: Block, index: number, moments: readonly WhenMatch[]): Unit[] {
  if (moments.length > 1 && block.form !== 'heading') {
    const starts = moments.filter((moment) => opensEntry(block, moment))
    if (starts.length > 1)
      return starts.map((when, i) => ({
        index,
        block,
        form: formOf(block),
        start: i === 0 && when.lead ? 0 : when.start,
        end: endBefore(block.text, starts[i + 1]?.start),
        when,
        plain: true,
      }))
  }
  const when = mainMoment(moments)
  const unit: Writable<Unit> = {
    index,
    block,
    form: formOf(block),
    start: 0,
    end: block.text.length,
    plain: false,
  }
  if (when) {
    unit.when = when
    unit.plain = when.lead || isPlain(block.text, when, moments)
    if (unit.form === 'line' && unit.plain && isTitle(block) && eventOf(unit, moments) === '')
      unit.form = 'heading'
  }
  return [unit]
}

const formOf = ({ form }: Block): UnitForm => (form === 'code' || form === 'figure' ? 'line' : form)

/** The unit that a row is, whose table keeps date and time in known columns. */
export function unitOfRow(block: Block, index: number, columns: Columns): Unit {
  const when = rowMoment(block, columns)
  const unit: Unit = {
    index,
    block,
    form: 'row',
    start: 0,
    end: block.text.length,
    plain: when !== undefined,
  }
  return when ? { ...unit, when } : unit
}

/** A time in running text that opens an entry of its own: a colon follows it, or it opens a sentence of a paragraph. */
function opensEntry({ text, form }: Block, { clock, start, end, lead }: WhenMatch): boolean {
  if (!clock) return false
  if (/^ ?:(?: |$)/.test(text.slice(end, end + 3))) return true
  const opens = lead || opensSentence.test(text.slice(Math.max(0, start - 20), start))
  return opens && (form === 'line' || /^\s?[–—-]\s/.test(text.slice(end, end + 3)))
}

/** Where an entry ends that another one follows: before the "At" of its time. */
function endBefore(text: string, next: number | undefined): number {
  if (next === undefined) return text.length
  const opener = /(?:\b(?:at|by|on|around|from)\s){1,2}$/i.exec(text.slice(Math.max(0, next - 20), next))
  return next - (opener?.[0].length ?? 0)
}

const opensSentence = /[.!?;]["”’)]?\s{1,2}(?:(?:at|by|on|around|from)\s){0,2}$/i

const mainMoment = (moments: readonly WhenMatch[]): WhenMatch | undefined =>
  moments.find(({ lead }) => lead) ?? moments.find(({ clock }) => clock) ?? moments[0]

/** Behind a label, or last in a short text. */
function isPlain(text: string, when: WhenMatch, moments: readonly WhenMatch[]): boolean {
  const before = text.slice(0, when.start)
  if (when === moments[0] && before.length <= 90 && label.test(before)) return true
  return text.length <= 80 && onlyMarks.test(text.slice(when.end))
}

const label = /^[^.!?]{1,80}(?:[:([–—]|\s-)\s{0,2}(?:(?:at|on)\s)?$/i
const onlyMarks = /^[\s\p{P}]*$/u

/** The columns of a table that hold dates and times. */
export interface Columns {
  readonly time?: number
  readonly date?: number
}

/** Finds the columns of a table in which cells begin with a date or time. */
export function columnsOf(rows: readonly Block[]): Columns {
  const clocks: number[] = []
  const dates: number[] = []
  const body = rows.filter(({ header }) => !header)
  for (const { cells = [] } of body)
    for (const [column, cell] of cells.entries()) {
      const [first] = readWhens(cell.value)
      if (!first?.lead) continue
      const counts = first.clock ? clocks : dates
      counts[column] = (counts[column] ?? 0) + 1
    }
  const columns: Writable<Columns> = {}
  const head = rows.find(({ header }) => header)?.cells?.findIndex(({ value }) => timeHead.test(value)) ?? -1
  const time = clocks[head] ? head : fullest(clocks, body.length)
  const date = fullest(dates, body.length)
  if (time !== undefined) columns.time = time
  if (date !== undefined) columns.date = date
  return columns
}

/** It needs no more than one time below it to be the column of times. */
const timeHead = /^(?:time|when)\b/i

/** The column with the highest count, if that is a third of the rows or more. */
function fullest(counts: readonly (number | undefined)[], rows: number): number | undefined {
  const most = counts.reduce<number>((best, count) => Math.max(best, count ?? 0), 0)
  return most > 0 && most * 3 >= rows ? counts.indexOf(most) : undefined
}

/** The moment of a row: what its time column says, on the day that its date column says; placed in the row's text. */
function rowMoment(block: Block, { time, date }: Columns): WhenMatch | undefined {
  const timed = cellMoment(block, time)
  const dated = date === time ? undefined : cellMoment(block, date)
  if (!timed || timed.date || !dated?.date) return timed ?? dated
  return { ...timed, date: dated.date, start: Math.min(timed.start, dated.start) }
}

function cellMoment({ cells = [] }: Block, column: number | undefined): WhenMatch | undefined {
  const [first] = column === undefined ? [] : readWhens(cells[column]?.value ?? '')
  if (!first) return undefined
  // Cells are joined by " | " in the text of their row.
  const shift = cells.slice(0, column).reduce((sum, { value }) => sum + value.length + 3, 0)
  return { ...first, start: first.start + shift, end: first.end + shift }
}

/** Between two ways to say the same time: "/ 16:15 PDT", "(17:14 UTC)". */
const again = /^\s?(?:\/\s?|\()$/
const leadingMarks = /^[\s:;,.|)\]}>→~–—-]+/u
const trailingMarks = ' \t\u00a0:;,|([{<–—-'

/** What a unit says happened, without its time. `moments` are those of its block. */
export function eventOf({ block, start, end, when, plain }: Unit, moments: readonly WhenMatch[]): string {
  const text = block.text.slice(start, end)
  if (!when || !plain) return text.trim()
  const next = moments.find((moment) => moment.start >= when.end)
  const twice = next?.clock && again.test(block.text.slice(when.end, next.start))
  const before = when.lead && !block.cells ? '' : text.slice(0, Math.max(0, when.start - start)).trim()
  const after = text
    .slice((twice ? next.end : when.end) - start)
    .replace(leadingMarks, '')
    .trimEnd()
  if (!/[\p{L}\p{N}]/u.test(before) || (block.cells && weekday.test(before))) return after
  const kept = withoutTrailing(before.replace(/\s(?:at|on|from)$/i, ''))
  if (after === '') return kept
  return `${kept}${block.cells ? ' |' : /[:([{–—-]$/.test(before) ? ':' : ''} ${after}`
}

/** A column that counts the days: "Fri |", "Day 2 |". */
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun|day \d)[a-z\d]*\W*$/i

function withoutTrailing(text: string): string {
  let end = text.length
  while (end > 0 && trailingMarks.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** A heading, or a line of bold text that stands for one. */
export const isTitle = ({ form, emphatic, parent }: Block): boolean =>
  form === 'heading' || (form === 'line' && emphatic && parent === undefined)

/** Nothing but a date, and perhaps a zone: "June 7th, 2024:", "2024-06-07 (all times UTC)", "Day 2, 7 June". */
export function isDayOnly({ block, when }: Unit): boolean {
  if (!when?.date || when.clock || when.until) return false
  const rest = `${block.text.slice(0, when.start)} ${block.text.slice(when.end)}`
  const zone = declaredZone(rest, false)
  const words = zone ? rest.slice(0, zone.start) + rest.slice(zone.end) : rest
  return (words.replace(dayWords, '').match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= (zone ? 2 : 1)
}

const dayWords = /\b(?:all|times?|are|in|on|listed|day \d{1,2})\b/gi
