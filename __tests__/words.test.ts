import fc from 'fast-check'
import { readBlocks } from '../src/postmortem/blocks.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import { countWords, readWords } from '../src/postmortem/words.ts'

const words = (source: string) => readWords(readBlocks(source, parseMarkdown(source)))

test('words are counted by part', () => {
  const source = [
    '# Search was down',
    '',
    'For ten minutes search gave no results.',
    '',
    '- An alias pointed nowhere',
    '  and nobody saw it',
    '- We moved it back',
    '',
    '| Time | Event |',
    '| --- | --- |',
    '| 10:02 | Alias moved |',
  ].join('\n')
  expect(words(source)).toEqual({ total: 27, headings: 3, prose: 7, lists: 12, tables: 5 })
})

test.each([
  ['```sh\nkubectl get pods\n```', 0],
  ['```mermaid\ngraph TD; A-->B\n```', 0],
  ['---\ntitle: A long title\n---\n\nTwo words', 2],
  ['+++\ntitle = "A long title"\n+++\n\nTwo words', 2],
  ['![a graph of the load](load.png)', 0],
  ['See [the dashboard](https://example.org/a/long/path?with=words) now', 4],
  ['See <https://example.org/a b> or <https://example.org/a-b-c> now', 6],
  ['One <span class="red wide">two</span> three', 3],
  ['<p align="center">Four words stand here</p>', 4],
  ['One <!-- not these three --> two', 2],
  ['Ran `nginx -t` twice', 4],
  [':rocket: lift off :tada:', 2],
  ['10:02 — the disk – was full ...', 5],
  ['Ἀθῆναι Осло 東京', 3],
  ['', 0],
])('%j has %d words', (source, total) => {
  expect(words(source).total).toBe(total)
})

test('the parts add up, whatever stands there', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '\n', '#', '-', '|', '>', '1', '.', '*', '`') }),
      (source) => {
        const { total, prose, lists, tables, headings } = words(source)
        expect(prose + lists + tables + headings).toBe(total)
      },
    ),
  )
})

test('a text of plain words has as many words as it was made of', () => {
  const word = fc.stringMatching(/^[a-z0-9]{1,8}$/)
  fc.assert(
    fc.property(fc.array(word), fc.constantFrom(' ', '\n', ' \u00a0', '\t'), (list, gap) => {
      expect(countWords(list.join(gap))).toBe(list.length)
    }),
  )
})
