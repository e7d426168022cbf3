import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { bundle } from '../scripts/bundle.ts'
import type { Report } from '../src/reporters/json.ts'

const sound = await readFile('examples/sound-postmortem.md', 'utf8')
const folder = await mkdtemp(join(tmpdir(), 'postmortem-lint-config-'))
const cli = join(folder, 'bundle', 'cli.js')

const files: Readonly<Record<string, string>> = {
  'repo/.git/HEAD': '',
  'repo/.github/postmortem-lint.yml': `profile: minimal
template: reports/team (a)/template.md
files: reports/**/*.md
exclude: reports/*/old/**
rules: { word-count: [info, { max: 1 }] }
overrides:
  - files: reports/team (a)/strict.md
    rules: { word-count: [error, { max: 2 }] }
`,
  'repo/reports/one.md': sound,
  'repo/reports/team (a)/strict.md': sound,
  'repo/reports/team (a)/old/two.md': sound,
  'repo/reports/team (a)/template.md': '# Title\n\n## Moon phase\n\n## Summary\n',
  'repo/sub/.postmortem-lint.yml': 'fail-on: info\nrules: { word-count: [info, { max: 3 }] }\n',
  'repo/sub/postmortems/three.md': sound,
  'repo/broken.yml': 'profle: alx\nscope: some\n',
  'outside/postmortems/four.md': sound,
  '.postmortem-lint.yml': 'rules: { word-count: [error, { max: 4 }] }\n',
}

beforeAll(async () => {
  await bundle(dirname(cli), ['cli'])
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
})
afterAll(() => rm(folder, { recursive: true }))

async function run(cwd: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [cli, '--format', 'json', ...args], { cwd: join(folder, cwd) })
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: child.exitCode ?? (await once(child, 'exit'))[0], out, err }
}

/** The documents that are read, each with what is said of its words. */
async function words(cwd: string, ...args: readonly string[]) {
  const { files }: Report = JSON.parse((await run(cwd, ...args)).out)
  return files.map(({ path, findings }) => {
    const found = findings.find(({ rule }) => rule === 'word-count')
    return `${path} ${found?.severity} ${found?.message.match(/the (\d+)/)?.[1]}`
  })
}

test('the configuration of a repository holds in it and in its folders, by its own paths', async () => {
  expect(await words('repo')).toEqual(['reports/one.md info 1', 'reports/team (a)/strict.md error 2'])
  expect(await words('repo/reports/team (a)')).toEqual(['strict.md error 2'])
  expect(await words('repo/reports/team (a)', '../one.md', '.')).toEqual([
    '../one.md info 1',
    'strict.md error 2',
  ])
  expect(await words('repo/reports', '--exclude', 'one.md')).toEqual(['team (a)/strict.md error 2'])
  expect(await words('repo/reports/team (a)', '**/*.md', '--exclude', '*plate.md')).toEqual([
    'strict.md error 2',
  ])
})

test('the nearest one counts, and none from outside the repository', async () => {
  expect(await words('repo/sub')).toEqual(['postmortems/three.md info 3'])
  expect((await run('repo/sub')).code).toBe(1)
  expect(await words('outside', '--rule', 'word-count=warning,{"max":5}')).toEqual([
    'postmortems/four.md warning 5',
  ])
  expect(await words('.', 'outside')).toEqual(['outside/postmortems/four.md error 4'])
})

test('one that is named is read in its stead, and flags beat it', async () => {
  expect(await words('repo/sub', '--config', '../../.postmortem-lint.yml')).toEqual([
    'postmortems/three.md error 4',
  ])
  const { code } = await run('repo/sub', '--config', '../../.postmortem-lint.yml', '--fail-on', 'never')
  expect(code).toBe(0)
})

test('a template is found from where it is typed', async () => {
  const { files }: Report = JSON.parse(
    (await run('repo/reports/team (a)', 'strict.md', '--template', 'template.md')).out,
  )
  expect(files[0]?.findings.map(({ message }) => message)).toContain('No section is called "Moon phase"')
})

test('a broken one stops the run, with all that is wrong', async () => {
  const { code, out, err } = await run('repo', '--config', 'broken.yml', '--template', 'none.md')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err.split('\n')).toEqual([
    'postmortem-lint: --template: the template `none.md` is not there.',
    expect.stringMatching(
      /^postmortem-lint: broken\.yml:1: `profle` is no known option\. Did you mean `profile`\?/,
    ),
    'postmortem-lint: broken.yml:2: `some` is no known `scope`. Known: `new`, `changed`, `all`.',
    '',
  ])
  expect((await run('repo', '--config', 'reports')).err).toMatch(/--config: `reports` cannot be read: /)
})
