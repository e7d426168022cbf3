import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { globSync } from 'tinyglobby'
import { type FileReport, type Finding, rules } from '../src/index.ts'
import { compare as hold, namer } from '../src/lint/fingerprint.ts'
import { linter } from '../src/lint/lint.ts'
import { resolveConfig } from '../src/lint/resolve.ts'
import { judge } from '../src/lint/verdict.ts'
import { profiles } from '../src/profiles/index.ts'
import { wordCount } from '../src/rules/word-count.ts'
import { configOf } from './said.ts'

/** Short documents are judged as if they were whole postmortems. */
const wish = { id: 'not-a-postmortem', value: 'off', from: 'test' }
const lint = linter(resolveConfig([{ rules: [wish] }], { rules, profiles }), rules)
const compare = (base: string, text: string): FileReport => lint({ path: 'a.md', text, base })
const news = ({ findings }: FileReport): readonly Finding[] => findings.filter((finding) => finding.new)
const prints = ({ findings }: FileReport): readonly string[] =>
  findings.map(({ fingerprint }) => fingerprint).sort()

const documents = globSync(['examples/*.md', '__tests__/fixtures/documents/*/input.md'])
  .sort()
  .map((name) => ({ name, text: readFileSync(name, 'utf8').replace(/^\uFEFF/, '') }))
const examples = rules.flatMap(({ id, examples }) =>
  examples.map(({ text }, i) => ({ name: `example ${i + 1} of ${id}`, text })),
)
const texts = [...documents, ...examples]

/** Edits that say nothing else than before. */
const idle: Readonly<Record<string, (text: string) => string>> = {
  nothing: (text) => text,
  'line ends': (text) => text.replace(/\r?\n/g, '\r\n'),
  'a byte order mark': (text) => `\uFEFF${text}`,
  'spaces at the ends of lines': (text) => text.replace(/(\S)$/gm, '$1 '),
  'more empty lines': (text) => text.replace(/\n\n/g, '\n\n\n\n'),
  'a comment at the end': (text) => `${text}\n\n<!-- a comment -->\n`,
}

/** All of them at once. */
const all = (text: string): string => Object.values(idle).reduce((edited, edit) => edit(edited), text)
const cases = [
  ...examples.map(({ name, text }) => ({ name, what: 'all of it', text, head: all(text) })),
  ...documents.flatMap(({ name, text }) =>
    Object.entries(idle).map(([what, edit]) => ({ name, what, text, head: edit(text) })),
  ),
]

test.each(cases)('nothing is new or other in $name: $what', ({ text, head }) => {
  const report = compare(text, head)
  expect(news(report)).toEqual([])
  expect(prints(report)).toEqual(prints(lint({ path: 'b.md', text })))
})

