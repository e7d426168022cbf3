/** Why a text is refused before it is parsed; undefined for one that any writer could mean. */
export function hostile(_text: string): string | undefined {
  return undefined
}
