import { object } from 'valibot'
import { rule } from '../lint/rule.ts'

export const incidentDate = rule({
  id: 'incident-date',
  summary: 'The day of the incident is told.',
  why: `Clock times without a day tell how long an incident took, and not when it was: nobody finds the logs and graphs of
that day again, or sees that two incidents had one cause. Google's and PagerDuty's templates ask for the date at the top. A date
in the title, the metadata, the summary or the timeline is enough.`,
  severity: 'info',
  options: object({}),
  examples: [
    {
      about: 'Times without a day, and no day anywhere.',
      text: `# Checkout was down

## Timeline

- 10:00 UTC - The first payment fails
- 10:20 UTC - Release 4.1 is rolled back
`,
      says: ['3: No date says on which day the incident was'],
    },
    {
      about: 'The title has the day.',
      text: `# Checkout was down, 3 May 2024

## Timeline

- 10:00 UTC - The first payment fails
- 10:20 UTC - Release 4.1 is rolled back
`,
      says: [],
    },
    {
      about: 'So has an entry.',
      text: `# Checkout was down

## Timeline

- 2024-05-03 10:00 UTC - The first payment fails
- 10:20 UTC - Release 4.1 is rolled back
`,
      says: [],
    },
  ],

  *check({ timeline: { entries, at }, downtime, fieldNames }) {
    const dated =
      fieldNames?.has('date') ||
      downtime?.days ||
      downtime?.start?.value.date ||
      entries.some(({ when }) => when?.value.date)
    if (entries.length > 0 && at && !dated)
      yield {
        at,
        message: 'No date says on which day the incident was',
        note: 'A date in the title, such as "3 May 2024", is enough.',
      }
  },
})
