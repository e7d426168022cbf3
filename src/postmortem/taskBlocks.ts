import { namesInitials } from './actionParts.ts'
import { aims, ends, framers, leaders, planners, promises, taken, telling, verbs } from './actionWords.ts'
import { afterLabel } from './labels.ts'
import { wordSet } from './lexicon.ts'
import type { Block } from './postmortem.ts'
import { endsSentence, tokenise } from './tokens.ts'

const commands = wordSet(verbs)
const irregular = wordSet(taken)
const acts = new Set([...commands].flatMap((verb) => [verb, gerundOf(verb)]))
const before = wordSet(leaders)
const plans = wordSet(planners)
const purposes = wordSet(aims)
const frames = wordSet(framers)
const closers = wordSet(ends)
export const promised = wordSet(promises)

function gerundOf(verb: string): string {
  if (verb.endsWith('e')) return `${verb.slice(0, -1)}ing`
  return /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(verb) ? `${verb}${verb.at(-1)}ing` : `${verb}ing`
}

/** A stretch of the section on actions under one title. */
export interface Part {
  readonly title: Block | undefined
  /** The block that it begins with, its title if it has one. */
  readonly opener?: number
  readonly blocks: readonly number[]
  /** Where the outermost section that it is of begins. */
  readonly root?: number
}

/** A block that is a task, and what stands above it. */
export interface Found {
  readonly index: number
  readonly title: Block | undefined
  readonly root?: number | undefined
  /** Of a paragraph of several tasks the text of one. */
  readonly sentence?: string
}

/** A label and text behind it. */
export const isLabelled = (block: Block): boolean =>
  block.form !== 'heading' && block.label !== undefined && afterLabel(block) !== ''

/** Rows and items that are tasks; where a part has none, the lines that read like tasks. */
export function tasksOf(whole: Part, blocks: readonly Block[], counted: ReadonlySet<number>): Found[] {
  const part = aboveClose(whole, blocks)
  const tasks = new Set<number>()
  const groups = new Set<number>()
  const listed = part.blocks.some((index) => isListed(index, blocks, counted))
  let lead: Block | undefined
  for (const index of part.blocks) {
    const block = blocks[index]
    if (
      !block ||
      block.form === 'code' ||
      block.form === 'figure' ||
      block.text === '' ||
      block.header ||
      (block.quoted && listed)
    )
      continue
    if (isDetail(block, blocks, tasks) || isField(block) || isTitleOf(block, blocks[index + 1])) continue
    if (saysNothing(block)) continue
    if (block.form === 'row') tasks.add(index)
    else if (isGroup(block, index, blocks, counted)) groups.add(index)
    else if (block.form === 'item') {
      if (!lead || !(isSpelledOut(lead) || isAssigned(lead))) tasks.add(index)
    } else if (block.form === 'line') {
      lead = block
      const within = block.parent !== undefined && groups.has(block.parent)
      if ((!listed || within || isNamedTask(block)) && isTask(block, within)) tasks.add(index)
      else if (isAssigned(block) || (listed && isSpelledOut(block))) tasks.add(index)
    }
  }
  for (const index of besides(part, blocks, tasks, listed)) tasks.add(index)
  const paragraphs = listed ? [] : plannedParagraphs(part, blocks)
  for (const index of paragraphs) tasks.add(index)
  const { title } = part
  const sentences =
    listed || paragraphs.length > 0
      ? []
      : part.blocks.flatMap((index) => plannedSentences(index, title, blocks))
  const split = new Set(sentences.map(({ index }) => index))
  const unsplit = [...tasks].filter((index) => !split.has(index))
  return [...unsplit.map((index) => ({ index, title })), ...sentences].sort((a, b) => a.index - b.index)
}

/** "N/A" in place of a task. */
export const saysNothing = (block: Block | undefined): boolean => nothing.test(block?.text ?? '')
const nothing = /^\W*(?:n\/a|none|nil|nothing|as above)\W*$/i

