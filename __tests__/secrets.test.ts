import fc from 'fast-check'
import { rules } from '../src/index.ts'
import { linter } from '../src/lint/lint.ts'
import { resolveConfig } from '../src/lint/resolve.ts'
import { judge } from '../src/lint/verdict.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import { sourceAt } from '../src/postmortem/place.ts'
import { readPostmortem } from '../src/postmortem/read.ts'
import { maskSecrets, readSecrets } from '../src/postmortem/secrets.ts'
import { profiles } from '../src/profiles/index.ts'
import { json } from '../src/reporters/json.ts'
import { pretty } from '../src/reporters/pretty.ts'
import { summary } from '../src/reporters/summary.ts'
import { workflow } from '../src/reporters/workflow.ts'

const letters = (length: number, set = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789') =>
  fc
    .string({ unit: fc.constantFrom(...set), minLength: length, maxLength: length })
    .filter((text) => !/(.)\1{5}|x{4}|example|your|dummy|abcdefg/i.test(text))
const capitals = 'ABCDEFGHJKLMNPQRSTUVWXYZ234567'

/** A secret of one kind around a random tail: no scanner finds one in this file. */
const made = (kind: string, tail: fc.Arbitrary<string>, text: (tail: string) => string) =>
  tail.map((hidden) => ({ kind, hidden, text: text(hidden) }))
const secret = fc.oneof(
  made('an AWS access key', letters(16, capitals), (tail) => `AKIA${tail}`),
  made('a GitHub token', letters(36), (tail) => `ghp_${tail}`),
  made('a GitHub token', letters(40), (tail) => `github_pat_${tail}`),
  made('a GitLab token', letters(20), (tail) => `glpat-${tail}`),
  made('a Slack token', letters(24), (tail) => `xoxb-${tail}`),
  made('a Slack webhook', letters(24), (tail) => `https://hooks.slack.com/services/T0/${tail}`),
  made('a Google API key', letters(35), (tail) => `AIza${tail}`),
  made('a Stripe key', letters(24), (tail) => `sk_live_${tail}`),
  made('an npm token', letters(36), (tail) => `npm_${tail}`),
  made('a SendGrid key', letters(22), (tail) => `SG.${tail}.${tail}`),
  made('an Anthropic key', letters(30), (tail) => `sk-ant-${tail}`),
  made('a JSON Web Token', letters(20), (tail) => `eyJ${tail}.eyJ${tail}.${tail}`),
  made('a password in an address', letters(12), (tail) => `postgres://shop:${tail}@db.acme.io`),
)

/** Places of a document that one output or another shows. */
const places: readonly ((text: string) => string)[] = [
  (text) => `# Checkout was down: ${text}`,
  (text) => `## Timeline\n\n- 10:30 UTC: ran with ${text} for an hour.\n- 10:10 UTC: again.`,
  (text) => `## Timeline\n\n10:30 ${text}\n10:20 ${text} again`,
  (text) => `## Action items\n\n- [ ] Rotate ${text} by Friday, owner: @kim\n- TBD ${text}`,
  (text) => `## Root cause\n\nThe engineer forgot ${text} and it should have been tested.`,
  (text) => `## Impact\n\nMany users saw ${text}.\n\n**${text}**\n\n[${text}](https://acme.io/?key=${text})`,
  (text) => `| key | ${text} |\n| --- | --- |\n| Severity | ${text} |`,
  (text) => `---\nstatus: ${text}\nauthor: ${text}\n---\n\n# Checkout was down`,
  (text) => `\`\`\`sh\nexport TOKEN=${text}\n\`\`\`\n\n\`${text}\` <!-- ${text} -->\n\n![${text}](${text})`,
  (text) => `<p title="${text}">${text}</p>\n\n[ref]: https://acme.io/${text}`,
]
const document = fc
  .tuple(secret, fc.shuffledSubarray([...places], { minLength: 1 }))
  .map(([one, chosen]) => ({ ...one, source: chosen.map((place) => place(one.text)).join('\n\n') }))

const settings = resolveConfig([], { rules, profiles })
const config = { ...settings, rules: Object.fromEntries(rules.map(({ id }) => [id, 'warning' as const])) }
const lint = linter(config, rules)

test('a secret is found wherever it stands, and its kind is told', () => {
  fc.assert(
    fc.property(document, ({ kind, text, source }) => {
      const secrets = readSecrets(source)
      expect(secrets.length).toBeGreaterThan(0)
      for (const { kind: told, value, at } of secrets) {
        expect(told).toBe(kind)
        expect(value).toBe(`${text.slice(0, 4)}…`)
        expect(sourceAt(source, at)).toBe(text)
      }
    }),
  )
})

test('no output shows more of a secret than its first four characters', () => {
  fc.assert(
    fc.property(document, ({ hidden, source }) => {
      const report = lint({ path: 'a.md', text: source, base: '' })
      const run = judge([report], config, [])
      expect(report.findings.map(({ rule }) => rule)).toContain('secret-leak')
      const outputs = [
        json(run),
        pretty(run, { color: false }),
        summary(run, rules),
        JSON.stringify(workflow(run)),
        JSON.stringify(report),
      ]
      for (const output of outputs) expect(output).not.toContain(hidden.slice(0, 8))
    }),
    { numRuns: 60 },
  )
})

test('a masked document is as long as it was, line by line, and holds no secret', () => {
  fc.assert(
    fc.property(document, fc.string(), ({ source, hidden }, noise) => {
      const masked = maskSecrets(`${source}\n${noise}`)
      expect(masked.split('\n').map(({ length }) => length)).toEqual(
        `${source}\n${noise}`.split('\n').map(({ length }) => length),
      )
      expect(masked).not.toContain(hidden)
      expect(maskSecrets(masked)).toBe(masked)
    }),
  )
})

test('a private key is masked to its end, but not its lines', () => {
  const body = ['MIIEowIBAAKCAQEAq7pTKTb3QmZtS2Vc8nUu1dPqYw5rXoLh', 'Zk9GJmB4vC2s']
  const text = [
    '```',
    '-----BEGIN RSA PRIVATE KEY-----',
    ...body,
    '-----END RSA PRIVATE KEY-----',
    '```',
    '',
  ].join('\n')
  const masked = maskSecrets(text).split('\n')
  expect(masked.slice(0, 2)).toEqual(['```', `----${'•'.repeat(27)}`])
  expect(masked.slice(2, 4)).toEqual(body.map((line) => '•'.repeat(line.length)))
  expect(masked.slice(4)).toEqual(['-----END RSA PRIVATE KEY-----', '```', ''])
  expect(readSecrets(text).map(({ kind }) => kind)).toEqual(['a private key'])
})

test('a token with escaped underscores is one too', () => {
  const tail = 'q7pTKTb3QmZtS2Vc8nUu1dPqYw5rXoLhZk9G'
  expect(readSecrets(`The token ghp\\_${tail} was used.`).map(({ value }) => value)).toEqual(['ghp\\…'])
})

test.each([
  'AKIAIOSFODNN7EXAMPLE',
  'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'ghp_0000000000000000000000000000000000000000',
  'glpat-your-token-goes-right-here',
  'postgres://app:password@db.acme.io',
  'postgres://postgres:postgres@db.acme.io',
  'postgres://app:hT9wLqzV2x@localhost:5432',
  'https://me:$TOKEN@acme.io and https://me:<token>@acme.io and https://me:{{ token }}@acme.io',
  'sha256:58d0da8bc2f434983c6ca4713b08be00ff5586eb5cdff47bcde4b2e88fd40f88',
  '0xb2d6ef31d536c4a3999e3c96f070209a8598dc57',
  'the header -----BEGIN PRIVATE KEY----- was in the log',
  'xoxb-short and SG.short and npm_install and hvs.vault',
  'lke13311-20304-5ffa4d11faab',
])('%s is none', (text) => {
  expect(readSecrets(text)).toEqual([])
  expect(maskSecrets(text)).toBe(text)
})

test('a document without a secret is read from its own text and tree', () => {
  const text = '# Checkout was down\n\nNothing to hide.\n'
  const tree = parseMarkdown(text)
  const doc = readPostmortem(text, tree)
  expect(doc.tree).toBe(tree)
  expect(doc.secrets).toBeUndefined()
})
