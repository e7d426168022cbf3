import type { Config } from '../src/lint/config.ts'
import type { Finding } from '../src/lint/finding.ts'
import { linter } from '../src/lint/lint.ts'
import { minimal } from '../src/profiles/minimal.ts'
import { fromTemplate } from '../src/profiles/template.ts'
import { rules } from '../src/rules/index.ts'
import { configOf } from './said.ts'

const team = `> Copy this file.

# [Title of the incident], YYYY-MM-DD

| Field | Value |
| --- | --- |
| **Services affected** | names of the services that were hit |

## Summary

Tell in three sentences what broke and who noticed. Write for somebody who was not there.

## Around the shop:

*Copy the words of the status page here.*

## Timeline (all of it)

All times are in UTC.

| Time | What happened |
| --- | --- |
| HH:MM | First sign of the trouble |

### [Another day]

## Analysis

### Contributing factors

- [ ] The change was reviewed
- One factor in each line

### Why did nobody notice? (optional)

## Follow-ups

Each of them links to a ticket of its own.

---

## Sensitive findings

**Was anything left out?**

Say what was left out.

## Questions of customers (if any)

### Answers so far
`

const titles = [
  'Summary',
  'Around the shop',
  'Timeline (all of it)',
  'Analysis',
  'Contributing factors',
  'Follow-ups',
  'Sensitive findings',
]

/** The document of somebody who used the template. */
const filled = `# Uploads failed, 3 May 2024

| Field | Value |
| --- | --- |
| **Services affected** | uploads |

## Summary

Uploads failed for all users from 10:00 to 10:40 UTC on 3 May 2024, since a disk was full.

## Around the shop

"Uploads do not work. We are on it."

## Timeline

All times are in UTC.

| Time | What happened |
| --- | --- |
| 10:00 | Uploads fail |
| 10:10 | An alert pages the engineer on call |
| 10:40 | A new disk is mounted and uploads work |

## Analysis

### Contributing factors

- [ ] The change was reviewed
- The disk had no alert.

## Follow-ups

- Add an alert on disks (UP-12).

## Sensitive findings

**Was anything left out?**

Nothing was.
`

const style = (text: string, house = minimal) => fromTemplate(text, 'docs/template.md', house)
const options = (text: string, rule: string) => {
  const setting = style(text)?.rules[rule]
  return typeof setting === 'object' ? setting[1] : undefined
}
const headingsIn = (text: string) => options(text, 'required-sections')?.headings

/** What the style of a template says of a document, by the rules that it sets. */
function said(document: string, template = team): readonly Finding[] {
  const profile = style(template)
  if (!profile) throw new Error('the template has no sections')
  const config: Config = configOf(profile.rules, { profile })
  const own = ['required-sections', 'section-order', 'no-placeholder', 'not-a-postmortem']
  return linter(
    config,
    rules,
  )({ path: 'x.md', text: document }).findings.filter(({ rule }) => own.includes(rule))
}
const messages = (document: string, template?: string) =>
  said(document, template).map(({ message }) => message)

