import { array, description, object, optional, pipe, string } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'

export const noPlaceholder = rule({
  id: 'no-placeholder',
  summary: 'Nothing of the template is left.',
  why: `A gap that was never filled ("TBD", "[Insert link]", "HH:MM") or a prompt of the template that still stands above
the answer shows that a part was not written, or not read again. Code, quoted text, references in brackets, footnotes, a
list of tasks that is called "TODO" and a status in a table are left alone. Of a team's own \`template\` every sentence is known, of
Atlassian's and PagerDuty's what they tell their writers.`,
  severity: 'error',
  options: object({
    prompts: pipe(
      optional(array(string()), []),
      description('Sentences that nobody means to keep; those of a `template` are known.'),
    ),
  }),
  examples: [
    {
      text: `# Upload failed, 3 May 2024

## Impact

TBD

## Cause

*Describe what led to the incident.*

The disk was full. See [insert link to the graph].
`,
      says: [
        '5: `TBD` is left to be filled in',
        '9: `Describe what led to the incident.` is left over from a template',
        '11: `[insert link to the graph]` is left to be filled in',
      ],
    },
    {
      about: 'What a template of the team tells its writers.',
      text: '# Upload failed, 3 May 2024\n\n## Impact\n\nWho was hit, and how hard? Nobody.\n',
      options: { prompts: ['Who was hit, and how hard?'] },
      says: ['5: `Who was hit, and how hard?` is left over from a template'],
    },
    {
      text: `# Upload failed, 3 May 2024

## Impact

30 % of uploads [1] failed with \`[insert failed]\`.

## TODO

- Add an alert on the disk.
- [ ] Write the runbook.
`,
      says: [],
    },
  ],

  reads: ({ prompts }) => ({ prompts }),

  *check({ placeholders = [] }) {
    for (const { value, at, form } of placeholders)
      yield {
        at,
        message: `${quoted(value)} is left ${form === 'gap' ? 'to be filled in' : 'over from a template'}`,
      }
  },
})
