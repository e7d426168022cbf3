import { wordSet } from '../lexicon.ts'
import { has, isAfter, isBefore, type Sentence } from '../sentences.ts'
import {
  cause,
  course,
  cure,
  healthy,
  isAmong,
  isPassive,
  isUnreal,
  log,
  modal,
  not,
  opens,
  problem,
  seek,
  someWord,
  symptom,
} from './signs.ts'
import * as data from './words.ts'

// How a cure was tried, and what came of it.

const shown = wordSet(data.shown)
const proofs = wordSet(data.proofs)
const conducted = seek(
  data.shown,
  data.proofs,
  'performed, run, done, conducted, executed, carried, completed',
)
const remedies = wordSet(data.remedies)
const trials = wordSet(data.trials)

/** "All pods are ready", "health checks pass again", "ten test payments went through". */
export const isAllWell = (sentence: Sentence): boolean =>
  someWord(sentence, outcomesOfTests, (at) => {
    const { words, from } = sentence
    if (isBefore(sentence, at, 3, not) || isUnreal(sentence, at)) return false
    if (words[at] === 'through' && !/^(?:go|goes|went|going)$/.test(words[at - 1] ?? '')) return false
    return words.slice(Math.max(from, at - 5), at).some((word) => tested.has(word))
  })
const outcomesOfTests = seek(data.outcomesOfTests)
const tested = wordSet(data.tested)

/** "Load testing was performed", "checks were run on all nodes". */
export const isTested = (sentence: Sentence): boolean =>
  someWord(sentence, conducted, (at) => {
    const word = sentence.words[at] ?? ''
    return (
      !isBefore(sentence, at, 3, modal | not) &&
      isAmong(sentence, at, 4, proofs.has(word) ? remedies : trials) &&
      (!shown.has(word) || isAfter(sentence, at, 8, healthy))
    )
  })
/** "Ran the suite twice and both came out green", "compared the counts and they matched", "sampled 200, each was right". */
export const comesOut = (sentence: Sentence): boolean =>
  has(sentence.kinds, cure | log) &&
  someWord(sentence, trying, (at) => {
    const { words, to } = sentence
    const after = words.slice(at + 1, Math.min(to, at + 20))
    return after.some((word, i) => {
      const here = at + 1 + i
      if (word === 'none') return isAfter(sentence, here, 2, symptom | problem)
      return comings.has(word) && words[here - 1] !== 'to' && !isBefore(sentence, here, i + 1, not | modal)
    })
  })
const trying = seek(data.trying)
const comings = wordSet(data.comings)

/** "Checkout works again in all regions", "mails go out again"; not "errors appear again". */
export const worksAgain = (sentence: Sentence): boolean =>
  someWord(
    sentence,
    agains,
    (at) =>
      (isBefore(sentence, at, 2, healthy) || isAmong(sentence, at, 2, functions)) &&
      !isBefore(sentence, at, 9, not | modal | symptom | problem) &&
      !isAmong(sentence, at, 12, conjunctions),
  )
const agains = seek('again')
const functions = wordSet(data.functions)
const conjunctions = wordSet('to, because, since, after, once, until, when, if')

/** "Since then the job has run without an error", "so the fix holds", "the first successful build". */
export const holds = (sentence: Sentence): boolean =>
  someWord(sentence, holdings, (at) => {
    const { words, from, to } = sentence
    switch (words[at]) {
      case 'since':
        return words
          .slice(at, Math.min(to, at + 24))
          .some((word, i) => word === 'without' && isAfter(sentence, at + i, 4, problem | symptom))
      case 'without':
        return (
          /^(?:one|single|any)$/.test(words[at + 1] ?? '') && isAfter(sentence, at + 1, 3, problem | symptom)
        )
      case 'first':
        return /^success/.test(words[at + 1] ?? '')
      case 'worked':
        return (
          /^(?:it|this|that|which|fix)$/.test(words[at - 1] ?? '') &&
          !isBefore(sentence, at, 8, not | modal) &&
          !limits.has(words[at + 1] ?? '')
        )
      default:
        return words.slice(Math.max(from, at - 2), at).some((word) => remedies.has(word))
    }
  })
const holdings = seek('since, first, holds, held, worked, without')
const limits = wordSet('until, only, for, on, in, before, as, with')

/** "He uploaded a dummy round, and it appeared on four phones", "a synthetic series was passed through, and all volumes came out". */
export const eachComesOut = (sentence: Sentence): boolean =>
  someWord(
    sentence,
    eachs,
    (at) =>
      clauseStarts.has(sentence.words[at - 1] ?? '') &&
      sentence.words
        .slice(Math.max(sentence.from, at - 24), Math.min(sentence.to, at + 12))
        .some((word) => mock.has(word)) &&
      !isAfter(sentence, at, 8, not | symptom | problem | modal),
  )
const eachs = seek('each, all, both, it, they, every')
const clauseStarts = wordSet('and, :, ;')
const mock = wordSet(data.mock)

/** "Five consecutive composites complete", "reported for three polls in a row". */
export const isRepeated = (sentence: Sentence): boolean =>
  someWord(
    sentence,
    repeats,
    (at) =>
      (sentence.words[at] === 'consecutive' || sentence.words[at - 2] === 'in') &&
      !has(sentence.bits, symptom | problem | not),
  )
const repeats = seek('consecutive, row')

/** "All payments were reconciled with the provider", "the certificate was checked in 12 countries". */
export const isComparison = (sentence: Sentence): boolean =>
  !has(sentence.kinds, cause | course) &&
  someWord(
    sentence,
    comparisons,
    (at) =>
      (isPassive(sentence, at) || opens(sentence, at) || sentence.words[at - 1] === '.') &&
      against.has(sentence.words[at + 1] ?? '') &&
      !isBefore(sentence, at, 6, not | modal),
  )
const comparisons = seek('compared, reconciled, checked, cross-checked, rechecked, double-checked, tried')
const against = wordSet('with, against, in, by, from, on')

/** "We were able to connect successfully". */
export const managesTo = (sentence: Sentence): boolean =>
  someWord(
    sentence,
    luckily,
    (at) => isAmong(sentence, at, 10, ables) && !isBefore(sentence, at, 10, modal | not),
  )
const luckily = seek('successfully')
const ables = wordSet('able')

/** "The settings were corrected, and the distribution verified." */
export const endsVerified = (sentence: Sentence): boolean =>
  someWord(
    sentence,
    participles,
    (at) =>
      endings.has(sentence.words[at + 1] ?? '.') &&
      sentence.words.slice(sentence.from, at).some((word) => remedied.test(word)) &&
      !isBefore(sentence, at, 4, problem | not | modal),
  )
const endings = wordSet('., ;')
export const remedied =
  /^(?:mend|repair|correct|fix|patch|replac|restor|restart|deploy|redeploy|adjust|revert|updat|appl)\w*ed$/

export const participles = seek('verified, confirmed, validated, tested')
