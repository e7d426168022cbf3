import { readBlocks } from '../src/postmortem/blocks.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import { readSections, readTitle } from '../src/postmortem/sections.ts'
import { matchTitle } from '../src/postmortem/titles.ts'

const read = (source: string) => {
  const blocks = readBlocks(source, parseMarkdown(source))
  return { blocks, sections: readSections(blocks) }
}
const outline = (source: string): string[] =>
  read(source).sections.map(
    ({ title, form, kinds, side, depth, body }) =>
      `${title.at.start.line} ${form}${depth} ${kinds.join('+') || (side ?? '-')} (${body.length})`,
  )

test.each([
  ['Issue Summary', 'summary'],
  ['TL;DR', 'summary'],
  ['7. Corrective Actions', 'actions'],
  [':mag_right: Five Why’s', 'cause'],
  ['Root cause and resolution', 'cause+resolution'],
  ['The Dramatic Climax: Root Cause and Heroic Resolution', 'cause+resolution'],
  ['Timeline (all times PST) 10/31/2022 - 02/15/2023', 'timeline'],
  ['Timeline (Aka "The Plot Thickens")', 'timeline'],
  ['Corrective/Preventive measures', 'actions'],
  ['Improvements/Fixes', 'actions'],
  ['Impact Analysis', 'impact'],
  ['Impact on customers', 'impact'],
  ['What went wrong', 'lessons'],
  ['What went wrong and why', 'cause'],
  ['How are we making incidents like this less likely?', 'actions'],
  ['How was it detected?', 'detection'],
  ['Tasks to address the issue', 'actions'],
  ['Follow-up Actions', 'actions'],
  ['🚒 Resolution & Recovery 🎉', 'resolution'],
])('%s announces %s', (title, kinds) => {
  expect(matchTitle(title)?.kinds.join('+')).toBe(kinds)
})

test.each(['Login details', 'Network issue', 'Performing the upgrade', 'Error codes', 'The PR', '2024'])(
  '%s announces nothing',
  (title) => {
    expect(matchTitle(title)?.kinds ?? []).toEqual([])
  },
)

test('headings nest by level, bold and plain titles stand below them, labels below those', () => {
  const source = [
    '# Checkout down',
    '## Issue Summary',
    '- **Impact:** all users',
    '  - and their carts',
    '**Timeline:**',
    '- 10:00 alert',
    '### Details nobody knows',
    'Text',
    '## Root Cause',
    'A leak',
  ].join('\n')
  expect(outline(source)).toEqual([
    '1 heading1 - (9)',
    '2 heading2 summary (6)',
    '3 label3 impact (2)',
    '5 bold3 timeline (1)',
    '7 heading3 - (1)',
    '9 heading2 cause (1)',
  ])
})

test('plain title lines open sections in a document without headings', () => {
  const source =
    'Issue Summary:\nThe shop was down for two hours.\nTimeline:\n10:00 Alert\nRoot Cause and Resolution:\nRoot Cause: a leak\n'
  expect(outline(source)).toEqual([
    '1 plain1 summary (1)',
    '3 plain1 timeline (1)',
    '5 plain1 cause+resolution (1)',
    '6 label2 cause (1)',
  ])
})

test('a label that only repeats the title above it opens nothing', () => {
  expect(outline('## Root Cause\n\nRoot Cause: a leak\n')).toEqual(['1 heading1 cause (1)'])
})

test('a heading that is a time is an entry', () => {
  expect(outline('## Timeline\n\n### 10:00\n\nalert\n\n### May 1 2019, 3:18 PM\n\nfixed\n')).toEqual([
    '1 heading1 timeline (4)',
  ])
})

test('an ambiguous title means what is nested in it, else what is said nowhere else', () => {
  expect(outline('## Remediation\n\n### Next steps\n\n- x\n')[0]).toContain('actions')
  expect(outline('## Resolution\n\nx\n\n## Remediation\n\ny\n')[1]).toContain('actions')
  expect(outline('## Action items\n\nx\n\n## Remediation\n\ny\n')[1]).toContain('resolution')
})

test.each([
  ['# Checkout 502s\n\n## Summary\n', 1],
  ['intro\n\n**Postmortem: the leak**\n\n**Summary**\n', 3],
  ['Postmortem: Server Outage\n\nIssue Summary\n', 1],
  ['# Issue Summary\n\ntext\n', undefined],
  ['The shop was down for two hours, we are sorry.\n\n## Summary\n', undefined],
])('the title of %j stands in line %p', (source, line) => {
  const { blocks, sections } = read(source)
  expect(readTitle(blocks, sections, undefined)?.at.start.line).toBe(line)
})

test('front matter names a document that has no first heading of its own', () => {
  const { blocks, sections } = read('Text first.\n\n## Visibility\n')
  const at = { start: { line: 2, column: 1 }, end: { line: 2, column: 9 } }
  expect(readTitle(blocks, sections, { value: 'Attack', at })?.form).toBe('front matter')
})
