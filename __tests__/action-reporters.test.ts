import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Finding } from '../src/lint/finding.ts'
import { visible } from '../src/lint/frame.ts'
import type { Run } from '../src/lint/run.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import { minimal } from '../src/profiles/minimal.ts'
import { logLine, markdownMessage, markdownText } from '../src/reporters/escape.ts'
import { summary } from '../src/reporters/summary.ts'
import { commandLine, workflow } from '../src/reporters/workflow.ts'
import { annotations, readCommands } from './rig/commands.ts'

const finding: Finding = {
  rule: 'timeline-order',
  severity: 'error',
  message: '`09:10` comes after `10:25`',
  line: 12,
  column: 3,
  endLine: 12,
  endColumn: 8,
  section: 'timeline',
  url: 'https://example.test/timeline-order',
  new: true,
  fingerprint: '0123456789abcdef',
}

function runOf(
  files: Readonly<Record<string, readonly Partial<Finding>[]>>,
  notices: readonly string[] = [],
): Run {
  const reports = Object.entries(files).map(([path, findings]) => ({
    path,
    findings: findings.map((one) => ({ ...finding, ...one })),
    postmortem: null,
    text: '',
    compared: true,
    link: `https://example.test/${encodeURIComponent(path)}`,
  }))
  const all = reports.flatMap(({ findings }) => findings)
  const count = (severity: Finding['severity']) => all.filter((one) => one.severity === severity).length
  return {
    verdict: 'fail',
    files: reports,
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    config: { profile: minimal, files: [], exclude: [], read: {}, rules: {}, failOn: 'error', scope: 'new' },
    notices,
  }
}

/** Text with all that could be taken for more than text. */
const stranger = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...'::,##[,],%0A,%,\r,\n,|,`,<,>,&,*,_,~,@a,#1,www.,https://,!,[x](y),\\,$,=,:,a, ,é'.split(','),
        ',',
      ),
    )
    .map((parts) => parts.join('')),
)

describe('workflow commands', () => {
  test('any text comes back from the runner as it went, in one command', () => {
    fc.assert(
      fc.property(stranger, stranger, (file, message) => {
        const line = commandLine({ name: 'error', properties: { file, line: 3, title: 'a-rule' }, message })
        expect(readCommands(line)).toEqual([
          { name: 'error', properties: { file, line: '3', title: 'a-rule' }, data: message },
        ])
      }),
    )
  })

  test('the gravest come first, then by file and line, and no level has more than its room', () => {
    const lines = (severity: Finding['severity'], count: number) =>
      Array.from({ length: count }, (_, index) => ({ severity, line: index + 1, endLine: index + 1 }))
    const { commands, rest } = workflow(
      runOf({
        'a.md': [...lines('info', 12), ...lines('warning', 3)],
        'b.md': [...lines('error', 6)],
        'c.md': lines('error', 7),
      }),
    )
    const shown = annotations(readCommands(commands.map(commandLine).join('\n')))
    expect(shown.map(({ level, file, line }) => `${level} ${file}:${line}`)).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((line) => `error b.md:${line}`),
      ...[1, 2, 3, 4].map((line) => `error c.md:${line}`),
      ...[1, 2, 3].map((line) => `warning a.md:${line}`),
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((line) => `notice a.md:${line}`),
    ])
    expect(rest.map(({ path, finding: { line } }) => `${path}:${line}`)).toEqual([
      'c.md:5',
      'c.md:6',
      'c.md:7',
      'a.md:11',
      'a.md:12',
    ])
  })

  test('new ones come before old ones, which are told only where they count', () => {
    const run = runOf({ 'a.md': [{ new: false, line: 1 }, { line: 2 }, { severity: 'info', line: 3 }] })
    const told = (room?: number, scope: Run['config']['scope'] = 'new') => {
      const { commands, rest } = workflow({ ...run, config: { ...run.config, scope } }, room)
      return [commands.map(({ properties }) => properties.line), rest.map((placed) => placed.finding.line)]
    }
    expect(told()).toEqual([[2, 3], [1]])
    expect(told(undefined, 'changed')).toEqual([[2, 1, 3], []])
    expect(told(1, 'all')).toEqual([[2, 3], [1]])
  })

  test('columns are told of a place in one line, lines of any', () => {
    const { commands } = workflow(runOf({ 'a.md': [{}, { endLine: 14 }] }))
    expect(commands.map(({ properties }) => properties)).toEqual([
      { file: 'a.md', line: 12, endLine: 12, col: 3, endColumn: 8, title: 'timeline-order' },
      { file: 'a.md', line: 12, endLine: 14, title: 'timeline-order' },
    ])
  })

  test('a long note is cut at what the runner keeps, and never inside a character', () => {
    const { commands } = workflow(runOf({ 'a.md': [{ note: '🔥'.repeat(3000) }] }))
    const [{ message } = { message: '' }] = commands
    expect(message.length).toBeGreaterThan(4090)
    expect(message.length).toBeLessThanOrEqual(4096)
    expect(message).toMatch(/🔥…$/u)
  })
})