/** A report may end like a letter, with a complimentary close and a name. */
function aboveClose(part: Part, blocks: readonly Block[]): Part {
  const close = part.blocks.findIndex((index) => closes.test(blocks[index]?.text ?? ''))
  return close < 0 ? part : { ...part, blocks: part.blocks.slice(0, close) }
}
const closes = /^(?:(?:yours )?sincerely|(?:best |kind |warm )?regards|thanks|thank you)[,.!]?$/i

/** The sentences of a paragraph that say what will be done, where there are several. */
function plannedSentences(index: number, title: Block | undefined, blocks: readonly Block[]): Found[] {
  const block = blocks[index]
  const shares = (beside: Block | undefined): boolean =>
    beside?.form === 'line' && beside.group === block?.group
  if (block?.form !== 'line' || block.label || shares(blocks[index - 1]) || shares(blocks[index + 1]))
    return []
  const { words, starts } = block.tokens
  const found: Found[] = []
  let from = 0
  words.forEach((word, at) => {
    if (at < words.length - 1 && !endsSentence(word)) return
    const own = words.slice(from, at + 1)
    const plans = !closers.has(own[0] ?? '') && (startsWithVerb(own) || plansSomething(own))
    const end = starts[at + 1] ?? block.text.length
    if (plans) found.push({ index, title, sentence: block.text.slice(starts[from], end).trim() })
    from = at + 1
  })
  return found.length > 1 ? found : []
}

/** Paragraphs of running text are a task each where most of them say what should be, or none tells anything. */
function plannedParagraphs(part: Part, blocks: readonly Block[]): number[] {
  const firsts = part.blocks.filter((index, i) => {
    const [block, before] = [blocks[index], blocks[part.blocks[i - 1] ?? -1]]
    return block?.form === 'line' && block.group !== before?.group
  })
  const planned = firsts.filter((index) => {
    const words = blocks[index]?.tokens.words ?? []
    return !closers.has(words[0] ?? '') && words.some((word) => modals.has(word))
  })
  const done = firsts.filter((index) => tellsMeasure(blocks[index]))
  if (done.length > 1 && 3 * done.length >= 2 * firsts.length) return done
  const isList = firsts.length > 1 && firsts.every((index) => isTopicLike(blocks[index]))
  return isList || (firsts.length >= 3 && 5 * planned.length >= 3 * firsts.length) ? firsts : []
}

/** "Added an alert.", "Backup: Created a script.": one sentence that begins with what was done. */
function tellsMeasure(block: Block | undefined): boolean {
  if (!block || !isOneSentence(block)) return false
  const { words } = isLabelled(block) ? tokenise(afterLabel(block)) : block.tokens
  const first = words[0] ?? ''
  return irregular.has(first) || (first.length > 4 && first.endsWith('ed'))
}

/** "Regular audits of the rules.": one short sentence that tells nothing, so that it can only name a task. */
const isTopicLike = (block: Block | undefined): boolean =>
  block !== undefined && isOneSentence(block) && !block.tokens.words.some((word) => predicates.has(word))
const predicates = wordSet(telling)
const modals = wordSet('should, could, would, will')

/**
 * Lines of a paragraph are tasks beside tasks: those with a label where a third of such lines read like tasks, all where two
 * thirds do, or where each is one sentence and nothing else is listed.
 */
