import { readFileSync } from 'node:fs'
import { lint } from '../src/index.ts'
import { nearKind } from '../src/postmortem/near.ts'
import { knownTitles } from '../src/postmortem/titles.ts'

test.each([
  ['Timelime', 'timeline'],
  ['Rot cause:', 'cause'],
  ['Corective and preventative mesures', 'actions'],
  ['Humour', undefined],
  ['Fax', undefined],
  ['', undefined],
])('%j almost spells the title of %s', (title, kind) => {
  expect(nearKind(title, knownTitles())).toBe(kind)
})

test('a section that is missing is looked for among the titles that are there', () => {
  const sound = readFileSync('examples/sound-postmortem.md', 'utf8')
  const text = sound.replace('## Issue Summary', '## Sumary')
  const notes = lint(text, { path: 'a.md' }).findings.flatMap(({ rule, note }) =>
    rule === 'required-sections' ? [note] : [],
  )
  expect(notes[0]).toBe('`Sumary` in line 3 may be meant: the title asked for is "Issue Summary".')
})
