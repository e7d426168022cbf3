import { readBlocks } from '../src/postmortem/blocks.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import { readSections } from '../src/postmortem/sections.ts'

const words = (count: number): string => `${'The pump was off for a while. '.repeat(count / 7 + 1)}\n`
const events = '- 09:10 The pump stops\n- 09:20 Ada calls the plumber\n- 10:05 The pump runs\n'
const tasks = '- Add a valve (PUMP-1)\n- Write down how the pump is started\n- Check the pump each May\n'

/** The kinds of each heading but the first. */
const kindsOf = (...parts: readonly (readonly [title: string, text: string])[]): string[] => {
  const source = `# The pump stood still on 3 May 2024\n\n${parts.map(([title, text]) => `## ${title}\n\n${text}`).join('\n')}`
  const blocks = readBlocks(source, parseMarkdown(source))
  return readSections(blocks)
    .slice(1)
    .map(({ kinds }) => kinds.join('+'))
}

test('titles that nobody knows are told by what stands below them and where', () => {
  expect(
    kindsOf(
      ['The pint-sized version', words(30)],
      ['Running order', events],
      ['A sketch', '![The pump](pump.png)\n'],
      ['The mechanism', words(40)],
      ['Back to water', words(40)],
      ['Work that follows', tasks],
    ),
  ).toEqual(['summary', 'timeline', '', 'cause', 'resolution', 'actions'])
})

test('one text between the events and the tasks tells cause and cure, or the cause before a cure that is known', () => {
  expect(
    kindsOf(['Running order', events], ['The mechanism', words(40)], ['Work that follows', tasks]),
  ).toEqual(['timeline', 'cause+resolution', 'actions'])
  expect(
    kindsOf(
      ['Timeline', events],
      ['The mechanism', words(40)],
      ['Resolution', words(30)],
      ['Next steps', tasks],
    ),
  ).toEqual(['timeline', 'cause', 'resolution', 'actions'])
})

test('what a title says already is told of no other, and nothing where three may be meant', () => {
  expect(kindsOf(['Timeline', events], ['The next day', events], ['Next steps', tasks])).toEqual([
    'timeline',
    '',
    'actions',
  ])
  expect(
    kindsOf(
      ['Timeline', events],
      ['One', words(40)],
      ['Two', words(40)],
      ['Three', words(40)],
      ['Next steps', tasks],
    ),
  ).toEqual(['timeline', '', '', '', 'actions'])
})

test('"What happened" beside a summary is the course of events where it is full of times', () => {
  const story = 'At 09:10 the pump stopped. At 09:20 Ada came, at 09:40 the plumber, and at 10:05 it ran.\n'
  expect(kindsOf(['Summary', words(30)], ['What happened', story], ['Root cause', words(30)])).toEqual([
    'summary',
    'timeline',
    'cause',
  ])
  expect(kindsOf(['Summary', words(30)], ['What happened', words(30)], ['Root cause', words(30)])).toEqual([
    'summary',
    'summary',
    'cause',
  ])
  expect(kindsOf(['What happened', story], ['Timeline', events])).toEqual(['summary', 'timeline'])
})

test('what readers are told to do is no task, and a page of neither events nor tasks is left alone', () => {
  expect(kindsOf(['Timeline', events], ['What you should do', tasks])).toEqual(['timeline', ''])
  expect(kindsOf(['How pumps work', words(40)], ['Buying one', words(40)], ['Care', words(40)])).toEqual([
    '',
    '',
    '',
  ])
})
