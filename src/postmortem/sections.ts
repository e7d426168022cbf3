import type { Block, Cited, ReadOptions, Section, SectionKind, SideKind, Title } from './postmortem.ts'
import { knownTitles, matchTitle, type TitleMatch } from './titles.ts'

type Form = Section['form']
interface Opening {
  readonly block: number
  readonly title: Cited
  readonly form: Form
  /** Heading level; titles that are no headings stand below all headings, labels below them. */
  readonly level: number
  readonly kinds: readonly SectionKind[]
  readonly side?: SideKind
}

const belowHeadings = 10
const belowTitles = 20

/** A time or a date alone, or before other words: a heading of an entry, not of a section. */
const timeTitle =
  /^(?:on|at|after|around|~|\[|\()?\s*(?:\d{1,2}[:.h]\d\d|\d{1,2}\s?[ap]\.?m|\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{2,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i

/** Places that open a section, in document order, nested as their titles are. */
export function readSections(blocks: readonly Block[], options: ReadOptions = {}): Section[] {
  const titles = knownTitles(options.titles)
  const openings: Opening[] = []
  for (const [index, block] of blocks.entries()) {
    const opening = block.quoted ? undefined : openingOf(block, index, openings.length === 0, titles)
    if (opening) openings.push(nested(opening, openings.at(-1)))
  }
  const resolved = fillGaps(openings)
  const sections: Section[] = []
  for (const [i, opening] of resolved.entries()) {
    const end = endOf(resolved, i, blocks)
    const parent = sections.findLastIndex(
      (section, j) => section.end > opening.block && levelOf(resolved, j) < opening.level,
    )
    sections.push({
      kinds: opening.kinds,
      ...(opening.side && { side: opening.side }),
      title: opening.title,
      form: opening.form,
      depth: parent < 0 ? 1 : (sections[parent]?.depth ?? 0) + 1,
      block: opening.block,
      end,
      body: blocks.slice(opening.block + (opening.form === 'label' ? 0 : 1), end),
      ...(parent >= 0 && { parent }),
    })
  }
  return sections
}

const levelOf = (openings: readonly Opening[], index: number): number => openings[index]?.level ?? 0

function openingOf(
  block: Block,
  index: number,
  first: boolean,
  titles: ReturnType<typeof knownTitles>,
): Opening | undefined {
  const at = (form: Form, level: number, match: TitleMatch | undefined, title: Cited): Opening => ({
    block: index,
    form,
    level,
    title,
    kinds: match?.kinds ?? [],
    ...(match?.side && { side: match.side }),
  })
  const own: Cited = { value: block.text, at: block.at }
  if (block.form === 'heading') {
    if (timeTitle.test(block.text)) return undefined
    const match = matchTitle(block.text, titles)
    return at('heading', block.depth, first && !match?.whole ? undefined : match, own)
  }
  if (block.form === 'line' && isTitleLine(block)) {
    const match = matchTitle(block.text, titles)
    if (match && (match.whole || (block.emphatic && !first)))
      return at(block.emphatic ? 'bold' : 'plain', belowHeadings, match, own)
  }
  if (!block.label || (block.form !== 'line' && block.form !== 'item')) return undefined
  const match = matchTitle(block.label.value, titles)
  return match?.whole && match.kinds.length > 0 ? at('label', belowTitles, match, block.label) : undefined
}

/** Short, no sentence, no time, not inside a list. */
const isTitleLine = (block: Block): boolean =>
  block.parent === undefined &&
  block.text.length <= 100 &&
  !/[.;,]$/.test(block.text) &&
  !timeTitle.test(block.text) &&
  block.text.split(/\s+/).length <= 10

/** "Root cause" right below "Root cause and resolution" is a part of it, though both are bold. */
function nested(opening: Opening, before: Opening | undefined): Opening {
  const part =
    before?.form === opening.form &&
    opening.form !== 'heading' &&
    before.kinds.length > opening.kinds.length &&
    opening.kinds.every((kind) => before.kinds.includes(kind))
  return part ? { ...opening, level: opening.level + 1 } : opening
}

/** Index of the block after the section's last. */
function endOf(openings: readonly Opening[], index: number, blocks: readonly Block[]): number {
  const own = openings[index]
  if (!own) return blocks.length
  const next = openings.slice(index + 1).find((other) => other.level <= own.level)?.block ?? blocks.length
  if (own.form !== 'label') return next
  const lead = blocks[own.block]
  const stop = blocks.findIndex(
    (block, i) =>
      i > own.block &&
      !within(blocks, block, own.block) &&
      (lead?.form === 'item' ||
        block.label !== undefined ||
        block.form !== 'line' ||
        block.group !== lead?.group),
  )
  return Math.min(next, stop < 0 ? blocks.length : stop)
}

function within(blocks: readonly Block[], block: Block, ancestor: number): boolean {
  for (let parent = block.parent; parent !== undefined; parent = blocks[parent]?.parent)
    if (parent === ancestor) return true
  return false
}

/** Titles that may mean either of two things mean the one that the document has not said elsewhere. */
const ambiguous: readonly (readonly [RegExp, SectionKind, SectionKind])[] = [
  [/^\W*remediation\W*$/i, 'resolution', 'actions'],
  [/^\W*(?:technical |incident )?analysis\W*$/i, 'investigation', 'cause'],
]

function fillGaps(openings: readonly Opening[]): Opening[] {
  return openings.map((opening) => {
    const rule = ambiguous.find(([pattern]) => pattern.test(opening.title.value))
    if (!rule) return opening
    const [, usual, other] = rule
    const said = (kind: SectionKind): boolean =>
      openings.some((one) => one !== opening && one.form !== 'label' && one.kinds.includes(kind))
    if (said(other)) return { ...opening, kinds: [usual] }
    return { ...opening, kinds: usual === 'resolution' && !said(usual) ? [usual, other] : [other] }
  })
}

/** The document's title: front matter apart, the first heading, bold line or title line that opens no known section. */
export function readTitle(blocks: readonly Block[], sections: readonly Section[]): Title | undefined {
  const first =
    sections.find((section) => section.kinds.length > 0 && section.form !== 'label')?.block ?? blocks.length
  const lead = blocks.slice(0, first)
  const heading = lead.find((block) => block.form === 'heading' && !block.quoted && block.text !== '')
  if (heading) return { value: heading.text, at: heading.at, form: 'heading' }
  const line = lead.find(
    (block) =>
      block.form === 'line' &&
      isTitleLine(block) &&
      !/^\ufffc*$/.test(block.prose) &&
      (block.emphatic || namesDocument(block)),
  )
  return line && { value: line.text, at: line.at, form: line.emphatic ? 'bold' : 'plain' }
}

const namesDocument = (block: Block): boolean =>
  /\b(?:post-?\s?mortem|incident|outage|(?:project )?title|report)\b/i.test(block.text)
