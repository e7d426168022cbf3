import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { globSync } from 'tinyglobby'
import { parse } from 'valibot'
import { lint, rules } from '../src/index.ts'
import type { Finding } from '../src/lint/finding.ts'
import { linesOf } from '../src/lint/frame.ts'
import { linter } from '../src/lint/lint.ts'
import { resolveConfig } from '../src/lint/resolve.ts'
import { judge } from '../src/lint/verdict.ts'
import { profiles } from '../src/profiles/index.ts'
import { json } from '../src/reporters/json.ts'
import { pretty } from '../src/reporters/pretty.ts'
import { isRecord } from './sources.ts'

const documents = [
  ...rules.flatMap(({ examples }) => examples.map(({ text }) => text)),
  ...globSync(['examples/*.md', '__tests__/fixtures/documents/*/input.md'])
    .sort()
    .map((path) => readFileSync(path, 'utf8')),
]
const anyLine = fc.constantFrom(...new Set(documents.flatMap(linesOf)))

/** Lines of real documents in any order, with noise between them. */
const shuffled = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: anyLine },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
    ),
    {
      maxLength: 40,
    },
  )
  .map((lines) => lines.join('\n'))
const markup = fc.string({ unit: fc.constantFrom(...'#*_-|>`~[]()<>!:12 \t\n\r\\&;ab'), maxLength: 200 })
const anything = fc.oneof(
  shuffled,
  markup,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(...documents),
)

const config = resolveConfig([], { rules, profiles })
/** Every rule, those that the house style leaves off too. */
const loud = {
  ...config,
  rules: Object.fromEntries(
    rules.map(({ id }) => [id, config.rules[id] === 'off' ? 'info' : (config.rules[id] ?? 'info')]),
  ),
} as const
const lintAll = linter(loud, rules)

const saidOf = ({ findings }: { findings: readonly Finding[] }) =>
  findings.map(({ rule, line, message }) => `${line}: ${message} (${rule})`)

test('any text is linted, and every place is inside it', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const lines = linesOf(text.replace(/^\uFEFF/, ''))
      const lengthOf = (line: number): number => lines[line - 1]?.length ?? -1
      for (const { line, column, endLine, endColumn } of lintAll({ path: 'a.md', text }).findings) {
        expect(column).toBeGreaterThanOrEqual(1)
        expect(column).toBeLessThanOrEqual(lengthOf(line) + 1)
        expect(endColumn).toBeLessThanOrEqual(lengthOf(endLine) + 1)
        expect(endLine * 1e6 + endColumn).toBeGreaterThanOrEqual(line * 1e6 + column)
      }
    }),
    { numRuns: 150 },
  )
})

test('any text is reported: as JSON with its lines, and as text without a control character', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const run = judge([lintAll({ path: 'a.md', text })], loud, [])
      const last = linesOf(text).length
      for (const [, line] of json(run).matchAll(/"(?:line|endLine|from|to)": (\d+)/g))
        expect(Number(line)).toBeLessThanOrEqual(last)
      expect(pretty(run, { color: false })).not.toMatch(/(?!\n)\p{Cc}/u)
    }),
    { numRuns: 60 },
  )
})

test('line endings move no line, and a byte order mark moves nothing', () => {
  fc.assert(
    fc.property(fc.oneof(shuffled, fc.constantFrom(...documents)), (text) => {
      const unix = text.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '')
      const said = saidOf(lint(unix))
      expect(saidOf(lint(unix.replaceAll('\n', '\r\n')))).toEqual(said)
      expect(saidOf(lint(`\uFEFF${unix}`))).toEqual(said)
    }),
    { numRuns: 60 },
  )
})

test('the order of the rules changes nothing', () => {
  const reversed = linter(loud, rules.toReversed())
  fc.assert(
    fc.property(anything, (text) => {
      expect(reversed({ path: 'a.md', text }).findings).toEqual(lintAll({ path: 'a.md', text }).findings)
    }),
    { numRuns: 60 },
  )
})

test('no rule and no reporter changes what it is given', () => {
  fc.assert(
    fc.property(fc.constantFrom(...documents), (text) => {
      const report = lintAll({ path: 'a.md', text })
      const run = judge([report], loud, [])
      freeze(run)
      for (const rule of rules)
        if (report.postmortem)
          expect([...rule.check(report.postmortem, parse(rule.options, {}))]).toBeDefined()
      expect(json(run)).toBe(json(run))
      expect(pretty(run, { color: true })).toBe(pretty(run, { color: true }))
    }),
    { numRuns: documents.length },
  )
})

/** Freezes a value and all that it holds: in a module, a write to it throws. */
function freeze(value: unknown): void {
  if ((!isRecord(value) && !Array.isArray(value)) || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const child of Object.values(value)) freeze(child)
}