function besides(
  part: Part,
  blocks: readonly Block[],
  tasks: ReadonlySet<number>,
  listed: boolean,
): number[] {
  const paragraphs = new Map<number, [index: number, block: Block][]>()
  for (const index of part.blocks) {
    const block = blocks[index]
    if (block?.form !== 'line' || block.parent !== undefined || isField(block)) continue
    const lines = paragraphs.get(block.group)
    if (lines) lines.push([index, block])
    else paragraphs.set(block.group, [[index, block]])
  }
  const share = (lines: readonly (readonly [number, Block])[]): number =>
    lines.filter(([index]) => tasks.has(index)).length / lines.length
  return [...paragraphs.values()].flatMap((lines) => {
    const labelled = lines.filter(([, block]) => isLabelled(block))
    const body = lines.filter(
      ([, block], i) => !leadsOrCloses(block) && !(isTitled(block) && !isTitled(lines[i + 1]?.[1] ?? block)),
    )
    const isRun = !listed && body.length > 1 && body.every(([, block]) => isOneSentence(block))
    const plain = isRun || (lines.length > 2 && 3 * share(lines) >= 2) ? body : []
    return [...(3 * share(labelled) >= 1 ? labelled : []), ...plain].map(([index]) => index)
  })
}

const leadsOrCloses = ({ text, tokens }: Block): boolean =>
  /:\s*$/.test(text) || frames.has(tokens.words[0] ?? '')

/** "Testing Improvements" in plain text right above a task. */
const isTitleOf = (block: Block, next: Block | undefined): boolean =>
  block.form === 'line' &&
  next?.form === 'line' &&
  next.group === block.group &&
  isTitled(block) &&
  !isTitled(next) &&
  startsWithVerb(next.tokens.words)

/** "Code Standards": every word with a capital; above a line that is a task it names a group. */
const isTitled = ({ text }: Block): boolean => /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3}$/u.test(text)

const isOneSentence = ({ tokens: { words } }: Block): boolean =>
  words.length <= longestTask && !words.slice(0, -1).some(endsSentence)
const longestTask = 30

function isListed(index: number, blocks: readonly Block[], counted: ReadonlySet<number>): boolean {
  const block = blocks[index]
  return block?.form === 'row'
    ? !block.header
    : block?.form === 'item' && !isGroup(block, index, blocks, counted)
}

/** Stands inside a task: it explains it. */
function isDetail(block: Block, blocks: readonly Block[], tasks: ReadonlySet<number>): boolean {
  for (let parent = block.parent; parent !== undefined; parent = blocks[parent]?.parent)
    if (tasks.has(parent)) return true
  return false
}

/** The title of a group of tasks: short, wholly bold or with a colon at its end, over other blocks. */
function isGroup(
  block: Block,
  index: number,
  blocks: readonly Block[],
  counted: ReadonlySet<number>,
): boolean {
  const next = blocks[index + 1]
  const length = block.text.split(/\s+/).length
  const short = length <= 8
  const titled = block.emphatic || (/:\s*$/.test(block.text) && !isAssigned(block))
  if (next?.parent === index && (counted.has(block.group) || spellsTask(block, next))) return false
  if (next?.parent === index) return titled || length === 1 || (short && !startsWithVerb(block.tokens.words))
  const isBox = block.checked !== undefined && next?.checked !== undefined
  return titled && short && !isBox && next !== undefined && next.form !== 'heading'
}

/** "**Strict shells:** Add `set -eu`:" over what each of its letters is good for. */
const spellsTask = (block: Block, below: Block): boolean =>
  isLabelled(block) &&
  commands.has(tokenise(afterLabel(block)).words[0] ?? '') &&
  !startsWithVerb(below.tokens.words)

/**
 * Numbered lists whose numbers count tasks: each item has one below it at most, or some have none; not where what stands over
 * others are topics, "3. Monitoring".
 */
export function countedLists(blocks: readonly Block[]): ReadonlySet<number> {
  const below = new Map<number, number>()
  for (const { form, parent } of blocks)
    if (form === 'item' && parent !== undefined) below.set(parent, (below.get(parent) ?? 0) + 1)
  const lists = new Map<number, { count: number; topic: boolean }[]>()
  blocks.forEach(({ ordinal, group, text }, index) => {
    if (ordinal === undefined) return
    const list = lists.get(group) ?? []
    lists.set(group, list)
    const topic = /^[^\s:]+(?: [^\s:]+)?$/.test(text)
    list.push({ count: below.get(index) ?? 0, topic })
  })
  const counts = (list: readonly { count: number; topic: boolean }[]): boolean => {
    const over = list.filter(({ count }) => count > 0)
    if (over.length === list.length) return list.length > 1 && over.every(({ count }) => count === 1)
    return list.length > 1 && !(over.length > 0 && over.every(({ topic }) => topic))
  }
  return new Set([...lists].filter(([, list]) => counts(list)).map(([group]) => group))
}

