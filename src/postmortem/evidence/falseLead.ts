import { wordSet } from '../lexicon.ts'
import { has, indexAmong, isAfter, isBefore, type Sentence, some } from '../sentences.ts'
import {
  actions,
  astray,
  attempt,
  cause,
  cleared,
  course,
  futile,
  impact,
  isAmong,
  isPassive,
  isUnreal,
  lessons,
  not,
  opens,
  problem,
  seek,
  someWord,
  staff,
  suspect,
  symptom,
  verify,
} from './signs.ts'
import * as data from './words.ts'

/** A path that led astray, or a hypothesis that is not what the cause turned out to be; a denial counts. */
export function tellsFalseLead(sentence: Sentence, causes: () => ReadonlySet<string>): boolean {
  const { words, marks, from, kinds, bits } = sentence
  if (has(kinds, actions)) return false
  if (
    has(bits, astray) ||
    (!has(kinds, cause) &&
      some(sentence, cleared, (at) => !isHarmless(sentence, at) && isClear(sentence, at)))
  )
    return true
  if (someWord(sentence, rulings, (at) => isRuledOut(sentence, at))) return true
  if (has(bits, suspect) && someWord(sentence, turned, (at) => words[at + 1] === 'out')) return true
  if (!has(kinds, impact | cause) && isFutile(sentence)) return true
  if (isMistaken(sentence) || (has(kinds, course) && isFalsePositive(sentence))) return true
  if (leadsWrong(sentence) || isDiscarded(sentence) || isStillSo(sentence) || isWaste(sentence)) return true
  if (isAcquitted(sentence) || persists(sentence) || isNotIt(sentence)) return true
  return some(sentence, suspect, (at) => {
    if (isBorneOut(sentence, at)) return false
    // "I suspect we will see this again"
    if (words[at] === 'suspect' && /^(?:we|this|it|that|there|they)$/.test(words[at + 1] ?? '')) return false
    if (
      isBefore(sentence, at, 2, verify) ||
      (thoughts.has(words[at] ?? '') && (has(marks[at - 1] ?? 0, not) || !beliefs.has(words[at + 1] ?? '')))
    )
      return false
    const byStaff = isBefore(sentence, at, 6, staff) || (has(kinds, course) && isCutShort(sentence, at))
    const atFirst = isAtFirst(sentence, at)
    if (
      words[at + 1] !== 'like' &&
      glances.has(words[at] ?? '') &&
      !words.slice(Math.max(from, at - 4), at).some((word) => word.startsWith('initial'))
    )
      return false
    if (words.slice(Math.max(from, at - 7), at).some((word) => wastes.has(word))) return true
    if (has(kinds, lessons)) return atFirst
    if (has(kinds, cause)) return byStaff && !isAmong(sentence, at, 3, makers)
    return (byStaff || atFirst || opens(sentence, at)) && misses(sentence, at, causes())
  })
}
/** "Receiver suspected, since ..."; not "as suspected, ...". */
const isCutShort = (sentence: Sentence, at: number): boolean =>
  sentence.words[at] === 'suspected' &&
  /^[,.;]$/.test(sentence.words[at + 1] ?? '.') &&
  sentence.words[at - 1] !== 'as' &&
  !isPassive(sentence, at)

/** "Mistakenly treated the alert as one of the reboot"; not "mistakenly deleted". */
const isMistaken = (sentence: Sentence): boolean =>
  someWord(sentence, mistakes, (at) => opinions.has(sentence.words[at + 1] ?? ''))
const mistakes = seek('mistakenly, wrongly, erroneously, incorrectly')
const opinions = wordSet(
  'treat*, acknowledged, attributed, interpret*, read, concluded, diagnosed, identified, considered, took, blamed',
)

/** "The missing page was a false positive". */
const isFalsePositive = (sentence: Sentence): boolean =>
  someWord(
    sentence,
    positives,
    (at) =>
      sentence.words[at - 1] === 'false' &&
      !sentence.words.slice(sentence.from, at).some((word) => /^alert|^alarm/.test(word)),
  )
const positives = seek('positive')

/** "We suspected the index, and dropping it solved the problem". */
const isBorneOut = ({ words, to }: Sentence, at: number): boolean =>
  words.slice(at + 1, Math.min(to, at + 16)).some((word) => proofs.has(word))
const proofs = wordSet('solved, fixed, confirmed, resolved, rightly, correctly, bore, bears, held')
/** What they took for granted is the cause. */
const makers = wordSet('developer*, author*, programmer*')
const thoughts = wordSet('thought, thinking')
const beliefs = wordSet('it, this, that, these, as, the, of, there, to, a, an, we, perhaps, maybe, our, my')
const glances = wordSet(
  'looked, looking, focused, focusing, focus, explored, exploring, suggested, suggesting, suggests, pointed',
)

