import { description, object, optional, pipe, string } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'
import { sourceAt } from '../postmortem/place.ts'

export const summaryTimezone = rule({
  id: 'summary-timezone',
  summary: 'Start and end of the outage have a time zone.',
  why: `A time without a zone is right in one place of the world. The course task asks for the zone with the start and the
end. One statement covers all: a zone at one of the two, in the timeline, or in a sentence such as "all times are UTC".`,
  severity: 'error',
  options: object({
    defaultZone: pipe(
      optional(string(), ''),
      description('The zone to offer as a one-click fix, such as `UTC`; none is assumed.'),
    ),
  }),
  examples: [
    {
      text: `# Uploads failed, 3 May 2024

## Summary

From 09:10 to 10:40 uploads failed.
`,
      says: ['5: `09:10 to 10:40` has no time zone'],
    },
    {
      about: 'The timeline says it for all.',
      text: `# Uploads failed, 3 May 2024

## Summary

From 09:10 to 10:40 uploads failed.

## Timeline (UTC)

- 09:10: uploads fail.
- 10:40: uploads succeed again.
`,
      says: [],
    },
  ],

  *check({ source, downtime }, { defaultZone }) {
    if (!downtime?.start || downtime.zone !== undefined) return
    const { at } = downtime.start
    const text = sourceAt(source, at)
    yield {
      at,
      whole: true,
      message: `${quoted(text)} has no time zone`,
      note: 'One statement covers all times of the document: "All times are UTC."',
      ...(defaultZone && { expected: [`${text} ${defaultZone}`] }),
    }
  },
})
