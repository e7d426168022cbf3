import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { globSync } from 'tinyglobby'
import { object, parse } from 'valibot'
import type { Config, Setting } from '../src/lint/config.ts'
import { linesOf } from '../src/lint/frame.ts'
import { linter } from '../src/lint/lint.ts'
import { type Rule, rule } from '../src/lint/rule.ts'
import { optionsOf } from '../src/lint/setting.ts'
import { judge } from '../src/lint/verdict.ts'
import { rules } from '../src/rules/index.ts'
import { configOf } from './said.ts'

/** Finds fault with each block that has a letter. */
const disliking = (id: string, letter: string): Rule =>
  rule({
    id,
    summary: '',
    why: '',
    severity: 'error',
    options: object({}),
    examples: [],
    *check({ blocks }) {
      for (const { text, at } of blocks) if (text.includes(letter)) yield { at, message: letter }
    },
  })
const two = [disliking('no-a', 'a'), disliking('no-b', 'b')]

function reportOf(text: string, more: Partial<Config> = {}, list: readonly Rule[] = two) {
  return linter(configOf({}, more), list)({ path: 'x.md', text })
}

/** What is said, as `line rule`, or `line: message` where a comment is told. */
const said = (text: string, more?: Partial<Config>): readonly string[] =>
  reportOf(text, more).findings.map(({ line, rule, message }) =>
    rule === 'directive' ? `${line}: ${message}` : `${line} ${rule}`,
  )

describe('disable and enable', () => {
  test('hold for named rules, or for all, from one comment to the next', () => {
    const text = [
      'ab',
      '<!-- postmortem-lint disable no-a -->',
      'ab',
      '<!-- postmortem-lint disable -->',
      'ab',
      '<!-- postmortem-lint enable no-b -->',
      'ab',
      '<!-- postmortem-lint enable -->',
      'ab',
    ].join('\n\n')
    expect(said(text)).toEqual(['1 no-a', '1 no-b', '5 no-b', '13 no-b', '17 no-a', '17 no-b'])
    expect(reportOf(text).disabled).toBe(4)
  })
  test('above all text, a comment holds for the front matter too', () => {
    const whole = rule({
      ...disliking('no-a', ''),
      *check() {
        const start = { line: 1, column: 1, offset: 0 }
        yield { at: { start, end: start }, message: 'all' }
      },
    })
    const of = (text: string) => reportOf(text, {}, [whole]).findings.map(({ message }) => message)
    expect(of('---\ntitle: x\n---\n\n<!-- postmortem-lint disable no-a -->\n\n# x\n')).toEqual([])
    expect(of('# x\n\n<!-- postmortem-lint disable no-a -->\n')).toEqual(['all', '`no-a` finds nothing here'])
  })
  test('several names, commas and a reason are understood; a reason may hold names', () => {
    expect(said('<!-- postmortem-lint disable no-a, no-b -- not no-c: see below -->\n\nab\n')).toEqual([])
    expect(said('<!--postmortem-lint-disable no-a --no-b-->\n\nab\n')).toEqual(['3 no-b'])
  })
})

describe('ignore', () => {
  test.each([
    ['a list', '<!-- postmortem-lint ignore -->\n\n- a\n- b\n\na', ['6 no-a']],
    ['a paragraph', '<!-- postmortem-lint ignore -->\na\nb\n\na', ['5 no-a']],
    ['a heading', '<!-- postmortem-lint ignore -->\n# a\n\na', ['4 no-a']],
    ['a table', '<!-- postmortem-lint ignore -->\n\n| a |\n| - |\n| b |\n\na', ['7 no-a']],
    ['the rest of its line', '<!-- postmortem-lint ignore --> a\n\na', ['3 no-a']],
    [
      'the item it stands in',
      '- a\n- b <!-- postmortem-lint ignore -->\n  - b\n- a',
      ['1 no-a', '3 no-b', '4 no-a'],
    ],
    ['the heading it stands in', '# a\n\n## a <!-- postmortem-lint ignore -->\n\na', ['1 no-a', '5 no-a']],
    ['the row it stands in', '| x |\n| - |\n| a |\n| a <!-- postmortem-lint ignore --> |', ['3 no-a']],
    ['the paragraph it ends', 'a b\na <!-- postmortem-lint ignore -->\n\na', ['4 no-a']],
    [
      'what comes after other comments',
      '<!-- postmortem-lint ignore no-a -->\n<!-- x -->\n<!-- postmortem-lint ignore no-b -->\n\nab\n\nab',
      ['7 no-a', '7 no-b'],
    ],
    [
      'nothing where nothing follows',
      '> <!-- postmortem-lint ignore -->\n\na',
      ['1: No rule finds anything here', '3 no-a'],
    ],
  ])('is about %s', (_, text, left) => {
    expect(said(text)).toEqual(left)
  })
})

