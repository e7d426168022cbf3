import {
  array,
  boolean,
  check,
  type GenericSchema,
  type InferInput,
  type InferOutput,
  metadata,
  optional,
  picklist,
  pipe,
  record,
  strictObject,
  string,
  union,
  unknown,
} from 'valibot'
import { sectionKinds } from '../postmortem/postmortem.ts'
import { severities } from './rule.ts'

/**
 * Which findings may fail a run: `new`, those that the base version did not have; `changed`, all of the files that were changed;
 * `all`, all of every file.
 */
export const scopes = ['new', 'changed', 'all'] as const
export type Scope = (typeof scopes)[number]

export const failOns = [...severities, 'never'] as const
export type FailOn = (typeof failOns)[number]

/** What holds where nobody says otherwise. */
export const defaults = {
  failOn: 'error',
  scope: 'new',
  status: { draft: 'warning' },
  inlineDisable: true,
} as const

/** Which names there are is checked where they are known. */
export const profileName = string()
export const ruleSettings = record(string(), unknown())

const kind = picklist(sectionKinds)
const path = pipe(string(), check(isInside, 'a path or glob that stays inside the repository'))
const paths = listable(path)

/** What a configuration says of sections. */
export const sectionOptions = strictObject({
  required: option(array(kind), 'Kinds that are asked for, instead of those of the house style.'),
  optional: option(array(kind), 'Kinds of the house style that are not asked for.'),
  titles: option(record(kind, listable(string())), 'More titles of a kind; the first is the one to offer.'),
  order: option(array(kind), 'Kinds from first to last; others may stand anywhere.'),
})

/** What a configuration says of how documents are read and judged. */
const style = {
  profile: option(
    profileName,
    'House style to review by: `alx` if left out, `minimal` where there is a template.',
  ),
  template: option(
    path,
    "Path of a team's own template in Markdown: its titles are asked for, its sentences are not to be left over.",
  ),
  sections: option(sectionOptions, 'What is asked of sections.'),
  timezone: option(
    pipe(string(), check(isTimezone, 'an IANA name such as `Europe/Rome`')),
    'Zone of the times of a timeline that states none: an IANA name.',
  ),
  dateOrder: option(
    picklist(['dmy', 'mdy', 'ymd']),
    'How 04-12-2024 is read where the document does not tell.',
  ),
  rules: option(ruleSettings, 'For each rule `off`, a severity, or a list of a severity and options.'),
  status: option(
    record(string(), picklist(severities)),
    'The most severe that findings may be, by the status that a document gives itself.',
    defaults.status,
  ),
  'inline-disable': option(boolean(), 'May comments in a document switch rules off?', defaults.inlineDisable),
}
const override = strictObject({
  files: pipe(paths, metadata({ description: 'Globs of the documents that this is about.' })),
  ...style,
})

/** The one declaration of what a configuration file may say: names, types, checks, defaults and meanings. */
export const configuration = strictObject({
  extends: option(
    paths,
    'House styles by name, and configuration files by path, that this one is laid over.',
  ),
  ...style,
  files: option(paths, 'Globs of documents; if left out, paths that look like those of postmortems.'),
  exclude: option(paths, 'Globs of what is left out.'),
  'fail-on': option(picklist(failOns), 'Least severity that fails a run.', defaults.failOn),
  scope: option(
    picklist(scopes),
    'What may fail a run: what is new, all of the changed files, or all of every file.',
    defaults.scope,
  ),
  overrides: option(
    array(override),
    'Options for the documents that match `files`, over those above, and the later over the earlier.',
  ),
})
export type Configuration = InferOutput<typeof configuration>
export type Override = InferOutput<typeof override>

/** The names of options at a path of keys: those of the file, of one of its overrides, or of their sections. */
export function namesAt(keys: readonly (string | number)[]): readonly string[] {
  if (keys.at(-1) === 'sections') return Object.keys(sectionOptions.entries)
  return Object.keys(keys[0] === 'overrides' ? override.entries : configuration.entries)
}

function option<Schema extends GenericSchema>(schema: Schema, meaning: string, preset?: InferInput<Schema>) {
  return pipe(
    optional(schema),
    metadata({ description: meaning, ...(preset === undefined ? {} : { default: preset }) }),
  )
}

/** One or a list of them. */
function listable<Schema extends GenericSchema>(schema: Schema) {
  return union([schema, array(schema)], 'a text or a list of texts')
}

function isInside(path: string): boolean {
  return !/^!?\/|^[a-z]:|\\|\0/i.test(path) && !path.split('/').includes('..')
}

function isTimezone(name: string): boolean {
  try {
    return /^[A-Z]/i.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}
