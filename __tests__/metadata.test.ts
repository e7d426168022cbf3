import { readBlocks } from '../src/postmortem/blocks.ts'
import { readMetadata } from '../src/postmortem/metadata.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import { readSections } from '../src/postmortem/sections.ts'

const fields = (source: string) => {
  const tree = parseMarkdown(source)
  const blocks = readBlocks(source, tree)
  return readMetadata(source, tree, blocks, readSections(blocks))
}
const said = (source: string) =>
  fields(source).map(({ key, value, at }) => `${at.start.line} ${key} = ${value}`)

test('front matter in YAML: every value a text, where it stands', () => {
  const source =
    '---\ntitle: Search was down\ndate: 2024-05-01\ndraft: false\nauthors:\n  - ada\n  - grace\nlinks:\n  chat: "#search"\nempty:\n---\n\n# Text\n'
  expect(said(source)).toEqual([
    '2 title = Search was down',
    '3 date = 2024-05-01',
    '4 draft = false',
    '5 authors = ada, grace',
    '8 links = chat: #search',
    '10 empty = ',
  ])
  for (const { key, at } of fields(source)) expect(source.slice(at.start.offset, at.end.offset)).toBe(key)
})

test('front matter in TOML', () => {
  const source = '+++\ntitle = "Search was down"\ndate = 2024-05-01\n[extra]\nseverity = 2\n+++\n\nText\n'
  expect(said(source)).toEqual(['2 title = Search was down', '3 date = 2024-05-01', '4 extra = severity: 2'])
})

test('CRLF moves no field', () => {
  const source = '---\r\ntitle: Search\r\nowner: ada\r\n---\r\n\r\n# Text\r\n'
  expect(said(source)).toEqual(['2 title = Search', '3 owner = ada'])
  for (const { key, at } of fields(source)) expect(source.slice(at.start.offset, at.end.offset)).toBe(key)
})

test.each([
  '---\n{{{ not: [yaml\n---\n\nText',
  '---\n- a\n- b\n---\n\nText',
  '+++\nnot toml at all\n+++\n\nText',
  '---\n---\n',
])('broken front matter gives no fields and throws nothing: %j', (source) => {
  expect(said(source)).toEqual([])
})

test('tags make no objects and aliases multiply nothing', () => {
  const bomb = [
    'a: &a [x, x, x]',
    ...'bcdefghi'.split('').map((key, i) => `${key}: &${key} [${`*${'abcdefgh'[i]}, `.repeat(9)}]`),
  ]
  const source = `---\n${bomb.join('\n')}\nrun: !!js/function "() => 1"\n---\n\nText`
  const found = fields(source)
  expect(found.map(({ value }) => value.length).every((length) => length < 100)).toBe(true)
  expect(found.at(-1)).toMatchObject({ key: 'run', value: '() => 1' })
})

test('labelled lines before the first section, several on a line', () => {
  const source = [
    '# Search was down',
    '',
    '**Date:** 2024-05-01 · **Status**: final',
    '',
    '**Authors:** Ada, Grace',
    'Severity: SEV-2',
    '',
    '## Timeline',
    '',
    '**10:02** the alias moved',
    '**Note:** all times in UTC',
  ].join('\n')
  expect(said(source)).toEqual([
    '3 Date = 2024-05-01',
    '3 Status = final',
    '5 Authors = Ada, Grace',
    '6 Severity = SEV-2',
  ])
})

test('a label that opens a section is no field', () => {
  expect(said('# Search\n\n- **Impact:** no results\n- **Time to repair:** 10 min\n')).toEqual([
    '4 Time to repair = 10 min',
  ])
})

test('tables of two columns, with and without names for the columns', () => {
  expect(
    said('# Search\n\n| Field | Value |\n| - | - |\n| **Date** | 2024-05-01 |\n| Owner | Ada |\n'),
  ).toEqual(['5 Date = 2024-05-01', '6 Owner = Ada'])
  expect(said('# Search\n\n| Date | 2024-05-01 |\n| - | - |\n| Owner | Ada |\n')).toEqual([
    '3 Date = 2024-05-01',
    '5 Owner = Ada',
  ])
  expect(said('# Search\n\n| A | B | C |\n| - | - | - |\n| Owner | Ada | x |\n')).toEqual([])
  expect(said('# Search\n\n## Timeline\n\n| Time | Event |\n| - | - |\n| 10:02 | moved |\n')).toEqual([])
})

test('sections of metadata, wherever they stand', () => {
  expect(
    said(
      '# Search\n\n## Summary\n\nGone.\n\n## Status\n\nFinal\n\n## Stats\n\n- Time to detect: 4 minutes\n',
    ),
  ).toEqual(['9 Status = Final', '13 Time to detect = 4 minutes'])
})