/** The document without a section and what is nested in it. */
function without(title: string, document = filled): string {
  const start = document.indexOf(`## ${title}`)
  const rest = document.slice(start + 3)
  const end = rest.search(/\n## /)
  const level = document[start - 1] === '#' ? 1 : 0
  return document.slice(0, start - level) + (end < 0 ? '' : rest.slice(end + 1))
}

describe('the style of a template', () => {
  test('asks for its titles in their order, those that may be left out excepted', () => {
    expect(headingsIn(team)).toEqual(titles.map((title) => expect.objectContaining({ title })))
    expect(options(team, 'section-order')?.titles).toEqual([
      ...titles.slice(0, 5),
      'Why did nobody notice?',
      ...titles.slice(5),
      'Questions of customers',
      'Answers so far',
    ])
    expect(style(team)?.sections).toEqual({
      required: ['summary', 'timeline', 'cause', 'actions'],
      optional: ['detection'],
      titles: expect.objectContaining({ summary: 'Summary', actions: 'Follow-ups' }),
    })
  })
  test('keeps what the house says of all other rules', () => {
    expect(style(team)).toMatchObject({ name: 'docs/template.md', rules: { 'timeline-order': 'warning' } })
    const strict = style(team, { ...minimal, rules: { 'no-placeholder': 'error', 'section-order': 'error' } })
    expect(strict?.rules['no-placeholder']).toEqual(['error', expect.anything()])
    expect(strict?.rules['section-order']).toEqual(['error', expect.anything()])
  })
  test.each(['', 'No title at all.\n', '# Title of the incident\n\nWords.\n'])('%j makes none', (text) => {
    expect(style(text)).toBeUndefined()
  })
  test('titles in bold count, and titles of the first level below the one of the document', () => {
    const text = '# Incident\n\n**Impact**\n\nx\n\n# Root cause\n\nx\n\n# House rules\n\nx\n'
    expect(headingsIn(text)).toMatchObject([
      { title: 'Impact' },
      { title: 'Root cause' },
      { title: 'House rules' },
    ])
    expect(headingsIn('# Summary\n\nx\n\n# House rules\n\nx\n')).toHaveLength(2)
  })
  test('what is left open is no title', () => {
    const text =
      '# {{title}}\n\n## Timeline\n\n### {{ hh:mm }}\n\n### HH:MM\n\n### <stage>\n\n### YYYY-MM-DD\n'
    expect(headingsIn(text)).toMatchObject([{ title: 'Timeline' }])
  })
})

describe('a document filled from it', () => {
  test('passes', () => {
    expect(messages(filled)).toEqual([])
  })
  test.each(titles)('without "%s" is told so', (title) => {
    expect(messages(without(title.replace(' (all of it)', '')))).toEqual([`No section is called "${title}"`])
  })
  test('may say it in other words of the same kind', () => {
    const document = filled.replace('## Follow-ups', '## Action items').replace('## Summary', '**TL;DR**')
    expect(messages(document)).toEqual([])
  })
  test('needs each of two sections of one kind', () => {
    const text = '# Incident\n\n## Timeline\n\n## Went well\n\n## What went well\n\n## What went wrong\n'
    const document = filled.replace('## Sensitive findings', '## What went well')
    expect(messages(document, text)).toEqual([
      'No section is called "Went well"',
      'No section is called "What went wrong"',
    ])
  })
  test('in another order is told so', () => {
    const section = filled.slice(filled.indexOf('## Around the shop'), filled.indexOf('## Timeline'))
    const document = filled.replace(section, '').replace('## Follow-ups', `${section}## Follow-ups`)
    expect(messages(document)).toEqual(['`Around the shop` comes after `Analysis`'])
  })
  test('a slip in a title is pointed at', () => {
    const [finding] = said(filled.replace('## Sensitive findings', '## Senstive findings'))
    expect(finding).toMatchObject({ line: 1, note: '`Senstive findings` in line 36 may be meant.' })
  })
  test('of a section and its parts that are all missing the section is named, with its parts', () => {
    const [finding] = said(without('Analysis'))
    expect(finding?.note).toBe('Add a section "Analysis", with "Contributing factors".')
  })
})

describe('the skeleton of a missing section', () => {
  const taken = (document: string): string => {
    const [finding] = said(document)
    const [instead] = finding?.expected ?? []
    if (!finding || instead === undefined) throw new Error('nothing is offered')
    const lines = document.split('\n')
    lines.splice(finding.line - 1, finding.endLine - finding.line + 1, instead)
    return lines.join('\n')
  }
  test('stands where the template has it', () => {
    const document = taken(without('Follow-ups'))
    expect(document).toContain(
      '\n## Follow-ups\n\nEach of them links to a ticket of its own.\n\n## Sensitive findings\n',
    )
    expect(messages(document)).toEqual([
      '`Each of them links to a ticket of its o…` is left over from a template',
    ])
  })
  test('stands at the end where it comes last', () => {
    const document = taken(without('Sensitive findings').trimEnd())
    expect(document).toMatch(
      /\(UP-12\)\.\n\n## Sensitive findings\n\n\*\*Was anything left out\?\*\*\n\nSay what/,
    )
    expect(said(document).filter(({ rule }) => rule === 'required-sections')).toEqual([])
  })
  test('is not offered where a part of it stands already, or where nothing can follow', () => {
    const orphan = filled.replace('## Analysis\n\n', '')
    expect(said(orphan)).toMatchObject([{ line: 1, message: 'No section is called "Analysis"' }])
    expect(said(orphan)[0]?.expected).toBeUndefined()
    expect(said(`${without('Sensitive findings')}\n\`\`\`\nx`)[0]?.expected).toBeUndefined()
  })
})

describe('what the template tells its writers', () => {
  const left = (line: string) => messages(filled.replace('Nothing was.', line))
  test.each([
    'Copy the words of the status page here.',
    '*tell in three sentences what broke, and who noticed*',
    'Say what was left out.',
    '- One factor in each line',
    '| x | First sign of the trouble |\n| --- | --- |\n| y | First sign of the trouble |',
  ])('%s', (line) => {
    expect(left(line)).toEqual([expect.stringMatching(/is left over from a template$/)])
  })
  test('is pointed at where it stands', () => {
    const [finding] = said(
      filled.replace('Nothing was.', 'Nothing was. Write for somebody who was not there.'),
    )
    expect(finding).toMatchObject({ line: 40, column: 14, endColumn: 51 })
  })
  test.each([
    'All times are in UTC.',
    '- [ ] The change was reviewed',
    '> Copy this file.',
    'A factor in each line.',
  ])('but not %s', (line) => {
    expect(left(line)).toEqual([])
  })
})
