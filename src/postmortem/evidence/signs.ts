import { lexicon, type Sought, wordSet } from '../lexicon.ts'
import { isDigit, isLetter } from '../scan.ts'
import { has, isBefore, kindBits, type Sentence } from '../sentences.ts'
import { masked } from '../tokens.ts'
import * as data from './words.ts'

/** The words that evidence is read by; its bits mark the words of each sentence. */
export const vocabulary = lexicon(data.evidenceClasses)
export const { bit, seek } = vocabulary
export const [people, harmed, harm, number] = [bit('people'), bit('harmed'), bit('harm'), bit('number')]
export const [staff, alert, signal, aware] = [bit('staff'), bit('alert'), bit('signal'), bit('aware')]
export const [report, inform, complaint] = [bit('report'), bit('inform'), bit('complaint')]
export const [notice, find, contact] = [bit('notice'), bit('find'), bit('contact')]
export const [problem, symptom] = [bit('problem'), bit('symptom')]
export const [suspect, astray, cleared] = [bit('suspect'), bit('astray'), bit('cleared')]
export const [futile, attempt] = [bit('futile'), bit('attempt')]
export const [escalate, hand, group, rally] = [bit('escalate'), bit('hand'), bit('group'), bit('rally')]
export const [verify, healthy, proven] = [bit('verify'), bit('healthy'), bit('proven')]
export const [lesson, not, modal] = [bit('lesson'), bit('not'), bit('modal')]

export const actions = kindBits('actions')
export const impact = kindBits('impact')
export const cause = kindBits('cause')
export const cure = kindBits('resolution')
export const lessons = kindBits('lessons')
export const detection = kindBits('detection')
export const course = kindBits('timeline', 'investigation')
export const summary = kindBits('summary')
export const log = kindBits('timeline')
export const looks = kindBits('investigation')

/** True if the test holds at one of the words that are sought. */
export function someWord(
  { words, sought, from, to }: Sentence,
  set: Sought,
  test: (at: number) => boolean,
): boolean {
  if (!has(sought, set.bit)) return false
  for (let at = from; at < to; at++) if (set.words.has(words[at] ?? '') && test(at)) return true
  return false
}

/** A wish, a plan or a condition: "to detect", "would have alerted"; not "proceeded to call", "decided to page". */
export const isUnreal = (sentence: Sentence, at: number): boolean =>
  (sentence.words[at - 1] === 'to' && !implicatives.has(sentence.words[at - 2] ?? '')) ||
  isBefore(sentence, at, 3, modal)
const implicatives = wordSet(data.implicatives)

/** A number or a range of shares: no clock time, version, ordinal or date in figures. */
export const isAmount = (word: string): boolean =>
  opensAmount(word) &&
  /^[~≈]?[$€£]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:(?:[-–]\d+(?:\.\d+)?)?%|[kmb]|bn|[kmgt]b)?$/.test(word)

function opensAmount(word: string): boolean {
  const code = word.charCodeAt(0)
  return isDigit(code) || (!isLetter(code) && '~≈$€£'.includes(word.charAt(0)))
}

/** What code, quotes or a URL hide from the words; nothing elsewhere. */
export function codeAt({ block, words, from }: Sentence, at: number): string {
  if (words[at] !== masked) return ''
  const tokens = block.tokens
  if (tokens.words !== words || at < from) return ''
  return block.text.slice(tokens.starts[at], tokens.starts[at + 1])
}

export const isPassive = ({ words }: Sentence, at: number): boolean => passives.has(words[at - 1] ?? '')
export const passives = wordSet('is, are, was, were, been, being, got')

/** At the start of a sentence or a clause: "10:05: Suspected ...", "10:05 AM Suspected". */
export const opens = ({ words, from }: Sentence, at: number): boolean =>
  at === from ||
  ':,;)'.includes(words[at - 1] ?? ' ') ||
  (at - from < 4 && /^\d|^(?:[ap]m|utc|gmt)$/.test(words[at - 1] ?? ''))

export const articles = wordSet('the, our, and, a, all, client')

/** Written with a capital in the middle of a sentence: "Cloudflare", "ITS". */
export function isName({ block, words, from }: Sentence, at: number): boolean {
  const { tokens, text } = block
  const start = tokens.starts[at]
  if (at === from || tokens.words !== words || start === undefined) return false
  return /^\p{Lu}(?:\p{Ll}|\p{Lu}{2})/u.test(text.slice(start, start + 4))
}

/** "@rosa". */
export const isHandle = ({ block, words }: Sentence, at: number): boolean =>
  block.tokens.words === words && block.text[(block.tokens.starts[at] ?? 0) - 1] === '@'

/** One of some words stands at most so many words before a place. */
export const isAmong = (
  { words, from }: Sentence,
  at: number,
  count: number,
  set: ReadonlySet<string>,
): boolean => words.slice(Math.max(from, at - count), at).some((word) => set.has(word))
