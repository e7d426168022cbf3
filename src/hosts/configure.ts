import { posix } from 'node:path'
import type { Config, Profile, Wishes } from '../lint/config.ts'
import { readConfigFile } from '../lint/configFile.ts'
import { type Given, quote, unknownName } from '../lint/mistake.ts'
import { type Known, resolveConfig } from '../lint/resolve.ts'
import type { Source } from '../lint/run.ts'
import { profiles } from '../profiles/index.ts'
import { fromTemplate } from '../profiles/template.ts'
import { rules } from '../rules/index.ts'

/** What flags or inputs ask for, and the mistakes in how they ask. */
export interface Asked {
  readonly wishes: Wishes
  /** The path of the configuration file; one of `configNames` is looked for without it. */
  readonly config?: Given
  readonly mistakes: readonly string[]
}

/** The text of a file by its path relative to the root of the configuration; undefined where there is none. */
export type ConfigText = (path: string) => Promise<Source['text'] | undefined>

/** Where configuration files are looked for, the first that is there counts. */
export const configNames = ['.github/postmortem-lint.yml', '.postmortem-lint.yml'] as const

/**
 * What is asked for, laid over what the configuration file says and what that builds on, with the templates that they name.
 * Throws `Mistakes` with every mistake in all of it.
 */
export async function configure({ wishes, config, mistakes }: Asked, read: ConfigText): Promise<Config> {
  const file = config ? await readFile(config, read, []) : await readUsual(read)
  const layers = [...file.layers, wishes]
  const known = { rules, profiles, templates: await readTemplates(layers, read) }
  return resolveConfig(layers, known, [...mistakes, ...file.mistakes])
}

/** What a file says, over what it builds on, and every mistake in them. */
interface Loaded {
  readonly layers: readonly Wishes[]
  readonly mistakes: readonly string[]
}

async function readUsual(read: ConfigText): Promise<Loaded> {
  const texts = await Promise.all(configNames.map(read))
  const index = texts.findIndex((text) => text !== undefined)
  const path = configNames[index]
  return path === undefined
    ? { layers: [], mistakes: [] }
    : load({ value: path, from: path }, texts[index], read, [])
}

async function readFile(path: Given, read: ConfigText, above: readonly string[]): Promise<Loaded> {
  return load(path, await read(posix.normalize(path.value)), read, above)
}

/** Makes layers of the text of a file; `above` are the files that build on it. */
async function load(
  { value: path, from }: Given,
  text: Source['text'] | undefined,
  read: ConfigText,
  above: readonly string[],
): Promise<Loaded> {
  const refuse = (why: string): Loaded => ({ layers: [], mistakes: [`${from}: ${quote(path)} ${why}.`] })
  if (text === undefined) return refuse('is not there')
  if (typeof text !== 'string') return refuse(`cannot be read: ${text.unreadable}`)
  const own = posix.normalize(path)
  if (above.includes(own)) return refuse('builds on itself')
  const { wishes, bases, mistakes } = readConfigFile(text, path)
  const loaded = await Promise.all(bases.map((base) => readBase(base, read, [...above, own])))
  return {
    layers: [...loaded.flatMap(({ layers }) => layers), wishes],
    mistakes: [...loaded.flatMap((one) => one.mistakes), ...mistakes],
  }
}

/** A house style by its name, or a file by its path. */
async function readBase(base: Given, read: ConfigText, above: readonly string[]): Promise<Loaded> {
  const names = Object.keys(profiles)
  if (names.includes(base.value)) return { layers: [{ profile: base }], mistakes: [] }
  if (/\.ya?ml$/.test(base.value)) return readFile(base, read, above)
  return { layers: [], mistakes: [unknownName(base, 'house style or path of a `.yml` file', names)] }
}

/** What each template that is named makes of a house style, or what is wrong with it. */
async function readTemplates(
  layers: readonly Wishes[],
  read: ConfigText,
): Promise<NonNullable<Known['templates']>> {
  const styles = layers.flatMap((layer) => [layer, ...(layer.overrides ?? [])])
  const paths = new Set(styles.flatMap(({ template }) => (template ? [template.value] : [])))
  const texts = [...paths].map(async (path) => [path, await read(posix.normalize(path))] as const)
  const made = (await Promise.all(texts)).map(([path, text]) => [path, furnisher(path, text)] as const)
  return new Map(made)
}

function furnisher(path: string, text: Source['text'] | undefined): (house: Profile) => Profile | string {
  if (text === undefined) return () => 'is not there'
  if (typeof text !== 'string') return () => `cannot be read: ${text.unreadable}`
  return (house) => {
    try {
      return fromTemplate(text, path, house) ?? 'has no titles of sections'
    } catch (error) {
      if (error instanceof RangeError) return 'is nested too deeply, or too much of it is unclosed'
      throw error
    }
  }
}
