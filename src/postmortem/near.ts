import { distance } from 'fastest-levenshtein'
import { type SectionKind, sectionKinds } from './postmortem.ts'
import { knownTitles } from './titles.ts'

/** The kind whose title another one almost spells, at most one letter in five away: "Timelime". */
export function nearKind(title: string): SectionKind | undefined {
  const text = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const near = [...knownTitles()].find(([known]) => distance(text, known) <= Math.min(text.length, known.length) / 5)
  return sectionKinds.find((kind) => kind === near?.[1])
}