const isAtFirst = ({ words, from, to }: Sentence, at: number): boolean =>
  words.slice(Math.max(from, at - 4), Math.min(to, at + 5)).some((word) => firsts.has(word))
const firsts = wordSet(data.firsts)

/** "Restarting the proxy made no difference", "checked the disks, found nothing"; not "the search found nothing". */
const isFutile = (sentence: Sentence): boolean =>
  some(
    sentence,
    futile,
    (at) =>
      (isBefore(sentence, at, 14, attempt | staff) ||
        gerund.test(sentence.words[sentence.from] ?? '') ||
        opens(sentence, at)) &&
      (sentence.words[at + 1] !== 'same' || meetings.has(sentence.words[at - 1] ?? '')),
  )

/** "Vacuuming the table got us nowhere": what was done opens the sentence. */
const gerund = /^(?!during$|following$|nothing$|something$|everything$)[a-z]{3,}ing$/
const meetings = wordSet('exhibited, had, has, hit, gave, showed, got, with, returned, met, was')

/** "Wasted an evening on the garbage collector", "not the firewall after all". */
const isWaste = (sentence: Sentence): boolean =>
  someWord(sentence, spent, (at) =>
    sentence.words.slice(at, sentence.to).some((word) => /^reali[sz]/.test(word)),
  ) ||
  someWord(
    sentence,
    attempts,
    (at) =>
      sentence.words[at + 1] === 'to' &&
      sentence.words.slice(at, Math.min(sentence.to, at + 12)).includes('failed'),
  ) ||
  someWord(sentence, wasted, (at) => isBefore(sentence, at, 4, staff)) ||
  someWord(sentence, losing, (at) =>
    sentence.words.slice(at + 1, Math.min(sentence.to, at + 6)).includes('on'),
  ) ||
  someWord(sentence, afters, (at) => sentence.words[at + 1] === 'all' && isBefore(sentence, at, 6, not))
const spent = seek('spent')
const attempts = seek('attempt, attempts')
const wasted = seek('wasted')
const losing = seek('lost, lose')
const afters = seek('after')

/** "No evidence of privilege escalation", "no signs of access to data": harm that was not done, no cause that was looked for. */
const isHarmless = ({ words, to }: Sentence, at: number): boolean =>
  words.slice(at + 2, Math.min(to, at + 9)).some((word) => harms.has(word))
const harms = wordSet(data.harms)

/** Not "most metrics looked normal, except for the revenue", nor the title "What was not the problem". */
const isClear = ({ words, to, block }: Sentence, at: number): boolean =>
  block.form !== 'heading' && !words.slice(at, Math.min(to, at + 6)).includes('except')

/** "All pods were deleted, but the cluster is still full"; not "service was restored, but some still saw old pages". */
const isStillSo = (sentence: Sentence): boolean =>
  has(sentence.kinds, course) &&
  someWord(sentence, buts, (at) => {
    const { words, from, to } = sentence
    const still = words.slice(at, Math.min(to, at + 7)).indexOf('still')
    return still >= 0 && words.slice(Math.max(from, at - 8), at).some((word) => tried.has(word))
  })
const tried = wordSet(data.tried)
const buts = seek('but, however, still')

/** "Suspected the storage, but it reports all normal", "a drift was suspected; NTP is fine", "considered; its logs show no retries". */
const isAcquitted = (sentence: Sentence): boolean =>
  someWord(sentence, suspicions, (at) => {
    const { block, words, marks, kinds } = sentence
    const to = block.tokens.words === words ? words.length : sentence.to
    if (isUnreal(sentence, at) || isBorneOut(sentence, at)) return false
    if (!has(marks[at] ?? 0, suspect) && !(isPassive(sentence, at) || has(kinds, course))) return false
    const next = words.slice(at + 1, at + 13).findIndex((word) => contrasts.has(word))
    if (next < 0) return false
    const turn = at + 1 + next
    const after = words.slice(turn + 1, Math.min(to, turn + 9))
    if (after.some((word) => (tried.has(word) && word !== 'cleared') || word === 'again')) return false
    return (
      after.some((word) => innocent.has(word)) ||
      after.some((word, i) => word === 'no' && isAfter(sentence, turn + 1 + i, 3, symptom | problem))
    )
  })
const suspicions = seek(
  'suspect, suspected, suspects, suspecting, considered, suspicion, believed, assumed, theory, hypothesis',
)
const contrasts = wordSet('but, however, yet, though, although, whereas, while, ;, ., :, and, ,')
const innocent = wordSet(
  'normal, fine, healthy, ok, clean, unrelated, cleared, usual, right, correct, exonerated, back',
)

