import { wordSet } from '../lexicon.ts'
import { has, isAfter, isBefore, isNear, type Sentence, some } from '../sentences.ts'
import {
  actions,
  alert,
  articles,
  cause,
  course,
  escalate,
  group,
  hand,
  inform,
  isAmong,
  isAmount,
  isHandle,
  isName,
  isPassive,
  isUnreal,
  lessons,
  not,
  number,
  people,
  rally,
  report,
  seek,
  someWord,
  staff,
} from './signs.ts'
import * as data from './words.ts'

/** Somebody else to whom the incident was handed or who was called in; a denial counts. */
export function tellsEscalation(sentence: Sentence): boolean {
  const { words, kinds } = sentence
  if (has(kinds, actions)) return false
  if (!has(kinds, lessons) && some(sentence, rally, (at) => isRallied(sentence, at))) return true
  const real = (classes: number, test: (at: number) => boolean): boolean =>
    some(sentence, classes, (at) => !isUnreal(sentence, at) && test(at))
  return (
    isDenied(sentence) ||
    someWord(sentence, alone, (at) => sentence.words[at + 1] === 'responder') ||
    someWord(sentence, scaling, (at) => isBefore(sentence, at, 2, not) && isAfter(sentence, at, 5, group)) ||
    real(
      escalate,
      (at) =>
        words[at - 1] !== 'privilege' &&
        (goesTo(sentence, at) ||
          isBefore(sentence, at, 4, not) ||
          words[at + 1] === ':' ||
          isCalledIn(sentence, at)),
    ) ||
    real(hand, (at) => isNear(sentence, at, 5, 7, group) || isPersonal(sentence, at)) ||
    isFiled(sentence) ||
    isPassedOn(sentence) ||
    takesOver(sentence) ||
    someWord(sentence, invitations, (at) => !isUnreal(sentence, at) && invitesByName(sentence, at)) ||
    someWord(sentence, calls, (at) => !isUnreal(sentence, at) && callsSomebody(sentence, at)) ||
    someWord(sentence, joins, (at) => isJoined(sentence, at)) ||
    someWord(sentence, askings, (at) => !isUnreal(sentence, at) && asksFor(sentence, at)) ||
    real(hand, (at) => isHandedTo(sentence, at)) ||
    real(inform, (at) => isSummoned(sentence, at) || isNameTold(sentence, at)) ||
    real(
      report,
      (at) => !isBefore(sentence, at, 5, people) && words[at + 1] === 'to' && isAfter(sentence, at, 4, group),
    )
  )
}

/** "Joined the bridge"; not "Incident commander: ...", "users contacted support". */
const isRallied = (sentence: Sentence, at: number): boolean =>
  sentence.words[at + 2] !== ':' &&
  sentence.words[at - 1] !== '(' &&
  !(sentence.words[at] === 'contacted' && isBefore(sentence, at, 3, people))

/** "Reached out to Cloudflare", "consulted Maria". */
function invitesByName(sentence: Sentence, at: number): boolean {
  const { words, to } = sentence
  if (isBefore(sentence, at, 3, alert)) return false
  if (beckonings.has(words[at] ?? '') && !/^(?:in|out)$/.test(words[at + 1] ?? '')) return false
  for (let i = at + 1; i < Math.min(to, at + 4); i++) {
    if (isName(sentence, i)) return true
    if (!particles.has(words[i] ?? '')) return false
  }
  return false
}
const beckonings = wordSet(data.beckonings)
const invitations = seek(
  data.beckonings,
  'contacted, consulted, engaged, enlisted, asking, asked, phoned, rang, pinged, paged',
)
const particles = wordSet('out, to, in, with, the')

