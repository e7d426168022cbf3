import { findDue, findTicket } from './actionParts.ts'
import type { Block, Section, SectionKind } from './postmortem.ts'
import { startsWithVerb } from './taskBlocks.ts'
import { readWhens } from './time.ts'

/**
 * Titles that no synonym knows, "The pint-sized version", "This mechanism caused the failure", told by what stands below them
 * and by where they stand: only headings of the document's main level, only kinds that no title has, and only where other
 * titles are known.
 */
export function inferKinds(sections: Section[]): Section[] {
  const known = sections.filter(({ kinds, form }) => kinds.length > 0 && form === 'heading')
  const level = Math.min(...(known.length > 0 ? known : sections.slice(1)).map(({ depth }) => depth))
  const open = sections.filter((section, i) => i > 0 && isOpen(section, sections, i, level))
  const said = new Set(sections.flatMap(({ kinds }) => kinds))
  const told = new Map<Section, readonly SectionKind[]>()
  const tell = (section: Section | undefined, ...kinds: SectionKind[]): void => {
    if (!section) return
    told.set(section, kinds)
    if (open.includes(section)) open.splice(open.indexOf(section), 1)
  }
  const placeOf = (kind: SectionKind): number | undefined =>
    sections.find((section) => (told.get(section) ?? section.kinds).includes(kind))?.block
  // "What happened" beside a summary may be the course of events
  const [, ...retold] = known.filter(({ kinds }) => kinds.join() === 'summary')
  if (!said.has('timeline'))
    tell(
      [...open, ...retold].find(({ body }) => tellsEvents(body)),
      'timeline',
    )
  const timeline = placeOf('timeline')
  const start = timeline ?? known[0]?.block ?? 0
  if (!said.has('actions'))
    tell(
      open.find(({ block, body }) => block > start && holdsTasks(body)),
      'actions',
    )
  const end = placeOf('actions')
  // of a document with no title that is known, its timeline and its tasks must be plain
  if (said.size < 2 && (timeline === undefined || end === undefined)) return sections
  const [first] = open
  if (
    !said.has('summary') &&
    first &&
    first.block < Math.min(start, known[0]?.block ?? start) &&
    wordsIn(first) >= 20
  )
    tell(first, 'summary')
  if (timeline === undefined || end === undefined) return settled(sections, told)
  const [cause, resolution, ...more] = open.filter(
    (section) => section.block > timeline && section.block < end && wordsIn(section) >= 25,
  )
  const cured = placeOf('resolution')
  if (said.has('cause') || !cause || more.length > 0) return settled(sections, told)
  if (cured !== undefined) {
    if (!resolution && cause.block < cured) tell(cause, 'cause')
  } else if (resolution) {
    tell(cause, 'cause')
    tell(resolution, 'resolution')
  } else tell(cause, 'cause', 'resolution')
  return settled(sections, told)
}

const settled = (
  sections: readonly Section[],
  told: ReadonlyMap<Section, readonly SectionKind[]>,
): Section[] => sections.map((section) => ({ ...section, kinds: told.get(section) ?? section.kinds }))

/** A heading of the main level that says nothing of its kind, over no section that does. */
const isOpen = (section: Section, sections: readonly Section[], index: number, level: number): boolean =>
  section.form === 'heading' &&
  section.kinds.length === 0 &&
  section.side === undefined &&
  section.depth === level &&
  // what readers are told to do is no part of the account
  !/\byou\b/i.test(section.title.value) &&
  !sections.some(({ parent, kinds }) => parent === index && kinds.length > 0)

/** Three blocks begin with a time, or the text has four. */
function tellsEvents(body: readonly Block[]): boolean {
  const whens = body
    .filter(({ form }) => form !== 'code' && form !== 'figure')
    .map(({ text }) => readWhens(text).filter(({ clock, date }) => clock ?? date))
  const clocks = whens.flat().filter(({ clock }) => clock)
  return whens.filter(([when]) => when?.lead).length >= 3 || clocks.length >= 4
}

/** Items or rows of which most begin with a command, or say until when or under which ticket. */
function holdsTasks(body: readonly Block[]): boolean {
  const items = body.filter(
    ({ form, header, parent }) => (form === 'item' || form === 'row') && !header && parent === undefined,
  )
  const tasks = items.filter(
    ({ text, tokens, checked }) =>
      checked !== undefined ||
      startsWithVerb(tokens.words) ||
      (findDue(text) ?? findTicket(text)) !== undefined,
  )
  return items.length >= 2 && tasks.length * 3 >= items.length * 2
}

const wordsIn = ({ body }: Pick<Section, 'body'>): number =>
  body.reduce(
    (sum, { form, tokens }) => sum + (form === 'code' || form === 'figure' ? 0 : tokens.words.length),
    0,
  )
