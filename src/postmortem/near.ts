import { distance } from 'fastest-levenshtein'
import {
  type NearTitle,
  type ReadOptions,
  type Section,
  type SectionKind,
  sectionKinds,
} from './postmortem.ts'
import { type Known, knownTitles, plainTitle } from './titles.ts'

/** Titles that announce nothing and almost spell one that is known or asked for. */
export function readNearTitles(sections: readonly Section[], options: ReadOptions): NearTitle[] {
  const known = knownTitles(options.titles)
  const headings = new Map(options.headings?.map((title) => [plainTitle(title), title]))
  return sections.flatMap(({ title, kinds, side, form, asked: own }) => {
    const kind = kinds.length > 0 || side ? undefined : nearKind(title.value, known)
    const plain =
      own === undefined && form !== 'label' ? nearTitle(plainTitle(title.value), headings.keys()) : undefined
    const asked = plain === undefined ? undefined : headings.get(plain)
    return kind || asked !== undefined
      ? [{ ...title, ...(kind && { kind }), ...(asked !== undefined && { asked }) }]
      : []
  })
}

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
