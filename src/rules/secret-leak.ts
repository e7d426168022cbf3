import { object } from 'valibot'
import { rule } from '../lint/rule.ts'

export const secretLeak = rule({
  id: 'secret-leak',
  summary: 'No key, token or password stands in the document.',
  why: `Logs and commands are pasted into postmortems, and what they hold is published with the file, the diff and the history.
The whole source is searched, code, comments and link targets included, for the prefixes that issuers give their tokens;
values that call themselves an example, and runs of one character, are passed. There is no test of randomness: it is wrong
too often. For full coverage run [gitleaks](https://github.com/gitleaks/gitleaks), and switch on push protection. No output
shows more than the first four characters.`,
  severity: 'error',
  alwaysSpeaks: true,
  options: object({}),
  examples: [
    {
      text: `# Uploads failed, 3 May 2024

\`\`\`
$ aws configure set aws_access_key_id AKIAQ5TZ7XN3WVBDK2LM
\`\`\`

The [dump](https://backup:hT9w-LqzV2@dumps.acme.io/3.gz) was read.
`,
      says: ['4: `AKIA…` looks like an AWS access key', '7: `http…` looks like a password in an address'],
    },
    {
      about: 'Examples, gaps and digests.',
      text: `# Uploads failed, 3 May 2024

\`AKIAIOSFODNN7EXAMPLE\`, \`ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\`, \`postgres://app:password@db.acme.io\`,
\`https://me:$TOKEN@acme.io\`, sha256:58d0da8bc2f434983c6ca4713b08be00ff5586eb5cdff47bcde4b2e88fd40f88.
`,
      says: [],
    },
  ],

  *check({ secrets = [] }) {
    for (const { kind, value, at } of secrets)
      yield {
        at,
        message: `\`${value}\` looks like ${kind}`,
        note: 'Rotate it now: it is in the history of the repository already, and to delete the line is not enough.',
      }
  },
})
