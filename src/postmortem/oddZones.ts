import type { Position } from 'unist'
import { dayInMs } from './dates.ts'
import { positionAt, sourceAt } from './place.ts'
import type { Block, Cited, Downtime, OddZone, Timeline } from './postmortem.ts'
import { minutesOf, namesInSeason, zoneNamed } from './zones.ts'

/** Letters of a zone, with the day that they are said of. */
interface Named {
  readonly name: string
  /** What holds on that day, where it is another name. */
  readonly other: string | undefined
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
  const onDay = namesInSeason()
  const inSeason = (name: string, date: string): string | undefined => onDay(name, Date.parse(date) / dayInMs)
  const dated = entries.flatMap(({ block, when }) => {
    const { zone: name, date, own } = when?.value ?? {}
    return when && name && date && !when.value.impossible
      ? [{ name, other: inSeason(name, date), date, at: when.at, group: block.group, own: own?.zone }]
      : []
  })
  const named: Named[] = dated.filter(({ own }) => own)
  if (zone && !named.some(({ at }) => covers(at, zone.at))) {
    const group = groupAt(blocks, zone)
    named.push(...dated.flatMap((one) => (one.name === zone.value ? [{ ...one, at: zone.at, group }] : [])))
  }
  for (const stated of [start, end]) {
    const { zone: name, date } = stated?.value ?? {}
    if (!stated || !name || !date) continue
    named.push({ name, other: inSeason(name, date), date, at: stated.at, group: groupAt(blocks, stated) })
  }
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
  const wrong = named.filter(({ name, other, at }) => other && !isMeant(sourceAt(source, at), name, other))
  const [first, last] = [wrong[0], wrong.at(-1)]
  if (!first?.other || !last) return []
  const { name, other, date } = first
  const within = positionAt(source, first.at.start.offset ?? 0, last.at.end.offset ?? 0)
  const text = sourceAt(source, within)
  const places = new Map(wrong.map(({ at }) => [at.start.offset, sourceAt(source, at)]))
  const count = [...places.values()].reduce((sum, place) => sum + times(name, place), 0)
  const all = wrong.length === named.length && count > 0 && times(name, text) === count
  return [{ value: name, other, date, at: within, ...(all && { expected: text.replaceAll(name, other) }) }]
}

const times = (name: string, text: string): number => text.split(name).length - 1

/** "PDT (UTC-7)" in winter: an offset beside the letters says which clock is meant. */
function isMeant(text: string, name: string, other: string): boolean {
  const offset = /[+−-]\d/.test(text.slice(text.indexOf(name))) ? minutesOf(text) : undefined
  return offset !== undefined && offset !== zoneNamed(other)?.rule
}
