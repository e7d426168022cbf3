import type { Setting } from './lint/config.ts'
import { linter } from './lint/lint.ts'
import { resolveConfig } from './lint/resolve.ts'
import type { FileReport } from './lint/run.ts'
import { profiles } from './profiles/index.ts'
import { rules } from './rules/index.ts'

export type { Config, Profile, Setting } from './lint/config.ts'
export type { Finding } from './lint/finding.ts'
export { Mistakes } from './lint/mistake.ts'
export type { Example, Problem, Rule, Severity } from './lint/rule.ts'
export type { FileReport, Run, Source } from './lint/run.ts'
export { parseMarkdown } from './postmortem/parse.ts'
export type * from './postmortem/postmortem.ts'
export { readPostmortem } from './postmortem/read.ts'
export { profiles, rules }

export interface LintOptions {
  /** A name of `profiles`; `alx` if left out. */
  readonly profile?: string
  /** Settings by the ids of rules, laid over those of the profile. */
  readonly rules?: Readonly<Record<string, Setting>>
  /** How the report calls the document. */
  readonly path?: string
}

/** What the rules find in a Markdown text, and the facts read from it. Throws `Mistakes` for options that are not known. */
export function lint(text: string, options: LintOptions = {}): FileReport {
  const { profile, path = '', rules: settings = {} } = options
  const wishes = Object.entries(settings).map(([id, value]) => ({ id, value, from: 'rules' }))
  const wish = profile === undefined ? {} : { profile: { value: profile, from: 'profile' } }
  const config = resolveConfig([{ ...wish, rules: wishes }], { rules, profiles })
  return linter(config, rules)({ path, text })
}
