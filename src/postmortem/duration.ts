import type { Position } from 'unist'
import { type Amount, readAmounts } from './amounts.ts'
import { minutesBetween } from './chronology.ts'
import { outageOf } from './metrics.ts'
import type { Reading } from './moments.ts'
import { placeOf } from './place.ts'
import type { Between, Block, Cited, Duration, Section, SectionKind, TimelineEntry } from './postmortem.ts'
import type { Span, Stated } from './startEnd.ts'

/** What names the length of an outage, as a label, a title or the head of a column. */
const named =
  /\bduration\b|\bdown ?time\b|\boutage (?:time|length|window)\b|\blength of (?:the )?(?:outage|incident)\b|\btime (?:offline|down)\b/i
/** The time to recover runs from the start too; it counts where no duration is stated. */
const recovery = /\btime to (?:recover(?:y)?|restor(?:e|ation)|repair)\b|\bMTTR\b/i
const resolution = /\btime to resol(?:ve|ution)\b|\bresolution time\b|\btime to fix\b/i
const notOutage =
  /\bdetect|\backnowledg|\brespon[ds]|\bsupport hours\b|\b(?:business|office|working) hours\b|\bmaintenance\b/i

const harm =
  '(?:outage|incident|issue|problem|downtime|disruption|degradation|interruption|event|impact|unavailability|failure|attack|halt|stall|it|this|which|that)'
const broken =
  'down|unavailable|offline|inaccessible|unreachable|unresponsive|unusable|interrupted|disrupted|degraded|halted|broken|out'
