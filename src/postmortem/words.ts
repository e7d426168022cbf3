import type { Block, Words } from './postmortem.ts'

type Part = Exclude<keyof Words, 'total'>

/**
 * Rendered words: what stands between white space and has a letter or a digit, in headings, paragraphs, lists, tables and
 * inline code. Not counted: fenced code and diagrams, front matter, comments, tags, targets of links, text for images,
 * emoji shortcodes. A bare address is one word. No standard says so; Word counts visible text, `wc -w` counts markup too.
 */
export function readWords(blocks: readonly Block[]): Words {
  const count: Record<Part, number> = { prose: 0, lists: 0, tables: 0, headings: 0 }
  for (const block of blocks) {
    const part = partOf(block)
    if (part) count[part] += countWords(block.text)
  }
  return { total: count.prose + count.lists + count.tables + count.headings, ...count }
}

function partOf({ form, parent }: Block): Part | undefined {
  switch (form) {
    case 'heading':
      return 'headings'
    case 'item':
      return 'lists'
    case 'row':
      return 'tables'
    case 'line':
      return parent === undefined ? 'prose' : 'lists'
    default:
      return undefined
  }
}

/** The words of visible text. */
export function countWords(text: string): number {
  let words = 0
  for (const run of text.split(/\s+/)) if (isWord(run)) words++
  return words
}

const isWord = (run: string): boolean =>
  isPlain(run.charCodeAt(0)) || (/[\p{L}\p{N}]/u.test(run) && !/^:[a-z0-9_+-]+:$/.test(run))

/** A letter or digit of ASCII. */
const isPlain = (code: number): boolean =>
  (code > 0x60 && code < 0x7b) || (code > 0x40 && code < 0x5b) || (code > 0x2f && code < 0x3a)
