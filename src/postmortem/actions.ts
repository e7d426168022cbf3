import { readItem, surroundings } from './actionItems.ts'
import { afterLabel } from './labels.ts'
import type { ActionItem, Actions, ActionsForm, Block, Cited, Section } from './postmortem.ts'
import {
  countedLists,
  type Found,
  isLabelled,
  isNamedTask,
  isTaskTitle,
  type Part,
  promised,
  saysNothing,
  tasksOf,
} from './taskBlocks.ts'

/** The follow-up tasks: where they stand, how they are listed, and what each says of owner, date and ticket. */
export function readActions(
  blocks: readonly Block[],
  sections: readonly Section[],
  participants: ReadonlySet<string> = new Set(),
): Actions {
  const parts = partsOf(blocks, sections)
  const found = parts.length > 0 ? parts : elsewhere(blocks)
  const counted = countedLists(blocks)
  const titled = titledTasks(found)
  const told = found.map((part) => ({ part, tasks: titled.get(part) ?? tasksOf(part, blocks, counted) }))
  const above = new Map(sections.map(({ block, parent }) => [blocks[block], sections[parent ?? -1]]))
  const topics = new Set(found.filter((part) => isTopic(part, above.get(part.title), blocks)))
  const listed = told.flatMap(({ part, tasks }) =>
    tasks.length === 0 && topics.size > 1 && topics.has(part) && !saysNothing(blocks[part.blocks[0] ?? -1])
      ? firstLine(part)
      : tasks.map((task) => ({ ...task, root: part.root })),
  )
  const tasks = onlyLists(onlyBoxes(listed, blocks), blocks)
  const denied = tasks.length > 1 ? undefined : denialIn(found, blocks)
  const own = new Set(tasks.map(({ index }) => index))
  const beside = found.flatMap((part) =>
    part.blocks.flatMap((index) => (own.has(index) ? [] : (blocks[index] ?? []))),
  )
  const around = surroundings(
    blocks,
    beside.filter(({ form }) => form === 'line'),
    participants,
  )
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

/** Where several headings among the tasks are tasks, "Set up an alert on memory", what stands below them explains them. */
function titledTasks(parts: readonly Part[]): ReadonlyMap<Part, readonly Found[]> {
  const roots = new Map<number | undefined, Part[]>()
  for (const part of parts)
    if (part.title && isTaskTitle(part.title)) {
      const own = roots.get(part.root)
      if (own) own.push(part)
      else roots.set(part.root, [part])
    }
  const several = [...roots.values()].filter((own) => own.length > 1).flat()
  return new Map(
    several.map((part) => [
      part,
      part.opener === undefined ? [] : [{ index: part.opener, title: undefined }],
    ]),
  )
}

/** What is said in prose of prevention, where the tasks are listed in a section of their own, tells why they are. */
function onlyLists(tasks: readonly Found[], blocks: readonly Block[]): readonly Found[] {
  const isListed = ({ index }: Found): boolean => {
    const block = blocks[index]
    return block?.form !== 'line' || isNamedTask(block)
  }
  const listed = new Set(tasks.filter(isListed).map(({ root }) => root))
  const lines = new Map<number | undefined, number>()
  for (const { root, sentence } of tasks)
    if (sentence === undefined) lines.set(root, (lines.get(root) ?? 0) + 1)
  return listed.size === 0
    ? tasks
    : tasks.filter(
        ({ root, sentence }) => listed.has(root) || (sentence === undefined && (lines.get(root) ?? 0) > 1),
      )
}

const firstLine = ({ title, blocks: [index] }: Part): Found[] =>
  index === undefined ? [] : [{ index, title }]

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
  const parts: { title: Block | undefined; opener: number; blocks: number[]; root: number }[] = []
  let root = -1
  blocks.forEach((block, index) => {
    if (!inside[index]) return
    if (roots.has(index)) root = index
    const fresh = titles.has(index) || block.form === 'heading' || !inside[index - 1]
    if (fresh)
      parts.push({
        title: titles.has(index) || block.form === 'heading' ? block : undefined,
        opener: index,
        blocks: [],
        root,
      })
    const own = parts.at(-1)
    // a label carries text of its own
    if (own && (block !== own.title || isLabelled(block))) own.blocks.push(index)
  })
  return parts
}

/** Where no section is on actions. */
function elsewhere(blocks: readonly Block[]): Part[] {
  const parts = [...tablesOfTasks(blocks), ...promisedLists(blocks)]
  return parts.length > 0 ? parts : boxes(blocks)
}

/** Boxes to tick, of which some are open; where all are ticked they may be the steps that were taken. */
function boxes(blocks: readonly Block[]): Part[] {
  const open = blocks.some(({ checked }) => checked === false)
  const list = blocks.flatMap(({ checked }, index) => (checked === undefined ? [] : [index]))
  return open ? [{ title: undefined, blocks: list }] : []
}

/** Tables with a column of action items. */
function tablesOfTasks(blocks: readonly Block[]): Part[] {
  const tables = new Map<number, number[]>()
  blocks.forEach(({ header, cells, group }, index) => {
    if (header && cells?.some(({ value }) => /^(?:action items?|follow-?ups?|to-?dos?)$/i.test(value.trim())))
      tables.set(group, [])
    tables.get(group)?.push(index)
  })
  return [...tables.values()].map((table) => ({ title: undefined, blocks: table }))
}

/** The list that a sentence such as "to avoid this, we will do the following:" leads to. */
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
