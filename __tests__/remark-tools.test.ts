import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import {
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from 'vscode-languageserver-protocol/node.js'
import { bundle } from '../scripts/bundle.ts'
import { lint } from '../src/index.ts'

const folder = await mkdtemp(join(tmpdir(), 'postmortem-lint-remark-'))
const flawed = await readFile('examples/postmortem-with-defects.md', 'utf8')

/** The documents, the last of which speaks to the linter itself. */
const documents: Readonly<Record<string, string>> = {
  'sound.md': await readFile('examples/sound-postmortem.md', 'utf8'),
  'flawed.md': flawed,
  'excepted.md': `<!-- postmortem-lint disable word-count document-title -- a stub -->\n\n${flawed}\n<!-- postmortem-lint ignore -->\n`,
}

beforeAll(async () => {
  await bundle(join(folder, 'preset'), ['remark'])
  await writeFile(
    join(folder, '.remarkrc.mjs'),
    `import preset from './preset/remark.js'\nexport default { plugins: [preset] }\n`,
  )
  for (const [name, content] of Object.entries(documents)) await writeFile(join(folder, name), content)
})
afterAll(() => rm(folder, { recursive: true }))

/** What the linter says of a document: `line:column severity message rule`. */
const saidOf = (name: string): readonly string[] =>
  lint(documents[name] ?? '').findings.map(
    ({ line, column, severity, message, rule }) => `${line}:${column} ${severity} ${message} ${rule}`,
  )

describe('remark-cli', () => {
  /** The exit code, and what is said of each document. */
  async function remark(...names: readonly string[]) {
    const cli = resolve('node_modules/remark-cli/cli.js')
    const options = ['--no-stdout', '--no-color', '--quiet']
    const child = spawn(process.execPath, [cli, ...options, ...names], { cwd: folder })
    const [report, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
    const said: Record<string, string[]> = {}
    let file = ''
    for (const line of report.split('\n')) {
      const [, place, severity, rest] =
        /^(\d+:\d+)\S* +(error|warning|info) +(.*?) +postmortem-lint$/.exec(line) ?? []
      if (line.endsWith('.md')) file = line
      else if (place)
        said[file] = [...(said[file] ?? []), `${place} ${severity} ${rest?.replace(/ +(?=\S+$)/, ' ')}`]
    }
    return { code, said }
  }

  test('says of each document what the linter says, and fails where that fails', async () => {
    const { code, said } = await remark('flawed.md', 'excepted.md', 'sound.md')
    expect(code).toBe(1)
    expect(said).toEqual({
      'flawed.md': expect.arrayContaining([...saidOf('flawed.md')]),
      'excepted.md': expect.arrayContaining([...saidOf('excepted.md')]),
    })
    for (const name of ['flawed.md', 'excepted.md']) expect(said[name]).toHaveLength(saidOf(name).length)
    expect(said['excepted.md']?.join('\n')).not.toMatch(/word-count|document-title/)
    expect(said['excepted.md']?.join('\n')).toMatch(/No rule finds anything here directive/)
  })
  test('passes a sound document', async () => {
    expect(await remark('sound.md')).toEqual({ code: 0, said: {} })
  })
})

describe('a language server', () => {
  let server: ChildProcess
  let connection: ProtocolConnection

  beforeAll(async () => {
    const child = spawn(process.execPath, [resolve('__tests__/rig/remark-language-server.mjs'), '--stdio'], {
      cwd: folder,
    })
    server = child
    connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    )
    connection.listen()
    const rootUri = pathToFileURL(folder).href
    const workspaceFolders = [{ uri: rootUri, name: basename(folder) }]
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri,
      workspaceFolders,
      capabilities: {},
    })
    await connection.sendNotification(InitializedNotification.type, {})
  })
  afterAll(async () => {
    await connection.sendRequest(ShutdownRequest.type)
    await connection.sendNotification(ExitNotification.type)
    await once(server, 'exit')
    connection.dispose()
  })

  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href
  /** What the server says of a document next, once something was done. */
  async function diagnosticsAfter(name: string, act: () => Promise<void>): Promise<readonly Diagnostic[]> {
    const next = new Promise<readonly Diagnostic[]>((resolve) => {
      const listener = connection.onNotification(
        PublishDiagnosticsNotification.type,
        ({ uri, diagnostics }) => {
          if (uri !== uriOf(name)) return
          listener.dispose()
          resolve(diagnostics)
        },
      )
    })
    await act()
    return next
  }
  const open = (name: string) =>
    diagnosticsAfter(name, () =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri: uriOf(name), languageId: 'markdown', version: 1, text: documents[name] ?? '' },
      }),
    )
  const change = (name: string, content: string) =>
    diagnosticsAfter(name, () =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: uriOf(name), version: 2 },
        contentChanges: [{ text: content }],
      }),
    )

  test('shows the findings where they stand, as severe as they are', async () => {
    const names = { 1: 'error', 2: 'warning', 3: 'info', 4: 'hint' } as const
    const diagnostics = await open('flawed.md')
    const said = diagnostics.map(
      ({ range, severity = 4, message, code }) =>
        `${range.start.line + 1}:${range.start.character + 1} ${names[severity]} ${message.split('\n')[0]} ${code}`,
    )
    expect([...said].sort()).toEqual([...saidOf('flawed.md')].sort())
    for (const { source, codeDescription } of diagnostics)
      expect([source, codeDescription?.href]).toEqual([
        'postmortem-lint',
        expect.stringContaining('/docs/rules/'),
      ])
    expect(await open('sound.md')).toEqual([])
  })

  test('offers what could stand there instead, and the finding is gone once it is taken', async () => {
    const fixable = lint(flawed).findings.filter(({ expected }) => expected)
    const diagnostics = await change('flawed.md', flawed)
    const actions = await connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: uriOf('flawed.md') },
      range: { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } },
      context: { diagnostics: [...diagnostics] },
    })
    const edits = (actions ?? []).flatMap((action): readonly TextEdit[] =>
      editsOf(action, uriOf('flawed.md')),
    )
    expect(edits.map(({ newText }) => newText).sort()).toEqual(
      fixable.flatMap(({ expected = [] }) => expected).sort(),
    )
    expect(edits.length).toBeGreaterThan(1)
    for (const edit of edits) {
      const left = await change('flawed.md', applied(flawed, edit))
      expect(left.length).toBeLessThan(diagnostics.length)
    }
  })
})

function editsOf(action: CodeAction | object, uri: string): readonly TextEdit[] {
  return 'edit' in action ? (action.edit?.changes?.[uri] ?? []) : []
}

function applied(content: string, { range: { start, end }, newText }: TextEdit): string {
  const lines = content.split('\n')
  const offset = (line: number, character: number): number =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, character)
  return (
    content.slice(0, offset(start.line, start.character)) +
    newText +
    content.slice(offset(end.line, end.character))
  )
}