/** "Bea phones Otieno", "on-call wakes the database team", "pulls in @rosa"; not "calls the API", "monitoring pages the team". */
function callsSomebody(sentence: Sentence, at: number): boolean {
  if (isBefore(sentence, at, 8, alert) || isBefore(sentence, at, 4, people)) return false
  const { words, marks, kinds } = sentence
  if (has(kinds, cause) && !has(kinds, course)) return false
  if (/^(?:an?|the|each|one|on)$/.test(words[at - 1] ?? '')) return false
  const end = Math.min(sentence.to, at + 9)
  if (
    drawing.has(words[at] ?? '') &&
    !words.slice(at + 1, end).some((word) => /^(?:in|into|aboard|board)$/.test(word))
  )
    return false
  const first = at + (drawing.has(words[at] ?? '') && /^in(?:to)?$/.test(words[at + 1] ?? '') ? 2 : 1)
  if (isHandle(sentence, first) || isName(sentence, first))
    return !(interfaces.has(words[first] ?? '') || interfaces.has(words[first + 1] ?? ''))
  const named =
    articles.has(words[first] ?? '') ||
    owners.has(words[first] ?? '') ||
    has(marks[first] ?? 0, number | group)
  for (let i = first; i < Math.min(end, first + 4); i++) {
    if (interfaces.has(words[i] ?? '') || has(marks[i] ?? 0, people)) return false
    if (has(marks[i] ?? 0, group) || isRole(words[i] ?? '')) return named
    if (i === first + 1 && owners.has(words[first] ?? '') && isName(sentence, i)) return true
  }
  return false
}
const owners = wordSet('my, our, their, his, her')
const drawing = wordSet(data.drawing)
const roles = wordSet(data.roles)
/** "Scientist", "librarian", "engineer". */
const isRole = (word: string): boolean =>
  single.has(word) || roles.has(word) || /(?:entist|logist|arian|ician|neer)$/.test(word)
const calls = seek(data.calls)
const interfaces = wordSet(data.interfaces)

/** "Storage team joins", "asks Mireille to join", "Priya joined the call"; not "joins the two tables". */
const isJoined = (sentence: Sentence, at: number): boolean => {
  const { words, to } = sentence
  if (isUnreal(sentence, at) && !isAmong(sentence, at, 5, askings.words)) return false
  const [next = '.', noun = ''] = [words[at + 1], words[at + 2]]
  const alone = at + 1 >= to || /^[.,;]$/.test(next) || next === 'to' || next === 'in'
  if (!(alone || meetings.has(noun) || meetings.has(next))) return false
  const last = words[at - 1] === 'to' ? at - 2 : at - 1
  return (
    isBefore(sentence, at, 4, group) ||
    isAmong(sentence, at, 4, single) ||
    isName(sentence, last) ||
    isHandle(sentence, last) ||
    words[last] === 'call'
  )
}
const joins = seek('join, joins, joined')
const meetings = wordSet(data.meetings)
const askings = seek('ask, asks, asked')

/** "Asks for an engineer". */
const asksFor = ({ words, to }: Sentence, at: number): boolean =>
  words[at + 1] === 'for' && words.slice(at + 2, Math.min(to, at + 6)).some(isRole)

/** "Handed over to Priya". */
const isHandedTo = (sentence: Sentence, at: number): boolean => {
  const to = sentence.words.slice(at + 1, Math.min(sentence.to, at + 5)).indexOf('to')
  return (
    sentence.words[at] !== 'assigned' &&
    to >= 0 &&
    (isName(sentence, at + to + 2) || isHandle(sentence, at + to + 2))
  )
}

/** "Nobody else needed to be called", "no one else was involved". */
function isDenied(sentence: Sentence): boolean {
  return (
    !has(sentence.kinds, lessons) &&
    some(
      sentence,
      not,
      (at) =>
        (nobodies.has(sentence.words[at] ?? '') || sentence.words[at + 1] === 'one') &&
        isAfter(sentence, at, 7, hand | inform | escalate) &&
        !(isPassive(sentence, at + 2) && sentence.words[at + 2] === 'told') &&
        !isAfter(sentence, at, 3, people),
    )
  )
}
const scaling = seek('scale')
const alone = seek('sole, only')
const nobodies = wordSet('nobody, none')

/** One who is handed it: "assigned to the backend engineer", "an engineer joined the call". */
const isPersonal = (sentence: Sentence, at: number): boolean =>
  sentence.words.slice(at + 1, Math.min(sentence.to, at + 6)).some((word) => single.has(word)) ||
  ((sentence.words[at] === 'joined' || sentence.words[at + 1] === 'in') &&
    sentence.words.slice(Math.max(sentence.from, at - 3), at).some((word) => single.has(word))) ||
  (sentence.words[at + 1] === 'in' && (isPassive(sentence, at) || isName(sentence, at - 1))) ||
  (sentence.words[at] === 'assigned' &&
    sentence.words.slice(at + 1, at + 5).some((word) => inquiries.has(word)))
const inquiries = wordSet('investigate, resolve, fix, handle, debug, troubleshoot')
const single = wordSet(data.single)

