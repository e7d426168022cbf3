import type { Cited, Postmortem } from '../postmortem/postmortem.ts'
import { type Directive, readDirectives } from './directives.ts'
import { nearest, quote } from './mistake.ts'
import { type Problem, quoted, type Severity } from './rule.ts'

/** What comments to the linter are told themselves; it has no file in src/rules, for it depends on what those find. */
export const directive = {
  id: 'directive',
  summary: 'Comments that switch rules off name rules, and switch something off.',
  why: `A comment such as \`<!-- postmortem-lint ignore timeline-order -- in the order of the log -->\` keeps an exception and its
reason where they belong. One that names no known rule, or has nothing left to switch off, looks like an exception and is none:
it is said, so that it can be mended or taken out. Where the configuration forbids such comments (\`inline-disable: false\`)
they do nothing, and that is said too. What they switch off is counted in every run.`,
} as const

/** What a comment is told. */
export interface Remark extends Problem {
  readonly severity: Severity
}

/** What the comments of a document come to. */
export interface Obeyed<Message> {
  /** What they leave. */
  readonly kept: readonly Message[]
  readonly remarks: readonly Remark[]
}

/** Of which rule a message is, and at which offset it begins. */
interface Said {
  readonly rule: string
  readonly offset: number
}

const verbs = ['disable', 'enable', 'ignore']

/** Takes out what comments switch off: of those that are about a message, the last decides. `known` are the rules. */
export function obey<Message>(
  messages: readonly Message[],
  saidBy: (message: Message) => Said,
  doc: Postmortem,
  known: readonly string[],
): Obeyed<Message> {
  const directives = readDirectives(doc)
  const meant = directives.filter(({ verb }) => verbs.includes(verb.value))
  const used = new Set<Cited>()
  const kept = messages.filter((message) => {
    const said = saidBy(message)
    const last = meant.findLast((one) => isAbout(one, said))
    if (last) used.add(nameIn(last, said.rule))
    return last === undefined || last.verb.value === 'enable'
  })
  const remarks = directives.flatMap((one, index): readonly Remark[] => {
    if (!meant.includes(one)) return [unknownVerb(one)]
    const strange = one.rules.filter(({ value }) => !known.includes(value))
    const own = one.rules.length > 0 ? one.rules : [one.verb]
    const before = directives.slice(0, index)
    const idle = own.filter((name) =>
      one.verb.value === 'enable' ? !before.some((other) => switchesOff(other, one, name)) : !used.has(name),
    )
    return [
      ...strange.map((name) => unknownRule(name, known)),
      ...idle.filter((name) => !strange.includes(name)).map((name) => idleName(name, one)),
    ]
  })
  return { kept, remarks }
}

/** What comments are told where they are forbidden and so do nothing. */
export function forbid(doc: Postmortem): readonly Remark[] {
  return readDirectives(doc).map(({ verb }) => ({
    at: verb.at,
    severity: 'warning',
    message: 'A comment to the linter does nothing: the configuration forbids it',
    note: 'The option is `inline-disable`.',
  }))
}

function isAbout({ rules, from, to }: Directive, { rule, offset }: Said): boolean {
  const named = rules.length === 0 || rules.some(({ value }) => value === rule)
  return named && from <= offset && offset < to
}

/** The name by which a comment is about a rule, or its verb where it names none. */
function nameIn({ rules, verb }: Directive, rule: string): Cited {
  return rules.find(({ value }) => value === rule) ?? verb
}

/** Is there something that an `enable` gives back? */
function switchesOff({ verb, rules }: Directive, enable: Directive, name: Cited): boolean {
  const all = rules.length === 0 || enable.rules.length === 0
  return verb.value === 'disable' && (all || rules.some(({ value }) => value === name.value))
}

function unknownVerb({ verb }: Directive): Remark {
  const guess = nearest(verb.value, verbs)
  return {
    at: verb.at,
    severity: 'warning',
    message: 'A comment to the linter says neither `disable`, `enable` nor `ignore`',
    ...(guess === undefined ? {} : { note: `${quoted(verb.value)} may be ${quote(guess)}.` }),
  }
}

function unknownRule({ value, at }: Cited, known: readonly string[]): Remark {
  const guess = nearest(value, known)
  return {
    at,
    severity: 'warning',
    message: `${quoted(value)} is the name of no rule`,
    ...(guess === undefined ? {} : { note: `${quote(guess)} may be meant.` }),
  }
}

function idleName(name: Cited, { verb }: Directive): Remark {
  const [all, one] =
    verb.value === 'enable'
      ? ['Nothing is switched off above', 'is not switched off above']
      : ['No rule finds anything here', 'finds nothing here']
  const message = name === verb ? all : `${quoted(name.value)} ${one}`
  return { at: name.at, severity: 'info', message, note: 'The comment can be taken out.' }
}
