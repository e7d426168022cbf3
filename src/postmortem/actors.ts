import { beForms, bit, isMark, lastOf, opensClause } from './clauses.ts'
import { wordSet } from './lexicon.ts'
import { has, type Sentence } from './sentences.ts'

/** Who is said to act. `name` is known to be a person's; a `stranger` is a word with a capital that may be anything. */
export interface Actor {
  readonly at: number
  readonly form: 'role' | 'name' | 'stranger'
}

/** Gives the names of people, in lower case, that the document tells. */
export type Names = () => ReadonlySet<string>

/**
 * Who can do what is done: `any`, for software fails and misses as well; what is done by `hand` only people do, and words
 * that mean software elsewhere mean people here; and what is only `human`, such as to forget, needs no look at what stands
 * between.
 */
export type Doing = 'human' | 'hand' | 'any'

const [person, perhaps, self, taken] = [
  bit('person'),
  bit('perhaps'),
  bit('self'),
  bit('unreal') | bit('not'),
]

/** Words between who acts and what is done: "the engineer on call had then". */
const fillers = wordSet(
  'who, that, had, has, have, having, did, also, then, later, again, just, first, on, call, in, charge, duty, shift, of, the, at, time, both, all, himself, herself, themselves',
)
const prepositions = wordSet(
  'by, of, from, with, for, to, against, between, about, via, through, per, like, than, at, on',
)
const articles = wordSet(
  'the, a, an, our, their, one, another, this, that, some, his, her, its, every, each, any',
)
const groups = wordSet(
  'team*, group, groups, department*, squad*, crew, desk, company, companies, organisation, organization, community, vendor, vendors, provider, providers, side, they, it',
)
const counts = wordSet('one, two, three, several, some, few, member, members, many, most, both, because')
/** After a role that is a person's: "an engineer", "an engineer who", but not "engineer access". */
const closers = wordSet(
  'who, that, which, in, on, at, during, while, when, with, without, from, for, to, as, and, or, but, by, after, before, because, had, has, was, were, is, are, did, of, the, a, his, her, into, using, via, this, last, yesterday, working, running, trying, again, too',
)

/** Who did what the word at a place tells, if the words before it say so and neither wish nor deny it. */
export function actorBefore(sentence: Sentence, at: number, doing: Doing, names: Names): Actor | undefined {
  const { words, marks, from } = sentence
  let foreign = 0
  let shared = false
  for (let i = placeBefore(sentence, at, doing, names) - 1; i >= from; i--) {
    const word = words[i] ?? ''
    const aside = isMark(word) ? beginningOfAside(sentence, i) : undefined
    if (aside !== undefined) {
      i = aside
      continue
    }
    // "a member of the team" is one person
    if (groups.has(word) && !isMember(sentence, i)) {
      const of = lastOf(sentence, i, 2, ofs)
      const one = of > from && oneOf.has(words[of - 1] ?? '') && isSubject(sentence, of - 1, false)
      return one ? { at: of - 1, form: 'role' } : undefined
    }
    if (has(marks[i] ?? 0, taken | self)) return undefined
    const actor = actorAt(sentence, i, doing, names)
    if (actor && (actor.form !== 'stranger' || foreign === 0))
      return isSubject(sentence, i, words[at]?.endsWith('ing') === true) ? actor : undefined
    if (word === 'and' && i === at - 1) shared = true
    else if (word === 'who' || (word === 'that' && actorAt(sentence, i - 1, doing, names))) continue
    else if (opensClause(word) || (beForms.has(word) && !shared)) return undefined
    else if (!fillers.has(word) && !word.endsWith('ly')) foreign++
    if (foreign > (shared ? 12 : doing === 'human' ? 7 : 0)) return undefined
  }
  return undefined
}

/** Where "at the factory" begins between who did it and what was done, else where the deed stands. */
function placeBefore(sentence: Sentence, at: number, doing: Doing, names: Names): number {
  const { words, from } = sentence
  for (let i = at - 1; i > Math.max(from, at - 6); i--) {
    const word = words[i] ?? ''
    if (isMark(word) || opensClause(word) || beForms.has(word)) break
    if (places.has(word) && actorAt(sentence, i - 1, doing, names)?.form === 'role') return i
  }
  return at
}
const places = new Set(['at', 'from', 'in'])

