import type { Block, EntrySize, Timeline, TimelineEntry } from './postmortem.ts'
import { masked, tokensWithin } from './tokens.ts'

/** Words and sentences of each entry of a timeline. */
export const readEntrySizes = ({ entries }: Timeline): EntrySize[] => entries.map(sizeOf)

/** An entry that its writer ran together with others in one block is measured by its own part of the text. */
function sizeOf({ block, text }: TimelineEntry): EntrySize {
  const { words, starts } = tokensWithin(block, text)
  let count = 0
  let sentences = 0
  let open = false
  for (const [i, word] of words.entries()) {
    if (word === masked) continue
    if (/[\p{L}\p{N}]/u.test(word)) {
      if (!isGlued(block, starts[i] ?? 0)) count++
      open = true
    } else if (open && /[.!?]/.test(word) && opensSentence(block, starts[i + 1])) {
      sentences++
      open = false
    }
  }
  return { words: count, sentences: sentences + (open ? 1 : 0) }
}

/** The second part of "on-call" and "host.example". */
const isGlued = ({ text }: Block, start: number): boolean =>
  /[\p{L}\p{N}][-./_@:]$/u.test(text.slice(Math.max(0, start - 2), start))

/** A sentence begins with a capital, a figure or code; "etc. and" goes on. */
const opensSentence = ({ text }: Block, start: number | undefined): boolean =>
  start === undefined || !/^\p{Ll}/u.test(text.slice(start, start + 1))
