import { getDotPath, safeParse } from 'valibot'
import type { Setting } from './config.ts'
import { type Given, nearest, quote } from './mistake.ts'
import { type Rule, type Severity, severities } from './rule.ts'

/** A setting as a user may write it, checked against its rule; or every mistake in it. */
export type Checked = { readonly setting: Setting } | { readonly mistakes: readonly string[] }

type Options = Readonly<Record<string, unknown>>

/** Other ways to write a severity, as remark's own lint rules accept them. */
const spellings: ReadonlyMap<unknown, Severity | 'off' | 'on'> = new Map<unknown, Severity | 'off' | 'on'>([
  ...severities.map((severity) => [severity, severity] as const),
  ['off', 'off'],
  ['on', 'on'],
  ['warn', 'warning'],
  [false, 'off'],
  [true, 'on'],
  [0, 'off'],
  [1, 'warning'],
  [2, 'error'],
])

/**
 * Reads what a user gave a rule: a severity, or a severity with options. What it leaves open stays as in `base`: the
 * severity where it is only switched on, and the options that it does not name.
 */
export function checkSetting(rule: Rule, given: Given<unknown>, base: Setting): Checked {
  const [written, options = {}]: readonly unknown[] = Array.isArray(given.value) ? given.value : [given.value]
  const where = `${given.from}: ${quote(rule.id)}`
  const severity = spellings.get(written)
  const mistakes = severity === undefined ? [noSeverity(where, written)] : []
  if (!isOptions(options)) return { mistakes: [...mistakes, noObject(where, options)] }
  const merged = { ...optionsOf(base), ...options }
  mistakes.push(...optionMistakes(rule, merged, where))
  if (severity === undefined || mistakes.length > 0) return { mistakes }
  if (severity === 'off') return { setting: 'off' }
  return { setting: [severity === 'on' ? severityOf(base, rule) : severity, merged] }
}

/** The options of a setting, as far as it names them. */
export function optionsOf(setting: Setting): Options {
  return typeof setting === 'string' ? {} : setting[1]
}

function severityOf(base: Setting, rule: Rule): Severity {
  const severity = typeof base === 'string' ? base : base[0]
  if (severity !== 'off') return severity
  return rule.severity === 'off' ? 'warning' : rule.severity
}

function isOptions(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function noSeverity(where: string, written: unknown): string {
  const found = written === undefined ? 'no setting' : `the setting ${quote(show(written))}`
  const guess = typeof written === 'string' ? nearest(written, [...severities, 'off']) : undefined
  const hint = guess === undefined ? '' : ` Did you mean ${quote(guess)}?`
  return `${where} has ${found}.${hint} Known: \`off\`, ${severities.map(quote).join(', ')}.`
}

function noObject(where: string, options: unknown): string {
  return `${where} has the options ${quote(show(options))}; they are a JSON object such as \`{"name": 1}\`.`
}

function optionMistakes(rule: Rule, options: Options, where: string): readonly string[] {
  const known = optionNames(rule)
  const unknown = Object.keys(options).filter((name) => !known.includes(name))
  const wrong = safeParse(rule.options, options).issues ?? []
  return [
    ...unknown.map((name) => noOption(where, name, known)),
    ...wrong
      .filter((issue) => !unknown.includes(String(issue.path?.[0]?.key)))
      .map((issue) => {
        const path = getDotPath(issue) ?? 'options'
        const allowed = issue.expected === null ? issue.message : `allowed is ${issue.expected}`
        return `${where} has ${quote(`${path}: ${issue.received}`)}; ${allowed}.`
      }),
  ]
}

function noOption(where: string, name: string, known: readonly string[]): string {
  if (known.length === 0) return `${where} has no option ${quote(name)}: it takes none.`
  const guess = nearest(name, known)
  const hint = guess === undefined ? '' : ` Did you mean ${quote(guess)}?`
  return `${where} has no option ${quote(name)}.${hint} Known: ${known.map(quote).join(', ')}.`
}

/** The names that a rule's options may have. */
export function optionNames(rule: Rule): readonly string[] {
  const { options } = rule
  return 'entries' in options && isOptions(options.entries) ? Object.keys(options.entries) : []
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
}
