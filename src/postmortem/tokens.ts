import type { Block, Tokens } from './postmortem.ts'
import { countBelow } from './scan.ts'

/** Stands for code, a URL or a quoted string. */
export const masked = '\ufffc'

const marks = '.!?,;:()|[]'
const openers = '$€£~≈#'

const Other = 0
const Letter = 1
const Digit = 2
const Mark = 3
const Opener = 4
const Joiner = 5
const Masked = 6

const kinds = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code)
  if (/[a-z_]/i.test(char)) kinds[code] = Letter
  else if (/\d/.test(char)) kinds[code] = Digit
  else if (marks.includes(char)) kinds[code] = Mark
  else if (openers.includes(char)) kinds[code] = Opener
  else if (char === "'") kinds[code] = Joiner
}

function kindOf(code: number): number {
  if (code < 128) return kinds[code] ?? Other
  if (code === 0xfffc) return Masked
  if (code === 0x2019) return Joiner
  if (code === 0x20ac || code === 0xa3 || code === 0x2248) return Opener
  if (code < 0xc0 || (code >= 0x2000 && code < 0x2c00) || code >= 0xd800) return Other
  return (code >= 0x3000 && code < 0x3040) || (code >= 0xff00 && code < 0xff21) ? Other : Letter
}

/** Words, numbers and marks of a text, in linear time. */
export function tokenise(text: string): Tokens {
  const lower = text.toLowerCase()
  const source = lower.length === text.length ? lower : text
  const quoted = /['\u2019]/.test(source)
  const words: string[] = []
  const starts: number[] = []
  const { length } = source
  let at = 0
  while (at < length) {
    const kind = kindOf(source.charCodeAt(at))
    const start = at++
    if (kind === Other || kind === Joiner) continue
    if (kind === Letter) at = endOfWord(source, at)
    else if (kind === Digit) at = endOfNumber(source, at)
    else if (kind === Opener) {
      while (at < length && kindOf(source.charCodeAt(at)) === Opener) at++
      if (kindOf(source.charCodeAt(at)) !== Digit) continue
      at = endOfNumber(source, at)
    } else if (kind === Masked) while (source.charCodeAt(at) === 0xfffc) at++
    else if (source.charAt(start) === '.' && isInside(source, start)) continue
    words.push(
      kind === Masked
        ? masked
        : quoted || kind !== Letter
          ? wordAt(source, start, at)
          : source.slice(start, at),
    )
    starts.push(start)
  }
  return { words, starts }
}

/** A full stop inside a name or an abbreviation: "wp.php", "p.m.", "e.g.". */
function isInside(source: string, at: number): boolean {
  const next = kindOf(source.charCodeAt(at + 1))
  if (next === Letter || next === Digit) return true
  const before = kindOf(source.charCodeAt(at - 1))
  const beyond = at < 2 ? Other : kindOf(source.charCodeAt(at - 2))
  return before === Letter && (beyond === Other || source.charAt(at - 2) === '.')
}

function endOfWord(source: string, from: number): number {
  let at = from
  while (at < source.length) {
    const code = source.charCodeAt(at)
    const kind = kindOf(code)
    if (kind !== Letter && kind !== Digit) {
      const next = kindOf(source.charCodeAt(at + 1))
      if (!(kind === Joiner && next === Letter) && !(code === hyphen && next === Digit)) break
    }
    at++
  }
  return at
}
const hyphen = 0x2d

function endOfNumber(source: string, from: number): number {
  let at = from
  while (at < source.length) {
    const char = source.charAt(at)
    const kind = kindOf(char.charCodeAt(0))
    if (kind === Letter || kind === Digit || char === '%') at++
    else if (',.:/-–'.includes(char) && kindOf(source.charCodeAt(at + 1)) === Digit) at++
    else break
  }
  return source.startsWith(' %', at) ? at + 2 : at
}

function wordAt(source: string, start: number, end: number): string {
  const word = source.slice(start, end).replace(' %', '%')
  const quote = word.search(/['\u2019]/)
  if (quote < 0) return word
  const tail = word.slice(quote + 1)
  return tail === 's' ? word.slice(0, quote) : word.replaceAll('\u2019', "'")
}

/** True for a mark that ends a sentence or a cell. */
export const endsSentence = (word: string): boolean => word.length === 1 && '.!?|;'.includes(word)

/** The tokens of a block between two places of its text: of one entry, of a cell. */
export function tokensBetween(block: Block, start: number, end: number): Tokens {
  const { words, starts } = block.tokens
  if (start <= 0 && end >= block.text.length) return { words, starts }
  const range = [countBelow(starts, start), countBelow(starts, end)] as const
  return { words: words.slice(...range), starts: starts.slice(...range) }
}
