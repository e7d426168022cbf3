import { type Actor, actorAt, actorBefore, agentAfter, isPossessive, type Names } from './actors.ts'
import {
  beForms,
  bit,
  endOfClause,
  isMark,
  isPassive,
  isTakenBack,
  lastBefore,
  lastOf,
  nextAfter,
  taken,
} from './clauses.ts'
import { wordSet } from './lexicon.ts'
import { has, isAfter, isBefore, kindBits, type Sentence } from './sentences.ts'

/** Words of a sentence that put somebody at fault, as a range of its words. */
export interface Fault {
  /** Who: by role or by name, a word with a capital that may be a name, "human error" as such; or a word that judges. */
  readonly form: Actor['form'] | 'error' | 'judgement'
  readonly from: number
  readonly to: number
}
type Found = Fault | undefined
type Test = (sentence: Sentence, at: number, names: Names) => Found

const [duty, deed, wrong, cause] = [bit('duty'), bit('do'), bit('wrong'), bit('cause')]
const [incident, suppose, self, not] = [bit('incident'), bit('suppose'), bit('self'), bit('not')]
const person = bit('person')

const causes = kindBits('cause')
const outlook = kindBits('actions', 'lessons')

const tests: readonly (readonly [number, Test])[] = [
  [bit('human'), isHumanError],
  [bit('careless'), isCareless],
  [bit('astray'), wentAstray],
  [bit('slip'), slipped],
  [bit('fail'), failed],
  [bit('lapse'), lapsed],
  [deed, didWrong],
  [bit('fault'), isOwnFault],
  [wrong, isOwnFlaw],
  [bit('aware'), isUnaware],
  [bit('judgement'), isJudged],
  [bit('punish'), isPunished],
  [bit('blame'), isBlamed],
  [bit('belief'), believed],
]
const faulty = tests.reduce((bits, [bit]) => bits | bit, 0)

/** The words of a sentence that put a person at fault. "We" and "the team" own up; software only fails. */
export function readFault(sentence: Sentence, names: Names): Fault | undefined {
  const { words, marks, from, to, bits } = sentence
  if (!has(bits, faulty) || words[to - 1] === '?') return undefined
  let unsure: Found
  for (let at = from; at < to; at++) {
    if (!has(marks[at] ?? 0, faulty)) continue
    for (const [bit, test] of tests) {
      const found = has(marks[at] ?? 0, bit) ? test(sentence, at, names) : undefined
      if (found && found.form !== 'stranger') return found
      unsure ??= found
    }
  }
  return unsure
}

const faultOf = (sentence: Sentence, actor: Actor | undefined, at: number): Found =>
  actor && {
    form: actor.form,
    from: Math.min(actor.at, at),
    to: Math.max(actor.at + 1, Math.min(at + 3, endOfClause(sentence, at))),
  }

/** "Human error" as what happened; not as a risk, one of many kinds of cause, a hypothesis or a column of numbers. */
function isHumanError(sentence: Sentence, at: number): Found {
  const { words, marks, kinds } = sentence
  if (compounds.has(words[at + 2] ?? '') || lastBefore(sentence, at, 8, suppose) >= 0) return undefined
  const definite = definites.has(words[at - 1] ?? '')
  const back = lastBefore(sentence, at, 6, taken)
  if (back >= 0 && (!definite || back === at - 2 || has(marks[back] ?? 0, not))) return undefined
  const caused = isCaused(sentence, at)
  const told = has(kinds, outlook)
    ? caused
    : caused || isAfter(sentence, at + 1, 4, cause) || kinds === causes
  return definite || told ? { form: 'error', from: at, to: at + 2 } : undefined
}
/** "caused by human error", "the root cause: human error"; not "for many reasons: traffic, bugs, human error". */
function isCaused({ words, marks, from }: Sentence, at: number): boolean {
  for (let i = at - 1; i >= Math.max(from, at - 8); i--) {
    if (has(marks[i] ?? 0, cause)) return true
    if (isMark(words[i]) && words[i] !== ':') return false
  }
  return false
}
const definites = wordSet('the, this, that')
/** "error rate", "failure handling": no error that somebody made. */
const compounds = wordSet(
  'rate, rates, budget, code, codes, message, messages, handling, handler, log, logs, page, pages, count, tolerance, injection, report, reports, tracking, state, condition, domain, mode, modes',
)

