import type { Position } from 'unist'
import { placeOf, span } from './place.ts'
import type { Block, Lengths, Measure, Section, SectionKind, Timeline } from './postmortem.ts'
import { countWords } from './words.ts'

/** What is shorter is no matter of length. */
const shortSentence = 24
const shortParagraph = 59

export function readLengths(
  source: string,
  blocks: readonly Block[],
  sections: readonly Section[],
  { entries }: Timeline,
): Lengths {
  const titles = new Set(
    sections.flatMap(({ form, block }) => (form === 'label' ? [] : (blocks[block] ?? []))),
  )
  const firsts = new Set([...titles, ...entries.map(({ block }) => block)])
  const summary = summaryOf(blocks, sections)
  const cause = causeOf(sections)
  return {
    sentences: blocks.flatMap((block) => (isProse(block) ? longSentences(source, block) : [])),
    paragraphs: paragraphsOf(source, blocks, firsts, titles).filter(({ words }) => words > shortParagraph),
    ...(summary && { summary }),
    ...(cause && { cause }),
  }
}

const isProse = ({ form, quoted, parent }: Block): boolean =>
  form === 'line' && !quoted && parent === undefined

function longSentences(source: string, block: Block): Measure[] {
  if (countWords(block.prose) <= shortSentence) return []
  return sentencesOf(block).flatMap(([start, end]) => {
    const words = countWords(block.prose.slice(start, end).replace(/\([^()]*\)/g, ' '))
    return words > shortSentence ? [{ words, at: placeOf(source, block, start, end) }] : []
  })
}

/** Where sentences stand in a block's text; what a colon or a semicolon sets off is counted by itself. */
function sentencesOf(block: Block): [start: number, end: number][] {
  const { words, starts } = block.tokens
  const ranges: [number, number][] = []
  let start = 0
  words.forEach((word, at) => {
    const end = starts[at] ?? 0
    const stop = word === '.' ? isFullStop(block.text, end, words[at - 1]) : /^[!?:;]$/.test(word)
    if (!stop && !isGlued(block.text, end)) return
    ranges.push([start, end])
    start = stop ? (starts[at + 1] ?? block.text.length) : end
  })
  return start < block.text.length ? [...ranges, [start, block.text.length]] : ranges
}

/** The first word of a sentence that has no space before it: "was full.Then". */
const isGlued = (text: string, at: number): boolean =>
  /^\p{Ll}{3}\.\p{Lu}\p{Ll}$/u.test(text.slice(Math.max(0, at - 4), at + 2))

/** A stop that no abbreviation takes: a small letter goes on, and "vs." and "Dr." are never the last word. */
const isFullStop = (text: string, at: number, before = ''): boolean =>
  !/^\.\s+\p{Ll}/u.test(text.slice(at, at + 8)) && !abbreviations.has(before)
const abbreviations = new Set('vs dr mr mrs ms prof st no nos fig approx ca resp incl inc'.split(' '))

/** Paragraphs and items with all their lines; an entry, a title, a label and a hard break begin another. */
function paragraphsOf(
  source: string,
  blocks: readonly Block[],
  firsts: ReadonlySet<Block>,
  titles: ReadonlySet<Block>,
): Measure[] {
  const paragraphs: { words: number; at: Position }[] = []
  blocks.forEach((block, index) => {
    if ((block.form !== 'line' && block.form !== 'item') || block.quoted) return
    const words = countWords(block.prose)
    const before = blocks[index - 1]
    const last = paragraphs.at(-1)
    const goesOn =
      before !== undefined &&
      last !== undefined &&
      !firsts.has(block) &&
      !titles.has(before) &&
      continues(source, before, block)
    if (goesOn) paragraphs[paragraphs.length - 1] = { words: last.words + words, at: span(last.at, block.at) }
    else paragraphs.push({ words, at: block.at })
  })
  return paragraphs
}

function continues(source: string, before: Block, { form, group, label, at }: Block): boolean {
  const isText = before.form === 'line' || before.form === 'item'
  if (form !== 'line' || before.group !== group || !isText || label) return false
  return !/ {2}\r?\n|\\\r?\n|<br|\n\s*\n/i.test(source.slice(before.at.end.offset, at.start.offset))
}

/** The first section that is titled as the summary, else a label of that kind. */
function summaryOf(blocks: readonly Block[], sections: readonly Section[]): Measure | undefined {
  const section = ofKind(sections, 'summary')[0]
  if (!section) return undefined
  const inner = sections.find(
    ({ form, block, kinds }) => form !== 'label' && block > section.block && !kinds.includes('summary'),
  )
  const stop = Math.min(section.end, inner?.block ?? section.end)
  const body = section.form === 'label' ? section.body : blocks.slice(section.block + 1, stop)
  return {
    words: wordsOf(
      section,
      body.filter(({ form }) => form !== 'row'),
    ),
    at: section.title.at,
  }
}

function causeOf(sections: readonly Section[]): Measure | undefined {
  const found = ofKind(sections, 'cause').filter(({ parent }) => !isWithin(sections, parent, 'cause'))
  const [first] = found
  if (!first) return undefined
  const words = found.reduce((sum, section) => sum + wordsOf(section, section.body), 0)
  return { words, at: first.title.at }
}

/** Sections of a kind that a title opens; labels that stand in no section, where there are none. */
function ofKind(sections: readonly Section[], kind: SectionKind): readonly Section[] {
  const all = sections.filter(({ kinds }) => kinds.includes(kind))
  const titled = all.filter(({ form }) => form !== 'label')
  return titled.length > 0 ? titled : all.filter(({ parent }) => !isInKnown(sections, parent))
}

const isInKnown = (sections: readonly Section[], index: number | undefined): boolean => {
  const section = index === undefined ? undefined : sections[index]
  return section !== undefined && (section.kinds.length > 0 || isInKnown(sections, section.parent))
}

const isWithin = (sections: readonly Section[], index: number | undefined, kind: SectionKind): boolean => {
  const section = index === undefined ? undefined : sections[index]
  return section !== undefined && (section.kinds.includes(kind) || isWithin(sections, section.parent, kind))
}

/** The words of a section's text, without its title; for a label, its own line is the first of the body. */
function wordsOf({ form, title }: Section, body: readonly Block[]): number {
  const words = body
    .filter((block) => block.form !== 'heading' && block.form !== 'code' && block.form !== 'figure')
    .reduce((sum, { text }) => sum + countWords(text), 0)
  return form === 'label' ? words - countWords(title.value) : words
}
