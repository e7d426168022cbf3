import { type Answer, refusal } from './rig/github.ts'
import { head, lineOf, reviewPull, sound } from './rig/scenario.ts'

const path = 'postmortems/2025-03-uploads.md'
const misplaced = sound.replace('- 10:25', '- 08:25')
const may = ['checks'] as const

/** The sound document with so many empty sections more. */
function gaps(count: number): string {
  return `${sound}${Array.from({ length: count }, (_, index) => `\n## Part ${index}\n`).join('')}`
}

const many = { files: { [path]: gaps(120) }, may, inputs: { rules: 'word-count=off' } }

test('a check run of our own has the findings, and no command has them too', async () => {
  const job = await reviewPull({ files: { [path]: misplaced }, may })
  const line = lineOf(misplaced, '- 08:25')
  expect(job).toMatchObject({ code: 1, commands: [] })
  expect(job.checkRuns).toMatchObject([
    {
      name: 'Postmortem review',
      head_sha: head,
      status: 'completed',
      conclusion: 'failure',
      title: '1 error in 1 file',
      summary: '[Every finding, and what was read](https://github.com/octo/incidents/actions/runs/1)',
    },
  ])
  expect(job.checkRuns[0]?.annotations).toEqual([
    {
      path,
      start_line: line,
      end_line: line,
      start_column: 3,
      end_column: 8,
      annotation_level: 'failure',
      title: 'timeline-order',
      message: `\`08:25\` comes after \`10:10\`\nThe entry before it stands in line ${line - 1}.`,
    },
  ])
})

test('a finding of several lines is annotated without columns', async () => {
  const sentence = Array.from({ length: 12 }, () => 'the disk and the queue and the cache').join(' and\n')
  const text = `${sound}\n## Part\n\nWe saw ${sentence} fail.\n`
  const job = await reviewPull({ files: { [path]: text }, may })
  expect(job.commands).toEqual([])
  const notes = job.checkRuns[0]?.annotations ?? []
  expect(notes.filter((note) => note.end_line > note.start_line)).not.toEqual([])
})

test('a sound postmortem is a check run that succeeded; without a postmortem there is none', async () => {
  const job = await reviewPull({ files: { [path]: sound }, may })
  expect(job.checkRuns).toMatchObject([
    { conclusion: 'success', title: 'no findings in 1 file', annotations: [] },
  ])
  const nothing = await reviewPull({ files: { 'README.md': '# Read me' }, may })
  expect(nothing.checkRuns).toEqual([])
})

test('what stood before is neither annotated nor does it fail the check run', async () => {
  const job = await reviewPull({ files: { [path]: `${misplaced}\n` }, before: { [path]: misplaced }, may })
  expect(job.checkRuns).toMatchObject([{ conclusion: 'success', annotations: [] }])
  expect(job.log).toContain('timeline-order')
})

test('120 findings go in three requests, the last of which completes the run', async () => {
  const job = await reviewPull(many)
  const writes = job.calls.filter(({ operation }) => operation.startsWith('checks/'))
  expect(writes.map(({ operation, body }) => [operation, (body as { status?: string }).status])).toEqual([
    ['checks/create', 'in_progress'],
    ['checks/update', undefined],
    ['checks/update', 'completed'],
  ])
  const [run] = job.checkRuns
  expect(run).toMatchObject({ status: 'completed', conclusion: 'failure' })
  const first = lineOf(gaps(120), '## Part 0')
  expect(run?.annotations.map(({ start_line }) => start_line)).toEqual(
    Array.from({ length: 120 }, (_, index) => first + 2 * index),
  )
})

const broken: readonly Answer[] = [
  refusal(403, 'Resource not accessible by integration'),
  refusal(422, 'Validation failed'),
  { status: 502, html: '<h1>Bad gateway</h1>' },
  { status: 0 },
]

test.each(broken)(
  'a run is completed though its second page failed ($status), and nothing is lost',
  async (answer) => {
    const job = await reviewPull({
      ...many,
      instead: ({ operation, body }) =>
        operation === 'checks/update' && (body as { output?: object }).output ? answer : undefined,
    })
    expect(job).toMatchObject({ code: 1, commands: [] })
    expect(job.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }])
    expect(job.checkRuns[0]?.annotations).toHaveLength(50)
    expect(job.log.match(/^postmortems\S+ error .*empty-section/gm)).toHaveLength(70)
    expect(job.log).toContain('The check run has 50 annotations, the others stand in the log: ')
    expect(job.calls.filter(({ body }) => (body as { output?: object } | null)?.output)).toHaveLength(2)
  },
)

test.each(broken)(
  'where no run can be made ($status), commands annotate, and one line says why',
  async (answer) => {
    const files = { [path]: misplaced }
    const plain = await reviewPull({ files, inputs: { annotations: 'workflow' } })
    const job = await reviewPull({
      files,
      may,
      instead: ({ operation }) => (operation === 'checks/create' ? answer : undefined),
    })
    expect(job).toMatchObject({ code: 1, checkRuns: [] })
    expect(job.annotations).toEqual(plain.annotations)
    expect(job.log.match(/No check run could be posted: /g)).toHaveLength(1)
    expect(job.calls.filter(({ operation }) => operation === 'checks/create')).toHaveLength(1)
  },
)

test('a token that may only read is a quiet line, and none where there is nothing to annotate', async () => {
  const job = await reviewPull({ files: { [path]: misplaced } })
  expect(job.log).toContain('No check run could be posted: the token may not (403), it needs checks: write\n')
  const silent = await reviewPull({ files: { [path]: sound } })
  expect(silent.log).toBe('pass: no findings in 1 postmortem\n')
})

test('a run that was made though the answer was lost is not made twice, and nothing is said twice', async () => {
  for (const status of [0, 502]) {
    const job = await reviewPull({
      files: { [path]: gaps(60) },
      may,
      inputs: { rules: 'word-count=off' },
      instead: ({ operation }) =>
        operation === 'checks/create' ? { status, html: '', done: true } : undefined,
    })
    expect(job).toMatchObject({ code: 1, commands: [] })
    expect(job.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }])
    expect(job.checkRuns[0]?.annotations).toHaveLength(60)
  }
})

test('`check-run` leaves the findings to the log where no run can be made, `workflow` and `off` make none', async () => {
  const files = { [path]: misplaced }
  const refused = await reviewPull({ files, inputs: { annotations: 'check-run' } })
  expect(refused).toMatchObject({ code: 1, commands: [] })
  expect(refused.log).toMatch(/error .*timeline-order/)
  expect(refused.log).toContain('No check run could be posted: ')
  for (const annotations of ['workflow', 'off']) {
    const job = await reviewPull({ files, may, inputs: { annotations } })
    expect(job.checkRuns).toEqual([])
    expect(job.commands).toHaveLength(annotations === 'off' ? 0 : 1)
  }
})

test('the report in SARIF stands beside that in JSON', async () => {
  const job = await reviewPull({ files: { [path]: misplaced } })
  expect(job.sarif).toMatchObject({
    version: '2.1.0',
    runs: [{ results: [{ ruleId: 'timeline-order', baselineState: 'new' }] }],
  })
})
