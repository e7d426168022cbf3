import fc from 'fast-check'
import type { Finding } from '../src/lint/finding.ts'
import type { Run } from '../src/lint/run.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import { readPostmortem } from '../src/postmortem/read.ts'
import { minimal } from '../src/profiles/minimal.ts'
import { fingerprintOf, review, type StandingComment } from '../src/reporters/review.ts'
import { addition, difference } from './rig/diff.ts'
import { reviewFaults } from './rig/writes.ts'

const path = 'a.md'
const lines = [
  '# Incident',
  '',
  'One',
  'Two `x`',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  'Far',
  '```',
  'code',
  '```',
  '',
]
const text = lines.join('\n')

const finding: Finding = {
  rule: 'time-style',
  severity: 'warning',
  message: '`Two` is written otherwise',
  line: 4,
  column: 1,
  endLine: 4,
  endColumn: 4,
  section: null,
  expected: ['Three'],
  url: 'https://example.test/time-style',
  new: true,
  fingerprint: '0123456789abcdef',
}

function runOf(findings: readonly Partial<Finding>[], shown = text): Run {
  return {
    verdict: 'fail',
    files: [
      {
        path,
        findings: findings.map((one, index) => ({
          ...finding,
          fingerprint: index.toString(16).padStart(16, '0'),
          ...one,
        })),
        postmortem: readPostmortem(text, parseMarkdown(text)),
        text: shown,
        compared: true,
      },
    ],
    counts: { error: 0, warning: findings.length, info: 0 },
    config: { profile: minimal, files: [], exclude: [], read: {}, rules: {}, failOn: 'error', scope: 'new' },
    notices: [],
  }
}

function plan(
  run: Run,
  {
    mode = 'suggestions' as const,
    patch = addition(text).patch ?? '',
    standing = [] as readonly StandingComment[],
    unread = [] as readonly string[],
  } = {},
) {
  return review(run, { mode, patches: new Map([[path, patch]]), standing, unread: new Set(unread) })
}

test('a suggestion is the whole line with the text in its place', () => {
  expect(plan(runOf([{}])).comments).toEqual([
    {
      path,
      line: 4,
      side: 'RIGHT',
      body: [
        '<!-- postmortem-lint 0000000000000000 -->',
        '**warning** <code>Two</code> is written otherwise ([time-style](https://example.test/time-style))',
        '```suggestion\nThree `x`\n```',
      ].join('\n\n'),
    },
  ])
})

test('a suggestion for several lines spans them, in a fence that none of their backticks ends', () => {
  const { comments } = plan(
    runOf([{ line: 14, column: 4, endLine: 16, endColumn: 1, expected: ['\n````\n'] }]),
  )
  expect(comments).toMatchObject([{ start_line: 14, start_side: 'RIGHT', line: 16, side: 'RIGHT' }])
  expect(comments[0]?.body).toMatch(/\n`````suggestion\n```\n````\n```\n`````$/)
})

test('only lines of the diff are commented on, and a range stands in one hunk', () => {
  const before = text.replace('One', 'Zero').replace('Far', 'Near')
  const { patch = '' } = difference(before, text)
  const at = (line: number, endLine = line) => ({ line, endLine, column: 1, endColumn: 1 })
  const findings = [at(4), at(9), at(4, 13), at(13)]
  expect(plan(runOf(findings), { patch }).comments.map(({ line }) => line)).toEqual([4, 13])
  const all = review(runOf(findings), {
    mode: 'all',
    patches: new Map([[path, patch]]),
    standing: [],
    unread: new Set(),
  })
  expect(all.comments.map(({ line, start_line }) => [start_line, line])).toEqual([
    [undefined, 4],
    [undefined, 4],
    [undefined, 13],
  ])
  expect(plan(runOf(findings), { patch: '' }).comments).toEqual([])
})

