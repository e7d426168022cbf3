import fc from 'fast-check'
import { hunksOf, undo } from '../src/reporters/patch.ts'
import { addition, difference, shown } from './rig/diff.ts'

/** Texts of few different lines, so that versions have much in common; with every ending of a line. */
const version = fc
  .array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', '+d\n', '-e\n', '\\f\n', '@@ -1 +1 @@\n', 'é', '\r'), {
    maxLength: 30,
  })
  .map((lines) => lines.join(''))

test('a patch of git is undone to the version before', () => {
  fc.assert(
    fc.property(version, version, (before, after) => {
      const { patch = '', ...counts } = difference(before, after)
      expect(undo(after, patch, counts)).toBe(before)
    }),
    { numRuns: 60 },
  )
})

test('a patch that is not of the text, or was cut, is not believed', () => {
  const before = 'one\ntwo\nthree\n'
  const after = 'one\nTWO\nthree\nfour\n'
  const { patch = '', ...counts } = difference(before, after)
  expect(undo(after, patch, counts)).toBe(before)
  expect(undo(after.replace('three', 'drei'), patch, counts)).toBeUndefined()
  expect(undo(after.slice(4), patch, counts)).toBeUndefined()
  expect(undo(after, patch.slice(0, patch.indexOf('+four')), counts)).toBeUndefined()
  expect(undo(after, '', counts)).toBeUndefined()
})

test('hunks tell the lines of the new version that GitHub shows', () => {
  fc.assert(
    fc.property(version, version, (before, after) => {
      for (const { patch = '' } of [difference(before, after), addition(after)]) {
        const lines = hunksOf(patch).flatMap(({ above, lines }, hunk) =>
          lines
            .filter(({ mark }) => mark !== '-')
            .map(({ text }, index) => [above + index + 1, hunk + 1, text] as const),
        )
        expect(lines.map(([line, hunk]) => [line, hunk])).toEqual([...shown(patch)])
        for (const [line, , text] of lines) expect(after.match(/[^\n]*\n|[^\n]+$/g)?.[line - 1]).toBe(text)
      }
    }),
    { numRuns: 60 },
  )
})
