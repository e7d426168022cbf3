import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import { getSystemErrorMap } from 'node:util'
import { glob } from 'tinyglobby'
import type { Source } from '../lint/run.ts'
import { decode, maxBytes } from '../lint/unreadable.ts'

/**
 * Files that match globs, in the order of their names; relative to `root` with forward slashes, or absolute where a glob
 * is. Links are not followed, so that no link leads out of `root` or around in a ring.
 */
export async function findFiles(
  root: string,
  globs: readonly string[],
  exclude: readonly string[],
): Promise<readonly string[]> {
  const found = await glob(globs, {
    cwd: root,
    ignore: exclude,
    absolute: globs.some((pattern) => isAbsolute(pattern)),
    caseSensitiveMatch: false,
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
  })
  return found.toSorted()
}

/** The text of a file, or why it has none. A file that is too large is not read. */
export async function readDocument(path: string): Promise<Source['text']> {
  try {
    const file = await stat(path)
    if (!file.isFile()) return await readStream(createReadStream(path))
    if (file.size > maxBytes) return decode(new Uint8Array(maxBytes + 1))
    return decode(await readFile(path))
  } catch (error) {
    return { unreadable: reasonOf(error) }
  }
}

/** The text that a stream brings; it is left where it brings more than a document may have. */
export async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Source['text']> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    size += chunk.byteLength
    if (size > maxBytes) break
  }
  return decode(Buffer.concat(chunks))
}

/** What the operating system says: "permission denied". */
function reasonOf(error: unknown): string {
  const errno = error instanceof Error && 'errno' in error ? Number(error.errno) : Number.NaN
  return getSystemErrorMap().get(errno)?.[1] ?? String(error)
}
