import fc from 'fast-check'
import { readBlocks } from '../src/postmortem/blocks.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import type { Block } from '../src/postmortem/postmortem.ts'

const read = (source: string): Block[] => readBlocks(source, parseMarkdown(source))

/** `line form text` for each block, nesting shown by dots. */
const outline = (source: string): string[] =>
  read(source).map((block) =>
    `${block.at.start.line} ${'.'.repeat(block.depth)}${block.form} ${block.text}`.trim(),
  )

describe('a paragraph', () => {
  test('of lines that start with a time is a block a line', () => {
    expect(outline('10:00 AM Alert fired\n10:05 AM - on-call joined\n[10:09] rolled back')).toEqual([
      '1 line 10:00 AM Alert fired',
      '2 line 10:05 AM - on-call joined',
      '3 line [10:09] rolled back',
    ])
  })
  test('that an editor wrapped is one block', () => {
    const wrapped =
      'The cache was cold after the restart, so every request went to the database\nand the pool ran dry.'
    expect(outline(wrapped)).toEqual([`1 line ${wrapped.replace('\n', ' ')}`])
  })
  test('breaks where its writer asked for it', () => {
    expect(outline('one  \ntwo\\\nthree<br>four')).toEqual([
      '1 line one',
      '2 line two',
      '3 line three',
      '3 line four',
    ])
  })
  test('with a short line before it is two', () => {
    expect(
      outline('Timeline\nThe pager rang at noon and the whole team came to look at the graphs'),
    ).toHaveLength(2)
  })
  test('is two where its first line is a title, whatever the second begins with', () => {
    const rest = 'restart the workers whenever the queue is long, and watch them for an hour afterwards'
    expect(outline(`Improvements:\n${rest}`)).toHaveLength(2)
    expect(outline(`ROOT CAUSE\n${rest}`)).toHaveLength(2)
    expect(outline(`The NASA\n${rest}`)).toHaveLength(1)
    expect(outline(`- 2024-06-28 7:09 AM:\n  ${rest}`)).toHaveLength(1)
  })
  test('of bullets typed by hand is a list', () => {
    expect(outline('• restart it\n• watch it\n\n-Implement a check')).toEqual([
      '1 item restart it',
      '2 item watch it',
      '4 item Implement a check',
    ])
  })
})

describe('tables', () => {
  test('have no rows that nobody filled in', () => {
    expect(outline('| Time | Event |\n|-|-|\n| 10:00 | alert |\n|  |  |\n')).toEqual([
      '1 row Time | Event',
      '3 row 10:00 | alert',
    ])
    const rows = ['<tr><th>Task</th><th>Owner</th></tr>', '<tr><td></td><td></td></tr>']
    expect(outline(`<table>\n${rows.join('\n')}\n</table>\n`)).toEqual(['2 row Task | Owner'])
    expect(outline('| | |\n|-|-|\n| Owner | Bo |\n')).toEqual(['1 row |', '3 row Owner | Bo'])
  })
})

describe('lists', () => {
  test('nest, tick and count', () => {
    const blocks = read('1. one\n2. two\n   - [x] done\n   - [ ] open\n')
    expect(blocks.map(({ ordinal, checked, depth, parent }) => [ordinal, checked, depth, parent])).toEqual([
      [1, undefined, 0, undefined],
      [2, undefined, 0, undefined],
      [undefined, true, 1, 1],
      [undefined, false, 1, 1],
    ])
  })
  test('in HTML read the same', () => {
    expect(
      outline('<ol><li><b>10:00</b> alert</li>\n<li>10:05 <img src="a.png" alt="graph"> joined\n</ol>'),
    ).toEqual(['1 item 10:00 alert', '2 item 10:05  joined', '2 figure'])
  })
  test('keep lines that lean on an item below it', () => {
    expect(outline('- Impact:\n— Ten percent of users\n— Two regions')).toEqual([
      '1 item Impact:',
      '2 .item Ten percent of users',
      '3 .item Two regions',
    ])
  })
})

test('headings are read from ATX, setext, HTML and hash signs without a space', () => {
  expect(outline('# One\n\nTwo\n---\n\n<h3>Three</h3>\n\n##Four\n')).toEqual([
    '1 .heading One',
    '3 ..heading Two',
    '6 ...heading Three',
    '8 ..heading Four',
  ])
})

test('a table is rows of cells', () => {
  const [head, row] = read('| Day | Time |\n|-|-|\n| Mon | `10:00` |\n')
  expect(head?.header).toBe(true)
  expect(row?.cells?.map((cell) => cell.value)).toEqual(['Mon', '10:00'])
  expect(row?.cells?.[1]?.at.start).toMatchObject({ line: 3, column: 10 })
})

test('code is code, a fence around a whole document is not', () => {
  expect(outline('Text\n\n```sh\nkubectl get pods\n```\n')).toEqual([
    '1 line Text',
    '3 code kubectl get pods',
  ])
  expect(outline('```\nIssue Summary:\nThe shop was down.\n\nTimeline:\n10:00 Alert\n```\n')).toEqual([
    '2 line Issue Summary:',
    '3 line The shop was down.',
    '5 line Timeline:',
    '6 line 10:00 Alert',
  ])
})

test('prose hides code, addresses and quotes, character for character', () => {
  const [block] = read('Ran `git blame` on "careless" text, see https://example.org/x now')
  expect(block?.prose).toHaveLength(block?.text.length ?? 0)
  expect(block?.prose.replace(/\ufffc+/g, '*')).toBe('Ran * on * text, see * now')
})

