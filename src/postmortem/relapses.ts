import { lexicon } from './lexicon.ts'
import { placeOf } from './place.ts'
import type { Cited, Downtime, Timeline } from './postmortem.ts'
import { endsSentence, tokensBetween } from './tokens.ts'

/** Words of trouble behind "still", "keeps", "no ... yet". */
const { bit, marks: marksOf } = lexicon([
  [
    'trouble',
    `fail*, down, unavailable, unreachable, inaccessible, broken, error*, stuck, slow, missing, out, growing, grows, rising, rises, climbing,
     refuse*, refusing, reject*, drop*, dropping, timing out, times out, crash*, hang, hangs, hanging, blocked, offline, lost, losing, empty, wrong, affected`,
  ],
  ['goesOn', 'still, keeps, keep, continues to, continue to'],
])
const [trouble, goesOn] = [bit('trouble'), bit('goesOn')]

/**
 * Entries after the stated end that tell of an outage which goes on: "09:25 Sign-in still failing for a third of users". An
 * end that is five minutes off is none.
 */
export function readRelapses(source: string, { entries }: Timeline, { end }: Downtime): Cited[] {
  const over = end?.value.minutes
  if (over === undefined || end?.value.approximate) return []
  return entries.flatMap(({ block, text, when }) => {
    if ((when?.value.minutes ?? 0) <= over + 5 || block === undefined) return []
    const start = Math.max(0, block.text.indexOf(text))
    const { words, starts } = tokensBetween(block, start, start + text.length)
    const marks = marksOf(words)
    const at = marks.findIndex((mark, i) => (mark & goesOn) !== 0 && isTrouble(words, marks, i))
    if (at < 0) return []
    const from = starts[at] ?? start
    return [
      { value: when?.value.time ?? '', at: placeOf(source, block, from, from + (words[at] ?? '').length) },
    ]
  })
}

/** Trouble among the next words of the sentence, and nothing that takes it back. */
function isTrouble(words: readonly string[], marks: readonly number[], at: number): boolean {
  for (let i = at + 1; i < Math.min(words.length, at + 5); i++) {
    const word = words[i] ?? ''
    if (endsSentence(word) || /^(?:no|not|without|cached|old)$/.test(word)) return false
    if (((marks[i] ?? 0) & trouble) !== 0) return true
  }
  return false
}