const before: readonly (readonly [strength: number, pattern: RegExp])[] = [
  [6, /\btotal (?:impact |outage |incident )?(?:duration|downtime|time)\b[^.]{0,20}$/i],
  [5, new RegExp(String.raw`\b${harm}\b[^.]{0,60}\blast(?:ed|ing|s)\b[^.\d]{0,30}$`, 'i')],
  [5, /\b(?:downtime|outage|disruption|interruption)\s(?:was|of|for|lasted|:)\s?[^.\d]{0,24}$/i],
  [5, /\bfor a total of\s[^.\d]{0,12}$/i],
  [4, /\blast(?:ed|ing)\b[^.\d]{0,30}$/i],
  [4, new RegExp(String.raw`\b(?:${broken})\s(?:\w+\s){0,4}?for\s[^.\d]{0,24}$`, 'i')],
  [
    3,
    /\b(?:fail(?:s|ed|ing)|affected|impacted|slow|stuck|unable|without|not \w+)\s(?:\w+\s){0,6}?for\s[^.\d]{0,24}$/i,
  ],
  [
    3,
    /\b(?:resolved|fixed|restored|recover(?:ed|y)?|mitigated)\s(?:\w+\s){0,2}?(?:\(|after\s|within\s|in\s|took\s)[^.\d]{0,14}$/i,
  ],
  [3, /\b(?:resolved|fixed|restored|recovered|mitigated)\s?\([^.\d]{0,14}$/i],
]
const behind: readonly (readonly [strength: number, pattern: RegExp])[] = [
  [
    5,
    /^(?:\s|-)?(?:long\s)?(?:of\s)?(?:(?:total|complete|full|partial|service|unplanned|of)\s){0,2}(?:outage|downtime|disruption|interruption|unavailability|service degradation)\b/i,
  ],
  [5, /^\sof (?:active )?impact\b/i],
]
const hypothetical =
  /\b(?:would|could|should|will|might|may|every|per|each|timeout|interval|older than)\b[^.]{0,40}$/i

/** Kinds of section in which a length of time may be the outage's without saying so by name. */
const telling: readonly SectionKind[] = ['summary', 'impact']

interface Candidate {
  readonly block: Block
  readonly amount: Amount
  readonly strength: number
}

/** How long the outage was, as stated where it is stated best, and as its start and end have it. */
export function readDuration(doc: Reading, span: Span, entries: readonly TimelineEntry[]): Duration {
  const { source } = doc
  const best = candidates(doc).reduce<Candidate | undefined>(
    (most, one) => (most && most.strength >= one.strength ? most : one),
    undefined,
  )
  const stated: Cited<number> | undefined = best && {
    value: best.amount.minutes,
    at: placeOf(source, best.block, best.amount.start, best.amount.end),
  }
  const computed = fromSpan(source, span) ?? outageOf(entries)
  return {
    approximate: best?.amount.approximate ?? false,
    ...(stated && { stated }),
    ...(computed && { computed }),
  }
}

const timed = /\d\s?-?[wdhmsWDHMS½]|[Hh]our|[Mm]inute|[Dd]ay/

function candidates({ blocks, sections }: Reading): Candidate[] {
  const heads = new Map<number, Block>()
  const found: Candidate[] = []
  for (const [index, block] of blocks.entries()) {
    if (block.header) heads.set(block.group, block)
    if (block.form === 'code' || block.form === 'figure' || !timed.test(block.prose)) continue
    const amounts = readAmounts(block.prose)
    if (amounts.length === 0) continue
    const section = sections.findLast(({ block: from, end }) => from <= index && index < end)
    if (section && section.kinds.length > 0 && section.kinds.every((kind) => kind === 'actions')) continue
    for (const amount of amounts) {
      const strength = strengthOf(block, amount, titleOf(blocks, block, section, heads, amount))
      if (strength === 0) continue
      const tells =
        !section || section.kinds.length === 0 || section.kinds.some((kind) => telling.includes(kind))
      if (strength === 3 && !tells) continue
      found.push({ block, amount, strength: strength + (tells ? 0.5 : 0) })
    }
  }
  return found
}

/** What names a block from outside or at its front: its label, its parent's, the head of its column or row, its section. */
function titleOf(
  blocks: readonly Block[],
  block: Block,
  section: Section | undefined,
  heads: ReadonlyMap<number, Block>,
  amount: Amount,
): string {
  const parent = block.parent === undefined ? undefined : blocks[block.parent]
  const short = (text: string | undefined): string => (text && text.length <= 48 ? text : '')
  const titles = [
    block.label?.value,
    short(parent?.label?.value ?? parent?.text),
    short(section?.title.value),
  ]
  if (block.cells) {
    let start = 0
    for (const [column, cell] of block.cells.entries()) {
      const end = start + cell.value.length
      if (amount.start >= start && amount.start <= end)
        titles.push(
          heads.get(block.group)?.cells?.[column]?.value,
          column > 0 ? block.cells[0]?.value : undefined,
        )
      start = end + 3
    }
  }
  return titles.filter(Boolean).join(' | ')
}

/** How surely an amount is the length of the outage; 0 if nothing says so. */
function strengthOf(block: Block, { start, end }: Amount, title: string): number {
  const { prose } = block
  const sentence = prose.slice(Math.max(0, start - 120), start)
  const rest = prose.slice(end, end + 60)
  if (notOutage.test(title) || /\bsupport hours\b/i.test(rest)) return 0
  const lead = sentence.slice(sentence.search(/[^.!?]*$/))
  if (hypothetical.test(lead) || notOutage.test(lead)) return 0
  if (named.test(title) && !/[.!?]\s/.test(prose.slice(0, start))) return 7
  const said = [
    ...before.filter(([, pattern]) => pattern.test(lead)),
    ...behind.filter(([, pattern]) => pattern.test(rest)),
  ]
  if (said.length > 0) return Math.max(...said.map(([strength]) => strength))
  if (recovery.test(title) || recovery.test(lead)) return 2
  return resolution.test(title) || resolution.test(lead) ? 1 : 0
}

/** From the stated start to the stated end. */
function fromSpan(source: string, { start, end }: Span): Between<number> | undefined {
  if (!start || !end) return undefined
  const value = minutesBetween(start.moment, end.moment)
  if (value === undefined) return undefined
  const at = ({ block, start: from, end: to }: Stated): Position => placeOf(source, block, from, to)
  return { value, from: at(start), to: at(end) }
}
