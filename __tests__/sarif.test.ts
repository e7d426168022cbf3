import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { globSync } from 'tinyglobby'
import type { Finding } from '../src/lint/finding.ts'
import { linter } from '../src/lint/lint.ts'
import { resolveConfig } from '../src/lint/resolve.ts'
import type { FileReport } from '../src/lint/run.ts'
import { judge } from '../src/lint/verdict.ts'
import { profiles } from '../src/profiles/index.ts'
import { sarif } from '../src/reporters/sarif.ts'
import { rules } from '../src/rules/index.ts'

const schema = JSON.parse(readFileSync(new URL('fixtures/sarif-2.1.0.json', import.meta.url), 'utf8'))
const ajv = new Ajv2020({ allErrors: true, strict: false })
addFormats.default(ajv)
const isValid = ajv.compile(schema)

const config = resolveConfig([], { rules, profiles })
const lint = linter(config, rules)
const read = (path: string) => readFileSync(path, 'utf8')

interface Log {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri: string }[] }
      }
      readonly invocations: readonly [
        { readonly toolExecutionNotifications: readonly { message: { text: string } }[] },
      ]
      readonly results: readonly Result[]
    },
  ]
}
interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: { uri: string; uriBaseId?: string } } },
  ]
  readonly baselineState?: string
  readonly fixes?: readonly unknown[]
}

/** The log of files, held against the schema. */
function logOf(files: readonly FileReport[], notices: readonly string[] = []): Log['runs'][0] {
  const text = sarif(judge(files, config, notices), rules)
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u)
  const log: Log = JSON.parse(text)
  isValid(log)
  expect(isValid.errors ?? []).toEqual([])
  return log.runs[0]
}

const finding: Finding = {
  rule: 'timeline-order',
  severity: 'error',
  message: '`09:10` comes after `10:25`',
  note: 'The entry before it stands in line 11.',
  line: 12,
  column: 3,
  endLine: 12,
  endColumn: 8,
  section: 'timeline',
  expected: ['- 10:30'],
  url: 'https://example.test/timeline-order',
  new: true,
  fingerprint: '0123456789abcdef',
}
const file = (more: Partial<FileReport> = {}, ...findings: readonly Partial<Finding>[]): FileReport => ({
  path: 'postmortems/a.md',
  text: '',
  postmortem: null,
  compared: false,
  findings: findings.map((one) => ({ ...finding, ...one })),
  ...more,
})

test('the schema refuses what is no log', () => {
  expect(isValid({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false)
})

test.each(globSync(['examples/*.md', '__tests__/fixtures/documents/*/input.md']).sort())(
  'the log of %s is valid, and each result tells a rule',
  (path) => {
    const report = lint({ path, text: read(path) })
    const { results, tool } = logOf([report])
    expect(results).toHaveLength(report.findings.length)
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
    for (const { id, helpUri } of tool.driver.rules) expect(helpUri).toMatch(`/docs/rules/${id}.md`)
  },
)

test('a result tells place, level, fingerprint and what could stand there instead', () => {
  const region = { startLine: 12, startColumn: 3, endLine: 12, endColumn: 8 }
  const artifactLocation = { uri: 'postmortems/a.md', uriBaseId: '%SRCROOT%' }
  const { results } = logOf([file({}, {}, { severity: 'info' }, { severity: 'warning' })], ['A notice'])
  expect(results[0]).toEqual({
    ruleId: 'timeline-order',
    ruleIndex: expect.any(Number),
    level: 'error',
    message: { text: '`09:10` comes after `10:25`. The entry before it stands in line 11.' },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    partialFingerprints: { 'finding/v1': '0123456789abcdef' },
    fixes: [
      {
        artifactChanges: [
          {
            artifactLocation,
            replacements: [{ deletedRegion: region, insertedContent: { text: '- 10:30' } }],
          },
        ],
      },
    ],
  })
  expect(results.map(({ level }) => level)).toEqual(['error', 'warning', 'note'])
})

test('new and old are told apart where there was a base', () => {
  const { results } = logOf([file({ compared: true }, { new: false }, {}), file({ path: 'b.md' }, {})])
  expect(results.map(({ baselineState }) => baselineState)).toEqual(['new', undefined, 'unchanged'])
})

test('notices are told, and that results are left out', () => {
  const many = Array.from({ length: 25_003 }, (_, i) => ({ line: i + 1, endLine: i + 1 }))
  const { results, invocations } = logOf([file({}, ...many)], ['b.md could not be read'])
  expect(results).toHaveLength(25_000)
  expect(invocations[0].toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
    'b.md could not be read',
    '3 findings more are left out of this log.',
  ])
})

test('any path is an address that gives it back', () => {
  const names = fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(names, (parts) => {
      const path = parts.join('/').replace(/^\/+/, '') || 'a'
      const { uri } = logOf([file({ path }, {})]).results[0]?.locations[0].physicalLocation
        .artifactLocation ?? { uri: '' }
      expect(decodeURIComponent(uri)).toBe(path)
      expect(uri).toMatch(/^[\w.~!*'()%/-]+$/)
    }),
  )
  const uriOf = (path: string) =>
    logOf([file({ path }, {})]).results[0]?.locations[0].physicalLocation.artifactLocation
  expect(uriOf('/home/a b/c.md')).toEqual({ uri: 'file:///home/a%20b/c.md' })
  expect(uriOf('\ud800.md')?.uri).toBe('%EF%BF%BD.md')
})

test('text of strangers is no link, placeholder or mention', () => {
  const text = '[x](https://evil.test) {0} @octocat \u001b[31m \u202egnorw #1'
  const [result] = logOf([file({}, { message: text, note: text })]).results
  expect(result?.message.text).not.toMatch(/\]\(|\{\d|[@#]\w|[\p{Cc}\p{Bidi_Control}]/u)
})
