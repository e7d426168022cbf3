import { VFileMessage } from 'vfile-message'
import type { Postmortem } from '../postmortem/postmortem.ts'
import type { Caps } from './config.ts'
import { compare, positionOf } from './place.ts'
import { type Rule, type Severity, severities } from './rule.ts'
import { fatal, severityOf } from './severity.ts'

/** Messages in, those that stand out. */
type Sieve = (messages: readonly VFileMessage[], doc: Postmortem) => readonly VFileMessage[]

/** The sieves that every run's messages pass once comments have been obeyed, in order. */
export function sieves(rules: readonly Rule[], caps: Caps): Sieve {
  const always = new Set(rules.filter(({ alwaysSpeaks }) => alwaysSpeaks).map(({ id }) => id))
  const steps = [silence(rules, always), soften(caps, always), sort]
  return (messages, doc) => steps.reduce((left, step) => step(left, doc), messages)
}

/** One cause, one finding: what a rule that spoke explains is not said again by the rules that it silences. */
function silence(rules: readonly Rule[], always: ReadonlySet<string>): Sieve {
  const silencers = rules.filter((rule) => rule.silences !== undefined)
  const mute = new Set(rules.map(({ id }) => id).filter((id) => !always.has(id)))
  return (messages) => {
    const spoke = new Set(messages.map((message) => message.ruleId))
    const silent = silencers.filter(({ id }) => spoke.has(id))
    return messages.filter(
      ({ ruleId = '' }) => !mute.has(ruleId) || !silent.some((rule) => isSilencedBy(ruleId, rule)),
    )
  }
}

function isSilencedBy(id: string, { id: silencer, silences = [] }: Rule): boolean {
  return id !== silencer && (silences === 'all' || silences.includes(id))
}

/** A document of a certain status, such as a draft, is advised rather than held to it. */
function soften(caps: Caps, always: ReadonlySet<string>): Sieve {
  return (messages, { status }) => {
    const cap = status && capOf(status.value, caps)
    if (cap === undefined) return messages
    return messages.map((message) =>
      always.has(message.ruleId ?? '') || severities.indexOf(severityOf(message)) >= severities.indexOf(cap)
        ? message
        : Object.assign(new VFileMessage(message.reason), message, { fatal: fatal[cap] }),
    )
  }
}

/** What the longest name says with which a status begins: "Draft, actions open" is a draft. */
function capOf(status: string, caps: Caps): Severity | undefined {
  const begins = (name: string): boolean =>
    status.startsWith(name) && !/^[\p{L}\p{N}]/u.test(status.slice(name.length))
  const [longest = ''] = Object.keys(caps)
    .filter((name) => name !== '' && begins(name.toLowerCase()))
    .sort((a, b) => b.length - a.length)
  return caps[longest]
}

/** The same rule says the same of the same place once. */
export function unique(messages: readonly VFileMessage[]): readonly VFileMessage[] {
  const key = ({ ruleId, place, reason }: VFileMessage): string => JSON.stringify([ruleId, place, reason])
  return [...new Map(messages.map((message) => [key(message), message])).values()]
}

/** By line, then column, then rule. */
const sort: Sieve = (messages) =>
  messages.toSorted(
    (a, b) => compare(positionOf(a.place), positionOf(b.place)) || order(a.ruleId ?? '', b.ruleId ?? ''),
  )

/** The order of code units, the same on every machine. */
function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
