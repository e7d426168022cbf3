import { lexicon, wordSet } from './lexicon.ts'
import { proseClasses } from './proseWords.ts'
import { has, type Sentence } from './sentences.ts'
import { masked } from './tokens.ts'

/** The words that the facts of prose are read by; its bits mark the words of each sentence. */
export const vocabulary = lexicon(proseClasses)
export const { bit } = vocabulary

const marksOfText = new Set(['.', '!', '?', ',', ';', ':', '(', ')', '|', '[', ']', masked])
const openers = wordSet(
  'because, that, which, when, where, while, as, since, after, before, but, so, until, although, though, however, and',
)

/** A mark, a run of code or quoted words, or the end of the text. */
export const isMark = (word: string | undefined): boolean => word === undefined || marksOfText.has(word)
/** A word that opens another clause, or a mark. */
export const opensClause = (word: string | undefined): boolean => isMark(word) || openers.has(word ?? '')

/** The place of the next mark, or the end of the sentence. */
export function endOfClause({ words, to }: Sentence, at: number): number {
  for (let i = at + 1; i < to; i++) if (isMark(words[i])) return i
  return to
}

/** The nearest word of the classes before a place, in the same clause and at most so many words away; -1 if none. */
export function lastBefore(
  { words, marks, from }: Sentence,
  at: number,
  count: number,
  classes: number,
): number {
  for (let i = at - 1; i >= Math.max(from, at - count); i--) {
    if (has(marks[i] ?? 0, classes)) return i
    if (opensClause(words[i])) return -1
  }
  return -1
}

/** The nearest word of the classes after a place, before the next mark and at most so many words away; -1 if none. */
export function nextAfter(
  { words, marks, to }: Sentence,
  at: number,
  count: number,
  classes: number,
): number {
  for (let i = at + 1; i < Math.min(to, at + count + 1) && !isMark(words[i]); i++)
    if (has(marks[i] ?? 0, classes)) return i
  return -1
}

/** The nearest of some words before a place, in the same sentence and at most so many words away; -1 if none. */
export function lastOf(
  { words, from }: Sentence,
  at: number,
  count: number,
  set: ReadonlySet<string>,
): number {
  for (let i = at - 1; i >= Math.max(from, at - count); i--) if (set.has(words[i] ?? '')) return i
  return -1
}

/** What makes of a statement a wish, a condition, a possibility or a denial: "to prevent", "if", "could", "not". */
export const taken = bit('unreal') | bit('not')
export const isTakenBack = (sentence: Sentence, at: number): boolean =>
  lastBefore(sentence, at, 6, taken) >= 0

export const beForms = wordSet('is, are, was, were, been, being, be, got, get, gets')
/** "was deleted", "has been wrongly deleted" */
export function isPassive({ words, from }: Sentence, at: number): boolean {
  for (let i = at - 1; i >= Math.max(from, at - 3); i--) {
    if (beForms.has(words[i] ?? '')) return true
    if (!words[i]?.endsWith('ly') && words[i] !== 'also') return false
  }
  return false
}
