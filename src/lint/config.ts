import type { ReadOptions, SectionKind } from '../postmortem/postmortem.ts'
import type { Severity } from './rule.ts'

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

/** Everything a run is told, complete and checked. */
export interface Config {
  readonly profile: Profile
  /** Globs of documents, and of those left out. */
  readonly files: readonly string[]
  readonly exclude: readonly string[]
  readonly read: ReadOptions
  /** The profile's settings with the user's laid over them. */
  readonly rules: Readonly<Record<string, Setting>>
  readonly failOn: Severity | 'never'
}
