import { type DateOrder, type Frame, type Placed, place, type Timed } from './chronology.ts'
import { type CalendarDate, inOrder } from './dates.ts'
import { readMilestones } from './milestones.ts'
import { momentsOf } from './moments.ts'
import { placeOf } from './place.ts'
import type {
  Block,
  Cited,
  ReadOptions,
  Section,
  Timeline,
  TimelineEntry,
  TimelineForm,
} from './postmortem.ts'
import type { Span } from './startEnd.ts'
import type { WhenMatch } from './time.ts'
import { type Columns, columnsOf, eventOf, isDayOnly, type Unit, unitsOf } from './units.ts'
import { declaredZone, type Zone, zoneNamed } from './zones.ts'

/** A stretch of blocks in which the document tells what happened when, and the title over it. */
interface Region {
  readonly from: number
  readonly to: number
  readonly title?: Block
  /** A section's title, not a label in a line. */
  readonly named?: boolean
}

/** What a region holds, in order: something that may be an entry, a new day, or the start of something else. */
type Piece =
  | { readonly unit: Unit; readonly timed: boolean }
  | { readonly day: CalendarDate; readonly by: Block }
  | { readonly fresh: Block }

interface Chosen {
  readonly form: TimelineForm
  readonly entries: readonly { readonly unit: Unit; readonly day?: CalendarDate; readonly fresh: boolean }[]
}

export interface TimelineRead {
  readonly timeline: Timeline
  /** Of the entries those of one incident: of the list that has most. */
  readonly incident: readonly TimelineEntry[]
}

/**
 * The events that the document lists, each with the moment at which it happened. They are items, rows, lines or headings,
 * whichever of them carry the times; what is nested in an entry belongs to it.
 */
export function readTimeline(
  source: string,
  blocks: readonly Block[],
  sections: readonly Section[],
  span: Span,
  options: ReadOptions = {},
): TimelineRead {
  const regions = regionsOf(blocks, sections)
  const announced = regions.map((region) => ({ region, ...choose(blocks, region) }))
  const told = announced.some(({ entries }) => entries.length > 0) ? announced : unannounced(blocks, sections)
  const full = told.filter(({ entries }) => entries.length > 0)
  const title = full[0]?.region.title ?? regions.find(({ named }) => named)?.title
  if (full.length === 0)
    return { timeline: { form: 'none', entries: [], ...(title && { at: title.at }) }, incident: [] }

  const order = dateOrder(blocks, options)
  const zones = full.map(({ region, entries }) => zoneOf(source, blocks, region, entries))
  const stated = zones.find(Boolean) ?? zoneElsewhere(source, blocks)
  const given = options.timezone === undefined ? undefined : zoneNamed(options.timezone)
  const written = full.map(({ region, entries }, i) => {
    const zone = (zones[i] ?? stated)?.zone ?? given
    const date = dateOver(blocks, region, entries[0]?.unit.index ?? region.from, span)
    const frame: Frame = { order, midnights: midnights(span), ...(zone && { zone }), ...(date && { date }) }
    return entriesOf(source, blocks, entries, frame)
  })
  const most = written.reduce((best, one) => (one.length > best.length ? one : best))
  const at = title?.at ?? most[0]?.block.at
  return {
    timeline: {
      form: full[written.indexOf(most)]?.form ?? 'none',
      entries: written.flat(),
      ...(stated && { zone: stated.cited }),
      ...(at && { at }),
    },
    incident: most,
  }
}

/** The outermost sections that announce a timeline. */
function regionsOf(blocks: readonly Block[], sections: readonly Section[]): Region[] {
  const regions: Region[] = []
  for (const section of sections) {
    const title = blocks[section.block]
    if (!title || !section.kinds.includes('timeline') || section.block < (regions.at(-1)?.to ?? 0)) continue
    const inside = section.form === 'label' && momentsOf(title).length > 0
    regions.push({
      from: section.block + (inside ? 0 : 1),
      to: section.end,
      title,
      named: section.form !== 'label',
    })
  }
  return regions
}

