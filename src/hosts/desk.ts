import { stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, posix, relative, resolve } from 'node:path'
import process from 'node:process'
import { escapePath } from 'tinyglobby'
import type { Source } from '../lint/run.ts'
import { configNames } from './configure.ts'
import { readDocument } from './files.ts'

/**
 * The folder in which commands are typed, and the one that paths and globs of a configuration are relative to: it is the
 * same, or lies above it.
 */
export interface Desk {
  readonly cwd: string
  readonly base: string
}

/**
 * The desk of a folder: its base is the nearest folder with a configuration file, up to the root of the repository; itself
 * where there is none, or no repository.
 */
export async function deskIn(cwd: string): Promise<Desk> {
  const folders: string[] = []
  for (let folder = cwd; ; folder = dirname(folder)) {
    folders.push(folder)
    if (await isThere(join(folder, '.git'))) break
    if (folder === dirname(folder)) return { cwd, base: cwd }
  }
  for (const base of folders)
    for (const name of configNames) if (await isThere(join(base, name))) return { cwd, base }
  return { cwd, base: cwd }
}

/** The text of a file by its path from the base; undefined where there is none. */
export async function readFromBase({ base }: Desk, path: string): Promise<Source['text'] | undefined> {
  const file = resolve(base, path)
  return (await isThere(file)) ? readDocument(file) : undefined
}

/** A path as it was typed, from the base. */
export function pathFromBase({ cwd, base }: Desk, typed: string): string {
  return cwd === base || isAbsolute(typed) ? typed : posix.join(slashed(relative(base, cwd)), typed)
}

/** A glob likewise: no character of the folder's own name is a sign of it. */
export function globFromBase({ cwd, base }: Desk, typed: string): string {
  return cwd === base || isAbsolute(typed)
    ? typed
    : posix.join(escapePath(slashed(relative(base, cwd))), typed)
}

/** A path from the base, as it would be typed. */
export function asTyped({ cwd, base }: Desk, path: string): string {
  return cwd === base || isAbsolute(path) ? path : slashed(relative(cwd, resolve(base, path)))
}

export function slashed(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}
