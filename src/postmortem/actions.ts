import { findDate, findDue, findOwner, findTicket, ticketLinkIn } from './actionParts.ts'
import { aims, columns, ends, finished, framers, leaders, planners, promises, verbs } from './actionWords.ts'
import { wordSet } from './lexicon.ts'
import type { ActionItem, Actions, ActionsForm, Block, Cited, Section } from './postmortem.ts'
import { endsSentence } from './tokens.ts'

const acts = new Set([...wordSet(verbs)].flatMap((verb) => [verb, gerundOf(verb)]))
const before = wordSet(leaders)
const plans = wordSet(planners)
const purposes = wordSet(aims)
const frames = wordSet(framers)
const closers = wordSet(ends)
const promised = wordSet(promises)

function gerundOf(verb: string): string {
  if (verb.endsWith('e')) return `${verb.slice(0, -1)}ing`
  return /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(verb) ? `${verb}${verb.at(-1)}ing` : `${verb}ing`
}

/** A stretch of the section on actions under one title. */
interface Part {
  readonly title: Block | undefined
  readonly blocks: readonly number[]
  /** Where the outermost section that it is of begins. */
  readonly root?: number
}

/** The follow-up tasks: where they stand, how they are listed, and what each says of owner, date and ticket. */
export function readActions(blocks: readonly Block[], sections: readonly Section[]): Actions {
  const parts = partsOf(blocks, sections)
  const found = parts.length > 0 ? parts : [...tablesOfTasks(blocks), ...promisedLists(blocks)]
  const counted = countedLists(blocks)
  const told = found.map((part) => ({ part, tasks: tasksOf(part, blocks, counted) }))
  const above = new Map(sections.map(({ block, parent }) => [blocks[block], sections[parent ?? -1]]))
  const topics = new Set(found.filter((part) => isTopic(part, above.get(part.title), blocks)))
  const listed = told.flatMap(({ part, tasks }) =>
    tasks.length === 0 && topics.size > 1 && topics.has(part)
      ? firstLine(part)
      : tasks.map((task) => ({ ...task, root: part.root })),
  )
  const tasks = onlyBoxes(listed, blocks)
  const denied = tasks.length > 1 ? undefined : denialIn(found, blocks)
  const around = surroundings(blocks)
  const items = denied ? [] : tasks.flatMap((task) => readItem(task, blocks, around))
  const [start] = found
  const opener = start?.title ?? blocks[start?.blocks[0] ?? -1]
  const prose = found.some((part) => part.blocks.some((index) => blocks[index]?.form === 'line'))
  return {
    form: items.length > 0 ? formOf(items) : prose && !denied ? 'paragraphs' : 'none',
    items,
    ...(denied && { denied }),
    ...(opener && { at: opener.at }),
  }
}

/** A heading among the tasks that names one of them, over text that tells it: "Removal of the flag". */
function isTopic(
  { title, blocks: own }: Part,
  above: Section | undefined,
  blocks: readonly Block[],
): boolean {
  return (
    title?.form === 'heading' &&
    above?.kinds.includes('actions') === true &&
    own.length > 0 &&
    own.every((index) => blocks[index]?.form === 'line')
  )
}

const firstLine = ({ title, blocks: [index] }: Part): Found[] =>
  index === undefined ? [] : [{ index, title }]

interface Found {
  readonly index: number
  readonly title: Block | undefined
  readonly root?: number | undefined
  /** Of a paragraph of several tasks the text of one. */
  readonly sentence?: string
}

/** Where a section has its tasks in boxes to tick, what others list without boxes tells more of them. */
function onlyBoxes(tasks: readonly Found[], blocks: readonly Block[]): readonly Found[] {
  const isBox = ({ index }: Found): boolean => blocks[index]?.checked !== undefined
  const boxed = new Set(tasks.filter(isBox).map(({ root }) => root))
  return tasks.filter(isBox).length > 2 ? tasks.filter(({ root }) => boxed.has(root)) : tasks
}

/** The form of most items. */
function formOf(items: readonly ActionItem[]): ActionsForm {
  const counts = new Map<ActionsForm, number>()
  for (const { block } of items) {
    const form =
      block.form === 'row'
        ? 'table'
        : block.form !== 'item'
          ? 'paragraphs'
          : block.checked !== undefined
            ? 'checkboxes'
            : block.ordinal !== undefined
              ? 'numbered'
              : 'bullets'
    counts.set(form, (counts.get(form) ?? 0) + 1)
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ['none', 0])[0]
}

