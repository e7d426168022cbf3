import type { Finding } from './finding.ts'

/** A line of a document as a terminal can show it, and the marks that stand under a place of it. */
export interface Frame {
  readonly line: string
  readonly marks: string
}

/** What a reader sees as one character, and the columns it takes. */
interface Cell {
  readonly shown: string
  /** The column it begins in, 0-based, and how many it takes. */
  readonly column: number
  readonly width: number
  /** Code units of the line: the first, and the one after the last. */
  readonly from: number
  readonly to: number
}

const tabStop = 4
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * The line in which a finding begins, cut to `width` columns around it, and carets under what it is about. A place of
 * several lines is marked up to the end of its first.
 */
export function frame(
  lines: readonly string[],
  place: Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn'>,
  width = 100,
): Frame {
  const text = lines[place.line - 1] ?? ''
  const from = place.column - 1
  const to = Math.max(from + 1, place.endLine === place.line ? place.endColumn - 1 : text.length)
  const cells = cut(cellsOf(text, from - width, from + width), from, width)
  const before = cells.filter((cell) => cell.to <= from)
  const marked = cells.filter((cell) => cell.from < to && cell.to > from)
  return {
    line: cells.map(({ shown }) => shown).join(''),
    marks: ' '.repeat(columns(before)) + '^'.repeat(Math.max(1, columns(marked))),
  }
}

/** The lines of a text; Markdown knows three endings. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/)
}

/** A text without what could steer a terminal or turn its letters around: control characters stand as their pictures. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029\uFEFF]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20) return String.fromCodePoint(0x2400 + code)
    return code === 0x7f ? '\u2421' : '\uFFFD'
  })
}

/** The cells of a line that lie in a range of its code units: a very long line is not measured to its ends. */
function cellsOf(text: string, from: number, to: number): readonly Cell[] {
  const start = Math.max(0, from)
  const cells: Cell[] = start > 0 ? [ellipsis(start, 0)] : []
  for (const { segment, index } of segmenter.segment(text.slice(start, to))) {
    const column = endOf(cells)
    const shown = segment === '\t' ? ' '.repeat(tabStop - (column % tabStop)) : visible(segment)
    const width = segment === '\t' ? shown.length : widthOf(shown)
    cells.push({ shown, column, width, from: start + index, to: start + index + segment.length })
  }
  return to < text.length ? [...cells, ellipsis(to, endOf(cells))] : cells
}

/** The cells that fit into `width`, with the place a third from the left where not all do. */
function cut(cells: readonly Cell[], place: number, width: number): readonly Cell[] {
  if (endOf(cells) <= width) return cells
  const at = cells.find((cell) => cell.to > place)?.column ?? endOf(cells)
  const start = Math.max(0, at - Math.floor(width / 3))
  const kept = cells.filter((cell) => cell.column >= start && cell.column + cell.width <= start + width - 2)
  const [first, last] = [kept[0], kept.at(-1)]
  return [
    ...(first === cells[0] ? [] : [ellipsis(first?.from ?? place, 0)]),
    ...kept,
    ...(last === cells.at(-1) ? [] : [ellipsis(last?.to ?? place, 0)]),
  ]
}

function ellipsis(at: number, column: number): Cell {
  return { shown: '…', column, width: 1, from: at, to: at }
}

function endOf(cells: readonly Cell[]): number {
  const last = cells.at(-1)
  return last ? last.column + last.width : 0
}

function columns(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0)
}

/** Characters that take two columns: emoji and the scripts of East Asia (Unicode Annex 11), half-width forms aside. */
const wide =
  /^(?![\uFF61-\uFFDC])[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6]|\uFE0F/u
const withoutWidth = /^[\p{M}\p{Cf}]+$/u

function widthOf(grapheme: string): number {
  if (withoutWidth.test(grapheme)) return 0
  return wide.test(grapheme) ? 2 : 1
}
