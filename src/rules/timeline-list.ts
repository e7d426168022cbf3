import { description, object, optional, picklist, pipe } from 'valibot'
import { rule } from '../lint/rule.ts'
import { sourceAt, span } from '../postmortem/place.ts'
import type { Postmortem, TimelineForm } from '../postmortem/postmortem.ts'

export const timelineList = rule({
  id: 'timeline-list',
  summary: 'The timeline is a list.',
  why: `The course task asks for bullet points of a time and one or two sentences. Lines without bullets look like a list
in an editor; rendered, Markdown joins them into one paragraph, and the reader loses the events. A table can carry more
columns and is welcome where the house style does not ask for bullets.`,
  severity: 'info',
  options: object({
    style: pipe(
      optional(picklist(['list', 'either']), 'either'),
      description('`list`: bullets or numbers; `either`: a table or a heading for each time will do too.'),
    ),
  }),
  examples: [
    {
      about: 'These lines run together on the page.',
      text: `# Queue stuck, 3 May 2024

## Timeline

09:10 UTC: the queue stops.
09:25 UTC: a worker is restarted.
09:30 UTC: the queue moves again.
`,
      says: ['5: Timeline entries are lines of text, not a list'],
    },
    {
      text: `# Queue stuck, 3 May 2024

## Timeline

| Time (UTC) | Event |
|---|---|
| 09:10 | the queue stops |
| 09:30 | the queue moves again |
`,
      options: { style: 'list' },
      says: ['5: The timeline is a table, not a list'],
    },
    {
      text: `# Queue stuck, 3 May 2024

## Timeline

- 09:10 UTC: the queue stops.
- 09:30 UTC: the queue moves again.
`,
      options: { style: 'list' },
      says: [],
    },
  ],

  *check(doc, { style }) {
    const { form, entries } = doc.timeline
    const [first] = entries
    const last = entries.at(-1)
    if (first && last && form in forms && (style === 'list' || form === 'paragraphs'))
      yield {
        at: span(first.block.at, last.block.at),
        message: forms[form] ?? '',
        ...bullets(doc),
      }
    const prose = !first && doc.sections.find(({ kinds }) => kinds.includes('timeline'))?.body
    const [line] = prose || []
    if (prose && line && prose.every((block) => block.form === 'line'))
      yield {
        at: line.at,
        message: 'The timeline is running text, not a list',
        note: 'One bullet for each event.',
      }
  },
})

const forms: Partial<Readonly<Record<TimelineForm, string>>> = {
  paragraphs: 'Timeline entries are lines of text, not a list',
  table: 'The timeline is a table, not a list',
  headings: 'Timeline entries are headings, not a list',
}

/** Lines that each start with their time, and nothing between them, as bullets. */
function bullets({ source, blocks, timeline: { entries } }: Postmortem): { expected?: string[] } {
  const start = entries[0] ? blocks.indexOf(entries[0].block) : -1
  const lines = entries.every(
    ({ block, when }, i) =>
      block === blocks[start + i] &&
      block.form === 'line' &&
      block.node.type === 'paragraph' &&
      block.parent === undefined &&
      when?.value.own.time,
  )
  if (!lines) return {}
  const rest = source.slice(entries.at(-1)?.block.at.end.offset)
  if (!/^[\t ]*(?:\r?\n|$)/.test(rest)) return {}
  const close = /^[\t ]*\r?\n[\t ]*\S/.test(rest) ? '\n' : ''
  return { expected: [entries.map(({ block }) => `- ${sourceAt(source, block.at)}`).join('\n') + close] }
}
