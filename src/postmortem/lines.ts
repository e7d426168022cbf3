import type { Span } from './postmortem.ts'

/** A run of visible text and where it stands in the source. */
export interface Piece {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly kind: Span['kind']
}

/** What stands between two line breaks, and the stretch of source it came from. */
export interface Line {
  readonly pieces: readonly Piece[]
  readonly from: number
  readonly to: number
  /** The break before it was meant: two spaces, a backslash, `<br>`. */
  readonly hard: boolean
}

const unitStarts = [
  /^[•●○◦▪■‣⁃·—–-][\s\u00a0]+\S/, // a bullet typed by hand
  /^-(?=\p{Lu})/u, // a bullet without its space
  /^\d{1,3}[.)](?:\s+|(?=\d{1,2}:\d\d))\S/, // a number typed by hand
  /^[[(~]?\d{1,2}[:.h]\d\d/, // a clock time
  /^[[(~]?\d{1,2}\s?[ap]\.?m\b/i,
  /^[[(]?\d{4}-\d\d-\d\d\b/,
  /^\p{Extended_Pictographic}/u, // an emoji as bullet
  /^\p{Lu}[^.:!?]{0,45}:(?:\s|$)/u, // "Impact: ..."
  /^#{1,6}\s?\S/,
]
const startsUnit = (text: string): boolean => unitStarts.some((pattern) => pattern.test(text))

export function textOf(pieces: readonly Piece[]): string {
  let text = ''
  for (const piece of pieces) text += piece.text
  return text
}

/**
 * Joins lines that an editor wrapped and keeps apart those that their writer meant as units of their own. A soft break is
 * meant where the next line starts like a unit, where a sentence has ended, or where the next word would have fitted.
 */
export function joinWrapped(lines: readonly Line[]): readonly Line[] {
  if (lines.length < 2) return lines
  const units: { pieces: Piece[]; from: number; to: number; hard: boolean }[] = []
  let widest = 0
  for (const line of lines) widest = Math.max(widest, textOf(line.pieces).length)
  let before = ''
  for (const line of lines) {
    const text = textOf(line.pieces).trim()
    const unit = units.at(-1)
    if (unit && !line.hard && !breakIsMeant(before, text, widest)) {
      unit.pieces.push({ text: ' ', from: unit.to, to: line.from, kind: 'text' })
      for (const piece of line.pieces) unit.pieces.push(piece)
      unit.to = Math.max(unit.to, line.to)
    } else units.push({ ...line, pieces: [...line.pieces] })
    before = text
  }
  return units
}

/** "Issue Summary", "Root Cause and Resolution": a few words, each with a capital but for small ones between them. */
const isTitleCase = (text: string): boolean =>
  text.length < 60 &&
  /^\p{Lu}\p{Ll}+(?: (?:and|of|the|to|&|\p{Lu}\p{Ll}+)){1,5}:?$/u.test(text) &&
  /\p{Ll}\p{Ll}:?$/u.test(text)

function breakIsMeant(before: string, next: string, widest: number): boolean {
  if (startsUnit(next)) return true
  const fresh = /^[^\p{Ll}]/u.test(next)
  if (fresh && isTitleCase(next)) return true
  if (fresh && /[.:!?…][)"'”’*_]*$/.test(before)) return true
  if (fullStop.test(before) || lonely.test(next)) return true
  const word = /^\S+/.exec(next)?.[0].length ?? 0
  return (fresh || isTitle(before)) && before.length + 1 + word <= widest
}

/** A full stop that no abbreviation has, whatever letter follows it. */
const fullStop = /(?:\p{Ll}{4}|\d%?|\))[.!?]$/u
/** A line of a word or two and a colon: "impact :". */
const lonely = /^\p{Ll}+(?: \p{Ll}+)? ?:$/u

/** "Improvements:", "ROOT CAUSE", "What was the cause?": a title, whatever the line below it begins with. */
const isTitle = (text: string): boolean =>
  text.length < 50 &&
  (/^\W{0,4}\p{L}.*[:?]$/u.test(text) || (/\p{Lu}{4}/u.test(text) && !/\p{Ll}/u.test(text)))
