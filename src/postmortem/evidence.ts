import * as data from './evidenceWords.ts'
import { lexicon, wordSet } from './lexicon.ts'
import type { Block, Evidence, Section } from './postmortem.ts'
import { has, isAfter, isBefore, isNear, kindBits, readSentences, type Sentence, some } from './sentences.ts'

const vocabulary = lexicon(data.evidenceClasses)
const { bit } = vocabulary
const [people, harmed, harm, number] = [bit('people'), bit('harmed'), bit('harm'), bit('number')]
const [staff, alert, signal, aware] = [bit('staff'), bit('alert'), bit('signal'), bit('aware')]
const [report, inform, complaint] = [bit('report'), bit('inform'), bit('complaint')]
const [notice, find, by] = [bit('notice'), bit('find'), bit('by')]
const [problem, symptom] = [bit('problem'), bit('symptom')]
const [suspect, first, astray, cleared] = [bit('suspect'), bit('first'), bit('astray'), bit('cleared')]
const [escalate, hand, group, rally] = [bit('escalate'), bit('hand'), bit('group'), bit('rally')]
const [verify, healthy, proven] = [bit('verify'), bit('healthy'), bit('proven')]
const [lesson, not, modal] = [bit('lesson'), bit('not'), bit('modal')]

const actions = kindBits('actions')
const impact = kindBits('impact')
const cause = kindBits('cause')
const cure = kindBits('resolution')
const lessons = kindBits('lessons')
const detection = kindBits('detection')
const course = kindBits('timeline', 'investigation')

type ReadHere = Omit<Evidence, 'startEnd'>

/** What the document says, each with the sentence that says it. `startEnd` is read with the times. */
export function readEvidence(blocks: readonly Block[], sections: readonly Section[]): ReadHere {
  const sentences = readSentences(blocks, sections.filter(saysItsKind), vocabulary)
  const causes = readCauses(sentences)
  const found: { -readonly [K in keyof ReadHere]: ReadHere[K] } = {}
  const say = (kind: keyof ReadHere, says: (sentence: Sentence) => boolean): void => {
    const sentence = sentences.find(says)
    if (!sentence) return
    const { block, start, end } = sentence
    found[kind] = { value: block.text.slice(start, end).trim(), at: block.at }
  }
  say('impactQuantified', quantifiesImpact)
  say('detection', tellsDetection)
  say('falseLead', (sentence) => tellsFalseLead(sentence, causes))
  say('escalation', tellsEscalation)
  say('validation', tellsValidation)
  say('takeaways', tellsTakeaway)
  const visual = blocks.find(isVisual)
  if (visual) found.visual = { value: visual.image?.alt || 'diagram', at: visual.at }
  return found
}

/** A conclusion tells a lesson only if its words do. */
const saysItsKind = (section: Section): boolean =>
  !(section.kinds.includes('lessons') && /\b(?:conclu|clos|final|wrap)/i.test(section.title.value))

/** A wish, a plan or a condition: "to detect", "would have alerted". */
const isUnreal = (sentence: Sentence, at: number): boolean =>
  sentence.words[at - 1] === 'to' || isBefore(sentence, at, 3, modal)

/** A number or share of who or what was harmed, where harm is spoken of; or money or data lost. */
function quantifiesImpact(sentence: Sentence): boolean {
  const { words, marks, from, to, kinds, bits } = sentence
  const inImpact = has(kinds, impact)
  if (!inImpact && (has(kinds, actions) || !has(bits, harm))) return false
  for (let at = from; at < to; at++) {
    const word = words[at] ?? ''
    if (!has(marks[at] ?? 0, number) && !isAmount(word)) continue
    const next = words[at + 1] ?? ''
    if (word.endsWith('%') || shares.has(next)) {
      if (!isLoad(sentence, at) && (inImpact || isNear(sentence, at, 4, 8, people | harmed | harm)))
        return true
    } else if (/[$€£]/.test(word) || currencies.has(next)) return true
    else if (sizes.has(next) || /\d[kmgt]b$/.test(word)) {
      if (words.slice(Math.max(from, at - 6), Math.min(to, at + 6)).some((near) => losses.has(near)))
        return true
    } else if (!isMoment(sentence, at) && countsHarmed(sentence, at))
      if (inImpact || isNear(sentence, at, 8, 9, harm)) return true
  }
  return false
}
const loads = wordSet(data.loads)
const isLoad = ({ words }: Sentence, at: number): boolean =>
  words.slice(Math.max(0, at - 3), at + 3).some((word) => loads.has(word))
