import { classesAt, type Lexicon } from './lexicon.ts'
import { type Block, type Section, type SectionKind, sectionKinds } from './postmortem.ts'
import { endsSentence } from './tokens.ts'

/** A stretch of words between two marks that end a sentence; for a cell, after the words of its header. */
export interface Sentence {
  readonly block: Block
  /** Where it stands in the text of the block. */
  readonly start: number
  readonly end: number
  readonly words: readonly string[]
  /** Classes of each word. */
  readonly marks: readonly number[]
  readonly from: number
  readonly to: number
  /** Classes of all its words. */
  readonly bits: number
  /** Bits of those who seek one of its words. */
  readonly sought: number
  /** Kinds of the innermost section that has any, as `kindBits`. */
  readonly kinds: number
  /** In the second half of its section, where a timeline tells of the cure. */
  readonly late: boolean
}

type Place = Pick<Sentence, 'block' | 'kinds' | 'late'>

export const kindBits = (...kinds: readonly SectionKind[]): number =>
  kinds.reduce((bits, kind) => bits | (1 << sectionKinds.indexOf(kind)), 0)

export const has = (bits: number, classes: number): boolean => (bits & classes) !== 0

/** All sentences of a document in order, code and figures left out. */
export function readSentences<Class extends string>(
  blocks: readonly Block[],
  sections: readonly Section[],
  vocabulary: Lexicon<Class>,
): Sentence[] {
  const kinds = new Array<number>(blocks.length).fill(0)
  const halves = new Array<number>(blocks.length).fill(0)
  for (const section of sections)
    if (section.kinds.length > 0 || section.side) {
      kinds.fill(kindBits(...section.kinds), section.block, section.end)
      halves.fill((section.block + section.end) / 2, section.block, section.end)
    }
  const sentences: Sentence[] = []
  let header: Header | undefined
  blocks.forEach((block, index) => {
    if (block.form === 'code' || block.form === 'figure') return
    if (block.header) header = headerOf(block)
    const place = { block, kinds: kinds[index] ?? 0, late: index >= (halves[index] ?? 0) }
    split(place, vocabulary, sentences)
    if (block.form === 'row' && header?.row.group === block.group)
      sentences.push(...readCells(block, header, place, vocabulary))
  })
  return sentences
}

/** Adds the sentences of a block. */
function split<Class extends string>(place: Place, { entries }: Lexicon<Class>, sentences: Sentence[]): void {
  const { block, kinds, late } = place
  const { words, starts } = block.tokens
  const marks = new Array<number>(words.length)
  const last = words.length - 1
  let [from, bits, sought] = [0, 0, 0]
  for (let at = 0; at <= last; at++) {
    const word = words[at] ?? ''
    const entry = entries.get(word)
    const classes = entry ? classesAt(words, at, entry) : 0
    marks[at] = classes
    bits |= classes
    if (entry) sought |= entry.sought
    if (at < last && !endsSentence(word)) continue
    const start = starts[from] ?? 0
    const end = at < last ? (starts[at] ?? 0) : block.text.length
    sentences.push({ block, start, end, words, marks, from, to: at + 1, bits, sought, kinds, late })
    from = at + 1
    bits = 0
    sought = 0
  }
}

/** So many words name a column; a head that says more is not read again before each of its cells. */
const longestHead = 12

/** The first row of a table, and the words of each of its cells. */
interface Header {
  readonly row: Block
  readonly heads: readonly (readonly string[])[]
}

function headerOf(row: Block): Header {
  const { words } = row.tokens
  const heads = cellRanges(words).map(([from, to]) => (to - from > longestHead ? [] : words.slice(from, to)))
  return { row, heads }
}

/** The cells of a row, each after its header, and in a table of two columns the second after the first. */
function readCells<Class extends string>(
  row: Block,
  header: Header,
  place: Place,
  vocabulary: Lexicon<Class>,
): Sentence[] {
  const { words, starts } = row.tokens
  const cells = cellRanges(words)
  const cell = (head: readonly string[], [from, to]: readonly [number, number]): Sentence => {
    const { block, kinds, late } = place
    const own = [...head, ':', ...words.slice(from, to)]
    const marks = vocabulary.marks(own)
    const bits = marks.reduce((all, bits) => all | bits, 0)
    const sought = own.reduce((all, word) => all | (vocabulary.entries.get(word)?.sought ?? 0), 0)
    const start = starts[from] ?? 0
    const end = starts[to] ?? row.text.length
    return { block, start, end, words: own, marks, from: 0, to: own.length, bits, sought, kinds, late }
  }
  const [key, value, more] = cells
  const pair = key && value && !more ? [cell(words.slice(...key), value)] : []
  return row === header.row ? pair : [...pair, ...cells.map((range, i) => cell(header.heads[i] ?? [], range))]
}

/** The words of each cell of a row, as half-open ranges. */
function cellRanges(words: readonly string[]): [from: number, to: number][] {
  const ranges: [number, number][] = []
  let from = 0
  for (let at = 0; at <= words.length; at++)
    if (at === words.length || words[at] === '|') {
      ranges.push([from, at])
      from = at + 1
    }
  return ranges
}

/** Where a word stands among the first words of a sentence, or -1. */
export function indexAmong({ words, from, to }: Sentence, count: number, word: string): number {
  const end = Math.min(to, from + count)
  for (let at = from; at < end; at++) if (words[at] === word) return at
  return -1
}

/** True if a word of the classes stands at most so many words before or after a place, in the same sentence. */
export function isNear(
  { marks, from, to }: Sentence,
  at: number,
  before: number,
  after: number,
  classes: number,
): boolean {
  const end = Math.min(to, at + after + 1)
  for (let i = Math.max(from, at - before); i < end; i++)
    if (i !== at && has(marks[i] ?? 0, classes)) return true
  return false
}

export const isBefore = (sentence: Sentence, at: number, count: number, classes: number): boolean =>
  isNear(sentence, at, count, 0, classes)
export const isAfter = (sentence: Sentence, at: number, count: number, classes: number): boolean =>
  isNear(sentence, at, 0, count, classes)

/** True if the test holds at a word of the classes. */
export function some(sentence: Sentence, classes: number, test: (at: number) => boolean): boolean {
  if (!has(sentence.bits, classes)) return false
  for (let at = sentence.from; at < sentence.to; at++)
    if (has(sentence.marks[at] ?? 0, classes) && test(at)) return true
  return false
}
