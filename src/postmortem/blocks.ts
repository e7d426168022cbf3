import type { Code, Html, ListItem, Nodes, Parent, PhrasingContent, Root, TableRow } from 'mdast'
import type { Position } from 'unist'
import { location } from 'vfile-location'
import { readHtml, readTags } from './html.ts'
import { imageWith } from './images.ts'
import { joinWrapped, type Line, type Piece, textOf } from './lines.ts'
import type { Block, Cited, Image, Span } from './postmortem.ts'
import { tokenise } from './tokens.ts'
import { trimEndOf } from './trim.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }
type Draft = Pick<Block, 'form' | 'node'> &
  Partial<Pick<Block, 'depth' | 'ordinal' | 'checked' | 'cells' | 'header' | 'image'>>
interface Place {
  readonly depth: number
  readonly quoted: boolean
  readonly group: number
  readonly parent?: number
}

/** The document as a flat list of visible units in source order. Positions are those of `source`. */
export function readBlocks(source: string, tree: Root): Block[] {
  const blocks: Block[] = []
  /** The last block that is no figure. */
  let shown: Block | undefined
  const { toPoint } = location(source)
  let groups = 0

  const position = (from: number, to: number): Position => ({
    start: toPoint(from) ?? { line: 1, column: 1, offset: 0 },
    end: toPoint(to) ?? { line: 1, column: 1, offset: 0 },
  })
  const offsets = (node: Nodes): [number, number] => [
    node.position?.start.offset ?? 0,
    node.position?.end.offset ?? 0,
  ]

  function add(draft: Draft, line: Line, place: Place): number {
    const pieces = trimmed(line.pieces)
    const text = textOf(pieces)
    const prose = proseOf(pieces, text)
    const label = draft.form === 'code' || draft.form === 'figure' ? undefined : labelOf(pieces)
    const { form, node, depth = place.depth, ordinal, checked, cells, header, image } = draft
    // All blocks have all properties, in one order: what reads them is compiled for that one shape.
    const block: Block = {
      form,
      depth,
      text,
      prose,
      tokens: tokenise(prose),
      spans: spansOf(pieces),
      label: label && { value: label.text, at: position(label.from, label.to) },
      emphatic: pieces.length > 0 && pieces.every(isEmphatic),
      ordinal,
      checked,
      cells,
      header,
      image,
      group: place.group,
      parent: place.parent,
      quoted: place.quoted,
      at: position(line.from, line.to),
      node,
    }
    if (form !== 'figure') shown = block
    return blocks.push(block) - 1
  }

  function addFigure(
    node: Nodes,
    image: Image | undefined,
    [from, to]: readonly [number, number],
    place: Place,
  ): void {
    add({ form: 'figure', node, ...(image && { image }) }, { pieces: [], from, to, hard: true }, place)
  }

  /**
   * Lines of text as blocks: each unit a line, or an item where a bullet, a number or hash signs were typed by hand. Below an
   * item they are its own, but for a line that is flush left: its writer meant it to stand outside.
   */
  function addLines(
    node: Nodes,
    lines: readonly Line[],
    place: Place,
    first: Draft = { form: 'line', node },
  ): void {
    let lead: number | undefined
    for (const joined of joinWrapped(lines)) {
      if (textOf(joined.pieces).trim() === '') continue
      const raw = node.type === 'html' || node.type === 'code'
      const bulleted = typedMarkup(joined, node)
      const typed = bulleted && raw ? { ...bulleted, line: typedBold(bulleted.line) } : bulleted
      const unit = raw && !typed ? typedBold(joined) : joined
      const counts = typed?.draft.ordinal !== undefined && first.ordinal !== undefined
      const parent = first.form === 'item' && !counts ? lead : undefined
      const flush = typed?.draft.form !== 'item' && toPoint(unit.from)?.column === 1
      const outside: Place = { depth: 0, quoted: place.quoted, group: place.group }
      const within = parent === undefined ? place : flush ? outside : { ...place, parent }
      const deeper = typed?.draft.form === 'item' && within.parent !== undefined && !counts
      const index = typed
        ? add(typed.draft, typed.line, deeper ? { ...within, depth: place.depth + 1 } : within)
        : add(lead === undefined ? first : { form: 'line', node }, unit, within)
      lead ??= index
    }
  }

  function addPhrasing(node: Nodes, children: readonly PhrasingContent[], place: Place, first?: Draft): void {
    const { lines, figures } = flatten(source, children)
    addLines(node, lines, place, first)
    for (const figure of figures) addFigure(figure.node, figure.image, offsets(figure.node), place)
  }

  function addItem(node: ListItem, ordinal: number | null, place: Place): void {
    const [head, ...rest] = node.children
    const draft: Writable<Draft> = { form: 'item', node }
    if (ordinal !== null) draft.ordinal = ordinal
    if (typeof node.checked === 'boolean') draft.checked = node.checked
    const index = blocks.length
    const lead = head?.type === 'paragraph' ? head : undefined
    if (lead) addPhrasing(node, lead.children, place, draft)
    if (blocks.length === index) {
      const [from, to] = offsets(node)
      add(draft, { pieces: [], from, to: lead ? to : Math.min(to, from + 1), hard: true }, place)
    }
    for (const child of lead ? rest : node.children) visit(child, { ...place, parent: index })
  }

  function addRow(node: TableRow, header: boolean, place: Place): void {
    const cells: Cited[] = []
    const pieces: Piece[] = []
    const images: ReturnType<typeof flatten>['figures'][number][] = []
    for (const cell of node.children) {
      const { lines, figures } = flatten(source, cell.children)
      const own = trimmed(
        lines.flatMap((line, i) => (i > 0 ? [gap(line.from, ' '), ...line.pieces] : line.pieces)),
      )
      const [from, to] = own.length > 0 ? [own[0]?.from ?? 0, own.at(-1)?.to ?? 0] : offsets(cell)
      if (cells.length > 0) pieces.push(gap(from, ' | '))
      cells.push({ value: textOf(own), at: position(from, to) })
      pieces.push(...own)
      images.push(...figures)
    }
    const [from, to] = offsets(node)
    addCells({ form: 'row', node, cells, header }, { pieces, from, to, hard: true }, place)
    for (const image of images) addFigure(image.node, image.image, offsets(image.node), place)
  }

  /** A row below the header that nobody filled in says nothing. */
  function addCells(row: Draft & { cells: Cited[]; header: boolean }, line: Line, place: Place): void {
    if (row.header || row.cells.some(({ value }) => value !== '')) add(row, line, place)
  }

  function addCode(node: Code, place: Place): void {
    const lines = literalLines(source, node)
    if (!isProse(node, lines, source)) {
      const [from, to] = offsets(node)
      const figure = node.lang === 'mermaid'
      const piece: Piece = { text: node.value.replace(/\r/g, ''), from, to, kind: 'code' }
      add({ form: figure ? 'figure' : 'code', node }, { pieces: [piece], from, to, hard: true }, place)
      return
    }
    let paragraph: Line[] = []
    for (const line of [...lines, undefined]) {
      if (line && line.pieces.length > 0) paragraph.push(line)
      else if (paragraph.length > 0) {
        addLines(node, paragraph, { ...place, group: ++groups })
        paragraph = []
      }
    }
  }

  function addHtml(node: Html, place: Place): void {
    let rows: number | undefined
    for (const unit of readHtml(node.value, offsetsOf(source, node))) {
      const before = shown
      const joins = unit.form === 'item' && before?.form === 'item' && before.node.type === 'html'
      const group = joins ? before.group : unit.form === 'row' && rows !== undefined ? rows : ++groups
      const inner: Place = { ...place, group, depth: unit.form === 'line' ? place.depth : unit.depth }
      if (unit.form === 'figure') addFigure(node, unit.image, [unit.from, unit.to], inner)
      else if (unit.form === 'row') {
        const cells = unit.cells.map((pieces) => trimmed(pieces))
        addCells(
          {
            form: 'row',
            node,
            header: rows === undefined,
            cells: cells.map((cell) => ({
              value: textOf(cell),
              at: position(cell[0]?.from ?? unit.from, cell.at(-1)?.to ?? unit.from),
            })),
          },
          {
            pieces: cells.flatMap((cell, i) =>
              i > 0 ? [gap(cell[0]?.from ?? unit.from, ' | '), ...cell] : cell,
            ),
            from: unit.from,
            to: unit.to,
            hard: true,
          },
          inner,
        )
      } else {
        const draft: Writable<Draft> = { form: unit.form, node }
        if (unit.ordinal !== undefined) draft.ordinal = unit.ordinal
        addLines(node, unit.lines, inner, draft)
      }
      if (unit.form !== 'figure') rows = unit.form === 'row' ? group : undefined
    }
  }

  function visit(node: Nodes, place: Place): void {
    switch (node.type) {
      case 'heading': {
        const { lines, figures } = flatten(source, node.children)
        const pieces = lines.flatMap((line, i) =>
          i > 0 ? [gap(line.from, ' '), ...line.pieces] : line.pieces,
        )
        const [from, to] = offsets(node)
        const mayGoOn = node.depth > 1 && shown !== undefined
        const [title, rest] = cutAt(pieces, mayGoOn ? endOfTitle(textOf(pieces)) : Number.POSITIVE_INFINITY)
        const body = trimmed(rest)
        const start = body[0]?.from ?? to
        const own = { form: 'heading', node, depth: node.depth } as const
        add(own, { pieces: title, from, to: start, hard: true }, { ...place, group: ++groups })
        if (body.length > 0)
          add(
            { form: 'line', node },
            { pieces: body, from: start, to, hard: true },
            { ...place, group: ++groups },
          )
        for (const figure of figures) addFigure(figure.node, figure.image, offsets(figure.node), place)
        break
      }
      case 'paragraph':
        if (isMdxComment(node, source)) break
        addPhrasing(node, node.children, { ...place, group: ++groups })
        break
      case 'list': {
        const depth = place.parent === undefined ? 0 : (blocks[place.parent]?.depth ?? 0) + 1
        const inner = { ...place, group: ++groups, depth }
        node.children.forEach((item, i) => {
          addItem(item, node.ordered ? (node.start ?? 1) + i : null, inner)
        })
        break
      }
      case 'table': {
        const inner = { ...place, group: ++groups }
        node.children.forEach((row, i) => {
          addRow(row, i === 0, inner)
        })
        break
      }
      case 'code':
        addCode(node, { ...place, group: ++groups })
        break
      case 'html':
        addHtml(node, place)
        break
      case 'blockquote':
        for (const child of node.children) visit(child, { ...place, quoted: true })
        break
      case 'footnoteDefinition':
        for (const child of node.children) visit(child, place)
        break
      default: // definitions, rules and front matter are not seen
    }
  }

  for (const child of tree.children) visit(child, { depth: 0, quoted: false, group: 0 })
  return blocks
}

