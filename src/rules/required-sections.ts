import type { Position } from 'unist'
import {
  array,
  description,
  type InferOutput,
  object,
  optional,
  picklist,
  pipe,
  record,
  string,
} from 'valibot'
import { type Problem, quoted, rule } from '../lint/rule.ts'
import { sourceAt, topOf } from '../postmortem/place.ts'
import { type Postmortem, type Section, type SectionKind, sectionKinds } from '../postmortem/postmortem.ts'

const kind = picklist(sectionKinds)
const heading = object({
  title: string(),
  /** What it announces: a section of the same kinds will do that no other title asks for. */
  kinds: optional(array(kind), []),
  /** The title that it is nested in. */
  within: optional(string()),
  /** What it looks like in a template, its title included. */
  text: optional(string()),
})
type Heading = InferOutput<typeof heading>

export const requiredSections = rule({
  id: 'required-sections',
  summary: 'The sections that the house style asks for are there.',
  why: `Readers look for the same things in the same places: an executive reads the summary, the next engineer on call
the timeline, a planner the measures. The course task asks for its four sections; the templates of Google, PagerDuty,
Atlassian and AWS each name their own. A title in other words counts ("What happened", "Chronology"), a joined title counts
for each of its parts, and a title in bold or on a line of its own counts too.`,
  severity: 'error',
  options: object({
    sections: pipe(
      optional(array(kind), ['summary', 'timeline', 'cause', 'actions']),
      description('Kinds of section that are asked for.'),
    ),
    titles: pipe(
      optional(record(kind, string()), {}),
      description('The title to offer for each; kinds with the same title share a section.'),
    ),
    optional: pipe(optional(array(kind), []), description('Kinds that are not asked for after all.')),
    instead: pipe(
      optional(record(kind, array(kind)), {}),
      description('Kinds of section that will do where one is missing.'),
    ),
    headings: pipe(
      optional(array(heading), []),
      description(
        'Sections asked for by their titles, in order; another title of the same kinds will do. A `template` gives them.',
      ),
    ),
  }),
  examples: [
    {
      about: 'One finding for each section to add, however many kinds it stands for.',
      text: `# Checkout was down, 3 May 2024

## Summary

Nobody could pay for 20 minutes.

## Timeline

- 09:10 UTC: payments fail.
- 09:30 UTC: payments succeed again.
`,
      options: {
        sections: ['summary', 'timeline', 'cause', 'resolution', 'actions'],
        titles: { cause: 'Root cause and resolution', resolution: 'Root cause and resolution' },
      },
      says: [
        '1: No section says what the cause was or how service came back',
        '1: No section says what will be done about it',
      ],
    },
    {
      about: 'A title that is nearly right is pointed at.',
      text: '# Checkout was down, 3 May 2024\n\n## Timelime\n\nLater.\n',
      options: { sections: ['timeline'] },
      says: ['1: No section says what happened when'],
    },
    {
      about: 'Titles of the team itself, as a template gives them; one of the same kind will do.',
      text: `# Checkout was down, 3 May 2024

## What broke

Nobody could pay for 20 minutes.

## Chronology

- 09:10 UTC: payments fail.
- 09:30 UTC: payments succeed again.

## Senstive findings

None.
`,
      options: {
        sections: [],
        headings: [
          { title: 'What broke', kinds: [] },
          { title: 'Timeline', kinds: ['timeline'] },
          { title: 'Sensitive findings', kinds: [] },
          { title: 'Customer questions', kinds: [] },
        ],
      },
      says: ['1: No section is called "Sensitive findings"', '1: No section is called "Customer questions"'],
    },
    {
      about: 'What a template has for a section is offered in front of the next one.',
      text: '# Checkout was down, 3 May 2024\n\n## Who knew\n\nNobody.\n',
      options: {
        sections: [],
        headings: [
          { title: 'What broke', kinds: [], text: '## What broke\n\nWhich part, and since when?' },
          { title: 'Who knew', kinds: [] },
        ],
      },
      says: ['3: No section is called "What broke"'],
    },
    {
      about: 'Titles in other words, joined titles and titles in bold are found.',
      text: `# Checkout was down, 3 May 2024

**TL;DR**

Nobody could pay for 20 minutes.

## Chronology

- 09:10 UTC: payments fail.
- 09:30 UTC: payments succeed again.

## Root cause & fix

A certificate had run out. It was renewed.

Next steps:

- Renew certificates a month before they run out.
`,
      says: [],
    },
  ],

  reads: ({ headings }) => ({ headings: headings.map(({ title }) => title) }),

  *check(doc, { sections, optional: spared, titles, instead, headings }) {
    const missing = sections
      .filter((one) => !spared.includes(one))
      .filter((one) => ![one, ...(instead[one] ?? [])].some((kind) => says(doc, kind)))
    for (const title of new Set(missing.map((one) => titles[one] ?? usual[one]))) {
      const kinds = missing.filter((one) => (titles[one] ?? usual[one]) === title)
      const near = doc.nearTitles?.find(({ kind }) => kind && kinds.includes(kind))
      yield {
        at: topOf(doc),
        whole: true,
        message: `No section says ${kinds.map((one) => tells[one]).join(' or ')}`,
        note: near
          ? `${quoted(near.value)} in line ${near.at.start.line} may be meant: the title asked for is "${title}".`
          : `Add a section "${title}".`,
      }
    }
    const asked = headings.filter(
      ({ kinds }) => kinds.length === 0 || !kinds.every((one) => spared.includes(one)),
    )
    const lost = lostOf(doc, asked)
    for (const heading of lost.filter(({ within }) => !lost.some(({ title }) => title === within)))
      yield {
        whole: true,
        message: `No section is called "${short(heading.title)}"`,
        ...remedy(doc, heading, headings, lost),
      }
  },
})

