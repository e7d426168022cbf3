import { object } from 'valibot'
import { isEnglish, rule } from '../lint/rule.ts'
import { openingOf } from '../postmortem/place.ts'

export const summaryCause = rule({
  id: 'summary-cause',
  summary: 'The summary names the cause.',
  why: `The course task asks for the root cause in the summary, for those who read no further. One sentence is enough; the
detail has its section. A label "Root cause" counts, and so does a section on the cause that comes before the timeline.`,
  severity: 'warning',
  options: object({}),
  examples: [
    {
      text: `# Mail was late, 3 May 2024

## Summary

From 09:10 to 10:40 UTC no mail was delivered.
`,
      says: ['3: The summary does not name the cause'],
    },
    {
      text: `# Mail was late, 3 May 2024

## Summary

From 09:10 to 10:40 UTC no mail was delivered, because the queue's disk was full.
`,
      says: [],
    },
    {
      about: 'A part that users do not see, and what was the matter with it, is a cause.',
      text: `# Mail was late, 3 May 2024

## Summary

From 09:10 to 10:40 UTC no mail was delivered. A full disk stopped the queue.
`,
      says: [],
    },
  ],

  *check(doc) {
    const at = openingOf(doc, 'summary')
    if (!at || doc.account?.cause || !isEnglish(doc)) return
    yield {
      at,
      whole: true,
      message: 'The summary does not name the cause',
      note: 'One sentence: "The disk of the queue was full, because old messages were never removed."',
    }
  },
})
