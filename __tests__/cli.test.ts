import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { bundle } from '../scripts/bundle.ts'
import { formats } from '../src/hosts/arguments.ts'
import type { Report } from '../src/reporters/json.ts'

const sound = await readFile('examples/sound-postmortem.md', 'utf8')
const flawed = await readFile('examples/postmortem-with-defects.md', 'utf8')
const folder = await mkdtemp(join(tmpdir(), 'postmortem-lint-'))
const cli = join(folder, 'bundle', 'cli.js')
const desk = join(folder, 'desk')

const files: Readonly<Record<string, string | Uint8Array>> = {
  'postmortems/sound.md': sound,
  'postmortems/flawed.md': flawed,
  'postmortems/template.md': '# Title of the incident\n',
  'docs/Post-Mortem-May.md': flawed,
  'docs/guide.md': '# How to deploy\n',
  'docs/notes.txt': flawed,
  'node_modules/postmortem/README.md': flawed,
  '.git/postmortem.md': flawed,
  'odd/[one].md': flawed,
  'empty/readme.txt': '',
  'bad/latin.md': new Uint8Array([0x23, 0x20, 0xe9, 0x74, 0xe9]),
  'bad/large.md': 'x'.repeat(2 ** 20 + 1),
  'bad/hostile.md': '> '.repeat(50_000),
}