/** Lists, tables, lines or headings with times that no title announces; the heading right above is their title. */
function unannounced(
  blocks: readonly Block[],
  sections: readonly Section[],
): { region: Region; form: TimelineForm; entries: Chosen['entries'] }[] {
  const plans = sections.filter(({ kinds }) => kinds.includes('actions') || kinds.includes('lessons'))
  const groups = new Map<string, Unit[]>()
  for (const piece of piecesOf(blocks, { from: 0, to: blocks.length })) {
    if (!('unit' in piece) || !piece.timed || !piece.unit.when?.clock) continue
    const { block, index, when } = piece.unit
    const planned = plans.some((section) => section.block <= index && index < section.end)
    const told =
      block.form === 'line' && !(when.lead && /^[^\p{L}\p{N}]*$/u.test(block.text.slice(0, when.start)))
    if (planned || told) continue
    append(
      groups,
      block.form === 'line' || block.form === 'heading' ? block.form : String(block.group),
      piece.unit,
    )
  }
  const units = [...groups.values()].reduce((most, one) => (one.length > most.length ? one : most), [])
  const [first, last] = [units[0], units.at(-1)]
  if (units.length < 3 || !first || !last) return []
  const above = blocks.slice(0, first.index).findLast(({ form }) => form === 'heading' || form === 'item')
  const region: Region = {
    from: first.index,
    to: endOfEntry(blocks, last.index),
    ...(above?.form === 'heading' && above !== first.block && { title: above }),
  }
  const chosen = choose(blocks, region)
  return chosen.entries.length < 3 ? [] : [{ region, ...chosen }]
}

/** Index of the block after the entry's last. */
function endOfEntry(blocks: readonly Block[], index: number): number {
  let end = index + 1
  while ((blocks[end]?.parent ?? -1) >= index) end++
  return end
}

