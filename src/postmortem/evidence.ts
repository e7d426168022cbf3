import * as data from './evidenceWords.ts'
import { lexicon, wordSet } from './lexicon.ts'
import type { Block, Evidence, Section } from './postmortem.ts'
import {
  has,
  indexAmong,
  isAfter,
  isBefore,
  isNear,
  kindBits,
  readSentences,
  type Sentence,
  some,
} from './sentences.ts'
import { masked, tokensOf } from './tokens.ts'

const vocabulary = lexicon(data.evidenceClasses)
const { bit } = vocabulary
const [people, harmed, harm, number] = [bit('people'), bit('harmed'), bit('harm'), bit('number')]
const [staff, alert, signal, aware] = [bit('staff'), bit('alert'), bit('signal'), bit('aware')]
const [report, inform, complaint] = [bit('report'), bit('inform'), bit('complaint')]
const [notice, find, contact] = [bit('notice'), bit('find'), bit('contact')]
const [problem, symptom] = [bit('problem'), bit('symptom')]
const [suspect, astray, cleared] = [bit('suspect'), bit('astray'), bit('cleared')]
const [futile, attempt] = [bit('futile'), bit('attempt')]
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
const summary = kindBits('summary')

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
  const opening = openingOf(blocks, sections)
  say('detection', (sentence) => tellsDetection(sentence, opening.has(sentence.block)))
  say('falseLead', (sentence) => tellsFalseLead(sentence, causes))
  say('escalation', tellsEscalation)
  const checked = blocksUnder(blocks, sections, isVerification)
  say('validation', (sentence) => checked.has(sentence.block) || tellsValidation(sentence))
  const closing = blocksUnder(blocks, sections, isConclusion)
  say('takeaways', (sentence) => tellsTakeaway(sentence, closing.has(sentence.block)))
  const visual = blocks.find(isVisual)
  if (visual) found.visual = { value: visual.image?.alt || 'diagram', at: visual.at }
  return found
}

/** The first entries of each timeline, in which an incident is noticed. */
function openingOf(blocks: readonly Block[], sections: readonly Section[]): ReadonlySet<Block> {
  const opening = new Set<Block>()
  for (const { kinds, block, end } of sections) {
    if (!kinds.includes('timeline')) continue
    const entries = blocks
      .slice(block + 1, end)
      .filter(({ form, text }) => form !== 'heading' && text.length > 20)
    for (const entry of entries.slice(0, Math.max(2, entries.length / 3))) opening.add(entry)
  }
  return opening
}

/** A conclusion tells a lesson only if its words do. */
const saysItsKind = (section: Section): boolean => !isConclusion(section)
const isConclusion = ({ kinds, title }: Section): boolean =>
  kinds.includes('lessons') && /\b(?:conclu|clos|final|wrap)/i.test(title.value)

const isVerification = ({ kinds, title }: Section): boolean =>
  kinds.length === 0 && /\b(?:verification|validation)\b/i.test(title.value)

/** The prose of sections of a sort. */
const blocksUnder = (
  blocks: readonly Block[],
  sections: readonly Section[],
  test: (section: Section) => boolean,
): ReadonlySet<Block> =>
  new Set(
    sections
      .filter(test)
      .flatMap(({ block, end }) => blocks.slice(block + 1, end))
      .filter(({ form }) => form !== 'heading'),
  )

/** True if the test holds at one of some words of the sentence. */
function someWord(
  { words, from, to }: Sentence,
  set: ReadonlySet<string>,
  test: (at: number) => boolean,
): boolean {
  for (let at = from; at < to; at++) if (set.has(words[at] ?? '') && test(at)) return true
  return false
}

/** A wish, a plan or a condition: "to detect", "would have alerted"; not "proceeded to call", "decided to page". */
const isUnreal = (sentence: Sentence, at: number): boolean =>
  (sentence.words[at - 1] === 'to' && !implicatives.has(sentence.words[at - 2] ?? '')) ||
  isBefore(sentence, at, 3, modal)
const implicatives = wordSet(data.implicatives)

