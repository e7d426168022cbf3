import { wordSet } from '../lexicon.ts'
import { has, isAfter, isBefore, type Sentence, some } from '../sentences.ts'
import { masked } from '../tokens.ts'
import { isBack, isLevelAgain, isQuiet, isWithin, seesNothing, staysStable } from './levels.ts'
import {
  actions,
  alert,
  cause,
  codeAt,
  contact,
  course,
  cure,
  detection,
  healthy,
  isAmong,
  isPassive,
  isUnreal,
  lessons,
  log,
  looks,
  modal,
  not,
  people,
  problem,
  proven,
  report,
  seek,
  someWord,
  summary,
  suspect,
  symptom,
  verify,
} from './signs.ts'
import {
  comesOut,
  eachComesOut,
  endsVerified,
  holds,
  isAllWell,
  isComparison,
  isRepeated,
  isTested,
  managesTo,
  participles,
  remedied,
  worksAgain,
} from './trials.ts'
import * as data from './words.ts'

/** A check after the cure, or a measure that is back where it was. */
export function tellsValidation(sentence: Sentence): boolean {
  const { block, kinds, late } = sentence
  if (block.form === 'heading') return false
  if (has(kinds, actions | lessons) || (has(kinds, detection | cause) && !has(kinds, cure))) return false
  if (someWord(sentence, praises, () => true)) return false
  if (has(kinds, course) && !has(kinds, cure) && !late) return false
  return (
    isHeadedSo(sentence) ||
    some(sentence, proven, (at) => !isUnreal(sentence, at)) ||
    isBack(sentence) ||
    isQuiet(sentence) ||
    (!has(kinds, summary) && isAllWell(sentence)) ||
    (has(kinds, cure | course) &&
      (seesNothing(sentence) ||
        worksForUsers(sentence) ||
        isTested(sentence) ||
        isWatched(sentence) ||
        isLevelAgain(sentence) ||
        staysStable(sentence) ||
        isTold(sentence) ||
        endsVerified(sentence) ||
        managesTo(sentence) ||
        comesOut(sentence) ||
        isWithin(sentence) ||
        worksAgain(sentence) ||
        holds(sentence) ||
        eachComesOut(sentence) ||
        isAsUsual(sentence) ||
        isRepeated(sentence) ||
        isComparison(sentence))) ||
    answersWell(sentence) ||
    some(sentence, verify, (at) => isProof(sentence, at)) ||
    isCalm(sentence)
  )
}

/** "Monitoring agrees", "the alert cleared"; not where somebody looks for the cause: "the dashboards were normal". */
const isCalm = (sentence: Sentence): boolean =>
  (!has(sentence.kinds, looks) || has(sentence.kinds, cure | log)) &&
  some(sentence, alert, (at) =>
    sentence.words.slice(at + 1, Math.min(sentence.to, at + 6)).some((word) => calm.has(word)),
  )

/** "Verification: all nodes are in sync." */
const isHeadedSo = ({ words, from, to }: Sentence): boolean => {
  if (!/^(?:verification|validation|confirmation|acceptance|proof)$/.test(words[from] ?? '')) return false
  const colon = words.slice(from + 1, Math.min(to, from + 7)).indexOf(':')
  return colon >= 0 && to - from - colon > 3
}

/** "The importance of tests and monitoring" tells of none. */
const praises = seek('importance')

/** "The team monitored the system closely", "continuous monitoring to ensure stability"; not "monitoring was added". */
const isWatched = (sentence: Sentence): boolean =>
  someWord(sentence, watches, (at) => {
    const { words, from, to } = sentence
    const near = words.slice(Math.max(from, isPassive(sentence, at) ? at : at - 4), Math.min(to, at + 4))
    if (isUnreal(sentence, at) || near.some((word) => installs.has(word))) return false
    const before = isPassive(sentence, at) ? 3 : 1
    return words.slice(Math.max(from, at - before), Math.min(to, at + 9)).some((word) => steadiness.has(word))
  })
const watches = seek('monitored, monitoring, watched, observed')
const installs = wordSet(data.installs)
const steadiness = wordSet(data.steadiness)

/** "It was reported that the server was able to start", "a teacher reported that the error was fixed". */
const isTold = (sentence: Sentence): boolean =>
  someWord(sentence, reportings, (at) => {
    const { words, to } = sentence
    const that = words.slice(at + 1, Math.min(to, at + 5)).indexOf('that')
    if (that < 0) return false
    return isAfter(sentence, at + that, 10, healthy) && !isAfter(sentence, at + that, 10, not)
  })
const reportings = seek('reported, reports')

/** "Was 0.4 %, same as the weekly average", "stays at its usual 0.02 percent". */
const isAsUsual = (sentence: Sentence): boolean =>
  someWord(
    sentence,
    usuals,
    (at) => isAmong(sentence, at, 4, likenesses) && !isBefore(sentence, at, 8, not | modal | problem),
  )
const usuals = seek('average, usual, baseline')
const likenesses = wordSet('same, stays, stayed, remains, remained, equals')

/** "Users reported that they could log in again", "a customer writes back that exports work". */
const worksForUsers = (sentence: Sentence): boolean =>
  some(
    sentence,
    people,
    (at) =>
      isAfter(sentence, at, 8, report | contact) &&
      (isAfter(sentence, at, 14, healthy) || canAgain(sentence, at)) &&
      !isAfter(sentence, at, 14, not | problem | symptom),
  )

