import type { Block, Section } from './postmortem.ts'
import { readWhens, type WhenMatch } from './time.ts'

/** A document with the moments that its blocks name, by the index of the block; those that name none are not in it. */
export interface Reading {
  readonly source: string
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
  /** The innermost section of each block. */
  readonly inner: readonly (Section | undefined)[]
  readonly moments: ReadonlyMap<number, readonly WhenMatch[]>
}

/** Words beside dates of the report, not of what it tells. */
export const ofReport =
  /\b(?:posted|published|written|author|updated|created|reviewed|report date|meeting|retro(?:spective)? held)\b/i

/** The innermost section of each of so many blocks. */
export function innermost(sections: readonly Section[], blocks: number): Reading['inner'] {
  const inner = new Array<Section | undefined>(blocks)
  for (const section of sections) inner.fill(section, section.block, section.end)
  return inner
}

/** Reads the moments of all blocks but code and figures; of those in inline code or quotes one that opens its block. */
export function readMoments(blocks: readonly Block[]): Reading['moments'] {
  const moments = new Map<number, readonly WhenMatch[]>()
  const dotted: number[] = []
  blocks.forEach((block, index) => {
    if (block.form === 'code' || block.form === 'figure') return
    const own = momentsIn(block, block.text)
    if (own.length > 0) moments.set(index, own)
    if (earlyDot.test(block.text) && dottedClock.test(block.text)) dotted.push(index)
  })
  // "13.36 back on prod" may be a number; among others that are times for sure it is one
  if (dotted.filter((index) => moments.get(index)?.[0]?.lead).length > 1)
    for (const index of dotted) {
      const block = blocks[index]
      const own = block && !moments.has(index) ? momentsIn(block, withColon(block.text)) : []
      if (own.length > 0) moments.set(index, own)
    }
  return moments
}

/** The moments of a block, read in its text or in one that differs from it in marks alone. */
function momentsIn({ prose, text }: Block, read: string): readonly WhenMatch[] {
  const all = readWhens(read)
  return prose === text || all.length === 0
    ? all
    : all.filter(({ start, end, lead }) => lead || !prose.slice(start, end).includes('\ufffc'))
}

/** Says of most blocks that they begin with no such clock, by a pattern that is compiled at once. */
const earlyDot = /^[^A-Za-z]{1,10}\.[0-5]\d/
const dottedClock = /^[^\p{L}\p{N}]{0,4}(?:[01]?\d|2[0-3])\.[0-5]\d(?![\d.,:%])/u
const withColon = (text: string): string => text.replace(/\.(?=\d)/, ':')

const none: readonly WhenMatch[] = []

export const momentsAt = ({ moments }: Reading, index: number): readonly WhenMatch[] =>
  moments.get(index) ?? none
