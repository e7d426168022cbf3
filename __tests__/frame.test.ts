import fc from 'fast-check'
import { frame, linesOf, visible } from '../src/lint/frame.ts'

/** The line and the marks below it for a place of one line. */
function show(text: string, column: number, endColumn: number, width?: number): string {
  const { line, marks } = frame([text], { line: 1, column, endLine: 1, endColumn }, width)
  return `${line}\n${marks}`
}

test('carets stand under the place', () => {
  expect(show('- 13:40 restarted', 3, 8)).toBe('- 13:40 restarted\n  ^^^^^')
})
test('an empty place has one caret', () => {
  expect(show('abc', 2, 2)).toBe('abc\n ^')
  expect(show('', 1, 1)).toBe('\n^')
  expect(show('abc', 4, 4)).toBe('abc\n   ^')
})
test('a place of several lines is marked to the end of its first', () => {
  expect(frame(['one', 'two'], { line: 1, column: 2, endLine: 2, endColumn: 2 })).toEqual({
    line: 'one',
    marks: ' ^^',
  })
})
test('tabs are as wide as they look', () => {
  expect(show('\ta\tb', 4, 5)).toBe('    a   b\n        ^')
})
test('wide characters and emoji take two columns, marks none', () => {
  expect(show('日本 x', 4, 5)).toBe('日本 x\n     ^')
  expect(show('👩‍👩‍👧 x', '👩‍👩‍👧 '.length + 1, '👩‍👩‍👧 '.length + 2)).toBe('👩‍👩‍👧 x\n   ^')
  expect(show('e\u0301 x', 4, 5)).toBe('e\u0301 x\n  ^')
  expect(show('ｶﾅ x', 4, 5)).toBe('ｶﾅ x\n   ^')
})
test('a long line is cut around the place', () => {
  const text = `${'a'.repeat(500)}HERE${'b'.repeat(500)}`
  const { line, marks } = frame([text], { line: 1, column: 501, endLine: 1, endColumn: 505 }, 30)
  expect(line).toBe(`…${'a'.repeat(10)}HERE${'b'.repeat(14)}…`)
  expect(marks).toBe(`${' '.repeat(11)}^^^^`)
  expect(show(text, 1, 3, 20)).toBe(`${'a'.repeat(18)}…\n^^`)
  expect(show(text, 1004, 1005, 20)).toBe(`…${'b'.repeat(7)}\n${' '.repeat(7)}^`)
})
test('control characters and marks of direction stand as pictures', () => {
  expect(visible('\u001b[31m\u007f\u009b\u202e\r\n')).toBe('␛[31m␡��␍␊')
  expect(show('\u001b[31m x', 7, 8)).toBe('␛[31m x\n      ^')
})
test('lines end in three ways', () => {
  expect(linesOf('a\r\nb\nc\rd')).toEqual(['a', 'b', 'c', 'd'])
})

const place = fc.record({ column: fc.integer({ min: 1, max: 320 }), length: fc.nat(320) })
const widths = fc.integer({ min: 10, max: 120 })

function frameAt(text: string, { column, length }: { column: number; length: number }, width: number) {
  return frame([text], { line: 1, column, endLine: 1, endColumn: column + length }, width)
}

test('any line at any place is shown without a control character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), place, widths, (text, at, width) => {
      const { line, marks } = frameAt(text, at, width)
      expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
      expect(marks).toMatch(/^ *\^+$/)
    }),
  )
})

test('a line fits the width, and what is marked is the place', () => {
  const ascii = fc.string({ unit: fc.constantFrom(...'abc |:-'), maxLength: 300 })
  fc.assert(
    fc.property(ascii, place, widths, (text, at, width) => {
      const { line, marks } = frameAt(text, at, width)
      expect(line.length).toBeLessThanOrEqual(width)
      const marked = line.slice(marks.indexOf('^'), marks.length).replace(/…$/, '')
      expect(text.slice(at.column - 1, at.column - 1 + Math.max(1, at.length)).startsWith(marked)).toBe(true)
    }),
  )
})
