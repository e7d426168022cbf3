import { createHash } from 'node:crypto'

/** What a path of a commit holds: a file's text or bytes, or something that is no file. */
export type Entry = string | Uint8Array | { readonly symlink: string } | { readonly submodule: string }
export type Tree = Readonly<Record<string, Entry>>

export function isFile(entry: Entry): entry is string | Uint8Array {
  return typeof entry === 'string' || entry instanceof Uint8Array
}

/** The hash by which git knows an entry. */
export function hash(entry: Entry | undefined): string {
  if (typeof entry === 'object' && 'submodule' in entry) return entry.submodule
  const bytes = Buffer.from(entry === undefined ? '' : isFile(entry) ? entry : entry.symlink)
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}
