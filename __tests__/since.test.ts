import { execFile, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { bundle } from '../scripts/bundle.ts'
import type { Report } from '../src/reporters/json.ts'

const sound = await readFile('examples/sound-postmortem.md', 'utf8')
/** What stood before is a task that is still to be written; what is new, an entry out of order. */
const old = `${sound}\n## Notes\n\nTBD\n`
const worse = old.replace('## Notes', '## Remarks\n\n## Notes')
const folder = await realpath(await mkdtemp(join(tmpdir(), 'postmortem-lint-since-')))
const cli = join(folder, 'bundle', 'cli.js')
const env = {
  PATH: process.env.PATH,
  HOME: folder,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Octo',
  GIT_AUTHOR_EMAIL: 'octo@example.com',
  GIT_COMMITTER_NAME: 'Octo',
  GIT_COMMITTER_EMAIL: 'octo@example.com',
}

beforeAll(() => bundle(dirname(cli), ['cli']))
afterAll(() => rm(folder, { recursive: true }))

type Files = Readonly<Record<string, string>>

async function write(root: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
}

/** A repository with these files on `main`, and a branch that is checked out. */
async function repository(files: Files) {
  const root = await mkdtemp(join(folder, 'repo-'))
  const git = async (...args: readonly string[]): Promise<void> => {
    await promisify(execFile)('git', args, { cwd: root, env })
  }
  await git('init', '--quiet', '--initial-branch=main')
  await write(root, { 'README.md': '# Read me\n', ...files })
  await git('add', '.')
  await git('commit', '--quiet', '--message=base')
  await git('switch', '--quiet', '--create=work')
  return { root, git }
}

async function run(cwd: string, args: readonly string[], more: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [cli, ...args], { cwd, env: { ...env, ...more } })
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), closed])
  return { code, out, err }
}

/** The findings of each document, new ones marked. */
async function found(cwd: string, ...args: readonly string[]) {
  const { files }: Report = JSON.parse((await run(cwd, ['--format=json', ...args])).out)
  const entries = files.map(({ path, findings }) => [
    path,
    findings.map((finding) => `${finding.rule}${finding.new ? ' new' : ''}`),
  ])
  return Object.fromEntries(entries)
}

const path = 'postmortems/a.md'

describe('which files changed', () => {
  test('those of commits, of the index, of the folder and untracked ones; the others are not read', async () => {
    const { root, git } = await repository({
      'postmortems/committed.md': old,
      'postmortems/staged.md': old,
      'postmortems/edited.md': old,
      'postmortems/same.md': old,
      '.gitignore': '*ignored*\n',
    })
    await write(root, { 'postmortems/committed.md': worse, 'postmortems/added.md': old })
    await git('add', '.')
    await git('commit', '--quiet', '--message=work')
    await write(root, { 'postmortems/staged.md': worse })
    await git('add', '.')
    await write(root, {
      'postmortems/edited.md': worse,
      'postmortems/untracked.md': old,
      'postmortems/ignored.md': old,
    })
    const both = ['empty-section new', 'no-placeholder']
    expect(await found(root, '--since=main')).toEqual({
      'postmortems/added.md': ['no-placeholder new'],
      'postmortems/committed.md': both,
      'postmortems/edited.md': both,
      'postmortems/staged.md': both,
      'postmortems/untracked.md': ['no-placeholder new'],
    })
  })

  test('since the merge base: what went on at the other branch meanwhile is not ours', async () => {
    const { root, git } = await repository({ [path]: old, 'postmortems/b.md': old })
    await git('switch', '--quiet', 'main')
    await write(root, { 'postmortems/b.md': sound, [path]: sound })
    await git('commit', '--quiet', '--all', '--message=mended')
    await git('switch', '--quiet', 'work')
    await write(root, { [path]: worse })
    expect(await found(root, '--since', 'main')).toEqual({ [path]: ['empty-section new', 'no-placeholder'] })
  })

  test('a renamed file is held against what it was called before', async () => {
    const { root, git } = await repository({ [path]: old })
    await git('mv', path, 'postmortems/b.md')
    await write(root, { 'postmortems/b.md': worse })
    expect(await found(root, '--since=main')).toEqual({
      'postmortems/b.md': ['empty-section new', 'no-placeholder'],
    })
  })

  test('by any name, from any folder, of those that were named', async () => {
    const names = ['-a.md', 'ü "b".md', 'c\n.md', ':(top)d.md', '[e].md'].map((name) => `postmortems/${name}`)
    const { root } = await repository(Object.fromEntries([...names, 'docs/f.md'].map((name) => [name, old])))
    await write(root, Object.fromEntries([...names, 'docs/f.md'].map((name) => [name, worse])))
    const both = ['empty-section new', 'no-placeholder']
    expect(await found(root, '--since=main')).toEqual(Object.fromEntries(names.map((name) => [name, both])))
    expect(await found(join(root, 'docs'), '--since=main', '.')).toEqual({ 'f.md': both })
    expect(await found(root, '--since=main', join(root, 'docs'))).toEqual({ [join(root, 'docs/f.md')]: both })
    await symlink(root, join(folder, 'link'))
    const link = join(folder, 'link', 'docs', 'f.md')
    expect(await found(dirname(link), '--since=main', 'f.md')).toEqual({ 'f.md': both })
    expect(await found(root, '--since=main', link)).toEqual({ [link]: both })
  })

  test('whatever git is configured to print', async () => {
    const { root, git } = await repository({ [path]: old })
    const settings = {
      'diff.noprefix': 'true',
      'diff.relative': 'true',
      'diff.renames': 'copies',
      'color.ui': 'always',
    }
    for (const [name, value] of Object.entries(settings)) await git('config', name, value)
    await write(root, { [path]: worse, 'docs/postmortem.md': `${old}x\n` })
    expect(await found(root, '--since=main')).toMatchObject({
      [path]: ['empty-section new', 'no-placeholder'],
    })
    expect(await found(join(root, 'docs'), '--since=main')).toEqual({
      'postmortem.md': ['no-placeholder new'],
    })
  })

  test('none: that is said, and is no failure; names of nothing are', async () => {
    const { root, git } = await repository({ [path]: old })
    await git('rm', '--quiet', path)
    await write(root, { 'docs/postmortem.md': old })
    await git('add', '.')
    await git('commit', '--quiet', '--message=work')
    const nothing = 'Nothing to lint: none of the files changed since `HEAD`.\n\nNo findings in 0 files\n'
    expect(await run(root, ['--since=HEAD'])).toEqual({ code: 0, out: nothing, err: '' })
    expect(await run(root, ['--since=HEAD', 'docs'])).toEqual({ code: 0, out: nothing, err: '' })
    expect(await run(root, ['--since=HEAD', 'nowhere'])).toMatchObject({
      code: 2,
      err: 'postmortem-lint: There is no file or folder `nowhere`.\n',
    })
  })
})

