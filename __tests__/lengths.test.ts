import { parseMarkdown } from '../src/postmortem/parse.ts'
import { readPostmortem } from '../src/postmortem/read.ts'

const read = (text: string) => readPostmortem(text, parseMarkdown(text))
const words = (count: number): string => Array.from({ length: count }, (_, i) => `word${i}`).join(' ')
const measures = (list: readonly { words: number; at: { start: { line: number } } }[] | undefined) =>
  list?.map(({ words, at }) => [at.start.line, words])

test('sentences end at a stop, a question, a colon and a semicolon, not at an abbreviation', () => {
  const sentences = (text: string) => measures(read(text).lengths?.sentences)
  expect(sentences(`${words(20)}. The ${words(29)}.`)).toEqual([[1, 30]])
  expect(sentences(`${words(20)}: ${words(20)}; ${words(20)}? ${words(20)}!`)).toEqual([])
  expect(sentences(`${words(15)} vs. ${words(15)}`)).toEqual([[1, 31]])
  expect(sentences(`${words(15)} at 10 p.m. on web-01.acme.io ${words(10)}`)).toEqual([[1, 30]])
  expect(sentences(`${words(20)} was full.Then ${words(20)}`)).toEqual([])
})

test('code, parentheses, lists, tables and quotations are not counted', () => {
  const sentences = (text: string) => measures(read(text).lengths?.sentences)
  expect(sentences(`${words(20)} (${words(20)}) \`${words(20)}\``)).toEqual([])
  expect(
    sentences(`- ${words(50)}\n\n> ${words(50)}\n\n| ${words(50)} |\n| --- |\n\n# ${words(50)}\n`),
  ).toEqual([])
})

test('a paragraph is what is rendered as one, and entries, labels and hard breaks part it', () => {
  const paragraphs = (text: string) => measures(read(text).lengths?.paragraphs)
  const sentence = `The ${words(39)}.`
  expect(paragraphs(`${sentence}\n${sentence}\n`)).toEqual([[1, 80]])
  expect(paragraphs(`${sentence}\n\n${sentence}\n`)).toEqual([])
  expect(paragraphs(`${sentence}  \n${sentence}\\\n${sentence}<br>\n${sentence}\n`)).toEqual([])
  expect(paragraphs(`${sentence}\nImpact: ${sentence}\n`)).toEqual([])
  expect(paragraphs(`- ${sentence}\n  ${sentence}\n- ${sentence}\n`)).toEqual([[1, 80]])
  expect(paragraphs(`## Timeline\n\n10:00 UTC ${sentence}\n10:10 UTC ${sentence}\n`)).toEqual([])
})

test('the summary is counted to the next title, without tables', () => {
  const summary = (text: string) => read(text).lengths?.summary?.words
  expect(
    summary(`## Summary\n\n${words(9)}\n\n| a | b |\n| --- | --- |\n\n## Impact\n\nNone at all.\n`),
  ).toBe(9)
  expect(summary(`## Summary\n\n${words(9)}\n\n**Impact:** three more words\n`)).toBe(13)
  expect(summary(`**Summary:** ${words(9)}\n`)).toBe(9)
  expect(summary('# Nothing of the kind\n')).toBeUndefined()
})

test('all sections on the cause count, labels only where there is no section', () => {
  const cause = (text: string) => read(text).lengths?.cause
  expect(cause(`## Trigger\n\n${words(5)}\n\n## Root cause\n\n${words(7)}\n`)?.words).toBe(12)
  expect(cause(`## Summary\n\n**Root cause:** ${words(5)}\n\n## Root cause\n\n${words(7)}\n`)).toMatchObject({
    words: 7,
    at: { start: { line: 5 } },
  })
  expect(cause(`**Root cause:** ${words(5)}\n`)?.words).toBe(5)
  expect(cause(`## Summary\n\n**Root cause:** ${words(5)}\n`)).toBeUndefined()
  expect(cause(`## Root cause\n\n### Trigger\n\n${words(5)}\n\n\`\`\`\n${words(9)}\n\`\`\`\n`)?.words).toBe(5)
})

test('a title stands twice below one heading, or below two that begin alike', () => {
  const repeats = (text: string) =>
    read(text).repeats?.map(({ at, first }) => [at.start.line, first.start.line])
  const timeline = '## Timeline\n\n- 10:00 UTC: slow.\n\n'
  expect(repeats(`${timeline}${timeline}`)).toEqual([[5, 1]])
  expect(repeats(`# Search was down\n\n${timeline}# Search was down, again in jest\n\n${timeline}`)).toEqual([
    [9, 3],
  ])
  expect(repeats(`# 3 May\n\n${timeline}# 5 May\n\n${timeline}`)).toEqual([])
  expect(repeats('## Root cause\n\nA leak.\n\n## Root cause and resolution\n\nMended.\n')).toEqual([])
  expect(
    repeats(
      '**Issue Summary**\n\n**Root Cause**\n\nA leak.\n\n**Timeline**\n\n- 10:00 UTC: slow.\n\n**Root Cause**\n\nA leak.\n',
    ),
  ).toEqual([])
})

test('severity is read in every scale, with its place', () => {
  const severity = (text: string) => {
    const { style, level, at } = read(text).severity ?? {}
    return [
      style,
      level,
      at && text.split('\n')[at.start.line - 1]?.slice(at.start.column - 1, at.end.column - 1),
    ]
  }
  expect(severity('---\nseverity: SEV-2\n---\n\nA leak.\n')).toEqual(['sev', 2, 'SEV-2'])
  expect(severity('**Severity:** 🔥 P1 (all regions)\n\nA leak.\n')).toEqual(['p', 1, 'P1 (all regions)'])
  expect(severity('| Priority | S3 |\n| --- | --- |\n| Team | web |\n')).toEqual(['s', 3, 'S3'])
  expect(severity('**Sev:** severity::4\n\nA leak.\n')).toEqual(['sev', 4, 'severity::4'])
  expect(severity('**Severity level:** 2\n\nA leak.\n')).toEqual(['number', 2, '2'])
  expect(severity('**Severity:** Critical\n\nA leak.\n')).toEqual(['word', 1, 'Critical'])
  expect(severity('**Severity:** bad\n\nA leak.\n')).toEqual([undefined, undefined, 'bad'])
  expect(read('A leak.\n').severity).toBeUndefined()
})

test('fields go by other names, and a title tells a date', () => {
  const names = (text: string): string[] => [...(read(text).fieldNames ?? [])].sort()
  expect(names('**Owner:** Jane\n\n**Priority:** P2\n\nA leak.\n')).toEqual([
    'author',
    'owner',
    'priority',
    'severity',
  ])
  expect(names('# Search was down on 3 May\n\nA leak.\n')).toEqual(['date'])
  expect(names('---\nstatus:\nservice: web\n---\n\nA leak.\n')).toEqual(['service'])
})

test('causes are told apart by sections, items and words', () => {
  const causes = (text: string): number | undefined => read(text).causes?.value
  expect(causes('## Root cause\n\nA leak.\n')).toBe(1)
  expect(causes('## Root cause\n\nA leak, and the alert was also off.\n')).toBe(2)
  expect(causes('## Contributing factors\n\n- A leak.\n- An alert.\n- A queue.\n')).toBe(3)
  expect(causes('## Trigger\n\nA job.\n\n## Root cause\n\nA leak.\n')).toBe(2)
  expect(causes('## Impact\n\nNone.\n')).toBeUndefined()
})
