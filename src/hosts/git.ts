import { execFile } from 'node:child_process'
import { realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import process from 'node:process'
import { type Given, Mistakes, quote } from '../lint/mistake.ts'
import type { Source } from '../lint/run.ts'
import { decode } from '../lint/unreadable.ts'
import { slashed } from './desk.ts'

/** The version before of a file; null for a file that is new, undefined for one that did not change. */
export type VersionBefore = (path: string) => Promise<Source['base']>

/**
 * Tells what changed since HEAD left a commit, in the files as they are now, untracked ones too. Throws `Mistakes` where git
 * cannot tell.
 */
export async function changedSince({ value: ref, from }: Given, cwd: string): Promise<VersionBefore> {
  const need = ({ code, out, err }: Answer, expected?: string): string => {
    if (code === 0 && expected === undefined) return out.toString()
    throw new Mistakes([`${from}: ${expected ?? err}.`])
  }
  const top = await git(cwd, 'rev-parse', '--show-toplevel')
  const isNowhere = top.err.includes('not a git repository')
  const root = lineOf(need(top, isNowhere ? 'this folder is in no git repository' : undefined))

  const named = await git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)
  const isCommit = named.err !== '' || /^[0-9a-f]+\n$/.test(named.out.toString())
  const commit = lineOf(need(named, isCommit ? undefined : `${quote(ref)} names no commit`))

  const ancestor = await git(root, 'merge-base', commit, 'HEAD')
  const apart = `${quote(ref)} and HEAD have no commit in common; a shallow clone may lack it`
  const base = lineOf(need(ancestor, ancestor.code === 1 ? apart : undefined))

  const options = ['--name-status', '-z', '--find-renames', '--no-relative', '--no-ext-diff']
  const changed = need(await git(root, 'diff', ...options, base, '--'))
  const untracked = need(await git(root, 'ls-files', '--others', '--exclude-standard', '-z'))
  const names = namesBefore(changed, untracked)
  const realRoot = await realpath(root)
  return async (path) => {
    const file = resolve(cwd, path)
    const real = join(await realpath(dirname(file)), basename(file))
    const name = names.get(slashed(relative(realRoot, real)))
    return name == null ? name : textOf(await git(root, 'cat-file', 'blob', `${base}:${name}`))
  }
}

/** What changed files were called before, by their paths from the root; null for those that are new. */
function namesBefore(changed: string, untracked: string): ReadonlyMap<string, string | null> {
  const names = new Map<string, string | null>()
  // Of each file the status and its name; of a renamed one both names.
  const fields = changed.replace(/\0$/, '').split('\0').values()
  for (const status of fields) {
    const before = fields.next().value ?? ''
    const path = status.startsWith('R') ? (fields.next().value ?? '') : before
    names.set(path, status === 'A' ? null : before)
  }
  for (const path of untracked.split('\0')) if (!names.has(path)) names.set(path, null)
  return names
}

function textOf({ code, out }: Answer): NonNullable<Source['base']> {
  return code === 0 ? decode(out) : { unreadable: 'not a file of the commit before' }
}

function lineOf(out: string): string {
  return out.replace(/\r?\n$/, '')
}

interface Answer {
  readonly code: number
  readonly out: Buffer
  /** Why it did not answer, in its own words; empty where it has none. */
  readonly err: string
}

const mostBytes = 2 ** 26

/** Asks git, which changes nothing. */
function git(cwd: string, ...args: readonly string[]): Promise<Answer> {
  const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' }
  return new Promise((done) => {
    execFile('git', args, { cwd, env, encoding: 'buffer', maxBuffer: mostBytes }, (error, out, complaint) => {
      const [words = ''] = complaint.toString().split('\n')
      const said = words === '' ? '' : `git says: ${words}`
      const isThere = error?.code !== 'ENOENT'
      done({ code: error ? Number(error.code) : 0, out, err: isThere ? said : 'there is no `git` to ask' })
    })
  })
}
