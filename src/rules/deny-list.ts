import { array, boolean, description, object, optional, pipe, string } from 'valibot'
import { rule } from '../lint/rule.ts'
import { placesOfWords } from '../postmortem/place.ts'

export const denyList = rule({
  id: 'deny-list',
  summary: 'No name of the deny list stands in the document.',
  why: `Names of customers cannot be told from other words without a list of them. The list itself is a leak where others can
read it: keep it out of a public repository, and give it to the linter from a secret of the workflow. So no message shows
the name; it tells which of the list it is. Without a list the rule says nothing.`,
  severity: 'off',
  alwaysSpeaks: true,
  options: object({
    terms: pipe(optional(array(string()), []), description('Names, as whole words, wherever they stand.')),
    matchCase: pipe(optional(boolean(), false), description('Tell capitals from small letters.')),
    replacement: pipe(
      optional(string(), ''),
      description('What to offer instead as a one-click fix, such as `a customer`.'),
    ),
  }),
  examples: [
    {
      options: { terms: ['Globex', 'Initech'], replacement: 'a customer' },
      text: `# Uploads failed, 3 May 2024

All uploads of initech failed. <!-- Initech called at 10:30. -->
`,
      says: ['3: Name 2 of the deny list stands here', '3: Name 2 of the deny list stands here'],
    },
    {
      options: { terms: ['Globex', 'Initech'], matchCase: true },
      text: '# Uploads failed, 3 May 2024\n\nThe initech.css of InitechDemo was missing; so was globexes.\n',
      says: [],
    },
  ],

  *check({ source }, { terms, matchCase, replacement }) {
    for (const [i, term] of terms.entries())
      for (const at of placesOfWords(source, term, matchCase))
        yield {
          at,
          message: `Name ${i + 1} of the deny list stands here`,
          note: 'Consider a kind of customer or a role instead; the history of the file keeps the name.',
          ...(replacement && { expected: [replacement] }),
        }
  },
})
