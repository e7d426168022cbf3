import { wordSet } from '../lexicon.ts'
import { has, isAfter, isBefore, type Sentence, some } from '../sentences.ts'
import {
  articles,
  isAmong,
  isAmount,
  isUnreal,
  modal,
  not,
  problem,
  seek,
  someWord,
  symptom,
} from './signs.ts'
import * as data from './words.ts'

// Measures that are back where they were, and trouble that stays away.

/** "is back to its baseline", "error rate fell to zero"; not "rolled back to 4.2", "remained at 100%". */
export function isBack(sentence: Sentence): boolean {
  return someWord(sentence, turns, (at) => {
    const { words, marks } = sentence
    const word = words[at] ?? ''
    const down = words[at + 1] === 'down' ? 1 : 0
    const [before = '', where = ''] = [words[at - 1], words[at + 1 + down]]
    const back = comebacks.has(word) && !moved.test(before)
    const moving = moves.has(word) && (word === 'restored' || !sets.has(before)) && isMeasured(sentence, at)
    if (
      isBefore(sentence, at, 6, modal) ||
      has(marks[at - 1] ?? 0, not) ||
      !(back || moving || stays.words.has(word))
    )
      return false
    if (word === 'recovered' && moving) return true
    const target =
      words
        .slice(at + 2 + down, at + 4 + down)
        .find((next) => !articles.has(next) && !possessives.has(next)) ?? ''
    if (below.has(where) ? isAmount(target) : back && where === 'to' && /^0(?:\.0+)?%?$/.test(target))
      return true
    if (moving && (where === 'to' || word === 'back') && isAmount(target) && isBetter(sentence, at))
      return true
    return (where === 'to' || where === 'at') && levels.has(target)
  })
}
const comebacks = wordSet(data.comebacks)
const moves = wordSet(data.moves)
const sets = wordSet('set, sets, put, roll, rolls, rolled, switched, brought, scaled, was, were')
const stays = seek(data.stays)
const turns = seek(data.comebacks, data.moves, data.stays)
const below = wordSet('under, below, within')
const levels = wordSet('baseline, normal, usual, zero, expected, regular, previous')
const possessives = wordSet('its, their, his, her')
const moved = /ed$|^(?:roll|rolls|set|sets|put|went|switch|move)$/

/** "The error rate dropped", "latency and load are back". */
const isMeasured = ({ words, from }: Sentence, at: number): boolean =>
  words.slice(Math.max(from, at - 5), at).some((word) => measures.has(word))
const measures = wordSet(data.measures)

/** "Errors fell", "the success rate climbed"; not "participation drops". */
function isBetter({ words, from }: Sentence, at: number): boolean {
  if (/^(?:back|return|went|goes|recover|normal|stabil)/.test(words[at] ?? '')) return true
  const costly = words.slice(Math.max(from, at - 5), at).some((word) => costs.has(word))
  return costly === /^(?:drop|fell|fall|decrease|decline)/.test(words[at] ?? '')
}
const costs = wordSet(data.costs)

/** "No more errors", "the alert has not fired again"; not "could not be started again". */
export function isQuiet(sentence: Sentence): boolean {
  const { words, to } = sentence
  return some(sentence, not, (at) => {
    if (isUnreal(sentence, at) || isBefore(sentence, at, 7, modal)) return false
    const after = words.slice(at + 1, Math.min(to, at + 8))
    const trouble = problem | symptom
    if (has(sentence.marks[at + 1] ?? 0, trouble) && /^no|never$/.test(words[at] ?? ''))
      return after.some((word) => sinces.has(word))
    if (happenings.has(after[0] ?? '') && after.includes('since')) return isAmong(sentence, at, 6, troubles)
    if (mores.has(after[0] ?? '')) return isAfter(sentence, at, 4, trouble) || ends.has(after[1] ?? '')
    return (
      after.some((word, i) => agains.has(word) || (word === 'back' && comes.has(after[i - 1] ?? ''))) &&
      isAmong(sentence, at, 6, troubles)
    )
  })
}
/** "Saw no further kills", "showed not a single 502", "without seeing a relapse"; not "saw no sign of the cause". */
export const seesNothing = (sentence: Sentence): boolean =>
  some(sentence, not, (at) => {
    const { words, from, to } = sentence
    if (isUnreal(sentence, at) || isBefore(sentence, at, 7, modal)) return false
    const none = /^(?:no|not|without)$/.test(words[at] ?? '')
    const seen =
      seeing.has(words[at - 1] ?? '') || (words[at] === 'without' && seeing.has(words[at + 1] ?? ''))
    const after = words.slice(at + 1, Math.min(to, at + 6))
    const counted = words[at] !== 'not' || after[1] === 'single'
    return at > from && none && seen && counted && after.some((word) => relapses.has(word))
  })
const seeing = wordSet(
  'saw, see, sees, seen, seeing, show, showed, shows, observed, noticed, noticing, observing',
)
const relapses = wordSet(data.relapses)
const happenings = wordSet('occurred, occured, happened, appeared, returned, resurfaced')
const mores = wordSet('more, further, new, additional, subsequent, longer')
const ends = wordSet('occurred, occurs, appear, appears, appeared, seen, see, happens, happened')
const troubles = wordSet(data.troubles)
const agains = wordSet('again, recur, recurred, reappear, reappeared, reoccur, reoccurred, reoccured')
const comes = wordSet('come, came, comes')
const sinces = wordSet('since, after, following, afterwards, observed, seen')

/** "Participation is above 95% again". */
export const isLevelAgain = (sentence: Sentence): boolean =>
  someWord(sentence, again, (at) =>
    sentence.words
      .slice(Math.max(sentence.from, at - 4), at)
      .some((word, i, near) => word.endsWith('%') && limits.has(near[i - 1] ?? '')),
  )
/** "The site remained stable", "serves the page normally". */
export const staysStable = (sentence: Sentence): boolean => {
  const { words, marks } = sentence
  return (
    someWord(
      sentence,
      stays,
      (at) =>
        /^(?:stable|up|healthy|empty|flat|green|quiet|clean|low)$/.test(words[at + 1] ?? '') &&
        !has(marks[at - 1] ?? 0, not | modal),
    ) ||
    someWord(
      sentence,
      normally,
      (at) => isAmong(sentence, at, 4, working) && !isBefore(sentence, at, 6, not | modal),
    )
  )
}
const normally = seek('normally, correctly')
const working = wordSet('serves, serving, responds, responding, loads, runs, works, answers, processes')
const again = seek('again')
const limits: ReadonlySet<string> = new Set([...below, ...wordSet('above, over, at')])
