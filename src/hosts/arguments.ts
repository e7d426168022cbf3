import { parseArgs } from 'node:util'
import { failOns, ruleWish, type Wishes } from '../lint/config.ts'
import { type Given, nearest, quote, unknownName } from '../lint/mistake.ts'
import { profiles } from '../profiles/index.ts'

export const formats = ['pretty', 'json', 'sarif', 'github'] as const
export type Format = (typeof formats)[number]

/** A command line as it was typed, with every mistake in how it was typed. */
export interface Arguments {
  /** What to print instead of linting. */
  readonly show?: 'help' | 'version'
  readonly format: Format
  /** Files, folders and globs; `-` is the standard input. */
  readonly paths: readonly string[]
  readonly wishes: Wishes
  /** The path of the configuration file. */
  readonly config?: Given
  /** A commit: only what changed since HEAD left it is linted, and held against it. */
  readonly since?: Given
  readonly mistakes: readonly string[]
}

const options = {
  config: { type: 'string' },
  exclude: { type: 'string', multiple: true },
  'fail-on': { type: 'string' },
  format: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  profile: { type: 'string' },
  rule: { type: 'string', multiple: true },
  since: { type: 'string' },
  template: { type: 'string' },
  version: { type: 'boolean', short: 'v' },
} as const

export const help = `Reviews incident postmortems: sections, timeline, length, language.

postmortem-lint [options] [path or glob ...]

Paths are files, folders (all Markdown below them) and globs; - is the standard input.
Without a path, every file below this folder whose path looks like a postmortem's.

  --format NAME         ${formats.join(', ')}; ${formats[0]} if left out
  --profile NAME        house style: ${Object.keys(profiles).join(', ')}; alx if left out
  --template FILE       the team's own template: its titles are asked for, its sentences not left over
  --config FILE         configuration; without it .github/postmortem-lint.yml or .postmortem-lint.yml of
                        this folder, or the nearest above it in the repository
  --since REF           as a pull request would: files that changed since the branch left REF, such as
                        origin/main, uncommitted and untracked ones too; what stood there before does not fail
  --fail-on LEVEL       least level that fails: ${failOns.join(', ')}; error if left out
  --rule ID=SETTING     off, error, warning or info; with options: word-count=error,{"max":600}
                        (several times for several rules)
  --exclude GLOB        leave out what a folder or glob brings (several times)
  -h, --help            print this
  -v, --version         print the version

Exit code: 0 nothing at or above --fail-on, 1 findings, 2 wrong use or broken configuration.
`

/** Reads a command line; rules, profile and levels are checked later. */
export function readArguments(argv: readonly string[]): Arguments {
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const typed = tokens.filter((token) => token.kind === 'option')
  const has = (name: Name): boolean => typed.some((token) => token.name === name && token.value === undefined)
  const all = (name: Name): readonly Given[] =>
    typed.flatMap((token) => (token.name === name && token.value !== undefined ? [givenOf(token)] : []))
  const last = (name: Name): Given | undefined => all(name).at(-1)
  const [format, profile, failOn] = [last('format'), last('profile'), last('fail-on')]
  const [config, template, since] = [last('config'), last('template'), last('since')]
  const known = formats.find((name) => name === format?.value)
  const paths = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  return {
    ...(has('help') ? { show: 'help' } : has('version') ? { show: 'version' } : {}),
    format: known ?? 'pretty',
    paths,
    ...(config && { config }),
    ...(since && { since }),
    wishes: {
      files: paths,
      exclude: all('exclude').map(({ value }) => value),
      rules: all('rule').map(({ value, from }) => ruleWish(value, from)),
      ...(profile && { profile }),
      ...(template && { template }),
      ...(failOn && { failOn }),
      ...(since && { scope: { value: 'new', from: since.from } }),
    },
    mistakes: [
      ...typed.flatMap(mistakesOf),
      ...(format && !known ? [unknownName(format, 'format', formats)] : []),
      ...(since && paths.includes('-') ? [`${since.from}: the standard input has no version before.`] : []),
    ],
  }
}

type Name = keyof typeof options

function isName(name: string): name is Name {
  return Object.hasOwn(options, name)
}

interface Typed {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

function givenOf({ rawName, value = '' }: Typed): Given {
  return { value, from: rawName }
}

function mistakesOf({ name, rawName, value, inlineValue }: Typed): readonly string[] {
  if (!isName(name)) return [unknownOption(rawName)]
  if (options[name].type === 'boolean') return value === undefined ? [] : [`${rawName} takes no value.`]
  const isOption = !inlineValue && value?.startsWith('-') && value !== '-'
  return value === undefined || isOption ? [`${rawName} needs a value.`] : []
}

function unknownOption(written: string): string {
  const guess = nearest(
    written,
    Object.keys(options).map((name) => `--${name}`),
  )
  const hint = guess === undefined ? '--help lists them.' : `Did you mean ${quote(guess)}?`
  return `${quote(written)} is no known option. ${hint}`
}
