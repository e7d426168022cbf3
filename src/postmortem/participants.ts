import { abbreviations } from './actionWords.ts'
import { listedPeople } from './people.ts'
import type { Block, Field, Section, TimelineEntry } from './postmortem.ts'

/** The head of the column of a timeline that says who acted. */
const actor = /^(?:actors?|who|by|person|people|responders?)$/i

/**
 * Who took part, by the names that a document has for them, people and teams, as written: those whom metadata and sections on
 * people list, those whom a column of the timeline names, and the initials that begin its entries, "AC merged a change".
 */
export function readParticipants(
  blocks: readonly Block[],
  sections: readonly Section[],
  metadata: readonly Field[],
  entries: readonly TimelineEntry[],
): ReadonlySet<string> {
  const columns = new Map(
    blocks.flatMap(({ header, group, cells }) =>
      header ? [[group, cells?.findIndex(({ value }) => actor.test(value)) ?? -1] as const] : [],
    ),
  )
  const actors = entries.flatMap(({ block }) => block.cells?.[columns.get(block.group) ?? -1]?.value ?? [])
  const initials = entries.flatMap(({ text }) => /^(\p{Lu}{2,3}) \p{Ll}/u.exec(text)?.[1] ?? [])
  return new Set([
    ...[...listedPeople(sections, metadata), ...actors].flatMap(namesIn),
    ...initials.filter((word) => !abbreviations.has(word)),
  ])
}

/** "Hypha & Interchain Labs", "Ada Lovelace": names, and the first name of each that has two. */
function namesIn(text: string): string[] {
  return partsOf(text).flatMap((name) => {
    const [first = '', ...others] = name.split(' ')
    return isName.test(name) ? [name, ...(others.length === 1 ? [first] : [])] : []
  })
}
const isName = /^\p{Lu}[\p{L}\d'’-]{1,20}(?: \p{Lu}[\p{L}\d'’-]{1,20}){0,2}$/u

const partsOf = (text: string): string[] =>
  text
    .split(/[,;&+/|()]|\band\b/)
    .map((part) => part.trim())
    .filter(Boolean)

const lead = /^(?:\[([^[\]]{2,40})\]|([^:[\]]{2,40}?)(?:: |\s[–—-]\s| (?:to|will) (?=\p{Ll})))/u

/** "Hypha + ICL: ...", "[Hypha] ...", "ICL to ...": a task that begins with those who took part is theirs. */
export function leadIn(text: string, participants: ReadonlySet<string>): string | undefined {
  const [, inBrackets, plain] = lead.exec(text) ?? []
  const who = (inBrackets ?? plain)?.trim()
  return who && partsOf(who).every((name) => participants.has(name)) ? who : undefined
}
