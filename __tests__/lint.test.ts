import { object, optional, string } from 'valibot'
import type { Config } from '../src/lint/config.ts'
import { linter } from '../src/lint/lint.ts'
import { sectionAt } from '../src/lint/place.ts'
import { type Problem, type Rule, rule } from '../src/lint/rule.ts'
import { decode, maxBytes } from '../src/lint/unreadable.ts'
import { judge, reaches } from '../src/lint/verdict.ts'
import { configOf } from './said.ts'

const at = (line: number, column = 1, end = column) => ({
  start: { line, column, offset: column - 1 },
  end: { line, column: end, offset: end - 1 },
})

/** A rule that says the same of every document. */
function saying(id: string, problems: readonly Problem[], more: Partial<Rule> = {}): Rule {
  return rule({
    id,
    summary: 'Nothing.',
    why: 'For a test.',
    severity: 'error',
    options: object({ word: optional(string(), '') }),
    examples: [],
    *check() {
      yield* problems
    },
    ...more,
  })
}

const said = (rules: readonly Rule[], settings = {}, text = 'one\ntwo\n') =>
  linter(
    configOf(settings),
    rules,
  )({ path: 'a.md', text }).findings.map(({ rule, line, message }) => `${rule} ${line} ${message}`)

describe('a finding', () => {
  test('has what the problem has, and what the rule is', () => {
    const problem = { at: at(1, 2, 4), message: 'A fact', note: 'How to go on.', expected: ['x'] }
    const [finding] = linter(configOf({ 'a-rule': 'info' }), [saying('a-rule', [problem])])({
      path: 'a.md',
      text: 'word',
    }).findings
    expect(finding).toEqual({
      rule: 'a-rule',
      severity: 'info',
      message: 'A fact',
      note: 'How to go on.',
      line: 1,
      column: 2,
      endLine: 1,
      endColumn: 4,
      section: null,
      expected: ['x'],
      url: 'https://github.com/postmortem-lint/postmortem-lint/blob/main/docs/rules/a-rule.md',
      new: true,
      fingerprint: expect.stringMatching(/./),
    })
  })
  test('has no field that the problem has not', () => {
    const report = linter(configOf({}), [saying('a-rule', [{ at: at(1), message: 'A fact' }])])({
      path: 'a.md',
      text: 'word',
    })
    expect(Object.keys(report.findings[0] ?? {})).not.toEqual(expect.arrayContaining(['note', 'expected']))
  })
  test('knows the section it stands in', () => {
    const text =
      '# Title\n\n## Timeline\n\n- 10:00 UTC: down\n\n### Day two\n\n- 11:00 UTC: up\n\n## Glossary\n\nwords\n\n## Root cause\n\nA bug.\n'
    const { postmortem } = linter(configOf({}), [])({ path: 'a.md', text })
    const sections = [1, 3, 5, 9, 13, 17].map((line) => postmortem && sectionAt(postmortem, at(line)))
    expect(sections).toEqual([null, 'timeline', 'timeline', 'timeline', null, 'cause'])
  })
})

describe('settings', () => {
  const loud = saying('a-rule', [{ at: at(1), message: 'A' }])
  test('a rule is as severe as it is set, else as it is by itself', () => {
    const severity = (settings: Config['rules']) =>
      linter(configOf(settings), [loud])({ path: '', text: 'x' }).findings.map((one) => one.severity)
    expect(severity({})).toEqual(['error'])
    expect(severity({ 'a-rule': 'warning' })).toEqual(['warning'])
    expect(severity({ 'a-rule': ['info', {}] })).toEqual(['info'])
    expect(severity({ 'a-rule': 'off' })).toEqual([])
  })
  test('a rule that is off by itself speaks only if it is set', () => {
    const shy = { ...loud, severity: 'off' as const }
    expect(said([shy])).toEqual([])
    expect(said([shy], { 'a-rule': 'info' })).toEqual(['a-rule 1 A'])
  })
  test('options reach the rule, defaults filled in', () => {
    const echo = saying('a-rule', [], {
      *check(_, options) {
        yield { at: at(1), message: JSON.stringify(options) }
      },
    })
    expect(said([echo])).toEqual(['a-rule 1 {"word":""}'])
    expect(said([echo], { 'a-rule': ['error', { word: 'x' }] })).toEqual(['a-rule 1 {"word":"x"}'])
  })
})

