import { type BaseIssue, safeParse } from 'valibot'
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { SectionWishes, StyleWishes, Wishes } from './config.ts'
import { type Given, quote, unknownName } from './mistake.ts'
import { type Configuration, configuration, namesAt, type Override } from './options.ts'

/** A configuration file as it was written, with every mistake in it. */
export interface ConfigFile {
  readonly wishes: Wishes
  /** Names of house styles and paths of files that it builds on, in order. */
  readonly bases: readonly Given[]
  readonly mistakes: readonly string[]
}

type Key = string | number
/** Tells where what stands at a path of keys was given: `.github/postmortem-lint.yml:3`. */
type Citing = (...keys: readonly Key[]) => string

/** How often aliases may be followed in all: more than anybody needs, less than would fill the memory. */
const mostAliases = 100
/** More characters than anybody writes; beyond them the parser takes its time. */
const longest = 2 ** 16

/** Reads a configuration file: YAML 1.2 without tags. `path` is what sentences call it. */
export function readConfigFile(text: string, path: string): ConfigFile {
  if (text.length > longest) return mistaken([`${path}: the file has more than ${longest} characters.`])
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, resolveKnownTags: false })
  const at = (offset: number): string => `${path}:${lines.linePos(offset).line}`
  const broken = [...document.errors, ...document.warnings]
  if (broken.length > 0) return mistaken(broken.map(({ pos, message }) => `${at(pos[0])}: ${message}.`))
  const value = plainOf(document)
  if (value instanceof ReferenceError) return mistaken([`${path}: ${value.message}.`])
  if (!isRecord(value))
    return mistaken([`${path}: ${quote(show(value))} is no mapping of options such as \`profile: alx\`.`])
  const from: Citing = (...keys) => at(offsetOf(document, keys))
  const flaws = flawsIn(value)
  const sound = withoutFlaws(value, flaws)
  const { output, success } = safeParse(configuration, sound)
  const mistakes = flaws.map((flaw) => sentenceOf(flaw, from))
  return success ? { ...wishesOf(output, from), mistakes } : mistaken(mistakes)
}

function mistaken(mistakes: readonly string[]): ConfigFile {
  return { wishes: {}, bases: [], mistakes }
}

/** The document as a plain value, in which what is left empty is absent; an error for aliases that lead nowhere or too far. */
function plainOf(document: Document): unknown {
  try {
    return present(document.toJS({ maxAliasCount: mostAliases }) ?? {})
  } catch (error) {
    if (error instanceof ReferenceError) return error
    throw error
  }
}

function present(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(present)
  if (!isRecord(value)) return value
  const filled = Object.entries(value).filter(([, one]) => one !== null)
  return Object.fromEntries(filled.map(([key, one]) => [key, present(one)]))
}

/** Where what stands at a path of keys begins: at its key in a mapping; if it is not there, what it would stand in. */
function offsetOf(document: Document, keys: readonly Key[]): number {
  let node: unknown = document.contents
  let offset = 0
  for (const key of keys) {
    if (isAlias(node)) node = node.resolve(document)
    const pair = isMap(node)
      ? node.items.find((one) => isScalar(one.key) && String(one.key.value) === String(key))
      : undefined
    const place: unknown = isSeq(node) ? node.items[Number(key)] : pair?.key
    offset = (isScalar(place) || isMap(place) || isSeq(place) ? place.range?.[0] : undefined) ?? offset
    node = isSeq(node) ? place : pair?.value
  }
  return offset
}

/** What is wrong at a path of keys. */
interface Flaw {
  readonly keys: readonly Key[]
  readonly issue: BaseIssue<unknown>
}

/** Every flaw in the shape of a configuration; of a list, those of its items. */
function flawsIn(value: unknown): readonly Flaw[] {
  return (safeParse(configuration, value).issues ?? []).flatMap((issue) => flawsOf(issue, []))
}

function flawsOf(issue: BaseIssue<unknown>, above: readonly Key[]): readonly Flaw[] {
  const own = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
  const inner = (issue.issues ?? []).filter(({ path }) => path)
  const keys = [...above, ...own]
  return inner.length > 0 ? inner.flatMap((one) => flawsOf(one, keys)) : [{ keys, issue }]
}

