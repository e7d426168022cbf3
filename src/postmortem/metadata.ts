import type { Root } from 'mdast'
import { parse as parseToml } from 'smol-toml'
import type { Position } from 'unist'
import { location } from 'vfile-location'
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Block, Field, Section } from './postmortem.ts'
import { trimEndOf, trimOf } from './trim.ts'

/**
 * What the document says of itself: front matter, `**Key:** value` lines and tables of two columns that stand before its
 * first section or in one of metadata. Broken front matter gives no fields.
 */
export function readMetadata(
  source: string,
  tree: Root,
  blocks: readonly Block[],
  sections: readonly Section[],
): Field[] {
  const kindsOpen = new Set(sections.filter(({ kinds }) => kinds.length > 0).map(({ block }) => block))
  const body = sections.find(({ kinds, form }) => kinds.length > 0 && form !== 'label')?.block
  const asides = new Array<Section | undefined>(blocks.length)
  for (const section of sections)
    if (section.form !== 'label' && (section.side === 'meta' || section.side === 'people'))
      asides.fill(section, section.block, section.end)
  const wide = new Set(blocks.filter(({ cells }) => cells && cells.length !== 2).map(({ group }) => group))
  const fields = readFrontMatter(source, tree)
  blocks.forEach((block, index) => {
    const aside = asides[index]
    if (block.quoted || (!aside && index >= (body ?? blocks.length))) return
    if (block.form === 'row') fields.push(...(wide.has(block.group) ? [] : rowField(block)))
    else if (index === aside?.block) {
      const own = labelFields(block)
      fields.push(...(own.length > 0 ? own : titleField(aside)))
    } else if ((block.form === 'line' || block.form === 'item') && !kindsOpen.has(index))
      fields.push(...labelFields(block))
  })
  return fields
}

/** A section of metadata that holds one line: "## Status" over "Resolved". */
function titleField({ title, body }: Section): Field[] {
  const [value, more] = body
  const key = trimEndOf(title.value, /[\s:]/)
  return value?.form === 'line' && !more ? [{ key, value: value.text, at: value.at }] : []
}

/** What is longer was written to keep a parser busy: each of its errors costs as much as a line of text. */
const longestFrontMatter = 20_000

/** `key: value` at the top of the file, nested values as one text. */
function readFrontMatter(source: string, tree: Root): Field[] {
  const [node] = tree.children
  if (!node || !('value' in node) || !node.position || node.value.length > longestFrontMatter) return []
  const kind: string = node.type
  const { toOffset } = location(source)
  const firstLine = node.position.start.line + 1
  const at = (line: number, column: number, length: number): Position => {
    const offset = toOffset({ line: firstLine + line, column }) ?? 0
    const start = { line: firstLine + line, column, offset }
    return { start, end: { line: firstLine + line, column: column + length, offset: offset + length } }
  }
  if (kind === 'yaml') return readYaml(node.value, at)
  if (kind === 'toml') return readToml(node.value, at)
  return []
}

type Place = (line: number, column: number, length: number) => Position

function readYaml(text: string, at: Place): Field[] {
  const lines = new LineCounter()
  // every scalar a string, no tags; aliases are not followed, so that nothing can multiply
  const { contents } = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    logLevel: 'silent',
    prettyErrors: false,
    uniqueKeys: false, // each key would be held against all before it
  })
  if (!isMap(contents)) return []
  return contents.items.flatMap(({ key, value }) => {
    if (!isScalar(key) || !key.range) return []
    const { line, col } = lines.linePos(key.range[0])
    const name = String(key.value)
    return [{ key: name, value: yamlText(value), at: at(line - 1, col, name.length) }]
  })
}

function yamlText(node: unknown): string {
  if (isScalar(node)) return typeof node.value === 'string' ? node.value.trim() : ''
  if (isPair(node)) return `${yamlText(node.key)}: ${yamlText(node.value)}`
  return isSeq(node) || isMap(node) ? node.items.map(yamlText).join(', ') : ''
}

function readToml(text: string, at: Place): Field[] {
  const lines = new Map<string, number>()
  const texts = text.split('\n')
  texts.forEach((line, i) => {
    const [, key] = tomlKey.exec(line) ?? []
    if (key !== undefined && !lines.has(key)) lines.set(key, i)
  })
  try {
    return Object.entries(parseToml(text)).map(([key, value]) => {
      const line = lines.get(key) ?? 0
      const column = Math.max(0, texts[line]?.indexOf(key) ?? 0) + 1
      return { key, value: tomlText(value), at: at(line, column, key.length) }
    })
  } catch {
    return []
  }
}

/** The first part of a key, of a table too, quoted or not. */
const tomlKey = /^\s*(?:\[{1,2}\s*)?["']?([^"'\s.=[\]]+)/

function tomlText(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(tomlText).join(', ')
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${tomlText(inner)}`)
    .join(', ')
}

/** `**Key:** value`, several on a line, or a plain `Key: value`. */
function labelFields(block: Block): Field[] {
  const { text, spans, label, at } = block
  const keys = spans.filter(
    ({ kind, start, length }) =>
      kind === 'strong' && text.slice(start + length - 2, start + length + 1).includes(':'),
  )
  const [first] = keys
  if (!first || first.start > 0) {
    const value = label && /^\s*:\s*(.+)/su.exec(text.slice(label.value.length))?.[1]
    return label && value && isKey(label.value) ? [{ key: label.value, value, at }] : []
  }
  return keys.flatMap(({ start, length }, i) => {
    const key = trimEndOf(text.slice(start, start + length), /[\s:]/)
    const value = trimOf(text.slice(start + length, keys[i + 1]?.start), /[\s·|,;:–—-]/)
    return value !== '' && isKey(key) ? [{ key, value, at }] : []
  })
}

/** A few words that are no time. */
const isKey = (text: string): boolean => !/^\W*\d/.test(text) && text.split(/\s+/).length <= 5

/** A row of a table of two columns, its header included unless it names the columns. */
function rowField(row: Block): Field[] {
  const [key, value] = row.cells ?? []
  if (!key || !value || key.value === '' || value.value === '' || !isKey(key.value)) return []
  if (row.header && namesColumns.test(`${key.value}|${value.value}`)) return []
  return [{ key: key.value, value: value.value, at: row.at }]
}
const namesColumns =
  /^(?:field|key|item|property|attribute|name|metric|what)\||\|(?:value|details?|description|info|information)$/i