/** A number or share of who or what was harmed, where harm is spoken of; or money or data lost. */
function quantifiesImpact(sentence: Sentence): boolean {
  const { words, marks, from, to, kinds, bits } = sentence
  const inImpact = has(kinds, impact)
  if (has(kinds, actions) && !inImpact) return false
  const harmful = inImpact || has(bits, harm)
  for (let at = from; at < to; at++) {
    const word = words[at] ?? ''
    if (!has(marks[at] ?? 0, number) && !isAmount(word)) continue
    if (!isMoment(sentence, at) && (tellsOfAll(sentence, at) || isLost(sentence, at))) return true
    if (!harmful) continue
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

/** "For 40 customers", "a fifth of the drivers", "85% of traffic" where the incident is summed up; not "used by 40 customers". */
function tellsOfAll(sentence: Sentence, at: number): boolean {
  const { words, marks, kinds } = sentence
  if (!has(kinds, summary | impact) || isBefore(sentence, at, 2, not)) return false
  if (words.slice(Math.max(0, at - 3), at).some((word) => servings.has(word))) return false
  const word = words[at] ?? ''
  const share = word.endsWith('%') || shares.has(words[at + 1] ?? '') || has(marks[at] ?? 0, number)
  const of = share ? words.slice(at + 1, at + 4).indexOf('of') : -1
  const noun = of >= 0 ? at + of + 2 : at + 1
  const classes = share && of >= 0 && !isLoad(sentence, at) ? people | harmed : people
  return [noun, noun + 1].some((i) => has(marks[i] ?? 0, classes) && !stops.has(words[i - 1] ?? ''))
}

/** "We lost about 3 million events"; not "lost 2 hours". */
const isLost = (sentence: Sentence, at: number): boolean =>
  has(sentence.kinds, summary | impact) &&
  sentence.words.slice(Math.max(sentence.from, at - 3), at).some((word) => /^los[et]s?$/.test(word))
const servings = wordSet(data.servings)
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
    if (passives.has(words[i] ?? '') && losses.has(words[i + 1] ?? '') && !words[i + 1]?.endsWith('ing'))
      return true
    if (has(marks[i] ?? 0, modal) || stops.has(words[i] ?? '')) break
  }
  return words[at - 1] === ':' && isBefore(sentence, at, 6, people | harmed)
}

/** Somebody or something that noticed or reported the trouble. */
function tellsDetection(sentence: Sentence, opening: boolean): boolean {
  const { kinds, bits, from, to, block } = sentence
  if (has(kinds, detection) || isLabelled(sentence)) {
    if (has(bits, alert | complaint | report | inform | aware | notice | symptom | harm)) return true
    if (
      has(kinds, detection) &&
      block.form !== 'heading' &&
      to - from > 4 &&
      has(bits, staff | people | find)
    )
      return true
  }
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
    real(notice | find, (at) => !isBefore(sentence, at, 4, people) && isSeenBy(sentence, at)) ||
    real(contact, (at) => isTold(sentence, at, opening)) ||
    someWord(sentence, tidings, (at) => isFirst(sentence, at, opening)) ||
    (opening && real(notice | find, (at) => meetsFirst(sentence, at))) ||
    (opening && has(bits, staff | people) && receivesError(sentence))
  )
}
const tidings = wordSet(data.tidings)

/** "Customers wrote to us that", "a teacher told us"; where a timeline opens "a driver calls support" says enough. */
function isTold(sentence: Sentence, at: number, opening: boolean): boolean {
  if (!isBefore(sentence, at, 4, people) || isBefore(sentence, at, 4, staff) || isPassive(sentence, at))
    return false
  if (sentence.words[at + 1] === 'us' || sentence.words[at + 1] === 'me') return true
  return opening || isAfter(sentence, at, 2, staff) || isAfter(sentence, at, 6, problem | symptom)
}

/** "The first ticket came in", "first message about failing builds". */
function isFirst({ words, from }: Sentence, at: number, opening: boolean): boolean {
  if (!words.slice(Math.max(from, at - 3), at).includes('first')) return false
  return opening || words.slice(at + 1, at + 4).some((word) => arrivals.has(word))
}
const arrivals = wordSet(
  'came, comes, arrived, arrives, reached, reaches, from, about, appeared, received, by',
)

