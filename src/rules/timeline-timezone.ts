import { description, object, optional, pipe, string } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'
import { placeOf, sourceAt } from '../postmortem/place.ts'
import type { Postmortem } from '../postmortem/postmortem.ts'

export const timelineTimezone = rule({
  id: 'timeline-timezone',
  summary: 'The times of the timeline have a time zone.',
  why: `Whoever compares the timeline with a log, a graph or a customer's message needs to know which clock it was written
by. The course task asks for times with their zone; PagerDuty's template asks for UTC. To state it once is enough: on an
entry, in the title, in a sentence above, or in the summary. A timeline of days needs none.`,
  severity: 'warning',
  silences: ['summary-timezone'],
  options: object({
    defaultZone: pipe(
      optional(string(), ''),
      description('The zone to offer as a one-click fix in the title, such as `UTC`; none is assumed.'),
    ),
  }),
  examples: [
    {
      about: 'One finding, at the first time, however many there are.',
      text: `# Images were missing, 3 May 2024

## Timeline

- 14:02: images fail to load.
- 14:40: images load again.
`,
      says: ['5: `14:02` has no time zone'],
    },
    {
      text: `# Images were missing, 3 May 2024

## Timeline (UTC)

- 14:02: images fail to load.
- 14:40: images load again.
`,
      says: [],
    },
  ],

  *check(doc, { defaultZone }) {
    const { entries, zone } = doc.timeline
    const first = entries.find(({ when }) => when?.value.time)?.when
    if (!first || zone || entries.some(({ when }) => when?.value.zone)) return
    yield {
      at: first.at,
      whole: true,
      message: `${quoted(sourceAt(doc.source, first.at))} has no time zone`,
      note: 'To state it once is enough: "## Timeline (UTC)".',
      ...(defaultZone && titleWith(doc, defaultZone)),
    }
  },
})

/** The title of the timeline with the zone behind it, and where it stands. */
function titleWith({ source, blocks, sections }: Postmortem, zone: string) {
  const section = sections.find(({ kinds, form }) => kinds.includes('timeline') && form !== 'label')
  const title = section && blocks[section.block]
  if (!title) return {}
  const at = placeOf(source, title, 0, title.text.replace(/:$/, '').trimEnd().length)
  return { at, expected: [`${sourceAt(source, at)} (${zone})`] }
}
