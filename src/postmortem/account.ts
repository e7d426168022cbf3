import { accountClasses } from './accountWords.ts'
import { type Part, partsOfEntries } from './entrySizes.ts'
import { lexicon } from './lexicon.ts'
import { placeOf } from './place.ts'
import type { Account, Block, Cited, Evidence, Section, SectionKind, Timeline } from './postmortem.ts'
import type { Writable } from './scan.ts'
import { endsSentence, tokensBetween } from './tokens.ts'

const { bit, marks: marksOf } = lexicon(accountClasses)
const [harm, effect, part, state] = [bit('harm'), bit('effect'), bit('part'), bit('state')]
const [every, counted] = [bit('every'), bit('counted')]

/** What the document tells of the incident, each with the first words that do; nothing is read beyond them. */
export function readAccount(
  source: string,
  blocks: readonly Block[],
  sections: readonly Section[],
  { entries }: Timeline,
  evidence: Evidence,
): Account {
  const of = (...kinds: SectionKind[]): Section[] =>
    sections.filter((section) => section.kinds.some((kind) => kinds.includes(kind)))
  const bodies = (...kinds: SectionKind[]): Block[] => of(...kinds).flatMap(({ body }) => body)
  const planned = new Set(bodies('actions', 'lessons'))
  const past = partsOf(blocks.filter((block) => !planned.has(block)))
  const elsewhere = new Set(
    bodies('timeline', 'investigation', 'detection', 'resolution', 'actions', 'lessons'),
  )
  const summary = partsOf(bodies('summary').filter((block) => !elsewhere.has(block)))
  const find = (parts: readonly Part[], classes: number): Cited | undefined =>
    findWords(source, parts, classes)
  const account: Writable<Account> = {}
  const add = (name: keyof Account, found: Cited | undefined): void => {
    if (found) account[name] = found
  }
  const told = [...summary, ...partsOf(bodies('impact'))]
  add('harm', find(told, harm))
  if (!evidence.impactQuantified) add('everybody', findEverybody(source, told))
  add(
    'cause',
    causeBefore(of('timeline')[0], of('cause')) ??
      find(summary, bit('cause') | bit('origin')) ??
      findEffect(source, summary) ??
      findFault(source, summary),
  )
  const [hypothesis, diagnosis, channel, handover] = findEach(source, past, [
    bit('hypothesis'),
    bit('diagnosis'),
    evidence.detection ? 0 : bit('channel'),
    evidence.escalation ? 0 : bit('handover'),
  ])
  add('hypothesis', hypothesis)
  add('diagnosis', diagnosis)
  add('handover', handover)
  add('repair', find(partsOf(bodies('resolution')), bit('repair')))
  if (!evidence.detection) add('notice', channel ?? find(partsOfEntries(entries.slice(0, 1)), bit('staff')))
  const late = lateParts(blocks, sections, entries)
  add('cure', find(late, bit('cure')))
  if (!evidence.validation) add('proof', find(late, bit('proof')) ?? okay(late))
  return account
}

const partsOf = (blocks: readonly Block[]): Part[] =>
  blocks.map((block) => ({ block, start: 0, end: block.text.length }))

/** The second half of the timeline; of entries that are headings, what stands below them. */
function lateParts(
  blocks: readonly Block[],
  sections: readonly Section[],
  entries: Timeline['entries'],
): readonly Part[] {
  const late = entries.slice(entries.length / 2)
  const parts = partsOfEntries(entries).slice(entries.length / 2)
  const [first, last] = [late[0], late.at(-1)].map((entry) => (entry ? blocks.indexOf(entry.block) : -1))
  if (first === undefined || last === undefined || first < 0 || blocks[first]?.form !== 'heading')
    return parts
  const end = sections.find(({ block }) => block > last)?.block
  return partsOf(blocks.slice(first, end))
}

/** The answer of a server that is well, which mostly stands in code. */
function okay(parts: readonly Part[]): Cited | undefined {
  const part = parts.find(({ block, start, end }) => block.text.slice(start, end).includes('200 OK'))
  return part && { value: '200 OK', at: part.block.at }
}

/** A section or a label on the cause that readers of the summary come by. */
function causeBefore(timeline: Section | undefined, causes: readonly Section[]): Cited | undefined {
  const [first] = causes
  return first && timeline && first.block < timeline.block ? first.title : undefined
}

const isProse = ({ block: { form } }: Part): boolean =>
  form !== 'heading' && form !== 'code' && form !== 'figure'

const findWords = (source: string, parts: readonly Part[], classes: number): Cited | undefined =>
  findEach(source, parts, [classes])[0]

/** For each set of classes the first word that is in it. Parts are read once, up to where all are found. */
function findEach(source: string, parts: readonly Part[], wanted: readonly number[]): (Cited | undefined)[] {
  const found = new Array<Cited | undefined>(wanted.length)
  let open = wanted.reduce((all, classes) => all | classes, 0)
  for (const part of parts) {
    if (open === 0) break
    if (!isProse(part)) continue
    const { words, starts } = tokensBetween(part.block, part.start, part.end)
    const marks = marksOf(words)
    for (let at = 0; at < marks.length; at++) {
      const mark = (marks[at] ?? 0) & open
      if (mark === 0) continue
      wanted.forEach((classes, i) => {
        if ((mark & classes) === 0) return
        found[i] = cited(source, part.block, starts[at] ?? 0, words[at] ?? '')
        open &= ~classes
      })
    }
  }
  return found
}

/** "All of our users", "no customer". */
function findEverybody(source: string, parts: readonly Part[]): Cited | undefined {
  for (const { block } of parts) {
    const { words, starts } = block.tokens
    const marks = marksOf(words)
    const at = marks.findIndex(
      (mark, i) => (mark & every) !== 0 && marks.slice(i, i + 5).some((next) => (next & counted) !== 0),
    )
    if (at >= 0) return cited(source, block, starts[at] ?? 0, words[at] ?? '')
  }
  return undefined
}

/** "A full disk caused errors": words of effect that no harm goes before; "the outage led to losses" tells no cause. */
function findEffect(source: string, parts: readonly Part[]): Cited | undefined {
  for (const part of parts) {
    if (!isProse(part)) continue
    const { words, starts } = part.block.tokens
    const marks = marksOf(words)
    let harmed = false
    for (const [at, mark] of marks.entries()) {
      if (endsSentence(words[at] ?? '')) harmed = false
      if (!harmed && (mark & effect) !== 0) return cited(source, part.block, starts[at] ?? 0, words[at] ?? '')
      harmed ||= (mark & harm) !== 0
    }
  }
  return undefined
}

/** "A firewall rule was missing", "a full disk stopped the indexer": a part that users do not see, before words of harm. */
function findFault(source: string, parts: readonly Part[]): Cited | undefined {
  for (const { block } of parts.filter(isProse)) {
    const { words, starts } = block.tokens
    const marks = marksOf(words)
    let faulty = -1
    for (const [at, mark] of marks.entries()) {
      if (endsSentence(words[at] ?? '')) faulty = -1
      if ((mark & part) !== 0 && faulty < 0) faulty = at
      if (faulty >= 0 && at - faulty < 8 && (mark & (harm | state)) !== 0)
        return cited(source, block, starts[faulty] ?? 0, words[faulty] ?? '')
    }
  }
  return undefined
}

function cited(source: string, block: Block, start: number, word: string): Cited {
  const end = start + word.length
  return { value: block.text.slice(start, end), at: placeOf(source, block, start, end) }
}
