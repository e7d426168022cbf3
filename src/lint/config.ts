import type { ReadOptions, SectionKind } from '../postmortem/postmortem.ts'
import { type Given, Mistakes, unknownName } from './mistake.ts'
import { type Rule, type Severity, severities } from './rule.ts'
import { checkSetting } from './setting.ts'

/** How a rule is set: `'off'`, a severity, or a severity with options. */
export type Setting = 'off' | Severity | readonly [Severity, Readonly<Record<string, unknown>>]

/** A house style: data of the same shape as a user's configuration. */
export interface Profile {
  readonly name: string
  /** Where the style is described: a title and an address. */
  readonly source: string
  readonly sections: {
    /** In the order in which they are asked for. */
    readonly required: readonly SectionKind[]
    readonly optional: readonly SectionKind[]
    /** The title to offer for each. */
    readonly titles: { readonly [K in SectionKind]?: string }
  }
  readonly rules: Readonly<Record<string, Setting>>
}

/** How severe findings may be at most, by the status that a document gives itself, in lower case. */
export type Caps = Readonly<Record<string, Severity>>

/** What documents are held to besides rules. */
export interface Judging {
  readonly status?: Caps
  /** May comments in a document switch rules off? Yes, unless told otherwise. */
  readonly inlineDisable?: boolean
}

/** How a document is read and judged. */
export interface Style extends Judging {
  readonly profile: Profile
  readonly read: ReadOptions
  /** The profile's settings with the user's laid over them. */
  readonly rules: Readonly<Record<string, Setting>>
}

/** Everything a run is told, complete and checked. */
export interface Config extends Style {
  /** Globs of documents, and of those left out. */
  readonly files: readonly string[]
  readonly exclude: readonly string[]
  /** The style of the document at a path, where it is not that of all. */
  readonly styleOf?: (path: string) => Style
  readonly failOn: FailOn
  readonly scope: Scope
}

/**
 * Which findings may fail a run: `new`, those that the base version did not have; `changed`, all of the files that were changed;
 * `all`, all of every file.
 */
export const scopes = ['new', 'changed', 'all'] as const
export type Scope = (typeof scopes)[number]

export const failOns = [...severities, 'never'] as const
export type FailOn = (typeof failOns)[number]

/** Endings of Markdown files, for globs. */
export const markdown = '{md,markdown,mdx}'

/** Paths that look like postmortems; matched without regard to case. */
export const defaultFiles: readonly string[] = [
  `**/*{post-mortem,post_mortem,postmortem}*.${markdown}`,
  `**/*{post-mortem,post_mortem,postmortem}*/**/*.${markdown}`,
  `**/{incident,incidents,outage,outages,morgue,rca,rcas,coe,pir}/**/*.${markdown}`,
  `**/*{incident,outage}{-,_}{report,reports,review,reviews}*.${markdown}`,
  `**/*{incident,outage}{-,_}{report,reports,review,reviews}*/**/*.${markdown}`,
]

/** What is never a document of the repository's own. */
export const neverRead: readonly string[] = ['**/node_modules/**', '**/.git/**']

/** What lies beside postmortems and is none. */
export const defaultExclude: readonly string[] = [`**/*template*`, `**/*template*/**`]

/** What a user asks for; what is absent comes from the profile and the defaults. */
export interface Wishes {
  readonly profile?: Given
  readonly files?: readonly string[]
  readonly exclude?: readonly string[]
  readonly failOn?: Given
  readonly scope?: Given
  readonly rules?: readonly RuleWish[]
}

/** A setting that a user gave to a rule, not yet checked. */
export interface RuleWish extends Given<unknown> {
  readonly id: string
}

/** Complete and checked. Throws `Mistakes` with every mistake at once, those found `before` among them. */
export function resolveConfig(
  wishes: Wishes,
  rules: readonly Rule[],
  profiles: Readonly<Record<string, Profile>>,
  before: readonly string[] = [],
): Config {
  const profile = choose(wishes.profile, 'profile', Object.keys(profiles), 'alx')
  const failOn = choose(wishes.failOn, 'level', failOns, 'error')
  const scope = choose(wishes.scope, 'scope', scopes, 'new')
  const house = profiles[profile.value]
  const set = layRules(wishes.rules ?? [], rules, house?.rules ?? {})
  const mistakes = [...before, ...profile.mistakes, ...failOn.mistakes, ...scope.mistakes, ...set.mistakes]
  if (!house || mistakes.length > 0) throw new Mistakes(mistakes)
  return {
    profile: house,
    ...pathsOf(wishes),
    read: { titles: titlesOf(house) },
    rules: set.rules,
    failOn: failOn.value,
    scope: scope.value,
  }
}

/** Globs that were named are taken at their word; only the default ones leave out what lies beside postmortems. */
function pathsOf({ files = [], exclude = [] }: Wishes): Pick<Config, 'files' | 'exclude'> {
  return files.length > 0
    ? { files, exclude: [...neverRead, ...exclude] }
    : { files: defaultFiles, exclude: [...neverRead, ...defaultExclude, ...exclude] }
}

interface Choice<Name> {
  readonly value: Name
  readonly mistakes: readonly string[]
}

function choose<Name extends string>(
  given: Given | undefined,
  what: string,
  known: readonly Name[],
  otherwise: Name,
): Choice<Name> {
  if (given === undefined) return { value: otherwise, mistakes: [] }
  const value = known.find((name) => name === given.value)
  return value === undefined
    ? { value: otherwise, mistakes: [unknownName(given, what, known)] }
    : { value, mistakes: [] }
}

/** The wishes laid over the settings of the house, the later over the earlier. */
function layRules(
  wishes: readonly RuleWish[],
  rules: readonly Rule[],
  house: Readonly<Record<string, Setting>>,
): { readonly rules: Config['rules']; readonly mistakes: readonly string[] } {
  const set = new Map(Object.entries(house))
  const mistakes: string[] = []
  for (const wish of wishes) {
    const rule = rules.find(({ id }) => id === wish.id)
    if (!rule) {
      const known = rules.map(({ id }) => id)
      mistakes.push(unknownName({ value: wish.id, from: wish.from }, 'rule', known))
      continue
    }
    const checked = checkSetting(rule, wish, set.get(rule.id) ?? rule.severity)
    if ('mistakes' in checked) mistakes.push(...checked.mistakes)
    else set.set(rule.id, checked.setting)
  }
  return { rules: Object.fromEntries(set), mistakes }
}

/** A house's own titles are known to the reader. */
function titlesOf({ sections }: Profile): NonNullable<ReadOptions['titles']> {
  return Object.fromEntries(Object.entries(sections.titles).map(([kind, title]) => [kind, [title]]))
}

/** `ID=SETTING` as flags and inputs give it: `word-count=off`, `word-count=error,{"max": 600}`. */
export function ruleWish(text: string, from: string): RuleWish {
  const [id, setting] = splitOnce(text, '=')
  const [severity, options] = splitOnce(setting ?? '', ',')
  if (setting === undefined) return { id: id.trim(), value: undefined, from }
  return {
    id: id.trim(),
    value: options === undefined ? severity.trim() : [severity.trim(), json(options)],
    from,
  }
}

function splitOnce(text: string, mark: string): readonly [string, string?] {
  const at = text.indexOf(mark)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)]
}

/** The value of a JSON text; the text itself where it is none, so that the check can show it. */
function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