/** In the first entries: "Engineer discovered that ..."; "issue was detected" does not tell how. */
const meetsFirst = (sentence: Sentence, at: number): boolean =>
  isBefore(sentence, at, 4, staff) && !isPassive(sentence, at)

/** "The engineer sent a request and received a `500 Internal Server Error`." */
function receivesError(sentence: Sentence): boolean {
  const { words, from, to } = sentence
  for (let at = from; at < to; at++)
    if (receipts.has(words[at] ?? ''))
      for (let i = at + 1; i < Math.min(to, at + 6); i++)
        if (has(sentence.marks[i] ?? 0, symptom | problem) || /^\W*[45]\d\d\b/.test(codeAt(sentence, i)))
          return true
  return false
}
const receipts = wordSet('receive*, got, gets, getting, faced, facing, hit, hits, met')

/** What code, quotes or a URL hide from the words; nothing elsewhere. */
function codeAt({ block, words, from }: Sentence, at: number): string {
  if (words[at] !== masked) return ''
  const tokens = tokensOf(block)
  if (tokens.words !== words || at < from) return ''
  return block.text.slice(tokens.starts[at], tokens.starts[at + 1])
}

/** "Issue detected by", "Discovered by", "the problem was discovered when", "encountered the issue upon", "found during". */
const isSeenBy = (sentence: Sentence, at: number): boolean =>
  (opens(sentence, at) && isBy(sentence, at, 1)) ||
  (isBefore(sentence, at, 5, problem) && isBy(sentence, at, 3)) ||
  (isAfter(sentence, at, 3, problem) && isBy(sentence, at, 5)) ||
  (isPassive(sentence, at) && pronouns.has(sentence.words[at - 2] ?? '') && isBy(sentence, at, 1))

const isBy = ({ words, to }: Sentence, at: number, count: number): boolean =>
  words.slice(at + 1, Math.min(to, at + count + 1)).some((word) => means.has(word))
const means = wordSet(data.means)
const pronouns = wordSet('it, this, that')

/** "10:05 Latency alert" in the first half of a timeline; not "added an alert". */
const isAlarm = ({ words, kinds, late }: Sentence, at: number): boolean =>
  has(kinds, course) &&
  !late &&
  alarms.has(words[at] ?? '') &&
  !words.slice(Math.max(0, at - 4), at).some((word) => setups.has(word))
const alarms = wordSet(data.alarms)
const setups = wordSet(data.setups)

/** "Detected by: ...", "Identified: ..." */
function isLabelled(sentence: Sentence): boolean {
  const { marks, from } = sentence
  return indexAmong(sentence, 4, ':') > from && has(marks[from] ?? 0, notice | find)
}

/** "Users reported", "it was reported"; not "the team raised it with customers". */
const isReported = (sentence: Sentence, at: number): boolean =>
  isBefore(sentence, at, 5, people) ||
  isPassive(sentence, at) ||
  (isBefore(sentence, at, 5, staff) && !isAfter(sentence, at, 3, people))

/** "We were notified", "the vendor informed us", "customers contacted support"; not "the team informed customers". */
function isInformed(sentence: Sentence, at: number): boolean {
  if (isPassive(sentence, at))
    return (
      isBefore(sentence, at, 5, staff) &&
      !sentence.words.slice(Math.max(sentence.from, at - 4), at).some((word) => outsiders.has(word))
    )
  if (isBefore(sentence, at, 5, people)) return true
  if (sentence.words[at + 1] === 'us' || sentence.words[at + 1] === 'me') return true
  return isAfter(sentence, at, 3, staff) && !isBefore(sentence, at, 5, staff)
}

const outsiders = wordSet('vendor*, provider*, leadership, management')

const isPassive = ({ words }: Sentence, at: number): boolean => passives.has(words[at - 1] ?? '')
const passives = wordSet('is, are, was, were, been, being, got')