/** "careless", "negligence": said of people and what they do, and of nothing else. */
function isCareless(sentence: Sentence, at: number): Found {
  const owned = lastBefore(sentence, at, 4, self) >= 0
  return owned || isTakenBack(sentence, at) ? undefined : { form: 'judgement', from: at, to: at + 1 }
}

/** "an engineer accidentally deleted", "mistakenly deleted by an engineer", "the engineer deleted the table by mistake" */
function wentAstray(sentence: Sentence, at: number, names: Names): Found {
  if (isTakenBack(sentence, at)) return undefined
  const agent = agentAfter(sentence, at, names)
  if (agent) return faultOf(sentence, agent, at)
  if (isPassive(sentence, at) || beForms.has(sentence.words[at + 1] ?? '')) return undefined
  const doing = byHand.has(sentence.words[at + 1] ?? '') ? 'hand' : 'any'
  const actor = actorBefore(sentence, at, doing, names)
  if (actor || !isLast(sentence, at)) return faultOf(sentence, actor, at)
  const verb = lastBefore(sentence, at, 8, deed)
  const doer = verb < 0 || isPassive(sentence, verb) ? undefined : actorBefore(sentence, verb, 'any', names)
  return faultOf(sentence, doer, verb)
}
const byHand = wordSet(
  'type*, entered, clicked, pasted, selected, chose, picked, pressed, committed, uploaded, pushed, merged, ran',
)
const isLast = ({ words }: Sentence, at: number): boolean =>
  isMark(words[at + 1]) || ((words[at] === 'by' || words[at] === 'in') && isMark(words[at + 2]))

/** "the engineer forgot to restart", "overlooked by the reviewer". Who forgets is a person, whatever the name. */
function slipped(sentence: Sentence, at: number, names: Names): Found {
  const fault = done(sentence, at, names, 'human')
  return fault?.form === 'stranger' && forgets.has(sentence.words[at] ?? '')
    ? { ...fault, form: 'name' }
    : fault
}
const forgets = wordSet('forgot, neglected')

/** "the engineer missed the alert", "caused by a contractor" */
function lapsed(sentence: Sentence, at: number, names: Names): Found {
  const { words } = sentence
  const deaf = /^(?:ignor|disregard)/.test(words[at] ?? '')
  if (deaf && !words.slice(at + 1, at + 5).some((word) => signals.has(word))) return undefined
  return done(sentence, at, names, 'any')
}

const signals = wordSet(
  'it, this, them, alert*, alarm*, warning, warnings, page, pages, error, errors, message*, notification*, sign, signs, symptom*, rule, rules, policy, policies, procedure*, process, runbook, request*, advice, instruction*, email*, report, reports, fact, problem*, issue*, recommendation*',
)

function done(sentence: Sentence, at: number, names: Names, doing: 'human' | 'any'): Found {
  if (isTakenBack(sentence, at)) return undefined
  const agent = agentAfter(sentence, at, names)
  if (agent || isPassive(sentence, at)) return faultOf(sentence, agent, at)
  return faultOf(sentence, actorBefore(sentence, at, doing, names), at)
}

/** "the developer failed to", "the engineer did not check" */
function failed(sentence: Sentence, at: number, names: Names): Found {
  const { words, marks } = sentence
  const verb = words[at] === "didn't" ? at + 1 : at + 2
  if (words[at + 1] !== 'to' && !has(marks[verb] ?? 0, duty)) return undefined
  const actor = actorBefore(sentence, at, 'any', names)
  const harmed = actor && words[actor.at]?.endsWith('s') && uses.has(words[verb] ?? '')
  return harmed ? undefined : faultOf(sentence, actor, at)
}
/** What developers fail to do with a platform that is down. */
const uses = wordSet(
  'log, login, sign, connect, access, reach, authenticate, deploy, pull, push, merge, build, download, upload, load, open, run, use, get, receive, view, create, submit, release, fetch, join, start',
)