/** "3. Configure the server to restart on failure" as a heading; not "Review of the deployment process". */
export function isTaskTitle({ form, tokens: { words } }: Block): boolean {
  const own = words.filter((word) => /^\p{L}/u.test(word))
  const [first = '', second = ''] = own
  return form === 'heading' && own.length > 3 && commands.has(first) && !/^(?:of|for|and)$/.test(second)
}

/** A sentence that plans something and ends in a colon: what follows are its details, "We will upgrade. Specifically:". */
function isSpelledOut(block: Block): boolean {
  const { words } = block.tokens
  return (
    /:\s*$/.test(block.text) &&
    words.includes('will') &&
    !frames.has(words[0] ?? '') &&
    !words.some((word) => promised.has(word)) &&
    plansSomething(words)
  )
}

/** "**AC** Have alerts for:": what follows are its details. */
const isAssigned = (block: Block): boolean =>
  isLabelled(block) && block.label !== undefined && namesInitials(block.label.value)

/** "Deadline: ...", "Owner: ..." on a line of its own: what it says, it says of the task above. */
export const isField = ({ form, label }: Block): boolean =>
  form === 'line' && label !== undefined && field.test(label.value)
const field =
  /^(?:deadline|due(?: date)?|eta|target date|owner|assignee|assigned to|responsible|status|priority|estimate)$/i

/** "Action item: ...", "TODO: ..." */
export const isNamedTask = ({ label }: Block): boolean =>
  label !== undefined && /^(?:action(?! taken)(?: item)?|task|to-?do)\b/i.test(label.value)

/** A line that says what will be done: it starts with a verb, or plans it in so many words. */
function isTask(block: Block, within: boolean): boolean {
  const { words } = block.tokens
  const [first = ''] = words
  if (/:\s*$/.test(block.text)) return false
  if (isNamedTask(block)) return true
  const named = first === 'the' && !words.some((word) => promised.has(word))
  if (frames.has(first) && !named) return plansSomething(afterAim(words))
  return within || startsWithVerb(words) || plansSomething(words)
}

/** What follows "To prevent this, ..." or "Moving forward, ...", where that is no promise of a list. */
function afterAim(words: readonly string[]): readonly string[] {
  const comma = aimed.has(words[0] ?? '') ? words.indexOf(',') : -1
  const rest = comma < 0 ? [] : words.slice(comma + 1)
  return rest.some((word) => promised.has(word)) ? [] : rest
}
const aimed = wordSet('to, moving, going')

/** True if a sentence, after its label, begins with a verb: "Monitoring: Add an alert", "We will add". */
export function startsWithVerb(words: readonly string[]): boolean {
  let fresh = true
  let leads = 0
  for (const word of words) {
    if (endsSentence(word) || word === ':') {
      fresh = true
      leads = 0
    } else if (fresh) {
      if (acts.has(word)) return true
      fresh = word === ',' ? leads > 0 : before.has(word) && leads++ < 4
    }
  }
  return false
}

/** "The team should monitor", "we can create a bounty"; not "will prevent such incidents". */
function plansSomething(words: readonly string[]): boolean {
  return words.some((word, at) => {
    if (!plans.has(word) || word === 'to') return false
    const verb = words.slice(at + 1, at + 4).find((next) => acts.has(next) || next === 'be')
    return verb !== undefined && (verb === 'be' || !purposes.has(verb))
  })
}
