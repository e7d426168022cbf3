import { type DateOrder, daysBetween } from './chronology.ts'
import { type CalendarDate, inOrder } from './dates.ts'
import { momentsAt, ofReport, type Reading } from './moments.ts'
import { placeOf } from './place.ts'
import type { Block, Cited, ReadOptions } from './postmortem.ts'
import type { Span } from './startEnd.ts'
import type { WhenMatch } from './time.ts'
import type { Unit } from './units.ts'
import { type Declared, declaredZone, type Zone } from './zones.ts'

/** A stretch of blocks in which the document tells what happened when. */
export interface Region {
  readonly from: number
  readonly to: number
  /** Index of the block that is its title. */
  readonly title?: number
  /** Index of its section. */
  readonly section?: number
  /** The title stands on its own: it is no label in a line. */
  readonly named: boolean
}

export interface ZoneFound {
  readonly zone: Zone
  readonly cited: Cited
}

/** The zone that a region declares in its title, a note or the head of a column, else the one that its entries carry. */
export function zoneOf(
  { source, blocks }: Reading,
  region: Region,
  entries: readonly Unit[],
): ZoneFound | undefined {
  const title = region.title === undefined ? undefined : blocks[region.title]
  const declared = title && cite(source, title, declaredZone(title.text, true))
  if (declared) return declared
  const listed = new Set(entries.map(({ index }) => index))
  const first = entries[0]?.index ?? region.to
  for (let index = region.from; index < region.to; index++) {
    const block = blocks[index]
    if (!block || listed.has(index) || block.form === 'code' || block.form === 'figure') continue
    if (block.text.length > (index < first ? 300 : 80)) continue
    const found = cite(source, block, declaredZone(block.text, block.header === true))
    if (found) return found
  }
  const zoned = entries.find(({ when }) => when?.zone)
  return zoned?.when && cite(source, zoned.block, zoneIn(zoned.when))
}

/** A zone that stands with a clock time, or is declared, anywhere else in the document. */
export function zoneElsewhere(doc: Reading): ZoneFound | undefined {
  for (const [index, block] of doc.blocks.entries()) {
    if (block.form === 'code' || block.form === 'figure') continue
    const when = momentsAt(doc, index).find(({ clock, zone }) => clock && zone)
    const spoken = !when && block.text.length < 300 && /time|duration/i.test(block.text)
    const found = when ? zoneIn(when) : spoken ? declaredZone(block.text, false) : undefined
    if (found) return cite(doc.source, block, found)
  }
  return undefined
}

const zoneIn = ({ zone, start, end }: WhenMatch): Declared | undefined => zone && { zone, start, end }

const cite = (source: string, block: Block, found: Declared | undefined): ZoneFound | undefined =>
  found && {
    zone: found.zone,
    cited: { value: found.zone.name, at: placeOf(source, block, found.start, found.end) },
  }

/**
 * Whether dates in figures name the day or the month first: one that can only be read one way tells, or one that another
 * date, with the month in words, repeats. Else the order that keeps them in fewer months is only likely.
 */
export function dateOrder({ moments }: Reading, { dateOrder: given }: ReadOptions): DateOrder {
  if (given) return { value: given, sure: true }
  const dates: CalendarDate[] = []
  for (const found of moments.values())
    for (const { date, until } of found) {
      if (date) dates.push(date)
      if (until?.date) dates.push(until.date)
    }
  const open = dates.filter(({ order }) => order === 'either')
  if (open.length === 0) return { value: undefined, sure: true }
  const told = dates.find(({ order, day, month }) => (order === 'dmy' || order === 'mdy') && day !== month)
  if (told) return { value: told.order === 'dmy' ? 'dmy' : 'mdy', sure: true }
  const key = ({ month, day }: CalendarDate): number => month * 100 + day
  const named = new Set(dates.filter(({ order }) => order === undefined).map(key))
  const repeats = (order: 'dmy' | 'mdy'): boolean => open.some((date) => named.has(key(inOrder(date, order))))
  if (repeats('dmy') !== repeats('mdy')) return { value: repeats('dmy') ? 'dmy' : 'mdy', sure: true }
  const months = (order: 'dmy' | 'mdy'): number =>
    new Set(open.map((date) => inOrder(date, order).month)).size
  return { value: months('dmy') < months('mdy') ? 'dmy' : 'mdy', sure: false }
}

/**
 * The day that entries without a date belong to: the one that the region's title or a line before its first entry names,
 * else that of the stated start, else the first that the document tells.
 */
export function dateOver(
  doc: Reading,
  region: Region,
  first: number,
  { start }: Span,
): CalendarDate | undefined {
  for (let index = region.title ?? region.from; index < first; index++) {
    const date = momentsAt(doc, index).find((moment) => moment.date)?.date
    if (date) return date
  }
  for (const { block, end, depth } of doc.sections.toReversed()) {
    // the title of the document may name the day of its writing
    if (block > region.from || region.from >= end || depth < 2 || block === region.title) continue
    const date = momentsAt(doc, block).find((moment) => moment.date)?.date
    if (date) return date
  }
  if (start?.moment.date) return start.moment.date
  for (const [index, moments] of doc.moments) {
    const block = doc.blocks[index]
    if (index >= first || !block || block.quoted || ofReport.test(block.text)) continue
    const date = moments.find((moment) => moment.date?.year !== undefined)?.date
    if (date) return date
  }
  return undefined
}

/** A year that a title or the front matter names, where dates leave theirs out. */
export function yearTold({ source, blocks, moments }: Reading): number | undefined {
  const yearless = [...moments.values()].some((all) =>
    all.some(({ date }) => date && date.year === undefined),
  )
  if (!yearless) return undefined
  const head = /^(?:---|\+\+\+)\r?\n/.test(source) ? source.slice(0, 600) : ''
  const told = /^date\b.{0,3}\b(20\d\d)\b/m.exec(head)
  if (told) return Number(told[1])
  for (const { form, text } of blocks) {
    const year = form === 'heading' ? /\b20\d\d\b/.exec(text) : null
    if (year) return Number(year[0])
  }
  return undefined
}

/** How many midnights lie between the stated start and the stated end. */
export const midnightsIn = ({ start, end }: Span): number =>
  Math.max(0, daysBetween(start?.moment.date, end?.moment.date) ?? 0)
