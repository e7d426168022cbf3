import { nearKind } from './near.ts'
import type { Block, Cited, ReadOptions, Section, SectionKind, SideKind, Title } from './postmortem.ts'
import { knownTitles, matchTitle, type TitleMatch } from './titles.ts'
import { trimOf } from './trim.ts'

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
    if (opening && !repeats(opening, openings)) openings.push(nested(opening, openings.at(-1)))
  }
  const resolved = settleAmbiguous(openings)
  const sections: Section[] = []
  for (const [i, opening] of resolved.entries()) {
    const end = endOf(resolved, i, blocks)
    const parent = sections.findLastIndex(
      (section, j) => section.end > opening.block && levelOf(resolved, j) < opening.level,
    )
    const near = opening.kinds.length > 0 || opening.side ? undefined : nearKind(opening.title.value, titles)
    sections.push({
      kinds: opening.kinds,
      ...(opening.side && { side: opening.side }),
      ...(near && { near }),
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
    return at(
      'heading',
      block.depth,
      first && block.depth === 1 && !(match && sure.has(match.by)) ? undefined : match,
      own,
    )
  }
  if (block.form === 'line' && isTitleLine(block)) {
    const match = matchTitle(block.text, titles)
    const counts = match && (sure.has(match.by) || (match.by === 'head' && block.emphatic && !first))
    if (counts) return at(block.emphatic ? 'bold' : 'plain', belowHeadings, match, own)
  }
  if (!block.label || (block.form !== 'line' && block.form !== 'item')) return undefined
  const match = matchTitle(block.label.value, titles)
  return match?.by === 'exact' && match.kinds.length > 0
    ? at('label', belowTitles, match, block.label)
    : undefined
}

/** Ways to match that leave no word out. */
const sure: ReadonlySet<TitleMatch['by']> = new Set(['exact', 'whole'])

/** Short, no sentence, no time, not inside a list, and dressed as a title: bold, a capital, a colon. */
const isTitleLine = (block: Block): boolean =>
  block.parent === undefined &&
  block.text.length <= 100 &&
  (block.emphatic || /^[^\p{Ll}]|:$/u.test(block.text)) &&
  !/[.;,]$/.test(block.text) &&
  !timeTitle.test(block.text) &&
  block.text.split(/\s+/).length <= 10

/** A label that says again what the title above it has said. */
const repeats = (opening: Opening, openings: readonly Opening[]): boolean => {
  const above = openings.findLast((one) => one.form !== 'label')
  return (
    opening.form === 'label' &&
    above !== undefined &&
    opening.kinds.every((kind) => above.kinds.includes(kind))
  )
}

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

/** A title that may mean two things: what is nested in it tells, else what the document does not say elsewhere. */
interface Ambiguity {
  readonly title: RegExp
  readonly usual: SectionKind
  readonly other: SectionKind
  /** What it means where the document says neither elsewhere. */
  readonly alone: readonly SectionKind[]
}
const ambiguities: readonly Ambiguity[] = [
  { title: /^remediation$/, usual: 'resolution', other: 'actions', alone: ['resolution', 'actions'] },
  { title: /^(?:technical |incident )?analysis$/, usual: 'investigation', other: 'cause', alone: ['cause'] },
  {
    title:
      /^(?:(?:technical |incident )?details(?: of (?:the )?(?:incident|issue|problem|vulnerability|bug|event|outage|attack|exploit))?|(?:the )?(?:technical )?problem)$/,
    usual: 'cause',
    other: 'summary',
    alone: ['summary'],
  },
]

function settleAmbiguous(openings: readonly Opening[]): Opening[] {
  return openings.map((opening, i) => {
    const title = trimOf(opening.title.value.toLowerCase(), /[\W\d]/)
    const ambiguity = ambiguities.find((one) => one.title.test(title))
    if (!ambiguity) return opening
    const { usual, other, alone } = ambiguity
    const rest = openings.slice(i + 1)
    const stop = rest.findIndex((one) => one.level <= opening.level)
    const inner = stop < 0 ? rest : rest.slice(0, stop)
    const says = (list: readonly Opening[], kind: SectionKind): boolean =>
      list.some((one) => one.form !== 'label' && one.kinds.includes(kind))
    const nested = [usual, other].filter((kind) => says(inner, kind))
    if (nested.length > 0) return { ...opening, kinds: nested }
    const outer = openings.filter((one) => one !== opening)
    if (says(outer, other)) return { ...opening, kinds: [usual] }
    return { ...opening, kinds: says(outer, usual) ? [other] : alone }
  })
}

/** The first heading, bold line or title line that opens no known section, or the `title` of the front matter. */
export function readTitle(
  blocks: readonly Block[],
  sections: readonly Section[],
  frontMatter: Cited | undefined,
): Title | undefined {
  const first =
    sections.find((section) => section.kinds.length > 0 && section.form !== 'label')?.block ?? blocks.length
  const lead = blocks.slice(0, first)
  const heading = lead.find((block) => block.form === 'heading' && !block.quoted && block.text !== '')
  const opens = heading && (heading.depth === 1 || heading === blocks.find((block) => block.text !== ''))
  if (frontMatter && !opens) return { ...frontMatter, form: 'front matter' }
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
