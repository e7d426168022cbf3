/** A type whose values are still being put together. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** What a sticky pattern matches at an index. */
export function matchAt(sticky: RegExp, text: string, index: number): RegExpExecArray | undefined {
  sticky.lastIndex = index
  return sticky.exec(text) ?? undefined
}

/** The index behind what a sticky pattern matches, or the same index. */
export function skip(sticky: RegExp, text: string, index: number): number {
  return index + (matchAt(sticky, text, index)?.[0].length ?? 0)
}

/** A small letter of ASCII. */
export const isLetter = (code: number): boolean => code >= 97 && code <= 122

export const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** White space. */
export const isBlank = (code: number): boolean =>
  code === 32 || (code < 14 && code > 8) || (code > 127 && /\s/.test(String.fromCharCode(code)))

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
