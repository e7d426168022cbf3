/** `text` without the characters at its end that `drop`, which matches one character, matches. Linear, unlike `/x+$/`. */
export function trimEndOf(text: string, drop: RegExp): string {
  let end = text.length
  while (end > 0 && drop.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** The same at both ends. */
export function trimOf(text: string, drop: RegExp): string {
  let start = 0
  while (start < text.length && drop.test(text.charAt(start))) start++
  return trimEndOf(text.slice(start), drop)
}
