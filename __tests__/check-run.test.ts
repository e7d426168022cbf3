import fc from 'fast-check'
import type { Finding } from '../src/lint/finding.ts'
import type { Run } from '../src/lint/run.ts'
import { minimal } from '../src/profiles/minimal.ts'
import { checkRun } from '../src/reporters/checkRun.ts'
import { checkFaults } from './rig/writes.ts'

const finding: Finding = {
  rule: 'timeline-order',
  severity: 'error',
  message: '`09:10` comes after `10:25`',
  line: 12,
  column: 3,
  endLine: 12,
  endColumn: 8,
  section: 'timeline',
  url: 'https://example.test/timeline-order',
  new: true,
  fingerprint: '0123456789abcdef',
}

function runOf(findings: readonly Partial<Finding>[], scope: 'new' | 'changed' = 'new'): Run {
  return {
    verdict: 'fail',
    files: [
      {
        path: 'a.md',
        findings: findings.map((one) => ({ ...finding, ...one })),
        postmortem: null,
        text: '',
        compared: true,
      },
    ],
    counts: { error: findings.length, warning: 0, info: 0 },
    config: { profile: minimal, files: [], exclude: [], read: {}, rules: {}, failOn: 'error', scope },
    notices: [],
  }
}

test('annotations are such as GitHub takes, whatever the text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom('🔥', 'ß', '…', '\u0000').map((character) => character.repeat(70_000)),
  )
  const lines = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 2 }))
  fc.assert(
    fc.property(text, text, lines, (message, note, [line, more]) => {
      const { title, summary, annotations } = checkRun(
        runOf([{ message, note, line, endLine: line + more }]),
        'https://example.test/run',
      )
      expect(
        checkFaults({ status: 'completed', conclusion: 'failure', output: { title, summary, annotations } }),
      ).toEqual([])
      expect(annotations).toHaveLength(1)
    }),
  )
})

test('the gravest come first, new before old; what is not annotated is left over', () => {
  const findings = [
    { severity: 'info', line: 1, endLine: 1 },
    { severity: 'error', line: 2, endLine: 2, new: false },
    { severity: 'error', line: 3, endLine: 3 },
  ] as const
  const held = checkRun(runOf(findings, 'changed'), '')
  expect(held.annotations.map(({ start_line }) => start_line)).toEqual([3, 2, 1])
  const fresh = checkRun(runOf(findings), '')
  expect(fresh.annotations.map(({ start_line, annotation_level }) => [start_line, annotation_level])).toEqual(
    [
      [3, 'failure'],
      [1, 'notice'],
    ],
  )
  expect(fresh.rest.map(({ finding: { line } }) => line)).toEqual([2])
  const many = checkRun(runOf(Array.from({ length: 700 }, () => ({}))), '')
  expect([many.annotations.length, many.rest.length]).toEqual([500, 200])
})