describe('what is said of them', () => {
  test('what stood before does not fail, and is told apart', async () => {
    const { root } = await repository({ [path]: old, '.postmortem-lint.yml': 'scope: changed\n' })
    await write(root, { [path]: `${old}\nOne line more.\n` })
    const { code, out } = await run(root, ['--since=main'])
    expect(code).toBe(0)
    expect(out).toMatch(
      /^1 finding stood before and did not count\n\npostmortems\/a\.md\n {2}\d+:1 {2}error .* no-placeholder\n\nNo findings in 1 file; 1 finding stood before\n$/,
    )
    await write(root, { [path]: worse })
    const failed = await run(root, ['--since=main'])
    expect(failed.code).toBe(1)
    expect(failed.out).toMatch(
      /^postmortems\/a\.md\n.*empty-section\n[\s\S]*1 error in 1 file; 1 finding stood before\n$/,
    )
  })

  test('as commands, and as a SARIF log', async () => {
    const { root } = await repository({ [path]: old })
    await write(root, { [path]: worse })
    const { out } = await run(root, ['--since=main', '--format=github'])
    expect(out.match(/^::\w+ /gm)).toHaveLength(1)
    const log = JSON.parse((await run(root, ['--since=main', '--format=sarif'])).out)
    const states = log.runs[0].results.map((result: { ruleId: string; baselineState: string }) => [
      result.ruleId,
      result.baselineState,
    ])
    expect(states).toEqual([
      ['empty-section', 'new'],
      ['no-placeholder', 'unchanged'],
    ])
  })

  test('a version before that is no document is none to be held against', async () => {
    const { root } = await repository({ [path]: `${'x'.repeat(2 ** 20)}\n` })
    await write(root, { [path]: old })
    expect(await found(root, '--since=main')).toEqual({ [path]: ['no-placeholder new'] })
  })
})

describe('what cannot be', () => {
  async function said(cwd: string, args: readonly string[], more?: NodeJS.ProcessEnv) {
    const { code, out, err } = await run(cwd, args, more)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    return err.replace(/^postmortem-lint: /, '').trimEnd()
  }

  test('outside of a repository', async () => {
    const bare = await mkdtemp(join(folder, 'bare-'))
    await write(bare, { [path]: old })
    expect(await said(bare, ['--since=main'])).toBe('--since: this folder is in no git repository.')
  })

  test('without git', async () => {
    const { root } = await repository({})
    expect(await said(root, ['--since=main'], { PATH: '/nowhere' })).toBe(
      '--since: there is no `git` to ask.',
    )
  })

  test('a name of no commit, whatever it looks like', async () => {
    const { root } = await repository({ [path]: old })
    for (const ref of ['mian', '', '--output=pwned', '-h', 'main:README.md', 'main..work', '^main', 'a b'])
      expect(await said(root, [`--since=${ref}`])).toBe(`--since: \`${ref}\` names no commit.`)
    await expect(readFile(join(root, 'pwned'))).rejects.toThrow('ENOENT')
    expect(await said(root, ['--since', '--format=json'])).toBe('--since needs a value.')
  })

  test('branches with nothing in common', async () => {
    const { root, git } = await repository({})
    await git('switch', '--quiet', '--orphan', 'other')
    await git('commit', '--quiet', '--allow-empty', '--message=other')
    expect(await said(root, ['--since=main'])).toBe(
      '--since: `main` and HEAD have no commit in common; a shallow clone may lack it.',
    )
  })

  test('what git refuses is told in its words', async () => {
    const { root } = await repository({})
    await writeFile(join(root, '.git/config'), '[core\n')
    expect(await said(root, ['--since=main'])).toMatch(/^--since: git says: .*bad config/)
  })

  test('the standard input', async () => {
    const { root } = await repository({})
    expect(await said(root, ['--since=main', '-'])).toBe('--since: the standard input has no version before.')
  })

  test('an unborn branch', async () => {
    const root = await mkdtemp(join(folder, 'unborn-'))
    await promisify(execFile)('git', ['init', '--quiet'], { cwd: root, env })
    expect(await said(root, ['--since=HEAD'])).toBe('--since: `HEAD` names no commit.')
  })
})

test('without --since all is new, and nothing of git is asked', async () => {
  const { root } = await repository({ [path]: old })
  await rename(join(root, '.git'), join(root, 'git'))
  expect(await found(root)).toEqual({ [path]: ['no-placeholder new'] })
})
