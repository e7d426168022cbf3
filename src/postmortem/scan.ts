/** A type whose values are still being put together. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** What a sticky pattern matches at an index. */
export function matchAt(sticky: RegExp, text: string, index: number): RegExpExecArray | undefined {
  sticky.lastIndex = index
  return sticky.exec(text) ?? undefined
}

/** Characters of which one stands first in all that a pattern matches, white space aside. */
export interface Firsts {
  readonly ascii: Uint8Array
  readonly beyond: string
}

/** `characters`, as a table: what cannot begin at a place is known without trying its pattern there. */
export function firsts(characters: string): Firsts {
  const ascii = new Uint8Array(128)
  for (const char of characters) ascii[char.charCodeAt(0)] = 1
  return { ascii, beyond: characters }
}

/** Whether one of some characters stands at an index or behind the white space there. */
export function mayOpen({ ascii, beyond }: Firsts, text: string, index: number): boolean {
  const last = index + mostBlanks
  let at = index
  let code = text.charCodeAt(at)
  while (at < last && isBlank(code)) code = text.charCodeAt(++at)
  return code < 128 ? ascii[code] === 1 : code >= 128 && beyond.includes(text.charAt(at))
}
/** No pattern of a time has more white space in front. */
const mostBlanks = 4

/** What a sticky pattern matches at an index, tried only where one of its first characters stands. */
export const tryAt = (
  first: Firsts,
  sticky: RegExp,
  text: string,
  index: number,
): RegExpExecArray | undefined => (mayOpen(first, text, index) ? matchAt(sticky, text, index) : undefined)

/** The index behind what a sticky pattern matches, or the same index. */
export function skip(sticky: RegExp, text: string, index: number): number {
  return index + (matchAt(sticky, text, index)?.[0].length ?? 0)
}

/** A small letter of ASCII. */
export const isLetter = (code: number): boolean => code >= 97 && code <= 122

export const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** White space; of ASCII also the characters that control. */
export const isBlank = (code: number): boolean =>
  code <= 32 || (code >= 0xa0 && blanks.includes(String.fromCharCode(code)))
const blanks =
  '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'

/** A letter of ASCII. */
export const isAsciiLetter = (code: number): boolean => isLetter(code | 32)

/** The index behind the run of digits that starts at an index. */
export function afterDigits(text: string, index: number): number {
  let end = index
  while (isDigit(text.charCodeAt(end))) end++
  return end
}

/** How many of a list of rising numbers are below a value. */
export function countBelow(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? value) < value) low = middle + 1
    else high = middle
  }
  return low
}
