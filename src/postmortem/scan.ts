/** What a sticky pattern matches at an index. */
export function matchAt(sticky: RegExp, text: string, index: number): RegExpExecArray | undefined {
  sticky.lastIndex = index
  return sticky.exec(text) ?? undefined
}

/** The index behind what a sticky pattern matches, or the same index. */
export function skip(sticky: RegExp, text: string, index: number): number {
  return index + (matchAt(sticky, text, index)?.[0].length ?? 0)
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57
