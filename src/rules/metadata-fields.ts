import { array, description, object, optional, pipe, string } from 'valibot'
import { rule } from '../lint/rule.ts'
import { topOf } from '../postmortem/place.ts'

export const metadataFields = rule({
  id: 'metadata-fields',
  summary: 'Fields say when it was, who writes, how far it is and how bad it was.',
  why: `An archive is searched by date, owner, status and severity. Google's template begins with date, authors and status,
PagerDuty's with the owner. Front matter, \`**Key:** value\` lines, a table of two columns and other words for the same thing
("Owner", "Priority") are all read, and a date may stand in the title. Off in the course, which asks for none.`,
  severity: 'off',
  options: object({
    required: pipe(
      optional(array(string()), ['date', 'author', 'status', 'severity']),
      description('Words of the names of fields: `owner` is given by "Postmortem Owner" too.'),
    ),
  }),
  examples: [
    {
      text: '# Pages were slow, 3 May 2024\n\n**Owner:** Jane Doe\n\nThe cache was cold.\n',
      says: ['1: No field gives `status`, `severity`'],
    },
    {
      text: `---
title: Pages were slow
date: 2024-05-03
authors: [Jane Doe]
status: reviewed
priority: P2
---

The cache was cold.
`,
      says: [],
    },
    {
      options: { required: ['service'] },
      text: '# Pages were slow\n\n| Affected service | shop |\n| --- | --- |\n| Team | web |\n\nThe cache was cold.\n',
      says: [],
    },
  ],

  *check(doc, { required }) {
    const keys = [...(doc.fieldNames ?? [])].map((key) => ` ${key} `)
    const missing = required.filter((name) => !keys.some((key) => key.includes(` ${name.toLowerCase()} `)))
    if (missing.length === 0) return
    yield {
      at: topOf(doc),
      whole: true,
      message: `No field gives ${missing.map((name) => `\`${name}\``).join(', ')}`,
      note: 'Consider front matter, or lines such as "**Status:** draft" below the title.',
    }
  },
})
