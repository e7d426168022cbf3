import type { Source } from './run.ts'

/** Why a file could not be read, said as a finding of this rule; it has no file in src/rules, for there is no document. */
export const unreadable = {
  id: 'unreadable',
  summary: 'A file can be read.',
  why: `A file larger than 1 MiB, one that is not UTF-8 text, and one whose markup is nested so deeply, or broken in so
many places, that no parser reads it in reasonable time: each is refused with this one finding, and the other files are
linted as ever. No postmortem looks like that; a file that does is a mistake, or meant to stop the linter.`,
} as const

/** Bytes that a document may have. */
export const maxBytes = 2 ** 20

/** The text of a file, or why it is none. A byte order mark is no part of the text. */
export function decode(bytes: Uint8Array): Source['text'] {
  if (bytes.byteLength > maxBytes) return { unreadable: 'larger than 1 MiB' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? { unreadable: 'not UTF-8 text' } : text
  } catch {
    return { unreadable: 'not UTF-8 text' }
  }
}
