import type { VFileMessage } from 'vfile-message'
import { compare, positionOf } from './place.ts'
import type { Rule } from './rule.ts'

/** Messages in, those that stand out. */
type Sieve = (messages: readonly VFileMessage[]) => readonly VFileMessage[]

/** The sieves that every run's messages pass, in order. */
export function sieves(rules: readonly Rule[]): Sieve {
  const steps = [silence(rules), unique, sort]
  return (messages) => steps.reduce((left, step) => step(left), messages)
}

/** One cause, one finding: what a rule that spoke explains is not said again by the rules that it silences. */
function silence(rules: readonly Rule[]): Sieve {
  const silencers = rules.filter((rule) => rule.silences !== undefined)
  return (messages) => {
    const spoke = new Set(messages.map((message) => message.ruleId))
    const silent = silencers.filter(({ id }) => spoke.has(id))
    return messages.filter(({ ruleId = '' }) => !silent.some((rule) => isSilencedBy(ruleId, rule)))
  }
}

function isSilencedBy(id: string, { id: silencer, silences = [] }: Rule): boolean {
  return id !== silencer && (silences === 'all' || silences.includes(id))
}

/** The same rule says the same of the same place once. */
const unique: Sieve = (messages) => [
  ...new Map(
    messages.map((message) => [JSON.stringify([message.ruleId, message.place, message.reason]), message]),
  ).values(),
]

/** By line, then column, then rule. */
const sort: Sieve = (messages) =>
  messages.toSorted(
    (a, b) => compare(positionOf(a.place), positionOf(b.place)) || order(a.ruleId ?? '', b.ruleId ?? ''),
  )

/** The order of code units, the same on every machine. */
function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