/** A paragraph that is a comment as MDX writes it, in braces. */
export function isMdxComment({ type, position }: Nodes, source: string): boolean {
  const [from = 0, to = 0] = [position?.start.offset, position?.end.offset]
  return type === 'paragraph' && source.startsWith('{/*', from) && source.slice(to - 3, to) === '*/}'
}

const gap = (at: number, text: string): Piece => ({ text, from: at, to: at, kind: 'text' })

const isEmphatic = (piece: Piece): boolean =>
  piece.kind === 'strong' ||
  piece.kind === 'emphasis' ||
  piece.kind === 'code' ||
  /^[\s:.]*$/.test(piece.text)

const blank = /^[\s\u200b]+/
const isBlank = (character = ' '): boolean => character === '' || blank.test(character)

/** Without white space, no-break spaces included, at either end. */
function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  if (!isBlank(pieces[0]?.text.charAt(0)) && !isBlank(pieces.at(-1)?.text.at(-1))) return pieces
  const [, out] = cutAt(pieces, blank.exec(textOf(pieces))?.[0].length ?? 0)
  for (let last = out.at(-1); last; last = out.at(-1)) {
    const text = last.text.trimEnd()
    if (text !== '') {
      const exact = last.to - last.from === last.text.length
      out[out.length - 1] = { ...last, text, to: exact ? last.from + text.length : last.to }
      break
    }
    out.pop()
  }
  return out
}