test.each(texts)('a word more in the title makes nothing new that does not quote it: $name', ({ text }) => {
  const report = compare(text, text.replace(/^# (.*)$/m, '# $1 again'))
  expect(news(report).filter(({ message }) => !message.includes('`'))).toEqual([])
})

test('there is something that could be new', () => {
  const found = texts.flatMap(({ text }) => lint({ path: 'a.md', text }).findings.map(({ rule }) => rule))
  expect(new Set(found).size).toBeGreaterThan(15)
})

test.each(texts)('every finding of a file has a fingerprint of its own: $name', ({ text }) => {
  const all = prints(lint({ path: 'a.md', text }))
  expect(new Set(all).size).toBe(all.length)
  for (const print of all) expect(print).toMatch(/^[0-9a-f]{16}$/)
})

/** A part of a section: with fault, if it is one that a rule finds fault with; `about` is then what the fault is. */
interface Part {
  readonly text: string
  readonly about?: string
}
interface Section {
  readonly title: string
  readonly parts: readonly Part[]
}

const titles = ['Issue Summary', 'Timeline (UTC)', 'Root cause and resolution', 'Next steps', 'Notes']
const sound = fc.nat(999).map((n): Part => ({ text: `- 09:10 Worker ${n} is restarted.` }))
const faulty = fc.oneof(
  fc.constant<Part>({ text: '- 09:10 TBD', about: 'TBD' }),
  fc.nat(4).map((n): Part => ({ text: `![](graph-${n}.png)`, about: `graph-${n}` })),
  fc.nat(4).map((n): Part => ({ text: `- 09:10 [Insert link ${n}]`, about: `link ${n}` })),
)
const parts = fc.array(fc.oneof(sound, faulty), { maxLength: 8 })
const document = fc.tuple(...titles.map((title) => parts.map((parts): Section => ({ title, parts }))))

/** Another version: its sections in any order, parts taken out, put in, copied. */
const versions = document.chain((base) =>
  fc.tuple(
    fc.constant(base),
    fc
      .tuple(
        ...base.map((section) =>
          fc.tuple(fc.subarray([...section.parts]), parts, fc.nat(8)).map(
            ([kept, more, at]): Section => ({
              ...section,
              parts: [...kept.slice(0, at), ...more, ...kept.slice(at)],
            }),
          ),
        ),
      )
      .chain((sections) => fc.shuffledSubarray(sections, { minLength: sections.length })),
    fc.constantFrom(...Object.values(idle)),
  ),
)

function written(sections: readonly Section[]): string {
  const bodies = sections.map(
    ({ title, parts }) => `## ${title}\n\nText.\n\n${parts.map(({ text }) => text).join('\n\n')}\n`,
  )
  return `# Checkout was down, 3 May 2024\n\n${bodies.join('\n')}`
}

/** What is at fault, section by section; the one without a known title has none. */
const faults = (sections: readonly Section[]): readonly string[] =>
  sections.flatMap(({ title, parts }) => parts.flatMap(({ about }) => (about ? [`${title}: ${about}`] : [])))

/** What is left of a list when another takes away as many of each as it has. */
function minus(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other]
  return list.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

test('new is what a version has more of than its base, section by section, and nothing else', () => {
  const chosen = rules.filter(({ id }) => ['no-placeholder', 'image-alt'].includes(id))
  const some = linter(configOf({ 'no-placeholder': 'error', 'image-alt': 'error' }), chosen)
  fc.assert(
    fc.property(versions, ([base, head, edit]) => {
      const text = edit(written(head))
      const report = some({ path: 'a.md', text, base: written(base) })
      expect(report.findings).toHaveLength(faults(head).length)
      const lines = text.split(/\r?\n/)
      const titleOf = (line: number): string =>
        lines
          .slice(0, line)
          .findLast((one) => one.startsWith('## '))
          ?.slice(3)
          .trim() ?? ''
      const about = ({ line }: Finding): string =>
        /TBD|graph-\d|link \d/.exec(lines[line - 1] ?? '')?.[0] ?? ''
      const found = news(report).map((finding) => `${titleOf(finding.line)}: ${about(finding)}`)
      expect([...found].sort()).toEqual([...minus(faults(head), faults(base))].sort())
      expect(new Set(prints(report)).size).toBe(report.findings.length)
    }),
    { numRuns: 150 },
  )
})

const timeline = (...entries: readonly string[]): string =>
  `# Checkout was down, 3 May 2024\n\n## Timeline (UTC)\n\n${entries.map((entry) => `- ${entry}\n`).join('')}`
const first = '09:10: payments fail.'
const last = '09:40: payments succeed again.'
const lines = (report: FileReport, id: string) =>
  news(report).flatMap(({ rule, line }) => (rule === id ? [line] : []))

test('a copy of a fault is the new one, above the old one or below it', () => {
  const base = timeline(first, 'TBD: the page', last)
  expect(
    lines(compare(base, timeline(first, 'TBD: the page', 'TBD: a page', last)), 'no-placeholder'),
  ).toEqual([7])
  expect(
    lines(compare(base, timeline(first, 'TBD: a page', 'TBD: the page', last)), 'no-placeholder'),
  ).toEqual([6])
  expect(lines(compare(base, timeline('TBD', first, 'TBD: the page', last)), 'no-placeholder')).toEqual([5])
})

test('of two equal faults one is mended: the other is old', () => {
  const base = timeline(first, 'TBD', '09:20: a page.', 'TBD', last)
  for (const head of [timeline(first, '09:20: a page.', 'TBD', last), timeline(first, 'TBD', last)])
    expect(lines(compare(base, head), 'no-placeholder')).toEqual([])
})

test('of a run of entries without a time some are mended: the others are old, and one more is new', () => {
  const base = timeline(first, 'one', 'two', 'three', last)
  const id = 'timeline-entry-time'
  expect(lines(compare(base, timeline(first, 'one', '09:20: two', 'three', last)), id)).toEqual([])
  expect(lines(compare(base, timeline(first, '09:15: one', 'two', 'three', last)), id)).toEqual([])
  expect(lines(compare(base, timeline(first, 'one', '09:20: x', 'one', last)), id)).toEqual([8])
  expect(lines(compare(base, timeline(first, 'one', 'two', 'three', 'four', last)), id)).toEqual([6])
})

test('numbers of a list, bullets, emphasis and ticks do not make a fault new', () => {
  const base = '# Down, 3 May 2024\n\n## Next steps\n\n1. TBD\n2. Add [insert link]\n'
  const head =
    '# Down, 3 May 2024\n\n## Next steps\n\n* [ ] Restart.\n* [x] **TBD**\n* [ ] Add _[insert link]_\n'
  expect(lines(compare(base, head), 'no-placeholder')).toEqual([])
})

test('what is said of the whole stays the same while its place and its numbers change', () => {
  const words = (count: number) => `# Down, 3 May 2024\n\n${'word '.repeat(count)}\n`
  const counted = linter(configOf({ 'word-count': 'error' }), [wordCount])
  const counts = (base: string, text: string) => news(counted({ path: 'a.md', base, text })).length
  expect(counts(words(10), words(20).replace('Down', 'Late'))).toBe(0)
  expect(counts(words(10), words(1000))).toBe(1)
  const zoneless = timeline(first, last).replace(' (UTC)', '')
  expect(
    lines(compare(zoneless, zoneless.replace('- 09:10', '- 09:05: a page.\n- 09:10')), 'timeline-timezone'),
  ).toEqual([])
  const untitled = '## Timeline\n\n- 09:10 UTC: payments fail.\n'
  const missing = (base: string, text: string) => lines(compare(base, text), 'required-sections').length
  expect(missing(untitled, `# Checkout was down, 3 May 2024\n\n${untitled}`)).toBe(0)
  expect(missing(`${untitled}\n## Root cause\n\nA certificate.\n`, untitled)).toBe(1)
})

test('a file that is added is all new, one that could not be read before is new but for that', () => {
  const text = timeline(first, 'TBD', last)
  const added = lint({ path: 'a.md', text, base: null })
  expect(news(added)).toEqual(added.findings)
  expect(added.compared).toBe(true)
  const unread = lint({ path: 'a.md', text, base: { unreadable: 'larger than 1 MiB' } })
  expect(news(unread)).toEqual(added.findings)
  const still = lint({
    path: 'a.md',
    text: { unreadable: 'not UTF-8 text' },
    base: { unreadable: 'not UTF-8 text' },
  })
  expect(news(still)).toEqual([])
  expect(lint({ path: 'a.md', text })).toMatchObject({ compared: false, findings: added.findings })
})

test('only what is new fails a run whose scope is new', () => {
  const text = timeline(first, 'TBD', last)
  const verdicts = (base: string | null) =>
    (['new', 'changed', 'all'] as const).map((scope) => {
      const config = resolveConfig([{ scope: { value: scope, from: 'scope' } }], { rules, profiles })
      const { verdict, counts } = judge([linter(config, rules)({ path: 'a.md', text, base })], config, [])
      return [verdict, counts.error > 0]
    })
  expect(verdicts(text)).toEqual([
    ['pass', false],
    ['fail', true],
    ['fail', true],
  ])
  expect(verdicts(null)).toEqual([
    ['fail', true],
    ['fail', true],
    ['fail', true],
  ])
})

test('a hundred thousand equal faults are told apart in one go', () => {
  const at = { line: 1, column: 3, endLine: 1, endColumn: 6, section: null, url: '' }
  const name = namer('- TBD\n')
  const one = name({ rule: 'no-placeholder', severity: 'error', message: 'A gap', ...at }, 'TBD')
  const many = (count: number) => Array.from({ length: count }, () => ({ ...one }))
  const found = hold(many(100_001), many(100_000))
  expect(found.filter((finding) => finding.new)).toHaveLength(1)
  expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(100_001)
})
