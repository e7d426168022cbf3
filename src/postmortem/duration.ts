import type { Position } from 'unist'
import { type Amount, readAmounts } from './amounts.ts'
import { minutesBetween } from './chronology.ts'
import { lexicon, wordSet } from './lexicon.ts'
import { outageOf, storyOf } from './metrics.ts'
import type { Reading } from './moments.ts'
import { placeOf } from './place.ts'
import type {
  Between,
  Block,
  Cited,
  Duration,
  Field,
  Section,
  SectionKind,
  TimelineEntry,
} from './postmortem.ts'
import { countBelow } from './scan.ts'
import type { Span, Stated } from './startEnd.ts'
import { endsSentence } from './tokens.ts'

/** What names the length of an outage, as a label, a title or the head of a column. */
const named =
  /\bduration\b|\bdown ?time\b|\boutage (?:time|length|window)\b|\blength of (?:the )?(?:outage|incident)\b|\btime (?:offline|down)\b/i
/** The time to recover runs from the start too; it counts where no duration is stated. */
const recovery =
  /\btime to (?:recover(?:y)?|restor(?:e|ation)|repair|resol(?:ve|ution)|fix)\b|\bMTTR\b|\bresolution time\b/i
/** What was repaired may still have to be restored. */
const ending = /\bresol(?:ve|ution)\b/i
const otherTime =
  /\bdetect|\backnowledg|\brespon[ds]|\b(?:support|business|office|working) hours\b|\bmaintenance\b/i

/** The words around a length of time that make it the outage's, and those that make it another's. */
const words = lexicon([
  [
    'outage',
    'outage, downtime, disruption, interruption, unavailability, incident, issue, problem, degradation, halt, stall, failure',
  ],
  ['lasts', 'lasted, lasting, lasts'],
  ['stop', 'halt, outage, downtime, disruption, interruption, unavailability, breakdown, standstill'],
  ['watch', 'monitor*, watch*, wait*, observe*'],
  [
    'down',
    `down, unavailable, offline, inaccessible, unreachable, unresponsive, unusable, interrupted, disrupted, degraded, halted,
     broken, out, closed, frozen, paused, stopped, blocked, silent, dark, dead, stale, hung`,
  ],
  ['failing', 'fail*, error*, affected, impacted, slow, stuck, unable, without, not, no'],
  ['ended', 'resolved, fixed, restored, recover*, recovery, mitigated'],
  [
    'hedge',
    `about, around, approx, approximately, roughly, circa, nearly, almost, over, under, more, less, than, at, least, up, to, some,
     an, estimated, little, just, overall, only, exactly, a`,
  ],
  ['was', 'was, is, were, of, for'],
  ['within', 'after, within, in, took, (, resolved, fixed'],
  [
    'kind',
    'long, of, total, complete, full, partial, service, unplanned, active, silent, major, minor, brief, short, intermittent, fleet, site, website, api, production, platform, -',
  ],
  ['wish', 'would, could, should, will, might, may'],
  ['another', 'every, per, each, timeout, interval, older, detect*, detection, respond*'],
])

/** Kinds of section in which a length of time may be the outage's without saying so by name. */
const telling: readonly SectionKind[] = ['summary', 'impact']

interface Candidate {
  readonly block: Block
  readonly amount: Amount
  readonly strength: number
}

/** How long the outage was, as stated where it is stated best, and as its start and end have it. */
export function readDuration(
  doc: Reading,
  span: Span,
  entries: readonly TimelineEntry[],
  front: readonly Field[],
): Duration {
  const { source } = doc
  const computed = fromSpan(source, span) ?? outageOf(entries)
  const field = lengthIn(front)
  const best = candidates(doc, computed?.value, span.end?.block).reduce<Candidate | undefined>(
    (most, one) => (most && most.strength >= one.strength ? most : one),
    undefined,
  )
  const { amount, at } = field ?? {
    amount: best?.amount,
    at: best && placeOf(source, best.block, best.amount.start, best.amount.end),
  }
  const stated: Cited<number> | undefined = amount && at && { value: Math.round(amount.minutes), at }
  const measured = computed ?? (stated && storyOf(entries, stated.value))
  return {
    approximate: amount?.approximate ?? false,
    ...(amount?.least !== undefined && { least: amount.least }),
    ...(stated && { stated }),
    ...(measured && { computed: measured }),
  }
}