/** The headings that no section answers: neither by its title nor, where none asks for it, by its kinds. */
function lostOf({ sections }: Postmortem, headings: readonly Heading[]): readonly Heading[] {
  const had = new Set(sections.map(({ asked }) => asked))
  const free = sections
    .filter((section) => !section.asked && isOwn(section, sections))
    .flatMap(({ kinds }) => kinds)
  return headings.filter(({ title, kinds }) => {
    if (had.has(title)) return false
    if (kinds.length === 0 || !kinds.every((one) => free.includes(one))) return true
    for (const one of kinds) free.splice(free.indexOf(one), 1)
    return false
  })
}

/** The title that may be meant instead of one that is lost; or where its section would stand, as the template has it. */
function remedy(
  doc: Postmortem,
  { title, text = '' }: Heading,
  headings: readonly Heading[],
  lost: readonly Heading[],
): Pick<Problem, 'at' | 'note' | 'expected'> {
  const near = doc.nearTitles?.find(({ asked }) => asked === title)
  if (near)
    return { at: topOf(doc), note: `${quoted(near.value)} in line ${near.at.start.line} may be meant.` }
  const parts = headings.filter((one) => isInside(one, title, headings))
  const names = parts.map((part) => `"${part.title}"`).join(', ')
  const note = `Add a section "${title}"${names === '' ? '' : `, with ${names}`}.`
  const next = headings
    .slice(headings.findIndex((one) => one.title === title) + 1)
    .find((one) => !parts.includes(one) && !lost.includes(one))
  const before = next && doc.sections.find(({ asked, form }) => asked === next.title && form === 'heading')
  const at = before?.title.at ?? (next ? undefined : lastLineOf(doc))
  if (!at || text === '' || !parts.every((one) => lost.includes(one))) return { at: topOf(doc), note }
  const own = sourceAt(doc.source, at)
  return { at, note, expected: [before ? `${text}\n\n${own}` : `${own}\n\n${text}`] }
}

/** Is a heading nested in one of that title, which stands before it? */
function isInside(heading: Heading, title: string, headings: readonly Heading[]): boolean {
  const above = headings.slice(0, headings.indexOf(heading))
  const outer = above.find((one) => one.title === heading.within)
  return outer !== undefined && (outer.title === title || isInside(outer, title, above))
}

/** The last line with text, where a title can follow it: not inside code, HTML or the like. */
function lastLineOf({ tree }: Postmortem): Position | undefined {
  const last = tree.children.at(-1)
  const end = last?.position?.end
  if (!end || !['paragraph', 'heading', 'list', 'table', 'blockquote'].includes(last.type)) return undefined
  return { start: { line: end.line, column: 1, offset: (end.offset ?? 0) - end.column + 1 }, end }
}

function short(title: string): string {
  const characters = [...title]
  return characters.length > 50 ? `${characters.slice(0, 49).join('')}…` : title
}

/** Events with times, and a table or list of tasks, need no title to be found. */
function says({ sections, timeline, actions }: Postmortem, kind: SectionKind): boolean {
  if (kind === 'timeline' && timeline.entries.some(({ when }) => when?.value.time)) return true
  if (kind === 'actions' && actions.items.length > 0) return true
  return sections.some((section) => section.kinds.includes(kind) && isOwn(section, sections))
}

/**
 * A label inside a section of another kind ("Root cause: ..." in the summary) is a part of that section; but where labels of
 * so many kinds stand together, the document is made of them.
 */
function isOwn({ form, parent }: Section, sections: readonly Section[]): boolean {
  if (form !== 'label' || parent === undefined || sections[parent]?.kinds.length === 0) return true
  const beside = sections.filter((one) => one.form === 'label' && one.parent === parent)
  return new Set(beside.flatMap(({ kinds }) => kinds)).size >= ofLabels
}
const ofLabels = 3

const tells: Readonly<Record<SectionKind, string>> = {
  summary: 'what happened, in short',
  impact: 'what the impact was',
  timeline: 'what happened when',
  detection: 'how it was noticed',
  investigation: 'what was looked into',
  cause: 'what the cause was',
  resolution: 'how service came back',
  actions: 'what will be done about it',
  lessons: 'what was learnt',
}

const usual: Readonly<Record<SectionKind, string>> = {
  summary: 'Summary',
  impact: 'Impact',
  timeline: 'Timeline',
  detection: 'Detection',
  investigation: 'Investigation',
  cause: 'Root cause',
  resolution: 'Resolution',
  actions: 'Action items',
  lessons: 'Lessons learned',
}