describe('other ways to write a comment', () => {
  test.each([
    ['a definition', '[//]: # (postmortem-lint disable no-a)'],
    ['MDX', '{/* postmortem-lint disable no-a -- why */}'],
    ['in a quotation', '> <!-- postmortem-lint disable no-a -->'],
    ['among other comments', '<!-- x --><!-- postmortem-lint disable no-a --><!-- y -->'],
    ['over several lines', '<!--\npostmortem-lint disable\n  no-a\n-->'],
  ])('%s', (_, comment) => {
    expect(said(`${comment}\n\na\n`)).toEqual([])
  })
  test('a comment of MDX is not part of the text', () => {
    expect(said('{/* a b */}\n\nx\n')).toEqual([])
    expect(reportOf('{/* a b */}\n\nx\n').postmortem?.words.total).toBe(1)
  })
  test('what only looks like one is text', () => {
    expect(said('`<!-- postmortem-lint disable -->`\n\na\n')).toEqual(['1 no-a', '1 no-b', '3 no-a'])
    expect(said('<!-- postmortem-linter disable -->\n\na\n')).toEqual(['3 no-a'])
    expect(said('<!-- see postmortem-lint disable -->\n\na\n')).toEqual(['3 no-a'])
  })
})

describe('what comments are told', () => {
  const tell = (text: string, more?: Partial<Config>) =>
    reportOf(text, more).findings.filter(({ rule }) => rule === 'directive')

  test('a rule that is not known, at its name, with the nearest', () => {
    expect(tell('<!-- postmortem-lint disable no-aa no-b -->\n\nb\n')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        message: '`no-aa` is the name of no rule',
        note: '`no-a` may be meant.',
        line: 1,
        column: 30,
        endColumn: 35,
      }),
    ])
  })
  test('a word that is none of the three', () => {
    const message = 'A comment to the linter says neither `disable`, `enable` nor `ignore`'
    expect(tell('<!-- postmortem-lint dissable no-a -->\n\na\n')).toEqual([
      expect.objectContaining({ severity: 'warning', message, note: '`dissable` may be `disable`.' }),
    ])
    expect(tell('<!-- postmortem-lint -->\n')).toEqual([expect.objectContaining({ message, column: 5 })])
  })
  test('that nothing is there to be switched off', () => {
    const text = '<!-- postmortem-lint disable no-a no-b -->\n\nb\n\n<!-- postmortem-lint ignore -->\n\nx\n'
    expect(tell(text).map(({ severity, message }) => [severity, message])).toEqual([
      ['info', '`no-a` finds nothing here'],
      ['info', 'No rule finds anything here'],
    ])
  })
  test('that nothing is switched off that could be given back', () => {
    const of = (text: string) => tell(text).map(({ message }) => message)
    expect(of('<!-- postmortem-lint enable -->\n')).toEqual(['Nothing is switched off above'])
    expect(
      of('<!-- postmortem-lint disable no-a -->\n\na\n\n<!-- postmortem-lint enable no-b no-a -->\n'),
    ).toEqual(['`no-b` is not switched off above'])
    expect(of('<!-- postmortem-lint disable -->\n\na\n\n<!-- postmortem-lint enable no-b -->\n')).toEqual([])
  })
  test('that they are forbidden, and then they do nothing', () => {
    const text = '<!-- postmortem-lint disable no-a -->\n\na\n'
    const report = reportOf(text, { inlineDisable: false })
    expect(report.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['directive', 'warning'],
      ['no-a', 'error'],
    ])
    expect(report.disabled).toBeUndefined()
  })
})

describe('documents of a status', () => {
  const loudest = { ...disliking('always', 'b'), alwaysSpeaks: true } as const
  const severities = (status: string, caps: Config['status']) =>
    reportOf(`**Status:** ${status}\n\nab\n`, { status: caps ?? {} }, [...two, loudest])
      .findings.filter(({ line }) => line === 3)
      .map(({ rule, severity }) => `${rule} ${severity}`)
  const held = ['always error', 'no-a error', 'no-b error']

  test.each([
    ['Draft', { draft: 'warning' }, ['always error', 'no-a warning', 'no-b warning']],
    ['🚧 DRAFT, actions open', { Draft: 'info' }, ['always error', 'no-a info', 'no-b info']],
    ['drafted', { draft: 'warning' }, held],
    ['in review', { in: 'info', 'in review': 'error' }, held],
    ['final', { draft: 'warning' }, held],
    ['constructor', {}, held],
  ] as const)('%s', (status, caps, expected) => {
    expect(severities(status, caps)).toEqual(expected)
  })
  test('`draft: true` in front matter is a status', () => {
    const report = reportOf('---\ndraft: true\n---\n\na\n', { status: { draft: 'info' } })
    expect(report.findings.map(({ severity }) => severity)).toEqual(['info'])
  })
})