/** A run of pieces, cut behind so many characters; places follow where text and source agree character for character. */
function cutAt(pieces: readonly Piece[], count: number): [front: Piece[], rest: Piece[]] {
  const front: Piece[] = []
  const rest: Piece[] = []
  let left = count
  for (const piece of pieces) {
    const cut = Math.min(left, piece.text.length)
    left -= cut
    if (cut === piece.text.length) front.push(piece)
    else if (cut === 0) rest.push(piece)
    else {
      const exact = piece.to - piece.from === piece.text.length
      const [to, from] = exact ? [piece.from + cut, piece.from + cut] : [piece.to, piece.from]
      front.push({ ...piece, text: piece.text.slice(0, cut), to })
      rest.push({ ...piece, text: piece.text.slice(cut), from })
    }
  }
  return [front, rest]
}

/** Where the title ends in "Root cause: The file had the wrong ending, which ...", a title and a sentence behind its colon. */
function endOfTitle(text: string): number {
  const end = text.indexOf(':') + 1
  const body = text.slice(end).trim()
  const isTitle = end > 3 && end <= 60 && !/[.!?]/.test(text.slice(0, end))
  return isTitle && body.length > 50 && /[.:]$/.test(body) ? end : text.length
}

function spansOf(pieces: readonly Piece[]): Span[] {
  let start = 0
  return pieces.map(({ text, from, to, kind }) => {
    const span: Span = { start, length: text.length, from, to, kind }
    start += text.length
    return span
  })
}

