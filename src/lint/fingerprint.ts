import type { Finding } from './finding.ts'
import { linesOf } from './frame.ts'

/** A finding of one version of a document, not yet held against another version. */
export interface Said {
  readonly finding: Omit<Finding, 'new' | 'fingerprint'>
  /** What it is called with the lines around it, with its own lines, and by itself. By the last, findings are equal. */
  readonly names: readonly [around: string, lines: string, itself: string]
  /** The last name for each line of what it is about. */
  readonly parts: readonly string[]
}

/**
 * Names the findings of a document by rule, section and text, whatever their lines. `text` is what a finding is about; it is
 * absent for one that is said of the whole.
 */
export function namer(source: string): (finding: Said['finding'], text: string | undefined) => Said {
  const lines = linesOf(source).map(bare)
  const solid = lines.filter((line) => line !== '')
  /** For each line, how many solid ones stand above it. */
  const above = [0]
  for (const line of lines) above.push((above.at(-1) ?? 0) + (line === '' ? 0 : 1))

  return (finding, text = '') => {
    const { rule, section, message, line, endLine } = finding
    const about = bare(text)
    const name = (...texts: readonly string[]): string =>
      JSON.stringify(about === '' ? [rule, statement(message)] : [rule, section, ...texts])
    const [from = 0, to = from] = [above[line - 1], above[endLine]]
    const own = solid.slice(from, to).join('')
    return {
      finding,
      names: [name(about, solid[from - 1] ?? '', own, solid[to] ?? ''), name(about, own), name(about)],
      parts: linesOf(text)
        .map(bare)
        .filter((part) => part !== '' || about === '')
        .map((part) => name(part)),
    }
  }
}

/**
 * The findings of a document, each told from those that its base version had. Of equal findings as many are old as the base
 * had: those in the same surroundings before others. A finding of several lines is old too if fault was found with each of
 * them: what is left of a run of which a part was mended.
 */
export function compare(head: readonly Said[], base: readonly Said[]): readonly Finding[] {
  let [fresh, gone] = [head, base]
  for (const level of [0, 1, 2] as const) {
    const nameOf = ({ names }: Said): string => names[level]
    const [left, right] = [without(fresh, gone, nameOf), without(gone, fresh, nameOf)]
    fresh = left
    gone = right
  }
  const had = tally(gone.flatMap(({ parts }) => parts))
  const isNew = new Set(fresh.filter(({ parts }) => !take(parts, had)))
  const prints = fingerprints([...head.filter((one) => !isNew.has(one)), ...isNew])
  return head.map((one) => ({ ...one.finding, new: isNew.has(one), fingerprint: prints.get(one) ?? '' }))
}

/** A hash for each: of its name, and of its number among the equal ones. */
function fingerprints(all: readonly Said[]): ReadonlyMap<Said, string> {
  const seen = new Map<string, number>()
  return new Map(
    all.map((one) => {
      const [, , name] = one.names
      const number = seen.get(name) ?? 0
      seen.set(name, number + 1)
      return [one, hash(`${number} ${name}`)]
    }),
  )
}

/** What is left of `these` when each of `those` takes one of its name away. */
function without<T>(these: readonly T[], those: readonly T[], nameOf: (one: T) => string): readonly T[] {
  const counts = tally(those.map(nameOf))
  return these.filter((one) => !take([nameOf(one)], counts))
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** Takes names out of their counts; false, and nothing taken, where there are not as many. */
function take(names: readonly string[], counts: Map<string, number>): boolean {
  const wanted = [...tally(names)]
  if (wanted.some(([name, count]) => (counts.get(name) ?? 0) < count)) return false
  for (const [name, count] of wanted) counts.set(name, (counts.get(name) ?? 0) - count)
  return true
}

/** A text without white space and without the marks that carry it: bullets, numbers of a list, ticks, emphasis. */
function bare(text: string): string {
  return linesOf(text)
    .map((line) => line.replace(/^(?:[\s>#*+-]|\d{1,9}[.)]\s|\[[ xX]\]\s)+/, '').replace(/[\s*_`|~\\]+/g, ''))
    .join('')
}

/** A message without what changes while it stays the same: words of the document, and counts. */
function statement(message: string): string {
  return message.replace(/`[^`]*`/g, '``').replace(/\d+/g, '0')
}

/** 64 bits of a text as 16 hexadecimal digits: the mixing of cyrb53 (public domain), both of its halves kept. */
function hash(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x9e3779b1)
    b = Math.imul(b ^ text.charCodeAt(i), 0x5f356495)
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  return [b, a].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
