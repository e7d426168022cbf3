import { object } from 'valibot'
import { rule } from '../lint/rule.ts'
import { topOf } from '../postmortem/place.ts'

export const notAPostmortem = rule({
  id: 'not-a-postmortem',
  summary: 'The document tells an incident.',
  why: `Of the files that are handed in or kept as postmortems, many tell no incident: the pasted text of a task, a title
and nothing below it, a link to a page elsewhere, a template that nobody filled in. Every other finding on such a file is
noise, so this one stands alone.`,
  severity: 'error',
  options: object({}),
  silences: 'all',
  examples: [
    {
      about: 'A link is not the story.',
      text: '# Postmortem\n\nRead it [on my blog](https://example.com/outage).\n',
      says: ['1: The document is a link to another page, not a postmortem'],
    },
    {
      about: 'A short report is a postmortem all the same.',
      text: `# Search was down, 3 May 2024

## Summary

Search answered with error 500 from 09:10 to 09:40 UTC for all users, because an index was rebuilt without a limit on memory.

## Timeline

- 09:10 UTC: the index job starts, searches fail.
- 09:14 UTC: an alert on errors pages the engineer on call.
- 09:40 UTC: the job is stopped, searches succeed again.

## Root cause and resolution

The job took all memory of the search hosts. Stopping it brought the service back.

## Corrective and preventative measures

- Limit the memory of index jobs.
`,
      says: [],
    },
  ],

  *check(doc) {
    const { value, because } = doc.kind
    if (value === 'postmortem') return
    const what = value === 'template' ? 'a template that is not filled in' : because
    yield {
      at: topOf(doc),
      whole: true,
      message: what ? `The document is ${what}, not a postmortem` : 'The document tells no incident',
      note: 'A postmortem says what happened, when, why, and what will change. A file that is something else can be left out of `files`.',
    }
  },
})
