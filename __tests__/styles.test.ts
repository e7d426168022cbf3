import { readFileSync } from 'node:fs'
import { stylesPage } from '../scripts/pages.ts'
import { lint, profiles } from '../src/index.ts'
import type { SectionKind } from '../src/postmortem/postmortem.ts'

const styles = Object.values(profiles)
const textOf = (style: string): string => readFileSync(`__tests__/fixtures/styles/${style}.md`, 'utf8')
const findings = (text: string, profile: string) => lint(text, { profile, path: `${profile}.md` }).findings

test('the page of the house styles is as it is generated', () => {
  expect(readFileSync('docs/styles.md', 'utf8')).toBe(stylesPage(styles))
})

test.each(styles)('$name names a source by its title, with an address', ({ source }) => {
  expect(source).toMatch(/\[[^\]]{6,}\]\(https:\/\/\S+\)/)
})

test.each(styles)('$name offers a title for each section that it asks for', ({ sections }) => {
  for (const kind of sections.required) expect(sections.titles[kind]).toMatch(/\w/)
  expect(sections.optional.filter((kind) => sections.required.includes(kind))).toEqual([])
})

test.each(styles)('$name: its sound document is told no error and no warning', ({ name }) => {
  const { postmortem } = lint(textOf(name), { profile: name })
  expect(findings(textOf(name), name).filter(({ severity }) => severity !== 'info')).toEqual([])
  expect(postmortem?.words.total).toBeGreaterThanOrEqual(400)
})

const literal = [
  ['google-sre', 'Trigger'],
  ['pagerduty', 'What Happened'],
  ['pagerduty', 'Responders'],
  ['atlassian', 'Leadup'],
  ['atlassian', 'Fault'],
  ['atlassian', 'Backlog check'],
  ['atlassian', 'Recurrence'],
  ['aws-coe', 'Metrics'],
  ['aws-coe', 'Related items'],
] as const

test.each(literal)(
  '%s: "%s", which no kind of section tells, is missed where it is taken out',
  (style, title) => {
    const [before = '', rest = ''] = textOf(style).split(`## ${title}\n`)
    const next = rest.search(/^## /m)
    const cut = `${before}${next < 0 ? '' : rest.slice(next)}`
    expect(findings(cut, style).map(({ severity, message }) => `${severity}: ${message}`)).toContain(
      `error: No section is called "${title}"`,
    )
  },
)

const removals = styles.flatMap(({ name, sections }) => sections.required.map((kind) => ({ name, kind })))

test.each(removals)('$name: $kind is missed where it is taken out', ({ name, kind }) => {
  const missing = findings(without(kind, name), name).filter(({ rule }) => rule === 'required-sections')
  expect(missing.map(({ note }) => note)).toContainEqual(
    expect.stringContaining(`"${profiles[name]?.sections.titles[kind]}"`),
  )
})

/** The sound document of a style without the sections of a kind. */
function without(kind: SectionKind, style: string): string {
  const text = textOf(style)
  const { postmortem } = lint(text, { profile: style })
  const gone = new Set<number>()
  for (const { kinds, title, body, form } of postmortem?.sections ?? []) {
    const last = form === 'label' ? undefined : body.at(-1)?.at.end.line
    if (kinds.includes(kind) && last)
      for (let line = title.at.start.line; line <= last; line++) gone.add(line)
  }
  expect(gone.size).toBeGreaterThan(1)
  return text
    .split('\n')
    .filter((_, i) => !gone.has(i + 1))
    .join('\n')
}

/** What is special about a style: an edit of its sound document, and what is said of that. */
const specials = [
  ['alx', /has to be visible/, `has to be visible ${'and heard '.repeat(60)}`, 'error word-count'],
  ['alx', '![Two', '[Two', 'warning has-visual'],
  ['google-sre', '**Status:**', 'Still', 'warning metadata-fields'],
  ['google-sre', /\| (?:prevent|detect) \|/g, '| repair |', 'warning action-type'],
  ['pagerduty', '**Postmortem Owner:** Maya Chen', '', 'warning metadata-fields'],
  ['pagerduty', '7 % of webhooks were delivered late', 'the outage hit 7 % of customers', 'info outage-word'],
  ['pagerduty', /\b(?:DEL|OPS)-\d+ \|/g, '|', 'warning action-ticket'],
  ['pagerduty', 'SEV-2\n\n## Overview', 'P2\n\n## Overview', 'warning severity-format'],
  ['atlassian', '**Severity:** 2', '', 'warning metadata-fields'],
  ['aws-coe', /\| 2024-\d\d-\d\d \|/g, '| |', 'warning action-due'],
  ['aws-coe', /\| [\w ]+ \| 2024/g, '| | 2024', 'warning action-owner'],
  ['azure-pir', 'the logs.', 'the logs of 20.40.60.80.', 'warning private-address'],
  ['incident-io', /\| Severity \| Major \|\n/, '', 'warning metadata-fields'],
  ['minimal', '09:12 -', '08:12 -', 'warning timeline-order'],
] as const

test.each(specials)('%s: %s for %s is told: %s', (style, from, to, said) => {
  const text = textOf(style)
  const edited = text.replace(from, to)
  expect(edited).not.toBe(text)
  expect(findings(edited, style).map(({ severity, rule }) => `${severity} ${rule}`)).toContain(said)
})
