import { momentsOf } from './moments.ts'
import type { Block } from './postmortem.ts'
import { readWhens, type WhenMatch } from './time.ts'
import { declaredZone } from './zones.ts'

/** What may be an entry of a timeline: a block, or one of the entries that its writer ran together in it. */
export interface Unit {
  /** Index of the block. */
  readonly index: number
  readonly block: Block
  /** The part of the block's text that it is. */
  readonly start: number
  readonly end: number
  readonly when?: WhenMatch
  /** The time stands where an entry's own time stands: first, behind a label, last; not somewhere in a sentence. */
  readonly plain: boolean
}

/** The units of a block. `columns` tells where the rows of its table keep date and time. */
export function unitsOf(block: Block, index: number, columns: Columns | undefined): Unit[] {
  const whole = { index, block, start: 0, end: block.text.length }
  if (block.cells && columns) {
    const when = rowMoment(block, columns)
    return [{ ...whole, plain: when !== undefined, ...(when && { when }) }]
  }
  const moments = momentsOf(block)
  const starts = block.form === 'heading' ? [] : moments.filter((moment) => opensEntry(block, moment))
  if (starts.length < 2) return [{ ...whole, ...mainMoment(block.text, moments) }]
  return starts.map((when, i) => ({
    index,
    block,
    start: i === 0 && when.lead ? 0 : when.start,
    end: starts[i + 1]?.start ?? block.text.length,
    when,
    plain: true,
  }))
}

/** A time in running text that opens an entry of its own: a colon follows it, or it opens a sentence of a paragraph. */
function opensEntry({ text, form }: Block, { clock, start, end, lead }: WhenMatch): boolean {
  if (!clock) return false
  if (/^ ?:(?: |$)/.test(text.slice(end, end + 3))) return true
  const before = text.slice(Math.max(0, start - 12), start)
  const opens = lead || /[.!?;]["”’)]?\s+(?:(?:at|by|on|around|from)\s+){0,2}$/i.test(before)
  return opens && (form === 'line' || /^\s?[–—-]\s/.test(text.slice(end, end + 3)))
}

function mainMoment(text: string, moments: readonly WhenMatch[]): Pick<Unit, 'when' | 'plain'> {
  const lead = moments.find((moment) => moment.lead)
  if (lead) return { when: lead, plain: true }
  const when = moments.find((moment) => moment.clock) ?? moments[0]
  if (!when) return { plain: false }
  const labelled =
    when === moments[0] && /^[^.!?]{1,80}(?:[:([–—]|\s-)\s*(?:(?:at|on)\s)?$/i.test(text.slice(0, when.start))
  const last = text.length <= 80 && /^[\s\p{P}]*$/u.test(text.slice(when.end))
  return { when, plain: labelled || last }
}

/** The columns of a table that hold dates and times, and what their heads declare. */
export interface Columns {
  readonly time?: number
  readonly date?: number
  /** Of the rows below the head, how many have a moment in one of them. */
  readonly timed: number
  readonly rows: number
}

/** Finds the columns of a table in which cells begin with a date or time. */
export function columnsOf(rows: readonly Block[]): Columns {
  const body = rows.filter((row) => !row.header)
  const counts: { clocks: number; dates: number }[] = []
  let timed = 0
  for (const row of body) {
    let any = false
    for (const [column, cell] of (row.cells ?? []).entries()) {
      const first = readWhens(cell.value)[0]
      const count = counts[column] ?? { clocks: 0, dates: 0 }
      counts[column] = count
      if (!first?.lead) continue
      any = true
      if (first.clock) count.clocks++
      else count.dates++
    }
    if (any) timed++
  }
  const best = (key: 'clocks' | 'dates'): number | undefined => {
    const most = Math.max(...counts.map((count) => count[key]))
    return most > 0 && most * 3 >= body.length ? counts.findIndex((count) => count[key] === most) : undefined
  }
  const time = best('clocks')
  const date = best('dates')
  return {
    timed,
    rows: body.length,
    ...(time !== undefined && { time }),
    ...(date !== undefined && { date }),
  }
}

/** The moment of a row: what its time column says, on the day that its date column says. Places are those of the row's text. */
function rowMoment(block: Block, { time, date }: Columns): WhenMatch | undefined {
  const timed = cellMoment(block, time)
  const dated = date === time ? undefined : cellMoment(block, date)
  if (!timed || !dated || timed.date) return timed ?? dated
  return { ...timed, ...(dated.date && { date: dated.date }), start: Math.min(timed.start, dated.start) }
}

function cellMoment({ cells = [] }: Block, column: number | undefined): WhenMatch | undefined {
  if (column === undefined) return undefined
  const [first] = readWhens(cells[column]?.value ?? '')
  if (!first) return undefined
  const shift = offsetOf(cells, column)
  return { ...first, start: first.start + shift, end: first.end + shift }
}

/** Where a cell begins in the text of its row, whose cells are joined by " | ". */
const offsetOf = (cells: readonly { readonly value: string }[], column: number): number =>
  cells.slice(0, column).reduce((sum, cell) => sum + cell.value.length + 3, 0)

/** Another way to say the same time: "/ 16:15 PDT", "(17:14 UTC)". */
const again = /^\s?(?:\/\s?|\|\s?|=\s?)?\(?$/

const separators = /^[\s:;,.|)\]}>→~–—-]+|[\s:;,|([{<–—-]+$/gu

/** What a unit says happened, without its time. */
export function eventOf({ block, start, end, when, plain }: Unit): string {
  const text = block.text.slice(start, end)
  if (!when || !plain) return text.trim()
  const before = text.slice(0, Math.max(0, when.start - start))
  const after = text.slice(Math.max(0, stop(block, when) - start)).replace(separators, '')
  if (when.lead || before.trim() === '') return after
  const kept = before.replace(/\s*[([{]?\s*(?:(?:at|on|from)\s+)?$/i, '').replace(separators, '')
  if (after === '') return kept
  return block.cells
    ? `${kept} | ${after}`
    : /[:–—-]\s*[([{]?$|[([{]$/.test(before)
      ? `${kept}: ${after}`
      : `${kept} ${after}`
}

function stop(block: Block, { end }: WhenMatch): number {
  const next = momentsOf(block).find((moment) => moment.start >= end)
  return next?.clock && again.test(block.text.slice(end, next.start)) ? next.end : end
}

/** Nothing but a date, and perhaps a zone: "June 7th, 2024:", "2024-06-07 (all times UTC)". */
export function isDayOnly({ block, when }: Unit): boolean {
  if (!when?.date || when.clock || when.until) return false
  const rest = block.text.slice(0, when.start) + block.text.slice(when.end)
  const zone = declaredZone(rest, false)
  const words = zone ? rest.slice(0, zone.start) + rest.slice(zone.end) : rest
  return (
    (
      words
        .replace(/\ball\b|\btimes?\b|\bare\b|\bin\b|\bon\b|\blisted\b|\bday \d+\b/gi, '')
        .match(/[\p{L}\p{N}]+/gu) ?? []
    ).length <= (zone ? 2 : 1)
  )
}