interface Result {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the built command as a process of its own. */
function run(
  args: readonly string[],
  { input = '', cwd = desk, env = {} as Record<string, string> } = {},
): Promise<Result> {
  return new Promise((resolve) => {
    const { NO_COLOR: _, FORCE_COLOR: __, ...rest } = process.env
    const child = spawn(process.execPath, [cli, ...args], { cwd, env: { ...rest, ...env } })
    const result = { out: '', err: '' }
    child.stdout.on('data', (chunk) => (result.out += chunk))
    child.stderr.on('data', (chunk) => (result.err += chunk))
    child.on('close', (code) => resolve({ code, ...result }))
    child.stdin.end(input)
  })
}

async function report(args: readonly string[], options?: Parameters<typeof run>[1]): Promise<Report> {
  return JSON.parse((await run(['--format', 'json', ...args], options)).out)
}

async function pathsOf(args: readonly string[]): Promise<readonly string[]> {
  return (await report(args)).files.map(({ path }) => path)
}

beforeAll(async () => {
  await bundle(dirname(cli), ['cli'])
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(desk, path)), { recursive: true })
    await writeFile(join(desk, path), text)
  }
  await symlink('..', join(desk, 'postmortems', 'ring'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('which documents are read', () => {
  test('without a path: those whose paths look like postmortems', async () => {
    expect(await pathsOf([])).toEqual([
      'docs/Post-Mortem-May.md',
      'postmortems/flawed.md',
      'postmortems/sound.md',
    ])
  })
  test('a file that is named, whatever its name', async () => {
    expect(await pathsOf(['docs/notes.txt', './postmortems/template.md', 'odd/[one].md'])).toEqual([
      'docs/notes.txt',
      'postmortems/template.md',
      'odd/[one].md',
    ])
  })
  test('all Markdown below a folder, and no link followed', async () => {
    expect(await pathsOf(['postmortems'])).toEqual(
      ['flawed', 'sound', 'template'].map((name) => `postmortems/${name}.md`),
    )
    expect(await pathsOf(['odd/'])).toEqual(['odd/[one].md'])
    expect(await pathsOf(['.'])).not.toContain('node_modules/postmortem/README.md')
  })
  test('what a glob matches, but what is left out', async () => {
    expect(await pathsOf(['**/*s.{md,txt}', 'docs/*.md', '--exclude', '**/guide.md'])).toEqual([
      'docs/notes.txt',
      'docs/Post-Mortem-May.md',
    ])
  })
  test('absolute paths, and paths above the folder', async () => {
    const path = join(desk, 'docs/notes.txt')
    expect(await pathsOf([path, join(desk, 'odd')])).toEqual([path, join(desk, 'odd/[one].md')])
    const { files } = await report(['../docs/n*.txt', '../odd'], { cwd: join(desk, 'empty') })
    expect(files.map((file) => file.path)).toEqual(['../docs/notes.txt', '../odd/[one].md'])
  })
  test('each file once', async () => {
    expect(await pathsOf(['docs/notes.txt', 'docs/*.txt', './docs/notes.txt'])).toEqual(['docs/notes.txt'])
  })
  test('the standard input', async () => {
    const { files } = await report(['-'], { input: `\uFEFF${flawed}` })
    expect(files).toEqual([{ ...(await report(['postmortems/flawed.md'])).files[0], path: 'stdin' }])
  })
})

describe('exit code', () => {
  test('0 for a sound document', async () => {
    expect(await run(['postmortems/sound.md'])).toEqual({ code: 0, out: 'No findings in 1 file\n', err: '' })
  })
  test('1 for errors', async () => {
    const { code, out, err } = await run(['postmortems'])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toMatch(/^postmortems\/flawed\.md$/m)
  })
  test('by the level that fails', async () => {
    const alone = [
      'postmortems/flawed.md',
      '--rule',
      'no-placeholder=info',
      '--profile=minimal',
      '--rule=required-sections=off',
    ]
    const off = ['not-a-postmortem', 'empty-section'].flatMap((id) => ['--rule', `${id}=off`])
    expect((await run(['postmortems/flawed.md', '--fail-on', 'never'])).code).toBe(0)
    expect((await run([...alone, ...off, '--fail-on', 'info'])).code).toBe(1)
    expect((await run([...alone, ...off, '--fail-on', 'error'])).code).toBe(0)
  })
  test('0 where nothing looks like a postmortem, and it is said', async () => {
    const { code, out } = await run([], { cwd: join(desk, 'empty') })
    expect({ code, out }).toEqual({
      code: 0,
      out: 'Nothing to lint: no file below this folder looks like a postmortem.\n\nNo findings in 0 files\n',
    })
  })
  test('2 for names of nothing, all of them said', async () => {
    expect(await run(['nowhere.md', 'empty', 'docs/*.mdx', 'docs/guide.md'])).toEqual({
      code: 2,
      out: '',
      err: `postmortem-lint: There is no file or folder \`nowhere.md\`.
postmortem-lint: There is no Markdown file below \`empty\`.
postmortem-lint: No file matches \`docs/*.mdx\`.
`,
    })
  })
  test('2 for wrong use, every mistake at once', async () => {
    const mistakes = [
      '--profil',
      'x',
      '--format=xml',
      '--fail-on',
      'fatal',
      '--rule',
      'word-cuont=off',
      '--rule',
      'word-count',
    ]
    const { code, out, err } = await run([...mistakes, '--help=yes', '--profile'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.trimEnd().split('\n')).toEqual([
      'postmortem-lint: `--profil` is no known option. Did you mean `--profile`?',
      'postmortem-lint: --help takes no value.',
      'postmortem-lint: --profile needs a value.',
      'postmortem-lint: --format: `xml` is no known format. Known: `pretty`, `json`, `sarif`, `github`.',
      expect.stringMatching(
        /^postmortem-lint: --rule: `word-cuont` is no known rule\. Did you mean `word-count`\? Known: /,
      ),
      'postmortem-lint: --rule: `word-count` has no setting. Known: `off`, `error`, `warning`, `info`.',
      'postmortem-lint: --fail-on: `fatal` is no known level. Known: `error`, `warning`, `info`, `never`.',
    ])
  })
})

describe('what is printed', () => {
  test('help and version', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8'))
    expect(await run(['-v'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
    const { code, out } = await run(['--help', '--format', 'xml'])
    expect(code).toBe(0)
    expect(out).toContain('postmortem-lint [options] [path or glob ...]')
  })
  test('files that cannot be read are one finding each, and the others are linted', async () => {
    const { files } = await report(['bad', 'postmortems/sound.md'])
    expect(
      files.map(({ path, findings }) => [path, findings.map(({ rule, message }) => `${rule}: ${message}`)]),
    ).toEqual([
      ['bad/hostile.md', ['unreadable: File not read: markup nested too deeply, or too much of it unclosed']],
      ['bad/large.md', ['unreadable: File not read: larger than 1 MiB']],
      ['bad/latin.md', ['unreadable: File not read: not UTF-8 text']],
      ['postmortems/sound.md', []],
    ])
  })
  test('a setting of a rule, with options', async () => {
    const only = await report(['postmortems/sound.md', '--rule', 'word-count=warning,{"max": 10, "min": 1}'])
    const found = only.files.flatMap(({ findings }) =>
      findings.map(({ rule, severity }) => `${rule}: ${severity}`),
    )
    expect(found).toEqual(['word-count: warning'])
  })
  test('as a SARIF log, and as commands to a runner', async () => {
    const log = JSON.parse((await run(['--format=sarif', 'postmortems/flawed.md'])).out)
    const { findings = [] } = (await report(['postmortems/flawed.md'])).files[0] ?? {}
    const fingerprints = findings.map(({ fingerprint }) => fingerprint)
    expect(log.version).toBe('2.1.0')
    expect(
      log.runs[0].results
        .flatMap((result: Record<'partialFingerprints', object>) => Object.values(result.partialFingerprints))
        .sort(),
    ).toEqual([...fingerprints].sort())
    const { code, out } = await run(['--format=github', 'postmortems'])
    expect(code).toBe(1)
    expect(out.match(/^::(error|warning|notice) file=postmortems\/\w+\.md,line=\d/gm)).toHaveLength(
      (await report(['postmortems'])).files.flatMap((file) => file.findings).length,
    )
    expect(out).toMatch(/\nfail: \d+ errors?.* in \d of 3 files\n$/)
  })
  test('colour only where it is asked for', async () => {
    const csi = '\u001b['
    expect((await run(['docs'])).out).not.toContain(csi)
    expect((await run(['docs'], { env: { CI: 'true' } })).out).not.toContain(csi)
    expect((await run(['docs'], { env: { FORCE_COLOR: '1' } })).out).toContain(csi)
    expect((await run(['docs'], { env: { FORCE_COLOR: '0' } })).out).not.toContain(csi)
    expect((await run(['docs'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).out).not.toContain(csi)
  })
  test('nothing of a document or a name steers the terminal', async () => {
    const text =
      '# Post\u001b[31mmortem \u202egnorw\n\n## Sum\u009bmary \u0007\n\n[\u001b]0;title\u0007](x)\n'
    const name = 'odd/\u001b[2Jname.md'
    await writeFile(join(desk, name), text)
    for (const format of formats) {
      const { out } = await run(['--format', format, name, '-'], { input: text })
      expect(out.length).toBeGreaterThan(100)
      expect(out).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u)
    }
    expect((await run(['\u001b[2J'])).err).not.toMatch(/(?!\n)\p{Cc}/u)
    await rm(join(desk, name))
  })
  test('a reader that leaves early is no crash', async () => {
    const child = spawn(process.execPath, [cli, '--format', 'json', ...Array(50).fill('postmortems')], {
      cwd: desk,
    })
    let err = ''
    child.stderr.on('data', (chunk) => (err += chunk))
    child.stdout.destroy()
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, err }).toEqual({ code: 1, err: '' })
  })
})

test('the bundle holds nothing of the toolkit, and is the same each time', async () => {
  const [one, two] = [join(folder, 'one'), join(folder, 'two')]
  const { inputs } = await bundle(one, ['cli'])
  expect(
    Object.keys(inputs).filter((path) => /node_modules\/(@actions|@octokit|undici)\//.test(path)),
  ).toEqual([])
  await bundle(two, ['cli'])
  expect(await readFile(join(one, 'cli.js'))).toEqual(await readFile(join(two, 'cli.js')))
})