test('what always speaks no rule silences', () => {
  const silencer = { ...disliking('cause', 'a'), silences: 'all' } as const
  const of = (more: Partial<Rule>) =>
    reportOf('ab', {}, [silencer, { ...disliking('other', 'b'), ...more }]).findings.map(({ rule }) => rule)
  expect(of({})).toEqual(['cause'])
  expect(of({ alwaysSpeaks: true })).toEqual(['cause', 'other'])
})

test('of a file that is no postmortem, secrets and comments are told all the same', () => {
  const text = '# Notes\n\n<!-- postmortem-lint foo -->\n\nThe key is AKIAQ5TZ7XN3WVBDK2LM.\n'
  const found = linter(configOf({}), rules)({ path: 'x.md', text }).findings.map(({ rule }) => rule)
  expect(found).toEqual(['not-a-postmortem', 'directive', 'secret-leak'])
})

test('a run tells how much was switched off, and where', () => {
  const lintAll = linter(configOf({}), two)
  const reports = (...texts: readonly string[]) => texts.map((text, i) => lintAll({ path: `${i}.md`, text }))
  const off = '<!-- postmortem-lint disable -->\n\nab\n'
  const noticesOf = (...texts: readonly string[]) =>
    judge(reports(...texts), configOf({}), ['First.']).notices
  expect(noticesOf('ab')).toEqual(['First.'])
  expect(noticesOf('ab', off)).toEqual(['First.', 'Findings switched off by comments: 2 in 1.md'])
  expect(noticesOf(off, off, off, off, off)[1]).toBe(
    'Findings switched off by comments: 2 in 0.md, 2 in 1.md, 2 in 2.md, and more in 2 other files',
  )
})

describe('nothing is lost between a rule and the report', () => {
  const documents = [
    ...rules.flatMap(({ examples }) => examples.map(({ text }) => text)),
    ...globSync(['examples/*.md', '__tests__/fixtures/documents/*/input.md']).map((path) =>
      readFileSync(path, 'utf8'),
    ),
  ]
  const comment = fc
    .tuple(
      fc.constantFrom('disable', 'enable', 'ignore'),
      fc.subarray(
        rules.map(({ id }) => id),
        { maxLength: 2 },
      ),
    )
    .map(([verb, ids]) => `<!-- postmortem-lint ${verb} ${ids.join(' ')} -->`)
  const line = fc.constantFrom(...new Set(documents.flatMap(linesOf)))
  const text = fc
    .array(fc.oneof({ weight: 6, arbitrary: line }, { weight: 1, arbitrary: comment }), { maxLength: 40 })
    .map((lines) => lines.join('\n'))
  const settings: Readonly<Record<string, Setting>> = Object.fromEntries(rules.map(({ id }) => [id, 'info']))
  const frank = rules.map(({ silences: _, ...rest }): Rule => rest)
  const namesOf = (report: ReturnType<typeof reportOf>): string[] =>
    report.findings
      .filter(({ rule }) => rule !== 'directive')
      .map(({ rule, line, column, message }) => `${line}:${column} ${rule} ${message}`)

  test('not even at the end of the document', () => {
    const lintAll = linter(configOf(settings, { inlineDisable: false }), frank)
    fc.assert(
      fc.property(text, (text) => {
        const report = lintAll({ path: 'x.md', text })
        const doc = report.postmortem
        if (!doc) throw new Error('the text could not be read')
        const problems = frank.flatMap((rule) =>
          [...rule.check(doc, parse(rule.options, optionsOf(settings[rule.id] ?? 'info')))].map(
            ({ at, message }) => `${at.start.line}:${at.start.column} ${rule.id} ${message}`,
          ),
        )
        expect(new Set(namesOf(report))).toEqual(new Set(problems))
      }),
      { numRuns: 60 },
    )
  })
  test('what comments take out is counted', () => {
    const [free, strict] = [true, false].map((inlineDisable) =>
      linter(configOf(settings, { inlineDisable }), frank),
    )
    fc.assert(
      fc.property(text, (text) => {
        const some = free?.({ path: 'x.md', text })
        const all = strict?.({ path: 'x.md', text })
        if (!some || !all) throw new Error('there are two linters')
        const left = namesOf(some)
        expect(namesOf(all)).toEqual(expect.arrayContaining(left))
        expect(namesOf(all)).toHaveLength(left.length + (some.disabled ?? 0))
      }),
      { numRuns: 60 },
    )
  })
})