/** "We roll back the release; errors go on", "restarted all pods. Errors come back after a minute". */
const persists = (sentence: Sentence): boolean =>
  has(sentence.kinds, course) &&
  some(sentence, symptom | problem, (at) => {
    const { words, to } = sentence
    const next = /^(?:rate|rates|message|messages)$/.test(words[at + 1] ?? '') ? at + 2 : at + 1
    const two = `${words[next]} ${words[next + 1]}`
    // what was done may stand in the sentence before
    return (
      next < to &&
      (goesOn.has(words[next] ?? '') || goesOn.has(two)) &&
      words.slice(Math.max(0, at - 16), at).some((word) => tried.has(word))
    )
  })
const goesOn = wordSet(data.goesOn)

/** "It was not the database: its load was low". */
const isNotIt = (sentence: Sentence): boolean =>
  has(sentence.kinds, course) &&
  some(sentence, not, (at) => {
    const { words, to } = sentence
    const be = words[at] === 'not' ? at - 1 : at
    return (
      /^(?:it|this)$/.test(words[be - 1] ?? '') &&
      opens(sentence, be - 1) &&
      /^(?:was|is|wasn't|isn't)$/.test(words[be] ?? '') &&
      words[at + 1] === 'the' &&
      words.slice(at + 3, Math.min(to, at + 5)).some((word) => /^[:,;.]$|^but$/.test(word)) &&
      !/^(?:first|only|last|same|case|time|end)$/.test(words[at + 2] ?? '')
    )
  })

/** "A possible attack was considered and excluded". */
const isDiscarded = (sentence: Sentence): boolean =>
  someWord(
    sentence,
    discards,
    (at) =>
      !isBefore(sentence, at, 3, not) &&
      sentence.words.slice(Math.max(sentence.from, at - 9), at).some((word) => ideas.has(word)),
  )
const discards = seek(
  'nowhere, abandoned, dropped, closed, excluded, discarded, dismissed, eliminated, disproved, disproven, refuted',
)
const ideas = wordSet(data.ideas)
const wastes = wordSet('lost, wasted, spent')

/** "The logs pointed to the wrong host", "the alert sent us to the wrong cluster"; not "the script deleted the wrong file". */
function leadsWrong(sentence: Sentence): boolean {
  const { words, from, to, sought } = sentence
  const wrong = has(sought, wrongs.bit) ? indexAmong(sentence, to - from, 'wrong') : -1
  if (wrong < 0) return false
  const before = words.slice(Math.max(from, wrong - 5), wrong)
  return (
    before.some((word) => leadings.has(word)) ||
    (isPassive(sentence, wrong) && ideas.has(words[wrong - 2] ?? ''))
  )
}
const wrongs = seek('wrong')
/** "Which rules the browser out"; not "the rules filter traffic out". */
const isRuledOut = ({ words, to }: Sentence, at: number): boolean =>
  (words[at] === 'ruled' || /^(?:which|that|this|it|and|,)$/.test(words[at - 1] ?? '')) &&
  words.slice(at + 1, Math.min(to, at + 5)).includes('out')
const rulings = seek('rules, ruled')
const leadings = wordSet(data.leadings)
const turned = seek('turned')

/** True if less than half of what was suspected is named among the causes. */
function misses(sentence: Sentence, at: number, causes: ReadonlySet<string>): boolean {
  const { words, from, to } = sentence
  const clause = isCutShort(sentence, at) ? words.slice(from, at) : words.slice(at + 1, Math.min(to, at + 12))
  const reason = clause.findIndex((word) => reasons.has(word))
  const suspected = (reason < 0 ? clause : clause.slice(0, reason)).filter(
    (word) => word.length > 2 && !vague.has(word) && !fillers.has(word),
  )
  return suspected.filter((word) => causes.has(word)).length * 2 < suspected.length
}
const reasons = wordSet(data.reasons)
const vague = wordSet(data.vague)
const fillers = wordSet('the, and, was, for, our, not, had, has, but, are, its, all, any, out, may, due')

/** Gives, when first asked, the words of the sections on causes. */
export function readCauses(sentences: readonly Sentence[]): () => ReadonlySet<string> {
  let known: ReadonlySet<string> | undefined
  return () => {
    known ??= wordsOf(sentences.filter(({ kinds }) => has(kinds, cause)))
    return known
  }
}

function wordsOf(sentences: readonly Sentence[]): ReadonlySet<string> {
  const all = new Set<string>()
  for (const { words, from, to } of sentences) for (let at = from; at < to; at++) all.add(words[at] ?? '')
  return all
}