/** In a section on the cause, a belief is no hypothesis but the fault itself: "the developer assumed that". */
function believed(sentence: Sentence, at: number, names: Names): Found {
  return sentence.kinds === causes
    ? faultOf(sentence, actorBefore(sentence, at, 'any', names), at)
    : undefined
}

/** "the engineer ran the wrong command", "a bug introduced by a developer"; in the cause, "somebody deleted". */
function didWrong(sentence: Sentence, at: number, names: Names): Found {
  const { words, kinds } = sentence
  if (!isTold(words[at] ?? '')) return undefined
  const amiss = hasFlaw(sentence, at) || isUnchecked(sentence, at)
  const actor = amiss || kinds === causes ? actorBefore(sentence, at, 'any', names) : undefined
  if (actor && (amiss || somebody.has(words[actor.at] ?? ''))) return faultOf(sentence, actor, at)
  const mended = words.slice(Math.max(sentence.from, at - 8), at).some((word) => mends.has(word))
  return isBefore(sentence, at, 6, wrong) && !mended
    ? faultOf(sentence, agentAfter(sentence, at, names), at)
    : undefined
}
/** "A fix for the bug was deployed by the engineer." */
const mends = wordSet('fix, fixes, patch, patches, hotfix, correction, workaround, solution, mitigation')
const somebody = wordSet('someone, somebody')

/** "made an error", "the wrong command"; not "a bug fix", nor "the broken file" that is taken away. */
function hasFlaw(sentence: Sentence, at: number): boolean {
  const { words } = sentence
  const verb = words[at] ?? ''
  if (makes.has(verb) && nextAfter(sentence, at, 4, bit('fault')) >= 0) return true
  const flaw = nextAfter(sentence, at, 5, wrong)
  if (flaw < 0 || repairs.has(words[flaw + 1] ?? '')) return false
  return words[flaw] === 'wrong' || !cures.has(verb)
}
const makes = wordSet('made, committed')

/** Told of the past, or as in a log; not "lets an engineer run the wrong command". */
const isTold = (verb: string): boolean => /(?:ed|ing|s)$/.test(verb) || pasts.has(verb)
const pasts = wordSet('ran, set, wrote, written, chose, chosen, made')

/** "deployed the change without testing it" */
function isUnchecked({ words, to }: Sentence, at: number): boolean {
  const without = words.slice(at + 1, Math.min(to, at + 9)).indexOf('without')
  return without >= 0 && words.slice(at + without + 2, at + without + 6).some((word) => checks.has(word))
}
const checks = wordSet(
  'testing, tests, approval, review, reviewing, checking, verifying, validating, permission, authorization, authorisation, notifying, informing, telling, asking, consulting, reading, following, notice, coordination, coordinating',
)
const repairs = wordSet('fix, fixes, report, reports, ticket, tickets, tracker, bounty')
const cures = wordSet(
  'drop*, wipe*, terminate*, kill*, destroy*, reboot*, restart*, delete*, change*, edit*, remove*, set, setting, make, made, configure*, copy*',
)

/** "the engineer's mistake", "his oversight", "the fault of the developer", "an error made by the operator" */
function isOwnFault(sentence: Sentence, at: number, names: Names): Found {
  const { words } = sentence
  if (compounds.has(words[at + 1] ?? '') || isTakenBack(sentence, at)) return undefined
  const owned = ownedBefore(sentence, at, names)
  if (owned) return owned
  if (words[at + 1] === 'of' && !lacks.has(words[at] ?? '')) {
    const actor = [at + 2, at + 3, at + 4]
      .map((i) => actorAt(sentence, i, 'any', names))
      .find((found) => found && isMark(words[found.at + 1]))
    if (actor) return faultOf(sentence, actor, at)
  }
  return doings.has(words[at + 1] ?? '') ? faultOf(sentence, agentAfter(sentence, at, names), at) : undefined
}
const doings = wordSet('by, made, committed, caused, introduced, on')
const lacks = wordSet('lack, failure, error*')
/** "the engineer's incorrect command"; "The engineer told us to wait. That advice was wrong" */
function isOwnFlaw(sentence: Sentence, at: number, names: Names): Found {
  if (isTakenBack(sentence, at)) return undefined
  return ownedBefore(sentence, at, names) ?? isBadAdvice(sentence, at)
}