/** `duration: 5h 10m`, `duration_minutes: 310` in the front matter. */
function lengthIn(front: readonly Field[]): { amount: Amount; at: Position } | undefined {
  for (const { key, value, at } of front) {
    const name = key.replaceAll(/[_-]/g, ' ')
    const unit = /\b(?:minutes|hours)$/.exec(name)?.[0] ?? ''
    const [amount] = named.test(name) ? readAmounts(/^\d+$/.test(value) ? `${value} ${unit}` : value) : []
    if (amount) return { amount, at }
  }
  return undefined
}

const timed = /\d\s?-?[wdhmsWDHMS½]|[Hh]our|[Mm]inute|[Dd]ay/

/** Every length of time that may be the outage's; of two as good, the one that its start and end bear out is better. */
function candidates(
  { blocks, inner }: Reading,
  computed: number | undefined,
  told: Block | undefined,
): Candidate[] {
  const heads = new Map<number, Block>()
  const found: Candidate[] = []
  for (const [index, block] of blocks.entries()) {
    if (block.header) heads.set(block.group, block)
    if (block.form === 'code' || block.form === 'figure' || !timed.test(block.prose)) continue
    const amounts = readAmounts(block.prose)
    if (amounts.length === 0 || areOfSeveral(block, amounts)) continue
    const section = inner[index]
    if (section && section.kinds.length > 0 && section.kinds.every((kind) => kind === 'actions')) continue
    const tells =
      !section || section.kinds.length === 0 || section.kinds.some((kind) => telling.includes(kind))
    const title = titleOf(blocks, block, section)
    const columns = columnTitles(block, heads.get(block.group))
    for (const amount of amounts) {
      // seconds are gaps, waits and time-outs
      if (amount.minutes < 1) continue
      const agrees = computed !== undefined && bearsOut(computed, amount)
      const strength =
        strengthOf(block, amount, `${title} | ${columns(amount.start)}`) ||
        (agrees && (block === told || isAside(block, amount)) ? 3 : 0)
      if (strength === 0 || (strength === 3 && !tells && !agrees)) continue
      // what start and end bear out goes before what is rounded elsewhere; a hint at another time stays one
      const borne = agrees ? (strength < 3 ? 0.25 : 1.25) : 0
      found.push({ block, amount, strength: strength + (tells ? 0.5 : 0) + borne })
    }
  }
  return found
}

/** Start and end are as far apart as it says, or about as far where it says "nearly eight hours". */
const bearsOut = (computed: number, { minutes, approximate }: Amount): boolean =>
  Math.abs(minutes - computed) <= (approximate ? computed / 10 : 1)

/** Several incidents side by side in a table have a length each. */
function areOfSeveral({ cells }: Block, amounts: readonly Amount[]): boolean {
  const lengths = cells?.slice(1).filter(({ value }) => readAmounts(value).length > 0) ?? []
  return (
    named.test(cells?.[0]?.value ?? '') &&
    lengths.length > 1 &&
    new Set(amounts.map(({ minutes }) => minutes)).size > 1
  )
}

/** What names a block from outside or at its front: its label, its parent's, the title of its section. */
function titleOf(blocks: readonly Block[], block: Block, section: Section | undefined): string {
  const parent = block.parent === undefined ? undefined : blocks[block.parent]
  const titles = [parent?.label?.value ?? parent?.text, section?.title.value]
  return [block.label?.value, ...titles.filter((title) => title && title.length <= 48)]
    .filter(Boolean)
    .join(' | ')
}

