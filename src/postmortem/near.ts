import { distance } from 'fastest-levenshtein'
import { type SectionKind, sectionKinds } from './postmortem.ts'
import type { Known } from './titles.ts'

/** The kind of a known title that another one almost spells, at most one letter in five away: "Timelime". */
export function nearKind(title: string, titles: Known): SectionKind | undefined {
  const known = nearTitle(title, titles.keys())
  const kind = known === undefined ? undefined : titles.get(known)
  return sectionKinds.find((one) => one === kind)
}

/** The first of some plain titles that another one almost spells. */
export function nearTitle(title: string, plain: Iterable<string>): string | undefined {
  const text = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const slips = Math.floor(text.length / 5)
  for (const known of plain)
    if (Math.abs(known.length - text.length) <= slips && distance(text, known) <= slips) return known
  return undefined
}
