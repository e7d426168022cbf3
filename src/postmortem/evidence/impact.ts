import { wordSet } from '../lexicon.ts'
import { has, isBefore, isNear, type Sentence } from '../sentences.ts'
import { actions, harm, harmed, impact, isAmount, modal, number, passives, people, summary } from './signs.ts'
import * as data from './words.ts'

/** A number or share of who or what was harmed, where harm is spoken of; or money or data lost. */
export function quantifiesImpact(sentence: Sentence): boolean {
  const { words, marks, from, to, kinds, bits } = sentence
  const inImpact = has(kinds, impact)
  if (has(kinds, actions)) return false
  const harmful = inImpact || has(bits, harm)
  for (let at = from; at < to; at++) {
    const word = words[at] ?? ''
    if ((word === 'zero' || word === '0%') && isGone(sentence, at)) return true
    const amount = isAmount(word)
    if (!amount && !has(marks[at] ?? 0, number)) continue
    // how full a disk is
    if (word.endsWith('%') && fills.has(words[at + 1] ?? '')) continue
    if (inImpact && ((amount && isCount(sentence, at)) || opensCount(sentence, at))) return true
    if (!isMoment(sentence, at) && (tellsOfAll(sentence, at) || isLost(sentence, at))) return true
    if (!harmful) continue
    if (amount && has(kinds, impact | summary) && suffers(sentence, at)) return true
    const next = words[at + 1] ?? ''
    if (word.endsWith('%') || shares.has(next)) {
      if (
        !isLoad(sentence, at) &&
        !isFull(sentence, at) &&
        (inImpact || isNear(sentence, at, 4, 8, people | harmed | harm))
      )
        return true
    } else if (/[$€£]/.test(word) || currencies.has(next)) return true
    else if (!isMoment(sentence, at) && countsHarmed(sentence, at))
      if (inImpact || isNear(sentence, at, 8, 9, harm)) return true
  }
  return false
}

/** "For 40 customers", "a fifth of the drivers", "85% of traffic" where the incident is summed up; not "used by 40 customers". */
function tellsOfAll(sentence: Sentence, at: number): boolean {
  const { words, marks, kinds } = sentence
  if (!has(kinds, summary | impact)) return false
  if (words.slice(Math.max(0, at - 3), at).some((word) => servings.has(word))) return false
  const word = words[at] ?? ''
  const share = word.endsWith('%') || has(marks[at] ?? 0, number)
  const of = share ? words.slice(at + 1, at + 4).indexOf('of') : -1
  const noun = of >= 0 ? at + of + 2 : at + 1
  const classes = of >= 0 && !isLoad(sentence, at) ? people | harmed : people
  return [noun, noun + 1].some((i) => has(marks[i] ?? 0, classes) && !stops.has(words[i - 1] ?? ''))
}

/** "We lost about 3 million events"; not "lost 2 hours". */
const isLost = (sentence: Sentence, at: number): boolean =>
  sentence.words.slice(Math.max(sentence.from, at - 3), at).some((word) => /^los[et]s?$/.test(word))

/** In the impact an amount of any noun counts that harm is told of: "3 of 12 printers stayed unusable"; no port, version or status. */
const isCount = (sentence: Sentence, at: number): boolean => {
  const { words } = sentence
  const [before = '', next = ''] = [words[at - 1], words[at + 1]]
  return (
    !isMoment(sentence, at) &&
    !stops.has(next) &&
    !labels.has(before) &&
    !words.slice(at + 1, at + 4).some((noun) => instruments.has(noun)) &&
    !isBefore(sentence, at, 12, modal) &&
    isNear(sentence, at, 8, 9, harm)
  )
}
const labels = wordSet(data.numbered)
const instruments = wordSet('check*, checks, alert*, alerts, monitor*, test*, tests, attempt*, retries')