/** A path that led astray, or a hypothesis that is not what the cause turned out to be; a denial counts. */
function tellsFalseLead(sentence: Sentence, causes: () => ReadonlySet<string>): boolean {
  const { words, marks, from, kinds, bits } = sentence
  if (has(kinds, actions)) return false
  if (has(bits, has(kinds, cause) ? astray : astray | cleared)) return true
  if (has(bits, suspect) && someWord(sentence, turned, (at) => words[at + 1] === 'out')) return true
  if (has(bits, futile) && !(has(kinds, cause) && !has(kinds, cure)) && isFutile(sentence)) return true
  if (leadsWrong(sentence)) return true
  return some(sentence, suspect, (at) => {
    if (
      isUnreal(sentence, at) ||
      data.asides.includes(words[at - 1] ?? '-') ||
      isBefore(sentence, at, 2, verify) ||
      (thoughts.has(words[at] ?? '') && (has(marks[at - 1] ?? 0, not) || !beliefs.has(words[at + 1] ?? '')))
    )
      return false
    if (words[at] === 'assuming' && at === from) return false
    const byStaff = isBefore(sentence, at, 6, staff)
    const atFirst = isAtFirst(sentence, at)
    if (
      words[at + 1] !== 'like' &&
      glances.has(words[at] ?? '') &&
      !words
        .slice(Math.max(from, at - 4), at)
        .some((word) => word.startsWith('initial') || word === 'originally')
    )
      return false
    if (has(kinds, lessons)) return atFirst
    if (has(kinds, cause)) return byStaff
    return (byStaff || atFirst || opens(sentence, at)) && misses(sentence, at, causes())
  })
}
const thoughts = wordSet('thought, thinking')
const beliefs = wordSet('it, this, that, these, as, the, of, there, to, a, an, we, perhaps, maybe, our')
const glances = wordSet('looked, looking, focused, focusing, focus')

const isAtFirst = ({ words, from, to }: Sentence, at: number): boolean =>
  words.slice(Math.max(from, at - 4), Math.min(to, at + 5)).some((word) => firsts.has(word))
const firsts = wordSet(data.firsts)

/** "Restarting the proxy made no difference", "checked the disks, found nothing"; not "the search found nothing". */
const isFutile = (sentence: Sentence): boolean =>
  some(
    sentence,
    futile,
    (at) =>
      isBefore(sentence, at, 14, attempt | staff) || (has(sentence.kinds, course) && opens(sentence, at)),
  )

/** "The logs pointed to the wrong host", "the alert sent us to the wrong cluster"; not "the script deleted the wrong file". */
function leadsWrong(sentence: Sentence): boolean {
  const { words, from, to } = sentence
  const wrong = indexAmong(sentence, to - from, 'wrong')
  if (wrong < 0) return false
  return words.slice(Math.max(from, wrong - 5), wrong).some((word) => leadings.has(word))
}
const leadings = wordSet(data.leadings)
const turned = new Set(['turned'])

/** At the start of a sentence or a clause: "10:05: Suspected ...", "10:05 AM Suspected". */
const opens = ({ words, from }: Sentence, at: number): boolean =>
  at === from ||
  ':,;)'.includes(words[at - 1] ?? ' ') ||
  (at - from < 4 && /^\d|^(?:[ap]m|utc|gmt)$/.test(words[at - 1] ?? ''))

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
    isDenied(sentence) ||
    real(escalate, (at) => goesTo(sentence, at) || isBefore(sentence, at, 4, not) || words[at + 1] === ':') ||
    real(hand, (at) => isNear(sentence, at, 5, 7, group) || isPersonal(sentence, at)) ||
    isFiled(sentence) ||
    isPassedOn(sentence) ||
    takesOver(sentence) ||
    real(inform, (at) => isSummoned(sentence, at)) ||
    real(
      report,
      (at) => !isBefore(sentence, at, 5, people) && words[at + 1] === 'to' && isAfter(sentence, at, 4, group),
    )
  )
}

