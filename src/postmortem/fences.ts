import type { Code, Heading, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { parseMarkdown } from './parse.ts'
import { readWhens } from './time.ts'
import { matchTitle } from './titles.ts'

/** A text, and the tree that it was parsed to. */
interface Parsed {
  readonly source: string
  readonly tree: Root
}

/**
 * Some writers put their timeline in a fence to keep its lines apart: below a title that announces it, and nearly all lines
 * begin with a time.
 *
 * Some templates hold their examples in fences of Markdown, "```md", and who fills them in leaves the fences standing. Such
 * a fence that says more of its section than stands beside it is blanked and the text is parsed anew; offsets stay.
 */
export function openFences(source: string, tree: Root): Parsed {
  const isFenced = (node: Code): boolean => /^[`~]/.test(source.slice(node.position?.start.offset))
  const fences = tree.children.some(isOpen)
    ? partsOf(tree).flatMap((part) => mainFences(part).filter(isFenced))
    : []
  if (fences.length === 0) return { source, tree }
  const open = withoutFences(source, fences)
  return { source: open, tree: parseMarkdown(open) }
}

/** What stands between headings. */
function partsOf({ children }: Root): RootContent[][] {
  const parts: RootContent[][] = [[]]
  for (const node of children)
    if (node.type === 'heading') parts.push([node])
    else parts.at(-1)?.push(node)
  return parts
}

function mainFences(part: readonly RootContent[]): Code[] {
  const isTimeline = part[0]?.type === 'heading' && announcesTimeline(part[0])
  const fences = part.filter((node) => isMarkdown(node) || (isTimeline && isPlain(node) && isTimed(node)))
  return lengthOf(fences) > lengthOf(part.filter(isText)) ? fences : []
}
const announcesTimeline = (heading: Heading): boolean =>
  matchTitle(textOf(heading))?.kinds.includes('timeline') ?? false

/** At least three lines, and most of them begin with a time or a date and go on in words, not in the level of a log. */
function isTimed({ value }: Code): boolean {
  const lines = value.split('\n').filter((line) => line.trim() !== '')
  const timed = lines.filter((line) => {
    const [when] = readWhens(line)
    return when?.lead && /^\W{0,6}(?:\p{Lu}?\p{Ll}|`)/u.test(line.slice(when.end))
  })
  return timed.length >= 3 && timed.length * 4 >= lines.length * 3
}

const isMarkdown = (node: RootContent): node is Code =>
  node.type === 'code' && /^(?:markdown|md)$/i.test(node.lang ?? '')
const isPlain = (node: RootContent): node is Code =>
  node.type === 'code' && /^(?:te?xt|)$/i.test(node.lang ?? '')
const isOpen = (node: RootContent): boolean => isMarkdown(node) || isPlain(node)
/** What the writer says outside; the prompts of a template stand in quotes. */
const isText = ({ type }: RootContent): boolean =>
  type === 'paragraph' || type === 'list' || type === 'table' || type === 'html'

const offsetsOf = ({ position }: RootContent): [number, number] => [
  position?.start.offset ?? 0,
  position?.end.offset ?? 0,
]
const lengthOf = (nodes: readonly RootContent[]): number =>
  nodes.map(offsetsOf).reduce((sum, [start, end]) => sum + end - start, 0)

function withoutFences(source: string, fences: readonly Code[]): string {
  const parts: string[] = []
  let at = 0
  for (const fence of fences) {
    const [start, end] = offsetsOf(fence)
    parts.push(source.slice(at, start), blanked(source.slice(start, end)))
    at = end
  }
  return `${parts.join('')}${source.slice(at)}`
}

/** The first line of a fence, and the last if it closes it, as spaces. */
const blanked = (fence: string): string => {
  const blank = (line: string): string => ' '.repeat(line.length)
  return fence.replace(/^.*/, blank).replace(/(?<=\n) {0,3}[`~]{3,}[ \t]*$/, blank)
}
