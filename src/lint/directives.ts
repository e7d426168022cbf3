import type { Nodes, Parents } from 'mdast'
import { isMdxComment } from '../postmortem/blocks.ts'
import { placer } from '../postmortem/place.ts'
import type { Cited, Postmortem } from '../postmortem/postmortem.ts'

/** A comment that switches rules off, or on again. */
export interface Directive {
  /** Its first word, whatever it is; empty where there is none. */
  readonly verb: Cited
  /** The rules that it names; it is about all of them where it names none. */
  readonly rules: readonly Cited[]
  /** Offsets: it is about what begins at `from` or later, and before `to`. */
  readonly from: number
  readonly to: number
}

/** A stretch of the source, as offsets. */
interface Range {
  readonly from: number
  readonly to: number
}

/** Where a comment's words stand, and the nodes around the one that holds it, the innermost last. */
interface Comment extends Range {
  readonly around: readonly Parents[]
}

/** More comments, and longer ones, than anybody writes: what comes after is left unread, so that none makes a run slow. */
const most = 1000
const longest = 2000

/**
 * The comments of a document to this linter, in its order: `<!-- postmortem-lint disable RULE RULE -- reason -->`, the same in
 * `[//]: # (...)`, or in a comment of MDX that is a paragraph of its own.
 */
export function readDirectives(doc: Postmortem): readonly Directive[] {
  if (!doc.source.includes('postmortem-lint')) return []
  const at = placer(doc.source)
  const cite = ({ from, to }: Range): Cited => ({ value: doc.source.slice(from, to), at: at(from, to) })
  const directives: Directive[] = []
  for (const comment of commentsIn(doc.tree, [], doc.source)) {
    const words = wordsOf(doc.source, comment)
    if (!words) continue
    const [verb = cite({ from: comment.from, to: comment.from }), ...rules] = words.map(cite)
    const range = verb.value === 'ignore' ? blockOf(comment, doc) : restOf(comment, doc)
    directives.push({ verb, rules, ...range })
    if (directives.length === most) break
  }
  return directives
}

function* commentsIn(node: Nodes, around: readonly Parents[], source: string): Iterable<Comment> {
  for (const range of insides(node, source)) yield { ...range, around }
  if (!('children' in node)) return
  const inner = [...around, node]
  for (const child of node.children) yield* commentsIn(child, inner, source)
}

/** The insides of the comments that a node is, or holds as its own text. */
function insides(node: Nodes, source: string): readonly Range[] {
  const { from, to } = rangeOf(node)
  const text = source.slice(from, to)
  if (node.type === 'html') return between(text, '<!--', '-->', from)
  if (node.type === 'definition' && node.label === '//') return between(text, '(', ')', from)
  return isMdxComment(node, source) ? between(text, '{/*', '*/}', from) : []
}

function between(text: string, open: string, close: string, offset: number): readonly Range[] {
  const found: Range[] = []
  for (let at = text.indexOf(open); at >= 0; ) {
    const from = at + open.length
    const to = text.indexOf(close, from)
    if (to < 0) break
    found.push({ from: offset + from, to: offset + to })
    at = text.indexOf(open, to + close.length)
  }
  return found
}

/** The words of a comment between the name of this program and a reason; undefined where it is none of ours. */
function wordsOf(source: string, { from, to }: Range): readonly Range[] | undefined {
  const text = source.slice(from, to)
  const name = /^\s*postmortem-lint(?=[\s:-]|$)[\s:-]*/.exec(text)?.[0].length
  if (name === undefined) return undefined
  const [said = ''] = text.slice(name).split(/\s--/, 1)
  return [...said.slice(0, longest).matchAll(/[^\s,]+/g)].map(({ 0: word, index }) => {
    const start = from + name + index
    return { from: start, to: start + word.length }
  })
}

/** All below a comment; the whole document where no text stands above it. */
function restOf({ from }: Range, { blocks }: Postmortem): Range {
  const isFirst = (blocks[0] ? rangeOf({ position: blocks[0].at }).from : from) >= from
  return { from: isFirst ? 0 : from, to: Number.POSITIVE_INFINITY }
}

/** What a comment stands in the middle of, not between two of. */
const lines: readonly string[] = ['paragraph', 'heading', 'tableRow']

/** The block that a comment stands in, from the beginning of its first line; or else the one that comes next. */
function blockOf({ from, to, around }: Comment, { blocks, source }: Postmortem): Range {
  const ranges = blocks.map(({ at }) => rangeOf({ position: at }))
  const holder = around.findLast(({ type }) => lines.includes(type))
  if (holder) {
    const within = rangeOf(holder)
    const block = ranges.findLast((one) => within.from <= one.from && one.from < from) ?? within
    return { from: source.lastIndexOf('\n', block.from) + 1, to: Math.max(block.to, to) }
  }
  const next = ranges.find((one) => one.from >= to) ?? { from: to, to }
  const siblings: readonly Nodes[] = around.at(-1)?.children ?? []
  const own = siblings.find(
    ({ position }) => (position?.start.offset ?? 0) <= next.from && next.from < (position?.end.offset ?? 0),
  )
  return own ? rangeOf(own) : { from: to, to }
}

function rangeOf({ position }: Pick<Nodes, 'position'>): Range {
  return { from: position?.start.offset ?? 0, to: position?.end.offset ?? 0 }
}
