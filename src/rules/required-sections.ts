import { array, description, object, optional, picklist, pipe, record, string } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'
import { topOf } from '../postmortem/place.ts'
import { type Postmortem, type SectionKind, sectionKinds } from '../postmortem/postmortem.ts'

const kind = picklist(sectionKinds)

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
    instead: pipe(
      optional(record(kind, array(kind)), {}),
      description('Kinds of section that will do where one is missing.'),
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

  *check(doc, { sections, titles, instead }) {
    const missing = sections.filter((one) => ![one, ...(instead[one] ?? [])].some((kind) => says(doc, kind)))
    for (const title of new Set(missing.map((one) => titles[one] ?? usual[one]))) {
      const kinds = missing.filter((one) => (titles[one] ?? usual[one]) === title)
      const near = doc.sections.find((section) => section.near && kinds.includes(section.near))
      yield {
        at: topOf(doc),
        whole: true,
        message: `No section says ${kinds.map((one) => tells[one]).join(' or ')}`,
        note: near
          ? `${quoted(near.title.value)} in line ${near.title.at.start.line} may be meant: the title asked for is "${title}".`
          : `Add a section "${title}".`,
      }
    }
  },
})

/** A label inside a section of another kind ("Root cause: ..." in the summary) is a part of that section. */
function says({ sections, timeline }: Postmortem, kind: SectionKind): boolean {
  if (kind === 'timeline' && timeline.entries.some(({ when }) => when?.value.time)) return true
  return sections.some(
    ({ kinds, form, parent }) =>
      kinds.includes(kind) &&
      (form !== 'label' || parent === undefined || sections[parent]?.kinds.length === 0),
  )
}

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
