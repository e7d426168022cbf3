import { placeOf } from './place.ts'
import type { Block, Cited } from './postmortem.ts'

/** A part of a block that a template may have told its reader: all of it, a cell, or a sentence. */
export interface Part {
  readonly form: 'whole' | 'cell' | 'sentence'
  readonly text: string
  readonly words: number
  /** Where it stands in the text of the block; a cell stands where it says. */
  readonly start: number
  readonly cell?: Cited
}

/** The parts of a block, the larger first. */
export function partsOf(block: Block): readonly Part[] {
  const part = (form: Part['form'], text: string, start = 0, cell?: Cited): Part => ({
    form,
    text,
    words: plain(text).split(' ').length,
    start,
    ...(cell && { cell }),
  })
  const cells = block.cells?.map((cell) => part('cell', cell.value, 0, cell)) ?? []
  const sentences = [...block.text.matchAll(/[^.?!]+[.?!]*/g)].map(({ 0: text, index }) =>
    part('sentence', text, index),
  )
  return [part('whole', block.text), ...cells, ...(sentences.length > 1 ? sentences : [])]
}

/** What two texts have in common that differ in case, punctuation and markup alone. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** What a block still says in the words of a template; `prompts` are plain. */
export function readPrompts(source: string, block: Block, prompts: ReadonlySet<string>): Cited[] {
  const found = partsOf(block).filter(({ text }) => prompts.has(plain(text)))
  const whole = found.find(({ form }) => form === 'whole')
  return (whole ? [whole] : found).map(({ text, start, cell }) => {
    const from = start + text.length - text.trimStart().length
    return cell ?? { value: text.trim(), at: placeOf(source, block, from, start + text.trimEnd().length) }
  })
}
