import { boolean, description, object, optional, pipe } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'
import { topOf } from '../postmortem/place.ts'
import type { OddZone } from '../postmortem/postmortem.ts'

export const zoneAbbreviation = rule({
  id: 'zone-abbreviation',
  summary: 'Letters of a time zone name one zone, and the one of the season.',
  why: `PST is standard time: in May, clocks on the Pacific coast show PDT, and whoever takes PST at its word is an hour off.
CST, IST and BST each name zones that lie hours apart. "PT" and "ET" hold all year, and UTC is never in doubt. Which letters
hold on a date is read from the time zone database.`,
  severity: 'warning',
  options: object({
    ambiguous: pipe(
      optional(boolean(), true),
      description('Whether to name letters that stand for several zones, such as `IST`.'),
    ),
  }),
  examples: [
    {
      text: `# Feed was empty

## Timeline

- 2024-05-03 09:10 PST: the feed is empty.
- 2024-05-03 09:40 PST: the feed is filled again.
`,
      says: ['5: `PST` does not hold on 2024-05-03: it is PDT then'],
    },
    {
      text: `# Feed was empty

## Timeline (IST)

- 2024-05-03 09:10: the feed is empty.
`,
      says: ['3: `IST` is the name of several time zones'],
    },
    {
      text: `# Feed was empty

## Timeline

- 2024-05-03 09:10 PDT: the feed is empty.
- 2024-05-03 09:40 PDT: the feed is filled again.
`,
      says: [],
    },
  ],

  *check(doc, { ambiguous }) {
    const { entries, zone } = doc.timeline
    for (const odd of doc.oddZones ?? []) yield problemOf(odd)
    const unsure = entries.find(({ when }) => when?.value.ambiguous.includes('zone'))?.when
    if (!ambiguous || !unsure) return
    yield {
      at: unsure.value.own.zone ? unsure.at : (zone?.at ?? topOf(doc)),
      whole: true,
      message: `${quoted(unsure.value.zone ?? '')} is the name of several time zones`,
      note: 'An offset or a place is clear: "UTC+5:30", "India Standard Time".',
    }
  },
})

const problemOf = ({ value, other, date, at, expected }: OddZone) => ({
  at,
  message: `${quoted(value)} does not hold on ${date}: it is ${other} then`,
  ...(expected !== undefined && { expected: [expected] }),
})