const losses = wordSet(data.losses)
const shares = wordSet(data.shares)
const currencies = wordSet(data.currencies)
const sizes = wordSet(data.sizes)
const spans = wordSet(data.spans)
const months = wordSet(data.months)
const statuses = wordSet(data.statuses)
const stops = wordSet(data.stops)

/** No clock time, version, ordinal or date in figures. */
const isAmount = (word: string): boolean =>
  /^[~≈]?[$€£]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:%|[kmb]|bn|[kmgt]b)?$/.test(word)

/** A span, a year, a day of a month or the status of a response: "20 minutes", "May 10", "503 error". */
function isMoment({ words }: Sentence, at: number): boolean {
  const [last = '', word = '', next = ''] = [words[at - 1], words[at], words[at + 1]]
  if (spans.has(next) || months.has(next) || months.has(last)) return true
  return /^(?:19|20)\d\d$/.test(word) || (/^[1-5]\d\d$/.test(word) && statuses.has(next))
}

/** True if what is counted was harmed: "12 unique visitors", "a single key was leaked", "Customers affected: 40". */
function countsHarmed(sentence: Sentence, at: number): boolean {
  const { words, marks, to } = sentence
  for (let i = at + 1; i < Math.min(to, at + 6); i++) {
    if (has(marks[i] ?? 0, people | harmed)) return true
    if (passives.has(words[i] ?? '') && losses.has(words[i + 1] ?? '')) return true
    if (has(marks[i] ?? 0, modal) || stops.has(words[i] ?? '')) break
  }
  return words[at - 1] === ':' && isBefore(sentence, at, 6, people | harmed)
}

/** Somebody or something that noticed or reported the trouble. */
function tellsDetection(sentence: Sentence): boolean {
  const { kinds, bits } = sentence
  if (has(kinds, detection) || isLabelled(sentence))
    if (has(bits, alert | complaint | report | inform | aware | notice | symptom)) return true
  if (has(kinds, actions | cure) && !has(kinds, course)) return false
  const real = (classes: number, test: (at: number) => boolean): boolean =>
    some(sentence, classes, (at) => !isUnreal(sentence, at) && test(at))
  return (
    real(aware, (at) => !isBefore(sentence, at, 2, not)) ||
    real(complaint, () => true) ||
    real(report, (at) => isReported(sentence, at)) ||
    real(inform, (at) => isInformed(sentence, at)) ||
    real(alert, (at) => isNear(sentence, at, 6, 6, signal) || isAlarm(sentence, at)) ||
    real(notice, (at) => isBefore(sentence, at, 6, staff) && isAfter(sentence, at, 6, problem | symptom)) ||
    real(find, (at) => isBefore(sentence, at, 6, staff | people) && isAfter(sentence, at, 3, problem)) ||
    real(notice | find, (at) => !isBefore(sentence, at, 4, people) && isSeenBy(sentence, at))
  )
}

/** "Issue detected by", "Discovered by", "the problem was discovered when", "encountered the issue upon". */
const isSeenBy = (sentence: Sentence, at: number): boolean =>
  (opens(sentence, at) && isAfter(sentence, at, 1, by)) ||
  (isBefore(sentence, at, 5, problem) && isAfter(sentence, at, 3, by)) ||
  (isAfter(sentence, at, 3, problem) && isAfter(sentence, at, 5, by))

/** "10:05 Latency alert" in the first half of a timeline; not "added an alert". */
const isAlarm = ({ words, kinds, late }: Sentence, at: number): boolean =>
  has(kinds, course) &&
  !late &&
  alarms.has(words[at] ?? '') &&
  !words.slice(Math.max(0, at - 4), at).some((word) => setups.has(word))
const alarms = wordSet(data.alarms)
const setups = wordSet(data.setups)

/** "Detected by: ...", "Identified: ..." */
function isLabelled({ words, marks, from, to }: Sentence): boolean {
  const colon = words.indexOf(':', from)
  return colon > from && colon < from + 4 && colon < to && has(marks[from] ?? 0, notice | find)
}

/** "Users reported", "it was reported"; not "the team raised it with customers". */
const isReported = (sentence: Sentence, at: number): boolean =>
  isBefore(sentence, at, 5, people) ||
  isPassive(sentence, at) ||
  (isBefore(sentence, at, 5, staff) && !isAfter(sentence, at, 3, people))

/** "We were notified", "the vendor informed us", "customers contacted support"; not "the team informed customers". */
function isInformed(sentence: Sentence, at: number): boolean {
  if (isPassive(sentence, at)) return isBefore(sentence, at, 5, staff)
  if (isBefore(sentence, at, 5, people)) return true
  if (sentence.words[at + 1] === 'us' || sentence.words[at + 1] === 'me') return true
  return isAfter(sentence, at, 3, staff) && !isBefore(sentence, at, 5, staff)
}

