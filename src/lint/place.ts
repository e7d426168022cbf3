import type { Point, Position } from 'unist'
import type { Postmortem, SectionKind } from '../postmortem/postmortem.ts'

/** Where a file that cannot be read is told of: its beginning. */
export const beginning: Position = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
}

/** A message's place as a position; the beginning of the document for a message without one. */
export function positionOf(place: Point | Position | undefined): Position {
  if (place === undefined) return beginning
  return 'start' in place ? place : { start: place, end: place }
}

/** Negative where `a` stands before `b`: by start, then by end. */
export function compare(a: Position, b: Position): number {
  return comparePoints(a.start, b.start) || comparePoints(a.end, b.end)
}

function comparePoints(a: Point, b: Point): number {
  return a.line - b.line || a.column - b.column
}

/** The kind of the innermost section of a known kind that a place stands in. */
export function sectionAt(doc: Postmortem, { start }: Position): SectionKind | null {
  const index = doc.blocks.findLastIndex((block) => comparePoints(block.at.start, start) <= 0)
  const around = doc.sections.filter(
    ({ block, end, kinds }) => kinds.length > 0 && block <= index && index < end,
  )
  return around.at(-1)?.kinds[0] ?? null
}
