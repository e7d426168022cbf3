import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { readBlocks } from '../src/postmortem/blocks.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import { placeOf, sourceAt, standsAlone } from '../src/postmortem/place.ts'

const folder = new URL('fixtures/documents/', import.meta.url)
const documents = readdirSync(folder).map((name) =>
  readFileSync(new URL(`${name}/input.md`, folder), 'utf8').replace(/^\uFEFF/, ''),
)
const read = (source: string) => readBlocks(source, parseMarkdown(source))

test('a word inside bold text of a quoted item stands where it is written', () => {
  const source = 'Before.\r\n\r\n> - It was **very slow**\r\n>   for an hour.\r\n'
  const block = read(source).find(({ text }) => text.includes('slow'))
  const at = block && placeOf(source, block, block.text.indexOf('slow'), block.text.indexOf('slow') + 4)
  expect(at).toEqual({
    start: { line: 3, column: 19, offset: source.indexOf('slow') },
    end: { line: 3, column: 23, offset: source.indexOf('slow') + 4 },
  })
})

test('an entity is told of as it is written', () => {
  const source = 'Fish &amp; chips'
  const [block] = read(source)
  expect(block && sourceAt(source, placeOf(source, block, 0, block.text.length))).toBe(source)
})

test('an empty heading is told of where it stands', () => {
  const source = 'Text.\n\n##\n'
  const block = read(source).at(-1)
  expect(block && placeOf(source, block, 0, 0).start).toEqual({ line: 3, column: 1, offset: 7 })
})

test('any character of any block is found at its place', () => {
  fc.assert(
    fc.property(fc.constantFrom(...documents), fc.nat(), fc.nat(), (source, which, where) => {
      const blocks = read(source).filter(({ form, text }) => text !== '' && form !== 'code')
      const block = blocks[which % blocks.length]
      if (!block) return
      const index = where % block.text.length
      const at = placeOf(source, block, index, index + 1)
      const written = sourceAt(source, at)
      if (written.length === 1 && written.trim() !== '') expect(written).toBe(block.text[index])
      expect(at.start.line).toBeGreaterThanOrEqual(block.at.start.line)
      expect(at.end.line).toBeLessThanOrEqual(block.at.end.line)
    }),
  )
})

test.each([
  ['Timeline:\n10:00 it began', true],
  ['one line,\nand another that goes with it', false],
  ['- an item', false],
  ['> quoted', false],
  ['    indented Code', false],
])('%j has its line to itself: %s', (source, alone) => {
  const [block] = read(source)
  expect(block && standsAlone(source, block)).toBe(alone)
})
