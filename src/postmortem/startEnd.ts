import { readAmounts } from './amounts.ts'
import { minutesBetween } from './chronology.ts'
import type { CalendarDate } from './dates.ts'
import { ofReport, type Reading } from './moments.ts'
import { placeOf } from './place.ts'
import type { Block, Cited, Duration, Milestone, SectionKind, TimelineEntry } from './postmortem.ts'
import type { Moment, WhenMatch } from './time.ts'

/** A moment that the document states, and the block that states it. */
export interface Stated {
  readonly moment: Moment
  readonly block: Block
  readonly start: number
  readonly end: number
  readonly approximate: boolean
}

/** When the outage began and ended, as the document states it outside its timeline. */
export interface Span {
  readonly start?: Stated
  readonly end?: Stated
}

const startWords =
  /(?:^|\b)(?:start(?:s|ed|ing)?(?: time| date)?|began|begins|beginning|from|onset|outage start|incident start|date of incident|opened)[\W\d]*$/i
const noticeWords = /(?:^|\b)(?:detected|discovered|reported|noticed)(?: at| on| time)?[\W\d]*$/i
const endWords =
  /(?:^|\b)(?:end(?:s|ed|ing)?(?: time| date)?|finish(?:ed)?|resolved(?: at)?|resolution(?: time)?|restored|recovered|to|until|till|closed)[\W\d]*$/i
const otherHours = /\b(?:support|business|working|office) hours\b|\bmaintenance window\b/i
const over =
  /\b(?:end|ends? at|until|till|ended|closed|finished|restored|resolved|recovered|resumed|fixed|back|over|normal)\b/i

/** Kinds of section that say when an outage was; a document's head, before any section, does too. */
const telling: readonly SectionKind[] = ['summary', 'impact', 'detection', 'resolution']

/** Reads the stated start and end: labels of their own, a range, or two times of the summary of which the second ends it. */
export function readSpan(doc: Reading): Span {
  const told: Told[] = []
  for (const [index, moments] of doc.moments) {
    const block = doc.blocks[index]
    if (!block || !tells(doc, index)) continue
    if (block.form === 'heading' && !moments.some(({ until }) => until?.clock)) continue
    if (block.label && ofReport.test(block.label.value)) continue
    // a row that begins with a time is one of many, not a field
    if (block.form === 'row' && moments[0]?.lead) continue
    // a task may be due at a time
    if (block.checked === undefined && !otherHours.test(block.text))
      told.push({ block, moments, aside: doc.inner[index]?.kinds.join() === 'detection' })
  }
  return labelled(told) ?? ranged(told) ?? sentence(told) ?? {}
}

interface Told {
  readonly block: Block
  readonly moments: readonly WhenMatch[]
  /** How it was noticed: a range there is how long it took. */
  readonly aside: boolean
}

function tells({ sections, inner: all }: Reading, index: number): boolean {
  let inner = all[index]
  while (inner && inner.kinds.length === 0 && inner.side === undefined)
    inner = inner.parent === undefined ? undefined : sections[inner.parent]
  if (!inner) return true
  if (inner.kinds.length === 0) return inner.side === 'meta'
  return (
    inner.kinds.some((kind) => telling.includes(kind)) || (inner.form === 'label' && inner.side === 'meta')
  )
}

const stated = (block: Block, when: WhenMatch, moment: Moment = when): Stated => ({
  moment,
  block,
  start: when.start,
  end: when.end,
  approximate: when.approximate,
})

/** "Start time: …" and "End time: …", in lines, items or cells of their own or side by side. */
function labelled(told: readonly Told[]): Span | undefined {
  const find = (pattern: RegExp): Stated | undefined => {
    for (const { block, moments } of told)
      for (const [i, when] of moments.entries()) {
        if (!when.clock || when.until) continue
        // "Start (UTC): 13:02"
        const before = block.text.slice(moments[i - 1]?.end ?? 0, when.start).replace(/\([^()]{0,20}\)/g, '')
        if (before.length < 60 && /[:|]/.test(before) && pattern.test(before)) return stated(block, when)
      }
    return undefined
  }
  const start = find(startWords) ?? find(noticeWords)
  const end = find(endWords)
  return start && end && { start, end }
}

/** "From 14:00 to 16:30": one range, dated by what stands before it. */
function ranged(told: readonly Told[]): Span | undefined {
  for (const { block, moments, aside } of told)
    for (const [i, when] of moments.entries()) {
      if (aside || !when.clock || !when.until?.clock) continue
      const date = when.date ?? moments[i - 1]?.date
      return {
        start: stated(block, when, dated(when, date)),
        end: stated(block, when, when.until),
      }
    }
  return undefined
}

const dated = (moment: Moment, date: CalendarDate | undefined): Moment =>
  date ? { ...moment, date } : moment

/** Two times in one block, the second beside a word that ends an outage; or at least the first. */
function sentence(told: readonly Told[]): Span | undefined {
  for (const { block, moments } of told) {
    const clocks = moments.filter((moment) => moment.clock)
    const [first] = clocks
    if (!first) continue
    const last = clocks.findLast(
      (moment) =>
        moment !== first &&
        over.test(block.text.slice(Math.max(first.end, moment.start - 60), moment.end + 60)),
    )
    const range =
      clocks.length === 2 && /\bduration\b/i.test(block.text.slice(0, first.start)) ? clocks[1] : undefined
    const end = last ?? range ?? borneOut(block, first, clocks)
    return { start: stated(block, first), ...(end && { end: stated(block, end) }) }
  }
  return undefined
}

/** "Went quiet at 6:05 pm and wrapped up at 7:50 pm, so 1 hour 45 minutes": a later time as far off as the block says. */
const borneOut = (
  { prose }: Block,
  first: WhenMatch,
  clocks: readonly WhenMatch[],
): WhenMatch | undefined => {
  const lengths = clocks.length > 1 ? readAmounts(prose).map(({ minutes }) => minutes) : []
  return clocks.find((moment) => {
    const minutes = moment === first ? undefined : minutesBetween(first, moment)
    return minutes !== undefined && minutes > 0 && lengths.includes(minutes)
  })
}

/** The words that say when the outage began, where its end is said too: outside the timeline, or by two of its entries. */
export function readStartEnd(
  source: string,
  { start, end }: Span,
  entries: readonly TimelineEntry[],
  { computed }: Duration,
): Cited | undefined {
  if (start?.moment.clock && end?.moment.clock)
    return {
      value: start.block.text.slice(start.start, start.end),
      at: placeOf(source, start.block, start.start, start.end),
    }
  const timed = entries.filter(({ when }) => when?.value.time !== undefined)
  const from = timed.findIndex(({ milestones }) => milestones.some((milestone) => opening.has(milestone)))
  const ends = timed
    .slice(from + 1)
    .some(({ milestones }) => milestones.some((milestone) => closing.has(milestone)))
  const told = from >= 0 && ends ? timed[from] : timed.length >= aStory || computed ? timed[0] : undefined
  const when = told?.when
  return when && { value: when.value.time ?? '', at: when.at }
}

const opening: ReadonlySet<Milestone> = new Set<Milestone>(['trigger', 'start', 'detected'])
const closing: ReadonlySet<Milestone> = new Set<Milestone>(['mitigated', 'resolved', 'validated'])
/** So many events with clock times, in a timeline, tell an incident from its beginning to its end, whatever words they use. */
const aStory = 3
