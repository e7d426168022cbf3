import { parseMarkdown, readPostmortem } from '../src/index.ts'

const read = (...lines: readonly string[]) => {
  const source = lines.join('\n')
  return readPostmortem(source, parseMarkdown(source))
}
const outline = (...lines: readonly string[]): string[] =>
  read(...lines).blocks.map(({ form, text, at }) => `${at.start.line} ${form} ${text}`)

test('text in a fence of Markdown that is most of its section is read as what it is', () => {
  expect(
    outline(
      '## Timeline',
      '',
      '> Detail the timeline.',
      '',
      '```md',
      'All times are UTC.',
      '',
      '- _10:00_ - alert',
      '  - by mail',
      '```',
      '',
      '## Cause',
      '~~~ markdown',
      'The disk was full.',
      '~~~',
    ),
  ).toEqual([
    '1 heading Timeline',
    '3 line Detail the timeline.',
    '6 line All times are UTC.',
    '8 item 10:00 - alert',
    '9 item by mail',
    '12 heading Cause',
    '14 line The disk was full.',
  ])
})

test('a fence beside more text than it holds is code, and so is one of another language', () => {
  expect(outline('## Fix', 'The list is now written as below:', '```md', '- a', '```')).toEqual([
    '1 heading Fix',
    '2 line The list is now written as below:',
    '3 code - a',
  ])
  expect(outline('## Fix', '```sh', 'rm -r old', '```')).toEqual(['1 heading Fix', '2 code rm -r old'])
})

test('offsets are those of the source, whatever ends its lines and its fences', () => {
  for (const end of ['\n', '\r\n'])
    for (const close of ['```', '````  ', '']) {
      const source = ['# Outage', '```md', 'The disk was full.', close].join(end)
      const { blocks } = readPostmortem(source, parseMarkdown(source))
      const { start, end: last } = blocks[1]?.at ?? { start: undefined, end: undefined }
      expect(source.slice(start?.offset, last?.offset)).toBe('The disk was full.')
      expect(blocks).toHaveLength(2)
    }
})

test('a timeline in a plain fence below its title is one, lines of a log are none', () => {
  const entries = ['09:10 Exports fail', '09:20 An alert calls Ada', '10:05 Release 4.1 is back']
  const of = (...lines: readonly string[]) => read('# Exports down', ...lines).timeline.entries.length
  expect(of('## Timeline (UTC)', '```', ...entries, '```')).toBe(3)
  expect(of('## Timeline (UTC)', '', ...entries.map((entry) => `    ${entry}`))).toBe(3)
  expect(of('The disk was full. '.repeat(9), '## Logs', '```', ...entries, '```')).toBe(0)
  const log = ['09:10:01 ERROR no connection', '09:10:02 WARN retry', '09:10:03 ERROR no connection']
  expect(of('The disk was full. '.repeat(9), '## Timeline (UTC)', '```', ...log, '```')).toBe(0)
})

test('a secret in a fence is masked', () => {
  const token = `ghp_${'a1B2c3D4'.repeat(5)}`.slice(0, 40)
  expect(
    JSON.stringify(read('# Leak', '```md', `The token was ${token} and it leaked.`, '```').blocks),
  ).not.toContain(token)
})
