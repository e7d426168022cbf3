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

/** The innermost section of each of so many blocks. */
export function innermost(sections: readonly Section[], blocks: number): Reading['inner'] {
  const inner = new Array<Section | undefined>(blocks)
  for (const section of sections) inner.fill(section, section.block, section.end)
  return inner
}

/** Reads the moments of all blocks but code and figures; of those in inline code or quotes one that opens its block. */
export function readMoments(blocks: readonly Block[]): Reading['moments'] {
  const moments = new Map<number, readonly WhenMatch[]>()
  for (const [index, { form, text, prose }] of blocks.entries()) {
    if (form === 'code' || form === 'figure') continue
    const all = readWhens(text)
    if (all.length === 0) continue
    const own =
      prose === text
        ? all
        : all.filter(({ start, end, lead }) => lead || !prose.slice(start, end).includes('\ufffc'))
    if (own.length > 0) moments.set(index, own)
  }
  return moments
}

const none: readonly WhenMatch[] = []

export const momentsAt = ({ moments }: Reading, index: number): readonly WhenMatch[] =>
  moments.get(index) ?? none