/** A value without the options that have flaws; where that is not enough, without all that they stand in. */
function withoutFlaws(value: unknown, flaws: readonly Flaw[]): unknown {
  const rest = flaws.reduce((left, { keys }) => without(left, keys), value)
  return flawsIn(rest).reduce((left, { keys }) => without(left, keys.slice(0, 1)), rest)
}

/** A value without what stands at a path of keys; without the whole list for an item of one. */
function without(value: unknown, [key = '', ...rest]: readonly Key[]): unknown {
  const inner = Array.isArray(value) ? value[Number(key)] : isRecord(value) ? value[key] : undefined
  const left = rest.length > 0 ? without(inner, rest) : undefined
  if (Array.isArray(value)) return left === undefined ? undefined : value.with(Number(key), left)
  if (!isRecord(value)) return undefined
  const others = Object.entries(value).filter(([name]) => name !== key)
  return Object.fromEntries(left === undefined ? others : [...others, [key, left]])
}

function sentenceOf({ keys, issue }: Flaw, from: Citing): string {
  const at = from(...keys)
  const names = keys.filter((key) => typeof key === 'string')
  const option = quote(names.join('.'))
  const isName = issue.path?.at(-1)?.origin === 'key'
  if (issue.type === 'strict_object' && isName) {
    const known = namesAt(keys.slice(0, -1))
    const [name = ''] = names.slice(-1)
    return known.includes(name)
      ? `${at}: ${option} is missing.`
      : unknownName({ value: name, from: at }, 'option', known)
  }
  if (issue.type === 'picklist') {
    const known = [...(issue.expected ?? '').matchAll(/"([^"]*)"/g)].map(([, one = '']) => one)
    const value = isName ? (names.at(-1) ?? '') : show(issue.input)
    const what = isName ? `name in ${quote(names.slice(0, -1).join('.'))}` : option
    return unknownName({ value, from: at }, what, known)
  }
  const allowed = issue.message.startsWith('Invalid ') ? types[issue.expected ?? ''] : issue.message
  return `${at}: ${option} is ${quote(show(issue.input))}; allowed is ${allowed ?? issue.expected}.`
}

/** What the library expects, in words. */
const types: Readonly<Record<string, string>> = {
  Array: 'a list',
  Object: 'a mapping',
  boolean: '`true` or `false`',
  string: 'a text',
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/** What a file asks for; `from` cites its lines. */
function wishesOf(options: Configuration, from: Citing): Omit<ConfigFile, 'mistakes'> {
  const { extends: bases, files, exclude, scope, overrides = [], 'fail-on': failOn } = options
  return {
    bases: listOf(bases).map((value) => ({ value, from: from('extends') })),
    wishes: {
      ...styleWishes(options, from),
      files: listOf(files),
      exclude: listOf(exclude),
      overrides: overrides.map((override, index) => ({
        ...styleWishes(override, (...keys) => from('overrides', index, ...keys)),
        files: listOf(override.files),
      })),
      ...(scope && { scope: { value: scope, from: from('scope') } }),
      ...(failOn && { failOn: { value: failOn, from: from('fail-on') } }),
    },
  }
}

function styleWishes(options: Omit<Override, 'files'>, from: Citing): StyleWishes {
  const { profile, template, sections, timezone, dateOrder, status, rules = {} } = options
  const cited = (value: string, key: string): Given => ({ value, from: from(key) })
  return {
    ...(profile !== undefined && { profile: cited(profile, 'profile') }),
    ...(template !== undefined && { template: cited(template, 'template') }),
    ...(sections && { sections: { value: sectionWishes(sections), from: from('sections') } }),
    ...(timezone !== undefined && { timezone }),
    ...(dateOrder && { dateOrder }),
    ...(status && { status }),
    ...(options['inline-disable'] !== undefined && { inlineDisable: options['inline-disable'] }),
    rules: Object.entries(rules).map(([id, value]) => ({ id, value, from: from('rules', id) })),
  }
}

function sectionWishes({
  required,
  optional,
  titles,
  order,
}: NonNullable<Override['sections']>): SectionWishes {
  return {
    ...(required && { required }),
    ...(optional && { optional }),
    ...(order && { order }),
    ...(titles && {
      titles: Object.fromEntries(Object.entries(titles).map(([kind, value]) => [kind, listOf(value)])),
    }),
  }
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