/** Where an aside begins that ends at a place: "(Bob)", ", who was new,". */
function beginningOfAside(sentence: Sentence, at: number): number | undefined {
  const { words, from } = sentence
  const opener = words[at] === ')' ? bracket : words[at] === ',' ? comma : undefined
  const open = opener ? lastOf(sentence, at, 9, opener) : -1
  return open > from ? open : undefined
}
const bracket = new Set(['('])
const comma = new Set([','])
const ofs = new Set(['of'])
const oneOf = wordSet('member, members, one')

/** Who did what the word at a place tells, in the passive: "caused by an engineer", "an error on the part of the operator". */
export function agentAfter(sentence: Sentence, at: number, names: Names): Actor | undefined {
  const { words, marks, to } = sentence
  for (let by = at + 1; by < Math.min(to, at + 5); by++) {
    const word = words[by] ?? ''
    if (opensClause(word) || beForms.has(word) || has(marks[by] ?? 0, taken)) return undefined
    if (by > at + 1 && word.endsWith('ed')) return undefined
    if (word !== 'by' && !(word === 'of' && words[by - 1] === 'part')) continue
    for (let i = by + 1; i < Math.min(to, by + 5); i++) {
      if (isMark(words[i]) || has(marks[i] ?? 0, self)) return undefined
      const actor = actorAt(sentence, i, 'human', names)
      const next = words[i + 1] ?? ''
      const ends = isMark(words[i + 1]) || closers.has(next) || next.endsWith('ed')
      if (actor && actor.form !== 'stranger' && !isPossessive(sentence, i) && ends) return actor
    }
    return undefined
  }
  return undefined
}

/** The actor that a word names. */
export function actorAt(sentence: Sentence, at: number, doing: Doing, names: Names): Actor | undefined {
  const marks = sentence.marks[at] ?? 0
  if (has(marks, person) || isMember(sentence, at) || (doing !== 'any' && has(marks, perhaps)))
    return { at, form: 'role' }
  const word = writtenAt(sentence, at)
  if (!/^[@\p{Lu}]/u.test(word)) return undefined
  if (word.startsWith('@') || names().has(word.toLowerCase())) return { at, form: 'name' }
  const plain = articles.has(word.toLowerCase()) || articles.has(sentence.words[at - 1] ?? '')
  return /^\p{Lu}\p{Ll}{2,}$/u.test(word) && !plain ? { at, form: 'stranger' } : undefined
}

/** The second word of "team member", "new hire". */
const isMember = ({ words, marks }: Sentence, at: number): boolean =>
  seconds.has(words[at] ?? '') && has(marks[at - 1] ?? 0, person)
const seconds = wordSet('member, members, hire, hires, worker, workers')

/** A word as it is written, with the sign of a handle before it. */
function writtenAt({ block, words }: Sentence, at: number): string {
  const start = block.tokens.starts[at] ?? 0
  const word = block.text.slice(start, start + (words[at]?.length ?? 0))
  return /(?:^|[\s(])@$/.test(block.text.slice(Math.max(0, start - 2), start)) ? `@${word}` : word
}

export const isPossessive = ({ block, words }: Sentence, at: number): boolean =>
  /^['’]/.test(block.text.slice((block.tokens.starts[at] ?? 0) + (words[at]?.length ?? 0)))

/** Not the owner of what acts, nor its object: "the engineer's script", "the script of an engineer". */
function isSubject(sentence: Sentence, at: number, gerund: boolean): boolean {
  const { words, from } = sentence
  if (isPossessive(sentence, at)) return false
  for (let i = at - 1; i >= Math.max(from, at - 6); i--) {
    const word = words[i] ?? ''
    if (has(sentence.marks[i] ?? 0, taken)) return false
    if (isMark(word)) return true
    if (!prepositions.has(word) || (word === 'on' && words[i + 1] === 'call')) {
      if (i < at - 4 || (opensClause(word) && words[i - 1] !== 'not')) return true
      continue
    }
    return gerund || words[at + 1] === 'who' || counts.has(words[i - 1] ?? '') || i < at - 4
  }
  return true
}
