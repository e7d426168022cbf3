import type { ReadOptions, SectionKind } from '../postmortem/postmortem.ts'
import type { Given } from './mistake.ts'
import type { FailOn, Scope } from './options.ts'
import type { Severity } from './rule.ts'

export { type FailOn, failOns, type Scope, scopes } from './options.ts'

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
export interface Wishes extends StyleWishes {
  readonly files?: readonly string[]
  readonly exclude?: readonly string[]
  readonly failOn?: Given
  readonly scope?: Given
  /** Wishes for the documents that match `files`; the later over the earlier. */
  readonly overrides?: readonly OverrideWishes[]
}

/** What a user asks for of how documents are read and judged. */
export interface StyleWishes extends Judging, Pick<ReadOptions, 'timezone' | 'dateOrder'> {
  readonly profile?: Given
  /** The path of a template. */
  readonly template?: Given
  readonly sections?: Given<SectionWishes>
  readonly rules?: readonly RuleWish[]
}

export interface OverrideWishes extends StyleWishes {
  readonly files: readonly string[]
}

export interface SectionWishes {
  readonly required?: readonly SectionKind[]
  readonly optional?: readonly SectionKind[]
  /** More titles of a kind; the first is the one to offer. */
  readonly titles?: ReadOptions['titles']
  readonly order?: readonly SectionKind[]
}

/** A setting that a user gave to a rule, not yet checked. */
export interface RuleWish extends Given<unknown> {
  readonly id: string
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
