import type { Block } from './postmortem.ts'

/** The index in a block's text behind its label; 0 where it has none. */
export const endOfLabel = ({ text, label }: Pick<Block, 'text' | 'label'>): number =>
  label ? text.indexOf(label.value) + label.value.length : 0

/** The text behind a block's label and its colon, else all of it. */
export const afterLabel = (block: Pick<Block, 'text' | 'label'>): string =>
  block.text.slice(endOfLabel(block)).replace(/^[\s:]+/, '')
