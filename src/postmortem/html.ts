import { Parser } from 'htmlparser2'
import { imageWith } from './images.ts'
import type { Line, Piece } from './lines.ts'
import type { Image, Span } from './postmortem.ts'

interface Tag {
  readonly name: string
  readonly open: boolean
  /** It starts or ends a unit of its own. */
  readonly block: boolean
  /** How the text inside it reads. */
  readonly kind?: Span['kind']
  readonly image?: Image
}

/** What a stretch of HTML shows, as blocks will have it. Offsets are those of the source. */
export type HtmlUnit =
  | {
      readonly form: 'heading' | 'item' | 'line'
      readonly depth: number
      readonly lines: readonly Line[]
      readonly ordinal?: number
    }
  | {
      readonly form: 'row'
      readonly depth: number
      readonly cells: readonly (readonly Piece[])[]
      readonly from: number
      readonly to: number
    }
  | {
      readonly form: 'figure'
      readonly depth: number
      readonly image: Image
      readonly from: number
      readonly to: number
    }

const kinds = new Map<string, Span['kind']>([
  ['strong', 'strong'],
  ['b', 'strong'],
  ['summary', 'strong'],
  ['th', 'strong'],
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['u', 'emphasis'],
  ['code', 'code'],
  ['pre', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
  ['del', 'deleted'],
  ['s', 'deleted'],
  ['strike', 'deleted'],
])
const blockTags = new Set(
  'p div center section article details summary table thead tbody tr td th ul ol li blockquote hr h1 h2 h3 h4 h5 h6 header footer figure figcaption dl dt dd'.split(
    ' ',
  ),
)
const hidden = new Set(['script', 'style', 'title', 'head', 'template'])

function imageOf(name: string, attributes: Readonly<Record<string, string>>): Image | undefined {
  if (name === 'img') return imageWith(attributes.src ?? '', attributes.alt ?? null, true)
  if (name === 'svg' || name === 'video' || name === 'iframe')
    return imageWith(attributes.src ?? '', attributes.title ?? '', true)
  return undefined
}

/** The tags of an inline HTML node, of which each holds one. */
export function readTags(html: string): Tag[] {
  const tags: Tag[] = []
  const tag = (name: string, open: boolean, image?: Image): void => {
    const kind = kinds.get(name)
    tags.push({ name, open, block: blockTags.has(name), ...(kind && { kind }), ...(image && { image }) })
  }
  const parser = new Parser({
    onopentag: (name, attributes) => tag(name, true, imageOf(name, attributes)),
    onclosetag: (name, implied) => {
      if (!implied) tag(name, false)
    },
  })
  parser.end(html)
  return tags
}

/** The visible units of a block of HTML; `place` maps an offset in it to one in the source. */
export function readHtml(html: string, place: (offset: number) => number): HtmlUnit[] {
  const units: HtmlUnit[] = []
  const styles: Span['kind'][] = []
  const lists: { ordered: boolean; count: number }[] = []
  let form: 'heading' | 'item' | 'line' = 'line'
  let depth = 0
  let lines: Line[] = []
  /** Those of the unit being read: they stand after it. */
  let figures: HtmlUnit[] = []
  let pieces: Piece[] = []
  let cells: Piece[][] | undefined
  let rowFrom = 0
  let mute = 0
  let hard = true

  const breakLine = (meant: boolean): void => {
    const [first] = pieces
    if (first && pieces.some((piece) => piece.text.trim() !== '')) {
      lines.push({ pieces, from: first.from, to: pieces.at(-1)?.to ?? first.to, hard })
      hard = meant
    } else hard ||= meant
    pieces = []
  }
  const flush = (): void => {
    breakLine(true)
    const list = lists.at(-1)
    if (lines.length > 0)
      units.push({ form, depth, lines, ...(form === 'item' && list?.ordered && { ordinal: list.count }) })
    units.push(...figures)
    figures = []
    lines = []
    form = 'line'
    depth = 0
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      const image = imageOf(name, attributes)
      const from = place(parser.startIndex)
      if (hidden.has(name)) mute++
      if (image) figures.push({ form: 'figure', depth: 0, image, from, to: place(parser.endIndex + 1) })
      if (name === 'br') breakLine(true)
      else if (name === 'tr') {
        flush()
        cells = []
        rowFrom = from
      } else if (cells && (name === 'td' || name === 'th')) cells.push([])
      else if (blockTags.has(name) && !cells) {
        if (!(form === 'item' && (name === 'p' || name === 'div'))) flush()
        if (name === 'ul' || name === 'ol') lists.push({ ordered: name === 'ol', count: 0 })
        const list = lists.at(-1)
        // text in a list of no items is one all the same
        if (name === 'li' || name === 'ul' || name === 'ol') {
          form = 'item'
          depth = Math.max(0, lists.length - 1)
          if (list && name === 'li') list.count++
        }
        if (/^h[1-6]$/.test(name)) {
          form = 'heading'
          depth = Number(name[1])
        }
      }
      const style = kinds.get(name)
      if (style) styles.push(style)
    },
    ontext(text) {
      if (mute > 0) return
      const kind = styles.includes('code') ? 'code' : (styles.at(-1) ?? 'text')
      let offset = parser.startIndex
      text.split('\n').forEach((line, i) => {
        const part = line.replace(/\r$/, '')
        if (i > 0 && !cells) breakLine(false)
        const from = place(offset)
        const piece: Piece = {
          text: part,
          from,
          to: Math.min(from + part.length, place(parser.endIndex + 1)),
          kind,
        }
        if (part !== '') (cells ? (cells.at(-1) ?? []) : pieces).push(piece)
        offset += line.length + 1
      })
    },
    onclosetag(name, implied) {
      if (hidden.has(name)) mute--
      const style = kinds.get(name)
      if (style) styles.splice(styles.lastIndexOf(style), 1)
      if (name === 'tr' && cells) {
        const to = implied ? (cells.at(-1)?.at(-1)?.to ?? rowFrom) : place(parser.endIndex + 1)
        if (cells.length > 0) units.push({ form: 'row', depth: 0, cells, from: rowFrom, to })
        cells = undefined
        units.push(...figures)
        figures = []
      } else if (blockTags.has(name) && !cells) {
        if (!(form === 'item' && (name === 'p' || name === 'div'))) flush()
        if (name === 'ul' || name === 'ol') lists.pop()
      }
    },
  })
  parser.end(html)
  flush()
  return units
}
