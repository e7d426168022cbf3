import type { CalendarDate } from './dates.ts'
import { momentsAt, type Reading } from './moments.ts'
import type { Block } from './postmortem.ts'
import { type Columns, columnsOf, isDayOnly, isTitle, type Unit, unitOfRow, unitsOf } from './units.ts'
import { declaredZone } from './zones.ts'

/** What a stretch of blocks holds, in order: something that may be an entry, a new day, or the start of something else. */
export type Piece =
  | { readonly kind: 'unit'; readonly unit: Unit }
  | { readonly kind: 'day'; readonly date: CalendarDate }
  | { readonly kind: 'break'; readonly by: Block['form'] }

/**
 * The pieces of the blocks from one index up to another. What is nested belongs to what it is nested in, unless that is no
 * more than the day or the name of a group whose members carry times of their own.
 */
export function piecesOf(doc: Reading, from: number, to: number): Piece[] {
  const { blocks } = doc
  const pieces: Piece[] = []
  const tops: number[] = []
  const tables = new Map<number, Block[]>()
  const columns = new Map<number, Columns>()
  for (let index = from; index < to; index++) {
    const block = blocks[index]
    if (!block || !isVisible(block)) continue
    if (block.form === 'row') {
      const rows = tables.get(block.group)
      if (rows) rows.push(block)
      else tables.set(block.group, [block])
    }
    if (block.parent === undefined || block.parent < from) tops.push(index)
  }

  function units(index: number): Unit[] {
    const block = blocks[index]
    if (!block) return []
    if (block.form !== 'row') return unitsOf(block, index, momentsAt(doc, index))
    const found = columns.get(block.group) ?? columnsOf(tables.get(block.group) ?? [])
    columns.set(block.group, found)
    return [unitOfRow(block, index, found)]
  }

  function addTitle(index: number, position: number): void {
    const date = momentsAt(doc, index).find((moment) => moment.date && !moment.clock)?.date
    const own = units(index)
    if (date && coversTimes(position)) pieces.push({ kind: 'day', date })
    else if (own[0]?.plain) addUnits(own)
    else pieces.push({ kind: 'break', by: 'heading' })
  }

  function addLine(block: Block, index: number): void {
    const own = units(index)
    const [first] = own
    const date = momentsAt(doc, index).find((moment) => moment.date && !moment.clock)?.date
    if (date && first && own.length === 1 && (isDayOnly(first) || isNote(block)))
      pieces.push({ kind: 'day', date })
    else if (!first?.when && announces(block)) pieces.push({ kind: 'break', by: block.form })
    else addUnits(own)
  }

  function addItem(block: Block, index: number): void {
    const own = units(index)
    const [first] = own
    if (block.header && !first?.when?.clock) return
    const group =
      first && !(first.plain && first.when?.clock) ? membersOf(index, first.when ? 1 : 2) : undefined
    if (group) {
      const date = first?.when?.date
      pieces.push(date ? { kind: 'day', date } : { kind: 'break', by: block.form })
      for (const member of group) add(member, -1)
    } else addUnits(own)
  }

  function add(index: number, position: number): void {
    const block = blocks[index]
    if (block && isTitle(block)) addTitle(index, position)
    else if (block?.form === 'line') addLine(block, index)
    else if (block) addItem(block, index)
  }

  function addUnits(own: readonly Unit[]): void {
    for (const unit of own) {
      const when = unit.when ?? whenBelow(unit.index)
      pieces.push({ kind: 'unit', unit: when && !unit.when ? { ...unit, when } : unit })
    }
  }

  /** The blocks directly below an item, if at least so many and half of them carry clock times of their own. */
  function membersOf(index: number, least: number): number[] | undefined {
    const members: number[] = []
    let timed = 0
    for (let next = index + 1; next < to && isWithin(blocks[next], index); next++) {
      const block = blocks[next]
      if (!block || block.parent !== index || !isVisible(block)) continue
      members.push(next)
      if (momentsAt(doc, next).length > 0 && units(next).some(({ plain, when }) => plain && when?.clock))
        timed++
    }
    return timed >= least && timed * 2 >= members.length ? members : undefined
  }

  /** The first time that is told below an entry which tells none itself. */
  function whenBelow(index: number): Unit['when'] {
    for (let next = index + 1; next < to && isWithin(blocks[next], index); next++) {
      const moments = momentsAt(doc, next)
      if (moments.length > 0) return moments.find(({ clock }) => clock) ?? moments[0]
    }
    return undefined
  }

  /** Whether clock times follow a title, before the next title of its level. */
  function coversTimes(position: number): boolean {
    const level = levelOf(blocks[tops[position] ?? -1])
    for (let i = position + 1; i < tops.length; i++) {
      const index = tops[i] ?? -1
      const timed =
        momentsAt(doc, index).length > 0 && units(index).find(({ plain, when }) => plain && when?.clock)
      if (levelOf(blocks[index]) <= level) return timed ? !timed.when?.date : false
      if (timed) return true
    }
    return false
  }

  tops.forEach(add)
  return pieces
}

/** Level of a heading; bold lines stand below all headings, other blocks below those. */
const levelOf = (block: Block | undefined): number =>
  block?.form === 'heading' ? block.depth : block && isTitle(block) ? 7 : 8

const isVisible = ({ quoted, text, form }: Block): boolean =>
  !quoted && text !== '' && form !== 'code' && form !== 'figure'

/** Blocks that stand inside an item follow it, each with a parent no earlier than the item. */
const isWithin = (block: Block | undefined, index: number): boolean => (block?.parent ?? -1) >= index

/** "All times in PST, on February 5th 2019". */
const isNote = ({ text }: Block): boolean => text.length < 120 && declaredZone(text, false) !== undefined

const announces = ({ text }: Block): boolean => text.endsWith(':')
