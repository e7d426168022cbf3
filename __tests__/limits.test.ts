import { lint } from '../src/index.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'

/** A text of about `length` characters made of one piece. */
const of = (piece: string, length = 40_000) => piece.repeat(length / piece.length)
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n')

/** Markup for which the parser needs time that grows with the square of its length: minutes, or the end of the stack. */
const hostile = {
  'quotes in quotes': of('>'),
  'quotes in quotes, with blanks': of('> '),
  'lists in lists': of('- + '),
  'numbered lists in lists': of('1. '),
  'lists in quotes in lists': of('> - 1. '),
  'footnotes in footnotes': of('[^1]: '),
  'quotes that open and close': lines(3000, (i) => `${'> '.repeat(i % 30)}a\n`),
  'lists in quotes that open and close': lines(3000, (i) => `${'> - '.repeat(i % 30)}a`),
  'quotes that go on unquoted': of('> a\nb\n'),
  'lists that open and close': of('- a\n\nb\n\n'),
  'underlined headings': of('a\n=\n'),
  'rules below lines': of('a: b\n---\n'),
  'emphasis that never closes': of('*a_ '),
  'strong and emphasis that cross': of('**a *b '),
  'emphasis in emphasis': `${of('*a ', 20_000)}${of('a* ', 20_000)}`,
  'stars and underscores': of('*_'),
  'strikethrough that never closes': of('a~~b~c'),
  'brackets in brackets': `${'['.repeat(20_000)}a${']'.repeat(20_000)}`,
  'brackets that never opened': of(']'),
  'links that never close': of('[a](b'),
  'comments that never close': of('a<!--'),
  'instructions that never close': of('a<?'),
  'declarations that never close': of('a<!A'),
}

test.each(Object.entries(hostile))('%s are refused', (_, text) => {
  expect(lint(text).findings.map(({ rule }) => rule)).toEqual(['unreadable'])
})

/** Much of what real documents have, far more than they have of it. */
const honest = {
  'a table': `| a | b |\n| - | - |\n${of('| **10:00** | `x_y` [z](w) |\n')}`,
  'a list': of('- **10:00** an *alert* on `a_b` [fired](x).\n'),
  'nested lists': lines(2000, (i) => `${'  '.repeat(i % 8)}- **10:00** an alert`),
  'a paragraph of lines': of('**10:00** An alert on `a_b` fired, see [it](x).<br>\n'),
  'paragraphs in quotes': of('> On 3 May _all_ was well.\n>\n> > So it was.\n\n'),
  'underlined headings': of(
    'Summary\n=======\n\nAll was well, for once, and nobody was woken up at night.\n\n',
  ),
  'a log in a fence': `\`\`\`\n${of('[2024-05-03] <!-- *ptr_a = **b; > - x ]]]\n')}\`\`\`\n`,
  'indented code': of('    *_*_]]]<!--<?~~\n'),
  'words in snake case': of(
    'The job read some_table_name and wrote other_table_name again, for a while. \n\n',
  ),
  comments: lines(200, () => 'Text <!-- a remark --> and text.\n'),
  addresses: of('See https://example.com/a_b_c?d=e&f=g and mail a@example.com.\n'),
}

test.each(Object.entries(honest))('%s: much of it is read', (_, text) => {
  expect(parseMarkdown(text).children).not.toEqual([])
})

test('one parse does not pay for another', () => {
  const much = of('- **10:00** an *alert* on `a_b` [fired](x).\n')
  for (let i = 0; i < 5; i++) expect(parseMarkdown(much).children).toHaveLength(1)
})

test('the syntax that counts changes no tree', () => {
  const text = '> a *b* _c_ ~~d~~ [e](f) ]\n\n1. x\n   - y <!-- z --> <? w ?>\n\nTitle\n---\n\n+ *\n'
  const tree = parseMarkdown(text)
  expect(tree.children.map(({ type }) => type)).toEqual(['blockquote', 'list', 'heading', 'list'])
  expect(tree.position?.end.offset).toBe(text.length)
})