// --- Where the tasks are ---

/** Sections on actions, cut at their titles; sections of another kind inside them are left out. */
function partsOf(blocks: readonly Block[], sections: readonly Section[]): Part[] {
  const inside = new Array<boolean>(blocks.length).fill(false)
  const titles = new Set<number>()
  for (const section of sections) {
    if (section.form !== 'label' || section.kinds.length > 0) titles.add(section.block)
    if (section.kinds.length > 0 || section.side)
      inside.fill(section.kinds.includes('actions'), section.block, section.end)
  }
  const roots = new Set(
    sections.flatMap(({ kinds, block, parent }) =>
      kinds.includes('actions') && !sections[parent ?? -1]?.kinds.includes('actions') ? [block] : [],
    ),
  )
  const parts: { title: Block | undefined; blocks: number[]; root: number }[] = []
  let root = -1
  blocks.forEach((block, index) => {
    if (!inside[index]) return
    if (roots.has(index)) root = index
    const fresh = titles.has(index) || block.form === 'heading' || !inside[index - 1]
    if (fresh)
      parts.push({
        title: titles.has(index) || block.form === 'heading' ? block : undefined,
        blocks: [],
        root,
      })
    const own = parts.at(-1)
    // a label carries text of its own
    if (own && (block !== own.title || isLabelled(block))) own.blocks.push(index)
  })
  return parts
}

const isLabelled = (block: Block): boolean =>
  block.form !== 'heading' && block.label !== undefined && afterLabel(block) !== ''

const afterLabel = ({ text, label }: Block): string =>
  label ? text.slice(text.indexOf(label.value) + label.value.length).replace(/^[\s:]+/, '') : text

/** Tables with a column of action items, where no section is on actions. */
function tablesOfTasks(blocks: readonly Block[]): Part[] {
  const tables = new Map<number, number[]>()
  blocks.forEach(({ header, cells, group }, index) => {
    if (header && cells?.some(({ value }) => /^(?:action items?|follow-?ups?|to-?dos?)$/i.test(value.trim())))
      tables.set(group, [])
    tables.get(group)?.push(index)
  })
  return [...tables.values()].map((table) => ({ title: undefined, blocks: table }))
}

/** The list that a sentence such as "to avoid this, we will do the following:" leads to, where no section is on actions. */
function promisedLists(blocks: readonly Block[]): Part[] {
  const lead = blocks.findIndex(
    (block, index) => block.form === 'line' && blocks[index + 1]?.form === 'item' && isPromise(block),
  )
  if (lead < 0) return []
  const end = blocks.findIndex(({ form }, index) => index > lead && form === 'heading')
  const list = blocks.map((_, index) => index).slice(lead + 1, end < 0 ? blocks.length : end)
  return [{ title: blocks[lead], blocks: list }]
}

/** A lead-in that speaks of the future: "Going forward, we will do the following:". */
function isPromise(block: Block): boolean {
  const { words } = block.tokens
  const last = words.slice(-30)
  return (
    /:\s*$/.test(block.text) &&
    last.some((word) => promised.has(word)) &&
    (last.some((word) => word === 'will' || word === 'going' || word === 'plan' || word === 'doing') ||
      /^to (?:prevent|avoid)\b/i.test(block.text))
  )
}

// --- Which blocks are tasks ---

/** Rows and items that are tasks; where a part has none, the lines that read like tasks. */
function tasksOf(part: Part, blocks: readonly Block[], counted: ReadonlySet<number>): Found[] {
  const tasks = new Set<number>()
  const groups = new Set<number>()
  const listed = part.blocks.some((index) => isListed(index, blocks, counted))
  let lead: Block | undefined
  for (const index of part.blocks) {
    const block = blocks[index]
    if (!block || block.form === 'code' || block.form === 'figure' || block.text === '' || block.header)
      continue
    if (isDetail(block, blocks, tasks) || isField(block)) continue
    if (block.form === 'row') tasks.add(index)
    else if (isGroup(block, index, blocks, counted)) groups.add(index)
    else if (block.form === 'item') {
      if (!lead || !isSpelledOut(lead)) tasks.add(index)
    } else if (block.form === 'line') {
      lead = block
      const within = block.parent !== undefined && groups.has(block.parent)
      if ((!listed || within || isNamedTask(block)) && isTask(block, within)) tasks.add(index)
      else if (listed && isSpelledOut(block)) tasks.add(index)
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
  const whole = [...tasks].filter((index) => !split.has(index))
  return [...whole.map((index) => ({ index, title })), ...sentences].sort((a, b) => a.index - b.index)
}

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

/** Paragraphs of running text are a task each where most of them say what should be. */
function plannedParagraphs(part: Part, blocks: readonly Block[]): number[] {
  const firsts = part.blocks.filter((index, i) => {
    const [block, before] = [blocks[index], blocks[part.blocks[i - 1] ?? -1]]
    return block?.form === 'line' && block.group !== before?.group
  })
  const planned = firsts.filter((index) => {
    const words = blocks[index]?.tokens.words ?? []
    return !closers.has(words[0] ?? '') && words.some((word) => modals.has(word))
  })
  return firsts.length >= 3 && 5 * planned.length >= 3 * firsts.length ? firsts : []
}
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
    const body = lines.filter(([, block]) => !leadsOrCloses(block))
    const isRun = !listed && body.length > 1 && body.every(([, block]) => isOneSentence(block))
    const plain = isRun || (lines.length > 2 && 3 * share(lines) >= 2) ? body : []
    return [...(3 * share(labelled) >= 1 ? labelled : []), ...plain].map(([index]) => index)
  })
}

