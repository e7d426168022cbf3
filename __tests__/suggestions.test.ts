import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { type FileReport, type Finding, lint, rules } from '../src/index.ts'
import type { Setting } from '../src/lint/config.ts'

interface Case {
  readonly name: string
  readonly text: string
  readonly settings: Readonly<Record<string, Setting>>
}

const files = globSync(['examples/*.md', '__tests__/fixtures/documents/*/input.md']).sort()
const zone = ['warning', { defaultZone: 'UTC' }] as const
const cases: readonly Case[] = [
  ...rules.flatMap(({ id, severity, examples }) =>
    examples.map(({ text, options = {} }, i) => ({
      name: `example ${i + 1} of ${id}`,
      text,
      settings: { [id]: [severity === 'off' ? 'warning' : severity, options] as const },
    })),
  ),
  ...files.map((name) => ({
    name,
    text: readFileSync(name, 'utf8').replace(/^\uFEFF/, ''),
    settings: { 'timeline-timezone': zone },
  })),
]

/** Every suggestion of a document, with the document as it is once the suggestion is taken. */
function taken({
  name,
  text,
  settings,
}: Case): { finding: Finding; before: FileReport; after: FileReport }[] {
  const before = lint(text, { path: name, rules: settings })
  const lines = text.split('\n')
  const offset = (line: number, column: number): number =>
    lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, column - 1)
  return before.findings.flatMap((finding) =>
    (finding.expected ?? []).map((instead) => {
      const [from, to] = [offset(finding.line, finding.column), offset(finding.endLine, finding.endColumn)]
      const after = lint(text.slice(0, from) + instead + text.slice(to), { path: name, rules: settings })
      return { finding, before, after }
    }),
  )
}

test('suggestions are made', () => {
  const made = new Set(cases.flatMap(taken).map(({ finding }) => finding.rule))
  expect([...made].sort()).toEqual([
    'deny-list',
    'document-title',
    'section-markup',
    'time-style',
    'timeline-list',
    'timeline-timezone',
  ])
})

test.each(cases)('a suggestion taken removes its finding and adds none of its rule: $name', (one) => {
  for (const { finding, before, after } of taken(one)) {
    const said = ({ findings }: FileReport) =>
      findings.filter(({ rule }) => rule === finding.rule).map(({ message }) => message)
    const left = said(before)
    left.splice(left.indexOf(finding.message), 1)
    const more = said(after).filter((message) => {
      const index = left.indexOf(message)
      return index < 0 || left.splice(index, 1).length === 0
    })
    expect(more).toEqual([])
  }
})
