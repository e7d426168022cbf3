import { accountClasses } from './accountWords.ts'
import { lexicon } from './lexicon.ts'
import { placeOf } from './place.ts'
import type { Account, Block, Cited, Section, SectionKind } from './postmortem.ts'
import type { Writable } from './scan.ts'
import { tokensOf } from './tokens.ts'

const { bit, marks: marksOf } = lexicon(accountClasses)
const [harm, effect] = [bit('harm'), bit('effect')]

/** What the document tells of the incident, each with the first words that do; nothing is read beyond them. */
export function readAccount(source: string, blocks: readonly Block[], sections: readonly Section[]): Account {
  const of = (...kinds: SectionKind[]): Section[] =>
    sections.filter((section) => section.kinds.some((kind) => kinds.includes(kind)))
  const bodies = (...kinds: SectionKind[]): Block[] => of(...kinds).flatMap(({ body }) => body)
  const planned = new Set(bodies('actions', 'lessons'))
  const past = blocks.filter((block) => !planned.has(block))
  const summary = bodies('summary')
  const find = (within: readonly Block[], classes: number): Cited | undefined =>
    findWords(source, within, classes)
  const account: Writable<Account> = {}
  const add = (name: keyof Account, found: Cited | undefined): void => {
    if (found) account[name] = found
  }
  add('harm', find([...summary, ...bodies('impact')], harm))
  add(
    'cause',
    causeBefore(of('timeline')[0], of('cause')) ??
      find(summary, bit('cause') | bit('origin')) ??
      findEffect(source, summary),
  )
  add('hypothesis', find(past, bit('hypothesis')))
  add('diagnosis', find(past, bit('diagnosis')))
  add('repair', find(bodies('resolution'), bit('repair')))
  return account
}

/** A section or a label on the cause that readers of the summary come by. */
function causeBefore(timeline: Section | undefined, causes: readonly Section[]): Cited | undefined {
  const [first] = causes
  return first && timeline && first.block < timeline.block ? first.title : undefined
}

const isProse = ({ form }: Block): boolean => form !== 'heading' && form !== 'code' && form !== 'figure'

function findWords(source: string, blocks: readonly Block[], classes: number): Cited | undefined {
  for (const block of blocks) {
    if (!isProse(block)) continue
    const { words } = tokensOf(block)
    const at = marksOf(words).findIndex((mark) => (mark & classes) !== 0)
    if (at >= 0) return cited(source, block, at)
  }
  return undefined
}

/** "A full disk caused errors": words of effect that no harm goes before; "the outage led to losses" tells no cause. */
function findEffect(source: string, blocks: readonly Block[]): Cited | undefined {
  for (const block of blocks) {
    if (!isProse(block)) continue
    const marks = marksOf(tokensOf(block).words)
    const at = marks.findIndex(
      (mark, i) =>
        (mark & effect) !== 0 && !marks.slice(Math.max(0, i - 8), i).some((before) => (before & harm) !== 0),
    )
    if (at >= 0) return cited(source, block, at)
  }
  return undefined
}

function cited(source: string, block: Block, at: number): Cited {
  const { words, starts } = tokensOf(block)
  const start = starts[at] ?? 0
  const end = start + (words[at] ?? '').length
  return { value: block.text.slice(start, end), at: placeOf(source, block, start, end) }
}
