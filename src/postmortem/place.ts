import type { Position } from 'unist'
import { location } from 'vfile-location'
import type { Block, Postmortem, SectionKind, Span } from './postmortem.ts'

/** Where the characters of a block's text from `start` up to `end` stand in `source`. */
export function placeOf(source: string, block: Block, start: number, end: number): Position {
  const from = offsetOf(block, start, 'from')
  const to = offsetOf(block, Math.max(start, end - 1), 'to')
  const { line, column, offset } = block.at.start
  if (line !== block.at.end.line || offset === undefined) return positionAt(source, from, to)
  const onLine = (at: number): Position['start'] => ({ line, column: column + at - offset, offset: at })
  return { start: onLine(from), end: onLine(to) }
}

/** The place between two offsets of `source`. */
export function positionAt(source: string, from: number, to: number): Position {
  return placer(source)(from, to)
}

/** Gives places of `source`. Its lines are counted once: the last source is remembered. */
export function placer(source: string): (from: number, to: number) => Position {
  if (last?.source === source) return last.at
  const { toPoint } = location(source)
  const begin = { line: 1, column: 1, offset: 0 }
  const at = (from: number, to: number): Position => ({
    start: toPoint(from) ?? begin,
    end: toPoint(to) ?? begin,
  })
  last = { source, at }
  return at
}
let last: { readonly source: string; readonly at: ReturnType<typeof placer> } | undefined

/** Where a text stands in `source` as words of its own, whatever markup, code or comment it stands in. */
export function placesOfWords(source: string, text: string, matchCase: boolean): Position[] {
  const fold = (value: string): string => {
    const lower = value.toLowerCase()
    return matchCase || lower.length !== value.length ? value : lower
  }
  const [within, words] = [fold(source), fold(text)]
  const at = placer(source)
  const places: Position[] = []
  if (words === '') return places
  for (let from = within.indexOf(words); from >= 0; from = within.indexOf(words, from + words.length)) {
    const to = from + words.length
    if (!isInsideWord(source, from) && !isInsideWord(source, to)) places.push(at(from, to))
  }
  return places
}

const isInsideWord = (source: string, at: number): boolean =>
  /[\p{L}\p{N}_]$/u.test(source.slice(Math.max(0, at - 2), at)) &&
  /^[\p{L}\p{N}_]/u.test(source.slice(at, at + 2))

/** From the beginning of one place to the end of another. */
export function span({ start }: Position, { end }: Position): Position {
  return { start, end }
}

/** What `source` says at a place; empty for a place without offsets. */
export function sourceAt(source: string, { start, end }: Position): string {
  return source.slice(start.offset ?? 0, end.offset ?? 0)
}

/** Where what concerns the whole document is told of: its title, else its first block, else its beginning. */
export function topOf({ title, blocks }: Postmortem): Position {
  return title?.at ?? blocks[0]?.at ?? positionAt('', 0, 0)
}

/** Where a section of a kind begins: its title and the first block below it. A heading goes before other titles. */
export function openingOf({ sections }: Postmortem, kind: SectionKind): Position | undefined {
  const all = sections.filter(({ kinds }) => kinds.includes(kind))
  const section =
    all.find(({ form }) => form === 'heading') ?? all.find(({ form }) => form !== 'label') ?? all[0]
  return section && span(section.title.at, (section.body[0] ?? section.title).at)
}

/** Where a character of a block's text begins, or ends; where text and source differ, the whole run that it came from. */
function offsetOf({ spans, at }: Block, index: number, side: 'from' | 'to'): number {
  const run = spanAt(spans, index)
  if (!run) return at.start.offset ?? 0
  const exact = run.to - run.from === run.length
  return exact ? Math.min(run.to, run.from + index - run.start + (side === 'to' ? 1 : 0)) : run[side]
}

/** The run that a character of the text stands in, else the last; runs are in order. */
function spanAt(spans: Block['spans'], index: number): Span | undefined {
  let [low, high] = [0, spans.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    const { start, length } = spans[middle] ?? { start: 0, length: 0 }
    if (index < start + length) high = middle
    else low = middle + 1
  }
  return spans[low]
}

/** A block that is a line of a paragraph and has its line of the source to itself. */
export function standsAlone(source: string, { node, at: { start, end } }: Block): boolean {
  const line = source.slice((start.offset ?? 0) - start.column + 1).split(/[\r\n]/, 1)[0] ?? ''
  return (
    node.type === 'paragraph' &&
    start.line === end.line &&
    line.trim() === sourceAt(source, { start, end }).trim()
  )
}
