import { wordSet } from './lexicon.ts'
import type { Block, EntrySize, Timeline, TimelineEntry } from './postmortem.ts'
import { masked, tokensBetween } from './tokens.ts'

/** A part of a block's text. */
export interface Part {
  readonly block: Block
  readonly start: number
  readonly end: number
}

/** Where the text of each entry stands: writers run several together in one block, in order. */
export function partsOfEntries(entries: readonly TimelineEntry[]): Part[] {
  let before: Part | undefined
  return entries.map(({ block, text }) => {
    const from = before?.block === block ? before.end : 0
    const found = block.text.indexOf(text, from)
    const start = found < 0 ? from : found
    before = { block, start, end: found < 0 ? block.text.length : start + text.length }
    return before
  })
}

/** Words and sentences of each entry of a timeline. */
export const readEntrySizes = ({ entries }: Timeline): EntrySize[] => partsOfEntries(entries).map(sizeOf)

function sizeOf({ block, start, end }: Part): EntrySize {
  const { words, starts } = tokensBetween(block, start, end)
  let count = 0
  let sentences = 0
  let open = false
  for (const [i, word] of words.entries()) {
    if (word === masked) continue
    // a cell of a few words beside the event is no sentence
    if (word === '|' && block.form === 'row') open = false
    if (/[\p{L}\p{N}]/u.test(word)) {
      if (!isGlued(block, starts[i] ?? 0)) count++
      open = true
    } else if (
      open &&
      /[.!?]/.test(word) &&
      !titles.has(words[i - 1] ?? '') &&
      opensSentence(block, starts[i + 1])
    ) {
      sentences++
      open = false
    }
  }
  return { words: count, sentences: sentences + (open && (sentences === 0 || block.form !== 'row') ? 1 : 0) }
}

/** "Mr. Otieno" goes on. */
const titles = wordSet('mr, mrs, ms, dr, prof, st, no, vs')

/** The second part of "on-call" and "host.example". */
const isGlued = ({ text }: Block, start: number): boolean =>
  /[\p{L}\p{N}][-./_@:]$/u.test(text.slice(Math.max(0, start - 2), start))

/** A sentence begins with a capital, a figure or code; "etc. and" goes on. */
const opensSentence = ({ text }: Block, start: number | undefined): boolean =>
  start === undefined || !/^\p{Ll}/u.test(text.slice(start, start + 1))