const isPassive = ({ words }: Sentence, at: number): boolean => passives.has(words[at - 1] ?? '')
const passives = wordSet('is, are, was, were, been, being, got')

/** A path that led astray, or a hypothesis that is not what the cause turned out to be; a denial counts. */
function tellsFalseLead(sentence: Sentence, causes: () => ReadonlySet<string>): boolean {
  const { words, from, kinds, bits } = sentence
  if (has(kinds, actions)) return false
  if (has(bits, has(kinds, cause) ? astray : astray | cleared)) return true
  return some(sentence, suspect, (at) => {
    if (
      isUnreal(sentence, at) ||
      data.asides.includes(words[at - 1] ?? '-') ||
      isBefore(sentence, at, 2, verify)
    )
      return false
    if (words[at] === 'assuming' && at === from) return false
    const byStaff = isBefore(sentence, at, 6, staff)
    if (has(kinds, cause)) return byStaff
    return (
      (byStaff || isNear(sentence, at, 4, 4, first) || opens(sentence, at)) && misses(sentence, at, causes())
    )
  })
}

/** At the start of a sentence or a clause: "10:05: Suspected ...". */
const opens = ({ words, from }: Sentence, at: number): boolean =>
  at === from || ':,;)'.includes(words[at - 1] ?? ' ')

/** True if less than half of what was suspected is named among the causes. */
function misses({ words, to }: Sentence, at: number, causes: ReadonlySet<string>): boolean {
  const clause = words.slice(at + 1, Math.min(to, at + 12))
  const reason = clause.findIndex((word) => reasons.has(word))
  const suspected = (reason < 0 ? clause : clause.slice(0, reason)).filter(
    (word) => word.length > 3 && !vague.has(word),
  )
  return suspected.length > 0 && suspected.filter((word) => causes.has(word)).length * 2 < suspected.length
}
const reasons = wordSet(data.reasons)
const vague = wordSet(data.vague)

/** Gives, when first asked, the words of the sections on causes. */
function readCauses(sentences: readonly Sentence[]): () => ReadonlySet<string> {
  let known: ReadonlySet<string> | undefined
  return () => {
    known ??= new Set(
      sentences
        .filter(({ kinds }) => has(kinds, cause))
        .flatMap(({ words, from, to }) => words.slice(from, to)),
    )
    return known
  }
}

/** Somebody else to whom the incident was handed or who was called in; a denial counts. */
function tellsEscalation(sentence: Sentence): boolean {
  const { words, kinds, bits } = sentence
  if (has(kinds, actions)) return false
  if (has(bits, rally) && !has(kinds, lessons)) return true
  const real = (classes: number, test: (at: number) => boolean): boolean =>
    some(sentence, classes, (at) => !isUnreal(sentence, at) && test(at))
  return (
    real(escalate, (at) => goesTo(sentence, at) || isBefore(sentence, at, 4, not) || words[at + 1] === ':') ||
    real(hand, (at) => isNear(sentence, at, 5, 7, group)) ||
    real(inform, (at) => isSummoned(sentence, at)) ||
    real(
      report,
      (at) => !isBefore(sentence, at, 5, people) && words[at + 1] === 'to' && isAfter(sentence, at, 4, group),
    )
  )
}

/** "escalated the issue to the network team"; not "escalated to 50%". */
function goesTo({ words, to }: Sentence, at: number): boolean {
  const target = words.slice(at + 1, Math.min(to, at + 8)).indexOf('to')
  return target >= 0 && !isAmount(words[at + target + 2] ?? '')
}

/** "The DBA team was paged", "notified the network engineers"; not "the team notified customers", "the team was alerted that". */
function isSummoned(sentence: Sentence, at: number): boolean {
  const { words } = sentence
  if (isAfter(sentence, at, 4, people) || isBefore(sentence, at, 5, people)) return false
  const passive = isPassive(sentence, at)
  const elliptic = isBefore(sentence, at, 1, group) && breaks.has(words[at + 1] ?? '.')
  if (!passive && !elliptic) return isAfter(sentence, at, 5, group)
  // a team that a monitor tells has noticed, a team without a name is the one that was there already
  if (words[at + 1] === 'that' || isAfter(sentence, at, 6, alert)) return false
  const team = passive ? at - 2 : at - 1
  const name = words[team - 1] ?? ''
  const nameless = /^teams?$/.test(words[team] ?? '') && (articles.has(name) || !/^\p{L}/u.test(name))
  return isBefore(sentence, at, 6, group) && !nameless
}
const breaks = wordSet(data.breaks)
const articles = wordSet('the, our, and, a, all, client')

