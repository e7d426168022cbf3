import type { Block, Repeat, Section, SectionKind } from './postmortem.ts'

/**
 * Titles of known sections that stand a second time below the same heading, or below one that begins like it, by the same
 * words. Several incidents in one file have headings of their own; labels, and titles inside the summary, may say what others say at length.
 */
export function readRepeats(blocks: readonly Block[], sections: readonly Section[]): Repeat[] {
  const above = headingsAbove(blocks)
  const first = new Map<string, Place>()
  let summary = false
  return sections.flatMap((section): Repeat[] => {
    const block = blocks[section.block]
    if (section.kinds.length === 0 || section.form === 'label' || !block) return []
    summary = section.kinds.includes('summary') || (summary && section.form !== 'heading' && isPart(section))
    if (summary && !section.kinds.includes('summary')) return []
    const place = { section, above: above(section.block, block.form === 'heading' ? block.depth : 7) }
    const words = `${section.depth} ${wordsOf(section.title.value)}`
    const [here, anywhere] = [`${words} ${place.above?.at.start.line}`, words]
    const told = first.get(anywhere)
    const before = first.get(here) ?? (told && isSame(told.above, place.above) ? told : undefined)
    if (!told) first.set(anywhere, place)
    if (!before) first.set(here, place)
    return before ? [{ ...section.title, first: before.section.title.at }] : []
  })
}

/** What a summary tells under titles of its own, before the sections that tell it at length. */
const isPart = ({ kinds }: Section): boolean => kinds.every((kind) => parts.has(kind))
const parts: ReadonlySet<SectionKind> = new Set(['impact', 'cause', 'resolution', 'detection'])

interface Place {
  readonly section: Section
  /** The heading that it stands below, whatever that says. */
  readonly above: Block | undefined
}

/** Gives the last heading of a smaller depth before a block; blocks are asked for in order. */
function headingsAbove(blocks: readonly Block[]): (block: number, depth: number) => Block | undefined {
  const open: Block[] = []
  let next = 0
  return (block, depth) => {
    for (; next < block; next++) {
      const heading = blocks[next]
      if (heading?.form !== 'heading') continue
      while ((open.at(-1)?.depth ?? 0) >= heading.depth) open.pop()
      open.push(heading)
    }
    return open.findLast((heading) => heading.depth < depth)
  }
}

const wordsOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The same heading, or another one for the same: "Search was down", "Search was down, told again". */
function isSame(a: Block | undefined, b: Block | undefined): boolean {
  if (a === b) return true
  const [one, other] = [wordsOf(a?.text ?? ''), wordsOf(b?.text ?? '')]
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.split(' ').length > 2 && long.startsWith(short)
}