/** "Nobody else needed to be called", "no other team was involved". */
function isDenied(sentence: Sentence): boolean {
  const { words, from, to, bits } = sentence
  if (has(sentence.kinds, lessons) || !has(bits, not) || !has(bits, hand | inform | escalate)) return false
  return words.slice(from, to).some((word, i) => {
    const next = words[from + i + 1] ?? ''
    if (!nobodies.has(word) && !(word === 'no' && (next === 'other' || next === 'further'))) return false
    return isAfter(sentence, from + i, 7, hand | inform | escalate) && !isAfter(sentence, from + i, 3, people)
  })
}
const nobodies = wordSet('nobody, none')

/** One who is handed it: "assigned to the backend engineer", "an engineer joined the call". */
const isPersonal = (sentence: Sentence, at: number): boolean =>
  sentence.words.slice(at + 1, Math.min(sentence.to, at + 6)).some((word) => single.has(word)) ||
  (sentence.words[at] === 'joined' &&
    sentence.words.slice(Math.max(sentence.from, at - 3), at).some((word) => single.has(word)))
const single = wordSet(data.single)

/** "A support ticket was opened", "raised a case with the provider"; not those that customers raise. */
function isFiled(sentence: Sentence): boolean {
  const { words, from, to, kinds } = sentence
  if (has(kinds, impact)) return false
  for (let at = from; at < to; at++) {
    if (!/^(?:ticket|case|request)$/.test(words[at] ?? '') || isNear(sentence, at, 6, 4, people)) continue
    const supported = words[at - 1] === 'support' || /^(?:with|at)$/.test(words[at + 1] ?? '')
    if (
      supported &&
      words.slice(Math.max(from, at - 4), Math.min(to, at + 5)).some((word) => filings.has(word))
    )
      return true
  }
  return false
}
const filings = wordSet(data.filings)

/** "The case was passed on to engineering", "the problem went to the operations team". */
function isPassedOn(sentence: Sentence): boolean {
  const { words, from, to, bits } = sentence
  if (!has(bits, group)) return false
  for (let at = from; at < to; at++) {
    if (!passings.has(words[at] ?? '') || isUnreal(sentence, at) || isBefore(sentence, at, 5, people))
      continue
    const target = words.slice(at + 1, Math.min(to, at + 6)).indexOf('to')
    if (
      target >= 0 &&
      isAfter(sentence, at + 1 + target, 4, group) &&
      words.slice(Math.max(from, at - 6), at + 5).some((word) => matter.has(word))
    )
      return true
  }
  return false
}
const matter = wordSet(data.matter)
const passings = wordSet(data.passings)

/** "The platform team took over." Not "the engineer took over an hour". */
function takesOver(sentence: Sentence): boolean {
  const { words, from, to } = sentence
  for (let at = from; at < to - 1; at++)
    if (takings.has(words[at] ?? '') && words[at + 1] === 'over' && isBefore(sentence, at, 4, staff)) {
      const next = words[at + 2] ?? '.'
      if (at + 2 >= to || /^[.,;)(]$/.test(next) || overs.has(next)) return true
    }
  return false
}
const takings = wordSet('take, takes, took, taking')
const overs = wordSet('the, from, this, it, and, investigation, as')

/** "escalated the issue to the network team"; not "escalated to 50%". */
function goesTo({ words, to }: Sentence, at: number): boolean {
  const target = words.slice(at + 1, Math.min(to, at + 8)).indexOf('to')
  return target >= 0 && !isAmount(words[at + target + 2] ?? '')
}