/** A check after the cure, or a measure that is back where it was. */
function tellsValidation(sentence: Sentence): boolean {
  const { words, to, kinds, late } = sentence
  if (has(kinds, actions | lessons | detection)) return false
  if (has(kinds, cause) && !has(kinds, cure)) return false
  if (has(kinds, course) && !has(kinds, cure) && !late) return false
  return (
    some(sentence, proven, (at) => !isUnreal(sentence, at)) ||
    isBack(sentence) ||
    some(sentence, verify, (at) => isProof(sentence, at)) ||
    some(sentence, alert, (at) => words.slice(at + 1, Math.min(to, at + 6)).some((word) => calm.has(word)))
  )
}

/** "is back to its baseline", "stayed under 0.1%"; not "rolled back to 4.2", "remained at 100%". */
function isBack({ words, marks, from, to }: Sentence): boolean {
  for (let at = from; at < to; at++) {
    const [before = '', word = '', where = ''] = [words[at - 1], words[at], words[at + 1]]
    const back = comebacks.has(word) && !moved.test(before)
    if (has(marks[at - 1] ?? 0, modal | not) || !(back || stays.has(word))) continue
    const target =
      words.slice(at + 2, at + 4).find((next) => !articles.has(next) && !possessives.has(next)) ?? ''
    if (below.has(where) ? isAmount(target) : back && where === 'to' && /^0(?:\.0+)?%?$/.test(target))
      return true
    if ((where === 'to' || where === 'at') && levels.has(target)) return true
  }
  return false
}
const comebacks = wordSet('back, return, returns, returned')
const stays = wordSet('stay, stays, stayed, remain, remains, remained')
const below = wordSet('under, below, within')
const levels = wordSet('baseline, normal, usual, zero, expected, regular, previous')
const possessives = wordSet('its, their, his, her')
const moved = /ed$|^(?:roll|rolls|set|sets|put|went|switch|move)$/

/** "confirmed that logins work", "Tested again. 200 OK"; not "confirmed the issue, restored a backup". */
function isProof(sentence: Sentence, at: number): boolean {
  const { words, marks } = sentence
  if (isBefore(sentence, at, 3, modal | not)) return false
  const [next = '', object = 0] = [words[at + 1], marks[at + 2]]
  if (certain.has(words[at] ?? '') && (means.has(next) || (next === 'that' && has(object, not)))) return true
  for (const i of [at + 1, at + 2])
    if (has(marks[i] ?? 0, problem) && !outcomes.has(words[i + 1] ?? '')) return false
  return (
    follows(sentence, at, 12, healthy) ||
    (participles.has(words[at] ?? '') && isBefore(sentence, at, 9, healthy))
  )
}
const calm = wordSet(data.calm)
const outcomes = wordSet(data.outcomes)
/** "Verified by sampling 500 tiles", "a count verified that nothing was sent twice". */
const certain = wordSet('verify, verified, verifies, validated')
const means = wordSet('by, with, on')
const participles = wordSet('verified, confirmed, validated, tested')

/** True if a word of the classes comes soon, past the end of the sentence too: "Tested again. 200 OK". */
const follows = ({ marks }: Sentence, at: number, count: number, classes: number): boolean =>
  marks.slice(at + 1, at + 1 + count).some((bits) => has(bits, classes))

/** A lesson in words of its own: what the section on lessons says, or "this outage taught us". */
function tellsTakeaway(sentence: Sentence): boolean {
  const { kinds, bits, block } = sentence
  if (has(kinds, lessons)) return block.form !== 'heading' && !block.emphatic
  return has(bits, lesson) && (!has(kinds, actions) || looksBack(sentence))
}

/** "This postmortem ...", "This outage ..." */
function looksBack({ words, marks, from }: Sentence): boolean {
  const at = words.indexOf('this', from)
  if (at < 0 || at > from + 3) return false
  return [at + 1, at + 2].some((i) => has(marks[i] ?? 0, problem) || reports.has(words[i] ?? ''))
}
const reports = wordSet('postmortem, mortem, report, experience, episode, event, failure')

/** An image that shows something, or a diagram; no badge, no avatar, no picture still to be put in. */
function isVisual({ form, image }: Block): boolean {
  if (form !== 'figure') return false
  if (!image) return true
  return image.url !== '' && !/badge|shields\.io|avatar|placeholder|\binsert_|your[-_]?image/i.test(image.url)
}
