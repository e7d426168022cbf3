import { parseMarkdown } from '../src/postmortem/parse.ts'
import type { Account } from '../src/postmortem/postmortem.ts'
import { readPostmortem } from '../src/postmortem/read.ts'

const account = (...lines: readonly string[]): Account => {
  const text = ['# 3 May 2024', '', ...lines, ''].join('\n')
  return readPostmortem(text, parseMarkdown(text)).account ?? {}
}
const summary = (line: string): Account => account('## Summary', '', line)

test.each([
  'No mail was sent, because the disk was full.',
  'A configuration change stopped all mail.',
  'The root cause was a full disk.',
  'A full disk led to lost mail.',
])('the summary names a cause: %s', (line) => {
  expect(summary(line).cause).toBeDefined()
})

test.each([
  'Mail was down, resulting in angry customers.',
  'The outage led to lost orders.',
  'No mail was sent from 09:10 to 10:40.',
])('the summary names none: %s', (line) => {
  expect(summary(line).cause).toBeUndefined()
})

test('a cause that comes before the timeline is told to readers of the summary', () => {
  const parts = [
    ['## Summary', '', 'No mail was sent.', ''],
    ['## Root cause', '', 'The disk was full.', ''],
    ['## Timeline', '', '- 09:10: stops'],
  ]
  expect(account(...parts.flat()).cause?.value).toBe('Root cause')
  expect(account(...[parts[0], parts[2], parts[1]].flatMap((part) => part ?? [])).cause).toBeUndefined()
})

test.each([
  ['## Resolution', 'Release 4.2 was rolled back.', true],
  ['## Resolution', 'Service recovered by itself.', true],
  ['## Resolution', 'The issue was fixed.', false],
  ['## Next steps', '- Roll back faster.', false],
])('%s: %s', (title, line, told) => {
  expect(account(title, '', line).repair !== undefined).toBe(told)
})

test('what was checked and what was thought, but not what is planned', () => {
  expect(account('The logs were checked. A leak was suspected.')).toMatchObject({
    diagnosis: { value: 'logs' },
    hypothesis: { value: 'suspected' },
  })
  expect(account('## Next steps', '', '- Check the logs for suspected leaks.')).toEqual({})
})

test('traces are looked for only where there is no evidence', () => {
  const entries = [
    '## Timeline',
    '',
    '- 09:10: mail stops',
    '- 09:20: the ticket is assigned to Ada',
    '- 09:30: mail is fine',
  ]
  expect(account(...entries)).toMatchObject({ handover: { value: 'assigned' }, proof: { value: 'fine' } })
  expect(account(...entries, '', 'The incident was escalated to the mail team.').handover).toBeUndefined()
})

test.each([
  ['All of our users were affected.', 'All'],
  ['No customer noticed.', 'No'],
  ['Many users were affected.', undefined],
  ['All hosts were affected.', undefined],
])('a share without a number: %s', (line, word) => {
  expect(summary(line).everybody?.value).toBe(word)
})
