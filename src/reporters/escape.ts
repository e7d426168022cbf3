import { visible } from '../lint/frame.ts'

/**
 * Text of a pull request is a stranger's: what it may not do in a log or a summary. Zero-width spaces break what would be
 * acted upon and leave what is read.
 */
const gap = '\u200B'

/** A line for a log in which the runner looks for commands: `::name` at its start, `##[name]` anywhere. */
export function logLine(text: string): string {
  return visible(text)
    .replace(/:(?=:)/g, `:${gap}`)
    .replace(/##(?=\[)/g, `##${gap}`)
}

/** Text inside a line of GitHub's Markdown: no markup, HTML, table cell, link or image, and nobody is mentioned. */
export function markdownText(text: string): string {
  return visible(text)
    .replace(/[@#]|:(?=\/\/)|www(?=\.)/gi, `$&${gap}`)
    .replace(/[\\`*_~[\]!<>&|$"{}^#]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** The same for a message that puts what it quotes between backticks: that becomes code. */
export function markdownMessage(message: string): string {
  const parts = message.split('`')
  return parts
    .map((part, index) => {
      const text = markdownText(part)
      if (index % 2 === 0) return text
      return index < parts.length - 1 ? `<code>${text}</code>` : `&#96;${text}`
    })
    .join('')
}

/** The number of a line, as a link to it where the page of its file is known. */
export function lineLink(line: number, link: string | undefined): string {
  return link === undefined ? String(line) : `[${line}](<${link}#L${line}>)`
}

/** A message for a viewer that may take `[text](link)`, `{0}` and `@name` in it for more than text. */
export function messageText(message: string): string {
  return visible(message).replace(/[@#\]{]/g, `$&${gap}`)
}

/** At most so many characters, the cut shown. */
export function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
