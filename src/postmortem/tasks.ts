import { leaders, verbs } from './actionWords.ts'
import { lexicon, wordSet } from './lexicon.ts'
import { placeOf } from './place.ts'
import {
  type ActionItem,
  type Actions,
  type ActionType,
  actionTypes,
  type Block,
  type Cited,
  type Tokens,
} from './postmortem.ts'
import type { Writable } from './scan.ts'
import { has } from './sentences.ts'
import { taskClasses } from './taskWords.ts'
import { endsSentence, tokensBetween } from './tokens.ts'

const { bit, marks: marksOf } = lexicon(taskClasses)
const [weak, neutral, ensure, fresh, better] = [
  bit('weak'),
  bit('neutral'),
  bit('ensure'),
  bit('new'),
  bit('better'),
]
const [measure, question, plan, predicate] = [bit('measure'), bit('question'), bit('plan'), bit('predicate')]
const [article, noun, attitude] = [bit('article'), bit('noun'), bit('attitude')]
const acts = wordSet(verbs)
const before = wordSet(leaders)

/** A task as words from behind its label to its end. */
interface Task extends Tokens {
  readonly item: ActionItem
  readonly marks: readonly number[]
}

/** Tasks with what their words tell: how firmly they bind, and what they are for. */
export function judgeTasks(source: string, blocks: readonly Block[], actions: Actions): Actions {
  const headers = new Map(blocks.filter(({ header }) => header).map((block) => [block.group, block]))
  return { ...actions, items: actions.items.map((item) => judged(source, headers, item)) }
}

function judged(source: string, headers: ReadonlyMap<number, Block>, item: ActionItem): ActionItem {
  const task = taskOf(item)
  const facts: Writable<ActionItem> = { ...item }
  const type = typeIn(item, headers.get(item.block.group)) ?? typeOf(task)
  if (type) facts.type = type
  if (item.done) return facts
  const found = weakVerb(task)
  if (found) facts.weak = cited(source, task, found)
  else if (isBare(task)) facts.bare = true
  return facts
}

/** From behind an emoji's code and a label: ":tada: Monitoring and alerts: Improve ...". */
function taskOf(item: ActionItem): Task {
  const { length } = item.block.text
  const found = item.block.text.indexOf(item.text)
  const { words, starts } = tokensBetween(item.block, found, found < 0 ? length : found + item.text.length)
  const code = words[0] === ':' && words[2] === ':' ? 3 : 0
  const colon = words.slice(code, code + 9).indexOf(':') + 1 + code
  const from = colon < words.length ? colon : code
  const own = words.slice(from)
  return { item, words: own, starts: starts.slice(from), marks: marksOf(own) }
}

// --- How firmly it binds ---

/** Where some words of a task begin and end. */
interface Range {
  readonly from: number
  readonly to: number
}

/** The weak verb of a task all of whose verbs are weak, and in which nothing is a measure. */
function weakVerb(task: Task): Range | undefined {
  const heads = headsOf(task)
  const [first] = heads
  const found = heads.flatMap((at) => weakAt(task, at) ?? [])[0]
  const isLoose = (at: number): boolean => has(task.marks[at] ?? 0, neutral) || weakAt(task, at) !== undefined
  if (first === undefined || found === undefined || !heads.every(isLoose)) return undefined
  if (isBound(task, first) && !has(task.marks[found] ?? 0, attitude)) return undefined
  return { from: found, to: found + (isAlone(task.words[found] ?? '') ? 1 : 2) }
}

/** Weak in itself and not as the first word of a phrase: "look into". */
const isAlone = (word: string): boolean => has(marksOf([word])[0] ?? 0, weak | ensure | better)

/** The verbs that its sentences begin with or plan, and those that are joined to them. */
function headsOf(task: Task): number[] {
  const { words } = task
  const heads: number[] = []
  for (let at = 0; at < words.length; at = afterSentence(words, at)) {
    const head = headAt(task, at)
    if (head !== undefined) heads.push(head, ...joinedTo(task, head))
  }
  return heads
}

function afterSentence(words: readonly string[], from: number): number {
  let at = from
  while (at < words.length && !endsSentence(words[at] ?? '')) at++
  return at + 1
}

const isVerb = ({ words, marks }: Task, at: number): boolean =>
  acts.has(words[at] ?? '') || has(marks[at] ?? 0, weak | ensure | fresh)

/** "Regularly review", "we should consider", "will be improved". */
function headAt(task: Task, from: number): number | undefined {
  const { words, marks } = task
  let at = from
  while (at < from + 5 && before.has(words[at] ?? '') && !has(marks[at] ?? 0, weak)) at++
  if (isVerb(task, at) && !(words[at] ?? '').endsWith('ed')) return at
  const end = afterSentence(words, from)
  let plans = from
  while (plans < end && !has(marks[plans] ?? 0, plan)) plans++
  if (plans >= end) return undefined
  for (
    let next = plans + 1;
    next < Math.min(end, plans + 5) && (next === plans + 1 || words[next] !== 'to');
    next++
  )
    if (isVerb(task, next)) return next
  return undefined
}