/** The impact opens with a number of something: "21,000 searches came back empty", "all 640 learners", "one in five episodes". */
const opensCount = (sentence: Sentence, at: number): boolean => {
  const { words, from, to } = sentence
  const before = words.slice(from, at)
  if (before.some((word) => !approximations.has(word)) || isMoment(sentence, at)) return false
  const share = words[at + 1] === 'in' && has(sentence.marks[at + 2] ?? 0, number) ? at + 3 : at + 1
  const counted = words.slice(share, Math.min(to, share + 3))
  return (
    /^[a-z]+s$/.test(counted.find((word) => /s$/.test(word) || stops.has(word)) ?? '') &&
    !counted.some((word) => instruments.has(word) || spans.has(word)) &&
    !(words[at] === 'one' && words[at + 1] === 'of')
  )
}
const approximations = wordSet(data.approximations)

/** "2,100 searches failed", "640 salaries were paid late"; not "2 hosts failed". */
const suffers = (sentence: Sentence, at: number): boolean => {
  const { words, to, marks } = sentence
  const noun = words
    .slice(at + 1, Math.min(to, at + 4))
    .findIndex((word) => /^[a-z]{3,}s$/.test(word) || stops.has(word))
  const counted = words[at + 1 + noun] ?? ''
  if (noun < 0 || isMoment(sentence, at) || stops.has(counted) || spans.has(counted) || machines.has(counted))
    return false
  if (instruments.has(counted) || labels.has(words[at - 1] ?? '') || has(marks[at + 1 + noun] ?? 0, harm))
    return false
  return isNear(sentence, at + 1 + noun, 0, 6, harm)
}
const machines = wordSet(data.machines)

/** "Launch success drops to zero", "availability reached 0%". */
const isGone = ({ words, from }: Sentence, at: number): boolean =>
  words.slice(Math.max(from, at - 6), at).some((word) => goods.has(word))
const goods = wordSet(data.goods)

const servings = wordSet(data.servings)
const loads = wordSet(data.loads)
const isLoad = ({ words }: Sentence, at: number): boolean =>
  words.slice(Math.max(0, at - 3), at + 3).some((word) => loads.has(word))
/** "The usage of the disk slowly reached 100%". */
const isFull = (sentence: Sentence, at: number): boolean =>
  sentence.words[at] === '100%' &&
  sentence.words.slice(Math.max(sentence.from, at - 10), at).some((word) => loads.has(word))
const fills = wordSet('full, free, used')
const losses = wordSet(data.losses)
const shares = wordSet(data.shares)
const currencies = wordSet(data.currencies)
const spans = wordSet(data.spans)
const months = wordSet(data.months)
const statuses = wordSet(data.statuses)
const stops = wordSet(data.stops)

/** A span, a year, a day of a month, the status of a response or the time of an entry: "20 minutes", "May 10", "503 error", "11.33 Users". */
function isMoment({ words, from }: Sentence, at: number): boolean {
  const [last = '', word = '', next = ''] = [words[at - 1], words[at], words[at + 1]]
  if (at === from && /^\d\d?\.[0-5]\d$/.test(word)) return true
  if (spans.has(next) || months.has(next) || months.has(last)) return true
  return /^(?:19|20)\d\d$/.test(word) || (/^[1-5]\d\d$/.test(word) && statuses.has(next))
}

/** True if what is counted was harmed: "12 unique visitors", "a single key was leaked", "Customers affected: 40". */
function countsHarmed(sentence: Sentence, at: number): boolean {
  const { words, marks, to } = sentence
  // "one of the files" tells which, not how many
  if (words[at + 1] === 'of') return isNear(sentence, at, 0, 4, people)
  for (let i = at + 1; i < Math.min(to, at + 6); i++) {
    if (has(marks[i] ?? 0, people | harmed)) return true
    if (passives.has(words[i] ?? '') && losses.has(words[i + 1] ?? '')) return true
    if (has(marks[i] ?? 0, modal) || stops.has(words[i] ?? '')) break
  }
  return words[at - 1] === ':' && isBefore(sentence, at, 6, people | harmed)
}
