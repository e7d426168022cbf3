import { wordSet } from '../lexicon.ts'
import { has, isAfter, isBefore, type Sentence, some } from '../sentences.ts'
import { articles, isAmong, isAmount, modal, not, problem, seek, someWord, symptom } from './signs.ts'
import * as data from './words.ts'

// Measures that are back where they were, and trouble that stays away.

/** "is back to its baseline", "error rate fell to zero"; not "rolled back to 4.2", "remained at 100%". */
export function isBack(sentence: Sentence): boolean {
  return someWord(sentence, turns, (at) => {
    const { words, marks } = sentence
    const word = words[at] ?? ''
    const down = words[at + 1] === 'down' ? 1 : startsAt(sentence, at)
    const [before = '', where = ''] = [words[at - 1], words[at + 1 + down]]
    const back = comebacks.has(word) && !moved.test(before)
    if (isBefore(sentence, at, 6, modal) || has(marks[at - 1] ?? 0, not)) return false
    const moving = !sets.has(before) && isMeasured(sentence, at)
    if (!(back || moving)) return false
    if (word.startsWith('recover')) return true
    const target =
      words
        .slice(at + 2 + down, at + 4 + down)
        .find((next) => !articles.has(next) && !possessives.has(next)) ?? ''
    if (below.has(where)) return isAmount(target)
    if (where !== 'to') return where === 'at' && levels.has(target)
    return levels.has(target) || (isAmount(target) && isBetter(sentence, at))
  })
}
/** How many words "from 9 s" are in "fell from 9 s to 180 ms". */
const startsAt = ({ words, to }: Sentence, at: number): number =>
  words[at + 1] === 'from' ? Math.max(0, words.slice(at + 1, Math.min(to, at + 6)).indexOf('to')) : 0
const comebacks = wordSet(data.comebacks)
const sets = wordSet('set, sets, put, roll, rolls, rolled, switched, brought, scaled')
const stays = seek(data.stays)
const turns = seek(data.moves)
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

/** "Error rate is zero", "p99 latency was under 200 ms", "it stayed below 600 MB", "success rate at 99.9%". */
export const isWithin = (sentence: Sentence): boolean =>
  someWord(sentence, positions, (at) => {
    const { words, from, to } = sentence
    if (isBefore(sentence, at, 8, modal | not)) return false
    const before = words.slice(Math.max(from, at - 5), at)
    if (before.some((word) => drives.has(word))) return false
    const target = words.slice(at + 1, Math.min(to, at + 4)).find((word) => !hedges.has(word)) ?? ''
    const costly = before.some((word) => costs.has(word))
    if (below.has(words[at] ?? ''))
      return isAmount(target) && (costly || stays.words.has(words[at - 1] ?? ''))
    if (costly) return /^(?:zero|0|0%|none)$/.test(target)
    return /^(?:9\d(?:\.\d+)?|100)%$/.test(target) && before.some((word) => goods.has(word))
  })
const positions = seek('is, was, are, were, at, under, below, within')
const hedges = wordSet('at, about, around, again, now, well, the')
const goods = wordSet(data.goods)
const drives = wordSet(data.drives)

/** "No more errors", "the alert has not fired again"; not "could not be started again". */
export function isQuiet(sentence: Sentence): boolean {
  const { words, to } = sentence
  return some(sentence, not, (at) => {
    if (isBefore(sentence, at, 7, modal)) return false
    const after = words.slice(at + 1, Math.min(to, at + 8))
    const trouble = problem | symptom
    if (has(sentence.marks[at + 1] ?? 0, trouble)) return after.some((word) => sinces.has(word))
    if (happenings.has(after[0] ?? '') && after.includes('since')) return isAmong(sentence, at, 6, troubles)
    if (mores.has(after[0] ?? '')) return isAfter(sentence, at, 4, trouble)
    return (
      after.some((word, i) => agains.has(word) || (word === 'back' && comes.has(after[i - 1] ?? ''))) &&
      isAmong(sentence, at, 6, troubles)
    )
  })
}
const happenings = wordSet('occurred, occured, happened, appeared, returned, resurfaced')
const mores = wordSet('more, further, new, additional, subsequent, longer')
const troubles = wordSet(data.troubles)
const agains = wordSet('again, recur, recurred, reappear, reappeared, reoccur, reoccurred, reoccured')
const comes = wordSet('come, came, comes')
const sinces = wordSet('since, after, following, afterwards, observed, seen')

/** "Saw no further kills", "showed not a single 502"; not "saw no sign of the cause". */
export const seesNothing = (sentence: Sentence): boolean =>
  some(
    sentence,
    not,
    (at) =>
      (seeing.has(sentence.words[at - 1] ?? '') ||
        (sentence.words[at] === 'no' &&
          isAmong(sentence, at, 7, shows) &&
          isAmong(sentence, at, 1, joins))) &&
      sentence.words.slice(at + 1, Math.min(sentence.to, at + 6)).some((word) => relapses.has(word)),
  )
const seeing = wordSet('saw, see, sees, seeing, show, showed, shows, observed, noticed, noticing, observing')
const shows = wordSet('show, shows, showed, reads')
const joins = wordSet('and, with')
const relapses = wordSet(data.relapses)

/** "Participation is above 95% again". */
export const isLevelAgain = (sentence: Sentence): boolean =>
  someWord(sentence, again, (at) =>
    sentence.words.slice(Math.max(sentence.from, at - 4), at).some((word) => word.endsWith('%')),
  )
/** "The site remained stable", "serves the page normally". */
export const staysStable = (sentence: Sentence): boolean => {
  const { words, marks } = sentence
  return (
    someWord(
      sentence,
      stays,
      (at) =>
        (/^(?:stable|up|healthy|empty|flat|green|quiet|clean|low)$/.test(words[at + 1] ?? '') ||
          (words[at + 1] === 'at' && words[at + 2] === 'zero')) &&
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
