import { description, object, optional, picklist, pipe } from 'valibot'
import { type Problem, rule } from '../lint/rule.ts'
import { sourceAt, span, standsAlone } from '../postmortem/place.ts'
import type { Block, Postmortem, TimelineForm } from '../postmortem/postmortem.ts'

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
      says: ['7: The timeline is a table, not a list'],
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
    const [line, ...more] = doc.sections.find(({ kinds }) => kinds.includes('timeline'))?.body ?? []
    const isText = form === 'paragraphs' || entries.some(({ block }) => isTyped(block))
    if (first && (isText || (style === 'list' && form in others)))
      yield {
        at: first.block.at,
        whole: true,
        message: isText ? 'Timeline entries are lines of text, not a list' : (others[form] ?? ''),
        ...bullets(doc),
      }
    else if (!first && line && [line, ...more].every((block) => block.form === 'line'))
      yield {
        at: line.at,
        whole: true,
        message: 'The timeline is running text, not a list',
        note: 'One bullet for each event.',
      }
  },
})

const others: Partial<Readonly<Record<TimelineForm, string>>> = {
  table: 'The timeline is a table, not a list',
  headings: 'Timeline entries are headings, not a list',
}

/** A bullet that Markdown does not know: "•", or a hyphen without a space. */
const isTyped = ({ form, node }: Block): boolean => form === 'item' && node.type === 'paragraph'

/** Lines that each start with their time, and nothing between them, as bullets. */
function bullets({ source, blocks, timeline: { entries } }: Postmortem): Partial<Problem> {
  const [first, last] = [entries[0]?.block, entries.at(-1)?.block]
  const start = first ? blocks.indexOf(first) : 0
  const isRun = entries.every(
    ({ block, when }, i) =>
      block === blocks[start + i] &&
      standsAlone(source, block) &&
      block.form === 'line' &&
      when?.value.own.time,
  )
  if (!first || !last || !isRun) return {}
  const isFollowed = /^[\t ]*\r?\n[\t ]*\S/.test(source.slice(last.at.end.offset))
  const list = entries.map(({ block }) => `- ${sourceAt(source, block.at)}`).join('\n')
  return { at: span(first.at, last.at), expected: [isFollowed ? `${list}\n` : list] }
}