/** "A support ticket was opened", "raised a case with the provider"; not those that customers raise. */
function isFiled(sentence: Sentence): boolean {
  return someWord(sentence, filed, (at) => {
    if (isNear(sentence, at, 6, 4, people)) return false
    const { words, from, to } = sentence
    const supported =
      words[at - 1] === 'support' || words.slice(at + 1, at + 5).some((word) => /^(?:with|at)$/.test(word))
    return (
      supported && words.slice(Math.max(from, at - 4), Math.min(to, at + 5)).some((word) => filings.has(word))
    )
  })
}
const filed = seek('ticket, case, request')
const filings = wordSet(data.filings)

/** "The case was passed on to engineering", "the problem went to the operations team". */
function isPassedOn(sentence: Sentence): boolean {
  return someWord(sentence, passings, (at) => {
    if (isUnreal(sentence, at) || isBefore(sentence, at, 5, people)) return false
    const { words, from, to } = sentence
    const target = words.slice(at + 1, Math.min(to, at + 6)).indexOf('to')
    return (
      target >= 0 &&
      (isAfter(sentence, at + 1 + target, 4, group) ||
        words.slice(at + 2 + target, at + 6 + target).some(isRole)) &&
      words.slice(Math.max(from, at - 6), at + 5).some((word) => matter.has(word))
    )
  })
}
const matter = wordSet(data.matter)
const passings = seek(data.passings)

/** "The platform team took over." Not "the engineer took over an hour". */
const takesOver = (sentence: Sentence): boolean =>
  someWord(sentence, takings, (at) => {
    const next = sentence.words[at + 2] ?? '.'
    return (
      sentence.words[at + 1] === 'over' &&
      isBefore(sentence, at, 7, staff) &&
      (/^[.,;)(]$/.test(next) || overs.has(next))
    )
  })
const takings = seek('take, takes, took, taking')
const overs = wordSet('the, from, this, it, and, investigation, as')

/** "escalated the issue to the network team"; not "escalated to 50%". */
function goesTo({ words, to }: Sentence, at: number): boolean {
  const target = words.slice(at + 1, Math.min(to, at + 8)).indexOf('to')
  return target >= 0 && !isAmount(words[at + target + 2] ?? '')
}

/** "Database team is escalated": they were called in. */
const isCalledIn = (sentence: Sentence, at: number): boolean =>
  isPassive(sentence, at) && isNear(sentence, at - 1, 1, 0, group)

/** "Northwind notified". */
const isNameTold = (sentence: Sentence, at: number): boolean =>
  /^(?:notified|informed|contacted|paged|pinged)$/.test(sentence.words[at] ?? '') &&
  at + 1 >= sentence.to &&
  /^\p{Lu}/u.test(sentence.block.text.slice(sentence.block.tokens.starts[at - 1] ?? 0)) &&
  !has(sentence.marks[at - 1] ?? 0, people)

/** "The DBA team was paged", "notified the network engineers"; not "the team notified customers", "the team was alerted that". */
function isSummoned(sentence: Sentence, at: number): boolean {
  const { words } = sentence
  if (isAfter(sentence, at, 4, people) || isBefore(sentence, at, 5, people)) return false
  // whom a monitor tells was there already, unless it is a team with a name
  const byMonitor = isBefore(sentence, at, 8, alert) && !isBefore(sentence, at, 3, staff)
  if (byMonitor && !isNamedTeam(sentence, words.indexOf('team', at))) return false
  if (words.slice(at + 1, Math.min(sentence.to, at + 10)).some((word) => victims.has(word))) return false
  const passive = isPassive(sentence, at)
  const elliptic = isBefore(sentence, at, 1, group) && breaks.has(words[at + 1] ?? '.')
  if (!passive && !elliptic) return isAfter(sentence, at, 5, group)
  // a team that a monitor tells has noticed, a team without a name is the one that was there already
  if (words[at + 1] === 'that' || isAfter(sentence, at, 6, alert)) return false
  const team = passive ? at - 2 : at - 1
  const nameless = /^teams?$/.test(words[team] ?? '') && !isNamedTeam(sentence, team)
  return isBefore(sentence, at, 6, group) && !nameless
}

/** "The payments team"; not "the team". */
const isNamedTeam = ({ words, to }: Sentence, team: number): boolean =>
  team > 0 &&
  team < to &&
  /^\p{L}/u.test(words[team - 1] ?? '') &&
  !articles.has(words[team - 1] ?? '') &&
  words[team - 1] !== 'internal'
const breaks = wordSet(data.breaks)
const victims = wordSet('affected, impacted, downstream')