/** "review and apply", and further on "… and send an alert". */
function joinedTo(task: Task, head: number): number[] {
  const { words, marks } = task
  const joined: number[] = []
  const end = afterSentence(words, head)
  for (let at = head + 1; at < end - 1; at++) {
    const word = words[at] ?? ''
    if (word === 'to' || has(marks[at] ?? 0, question)) break
    if (word !== 'and' && word !== ',' && word !== 'or') continue
    const next = before.has(words[at + 1] ?? '') ? at + 2 : at + 1
    if (!isVerb(task, next)) continue
    if (at === head + 1 || has(marks[next + 1] ?? 0, article)) joined.push(next)
  }
  return joined
}

/** The place of what is weak about the verb at a place: itself, or "better" behind it. */
function weakAt(task: Task, at: number): number | undefined {
  const mark = task.marks[at] ?? 0
  if (has(mark, ensure)) return isSpelledOut(task, at) ? undefined : at
  if (has(mark, weak)) return at
  return has(mark, fresh) ? betterAfter(task, at) : undefined
}

/** "introduce better logs", "build a better system" */
function betterAfter({ marks }: Task, at: number): number | undefined {
  return [at + 1, at + 2].find((i) => has(marks[i] ?? 0, better))
}

/** "ensure that logging is on": a state that can be looked up, unlike "ensure proper monitoring". */
function isSpelledOut({ words, marks }: Task, at: number): boolean {
  const rest = words.slice(at + 1, afterSentence(words, at))
  return rest.some((word, i) => word === 'that' || has(marks[at + 1 + i] ?? 0, predicate))
}

/** A number, an interval, code, a link, a name, a question to be answered, or a way: "by adding". */
function isBound(task: Task, head: number): boolean {
  const { words, marks, starts, item } = task
  if (item.ticket) return true
  if (words.some((word, at) => /\d/.test(word) || has(marks[at] ?? 0, measure))) return true
  if (words.some((word, at) => word === 'by' && (words[at + 1] ?? '').endsWith('ing'))) return true
  if ([1, 2, 3].some((ahead) => has(marks[head + ahead] ?? 0, question))) return true
  const { text, spans } = item.block
  const [from, to] = [starts[head] ?? 0, starts.at(-1) ?? 0]
  if (
    spans.some(
      ({ kind, start, length }) =>
        (kind === 'code' || kind === 'link') && start + length > from && start <= to,
    )
  )
    return true
  return words.some(
    (word, at) =>
      at > head && !endsSentence(words[at - 1] ?? '') && isName(text.substr(starts[at] ?? 0, word.length)),
  )
}

/** "Grafana", "DevOps", "wp_options"; a word all in capitals may be any abbreviation. */
const isName = (word: string): boolean => /^\p{Lu}\p{L}*\p{Ll}|\p{Ll}\p{Lu}|\w_\w/u.test(word)

// --- Whether it is a task at all ---

/** Opens like a noun phrase, and no word says or plans anything. */
function isBare(task: Task): boolean {
  const { words, marks } = task
  const [first = ''] = words
  if (!has(marks[0] ?? 0, noun) && !describes.test(first)) return false
  if (marks.some((mark) => has(mark, predicate | plan | question))) return false
  return headsOf(task).length === 0
}

/** Adjectives and nouns by their endings; "-ed" may be what was done. */
const describes = /^[a-z]{2,}(?:al|ar|ive|ous|able|ible|ful|less|ary|tion|sion|ment|ity|ance|ence)$/

// --- What it is for ---

const typeOf = ({ marks }: Pick<Task, 'marks'>): ActionType | undefined => {
  for (const mark of marks) {
    const type = actionTypes.find((one) => has(mark, bit(one)))
    if (type) return type
  }
  return undefined
}

/** What the table says in a column of its own. */
function typeIn({ block }: ActionItem, header: Block | undefined): ActionType | undefined {
  if (!block.cells) return undefined
  const column = header?.cells?.findIndex(({ value }) => /^(?:type|category|kind)$/i.test(value.trim())) ?? -1
  const cell = block.cells[column]
  return cell && typeOf({ marks: marksOf(cell.value.toLowerCase().split(/\W+/)) })
}

function cited(source: string, { item, words, starts }: Task, { from, to }: Range): Cited {
  const start = starts[from] ?? 0
  const end = (starts[to - 1] ?? start) + (words[to - 1] ?? '').length
  return { value: item.block.text.slice(start, end), at: placeOf(source, item.block, start, end) }
}