const mask = (text: string): string => '\ufffc'.repeat(text.length)

function proseOf(pieces: readonly Piece[], text: string): string {
  let prose = pieces.some((piece) => piece.kind === 'code')
    ? pieces.map((piece) => (piece.kind === 'code' ? mask(piece.text) : piece.text)).join('')
    : text
  if (prose.includes('://')) prose = prose.replace(/\bhttps?:\/\/[^\s)>\]]+/g, mask)
  return maskQuotes(maskQuotes(prose, '"', '"'), '“', '”')
}

const longestQuote = 300

function maskQuotes(text: string, open: string, close: string): string {
  const parts: string[] = []
  let done = 0
  for (let from = text.indexOf(open); from >= 0; ) {
    const to = text.indexOf(close, from + 1)
    if (to < 0) break
    if (to - from <= longestQuote) {
      parts.push(text.slice(done, from), mask(text.slice(from, to + 1)))
      done = to + 1
    }
    from = text.indexOf(open, Math.max(done, from + 1))
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(done)
}

const longestLabel = 48

/** A leading bold run that more text follows or that ends in a colon, or a few plain words up to a colon. */
function labelOf(pieces: readonly Piece[]): { text: string; from: number; to: number } | undefined {
  const [first] = pieces
  if (!first) return undefined
  if (first.kind === 'strong' || first.kind === 'emphasis') {
    let end = 1
    while (pieces[end]?.kind === first.kind) end++
    const run = pieces.slice(0, end)
    const text = textOf(run)
    const colon = text.indexOf(': ')
    const label = trimEndOf(colon > 0 ? text.slice(0, colon) : text, /[\s:]/)
    const ends = /:\s*$/.test(text) || colon > 0 || end < pieces.length
    if (!ends || label.length === 0 || label.length > 80) return undefined
    return { text: label, from: first.from, to: run.at(-1)?.to ?? first.to }
  }
  const colon = first.text.indexOf(':')
  if (pieces.length === 1 && (colon < 0 || colon > longestLabel)) return undefined
  const [whole, icon = '', plain = ''] = plainLabel.exec(textOf(pieces)) ?? []
  if (whole === undefined || plain.split(/\s+/).length > 6) return undefined
  const text = plain.trimEnd()
  const own = cutAt(cutAt(pieces, icon.length)[1], text.length)[0]
  return { text, from: own[0]?.from ?? first.from, to: own.at(-1)?.to ?? first.to }
}
/** Words up to a colon, behind an emoji or its code or not. */
const plainLabel =
  /^((?:(?:[^\p{L}\p{N}\s:]{1,12}|:[a-z][a-z_]{1,30}:)\s{1,2}){0,2})(\p{L}[^:.!?;|]{0,48})(?=:(?:\s|$))/u

const bullet = /^(?:[•●○◦▪■‣⁃·—–*+-][\s\u00a0]+|[•●▪■]|-(?=\p{Lu}))/u
const number = /^(\d{1,3})[.)](?:[\s\u00a0]+(?=\S)|(?=\d{1,2}:\d\d))/
const hashes = /^(#{2,6})(?=\p{L}|\p{Extended_Pictographic})|^(#{1,6})\s+(?=\S)|^(#)(?=\p{Lu}\p{Ll})/u

const mayBeTyped = /^[^\p{L}]/u

/** "**Impact:** all users" in a line that a parser does not look into, since it stands right below HTML. */
function typedBold(line: Line): Line {
  const bold = /^\*\*(?=\S)[^*_]{1,120}\*\*|^__(?=\S)[^*_]{1,120}__/.exec(textOf(trimmed(line.pieces)))
  if (!bold) return line
  const [, inner] = cutAt(trimmed(line.pieces), 2)
  const [label, rest] = cutAt(inner, bold[0].length - 4)
  const strong = label.map((piece) => ({ ...piece, kind: 'strong' as const }))
  return { ...line, pieces: [...strong, ...cutAt(rest, 2)[1]] }
}

/** Markup that its writer typed and the parser does not know: a bullet, a number, hash signs without a space. */
function typedMarkup(line: Line, node: Nodes): { draft: Draft; line: Line } | undefined {
  const pieces = trimmed(line.pieces)
  if (!mayBeTyped.test(pieces[0]?.text ?? '')) return undefined
  const text = textOf(pieces)
  const without = (count: number): Line => ({ ...line, pieces: cutAt(pieces, count)[1] })
  const heading = hashes.exec(text)
  if (heading) {
    const depth = (heading[1] ?? heading[2] ?? heading[3] ?? '').length
    return { draft: { form: 'heading', node, depth }, line: without(heading[0].length) }
  }
  const dot = bullet.exec(text)
  if (dot) return { draft: { form: 'item', node }, line: without(dot[0].length) }
  const counted = number.exec(text)
  if (counted)
    return { draft: { form: 'item', node, ordinal: Number(counted[1]) }, line: without(counted[0].length) }
  return undefined
}

interface Flat {
  readonly lines: readonly Line[]
  readonly figures: readonly { readonly node: Nodes; readonly image: Image }[]
}

/** Phrasing content as lines of pieces, split where the source breaks, and the images in it. */
function flatten(source: string, nodes: readonly PhrasingContent[]): Flat {
  const lines: Line[] = []
  const figures: { node: Nodes; image: Image }[] = []
  let pieces: Piece[] = []
  let from: number | undefined
  let to = 0
  let hard = true
  let html: Span['kind'] | undefined

  const touch = (start: number, end: number): void => {
    from ??= start
    to = Math.max(to, end)
  }
  const breakLine = (meant: boolean): void => {
    if (pieces.length > 0) {
      lines.push({ pieces, from: from ?? 0, to, hard })
      hard = meant
    } else hard ||= meant
    pieces = []
    from = undefined
    to = 0
  }
  const write = (text: string, start: number, end: number, kind: Span['kind']): void => {
    if (text === '') return
    touch(start, end)
    pieces.push({ text, from: start, to: end, kind })
  }

  function writeText(value: string, start: number, end: number, kind: Span['kind']): void {
    let at = start
    value.split(/\r?\n/).forEach((text, i) => {
      if (i > 0) {
        breakLine(false)
        const eol = source.indexOf('\n', at)
        at = eol < 0 || eol >= end ? end : eol + 1
        while (at < end && ' \t>'.includes(source.charAt(at))) at++
      }
      const eol = source.indexOf('\n', at)
      const stop = Math.min(end, eol < 0 ? end : eol)
      const exact = source.startsWith(text, at)
      write(text, at, exact ? at + text.length : stop, kind)
      if (exact) at += text.length
    })
  }

  function writeHtml(node: Html, start: number, end: number): void {
    for (const tag of readTags(node.value)) {
      if (tag.name === 'br' || tag.block) breakLine(true)
      else if (tag.image) figures.push({ node, image: tag.image })
      else if (tag.kind) html = tag.open ? tag.kind : undefined
    }
    if (from !== undefined) touch(start, end)
  }

  function visit(node: PhrasingContent, kind: Span['kind']): void {
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? start
    switch (node.type) {
      case 'text':
        writeText(node.value, start, end, html ?? kind)
        break
      case 'inlineCode': {
        const inner = start + source.slice(start, end).indexOf(node.value)
        const at = Math.max(start, inner)
        touch(start, end)
        write(node.value.replace(/\r?\n/g, ' '), at, Math.min(end, at + node.value.length), 'code')
        touch(start, end)
        break
      }
      case 'break':
        breakLine(true)
        break
      case 'html':
        writeHtml(node, start, end)
        break
      case 'image':
      case 'imageReference': {
        const url = node.type === 'image' ? node.url : node.identifier
        figures.push({ node, image: imageWith(url, node.alt ?? '', false) })
        break
      }
      case 'footnoteReference':
        break
      default: {
        touch(start, start)
        const inner = innerKind(node, kind)
        for (const child of node.children) visit(child, inner)
        if (from !== undefined) touch(start, end)
      }
    }
  }
  for (const node of nodes) visit(node, 'text')
  breakLine(true)
  return { lines, figures }
}

function innerKind(node: Parent & PhrasingContent, kind: Span['kind']): Span['kind'] {
  if (node.type === 'strong' || node.type === 'emphasis') return kind === 'strong' ? kind : node.type
  if (node.type === 'delete') return 'deleted'
  if (node.type !== 'link') return kind
  const [only] = node.children
  return only?.type === 'text' && /^(?:https?:\/\/|mailto:|www\.)/.test(only.value)
    ? 'code'
    : kind === 'text'
      ? 'link'
      : kind
}

/** Maps an offset in the value of a node that spans lines to an offset in the source, container prefixes skipped. */
function offsetsOf(source: string, node: Html | Code): (offset: number) => number {
  const start = node.position?.start.offset ?? 0
  if (source.startsWith(node.value, start)) return (offset) => start + offset
  const lines = literalLines(source, node)
  const begins = [0]
  for (const value of node.value.split('\n')) begins.push((begins.at(-1) ?? 0) + value.length + 1)
  let line = 0
  return (offset) => {
    if (offset < (begins[line] ?? 0)) line = 0
    while (offset >= (begins[line + 1] ?? Number.POSITIVE_INFINITY)) line++
    const { pieces = [], from = start } = lines[line] ?? {}
    return Math.max(from, (pieces[0]?.from ?? from) + offset - (begins[line] ?? 0))
  }
}

/** The lines of a code or HTML node, each where it stands in the source. */
function literalLines(source: string, node: Html | Code): Line[] {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  const fenced = node.type === 'code' && /^(?:`{3}|~{3})/.test(source.slice(start, start + 3))
  let at = fenced ? source.indexOf('\n', start) + 1 : start
  return node.value.split(/\r?\n/).map((text) => {
    const from = beginOf(source, text, at)
    const to = Math.min(from + text.length, source.length)
    const line = Math.max(at, from)
    const eol = source.indexOf('\n', line)
    at = eol < 0 ? end : eol + 1
    return {
      pieces: text.trim() === '' ? [] : [{ text, from, to, kind: 'text' }],
      from: line,
      to,
      hard: true,
    }
  })
}

/** Where a line of a node begins; where a tab became more spaces than it has characters, before the line of the source. */
function beginOf(source: string, text: string, at: number): number {
  const eol = source.indexOf('\n', at)
  const line = source.slice(at, eol < 0 ? source.length : eol)
  const whole = line.indexOf(text)
  if (whole >= 0) return at + whole
  const shown = text.trim()
  return at + Math.max(0, line.indexOf(shown)) - text.indexOf(shown)
}

/** A document that stands in a fence as a whole, or lines that tabs turned into code, are prose all the same. */
function isProse(node: Code, lines: readonly Line[], source: string): boolean {
  const written = lines.filter((line) => line.pieces.length > 0)
  const fenced =
    written[0] !== undefined && node.position !== undefined && node.position.start.line < lineOf(node)
  if (node.lang && !/^te?xt$/i.test(node.lang)) return false
  if (fenced && sizeOf(node.value) < sizeOf(source) / 2) return false
  const starts = written.filter((line) =>
    /^\s*(?:[\p{Lu}\d*•#-]|\p{Extended_Pictographic})/u.test(textOf(line.pieces)),
  )
  const symbols = node.value.match(/[{};=<>|$\\_`]|\w\(/g)?.length ?? 0
  return written.length > 0 && starts.length > 0.7 * written.length && symbols < 0.02 * sizeOf(node.value)
}

/** Length without line breaks, which may be two characters. */
const sizeOf = (text: string): number => text.replace(/[\r\n]/g, '').length

/** The line on which the content of a code node starts if the node is fenced: one below the fence. */
const lineOf = (node: Code): number => {
  const start = node.position?.start.line ?? 0
  const end = node.position?.end.line ?? 0
  return end - start + 1 > node.value.split('\n').length ? start + 1 : start
}