test('GitHub takes any review that is planned, whatever the findings and the diff', () => {
  const version = fc.array(fc.constantFrom('a', 'b', '````', '<!-- x -->', '@octocat', '🔥'), {
    maxLength: 25,
  })
  const place = fc.tuple(
    fc.integer({ min: 1, max: 20 }),
    fc.integer({ min: 0, max: 3 }),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(version, version, fc.array(place, { maxLength: 5 }), (before, after, places) => {
      const shown = after.map((line) => `${line}\n`).join('')
      const { patch = '' } = difference(before.map((line) => `${line}\n`).join(''), shown)
      const findings = places.map(([line, more, message]) => ({
        line,
        endLine: line + more,
        endColumn: 1,
        severity: 'error' as const,
        message,
        expected: ['c'],
      }))
      for (const mode of ['suggestions', 'all'] as const) {
        const patches = new Map([[path, patch]])
        const { body, comments } = review(runOf(findings, shown), {
          mode,
          patches,
          standing: [],
          unread: new Set(),
        })
        if (comments.length > 0) {
          const request = { commit_id: 'a', event: 'COMMENT', body, comments }
          expect(reviewFaults(request, 'a', patches)).toEqual([])
        } else expect(body).toBe('')
        for (const comment of comments) expect(fingerprintOf(comment.body)).toMatch(/^0{15}[0-4]$/)
      }
    }),
    { numRuns: 60 },
  )
})

test('infos and findings without a suggestion are left to the summary, unless all are asked for', () => {
  const { expected: _, ...bare } = finding
  const [file] = runOf([]).files
  const findings = [bare, { ...bare, severity: 'info' as const }]
  const run = { ...runOf([]), files: file ? [{ ...file, findings }] : [] }
  expect(plan(run).comments).toEqual([])
  const all = review(run, {
    mode: 'all',
    patches: new Map([[path, addition(text).patch ?? '']]),
    standing: [],
    unread: new Set(),
  })
  expect(all.comments).toHaveLength(1)
})

test('what stood before is not commented on', () => {
  expect(plan(runOf([{ new: false }])).comments).toEqual([])
})

test('a line that holds a secret gets no suggestion, since dots would take its place', () => {
  expect(plan(runOf([{}], text.replace('`x`', '`•`'))).comments).toEqual([])
})

test('at most twenty comments stand, those of earlier runs counted', () => {
  const many = runOf(Array.from({ length: 30 }, () => ({})))
  expect(plan(many).comments).toHaveLength(20)
  const standing = Array.from({ length: 15 }, (_, id) => ({
    id,
    path,
    fingerprint: id.toString(16).padStart(16, '0'),
    answered: false,
  }))
  const next = plan(many, { standing })
  expect(next.comments.map(({ body }) => fingerprintOf(body))).toEqual(
    [15, 16, 17, 18, 19].map((index) => index.toString(16).padStart(16, '0')),
  )
  expect(next.outdated).toEqual([])
})

test('what was said is not said again wherever it went, and what is gone is removed unless somebody replied', () => {
  const said = { id: 1, path, fingerprint: '0000000000000000', answered: false }
  const gone = { ...said, id: 2, fingerprint: 'f'.repeat(16) }
  const answered = { ...gone, id: 3, answered: true }
  const elsewhere = { ...said, id: 4, path: 'deleted.md' }
  const unread = { ...said, id: 5, path: 'unread.md' }
  const result = plan(runOf([{ line: 3, endLine: 3 }]), {
    standing: [said, gone, answered, elsewhere, unread],
    unread: ['unread.md'],
  })
  expect(result).toEqual({ body: '', comments: [], outdated: [2, 4] })
})

test('a mark counts at the beginning alone, where no text of the document stands', () => {
  expect(fingerprintOf('<!-- postmortem-lint 0123456789abcdef -->\n\ntext')).toBe('0123456789abcdef')
  expect(fingerprintOf('text <!-- postmortem-lint 0123456789abcdef -->')).toBeUndefined()
  expect(fingerprintOf('<!-- postmortem-lint 0123 -->')).toBeUndefined()
})
