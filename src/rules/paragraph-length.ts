import { description, integer, minValue, number, object, optional, pipe } from 'valibot'
import { rule } from '../lint/rule.ts'

export const paragraphLength = rule({
  id: 'paragraph-length',
  summary: 'Paragraphs are short enough to be found again.',
  why: `The course README asks for brevity, and postmortems are searched more often than read: a wall of text hides what is
looked for. Lines that stand below each other without an empty line are one paragraph to a reader, whatever the editor
showed. Entries of a timeline, labels and items are counted one by one.`,
  severity: 'info',
  options: object({
    max: pipe(optional(pipe(number(), integer(), minValue(60)), 120), description('Most words.')),
  }),
  examples: [
    {
      options: { max: 60 },
      text: `# Pages were slow, 3 May 2024

The cache was emptied by the nightly job. The job had been moved to the morning in the week before.
Every page was then built anew from the database. The database had been sized for a tenth of the load.
Requests queued up behind it and timed out after a minute. The load balancer took the slow servers out of its pool.
The others got all the traffic and went the same way.
`,
      says: ['3: The paragraph has 73 words, more than 60'],
    },
    {
      about: 'Titles in plain text stand between paragraphs, and so do hash signs without a space.',
      options: { max: 60 },
      text: `# Pages were slow, 3 May 2024

The cache was emptied by the nightly job. The job had been moved to the morning in the week before, by mistake.
Root cause
Every page was then built anew from the database. The database had been sized for a tenth of the load that came.
#Resolution
Requests queued up behind it and timed out after a minute. The load balancer took the slow servers out of its pool.
`,
      says: [],
    },
    {
      about: 'The lines of a timeline are entries, not one paragraph.',
      options: { max: 60 },
      text: `# Pages were slow, 3 May 2024

## Timeline (UTC)

10:00 The cache was emptied by the nightly job, which had been moved to the morning in the week before.
10:05 Every page was then built anew from the database, which had been sized for a tenth of the load.
10:20 Requests queued up behind it and timed out after a minute, and the load balancer took servers out of its pool.
10:40 The cache was warm again.
`,
      says: [],
    },
  ],

  *check({ lengths }, { max }) {
    for (const { words, at } of lengths?.paragraphs ?? [])
      if (words > max)
        yield {
          at,
          message: `The paragraph has ${words} words, more than ${max}`,
          note: 'Consider an empty line where the subject changes, or a list.',
        }
  },
})
