import type { Repeat, Section } from './postmortem.ts'

/**
 * Titles of sections of a known kind that stand for the second time in the same section, by the same words. Several
 * incidents in one file repeat them in sections of their own, and labels may say again what a title has said.
 */
export function readRepeats(sections: readonly Section[]): Repeat[] {
  const first = new Map<string, Section>()
  return sections.flatMap((section): Repeat[] => {
    if (section.kinds.length === 0 || section.form === 'label') return []
    const key = `${section.parent ?? ''} ${section.depth} ${wordsOf(section.title.value)}`
    const before = first.get(key)
    if (before) return [{ ...section.title, first: before.title.at }]
    first.set(key, section)
    return []
  })
}

const wordsOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