/** The pieces of a region, from the blocks that stand outermost in it. */
function piecesOf(blocks: readonly Block[], region: Region): Piece[] {
  const pieces: Piece[] = []
  const tables = new Map<number, Block[]>()
  const columnsFound = new Map<number, Columns>()
  const children = new Map<number, number[]>()
  const tops: number[] = []
  for (let index = region.from; index < region.to; index++) {
    const block = blocks[index]
    if (!block || block.quoted || block.text === '' || block.form === 'code' || block.form === 'figure')
      continue
    if (block.form === 'row') append(tables, block.group, block)
    if (block.parent === undefined || block.parent < region.from) tops.push(index)
    else append(children, block.parent, index)
  }
  const columns = (block: Block): Columns | undefined => {
    const rows = tables.get(block.group)
    if (!rows) return undefined
    const found = columnsFound.get(block.group) ?? columnsOf(rows)
    columnsFound.set(block.group, found)
    return found
  }
  const units = (index: number): Unit[] => {
    const block = blocks[index]
    return block ? unitsOf(block, index, columns(block)) : []
  }

  const addBlock = (index: number, position: number): void => {
    const block = blocks[index]
    if (!block) return
    const own = units(index)
    const [first] = own
    if (block.form === 'heading' || (block.form === 'line' && own.length === 1)) {
      const date = momentsOf(block).find((moment) => moment.date && !moment.clock)?.date
      const covers =
        date &&
        (block.form === 'heading' ? coversTimes(position) : first && (isDayOnly(first) || isNote(block)))
      if (date && covers) pieces.push({ day: date, by: block })
      else if (block.form === 'heading' ? !first?.when || !first.plain : !first?.when && opensList(block))
        pieces.push({ fresh: block })
      else addUnits(own)
      return
    }
    if (block.header && !own.some(({ when }) => when?.clock)) return
    const inner = children.get(index) ?? []
    const timed = inner.flatMap(units).filter(({ plain, when }) => plain && when?.clock)
    const groups =
      first &&
      !(first.plain && first.when?.clock) &&
      timed.length >= (first.when?.date ? 1 : 2) &&
      timed.length * 2 >= inner.length
    if (!groups) {
      addUnits(own)
      return
    }
    const date = first.when?.date
    pieces.push(date ? { day: date, by: block } : { fresh: block })
    for (const child of inner) addBlock(child, position)
  }
  const addUnits = (own: readonly Unit[]): void => {
    for (const unit of own) {
      const within = unit.when ? unit : { ...unit, ...inChildren(unit.index) }
      pieces.push({ unit: within, timed: unit.plain && within.when !== undefined })
    }
  }
  /** An entry whose time stands in what is nested below it. */
  const inChildren = (index: number): Pick<Unit, 'when'> => {
    for (const child of children.get(index) ?? []) {
      const block = blocks[child]
      const moments = block ? momentsOf(block) : []
      const when = moments.find(({ clock }) => clock) ?? moments[0] ?? inChildren(child).when
      if (when) return { when }
    }
    return {}
  }
  /** Whether clock times follow a heading, before the next heading of its level. */
  const coversTimes = (position: number): boolean => {
    const level = blocks[tops[position] ?? -1]?.depth ?? 0
    for (const next of tops.slice(position + 1)) {
      const block = blocks[next]
      if (block?.form === 'heading' && block.depth <= level) return false
      if (units(next).some(({ plain, when }) => plain && when?.clock)) return true
    }
    return false
  }

  tops.forEach(addBlock)
  return pieces
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** "All times in PST, on February 5th 2019". */
const isNote = (block: Block): boolean =>
  block.text.length < 120 && declaredZone(block.text, false) !== undefined

/** A line that titles or announces what follows. */
const opensList = (block: Block): boolean => block.emphatic || block.text.endsWith(':')

const forms = ['heading', 'row', 'item', 'line'] as const
type Form = (typeof forms)[number]

/** Of the pieces of a region those that are entries: the form that carries most times tells. */
function choose(blocks: readonly Block[], region: Region): Chosen {
  const pieces = piecesOf(blocks, region)
  const units = pieces.flatMap((piece) => ('unit' in piece ? [piece] : []))
  const count = (form: Form): number =>
    units.filter(({ unit, timed }) => timed && unit.block.form === form).length
  const form = forms.reduce<Form>((best, one) => (count(one) > count(best) ? one : best), 'heading')
  const isEntry = count(form) > 0 ? timedEntries(form, units) : untimedEntries(units)
  const entries: Chosen['entries'][number][] = []
  let day: CalendarDate | undefined
  let fresh = false
  for (const piece of pieces) {
    if ('day' in piece) day = piece.day
    else if ('fresh' in piece) fresh ||= form !== 'heading' || piece.fresh.form === 'heading'
    else if (isEntry(piece.unit, piece.timed)) {
      entries.push({ unit: piece.unit, fresh: fresh && entries.length > 0, ...(day && { day }) })
      fresh = false
    }
  }
  return { form: formOf(entries.map(({ unit }) => unit)), entries }
}

type Choice = (unit: Unit, timed: boolean) => boolean

function timedEntries(
  form: Form,
  units: readonly { readonly unit: Unit; readonly timed: boolean }[],
): Choice {
  if (form === 'heading') return (unit, timed) => timed && unit.block.form === 'heading'
  const inForm = units.filter(({ unit }) => unit.block.form === form)
  const timedGroups = new Set(inForm.flatMap(({ unit, timed }) => (timed ? [unit.block.group] : [])))
  const grouped = inForm.filter(({ unit }) => timedGroups.has(unit.block.group))
  const share = grouped.filter(({ timed }) => timed).length / grouped.length
  const labelled = inForm.filter(({ unit, timed }) => !timed && unit.block.label)
  const mixed =
    form === 'line'
      ? labelled.length >= 2 && labelled.length * 2 >= inForm.filter(({ timed }) => timed).length
      : share < 0.6
  return (unit, timed) => {
    const { block } = unit
    if (isDeclaration(unit)) return false
    if (block.form !== form) return timed && block.form !== 'heading' && opensWithClock(unit)
    if (timed) return true
    return form === 'line' ? mixed && block.label !== undefined : mixed || timedGroups.has(block.group)
  }
}

const opensWithClock = ({ when, start }: Unit): boolean =>
  when?.clock !== undefined && (when.lead || (start > 0 && when.start === start))

/** Events without times: the items of a list, the rows of a table, or labelled lines. */
function untimedEntries(units: readonly { readonly unit: Unit }[]): Choice {
  const of = (form: Form): Unit[] =>
    units.flatMap(({ unit }) => (unit.block.form === form && !isDeclaration(unit) ? [unit] : []))
  const items = of('item')
  const rows = of('row')
  const lines = of('line').filter(({ block, when }) => block.label ?? when)
  const chosen = new Set(items.length > 0 ? items : rows.length > 1 ? rows : lines.length > 1 ? lines : [])
  return (unit) => chosen.has(unit)
}

/** It tells the zone of the others and nothing else. */
const isDeclaration = ({ block, when }: Unit): boolean =>
  !when?.clock && block.text.length < 80 && declaredZone(block.text, false) !== undefined

function formOf(units: readonly Unit[]): TimelineForm {
  const count = (test: (block: Block) => boolean): number => units.filter(({ block }) => test(block)).length
  if (units.length === 0) return 'none'
  const numbered = count(({ form, ordinal }) => form === 'item' && ordinal !== undefined)
  const counts: readonly (readonly [TimelineForm, number])[] = [
    ['headings', count(({ form }) => form === 'heading')],
    ['table', count(({ form }) => form === 'row')],
    ['bullets', count(({ form }) => form === 'item') - numbered],
    ['numbered', numbered],
    ['paragraphs', count(({ form }) => form === 'line')],
  ]
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

interface ZoneFound {
  readonly zone: Zone
  readonly cited: Cited
}

/** The zone that a region declares in its title, a note or the head of a column, else the one that its entries carry. */
function zoneOf(
  source: string,
  blocks: readonly Block[],
  region: Region,
  entries: Chosen['entries'],
): ZoneFound | undefined {
  const chosen = new Set(entries.map(({ unit }) => unit.block))
  for (const block of [region.title, ...blocks.slice(region.from, region.to)]) {
    if (!block || chosen.has(block) || block.form === 'code' || block.form === 'figure') continue
    const titled = block === region.title || block.header === true
    const found = declaredZone(block.text, titled)
    if (found) return cited(source, block, found)
  }
  for (const { unit } of entries) {
    const found = unit.when && zoneIn(source, unit.block, [unit.when])
    if (found) return found
  }
  return undefined
}

const cited = (
  source: string,
  block: Block,
  { zone, start, end }: { zone: Zone; start: number; end: number },
): ZoneFound => ({
  zone,
  cited: { value: zone.name, at: placeOf(source, block, start, end) },
})

function zoneIn(source: string, block: Block, moments: readonly WhenMatch[]): ZoneFound | undefined {
  const when = moments.find(({ zone }) => zone)
  return when?.zone && cited(source, block, { zone: when.zone, start: when.start, end: when.end })
}

/** A zone that stands with a time, or is declared, anywhere else in the document. */
function zoneElsewhere(source: string, blocks: readonly Block[]): ZoneFound | undefined {
  for (const block of blocks) {
    if (block.form === 'code' || block.form === 'figure') continue
    const timed = zoneIn(
      source,
      block,
      momentsOf(block).filter(({ clock }) => clock),
    )
    if (timed) return timed
    const declared =
      /\btime/i.test(block.text) && block.text.length < 200 ? declaredZone(block.text, false) : undefined
    if (declared) return cited(source, block, declared)
  }
  return undefined
}

/**
 * Whether dates in figures name the day or the month first: one that can only be read one way tells, or one that another
 * date, with the month in words, repeats. Else the order that brings them closer together is only likely.
 */
function dateOrder(blocks: readonly Block[], options: ReadOptions): DateOrder {
  if (options.dateOrder) return { value: options.dateOrder, sure: true }
  const dates = blocks.flatMap((block) =>
    momentsOf(block).flatMap(({ date, until }) => [date ?? [], until?.date ?? []].flat()),
  )
  const open = dates.filter(({ order }) => order === 'either')
  if (open.length === 0) return { value: undefined, sure: true }
  const told = dates.find(({ order, day, month }) => (order === 'dmy' || order === 'mdy') && day !== month)
  if (told) return { value: told.order === 'dmy' ? 'dmy' : 'mdy', sure: true }
  const named = new Set(
    dates.filter(({ order }) => order === undefined).map(({ month, day }) => `${month}/${day}`),
  )
  const repeats = (order: 'dmy' | 'mdy'): boolean =>
    open.map((date) => inOrder(date, order)).some(({ month, day }) => named.has(`${month}/${day}`))
  if (repeats('dmy') !== repeats('mdy')) return { value: repeats('dmy') ? 'dmy' : 'mdy', sure: true }
  const months = (order: 'dmy' | 'mdy'): number =>
    new Set(open.map((date) => inOrder(date, order).month)).size
  return { value: months('dmy') < months('mdy') ? 'dmy' : 'mdy', sure: false }
}

const published = /\b(?:posted|published|written|author|updated|created|reviewed|report date)\b/i

/** The day that entries without a date belong to: that of the region's title or of the stated start, else the first that is told. */
function dateOver(
  blocks: readonly Block[],
  region: Region,
  first: number,
  span: Span,
): CalendarDate | undefined {
  const near = [region.title, ...blocks.slice(region.from, first)].find(
    (block) => block && block.form !== 'code' && momentsOf(block).some(({ date }) => date),
  )
  const here = near && momentsOf(near).find(({ date }) => date)?.date
  if (here ?? span.start?.moment.date) return here ?? span.start?.moment.date
  for (const block of blocks.slice(0, first)) {
    if (block.form === 'code' || block.quoted || published.test(block.text)) continue
    const date = momentsOf(block).find((moment) => moment.date?.year !== undefined)?.date
    if (date) return date
  }
  return undefined
}

/** How many midnights lie between the stated start and the stated end. */
function midnights({ start, end }: Span): number {
  const [from, to] = [start?.moment.date, end?.moment.date]
  if (!from || !to) return 0
  const days = (to.month - from.month) * 31 + to.day - from.day
  return Math.max(0, Math.min(days, 60))
}

const later = /\b(?:next|following) (?:day|morning)\b|\(\+\d ?d(?:ay)?s?\)/i

/** The entries as facts. */
function entriesOf(
  source: string,
  blocks: readonly Block[],
  entries: Chosen['entries'],
  frame: Frame,
): TimelineEntry[] {
  const timed: Timed[] = []
  for (const { unit, day, fresh } of entries)
    if (unit.when)
      timed.push({
        when: unit.when,
        fresh,
        loose: !unit.plain,
        later: later.test(unit.block.text.slice(unit.start, unit.when.end + 30)),
        ...(day && { day }),
      })
  const placed = place(timed, frame).values()
  return entries.map(({ unit }) => {
    const found: Placed | undefined = unit.when && placed.next().value
    const { block, when } = unit
    const event = eventOf(unit)
    const label =
      when && when.start > unit.start && unit.plain && !when.lead
        ? block.text.slice(unit.start, when.start)
        : (block.label?.value ?? '')
    return {
      block,
      ...(found && when && { when: { value: found.when, at: whereIs(source, blocks, unit, when) } }),
      text: event === '' ? (below(blocks, unit.index)?.text ?? '') : event,
      milestones: readMilestones(block, label, unit.start, unit.end),
      backwards: found?.backwards ?? false,
    }
  })
}

/** The place of a time, which may stand in a block nested in the entry. */
function whereIs(
  source: string,
  blocks: readonly Block[],
  { block, index }: Unit,
  when: WhenMatch,
): Cited['at'] {
  const within = block.form === 'row' || block.cells || momentsOf(block).includes(when)
  const holder = within ? block : blocks.slice(index + 1).find((other) => momentsOf(other).includes(when))
  return placeOf(source, holder ?? block, when.start, when.end)
}

/** What stands under a heading or an item that is no more than a time. */
function below(blocks: readonly Block[], index: number): Block | undefined {
  const next = blocks[index + 1]
  return next &&
    next.form !== 'heading' &&
    next.form !== 'code' &&
    (next.parent === index || blocks[index]?.form === 'heading')
    ? next
    : undefined
}
