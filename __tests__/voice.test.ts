import { rules } from '../src/rules/index.ts'
import { findingsOf } from './said.ts'

const findings = rules.flatMap((rule) => rule.examples.flatMap((example) => findingsOf(rule, example)))
const messages = [...new Map(findings.map((finding) => [finding.message, finding])).values()]

test('there are messages to judge', () => {
  expect(messages.length).toBeGreaterThanOrEqual(rules.length)
})

test.each(messages)('$rule: $message', ({ message }) => {
  expect(message.length).toBeLessThanOrEqual(80)
  expect(message).not.toMatch(/[.!]$/)
  expect(message).not.toMatch(/\n/)
  expect(withoutQuotes(message)).not.toMatch(/\b(please|you|your|must|should|invalid|wrong|forgot)\b/i)
})

test.each(messages.filter(({ note }) => note !== undefined))('$rule: $note', ({ note = '' }) => {
  expect(withoutQuotes(note)).not.toMatch(/\b(please|you|your)\b/i)
  expect(note).toMatch(/^[A-Z`][\s\S]*[.?`]"?$/)
})

/** A message without the words of the document that it shows. */
function withoutQuotes(text: string): string {
  return text.replace(/`[^`]*`/g, '')
}
