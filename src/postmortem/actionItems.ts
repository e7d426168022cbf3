import {
  findDate,
  findDue,
  findHorizon,
  findOwner,
  findOwnerOfAll,
  findTicket,
  namesInitials,
  ticketLinkIn,
} from './actionParts.ts'
import { columns, finished } from './actionWords.ts'
import { leadIn } from './participants.ts'
import type { ActionItem, Block, Cited } from './postmortem.ts'
import { type Found, isField } from './taskBlocks.ts'

/** By groups of blocks: the header of a table, and the bold line right above a list. */
export interface Around {
  readonly headers: ReadonlyMap<number, Block>
  readonly leads: ReadonlyMap<number, Block>
  /** Who owns the tasks that name nobody. */
  readonly owner?: Cited
  readonly participants: ReadonlySet<string>
}

/** What tasks say by where they stand, read once for all of them; `beside` is what stands among them and is none. */
export function surroundings(
  blocks: readonly Block[],
  beside: readonly Block[],
  participants: ReadonlySet<string>,
): Around {
  const headers = new Map<number, Block>()
  const leads = new Map<number, Block>()
  blocks.forEach((block, index) => {
    const above = blocks[index - 1]
    if (block.header) headers.set(block.group, block)
    if (above?.form === 'line' && above.emphatic && above.group !== block.group && !leads.has(block.group))
      leads.set(block.group, above)
  })
  const owner = firstOf(beside, findOwnerOfAll)
  return { headers, leads, participants, ...(owner && { owner }) }
}

/** The task that a block or one of its sentences is, with its owner, date and ticket; nothing where there is no block. */
export function readItem(
  { index, title, sentence }: Found,
  blocks: readonly Block[],
  { headers, leads, owner: ownerOfAll, participants }: Around,
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
    firstOf([own], (text) => leadIn(text, participants)) ??
    (title?.text.includes('@') ? firstOf(above, findOwner) : undefined) ??
    (block.label && namesInitials(block.label.value) ? block.label : undefined) ??
    (lead && namesInitials(lead.text) ? { value: lead.text, at: lead.at } : undefined) ??
    ownerOfAll
  const date = cellOf(block, header, columns.due)
  const due = (date && findIn(date, findDate)) ?? firstOf(said, findDue) ?? firstOf(above, findHorizon)
  const named = ticketOf([...said, ...above])
  const ticket = named && isNeighbour(named.value, block) ? undefined : named
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

/** "Even if #2 comes first": in a numbered list another task. */
const isNeighbour = (ticket: string, { ordinal }: Block): boolean =>
  ordinal !== undefined && /^#\d$/.test(ticket)

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