test('labels are bold runs or words before a colon', () => {
  const label = (source: string) => read(source)[0]?.label?.value
  expect(label('**Impact** ten users')).toBe('Impact')
  expect(label('- **Root cause:** a leak')).toBe('Root cause')
  expect(label('Root cause: a leak')).toBe('Root cause')
  expect(label('🧩 Root cause: a leak')).toBe('Root cause')
  expect(label('- 🕵️‍♂️ :mag: The timeline: a journey')).toBe('The timeline')
  expect(read('🧩 Root cause: a leak')[0]?.label?.at.start.column).toBe(4)
  expect(read('🧩 **Root cause**: a leak')[0]?.label?.at).toMatchObject({
    start: { column: 6 },
    end: { column: 16 },
  })
  expect(label('At 10:00 it broke: the end')).toBeUndefined()
  expect(label('**All bold**')).toBeUndefined()
})

test('images are figures with their alternative text', () => {
  const figures = read('Look ![the graph](a.png) here\n\n<img src="b.png">\n\n```mermaid\npie\n```\n').filter(
    (block) => block.form === 'figure',
  )
  expect(figures.map((figure) => figure.image)).toEqual([
    { url: 'a.png', alt: 'the graph', mute: false, html: false },
    { url: 'b.png', alt: null, mute: false, html: true },
    undefined,
  ])
})

const snippet = fc.constantFrom(
  '# Title',
  '- item',
  '  - child',
  '1. first',
  '10:00 alert',
  '**Bold:**',
  '> quoted',
  '| a | b |',
  '|-|-|',
  '<ul><li>x',
  '</li></ul>',
  '<br>',
  '```',
  '\ttabbed',
  'plain &amp; `code` *text*',
  '![a](b)',
  '',
  '\u00a0• dot',
)
const documents = fc.array(fc.oneof(snippet, fc.string()), { maxLength: 14 }).map((lines) => lines.join('\n'))

test('bold text right below HTML is what its writer meant', () => {
  const blocks = read('<p>\n<img src="a.png">\n</p>\n**Summary**\n- **Impact:** all users\n- 10:00 **x**\n')
  expect(blocks.map(({ text, label, emphatic }) => [text, label?.value, emphatic]).slice(1)).toEqual([
    ['Summary', undefined, true],
    ['Impact: all users', 'Impact', false],
    ['10:00 **x**', undefined, false],
  ])
  expect(blocks[2]?.label?.at.start).toMatchObject({ line: 5, column: 5 })
})

test('text stands where it does behind a tab that a parser turned into spaces', () => {
  const source = '- item\n<br>\n\ttabbed'
  const [, block] = read(source)
  expect(source.slice(block?.at.start.offset, block?.at.end.offset).trim()).toBe('tabbed')
})

test('any text: blocks stand inside the document and their spans agree with it', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const source = text.replace(/^\ufeff/, '')
      const lines = source.split(/\r\n|\r|\n/).length
      for (const block of read(source)) {
        expect(block.at.start.line).toBeGreaterThanOrEqual(1)
        expect(block.at.end.line).toBeLessThanOrEqual(lines)
        expect(block.at.end.offset).toBeGreaterThanOrEqual(block.at.start.offset ?? 0)
        expect(block.prose).toHaveLength(block.text.length)
        expect(block.spans.reduce((sum, span) => sum + span.length, 0)).toBe(block.text.length)
        for (const span of block.spans) expect(span.to).toBeLessThanOrEqual(source.length)
      }
    }),
    { numRuns: 400 },
  )
})

test('CRLF moves no line and changes no text', () => {
  fc.assert(
    fc.property(fc.array(snippet, { maxLength: 14 }), (lines) => {
      expect(outline(lines.join('\r\n'))).toEqual(outline(lines.join('\n')))
    }),
    { numRuns: 300 },
  )
})

test('an unclosed fence is the same with any line ends', () => {
  const text = ['```', '> quoted', ...Array.from({ length: 5 }, () => '# Title')].join('\n')
  const forms = (source: string) =>
    readBlocks(source, parseMarkdown(source)).map(({ form, text }) => [form, text])
  expect(forms(text.replace(/\n/g, '\r\n'))).toEqual(forms(text))
})

test('text in a list of HTML that has no items is one', () => {
  expect(read('<ul>Add an alert</ul>\n<ul>Write a test</ul>').map(({ form, text }) => [form, text])).toEqual([
    ['item', 'Add an alert'],
    ['item', 'Write a test'],
  ])
})

test('the items of an ordered list of HTML are counted from one', () => {
  expect(read('<ol><li>one</li><li>two</li></ol>').map(({ ordinal }) => ordinal)).toEqual([1, 2])
})

test('a heading that goes on with a sentence is two blocks, but for the title of the document', () => {
  const text = 'The file had **the wrong ending**, which nobody had seen in the review of the week before.'
  const [, title, body] = read(`# Mail\n\n## Root cause: ${text}`)
  expect([title?.form, title?.text, title?.at.end.column]).toEqual(['heading', 'Root cause:', 16])
  expect([body?.form, body?.text, body?.at.start.column]).toEqual(['line', text.replaceAll('*', ''), 16])
  expect(read(`## Outage: ${text}`)).toHaveLength(1)
  expect(read(`# Mail\n\n# Outage: ${text}`)).toHaveLength(2)
  expect(read('# Mail\n\n## Root cause: the file had the wrong ending')).toHaveLength(2)
  expect(read(`# Mail\n\n## Issue 2: ${text.replace('.', '?')}`)).toHaveLength(2)
})
