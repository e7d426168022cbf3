import { description, integer, minValue, number, object, optional, pipe } from 'valibot'
import { rule } from '../lint/rule.ts'

export const timelineMinEntries = rule({
  id: 'timeline-min-entries',
  summary: 'The timeline has enough entries to follow what happened.',
  why: `Between the first alarm and the cure somebody looked, assumed, tried and asked; a timeline of two entries tells none
of it. The course task lists what belongs there: how it was noticed, what was done, what misled, who was called, what
helped.`,
  severity: 'warning',
  options: object({
    min: pipe(optional(pipe(number(), integer(), minValue(1)), 4), description('Fewest entries.')),
  }),
  examples: [
    {
      text: `# Cron stopped, 3 May 2024

## Timeline (UTC)

- 09:10: jobs stop.
- 10:40: jobs run again.
`,
      says: ['3: 2 of at least 4 timeline entries'],
    },
    {
      text: `# Cron stopped, 3 May 2024

## Timeline (UTC)

- 09:10: jobs stop.
- 09:20: an alert calls the engineer on call.
- 09:50: a full disk is found.
- 10:40: jobs run again.
`,
      says: [],
    },
  ],

  *check({ timeline: { entries, at } }, { min }) {
    const [first] = entries
    if (!first || entries.length >= min) return
    yield {
      at: at ?? first.block.at,
      whole: true,
      message: `${entries.length} of at least ${min} timeline entries`,
    }
  },
})