const leadsOrCloses = ({ text, tokens }: Block): boolean =>
  /:\s*$/.test(text) || frames.has(tokens.words[0] ?? '')

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
  const titled = block.emphatic || /:\s*$/.test(block.text)
  if (next?.parent === index && counted.has(block.group)) return false
  if (next?.parent === index) return titled || length === 1 || (short && !startsWithVerb(block.tokens.words))
  return titled && short && next !== undefined && next.form !== 'heading'
}

/** Numbered lists whose numbers count tasks: each item has one below it at most, or some have none. */
function countedLists(blocks: readonly Block[]): ReadonlySet<number> {
  const below = new Map<number, number>()
  for (const { form, parent } of blocks)
    if (form === 'item' && parent !== undefined) below.set(parent, (below.get(parent) ?? 0) + 1)
  const lists = new Map<number, number[]>()
  blocks.forEach(({ ordinal, group }, index) => {
    if (ordinal === undefined) return
    const list = lists.get(group) ?? []
    lists.set(group, list)
    list.push(below.get(index) ?? 0)
  })
  const counts = ([, list]: [number, number[]]): boolean =>
    list.length > 1 && (list.includes(0) || list.every((count) => count === 1))
  return new Set([...lists].filter(counts).map(([group]) => group))
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

/** "Deadline: ...", "Owner: ..." on a line of its own: what it says, it says of the task above. */
const isField = ({ form, label }: Block): boolean =>
  form === 'line' && label !== undefined && field.test(label.value)
const field =
  /^(?:deadline|due(?: date)?|eta|target date|owner|assignee|assigned to|responsible|status|priority|estimate)$/i

/** "Action item: ...", "TODO: ..." */
const isNamedTask = ({ label }: Block): boolean =>
  label !== undefined && /^(?:action(?: item)?|task|to-?do)\b/i.test(label.value)

/** A line that says what will be done: it starts with a verb, or plans it in so many words. */
function isTask(block: Block, within: boolean): boolean {
  const { words } = block.tokens
  const [first = ''] = words
  if (/:\s*$/.test(block.text)) return false
  if (isNamedTask(block)) return true
  if (frames.has(first)) return plansSomething(afterAim(words))
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
function startsWithVerb(words: readonly string[]): boolean {
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

/** "None.", "No action, because ...", "N/A" as all that a section says. */
function denialIn(parts: readonly Part[], blocks: readonly Block[]): Cited | undefined {
  for (const part of parts)
    for (const index of part.blocks) {
      const block = blocks[index]
      const text = block && isLabelled(block) ? afterLabel(block) : block?.text
      if (block && text && denial.test(text)) return { value: text, at: block.at }
    }
  return undefined
}
const denial =
  /^(?:none\b|n\/a$|nil$|nothing\b|no (?:(?:further|additional|new|follow-?up|corrective|preventative|preventive) )*(?:actions?|action items?|items|measures|tasks?|follow-?ups?|changes?)\b)/i

// --- What a task says ---

/** By groups of blocks: the header of a table, and the bold line right above a list. */
interface Around {
  readonly headers: ReadonlyMap<number, Block>
  readonly leads: ReadonlyMap<number, Block>
}

function surroundings(blocks: readonly Block[]): Around {
  const headers = new Map<number, Block>()
  const leads = new Map<number, Block>()
  blocks.forEach((block, index) => {
    const above = blocks[index - 1]
    if (block.header) headers.set(block.group, block)
    if (above?.form === 'line' && above.emphatic && above.group !== block.group && !leads.has(block.group))
      leads.set(block.group, above)
  })
  return { headers, leads }
}

function readItem(
  { index, title, sentence }: Found,
  blocks: readonly Block[],
  { headers, leads }: Around,
): ActionItem[] {
  const block = blocks[index]
  if (!block) return []
  const header = block.form === 'row' ? headers.get(block.group) : undefined
  const lead = leads.get(block.group)
  const own = sentence === undefined ? block : { ...block, text: sentence }
  const said = [own, ...detailsOf(index, blocks)]
  const above = title ? [title] : []
  const owner =
    cellOf(block, header, columns.owner) ??
    firstOf(said, findOwner) ??
    (title?.text.includes('@') ? firstOf(above, findOwner) : undefined) ??
    initialsIn(block.label) ??
    (lead && initialsIn({ value: lead.text, at: lead.at }))
  const date = cellOf(block, header, columns.due)
  const due = (date && findIn(date, findDate)) ?? firstOf([...said, ...above], findDue)
  const ticket = ticketOf([...said, ...above])
  const task = cellOf(block, header, columns.task) ?? block.cells?.find(({ value }) => /\p{L}/u.test(value))
  return [
    {
      block,
      text: task?.value ?? own.text,
      done: isDone(block, title),
      ...(owner && { owner }),
      ...(due && { due }),
      ...(ticket && { ticket }),
    },
  ]
}

/** "**AC** Move the alert", "**Vendor via AG**" above a list: people by their initials. */
function initialsIn(said: Cited | undefined): Cited | undefined {
  const words = said?.value.replace(/[:,&]/g, ' ').split(/\s+/).filter(Boolean) ?? []
  const initials = words.filter((word) => /^\p{Lu}{2,3}$/u.test(word) && !abbreviations.has(word))
  const named = words.every(
    (word) => initials.includes(word) || /^(?:\p{Lu}\p{Ll}+|and|via|with)$/u.test(word),
  )
  return initials.length > 0 && named ? said : undefined
}
const abbreviations = new Set(
  'API APP AWS CD CDN CI CLI CPU CSS DB DNS ETA GCP GPU HA IAM IP JS JVM K8S LB LDAP ML MTU NFS OS PR QA RAM RPC S3 SDK SLA SLO SQL SSH SSL TLS TTL UI URL UX VM VPN WAF XML'.split(
    ' ',
  ),
)

/** Blocks inside a task, and the fields below it. */
function detailsOf(task: number, blocks: readonly Block[]): Block[] {
  const details: Block[] = []
  const inside = new Set([task])
  for (let i = task + 1; i < blocks.length; i++) {
    const block = blocks[i]
    if (!block || !(isField(block) || (block.parent !== undefined && inside.has(block.parent)))) break
    inside.add(i)
    details.push(block)
  }
  return details
}

/** The cell under a header, if it says anything. */
function cellOf(row: Block, header: Block | undefined, name: RegExp): Cited | undefined {
  const column = header?.cells?.findIndex(({ value }) => name.test(value)) ?? -1
  const cell = row.cells?.[column]
  return cell && !/^(?:[\s?–—-]*|n\/a|none|tbd|tba|todo|unassigned)$/i.test(cell.value) ? cell : undefined
}

function findIn({ value: text, at }: Cited, find: (text: string) => string | undefined): Cited | undefined {
  const value = find(text)
  return value === undefined ? undefined : { value, at }
}

function firstOf(said: readonly Block[], find: (text: string) => string | undefined): Cited | undefined {
  for (const { text, at } of said) {
    const found = findIn({ value: text, at }, find)
    if (found) return found
  }
  return undefined
}

function ticketOf(said: readonly Block[]): Cited | undefined {
  for (const block of said) {
    const link = ticketLinkIn(block)
    if (link) return link
  }
  return firstOf(said, findTicket)
}

/** Ticked, struck out, or marked as done by itself, a cell or its title. */
function isDone({ checked, cells, spans, text }: Block, title: Block | undefined): boolean {
  if (checked !== undefined) return checked
  const struck = spans.reduce((sum, { kind, length }) => sum + (kind === 'deleted' ? length : 0), 0)
  const marks = [text, ...(title ? [title.text] : []), ...(cells?.map(({ value }) => value) ?? [])]
  return struck > text.length / 2 || marks.some((mark) => finished.test(mark))
}