/** "Returned `200 OK`", "reported as `Ready`", "reports ok on all nodes". */
function answersWell(sentence: Sentence): boolean {
  return (
    someWord(
      sentence,
      fine,
      (at) => (isAmong(sentence, at, 4, replies) && !counts(sentence, at)) || isStatus(sentence, at),
    ) ||
    someWord(sentence, code, (at) => isAmong(sentence, at, 6, answers) && wellness.test(codeAt(sentence, at)))
  )
}
/** "Reports 200 failed pods". */
const counts = ({ words }: Sentence, at: number): boolean =>
  words[at] === '200' && /^[a-z]/.test(words[at + 1] ?? '') && !behindStatus.has(words[at + 1] ?? '')
const behindStatus = wordSet(`${data.statuses}, ${data.stops}`)
/** "Site restored (HTTP 200)". */
const isStatus = ({ words, from }: Sentence, at: number): boolean =>
  words[at - 1] === 'http' && words.slice(from, at).some((word) => remedied.test(word))
const code = seek(masked)
const wellness = /^\W{0,2}(?:http\/[\d.]+ )?(?:200|ok|ready|running|healthy|active|success\w*|passed|up)\b/i
const fine = seek('ok, 200, healthy')
const replies = wordSet('return*, respond*, report*, receive*, got, get, shows, showed')
const answers = wordSet(data.answers)

/** "Confirmed that customers can check out again". */
const canAgain = ({ words, to }: Sentence, at: number): boolean => {
  const after = words.slice(at + 1, Math.min(to, at + 16))
  return after.includes('again') && after.some((word) => word === 'can' || word === 'could')
}

/** What "verified that no token" goes on with. */
const remains = wordSet('remain*, left, persist*, exist*, occur*')

/** "confirmed that logins work", "Tested again. 200 OK"; not "confirmed the issue, restored a backup". */
function isProof(sentence: Sentence, at: number): boolean {
  const { words, marks, kinds, from } = sentence
  if (isBefore(sentence, at, 3, modal | not)) return false
  // a command: what is to be done
  if (words[at] === 'verify' && at === from && !has(kinds, course)) return false
  if (words[at - 1] === 'to' && !has(kinds, cure | course)) return false
  const next = words[at + 1] ?? ''
  if (seen.has(words[at] ?? '') && /^[io]n$/.test(next)) {
    const place = words.slice(at + 2, at + 4)
    if (place.some((word) => stages.has(word))) return true
  }
  if (next === 'no' && remains.has(words[at + 3] ?? '')) return true
  if (isAimed(sentence, at)) return true
  if (certain.has(words[at] ?? '') && (isChecked(sentence, at) || isCured(sentence, at))) return true
  if (next === 'that' && words[at + 2] === ':') return true
  // "two further passes confirm: 0.02° error"
  if (next === ':' && sentence.late && /^confirm/.test(words[at] ?? '') && at > from + 1) return true
  for (const i of [at + 1, at + 2])
    if (has(marks[i] ?? 0, problem) && !outcomes.has(words[i + 1] ?? '')) return false
  if (words.slice(at, Math.min(sentence.to, at + 12)).includes('but')) return false
  return (
    follows(sentence, at, 12, healthy) ||
    isFinding(sentence, at) ||
    canAgain(sentence, at) ||
    isCorrect(sentence, at) ||
    (participles.words.has(words[at] ?? '') && next !== 'that' && isBefore(sentence, at, 9, healthy))
  )
}
/** "Confirmed that jobs start", where the cure is told; not "confirmed that the index was missing". */
const isFinding = (sentence: Sentence, at: number): boolean =>
  sentence.words[at + 1] === 'that' &&
  /^(?:confirm|verif)/.test(sentence.words[at] ?? '') &&
  (has(sentence.kinds, cure) ? !has(sentence.kinds, cause) : sentence.late) &&
  !isAfter(sentence, at, 14, problem | symptom | not | modal | suspect) &&
  !sentence.words.slice(at, Math.min(sentence.to, at + 14)).some((word) => states.has(word))

const states = wordSet('is, are, was, were, has, have, had, cause*')

/** "Verifies that they are truly correct". */
const isCorrect = ({ words, to }: Sentence, at: number): boolean =>
  words.slice(at, Math.min(to, at + 10)).includes('correct')

/** "Tested to ensure that requests are spread". */
const isAimed = ({ words }: Sentence, at: number): boolean => words[at] === 'tested' && words[at + 1] === 'to'

/** "Verified the state of the pool with `zpool status`". */
const isChecked = ({ words }: Sentence, at: number): boolean =>
  words.slice(at + 1, at + 6).some((word, i) => ways.has(word) && words[at + 2 + i] === masked)
/** "Verified that the vendor had patched all hosts". */
const isCured = ({ words, to }: Sentence, at: number): boolean =>
  words[at + 1] === 'that' && words.slice(at + 2, Math.min(to, at + 10)).some((word) => remedied.test(word))
const certain = wordSet('verify, verified, verifies, validated')
const ways = wordSet('by, with, on')
const seen = wordSet('verify, verified, verifies, validated, checked, tested')
const calm = wordSet(data.calm)
const outcomes = wordSet(data.outcomes)
const stages = wordSet('production, prod, dev, development, staging, all, both')

/** True if a word of the classes comes soon, past the end of the sentence too: "Tested again. 200 OK". */
const follows = ({ marks }: Sentence, at: number, count: number, classes: number): boolean =>
  marks.slice(at + 1, at + 1 + count).some((bits) => has(bits, classes))
