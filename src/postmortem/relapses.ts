import { symptom, vocabulary } from './evidence/signs.ts'
import { wordSet } from './lexicon.ts'
import { placeOf } from './place.ts'
import type { Cited, Downtime, Timeline } from './postmortem.ts'
import { has } from './sentences.ts'
import { endsSentence, tokensBetween } from './tokens.ts'

const goesOn = wordSet('still, keeps, keep, continue*')
/** What trouble does that goes on, beside the symptoms of evidence. */
const troubles = wordSet('growing, grows, rising, rises, refuse*, reject*, blocked, offline, affected, out')

/**
 * Entries after the stated end that tell of an outage which goes on: "09:25 Sign-in still failing for a third of users". An
 * end that is five minutes off is none.
 */
export function readRelapses(source: string, { entries }: Timeline, { end }: Downtime): Cited[] {
  const over = end?.value.minutes
  if (over === undefined || end?.value.approximate) return []
  return entries.flatMap(({ block, text, when }) => {
    if (!when || (when.value.minutes ?? 0) <= over + 5) return []
    const start = Math.max(0, block.text.indexOf(text))
    const { words, starts } = tokensBetween(block, start, start + text.length)
    const marks = vocabulary.marks(words)
    const at = words.findIndex((word, i) => goesOn.has(word) && isTrouble(words, marks, i))
    if (at < 0) return []
    const from = starts[at] ?? start
    return [
      { value: when.value.time ?? '', at: placeOf(source, block, from, from + (words[at] ?? '').length) },
    ]
  })
}

/** Trouble among the next words of the sentence, and nothing that takes it back. */
function isTrouble(words: readonly string[], marks: readonly number[], at: number): boolean {
  for (let i = at + 1; i < Math.min(words.length, at + 5); i++) {
    const word = words[i] ?? ''
    if (endsSentence(word) || /^(?:no|not|without|cached|old)$/.test(word)) return false
    if (has(marks[i] ?? 0, symptom) || troubles.has(word)) return true
  }
  return false
}
