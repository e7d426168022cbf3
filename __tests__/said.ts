import type { Config } from '../src/lint/config.ts'
import type { Finding } from '../src/lint/finding.ts'
import { linter } from '../src/lint/lint.ts'
import type { Example, Rule } from '../src/lint/rule.ts'
import { profiles } from '../src/profiles/index.ts'

/** A configuration that sets nothing but some rules. */
export function configOf(rules: Config['rules'], more: Partial<Config> = {}): Config {
  const { minimal } = profiles
  if (!minimal) throw new Error('there is no profile called minimal')
  return { profile: minimal, files: [], exclude: [], read: {}, rules, failOn: 'error', scope: 'new', ...more }
}

/** What a rule alone finds in an example. */
export function findingsOf(
  rule: Rule,
  { text, options = {} }: Pick<Example, 'text' | 'options'>,
): readonly Finding[] {
  const config = configOf({ [rule.id]: [rule.severity === 'off' ? 'warning' : rule.severity, options] })
  return linter(config, [rule])({ path: 'example.md', text }).findings
}

/** The same as examples put it: `line: message`. */
export function saidBy(rule: Rule, example: Pick<Example, 'text' | 'options'>): readonly string[] {
  return findingsOf(rule, example).map(({ line, message }) => `${line}: ${message}`)
}
