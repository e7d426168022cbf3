import { bit, isMark, lastBefore, nextAfter, opensClause } from './clauses.ts'
import type { Range } from './doubt.ts'
import { wordSet } from './lexicon.ts'
import { has, kindBits, type Sentence } from './sentences.ts'

const [modal, benefit, due, sooner] = [bit('modal'), bit('benefit'), bit('due'), bit('sooner')]
const actors = bit('self') | bit('person')
const outlook = kindBits('actions', 'lessons')

/** Words of a sentence that tell of another past, in which the incident was avoided: "should have been tested". */
export function readHindsight(sentence: Sentence): Range | undefined {
  const { words, marks, from, to, bits, kinds } = sentence
  if (!has(bits, modal) || has(kinds, outlook) || words[to - 1] === '?') return undefined
  for (let at = from; at < to; at++) {
    if (!has(marks[at] ?? 0, modal)) continue
    const word = words[at] ?? ''
    const end =
      word === 'if'
        ? conditionEnd(sentence, at)
        : word === 'had'
          ? inversionEnd(sentence, at)
          : wishEnd(sentence, at)
    if (end !== undefined) return { from: at, to: end }
  }
  return undefined
}

/** Where "should have been tested", "would have caught" or "could have been found earlier" ends. */
function wishEnd(sentence: Sentence, at: number): number | undefined {
  const { words, marks, to } = sentence
  const word = words[at] ?? ''
  const have = word.endsWith("'ve") ? at : skip(words, at + (word === 'ought' ? 2 : 1), adverbs)
  if (have !== at && words[have] !== 'have') return undefined
  const been = skip(words, have + 1, adverbs)
  const passive = words[been] === 'been'
  const verb = passive ? skip(words, been + 1, adverbs) : been
  if (verb >= to || isRisk(sentence, at)) return undefined
  const participle = words[verb] ?? ''
  const denied = word.endsWith("n't") || words.slice(at, verb).some((between) => denials.has(between))
  const classes = marks[verb] ?? 0
  if (word.startsWith('should') || word === 'ought') {
    const owed = denied
      ? deeds.has(participle)
      : has(classes, due) || (prepared.has(participle) && !relatives.has(words[at - 1] ?? ''))
    const personal = !passive && isParticiple(participle) && isDuty(sentence, at)
    return owed || personal ? verb + 1 : undefined
  }
  if (denied) return harms.has(participle) ? verb + 1 : undefined
  const better = nextAfter(sentence, verb, 5, sooner)
  if (better > verb && isParticiple(participle)) return better + 1
  return has(classes, benefit) ? verb + 1 : undefined
}
const adverbs = wordSet(
  'not, also, probably, likely, easily, never, ever, ideally, certainly, definitely, perhaps, automatically, completely, possibly, really, still, all, both, then, even, long, instead, potentially, only, significantly, greatly, actually, already, immediately, at, least, first, just, simply',
)
const denials = wordSet('not, never')
const deeds = wordSet(
  'merged, deployed, pushed, released, shipped, approved, enabled, allowed, made, run, done, possible, necessary',
)
/** What people prepare; of a program that should have done it, "which should have been set" is expected behaviour. */
const prepared = wordSet(
  'configured, set, enabled, implemented, installed, automated, restricted, written, backed, trained, taken, made, given, in',
)
const relatives = wordSet('which, that, who')
const harms = wordSet('happened, occurred, arisen, failed, broken, spread')

const skip = (words: readonly string[], at: number, over: ReadonlySet<string>): number => {
  let next = at
  while (next < at + 4 && over.has(words[next] ?? '')) next++
  return next
}

/** What an attacker could have gained, or what is asked or discussed, is no wish. */
const isRisk = ({ words, from }: Sentence, at: number): boolean =>
  words.slice(Math.max(from, at - 6), at).some((word) => risks.has(word))
const risks = wordSet(
  'attacker, attackers, hacker, hackers, adversary, adversaries, exploit, malicious, whether, discuss*, discussion, question*, ask*, how, wonder*',
)

/** Somebody's duty, or nobody's named: "we should have tested", "Should have tested". */
const isDuty = (sentence: Sentence, at: number): boolean =>
  at === sentence.from || isMark(sentence.words[at - 1]) || lastBefore(sentence, at, 3, actors) >= 0

/** Where "if we had tested" ends. */
function conditionEnd(sentence: Sentence, at: number): number | undefined {
  const { words } = sentence
  const actor = skip(words, at + 1, articles)
  const had = skip(words, actor + 1, groups)
  const verb = skip(words, had + 1, adverbs)
  const past = words[had] === 'had' || words[had] === "hadn't"
  return past && isActor(sentence, actor) && isParticiple(words[verb] ?? '') ? verb + 1 : undefined
}
const articles = wordSet('only, the, our, an, a')
const groups = wordSet('team, engineers')

/** Where "had we tested" or "had the app been tested" ends. */
function inversionEnd(sentence: Sentence, at: number): number | undefined {
  const { words, marks, from, to } = sentence
  const before = words[at - 1] ?? ''
  if (at > from && !opensClause(before) && !outcomes.has(before)) return undefined
  const subject = skip(words, at + 1, adverbs)
  for (let verb = subject + 1; verb < Math.min(to, at + 7) && !isMark(words[verb]); verb++) {
    const participle = skip(words, verb + 1, adverbs)
    if (words[subject] === 'there' && words[verb] === 'been') return verb + 1
    if (words[subject] !== 'been' && words[verb] === 'been' && has(marks[participle] ?? 0, due))
      return participle + 1
    if (verb < at + 4 && isActor(sentence, subject) && isParticiple(words[verb] ?? '')) return verb + 1
  }
  return undefined
}
/** Words that end the other half: "could have been avoided had we". */
const outcomes = wordSet(
  'earlier, sooner, faster, quicker, avoided, prevented, caught, happened, mitigated, noticed',
)

const isActor = ({ words, marks }: Sentence, at: number): boolean =>
  has(marks[at] ?? 0, actors) || others.has(words[at] ?? '')
const others = wordSet('they, team, someone, somebody')

/** A past participle by its form. */
const isParticiple = (word: string): boolean =>
  (word.endsWith('ed') && word.length > 3) || irregular.has(word)
const irregular = wordSet(
  'been, done, made, known, seen, run, set, sent, written, taken, shown, given, gone, kept, held, built, read, put, told, thought, brought, paid, led, let, begun, broken, chosen, come, caught, found, left, understood, spoken, drawn, driven, spent, cut, split, shut, had, got, gotten, become, felt, meant, met, lost',
)
