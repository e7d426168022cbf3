import { inferKinds } from './inference.ts'
import { endOfLabel } from './labels.ts'
import type { Block, Cited, ReadOptions, Section, SectionKind, SideKind, Title } from './postmortem.ts'
import { isGeneral, knownTitles, matchTitle, plainTitle, type TitleMatch } from './titles.ts'
import { trimOf } from './trim.ts'

type Form = Section['form']
interface Opening {
  readonly block: number
  readonly title: Cited
  readonly form: Form
  /** Heading level; titles that are no headings stand below all headings, labels below them. */
  readonly level: number
  readonly kinds: readonly SectionKind[]
  readonly side?: SideKind
  /** How its title was understood. */
  readonly by?: TitleMatch['by']
}

const belowHeadings = 10
const belowTitles = 20

/** A time or a date alone, or before other words: a heading of an entry, not of a section. */
const timeTitle =
  /^(?:on|at|after|around|~|\[|\()?\s*(?:\d{1,2}[:.h]\d\d|\d{1,2}\s?[ap]\.?m|\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{2,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i

const isTime = (text: string): boolean => /\d/.test(text) && timeTitle.test(text)

/** Places that open a section, in document order, nested as their titles are. */
export function readSections(blocks: readonly Block[], options: ReadOptions = {}): Section[] {
  const titles = knownTitles(options.titles)
  const asked = new Map(options.headings?.map((title) => [plainTitle(title), title]))
  const settled = nestTopics(
    nestPhases(liftFromTimeline(settleAmbiguous(withoutFields(readOpenings(blocks, titles, asked))))),
  )
  const { ends, parents } = nest(settled, blocks)
  const openings = groupTasks(settled, parents)
  const depths: number[] = []
  const sections = openings.map((opening, i) => {
    const parent = parents[i]
    const end = ends[i] ?? blocks.length
    const depth = parent === undefined ? 1 : (depths[parent] ?? 0) + 1
    depths.push(depth)
    const own =
      opening.form === 'label' || asked.size === 0 ? undefined : asked.get(plainTitle(opening.title.value))
    return {
      kinds: opening.kinds,
      ...(opening.side && { side: opening.side }),
      ...(own !== undefined && { asked: own }),
      title: opening.title,
      form: opening.form,
      depth,
      block: opening.block,
      end,
      body: blocks.slice(opening.block + (opening.form === 'label' ? 0 : 1), end),
      ...(parent !== undefined && { parent }),
    }
  })
  return inferKinds(sections)
}

type Titles = ReturnType<typeof knownTitles>

function readOpenings(
  blocks: readonly Block[],
  titles: Titles,
  asked: ReadonlyMap<string, string>,
): Opening[] {
  const openings: Opening[] = []
  const bare = blocks.every(({ form }) => form !== 'heading')
  let above: Opening | undefined
  for (const [index, block] of blocks.entries()) {
    const isAlone = blocks[index - 1]?.group !== block.group && blocks[index + 1]?.group !== block.group
    const isOver = blocks[index + 1]?.group === block.group && blocks[index + 1]?.emphatic === false
    const opening = block.quoted
      ? undefined
      : openingOf(block, index, openings, titles, asked, bare && (block.emphatic || isAlone), isOver)
    if (!opening || repeats(opening, above) || (opening.form === 'label' && isInEntry(block, blocks)))
      continue
    openings.push(nested(opening, openings.at(-1)))
    if (opening.form !== 'label') above = opening
  }
  return openings
}

/** Labels that come again and again below one title, "Impact:" of each of the factors, are fields of what it lists. */
function withoutFields(openings: readonly Opening[]): Opening[] {
  let title = -1
  const names = openings.map(({ form, kinds, title: { value } }, i) => {
    if (form !== 'label' && kinds.length > 0) title = i
    return form === 'label' && title >= 0 && !kinds.includes('actions') ? `${title} ${plainTitle(value)}` : ''
  })
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return openings.filter((_, i) => names[i] === '' || (counts.get(names[i] ?? '') ?? 0) < 3)
}

/** Inside an item that is a time: "- 10:45 AM:" over "- Misleading path: ...". */
const isInEntry = ({ parent }: Block, blocks: readonly Block[]): boolean =>
  parent !== undefined && isTime(blocks[parent]?.text ?? '')

/**
 * "#### Root cause" right below the list of "### Timeline" is a section beside it, whatever its level: its writer wanted
 * smaller letters.
 */
const liftFromTimeline = (openings: readonly Opening[]): Opening[] => {
  let above: Opening | undefined
  return openings.map((opening) => {
    if (opening.form !== 'heading') return opening
    const lifted =
      above?.kinds.includes('timeline') &&
      opening.block > above.block + 1 &&
      opening.level > above.level &&
      opening.kinds.some((kind) => beside.has(kind))
    const own = lifted && above ? { ...opening, level: above.level } : opening
    above = own
    return own
  })
}
const beside: ReadonlySet<SectionKind> = new Set(['cause', 'actions', 'lessons'])

/**
 * Titles such as "Detection:", "Actions taken:", "Resolution:" right below "Timeline:", all of one form, are its parts, up to a
 * title of another kind. Headings are where one of them names what is no section elsewhere.
 */
const nestPhases = (openings: readonly Opening[]): Opening[] => {
  let timeline: Opening | undefined
  return openings.map((opening, i) => {
    if (timeline && opening.form === timeline.form && opening.level === timeline.level) {
      if (isPhase(opening)) return { ...opening, level: opening.level + 1 }
      timeline = undefined
    }
    const isEmpty = openings[i + 1]?.block === opening.block + 1
    if (opening.kinds.join() === 'timeline' && isEmpty && opening.form !== 'label') {
      if (opening.form !== 'heading' || holdsStep(openings, i + 1)) timeline = opening
    }
    return opening
  })
}
/** One of the phases that follow names what is no section elsewhere. */
function holdsStep(openings: readonly Opening[], from: number): boolean {
  for (let i = from, one = openings[i]; one && isPhase(one); one = openings[++i])
    if (step.test(one.title.value)) return true
  return false
}
const isPhase = ({ kinds, title }: Opening): boolean =>
  step.test(title.value) || (kinds.length === 1 && kinds.every((kind) => inTimeline.has(kind)))
const step = /^\W*(?:actions? taken|escalations?|misleading (?:paths?|investigations?))\W*$/i
const inTimeline: ReadonlySet<SectionKind> = new Set(['detection', 'investigation', 'resolution'])

/** "Incident Response" or "Detection" in plain text among the tasks is what some of them are about. */
const nestTopics = (openings: readonly Opening[]): Opening[] => {
  let last: Opening | undefined
  return openings.map((opening) => {
    const { block, title, form, level } = opening
    if (form === 'plain' && last?.kinds.join() === 'actions' && isAbout(opening))
      return { block, title, form, level: level === last.level ? level + 1 : level, kinds: [] }
    if (opening.form !== 'label') last = opening
    return opening
  })
}
const isAbout = ({ kinds }: Opening): boolean =>
  kinds.length > 0 && kinds.every((kind) => kind === 'detection' || kind === 'investigation')

/** Where each section ends, and the section that it stands in: one pass with the sections that are open. */
function nest(openings: readonly Opening[], blocks: readonly Block[]) {
  const ends = openings.map((opening) =>
    opening.level === belowTitles ? endOfLabelled(opening.block, blocks) : blocks.length,
  )
  const parents: (number | undefined)[] = []
  const open: number[] = []
  openings.forEach(({ block, level }, i) => {
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const end = ends[top] ?? block
      if (end > block && (openings[top]?.level ?? 0) < level) break
      ends[top] = Math.min(end, block)
      open.pop()
    }
    parents.push(open.at(-1))
    open.push(i)
  })
  return { ends, parents }
}

/** A label's section is its item with what is nested in it, or its line and the lines below up to the next label. */
function endOfLabelled(index: number, blocks: readonly Block[]): number {
  const lead = blocks[index]
  let end = index + 1
  for (let block = blocks[end]; block; block = blocks[++end]) {
    const goesOn =
      lead?.form === 'line' && block.form === 'line' && !block.label && block.group === lead.group
    if (!goesOn && !within(blocks, block, index)) break
  }
  return end
}

function openingOf(
  block: Block,
  index: number,
  before: readonly Opening[],
  titles: Titles,
  asked: ReadonlyMap<string, string>,
  bare: boolean,
  over: boolean,
): Opening | undefined {
  const at = (form: Form, level: number, match: TitleMatch | undefined, title: Cited): Opening => ({
    block: index,
    form,
    level,
    title,
    kinds: match?.kinds ?? [],
    ...(match && { by: match.by }),
    ...(match?.side && { side: match.side }),
  })
  const own: Cited = { value: block.text, at: block.at }
  const first = before.length === 0
  if (block.form === 'heading') {
    if (isTime(block.text)) return undefined
    const match = matchTitle(block.text, titles)
    return at(
      'heading',
      block.depth,
      first && block.depth === 1 && !(match && sure.has(match.by)) ? undefined : match,
      own,
    )
  }
  const isAsked = over && block.emphatic && askedLine.test(block.text)
  const dressed = block.form === 'line' && (isTitleLine(block) || isAsked)
  const small =
    !dressed &&
    block.form === 'line' &&
    block.parent === undefined &&
    block.text.length <= longestTitle &&
    (smallTitle.test(block.text) || (!block.emphatic && askedLine.test(block.text)))
  if (dressed || small) {
    const match = matchTitle(block.text, titles)
    const counts =
      match &&
      (small
        ? match.by === 'exact' || (match.by === 'question' && askedLine.test(block.text))
        : sure.has(match.by) ||
          (match.by === 'question' &&
            !block.emphatic &&
            block.text.endsWith('?') &&
            askedLine.test(block.text)) ||
          // in a document without headings bold clauses stand for them: "Why it went quiet"
          (match.by === 'question' && bare && !block.text.endsWith('?')) ||
          // "**How did you diagnose it?**" right over its answer
          (match.by === 'question' && isAsked) ||
          (match.by === 'head' &&
            !first &&
            (block.emphatic || (block.text.endsWith(':') && !leadsOn(block, before)))))
    if (counts || (asked.size > 0 && asked.has(plainTitle(block.text))))
      return at(block.emphatic ? 'bold' : 'plain', belowHeadings, match, own)
  }
  if (!block.label || (block.form !== 'line' && block.form !== 'item')) return undefined
  const match = matchTitle(block.label.value, titles, true)
  if (match?.by !== 'exact' || match.kinds.length === 0 || leadsAway(block)) return undefined
  return at('label', isMain(block, match) ? belowHeadings : belowTitles, match, block.label)
}

/** "The fix that was applied:" leads to what follows it where most titles before it are headings. */
const leadsOn = ({ text }: Block, before: readonly Opening[]): boolean =>
  /^(?:the|this|these|that|our|an?|here|following) /i.test(text) &&
  2 * before.filter(({ form }) => form === 'heading').length > before.length

/** "Timeline: https://…", "Timeline: [here](…) for the incident": a link and hardly a word more. */
function leadsAway(block: Block): boolean {
  const { spans, text } = block
  const end = endOfLabel(block)
  const rest = spans.flatMap(({ kind, start, length }) => {
    const shown = text.slice(Math.max(start, end), Math.max(end, start + length))
    return /\p{L}/u.test(shown)
      ? [{ shown, isLink: kind === 'link' || /^(?:https?:|www\.)/.test(shown) }]
      : []
  })
  return rest[0]?.isLink === true && rest.every(({ shown, isLink }) => isLink || shown.length < 20)
}

/** "issue summary": several words and nothing else, without a capital. */
const smallTitle = /^\p{Ll}\p{L}{0,20}(?:[ /&]{1,3}\p{L}{1,20}){1,7} ?:?$/u

/**
 * "Corrective measures: To prevent this ...", "Root cause and resolution: ...": what no other section has among its labels is a
 * section of its own, its title and its text on one line.
 */
const isMain = ({ form }: Block, { kinds }: TitleMatch): boolean =>
  form === 'line' && (kinds.length > 1 || kinds.includes('actions') || kinds.includes('timeline'))

/** A question of the task that its writer kept as a title: "how was the issue detected". */
const askedLine = /^(?:what|when|how|which|who)\b[^.;:!]{10,90}[?:]?$/i

/** Ways to match that leave no word out. */
const sure: ReadonlySet<TitleMatch['by']> = new Set(['exact', 'whole'])

const longestTitle = 100

/** Short, no sentence, no time, not inside a list, and dressed as a title: bold, a capital, a colon. */
const isTitleLine = (block: Block): boolean =>
  block.parent === undefined &&
  block.text.length <= longestTitle &&
  (block.emphatic || /^[^\p{Ll}]|:$/u.test(block.text)) &&
  !(block.emphatic ? /[;,]$/ : /[.;,]$/).test(block.text) &&
  !isTime(block.text) &&
  !opensList.test(block.text) &&
  block.text
    .replace(/\([^()]*\)/g, '')
    .trim()
    .split(/\s+/).length <= 10

/** "Our recommendations are to:" */
const opensList = /\b(?:are|is|to|include|includes|following|below|follows):$/i

/** A label that only says again what the title above it says; "Root cause:" below "Root cause and resolution" says more. */
const repeats = (opening: Opening, above: Opening | undefined): boolean =>
  opening.form === 'label' &&
  above?.kinds.length === opening.kinds.length &&
  opening.kinds.every((kind) => above.kinds.includes(kind))

/** "Root cause" right below "Root cause and resolution" is a part of it, though both are bold. */
function nested(opening: Opening, before: Opening | undefined): Opening {
  const part =
    before?.form === opening.form &&
    opening.form !== 'heading' &&
    before.kinds.length > opening.kinds.length &&
    opening.kinds.every((kind) => before.kinds.includes(kind))
  return part ? { ...opening, level: opening.level + 1 } : opening
}

function within(blocks: readonly Block[], block: Block, ancestor: number): boolean {
  for (let parent = block.parent; parent !== undefined; parent = blocks[parent]?.parent)
    if (parent === ancestor) return true
  return false
}

/** A title that may mean two things: what is nested in it tells, else what the document does not say elsewhere. */
interface Ambiguity {
  readonly title: RegExp
  /** Absent where it means nothing that we know beside a section of the other kind. */
  readonly usual?: SectionKind
  readonly other: SectionKind
  /** What it means where the document says neither elsewhere. */
  readonly alone: readonly SectionKind[]
  /** A title beside which it is in no doubt. */
  readonly unless?: RegExp
}
const ambiguities: readonly Ambiguity[] = [
  { title: /^mitigations$/, usual: 'resolution', other: 'actions', alone: ['resolution'] },
  { title: /^remediation$/, usual: 'resolution', other: 'actions', alone: ['resolution', 'actions'] },
  { title: /^(?:technical |incident )?analysis$/, usual: 'investigation', other: 'cause', alone: ['cause'] },
  { title: /^immediate actions? taken$/, usual: 'resolution', other: 'investigation', alone: ['resolution'] },
  { title: /^actions? taken$/, usual: 'investigation', other: 'resolution', alone: ['investigation'] },
  { title: /^(?:the )?(?:incident|outage)$/, other: 'summary', alone: ['summary'] },
  {
    title: /^what went wrong$/,
    usual: 'lessons',
    other: 'cause',
    alone: ['cause', 'lessons'],
    unless: /\bwent (?:well|right|better)|\bworked\b|\bluck/i,
  },
  { title: /^summation$/, usual: 'summary', other: 'cause', alone: ['summary', 'cause', 'resolution'] },
  { title: /^(?:(?:incident )?details|introduction)$/, other: 'summary', alone: ['summary'] },
  {
    title:
      /^(?:technical details|details of (?:the )?(?:incident|issue|problem|vulnerability|bug|event|outage|attack|exploit)|(?:the )?(?:technical )?problem)$/,
    usual: 'cause',
    other: 'summary',
    alone: ['summary'],
  },
]

function settleAmbiguous(openings: readonly Opening[]): Opening[] {
  const meanings = openings.map((opening) => {
    const ambiguity = ambiguityOf(opening)
    const clear = ambiguity?.unless
    return clear && openings.some(({ title }) => clear.test(title.value)) ? undefined : ambiguity
  })
  /** What is said by titles of each kind of doubt, and by those without any. */
  const said = new Map<Ambiguity | undefined, Set<SectionKind>>()
  openings.forEach(({ form, kinds }, i) => {
    const own = said.get(meanings[i]) ?? new Set()
    said.set(meanings[i], own)
    if (form !== 'label') for (const kind of kinds) own.add(kind)
  })
  return openings.map((opening, i) => {
    const ambiguity = meanings[i]
    if (!ambiguity) return opening
    const { usual, other, alone } = ambiguity
    const inner = kindsInside(openings, i)
    const both = usual ? [usual, other] : [other]
    const nested = both.filter((kind) => inner.has(kind))
    if (nested.length > 0) return { ...opening, kinds: nested }
    const isSaid = (kind: SectionKind): boolean =>
      [...said].some(([by, kinds]) => by !== ambiguity && kinds.has(kind))
    if (isSaid(other)) return { ...opening, kinds: usual ? [usual] : [] }
    return { ...opening, kinds: usual && isSaid(usual) ? [other] : alone }
  })
}

/** A first heading that no synonym knows names the incident: "# Outage". */
function ambiguityOf({ title, form, level, kinds }: Opening): Ambiguity | undefined {
  if (form === 'heading' && level === 1 && kinds.length === 0) return undefined
  const text = trimOf(title.value.toLowerCase(), /[\W\d]/)
  return ambiguities.find((one) => one.title.test(text))
}

/** "Detection" and "Mitigation" below "Action items" are groups of tasks, "Actions taken" below lessons are measures. */
function groupTasks(openings: readonly Opening[], parents: readonly (number | undefined)[]): Opening[] {
  const planned = openings.some(({ form, kinds }) => form === 'heading' && kinds.includes('actions'))
  return openings.map((opening, i) => {
    const above = openings[parents[i] ?? -1]
    const isGroup =
      opening.form === 'heading' &&
      above?.form === 'heading' &&
      above.kinds.length === 1 &&
      above.kinds[0] === 'actions' &&
      opening.kinds.some((kind) => phases.has(kind))
    if (isGroup && opening.by === 'head') return { ...opening, kinds: [] }
    const isMeasure =
      opening.kinds.includes('investigation') &&
      takenTitle.test(opening.title.value) &&
      kindsAbove(openings, parents, i).some((kind) => kind === 'lessons' || kind === 'actions')
    if (isGroup || isMeasure || isState(opening, above)) return { ...opening, kinds: ['actions'] }
    if (isCure(opening, above)) return { ...opening, kinds: ['resolution'] }
    if (isWho(opening, above)) return withoutSide(opening)
    return isTopic(opening, above) || isTask(opening, above) || (planned && isStep(opening, above))
      ? { ...opening, kinds: [] }
      : opening
  })
}
/** "Completed", "Immediate:" below the tasks. */
const isState = ({ kinds, title }: Opening, above: Opening | undefined): boolean =>
  kinds.length === 0 && above?.kinds.join() === 'actions' && states.test(title.value)
const states =
  /^[\W\d]*(?:completed?|done|implemented|in progress|pending|planned|proposed|recommended|ongoing|open|remaining|immediate|urgent|optional)(?: \([^()]{0,40}\))?\W*$/i

/** "**Team**" among the tasks says whose they are. */
const isWho = ({ form, side }: Opening, above: Opening | undefined): boolean =>
  form !== 'heading' && side === 'people' && above?.kinds.join() === 'actions'
const withoutSide = ({ side: _, ...opening }: Opening): Opening => opening

/** A bold line among the tasks, "Incident response:", names what they are about. */
const isTopic = (opening: Opening, above: Opening | undefined): boolean =>
  opening.form === 'bold' &&
  above?.form === 'heading' &&
  above.kinds.length === 1 &&
  above.kinds[0] === 'actions' &&
  opening.kinds.length > 0 &&
  opening.kinds.every((kind) => phases.has(kind) || kind === 'investigation')

/** "Immediate actions", "Actions taken" below the resolution, the first below the response too, were taken. */
function isCure({ kinds, title }: Opening, above: Opening | undefined): boolean {
  const [own, over] = [kinds.join(), above?.kinds.join()]
  if (own === 'investigation')
    return over === 'resolution' && /^[\W\d]*(?:immediate |emergency )?actions? taken\b/i.test(title.value)
  return (
    own === 'actions' &&
    (over === 'resolution' || over === 'investigation') &&
    /^[\W\d]*(?:immediate|emergency) actions?\b/i.test(title.value)
  )
}

/** "Incident response: Update the runbook" in a list of tasks is one of them. */
const isTask = ({ form, kinds }: Opening, above: Opening | undefined): boolean =>
  form === 'label' &&
  above?.kinds.join() === 'actions' &&
  kinds.length > 0 &&
  kinds.every((kind) => kind !== 'actions' && kind !== 'lessons')

/** "Phase 2: hardening" in the resolution is a step that was taken. */
const isStep = (opening: Opening, above: Opening | undefined): boolean =>
  opening.form === 'bold' &&
  opening.kinds.join() === 'actions' &&
  above?.form === 'heading' &&
  above.kinds.join() === 'resolution'

const takenTitle = /^\W*actions? taken\b/i

/** Kinds of the innermost title above one that has any. */
function kindsAbove(
  openings: readonly Opening[],
  parents: readonly (number | undefined)[],
  index: number,
): readonly SectionKind[] {
  for (let i = parents[index]; i !== undefined; i = parents[i]) {
    const kinds = openings[i]?.kinds ?? []
    if (kinds.length > 0) return kinds
  }
  return []
}

const phases: ReadonlySet<SectionKind> = new Set(['detection', 'resolution'])

/** Kinds of the titles nested in one. */
function kindsInside(openings: readonly Opening[], index: number): ReadonlySet<SectionKind> {
  const level = openings[index]?.level ?? 0
  const kinds = new Set<SectionKind>()
  for (let i = index + 1; (openings[i]?.level ?? 0) > level; i++)
    if (openings[i]?.form !== 'label') for (const kind of openings[i]?.kinds ?? []) kinds.add(kind)
  return kinds
}

/** The first heading, bold line or title line that opens no known section, or the `title` of the front matter. */
export function readTitle(
  blocks: readonly Block[],
  sections: readonly Section[],
  frontMatter: Cited | undefined,
): Title | undefined {
  const first =
    sections.find((section) => section.kinds.length > 0 && section.form !== 'label')?.block ?? blocks.length
  const lead = blocks.slice(0, first)
  const headings = lead.filter((block) => block.form === 'heading' && !block.quoted && block.text !== '')
  const [top] = headings
  // "## Owner: @ada" at the top begins a run of metadata, of which no heading of its level names the incident
  const isField = sections.some(({ block, side }) => side !== undefined && blocks[block] === top)
  const heading = isField ? headings.find(({ depth }) => depth < (top?.depth ?? 0)) : top
  const isPart = frontMatter && heading && isGeneral(heading.text) && !documents.test(heading.text)
  const opens = heading?.depth === 1 && !isPart && !(frontMatter && isBelowText(heading, lead))
  const titled = ({ value, at }: Cited, form: Title['form']): Title => ({
    value,
    at,
    form,
    general: isGeneral(value),
  })
  if (frontMatter && !opens) return titled(frontMatter, 'front matter')
  if (heading) return titled({ value: heading.text, at: heading.at }, 'heading')
  const lines = lead.filter(
    (block) => block.form === 'line' && isTitleLine(block) && !/^[\ufffc\s:]*$/.test(block.prose),
  )
  const [opener] = lead
  const fields = new Set(sections.filter(({ side }) => side !== undefined).map(({ block }) => blocks[block]))
  const line =
    (opener && isBanner(opener, blocks) ? opener : undefined) ??
    lines.find((block) => block.emphatic || (namesDocument(block) && !fields.has(block))) ??
    (opener?.form === 'line' && (isLongTitle(opener) || isHeadline(opener, blocks) || isNamed(opener))
      ? opener
      : undefined) ??
    lines.find((block) => block === blocks[0] && !/:(?:\s|$)/.test(block.text))
  return line && titled({ value: line.text, at: line.at }, line.emphatic ? 'bold' : 'plain')
}

/** A page that begins to tell before its first heading has its title elsewhere. */
const isBelowText = (heading: Block, lead: readonly Block[]): boolean =>
  lead.slice(0, lead.indexOf(heading)).some(({ form, tokens }) => form === 'line' && tokens.words.length > 15)

/** "# Postmortem" names a document, "# The incident" a part of one. */
const documents = /\b(?:post-?\s?mortem|report|review|analysis|write-?up)\b/i

/** "Postmortem Report: ..." in more words than a title has elsewhere. */
const isLongTitle = ({ text }: Block): boolean =>
  text.length <= 120 && /^[\W\d]*(?:post-?\s?mortem|incident|outage)\b/i.test(text) && !/[.;,!?]$/.test(text)

/** The first line, alone in its paragraph, bold or with the name of such documents in it. */
const isBanner = (line: Block, blocks: readonly Block[]): boolean =>
  line === blocks[0] &&
  line.form === 'line' &&
  blocks[1]?.group !== line.group &&
  line.text.length <= 120 &&
  !/[.;,!]$/.test(line.text) &&
  (line.emphatic || namesDocument(line))

/** "Postmortem: the pool ran dry." */
const isNamed = ({ label, text }: Block): boolean =>
  label !== undefined &&
  text.length <= 120 &&
  /^(?:title|(?:post-?\s?mortem|incident|outage)(?: report| title)?)$/i.test(label.value)

/** "Web server 02 down.": a few words without a verb that stand alone at the top, though with a full stop. */
const isHeadline = ({ text, group }: Block, blocks: readonly Block[]): boolean =>
  /^[^.!?:]{4,60}\.$/.test(text) &&
  !/\b(?:is|are|was|were|has|have|had|we|i|it|this|these)\b/i.test(text) &&
  text.split(/\s+/).length <= 6 &&
  blocks[1]?.group !== group

const namesDocument = (block: Block): boolean =>
  !block.text.includes('://') &&
  /\b(?:post-?\s?mortem|incident|outage|(?:project )?title|report)\b/i.test(block.text)