describe('text of strangers', () => {
  const bare = (text: string): string => visible(text).replaceAll('\u200B', '').trim()

  test('is no command in a log', () => {
    fc.assert(
      fc.property(stranger, (text) => {
        expect(readCommands(logLine(text))).toEqual([])
        expect(logLine(text).replaceAll('\u200B', '').trim()).toBe(bare(text))
      }),
    )
  })

  test('is text in Markdown, and the same text', () => {
    fc.assert(
      fc.property(stranger, (text) => {
        const root = parseMarkdown(`| head |\n| --- |\n| x${markdownText(text)}x |\n`)
        const [table] = root.children
        const cells = table?.type === 'table' ? table.children.flatMap(({ children }) => children) : []
        const [, cell] = cells
        expect(cells).toHaveLength(2)
        expect(cell?.children.map(({ type }) => type)).toEqual(['text'])
        expect(textOf(cell).replaceAll('\u200B', '')).toBe(`x${visible(text).replaceAll('\u200B', '')}x`)
        expect(textOf(cell)).not.toMatch(/[@#][^\u200B]|:\/\/|www\./i)
      }),
    )
  })

  test('is text in a message, where what stands between backticks is code', () => {
    expect(markdownMessage('`a<b` comes after `c`')).toBe('<code>a&#60;b</code> comes after <code>c</code>')
    expect(markdownMessage('a lone ` stays')).toBe('a lone &#96; stays')
    fc.assert(
      fc.property(stranger, (text) => {
        const nodes = (node: Nodes): readonly Nodes[] => [
          node,
          ...('children' in node ? node.children.flatMap(nodes) : []),
        ]
        const html = nodes(parseMarkdown(`x ${markdownMessage(text)} x`)).filter(
          ({ type }) => type !== 'text',
        )
        for (const node of html) {
          if (node.type === 'html') expect(node.value).toMatch(/^<\/?code>$/)
          else expect(['root', 'paragraph']).toContain(node.type)
        }
      }),
    )
  })
})

describe('the job summary', () => {
  const size = (text: string): number => new TextEncoder().encode(text).byteLength

  test('tells every finding once, with its line, and why each rule that spoke matters', () => {
    const rules = [
      { id: 'timeline-order', summary: 'Entries run forward.', why: 'Readers follow the clock.' },
      { id: 'word-count', summary: 'Not too long.', why: 'Nobody reads it else.' },
    ]
    const text = summary(runOf({ 'a b.md': [{}, { line: 30 }], 'c.md': [] }, ['d.md is a submodule']), rules)
    expect(text).toContain('## Postmortem review: fail, 2 errors in 1 of 2 files')
    expect(text).toContain('- d.md is a submodule')
    expect(text).toContain('### [a b.md](<https://example.test/a%20b.md>)')
    expect(
      text.match(
        /\| \[(12|30)\]\(<https:\/\/example\.test\/a%20b\.md#L\1>\) \| error \| <code>09:10<\/code>/g,
      ),
    ).toHaveLength(2)
    expect(text.match(/Readers follow the clock\./g)).toHaveLength(1)
    expect(text).not.toContain('Nobody reads it else.')
  })

  test('stays below 1 MiB, is cut between two findings, and says how many are left', () => {
    const findings = Array.from({ length: 20_000 }, (_, index) => ({
      line: index + 1,
      message: '<&>'.repeat(20),
    }))
    const text = summary(runOf({ 'a.md': findings }), [])
    expect(size(text)).toBeLessThan(2 ** 20)
    expect(size(text)).toBeGreaterThan(2 ** 20 - 5000)
    const rows = text.split('\n').filter((line) => line.startsWith('| ['))
    for (const row of rows) expect(row).toMatch(/\| \[timeline-order\]\(<[^>]+>\) \|$/)
    expect(text).toContain(`${20_000 - rows.length} findings more in the log and the report`)
  })

  test('one monstrous finding or path does not push the others out', () => {
    const text = summary(
      runOf({ ['x'.repeat(4000)]: [{ message: '<'.repeat(1e6), note: '|'.repeat(1e6) }, { line: 99 }] }),
      [],
    )
    expect(text).toContain('#L99>)')
    expect(size(text)).toBeLessThan(40_000)
  })
})