/** The fault of whom the words before it belong to, with at most an adjective between. */
function ownedBefore(sentence: Sentence, at: number, names: Names): Found {
  const { words, from } = sentence
  for (const i of [at - 1, at - 2]) {
    const word = words[i] ?? ''
    if (i < from || isMark(word)) return undefined
    if (owners.has(word)) return { form: 'role', from: i, to: at + 1 }
    const owner = isPossessive(sentence, i) ? actorAt(sentence, i, 'any', names) : undefined
    if (owner) return { form: owner.form, from: i, to: at + 1 }
    if (/(?:ed|s)$/.test(word) || word === 'of') return undefined
  }
  return undefined
}
const owners = wordSet('his, her')

/** What a person of the sentence before has said or decided is called wrong; a hypothesis may be. */
function isBadAdvice({ words, marks, from }: Sentence, at: number): Found {
  if (
    !beForms.has(words[at - 1] ?? '') ||
    !pointers.has(words[at - 3] ?? '') ||
    !advice.has(words[at - 2] ?? '')
  )
    return undefined
  const told = marks.slice(Math.max(0, from - 60), from)
  return told.some((bits) => has(bits, person)) && !told.some((bits) => has(bits, self))
    ? { form: 'role', from: at - 3, to: at + 1 }
    : undefined
}
const pointers = wordSet('this, that, the, his, her, their')
const advice = wordSet('advice, decision, instruction, instructions, order, answer')

/** "the developer was at fault", "the engineer responsible for the outage", "an inexperienced engineer" */
function isJudged(sentence: Sentence, at: number, names: Names): Found {
  const { words } = sentence
  if (isTakenBack(sentence, at)) return undefined
  if (words[at] === 'responsible' && !isAfter(sentence, at + 1, 3, incident)) return undefined
  const be = isPassive(sentence, at) ? lastOf(sentence, at, 3, beForms) : at
  const blamed = be < at || words[at] === 'responsible' ? actorBefore(sentence, be, 'any', names) : undefined
  if (blamed || !qualities.has(words[at] ?? '')) return faultOf(sentence, blamed, at)
  const next = nextAfter(sentence, at, 2, person)
  return next < 0 ? undefined : { form: 'role', from: at, to: next + 1 }
}
const qualities = wordSet(
  'stupid, lazy, dumb, foolish, clueless, inexperienced, unqualified, incapable, inattentive, guilty',
)

/** "the engineer was reprimanded"; not "the alert was fired" */
function isPunished(sentence: Sentence, at: number, names: Names): Found {
  if (!isPassive(sentence, at) || isTakenBack(sentence, at)) return undefined
  return faultOf(sentence, actorBefore(sentence, lastOf(sentence, at, 3, beForms), 'any', names), at)
}

/** "the engineer was not fully aware", "the developer was unaware" */
function isUnaware(sentence: Sentence, at: number, names: Names): Found {
  const { words } = sentence
  const be = lastOf(sentence, at, 3, wasForms)
  const denied = words[at] === 'unaware' || words[be]?.endsWith("n't") || words[be + 1] === 'not'
  return be >= 0 && denied ? faultOf(sentence, actorBefore(sentence, be, 'any', names), at) : undefined
}
const wasForms = wordSet("was, were, wasn't, weren't")

/** "blamed the contractor" */
function isBlamed(sentence: Sentence, at: number, names: Names): Found {
  if (isTakenBack(sentence, at)) return undefined
  for (let i = at + 1; i < Math.min(at + 4, endOfClause(sentence, at)); i++) {
    const actor = isPossessive(sentence, i) ? undefined : actorAt(sentence, i, 'any', names)
    if (actor) return faultOf(sentence, actor, at)
  }
  return undefined
}
