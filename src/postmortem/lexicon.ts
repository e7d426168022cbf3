import type { Writable } from './scan.ts'

/** Classes of words and phrases, compiled so that a text is read with one look-up a word. */
export interface Lexicon<Class extends string> {
  /** The bit that stands for a class. */
  bit(name: Class): number
  /** The classes of each word, as bits; those of a phrase stand at its first word. */
  marks(words: readonly string[]): number[]
  /** What is known of a word. */
  readonly entries: ReadonlyMap<string, Entry>
  /** Adds words that one reader alone looks for, so that it need not look where none of them stands. */
  seek(...lists: readonly string[]): Sought
}

export interface Entry {
  readonly bits: number
  readonly phrases: readonly Phrase[]
  /** A hint of each second word of its phrases, as bits. */
  readonly nexts: number
  /** Bits of those who seek it. */
  readonly sought: number
}

/** Words, and the bit of a text that may hold one of them; other words may have the same bit. */
export interface Sought {
  readonly words: ReadonlySet<string>
  readonly bit: number
}

/**
 * At most 31 classes, each a list of words and phrases between commas. A star stands for the regular forms of a word:
 * `notice*` is notice, notices, noticed and noticing.
 */
export function lexicon<const Class extends string>(
  classes: readonly (readonly [name: Class, words: string])[],
): Lexicon<Class> {
  if (classes.length > 31) throw new RangeError('a lexicon holds at most 31 classes')
  const bits = new Map(classes.map(([name], i) => [name, 1 << i]))
  const entries = new Map<string, Writable<Entry> & { phrases: Phrase[] }>()
  const entryOf = (word: string) => {
    const entry = entries.get(word) ?? { bits: 0, phrases: [], nexts: 0, sought: 0 }
    entries.set(word, entry)
    return entry
  }
  for (const [name, list] of classes) {
    const bit = bits.get(name) ?? 0
    for (const phrase of phrasesOf(list)) {
      const space = phrase.indexOf(' ')
      if (space < 0) entryOf(phrase).bits |= bit
      else {
        const entry = entryOf(phrase.slice(0, space))
        const rest = phrase.slice(space + 1).split(' ')
        entry.phrases.push({ rest, bits: bit })
        entry.nexts |= hintOf(rest[0] ?? '')
      }
    }
  }

  let seekers = 0
  return {
    bit: (name) => bits.get(name) ?? 0,
    marks: (words) => {
      const marks = new Array<number>(words.length)
      for (let at = 0; at < words.length; at++) {
        const entry = entries.get(words[at] ?? '')
        marks[at] = entry ? classesAt(words, at, entry) : 0
      }
      return marks
    },
    entries,
    seek: (...lists) => {
      const sought = { words: new Set(lists.flatMap(phrasesOf)), bit: 1 << (seekers++ % 31) }
      for (const word of sought.words) entryOf(word).sought |= sought.bit
      return sought
    },
  }
}

type Phrase = { readonly rest: readonly string[]; readonly bits: number }

/** Tells most words from one another without comparing them. */
const hintOf = (word: string): number => 1 << ((word.charCodeAt(0) + 5 * word.length) & 31)

/** The classes of a word that is known, and of the phrases that begin there. */
export function classesAt(words: readonly string[], at: number, { bits, phrases, nexts }: Entry): number {
  if (nexts === 0 || (nexts & hintOf(words[at + 1] ?? '')) === 0) return bits
  let found = bits
  for (const { rest, bits } of phrases) {
    let i = 0
    while (i < rest.length && words[at + 1 + i] === rest[i]) i++
    if (i === rest.length) found |= bits
  }
  return found
}

/** The words and phrases of a list between commas, with all forms of those that end in a star. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(phrasesOf(list))

/** Read while the program starts, before anything is compiled: most phrases are one word, which needs no pattern. */
function phrasesOf(list: string): string[] {
  const phrases: string[] = []
  for (const part of list.split(',')) {
    const trimmed = part.trim()
    const phrase = trimmed.includes('\n') ? trimmed.replace(/\s+/g, ' ') : trimmed
    const star = phrase.indexOf('*')
    if (star < 0) phrases.push(phrase)
    else {
      const start = phrase.lastIndexOf(' ', star) + 1
      const [before, after] = [phrase.slice(0, start), phrase.slice(star + 1)]
      for (const form of formsOf(phrase.slice(start, star))) phrases.push(before + form + after)
    }
  }
  return phrases
}

/** The regular forms of an English verb or noun. */
function formsOf(base: string): string[] {
  const plural = /(?:[sxz]|[cs]h)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`
  if (base.endsWith('e')) return [base, plural, `${base}d`, `${base.slice(0, -1)}ing`]
  if (/[^aeiou]y$/.test(base)) return [base, plural, `${base.slice(0, -1)}ied`, `${base}ing`]
  const stem = /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(base) ? base + base.at(-1) : base
  return [base, plural, `${stem}ed`, `${stem}ing`]
}
