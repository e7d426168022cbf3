import { array, description, object, optional, pipe, string } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'

export const noNamedPerson = rule({
  id: 'no-named-person',
  summary: 'No person is named beside a fault.',
  why: `PagerDuty's [advice](https://response.pagerduty.com/after/effective_post_mortems/) is not to name and shame: a name beside
a fault stays in the archive and in every search for it. Who wrote, owned, answered or reported is welcome to stand there
by name. A name is known by its handle, by lists of authors and responders, by a role beside it, by what only people do, or
from the option.`,
  severity: 'warning',
  options: object({
    names: pipe(
      optional(array(string()), []),
      description('Names that documents do not tell by themselves, one word each: `["Kim"]`.'),
    ),
  }),
  examples: [
    {
      text: `# Orders were lost, 3 May 2024

Authors: Jane Doe

Bob forgot to renew the certificate, and @kim missed the alert. Jane misconfigured the proxy.
`,
      says: [
        '5: `Bob forgot to renew` names a person at fault',
        '5: `Jane misconfigured the proxy` names a person at fault',
      ],
    },
    {
      about: 'Names without a fault: authors, responders, owners.',
      text: `# Orders were lost, 3 May 2024

Authors: Jane Doe

- 10:30: Bob, the administrator, restarted the queue. @kim confirmed it.
- 10:40: Kubernetes missed a heartbeat, and the queue of Bob failed to start.

## Measures

- Add an alert. Owner: @kim
`,
      says: [],
    },
    {
      options: { names: ['Kim'] },
      text: '# Orders were lost, 3 May 2024\n\nKim broke the build.\n',
      says: ['3: `Kim broke the build` names a person at fault'],
    },
    {
      about: 'A word with a capital that is no known name may be anything.',
      text: '# Orders were lost, 3 May 2024\n\nKim broke the build.\n',
      says: [],
    },
  ],

  *check({ blame = [] }, { names }) {
    for (const { form, value, at } of blame)
      if (form === 'name' || (form === 'stranger' && names.some((name) => value.startsWith(name))))
        yield {
          at,
          message: `${quoted(value)} names a person at fault`,
          note: 'Consider the role, and what the system allowed: "the on-call engineer had no alert for the certificate".',
        }
  },
})