/** What names the cell that stands at a place in the text of a row: the head of its column, and the row's first cell. */
function columnTitles({ cells }: Block, head: Block | undefined): (at: number) => string {
  if (!cells) return () => ''
  let next = 0
  const starts = cells.map(({ value }) => {
    const start = next
    next += value.length + 3
    return start
  })
  return (at) => {
    const column = countBelow(starts, at + 1) - 1
    return [head?.cells?.[column]?.value, column > 0 && cells[0]?.value].filter(Boolean).join(' | ')
  }
}

/** "From 10:00 to 12:30, two and a half hours", "For 2.5 hours, the shop slept": beside or under the times that bear it out. */
const isAside = ({ prose }: Block, { start }: Amount): boolean =>
  /\d\D{0,40}[,;:(–—-]\s?(?:or |about |around |i\.e\. |a total of )?$|\bfor (?:about |around )?$/i.test(
    prose.slice(Math.max(0, start - 60), start),
  )

/** How surely an amount is the length of the outage; 0 if nothing says so. */
function strengthOf(block: Block, { start, end }: Amount, title: string): number {
  const { prose } = block
  if (otherTime.test(title) || /\bsupport hours\b/i.test(prose.slice(end, end + 60))) return 0
  const tokens = block.tokens
  const first = countBelow(tokens.starts, start + 1) - 1
  const next = countBelow(tokens.starts, end)
  const sentence = beforeIn(tokens.words, first)
  const marks = words.marks(sentence)
  if (isAnothers(sentence, marks) || tokens.words[next] === 'each') return 0
  if (named.test(block.prose.slice(Math.max(0, start - 24), start)) && /[:=]\s*$/.test(prose.slice(0, start)))
    return 7
  const inFirst =
    first < 60 && tokens.words.slice(0, first).every((word) => !endsSentence(word) || word === '|')
  if (inFirst && named.test(title)) return 7
  const said = Math.max(
    saidBefore(sentence, marks),
    saidBehind(tokens.words.slice(next, next + 6)),
    isAttribute(prose.slice(start, end)) ? saidBehind(tokens.words.slice(next + 1, next + 6)) : 0,
    saidFrom(sentence, tokens.words.slice(next, next + 8)),
    tokens.words[next] === 'later' && sentence.some((word) => returns.has(word)) ? 4 : 0,
    isWhole(sentence, marks) ? saidAfter(tokens.words, next) : 0,
  )
  if (said > 0) return said
  const context = `${title} ${prose.slice(Math.max(0, start - 60), start)}`
  if (!recovery.test(context)) return 0
  return ending.test(context) ? 2.5 : 2
}

/** A length that would be, or a time to detect: not in "nobody could log in for", "on 5 May", "was detected that lasted". */
function isAnothers(sentence: readonly string[], marks: readonly number[]): boolean {
  const denied = sentence.some((word) => /^(?:no|nobody|not|couldn't|none)$/.test(word))
  const lasts = marks.findLastIndex((mark) => (mark & words.bit('lasts')) !== 0)
  return marks.some((mark, at) => {
    const word = sentence[at] ?? ''
    if ((mark & words.bit('wish')) !== 0)
      return !(denied && word === 'could') && !(word === 'may' && isDate(sentence, at))
    return (mark & words.bit('another')) !== 0 && at > lasts
  })
}

const isDate = (sentence: readonly string[], at: number): boolean =>
  /^\d/.test(sentence[at + 1] ?? '') || /^\d/.test(sentence[at - 1] ?? '')

/** The words of the same sentence before one, no more than a line of them. */
function beforeIn(all: readonly string[], index: number): string[] {
  let from = index
  while (from > 0 && from > index - 20 && !endsSentence(all[from - 1] ?? '')) from--
  return all.slice(from, index)
}

/** "The outage lasted", "was down for", "a total of", "resolved within". */
function saidBefore(sentence: readonly string[], marks: readonly number[]): number {
  const has = (at: number, name: Parameters<typeof words.bit>[0]): boolean =>
    ((marks[at] ?? 0) & words.bit(name)) !== 0
  const near = (from: number, count: number, name: Parameters<typeof words.bit>[0]): boolean =>
    marks.slice(Math.max(0, from - count), from).some((mark) => (mark & words.bit(name)) !== 0)
  let link = sentence.length - 1
  while (link >= 0 && has(link, 'hedge') && sentence[link] !== 'of') link--
  if (link < 0) return 0
  if (sentence[link] === 'of' && sentence[link - 1] === 'total') return 6
  if (has(link, 'lasts') || (sentence[link] === 'for' && has(link - 1, 'lasts')))
    return near(link, 12, 'outage') ? 5 : 4
  if (has(link, 'outage') || (has(link, 'was') && has(link - 1, 'outage'))) return 5
  if (sentence[link] === 'for' && near(link, 6, 'down')) return 4
  if (
    sentence[link] === 'for' &&
    (near(link, 8, 'failing') || (near(link, 6, 'stop') && !near(link, 6, 'watch')))
  )
    return 3
  return has(link, 'within') && near(link + 1, 4, 'ended') ? 3 : 0
}

/** Nothing stands before a length of time but "for about". */
const isWhole = (sentence: readonly string[], marks: readonly number[]): boolean =>
  sentence[0] === 'for' && marks.slice(1).every((mark) => (mark & words.bit('hedge')) !== 0)

/** "For two days the builds were unavailable.", "For 13 minutes between 13:11 and 13:24 UTC" */
function saidAfter(all: readonly string[], from: number): number {
  const rest = all.slice(from, from + 20)
  const [first, time] = rest[0] === ',' ? rest.slice(1) : rest
  if ((first === 'between' || first === 'from') && /^\d/.test(time ?? '')) return 4
  const end = rest.findIndex(endsSentence)
  const own = end < 0 ? rest : rest.slice(0, end)
  return words.marks(own).some((mark) => (mark & words.bit('down')) !== 0) ? 4 : 0
}

/** "A 45-minute outage", "two hours of downtime". */
function saidBehind(following: readonly string[]): number {
  const marks = words.marks(following)
  const noun = marks.findIndex((mark) => (mark & words.bit('kind')) === 0)
  const harmed = noun >= 0 && ((marks[noun] ?? 0) & words.bit('outage')) !== 0
  return harmed ||
    following
      .slice(0, noun + 1)
      .join(' ')
      .endsWith('of impact') ||
    following.join(' ').startsWith('of active impact')
    ? 5
    : 0
}

/** "A 7 minute cascading failure": the unit has no plural where it belongs to what follows. */
const isAttribute = (text: string): boolean => /(?:[2-9]|\d\d)[ -](?:minute|hour|day)$/i.test(text)

/** "It took 91 minutes from the start of the incident to the deploy of the fix". */
const saidFrom = (sentence: readonly string[], following: readonly string[]): number =>
  sentence.includes('took') &&
  /^from the (?:start|beginning|onset) of the (?:incident|outage|problem) (?:to|until) /.test(
    `${following.join(' ')} `,
  )
    ? 4
    : 0

/** "It was handed back at 11:05, 18 h 45 min later". */
const returns = wordSet('back, returned, restored, resolved, recovered, ended')

/** From the stated start to the stated end. */
function fromSpan(source: string, { start, end }: Span): Between<number> | undefined {
  if (!start || !end) return undefined
  const value = minutesBetween(start.moment, end.moment)
  if (value === undefined) return undefined
  const at = ({ block, start: from, end: to }: Stated): Position => placeOf(source, block, from, to)
  return { value, from: at(start), to: at(end) }
}
