import { object } from 'valibot'
import { inHours, rule } from '../lint/rule.ts'
import { openingOf, span } from '../postmortem/place.ts'
import type { Postmortem } from '../postmortem/postmortem.ts'

export const summaryDuration = rule({
  id: 'summary-duration',
  summary: 'The summary says when the outage began and ended.',
  why: `The summary is often all that is read. The course task asks for the duration with start and end times and their
zone; Atlassian's handbook asks for the same in its first fields. A start and an end will do, or a start and a length; they
may stand in metadata or in a label such as "Duration", and an incident of days needs no clock times.`,
  severity: 'error',
  options: object({}),
  examples: [
    {
      text: `# Search was down, 3 May 2024

## Summary

Search was down this morning.

## Timeline (UTC)

- 09:10: search fails for everybody.
- 10:40: search is restored.
`,
      says: ['3: No times outside the timeline say when the outage began and ended'],
    },
    {
      about: 'A start alone leaves the length open.',
      text: `# Search was down, 3 May 2024

## Summary

At 09:10 UTC search went down.
`,
      says: ['5: The outage has a start and neither an end nor a length'],
    },
    {
      text: `# Search was down, 3 May 2024

## Summary

From 09:10 UTC search was down for 90 minutes.
`,
      says: [],
    },
  ],

  *check(doc) {
    const { downtime: { start, end, days } = {}, duration } = doc
    if (days || (start && (end ?? duration.stated))) return
    const at = start?.at ?? openingOf(doc, 'summary')
    if (!at) return
    yield {
      at,
      whole: true,
      message: start
        ? 'The outage has a start and neither an end nor a length'
        : 'No times outside the timeline say when the outage began and ended',
      note: noteFor(doc),
    }
  },
})

/** What the timeline has to offer. */
function noteFor({ duration: { computed } }: Postmortem): string {
  const asked = 'A start and an end with their zone, or a start and a length.'
  if (!computed) return asked
  const { start, end } = span(computed.from, computed.to)
  return `${asked} Between lines ${start.line} and ${end.line} lie ${inHours(computed.value)}.`
}
