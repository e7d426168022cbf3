import { createHash } from 'node:crypto'
import { lstat, readdir, readFile, realpath } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { glob } from 'tinyglobby'
import type { Config } from '../../lint/config.ts'
import type { Host, Source } from '../../lint/run.ts'
import { decode, maxBytes } from '../../lint/unreadable.ts'
import { findFiles, readDocument } from '../files.ts'

/**
 * Reads the documents of a checkout. What it holds may be a stranger's: only regular files inside the repository are read,
 * and no link is followed. Throws where nothing is checked out.
 */
export async function readCheckout(
  folder: string,
  { files, exclude }: Config,
  linkTo: (path: string) => string,
): ReturnType<Host['read']> {
  const root = await rootOf(folder)
  const sources: Source[] = []
  const notices: string[] = []
  for (const found of await findFiles(root, files, exclude)) {
    const file = resolve(root, found)
    const path = relative(root, file).replaceAll(sep, '/')
    if (await isInside(file, root)) sources.push({ path, text: await readDocument(file), link: linkTo(path) })
    else notices.push(`${path} lies outside the repository and was left out`)
  }
  if (sources.length === 0) notices.unshift('No file of the checkout looks like a postmortem')
  return { sources, notices }
}

/** The text of a regular file inside the repository; undefined where there is none. */
export async function readInside(folder: string, path: string): Promise<Source['text'] | undefined> {
  try {
    const root = await rootOf(folder)
    const file = resolve(root, path)
    return (await isInside(file, root)) ? await readDocument(file) : undefined
  } catch {
    return
  }
}

/**
 * The text of a file of the checkout if git knows its content by this hash; undefined where it is not there, not a regular
 * file inside the repository, or another version.
 */
export async function readBlob(
  folder: string,
  path: string,
  blob: string,
): Promise<Source['text'] | undefined> {
  try {
    const root = await rootOf(folder)
    const file = resolve(root, path)
    if (!(await isInside(file, root)) || (await lstat(file)).size > maxBytes) return
    const bytes = await readFile(file)
    return blobOf(bytes) === blob ? decode(bytes) : undefined
  } catch {
    return
  }
}

/** The hash by which git knows a content. */
export function blobOf(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

/** The root of the repository: the folder, or the one below it that `actions/checkout` was given as its `path`. */
async function rootOf(folder: string): Promise<string> {
  const names = await readdir(folder)
  if (names.length === 0) {
    throw new Error(
      'The workspace is empty: without a pull request, actions/checkout has to run before this action',
    )
  }
  const repositories = names.includes('.git') ? [] : await glob('*/.git/HEAD', { cwd: folder, dot: true })
  const [only = ''] = repositories.length === 1 ? repositories : []
  return realpath(join(folder, dirname(dirname(only))))
}

async function isInside(file: string, root: string): Promise<boolean> {
  const status = await lstat(file)
  return status.isFile() && (await realpath(file)).startsWith(root + sep)
}
