import { bit, lastOf } from './clauses.ts'
import { wordSet } from './lexicon.ts'
import { has, isNear, kindBits, type Sentence } from './sentences.ts'

const [hedge, cause, open, vague, counted] = [
  bit('hedge'),
  bit('cause'),
  bit('open'),
  bit('vague'),
  bit('counted'),
]

const causes = kindBits('cause')
const search = kindBits('investigation')
const harm = kindBits('summary', 'impact')

/** Some words of a sentence. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** A guess that stands for the cause: "likely introduced by", "probably a leak"; what is said to be unconfirmed is no guess. */
export function readHedge(sentence: Sentence): Range | undefined {
  const { marks, from, to, bits, kinds } = sentence
  if (!has(bits, hedge) || !has(kinds, causes) || has(kinds, search) || has(bits, open)) return undefined
  for (let at = from; at < to; at++)
    if (has(marks[at] ?? 0, hedge) && isGuess(sentence, at)) return { from: at, to: at + 1 }
  return undefined
}

/** Of the cause itself: no forecast, no comparison, no aside, nothing that was thought at first. */
function isGuess(sentence: Sentence, at: number): boolean {
  const { words } = sentence
  if (comparisons.has(words[at - 1] ?? '') || (words[at] === 'likely' && words[at + 1] === 'to')) return false
  if (modals.has(words[at + 1] ?? '')) return false
  return adverbs.has(words[at] ?? '') ? !isAside(sentence, at) : isNear(sentence, at, 6, 6, cause)
}
const adverbs = wordSet('likely, probably, possibly, presumably, apparently, perhaps, maybe')
const modals = wordSet('could, would, can, will, should, must, needs')
const comparisons = wordSet(
  'more, less, will, would, could, can, may, might, as, initially, first, originally, equally, not',
)

const isAside = (sentence: Sentence, at: number): boolean =>
  sentence.words[lastOf(sentence, at, 40, brackets)] === '('
const brackets = new Set(['(', ')'])

/** A crowd without a number, where the harm is told: "many users", "a few of our customers". */
export function readVague(sentence: Sentence): Range | undefined {
  const { words, marks, from, to, bits, kinds } = sentence
  if (!has(bits, vague) || !has(bits, counted) || !has(kinds, harm) || words[to - 1] === '?') return undefined
  if (isCounted(sentence)) return undefined
  for (let at = from; at < to; at++) {
    if (!has(marks[at] ?? 0, vague)) continue
    const noun = [at + 1, at + 2, at + 3, at + 4].find((i) => i < to && has(marks[i] ?? 0, counted))
    if (noun === undefined || reports.has(words[noun + 1] ?? '')) continue
    if (words.slice(at + 1, noun).every((word) => between.has(word))) return { from: at, to: noun + 1 }
  }
  return undefined
}
const between = wordSet(
  'of, the, our, its, other, more, different, active, paying, end, all, these, those, us',
)

/** Those who tell of the harm are not counted among the harmed. */
const reports = wordSet(
  'report*, notice*, complain*, told, tweet*, asked, contact*, informed, began, started, mention*, alerted, discover*',
)

/** The share of users, requests or the like that a sentence on the harm gives, in percent; 100 for all of them. */
export function readShare(sentence: Sentence): (Range & { readonly percent: number }) | undefined {
  const { words, marks, from, to, bits, kinds } = sentence
  if (!has(kinds, harm) || !has(bits, counted)) return undefined
  let largest: ReturnType<typeof readShare>
  for (let at = from; at < to; at++) {
    const percent = percentAt(words, at)
    if (percent === undefined || percent <= (largest?.percent ?? 0)) continue
    const noun = [at + 1, at + 2, at + 3, at + 4].find((i) => i < to && has(marks[i] ?? 0, counted))
    if (noun !== undefined) largest = { from: at, to: noun + 1, percent }
  }
  return largest
}

function percentAt(words: readonly string[], at: number): number | undefined {
  const word = words[at] ?? ''
  if ((word === 'all' && words[at - 1] !== 'of') || word === 'every') return 100
  if (word.endsWith('%') || words[at + 1] === 'percent') {
    const value = Number.parseFloat(word.replace(/^[~≈]/, ''))
    return value <= 100 ? value : undefined
  }
  return undefined
}

/** True if a sentence counts the harm: "30% of users", "12 orders", "half of the traffic", "no customers". */
export const isCounted = ({ words, marks, from, to }: Sentence): boolean => {
  for (let at = from; at < to; at++) {
    const word = words[at] ?? ''
    if (/^[~≈]?\d[\d.,]*[km]?%$/.test(word) || shares.has(word)) return true
    if (!/^[~≈]?\d[\d.,]*[km]?$/.test(word) && !numbers.has(word)) continue
    if (
      [at + 1, at + 2, at + 3].some(
        (i) => i < to && (has(marks[i] ?? 0, counted) || shares.has(words[i] ?? '')),
      )
    )
      return true
  }
  return false
}
const shares = wordSet('percent, half, third, thirds, quarter, tenth, all, no, none, every')
const numbers = wordSet(
  'one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, twenty, thirty, forty, fifty, hundred, hundreds, thousand, thousands, million, millions, dozen, dozens',
)
