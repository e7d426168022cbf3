import type { Position } from 'unist'
import { positionAt, sourceAt } from './place.ts'
import type { Block, Cited, Downtime, OddZone, Timeline } from './postmortem.ts'
import { nameInSeason } from './zones.ts'

/** Letters of a zone, with the day that they are said of. */
interface Named {
  readonly name: string
  readonly date: string
  readonly at: Position
  /** Its times stand in one list, table or paragraph. */
  readonly group: number
}

/**
 * Zones that are named by the letters of the other half of the year, once for each list, paragraph or title that does: in
 * the times of the timeline, in its title or note, and in the stated start and end.
 */
export function readOddZones(
  source: string,
  blocks: readonly Block[],
  { entries, zone }: Timeline,
  { start, end }: Downtime,
): OddZone[] {
  const named: Named[] = []
  for (const { block, when } of entries)
    if (when?.value.zone && when.value.date && when.value.own.zone)
      named.push({ name: when.value.zone, date: when.value.date, at: when.at, group: block.group })
  if (zone && !named.some(({ at }) => covers(at, zone.at))) {
    const dates = entries.flatMap(({ when }) => when?.value.date ?? [])
    const group = blocks.find(({ at }) => covers(at, zone.at))?.group ?? -1
    named.push(...[...new Set(dates)].map((date) => ({ name: zone.value, date, at: zone.at, group })))
  }
  for (const stated of [start, end])
    if (stated?.value.zone && stated.value.date)
      named.push({
        name: stated.value.zone,
        date: stated.value.date,
        at: stated.at,
        group: groupAt(blocks, stated),
      })
  const groups = new Map<string, Named[]>()
  for (const one of named) {
    const key = `${one.name} ${one.group}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((group) => oddZone(source, group))
}

const groupAt = (blocks: readonly Block[], { at }: Cited<unknown>): number =>
  blocks.find((block) => covers(block.at, at))?.group ?? -1

const covers = (outer: Position, inner: Position): boolean =>
  (outer.start.offset ?? 0) <= (inner.start.offset ?? 0) && (inner.end.offset ?? 0) <= (outer.end.offset ?? 0)

/** From the first place where the letters do not hold to the last; with others in place of them if they never hold. */
function oddZone(source: string, named: readonly Named[]): OddZone[] {
  const wrong = named.flatMap((one) => {
    const other = nameInSeason(one.name, Date.parse(`${one.date}T12:00:00Z`))
    return other === undefined ? [] : [{ ...one, other }]
  })
  const [first, last] = [wrong[0], wrong.at(-1)]
  if (!first || !last) return []
  const within = positionAt(source, first.at.start.offset ?? 0, last.at.end.offset ?? 0)
  const text = sourceAt(source, within)
  const all = wrong.length === named.length && text.split(first.name).length === wrong.length + 1
  return [
    {
      value: first.name,
      other: first.other,
      date: first.date,
      at: within,
      ...(all && { expected: text.replaceAll(first.name, first.other) }),
    },
  ]
}
