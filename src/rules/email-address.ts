import { array, description, object, optional, pipe, string } from 'valibot'
import { rule } from '../lint/rule.ts'

export const emailAddress = rule({
  id: 'email-address',
  summary: 'No e-mail address of a person stands in the document.',
  why: `An address in a published file is found by whoever collects them, and tells a name where a role would do. Addresses of
roles and lists (support, security, noreply), of examples and of logins (\`ssh deploy@web-01.acme.io\`) are left alone. No
message shows more than the first four characters.`,
  severity: 'info',
  options: object({
    allow: pipe(
      optional(array(string()), []),
      description('Addresses, or domains with all of theirs, that may stand: `["jane@acme.io", "acme.io"]`.'),
    ),
  }),
  examples: [
    {
      text: `# Uploads failed, 3 May 2024

10:30: jane.doe@acme.io reports errors. Ask [Kim](mailto:kim.lee@acme.io).
`,
      says: ['3: `jane…` is an e-mail address', '3: `kim.…` is an e-mail address'],
    },
    {
      text: `# Uploads failed, 3 May 2024

Mail support@acme.io or jane@example.com. \`ssh deploy@web-01.acme.io\`, \`root@web-01.acme.io:~# ls\`,
\`git@github.com:acme/web.git\`, acme/web@3f2a1bc, getty@tty1.service, npm i left-pad@1.3.0.
`,
      says: [],
    },
    {
      options: { allow: ['acme.io'] },
      text: '# Uploads failed, 3 May 2024\n\n10:30: jane.doe@acme.io reports errors.\n',
      says: [],
    },
  ],

  *check({ emails = [] }, { allow }) {
    for (const { value, at, bare } of emails) {
      if (allow.some((allowed) => value === allowed || value.endsWith(`@${allowed}`))) continue
      yield {
        at,
        message: `\`${value.slice(0, 4)}…\` is an e-mail address`,
        note: 'Consider a role, "the on-call engineer", or the mailbox of a team.',
        ...(bare && { expected: ['(e-mail address removed)'] }),
      }
    }
  },
})