describe('sieves', () => {
  const one = saying('one', [
    { at: at(2), message: 'B' },
    { at: at(1), message: 'A' },
    { at: at(2), message: 'B' },
  ])
  const two = saying('two', [{ at: at(1), message: 'A' }])
  const three = saying('three', [{ at: at(1, 1, 3), message: 'C' }])
  test('findings stand by line, column and rule, each once, whatever the order of the rules', () => {
    const sorted = ['one 1 A', 'two 1 A', 'three 1 C', 'one 2 B']
    expect(said([one, two, three])).toEqual(sorted)
    expect(said([three, two, one])).toEqual(sorted)
  })
  test('what one rule explains the others leave unsaid', () => {
    expect(said([one, { ...two, silences: 'all' }, three])).toEqual(['two 1 A'])
    expect(said([one, { ...two, silences: ['three'] }, three])).toEqual(['one 1 A', 'two 1 A', 'one 2 B'])
  })
  test('a rule that is silent or off silences none', () => {
    expect(said([two, saying('four', [], { silences: 'all' })])).toEqual(['two 1 A'])
    expect(said([two, { ...three, silences: 'all' }], { three: 'off' })).toEqual(['two 1 A'])
  })
})

describe('a file that cannot be read', () => {
  test('is one finding', () => {
    const report = linter(configOf({}), [saying('a-rule', [{ at: at(1), message: 'A' }])])({
      path: 'a.md',
      text: { unreadable: 'larger than 1 MiB' },
      link: 'https://example.com/a.md',
    })
    expect(report).toMatchObject({
      path: 'a.md',
      postmortem: null,
      text: '',
      link: 'https://example.com/a.md',
    })
    expect(report.findings).toEqual([
      expect.objectContaining({
        rule: 'unreadable',
        severity: 'error',
        line: 1,
        message: 'File not read: larger than 1 MiB',
      }),
    ])
  })
  test('bytes are text up to 1 MiB, in UTF-8, without a byte order mark', () => {
    expect(decode(new TextEncoder().encode('\uFEFFé'))).toBe('é')
    expect(decode(new Uint8Array(maxBytes).fill(0x20))).toBe(' '.repeat(maxBytes))
    expect(decode(new Uint8Array(maxBytes + 1).fill(0x20))).toEqual({ unreadable: 'larger than 1 MiB' })
    expect(decode(new Uint8Array([0xff, 0xfe, 0x41, 0]))).toEqual({ unreadable: 'not UTF-8 text' })
    expect(decode(new TextEncoder().encode('PK\0\0'))).toEqual({ unreadable: 'not UTF-8 text' })
    expect(decode(new Uint8Array())).toBe('')
  })
  test('an error of ours is none of them: it names the file', () => {
    const broken = saying('a-rule', [], {
      // biome-ignore lint/correctness/useYield: it breaks before it could
      *check() {
        throw new RangeError('a bug')
      },
    })
    expect(() => said([broken])).toThrow('a.md could not be linted: RangeError: a bug')
  })
})

describe('the verdict', () => {
  const report = (severity: 'error' | 'warning' | 'info', fresh = true) => {
    const source = { path: 'a.md', text: 'x' }
    const { findings, ...rest } = linter(configOf({ 'a-rule': severity }), [
      saying('a-rule', [{ at: at(1), message: 'A' }]),
    ])(source)
    return { ...rest, findings: findings.map((finding) => ({ ...finding, new: fresh })) }
  }
  test.each([
    ['error', 'error', true],
    ['warning', 'error', false],
    ['warning', 'warning', true],
    ['info', 'warning', false],
    ['info', 'info', true],
    ['error', 'never', false],
  ] as const)('%s fails at %s: %s', (severity, failOn, fails) => {
    expect(reaches(severity, failOn)).toBe(fails)
    expect(judge([report(severity)], configOf({}, { failOn }), []).verdict).toBe(fails ? 'fail' : 'pass')
  })
  test('counts what is new, and what is not new fails nothing', () => {
    expect(
      judge([report('error', false), report('warning'), report('warning')], configOf({}), ['A notice.']),
    ).toMatchObject({
      verdict: 'pass',
      counts: { error: 0, warning: 2, info: 0 },
      notices: ['A notice.'],
    })
  })
})
