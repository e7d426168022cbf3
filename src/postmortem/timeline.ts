import { type Frame, type Placed, place, type Timed } from './chronology.ts'
import { type CalendarDate, dayNumber } from './dates.ts'
import { dateOrder, dateOver, midnightsIn, type Region, yearTold, zoneElsewhere, zoneOf } from './frame.ts'
import { readMilestones } from './milestones.ts'
import { momentsAt, type Reading } from './moments.ts'
import { piecesOf } from './pieces.ts'
import { placeOf } from './place.ts'
import type {
  Block,
  Cited,
  ReadOptions,
  Section,
  SectionKind,
  Timeline,
  TimelineEntry,
  TimelineForm,
} from './postmortem.ts'
import type { Writable } from './scan.ts'
import type { Span } from './startEnd.ts'
import type { WhenMatch } from './time.ts'
import { eventOf, isTitle, type Unit, type UnitForm, unitsOf } from './units.ts'
import { declaredZone, zoneNamed } from './zones.ts'

/** A unit that is an entry, the date of the heading or the group above it, and whether another list begins with it. */
interface Chosen {
  readonly unit: Unit
  readonly day?: CalendarDate
  readonly fresh: boolean
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
export function readTimeline(doc: Reading, span: Span, options: ReadOptions = {}): TimelineRead {
  const announced = regionsOf(doc)
  const told = announced.map((region) => ({ region, chosen: choose(doc, region) }))
  const lists = told.some(({ chosen }) => chosen.length > 0) ? told : unannounced(doc)
  const full = lists.filter(({ chosen }) => chosen.length > 0)
  const title = (full[0]?.region ?? announced.find(({ named }) => named))?.title
  const at = title === undefined ? full[0]?.chosen[0]?.unit.block.at : doc.blocks[title]?.at
  if (full.length === 0) {
    const told = announced.some((region) => isRunningText(doc, region))
    const zone = told ? zoneElsewhere(doc)?.cited : undefined
    const form = told ? 'paragraphs' : 'none'
    return { timeline: { form, entries: [], ...(zone && { zone }), ...(at && { at }) }, incident: [] }
  }

  const order = dateOrder(doc, options)
  const midnights = midnightsIn(span)
  const year = yearTold(doc)
  const zones = full.map(({ region, chosen }) =>
    zoneOf(
      doc,
      region,
      chosen.map(({ unit }) => unit),
    ),
  )
  const stated = zones.find(Boolean) ?? zoneElsewhere(doc)
  const given = options.timezone === undefined ? undefined : zoneNamed(options.timezone)
  const entries = full.map(({ region, chosen }, i) => {
    const frame: Writable<Frame> = { order, midnights }
    const zone = (zones[i] ?? stated)?.zone ?? given
    const date = dateOver(doc, region, chosen[0]?.unit.index ?? region.from, span)
    if (zone) frame.zone = zone
    if (date) frame.date = date
    if (year) frame.year = year
    return entriesOf(doc, chosen, frame)
  })
  const incident = entries.reduce((most, one) => (one.length > most.length ? one : most))
  const form = formOf(full[entries.indexOf(incident)]?.chosen.map(({ unit }) => unit) ?? [])
  const timeline: Writable<Timeline> = { form, entries: entries.flat() }
  if (stated) timeline.zone = stated.cited
  if (at) timeline.at = at
  return { timeline, incident }
}

/** A title over text in which no event can be told from another. */
const isRunningText = (doc: Reading, { from, to, named }: Region): boolean =>
  named &&
  from < to &&
  doc.blocks.slice(from, to).every(({ form }) => form === 'line') &&
  clockIn(doc, from, to) !== undefined

/** The outermost sections that announce a timeline. */
function regionsOf({ blocks, sections, moments }: Reading): Region[] {
  const regions: Region[] = []
  for (const [section, { kinds, form, block, end }] of sections.entries()) {
    if (!kinds.includes('timeline') || !blocks[block] || block < (regions.at(-1)?.to ?? 0)) continue
    const named = form !== 'label'
    regions.push({
      from: block + (named || !moments.has(block) ? 1 : 0),
      to: end,
      title: block,
      section,
      named,
    })
  }
  return regions
}

/** So many events with clock times make a timeline that no title announces. */
const least = 3

/** Lists, tables, lines or headings with clock times that no title announces; the heading right above is their title. */
function unannounced(doc: Reading): { region: Region; chosen: Chosen[] }[] {
  const { blocks, sections } = doc
  const planned = new Array<boolean>(blocks.length)
  for (const { kinds, block, end } of sections)
    if (kinds.includes('actions') || kinds.includes('lessons')) planned.fill(true, block, end)
  const groups = new Map<string | number | Section, Unit[]>()
  for (const piece of piecesOf(doc, 0, blocks.length)) {
    if (piece.kind !== 'unit' || !piece.unit.plain || !piece.unit.when?.clock) continue
    const { unit } = piece
    const { form } = unit
    if ((form === 'line' && !beginsWithTime(unit)) || (form === 'row' && endsWithTime(unit))) continue
    if (planned[unit.index]) continue
    const key =
      form === 'heading' ? form : form === 'line' ? (doc.inner[unit.index] ?? form) : unit.block.group
    const units = groups.get(key)
    if (units) units.push(unit)
    else groups.set(key, [unit])
  }
  const units = [...groups.values()].reduce((most, one) => (one.length > most.length ? one : most), [])
  const [first, last] = [units[0], units.at(-1)]
  const enough = units.every(isBareTime) ? 2 : least
  if (units.length < enough || !first || !last || isLog(units)) return []
  let to = last.index + 1
  while ((blocks[to]?.parent ?? -1) >= last.index) to++
  const above = blocks.findLastIndex(
    ({ form }, index) => index < first.index && (form === 'heading' || form === 'item'),
  )
  const title = blocks[above]?.form === 'heading' ? above : undefined
  const region = { from: first.index, to, named: true, ...(title !== undefined && { title }) }
  const chosen = choose(doc, region)
  return chosen.length < enough ? [] : [{ region, chosen }]
}

/** Dated times that only fall, the newest first, list runs or messages; a story is told forward. */
function isLog(units: readonly Unit[]): boolean {
  const minutes = units.map(({ when }) => {
    const { clock, date } = when ?? {}
    const day = date?.year === undefined ? undefined : dayNumber(date.year, date.month, date.day)
    return clock && day !== undefined ? day * 1440 + clock.minutes : Number.NaN
  })
  const steps = minutes.slice(1).map((minute, i) => minute - (minutes[i] ?? Number.NaN))
  return steps.every((step) => step <= 0) && steps.some((step) => step < 0)
}

/** A heading that is nothing but a time. */
const isBareTime = ({ form, block, when }: Unit): boolean =>
  form === 'heading' &&
  when !== undefined &&
  !/[\p{L}\p{N}]/u.test(block.text.slice(0, when.start) + block.text.slice(when.end))

/** A line of prose may begin "At 10:00 we …"; an entry begins with the time itself. */
const beginsWithTime = ({ block, when }: Unit): boolean =>
  when?.lead === true && !/[\p{L}\p{N}]/u.test(block.text.slice(0, when.start))

/** A table whose last column is a time lists something else: who was paid, and when. */
const endsWithTime = ({ block, when }: Unit): boolean =>
  when !== undefined && !/\p{L}/u.test(block.text.slice(when.end))

/** The form of most units, or the first of those that are as many: it encloses the others. */
function commonest(units: readonly Unit[]): UnitForm {
  const counts = { heading: 0, row: 0, item: 0, line: 0 }
  for (const { form } of units) counts[form]++
  let best: UnitForm = 'heading'
  for (const form of forms) if (counts[form] > counts[best]) best = form
  return best
}
const forms: readonly UnitForm[] = ['heading', 'row', 'item', 'line']

/** Of the pieces of a region those that are entries: the form that carries most times tells. */
function choose(doc: Reading, region: Region): Chosen[] {
  const pieces = piecesOf(doc, region.from, region.to)
  const units: Unit[] = []
  for (const piece of pieces) if (piece.kind === 'unit') units.push(piece.unit)
  const timed = units.filter(({ plain }) => plain)
  const phases = phasesOf(doc, region)
  if (phases.length > 1 && timed.length < phases.length) return phases
  const form = commonest(timed)
  const isEntry =
    timed.length > 0 ? timedEntries(form, units, headedLists(doc, region)) : untimedEntries(units)
  const chosen: Chosen[] = []
  let day: CalendarDate | undefined
  let fresh = false
  for (const piece of pieces) {
    if (piece.kind === 'day') day = piece.date
    else if (piece.kind === 'break') fresh ||= form !== 'heading' || piece.by === 'heading'
    else if (isEntry(piece.unit)) {
      const entry: Writable<Chosen> = { unit: piece.unit, fresh: fresh && chosen.length > 0 }
      if (day) entry.day = day
      chosen.push(entry)
      fresh = false
    }
  }
  return chosen
}

/** What stands under the lines that title the parts of a timeline, "Detection:", "Actions taken:": one event each. */
function phasesOf(doc: Reading, { section: timeline, to }: Region): Chosen[] {
  const { blocks, sections } = doc
  const phases: Chosen[] = []
  if (timeline === undefined) return phases
  for (let i = timeline + 1; (sections[i]?.block ?? to) < to; i++) {
    const section = sections[i]
    if (section?.parent !== timeline || section.form === 'label') continue
    const first = section.block + 1
    const body = first < section.end ? blocks[first] : undefined
    const [unit] = body ? unitsOf(body, first, momentsAt(doc, first)) : []
    if (!unit) continue
    const when = unit.when ?? clockIn(doc, first + 1, section.end)
    const form = section.form === 'heading' ? section.form : unit.form
    phases.push({ unit: { ...unit, form, ...(when && { when }) }, fresh: false })
  }
  return phases
}

/** The first clock time in some blocks. */
function clockIn(doc: Reading, from: number, to: number): WhenMatch | undefined {
  for (let index = from; index < to; index++) {
    const found = momentsAt(doc, index).find(({ clock }) => clock)
    if (found) return found
  }
  return undefined
}

/** The groups of the lists that stand under a day or under a title such as "Misleading paths:". */
function headedLists(doc: Reading, { from, to }: Region): ReadonlySet<number> {
  const groups = new Set<number>()
  const titled = doc.sections.filter(({ form }) => form !== 'label')
  const titles = new Map(titled.map(({ block, kinds }) => [block, kinds]))
  let counts = false
  for (let index = from; index < to; index++) {
    const block = doc.blocks[index]
    if (!block) break
    if (titles.has(index) || isTitle(block))
      counts =
        momentsAt(doc, index).some(({ date }) => date !== undefined) ||
        (titles.get(index)?.some((kind) => phases.has(kind)) ?? false)
    else if (counts && block.form === 'item' && block.parent === undefined) groups.add(block.group)
  }
  return groups
}
const phases: ReadonlySet<SectionKind> = new Set(['detection', 'investigation', 'resolution'])

type Choice = (unit: Unit) => boolean

/**
 * Where times lead, an entry is what has one, and what stands in one list with such; in lists that give few times, and among
 * lines that begin with a label instead, also what has none.
 */
function timedEntries(form: UnitForm, units: readonly Unit[], headed: ReadonlySet<number>): Choice {
  if (form === 'heading') return (unit) => unit.plain && unit.form === form
  const own = units.filter((unit) => unit.form === form)
  const groups = new Set([...headed, ...own.flatMap(({ plain, block }) => (plain ? [block.group] : []))])
  const timed = own.filter(({ plain }) => plain).length
  const labelled = own.filter(({ plain, block }) => !plain && block.label).length
  const beside = own.filter(({ block }) => groups.has(block.group)).length
  const mixed = form === 'line' ? labelled >= 2 && labelled * 2 >= timed : timed < 0.6 * beside
  const heads = form === 'line' && 2 * timed < own.length ? headsOfProse(own) : none
  return (unit) => {
    const { block, plain } = unit
    if (isDeclaration(unit)) return false
    if (unit.form !== form) return plain && !isTitle(block) && opensWithClock(unit)
    if (heads.size > 0) return heads.has(unit)
    if (plain) return true
    return form === 'line' ? mixed && block.label !== undefined : mixed || groups.has(block.group)
  }
}

/** The lines that begin a paragraph, where several paragraphs of prose tell what happened. */
function headsOfProse(lines: readonly Unit[]): ReadonlySet<Unit> {
  const words = lines.reduce((sum, { block }) => sum + block.tokens.words.length, 0)
  const heads = lines.filter(({ block }, i) => block.group !== lines[i - 1]?.block.group)
  return new Set(heads.length > 2 && words > 15 * lines.length ? heads : [])
}
const none: ReadonlySet<Unit> = new Set()

const opensWithClock = ({ when, start }: Unit): boolean =>
  when?.clock !== undefined && (when.lead || (start > 0 && when.start === start))

/** Events without times: the items of a list, the rows of a table, or lines that have a label or tell a time. */
function untimedEntries(units: readonly Unit[]): Choice {
  const of = (form: UnitForm): Unit[] => units.filter((unit) => unit.form === form && !isDeclaration(unit))
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
  const count = (form: UnitForm): number => units.filter((unit) => unit.form === form).length
  const numbered = units.filter(({ form, block }) => form === 'item' && block.ordinal !== undefined).length
  const counts: readonly (readonly [TimelineForm, number])[] = [
    ['headings', count('heading')],
    ['table', count('row')],
    ['bullets', count('item') - numbered],
    ['numbered', numbered],
    ['paragraphs', count('line')],
  ]
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

const nextDay = /\b(?:next|following) (?:day|morning)\b|\(\+\d ?d(?:ay)?s?\)/i

/** The entries as facts. */
function entriesOf(doc: Reading, chosen: readonly Chosen[], frame: Frame): TimelineEntry[] {
  const timed: Timed[] = []
  for (const { unit, day, fresh } of chosen) {
    const { when, plain, block, start } = unit
    if (!when) continue
    const later = nextDay.test(block.text.slice(start, when.end + 30))
    const moment: Writable<Timed> = { when, fresh, loose: !plain, later }
    if (day) moment.day = day
    timed.push(moment)
  }
  const placed = place(timed, frame).values()
  let noticed = false
  return chosen.map(({ unit, fresh }) => {
    const { block, when, index, start, end } = unit
    const found: Placed | undefined = when && placed.next().value
    const event = eventOf(unit, momentsAt(doc, index))
    const below = event === '' ? blockBelow(doc, index) : undefined
    const reached = below
      ? readMilestones(below, below.label?.value ?? '', 0, below.text.length)
      : readMilestones(block, labelOf(unit), start, end)
    // what is deployed once the trouble is known is the cure, until another incident begins
    if (fresh) noticed = false
    const milestones = noticed ? reached.filter((milestone) => milestone !== 'trigger') : reached
    noticed ||= reached.includes('detected')
    const entry: Writable<TimelineEntry> = {
      block,
      text: below?.text ?? event,
      milestones,
      backwards: found?.backwards ?? false,
    }
    if (found && when) entry.when = { value: found.when, at: whereIs(doc, unit, when) }
    return entry
  })
}

/** What names an entry: its label, or the words that stand before its time. */
function labelOf({ block, when, plain, start }: Unit): string {
  const before = when && plain && !when.lead && when.start > start ? block.text.slice(start, when.start) : ''
  return before || (block.label?.value ?? '')
}

/** The place of a time, which may stand in a block nested in the entry. */
function whereIs(doc: Reading, { block, index }: Unit, when: WhenMatch): Cited['at'] {
  let holder = index
  if (block.form !== 'row' && !momentsAt(doc, index).includes(when))
    while (holder < doc.blocks.length && !momentsAt(doc, holder).includes(when)) holder++
  return placeOf(doc.source, doc.blocks[holder] ?? block, when.start, when.end)
}

/** What stands under a heading or an item that is no more than a time. */
function blockBelow({ blocks }: Reading, index: number): Block | undefined {
  const next = blocks[index + 1]
  const title = blocks[index]
  const below = next?.parent === index || (title && next && isTitle(title) && !isTitle(next))
  return below && next?.form !== 'code' ? next : undefined
}
