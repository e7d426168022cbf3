import type { Block } from './postmortem.ts'
import { readWhens, type WhenMatch } from './time.ts'

const read = new WeakMap<Block, readonly WhenMatch[]>()

/** The moments that a block names, read once; of those in code or quotes only one that opens the block. */
export function momentsOf(block: Block): readonly WhenMatch[] {
  const known = read.get(block)
  if (known) return known
  const all = readWhens(block.text)
  const moments =
    block.prose === block.text
      ? all
      : all.filter(({ start, end, lead }) => lead || !block.prose.slice(start, end).includes('\ufffc'))
  read.set(block, moments)
  return moments
}
