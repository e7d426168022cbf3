import type { Profile, Setting } from '../lint/config.ts'
import type { Severity } from '../lint/rule.ts'
import { afterLabel } from '../postmortem/labels.ts'
import { parseMarkdown } from '../postmortem/parse.ts'
import type { Block, Postmortem, Section, SectionKind } from '../postmortem/postmortem.ts'
import { type Part, partsOf, plain } from '../postmortem/prompts.ts'
import { readPostmortem } from '../postmortem/read.ts'
import { plainTitle } from '../postmortem/titles.ts'
import { trimOf } from '../postmortem/trim.ts'
import { declaredZone } from '../postmortem/zones.ts'

/** A section that a template has. */
interface Heading {
  readonly title: string
  readonly kinds: readonly SectionKind[]
  /** It, or what it is nested in, may be left out. */
  readonly optional: boolean
  /** The title that it is nested in. */
  readonly within?: string
  /** Its Markdown, that of sections nested in it included. */
  readonly text: string
}

/**
 * Makes a house style of a team's own template: its titles in their order, each asked for unless it says "(optional)", and
 * its sentences as what nobody means to keep. All else is as in `house`. Undefined for a text that has no sections. Throws
 * RangeError for more markup than a parser reads in reasonable time.
 */
export function fromTemplate(text: string, path: string, house: Profile): Profile | undefined {
  const doc = readPostmortem(text, parseMarkdown(text))
  const headings = headingsOf(doc)
  if (headings.length === 0) return undefined
  const asked = headings.filter(({ optional }) => !optional).map(({ optional: _, ...heading }) => heading)
  const required = kindsOf(asked)
  const titles = headings.map(({ title }) => title)
  return {
    name: path,
    source: `The template \`${path}\`, all else as in \`${house.name}\``,
    sections: {
      required,
      optional: kindsOf(headings).filter((kind) => !required.includes(kind)),
      titles: Object.fromEntries(
        headings.toReversed().flatMap(({ kinds, title }) => kinds.map((kind) => [kind, title])),
      ),
    },
    rules: {
      ...house.rules,
      ...set(house, 'required-sections', 'error', { sections: [], instead: {}, headings: asked }),
      ...set(house, 'section-order', 'warning', { titles }),
      ...set(house, 'no-placeholder', 'warning', { prompts: promptsOf(doc) }),
    },
  }
}

/** A rule as the house sets it, with options of its own; as severe as `otherwise` where the house leaves it off. */
function set(
  { rules }: Profile,
  id: string,
  otherwise: Severity,
  options: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Setting>> {
  const { [id]: given = 'off' } = rules
  const [severity, more] = typeof given === 'string' ? [given, {}] : given
  return { [id]: [severity === 'off' ? otherwise : severity, { ...more, ...options }] }
}

function kindsOf(headings: readonly Pick<Heading, 'kinds'>[]): readonly SectionKind[] {
  return [...new Set(headings.flatMap(({ kinds }) => kinds))]
}

/** How a title says that its section may be left out. */
const optionalMark = /^optional:|[([](?:optional|if (?:any|applicable|needed|relevant))[)\]]/i

/** The titles of sections in their order; those that name the document or leave all open are none. */
function headingsOf(doc: Postmortem): readonly Heading[] {
  const { sections, blocks } = doc
  const isBare = ({ kinds, side, block }: Section): boolean =>
    kinds.length === 0 && !side && blocks[block]?.form === 'heading' && blocks[block].depth === 1
  const first = sections.findIndex((section) => !isBare(section))
  const found = new Map<Section, Heading>()
  for (const section of first < 0 ? [] : sections.slice(first)) {
    const title = trimOf(section.title.value.replace(optionalMark, ''), /[\s:]/)
    const twice = [...found.values()].some((other) => plainTitle(other.title) === plainTitle(title))
    if (!isTitle(section, title, doc) || twice) continue
    const outer = outerOf(section, sections, found)
    found.set(section, {
      title,
      kinds: section.kinds,
      optional: optionalMark.test(section.title.value) || outer?.optional === true,
      ...(outer && { within: outer.title }),
      text: textOf(section, doc),
    })
  }
  return [...found.values()]
}

/** Something is left of it without what the template leaves open: "[Stage]", "{{ date }}", "HH:MM". */
function isTitle(
  { form, kinds, title: { at } }: Section,
  title: string,
  { placeholders = [] }: Postmortem,
): boolean {
  if (form !== 'heading' && (form !== 'bold' || kinds.length === 0)) return false
  const isOpen = placeholders.some(({ at: gap }) => gap.start.line === at.start.line)
  return plainTitle(title.replace(/\{\{[^{}]*\}\}|<[^<>]*>/g, ' ')) !== '' && (kinds.length > 0 || !isOpen)
}

function outerOf(
  { parent }: Section,
  sections: readonly Section[],
  found: ReadonlyMap<Section, Heading>,
): Heading | undefined {
  const outer = parent === undefined ? undefined : sections[parent]
  return outer && (found.get(outer) ?? outerOf(outer, sections, found))
}

/** The Markdown of a section, without a line that parts it from the next. */
function textOf({ block, end }: Section, { source, blocks }: Postmortem): string {
  const lineOf = (index: number): number => {
    const offset = blocks[index]?.at.start.offset
    return offset === undefined ? source.length : source.lastIndexOf('\n', offset) + 1
  }
  return source
    .slice(lineOf(block), lineOf(end))
    .trim()
    .replace(/\n(?:[-*_] ?){3,}$/, '')
    .trim()
}

/** What the template tells its writers: its sentences, the cells of its samples; not titles, keys and choices to be ticked. */
function promptsOf({ blocks, sections }: Postmortem): readonly string[] {
  const titles = new Set(
    sections.filter(({ form }) => form === 'heading' || form === 'bold').map(({ block }) => blocks[block]),
  )
  const prompting = blocks.filter(
    (block) =>
      !titles.has(block) &&
      !block.quoted &&
      (block.form === 'item' || block.form === 'line' || (block.form === 'row' && !block.header)) &&
      block.checked === undefined &&
      !/^\[[ x]?\]/i.test(block.text) &&
      !(block.emphatic && block.spans.some(({ kind }) => kind === 'strong')) &&
      !declaredZone(block.text, false),
  )
  const parts = prompting.flatMap((block) =>
    partsOf(block)
      .filter((part) => mayPrompt(part, block))
      .map(({ text }) => plain(text)),
  )
  return [...new Set(parts)]
}

/** Long enough not to be met by chance; of a line with a label, by what stands after it. */
function mayPrompt({ form, words, cell }: Part, block: Block): boolean {
  const { cells } = block
  if (form === 'cell') return words >= 3 && !(cells?.length === 2 && cells[0] === cell)
  if (form === 'sentence') return words >= 5
  if (block.form === 'row') return false
  return words >= 3 && (!block.label || plain(afterLabel(block)).split(' ').length >= 3)
}