/** "The DBA team was paged", "notified the network engineers"; not "the team notified customers", "the team was alerted that". */
function isSummoned(sentence: Sentence, at: number): boolean {
  const { words } = sentence
  if (isAfter(sentence, at, 4, people) || isBefore(sentence, at, 5, people)) return false
  if (words.slice(at + 1, Math.min(sentence.to, at + 10)).some((word) => victims.has(word))) return false
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
const victims = wordSet('affected, impacted, downstream')
const articles = wordSet('the, our, and, a, all, client')

/** A check after the cure, or a measure that is back where it was. */
function tellsValidation(sentence: Sentence): boolean {
  const { words, to, kinds, late } = sentence
  if (has(kinds, actions | lessons | detection)) return false
  if (has(kinds, cause) && !has(kinds, cure)) return false
  if (has(kinds, course) && !has(kinds, cure) && !late) return false
  return (
    isHeadedSo(sentence) ||
    some(sentence, proven, (at) => !isUnreal(sentence, at)) ||
    isBack(sentence) ||
    isQuiet(sentence) ||
    (!has(kinds, summary) && isAllWell(sentence)) ||
    answersWell(sentence) ||
    some(sentence, verify, (at) => isProof(sentence, at)) ||
    some(sentence, alert, (at) => words.slice(at + 1, Math.min(to, at + 6)).some((word) => calm.has(word)))
  )
}

/** "Verification: ..." */
function isHeadedSo(sentence: Sentence): boolean {
  const { words, from, to } = sentence
  const colon = indexAmong(sentence, 3, ':')
  return colon > from && to - colon > 3 && /^(?:verif|valid)/.test(words[colon - 1] ?? '')
}

/** "is back to its baseline", "error rate fell to zero"; not "rolled back to 4.2", "remained at 100%". */
function isBack(sentence: Sentence): boolean {
  const { words, marks, from, to } = sentence
  for (let at = from; at < to; at++) {
    const [before = '', word = '', where = ''] = [words[at - 1], words[at], words[at + 1]]
    const back = comebacks.has(word) && !moved.test(before)
    const moving = moves.has(word) && !sets.has(before) && isMeasured(sentence, at)
    if (has(marks[at - 1] ?? 0, modal | not) || !(back || moving || stays.has(word))) continue
    const target =
      words.slice(at + 2, at + 4).find((next) => !articles.has(next) && !possessives.has(next)) ?? ''
    if (below.has(where) ? isAmount(target) : back && where === 'to' && /^0(?:\.0+)?%?$/.test(target))
      return true
    if (moving && (where === 'to' || word === 'back') && isAmount(target) && isBetter(sentence, at))
      return true
    if ((where === 'to' || where === 'at') && levels.has(target)) return true
  }
  return false
}
const comebacks = wordSet('back, return, returns, returned')
const moves = wordSet(data.moves)
const sets = wordSet('set, sets, put, roll, rolls, rolled, switched, brought, scaled, was, were')
const stays = wordSet('stay, stays, stayed, remain, remains, remained')
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
function isQuiet(sentence: Sentence): boolean {
  const { words, to } = sentence
  return some(sentence, not, (at) => {
    if (isUnreal(sentence, at) || isBefore(sentence, at, 1, modal)) return false
    const after = words.slice(at + 1, Math.min(to, at + 8))
    const trouble = problem | symptom
    if (has(sentence.marks[at + 1] ?? 0, trouble) && /^no|never$/.test(words[at] ?? ''))
      return after.some((word) => sinces.has(word))
    if (mores.has(after[0] ?? '')) return isAfter(sentence, at, 4, trouble) || ends.has(after[1] ?? '')
    return (
      after.some((word, i) => agains.has(word) || (word === 'back' && comes.has(after[i - 1] ?? ''))) &&
      sentence.words.slice(Math.max(sentence.from, at - 6), at).some((word) => troubles.has(word))
    )
  })
}
const mores = wordSet('more, further, new, additional, subsequent, longer')
const ends = wordSet('occurred, occurs, appear, appears, appeared, seen, see, happens, happened')
const troubles = wordSet(
  'error*, failure*, issue*, problem*, alert*, alarm*, timeout*, crash*, incident*, outage*, symptom*, panic*, it, this, page, pages',
)
const agains = wordSet('again, recur, recurred, reappear, reappeared')
const comes = wordSet('come, came, comes')
const sinces = wordSet('since, after, following, afterwards, observed, seen')

/** "All pods are ready", "health checks pass again", "ten test payments went through". */
function isAllWell(sentence: Sentence): boolean {
  const { words, marks, from, to } = sentence
  for (let at = from; at < to; at++) {
    if (
      !outcomesOfTests.has(words[at] ?? '') ||
      has(marks[at - 1] ?? 0, not | modal) ||
      isUnreal(sentence, at)
    )
      continue
    if (words[at] === 'through' && !/^(?:go|goes|went|going)$/.test(words[at - 1] ?? '')) continue
    const before = words.slice(Math.max(from, at - 5), at)
    if (
      before.some((word) => tested.has(word)) &&
      !before.some((word) => word === 'until' || word === 'although')
    )
      return true
  }
  return false
}
const outcomesOfTests = wordSet(data.outcomesOfTests)
const tested = wordSet(data.tested)

/** "Returned `200 OK`", "reported as `Ready`". */
function answersWell(sentence: Sentence): boolean {
  const { words, from, to } = sentence
  for (let at = from; at < to; at++)
    if (words[at] === masked && wellness.test(codeAt(sentence, at)))
      if (words.slice(Math.max(from, at - 6), at).some((word) => answers.has(word))) return true
  return false
}
const wellness = /^\W{0,2}(?:http\/[\d.]+ )?(?:200|ok|ready|running|healthy|active|success\w*|passed|up)\b/i
const answers = wordSet(data.answers)

/** "confirmed that logins work", "Tested again. 200 OK"; not "confirmed the issue, restored a backup". */
function isProof(sentence: Sentence, at: number): boolean {
  const { words, marks, kinds } = sentence
  if (isBefore(sentence, at, 3, modal | not)) return false
  if (words[at - 1] === 'to' && !has(kinds, cure | course)) return false
  const [next = '', object = 0] = [words[at + 1], marks[at + 2]]
  if (certain.has(words[at] ?? '') && next === 'in' && stages.has(words[at + 2] ?? '')) return true
  if (certain.has(words[at] ?? '') && (ways.has(next) || (next === 'that' && has(object, not)))) return true
  for (const i of [at + 1, at + 2])
    if (has(marks[i] ?? 0, problem) && !outcomes.has(words[i + 1] ?? '')) return false
  return (
    follows(sentence, at, 12, healthy) ||
    (participles.has(words[at] ?? '') && next !== 'that' && isBefore(sentence, at, 9, healthy))
  )
}
const calm = wordSet(data.calm)
const outcomes = wordSet(data.outcomes)
/** "Verified by sampling 500 tiles", "a count verified that nothing was sent twice". */
const certain = wordSet('verify, verified, verifies, validated')
const stages = wordSet('production, prod, dev, development, staging, all, both')
const ways = wordSet('by, with, on')
const participles = wordSet('verified, confirmed, validated, tested')

/** True if a word of the classes comes soon, past the end of the sentence too: "Tested again. 200 OK". */
const follows = ({ marks }: Sentence, at: number, count: number, classes: number): boolean =>
  marks.slice(at + 1, at + 1 + count).some((bits) => has(bits, classes))

/** A lesson in words of its own: what the section on lessons says, or "this outage taught us". */
const lacks = wordSet(data.lacks)
function tellsTakeaway(sentence: Sentence, closing: boolean): boolean {
  const { kinds, bits, block } = sentence
  if (has(kinds, lessons)) return block.form !== 'heading' && !block.emphatic
  if (closing && someWord(sentence, lacks, () => true) && !has(bits, modal)) return true
  return has(bits, lesson) && !has(kinds, course) && (!has(kinds, actions) || looksBack(sentence))
}

/** "This postmortem ...", "This outage ..." */
function looksBack(sentence: Sentence): boolean {
  const { words, marks } = sentence
  const at = indexAmong(sentence, 4, 'this')
  if (at < 0) return false
  return [at + 1, at + 2].some((i) => has(marks[i] ?? 0, problem) || reports.has(words[i] ?? ''))
}
const reports = wordSet('postmortem, mortem, report, experience, episode, event, failure')

/** An image that shows something, or a diagram; no badge, no avatar, no picture still to be put in. */
function isVisual({ form, image }: Block): boolean {
  if (form !== 'figure') return false
  if (!image) return true
  return image.url !== '' && !/badge|shields\.io|avatar|placeholder|\binsert_|your[-_]?image/i.test(image.url)
}
