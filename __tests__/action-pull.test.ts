import { lineOf, operationsOf, review, reviewPull, sound } from './rig/scenario.ts'

const path = 'postmortems/2025-03-uploads.md'
const page = (line: number): string =>
  `https://github.com/octo/incidents/blob/${'a1b2c3d4'.repeat(5)}/${path}?plain=1#L${line}`

/** The sound document with three defects of which the lines and columns are plain to see. */
const defective = sound
  .replace('- 10:25: The', '- 08:25: The')
  .replace('Rehearse a full volume', 'TBD: rehearse a full volume')
  .replace('## Corrective', '## Lessons learned\n\n## Corrective')

test('a pull request that adds a sound postmortem passes', async () => {
  const job = await reviewPull({ files: { [path]: sound, 'src/upload.ts': 'export {}' } })
  expect(job).toMatchObject({ code: 0, annotations: [] })
  expect(job.outputs).toMatchObject({ verdict: 'pass', errors: '0', warnings: '0', infos: '0', files: '1' })
  expect(job.log).toBe('pass: no findings in 1 postmortem\n')
  expect(job.summary).toContain('## Postmortem review: pass, no findings in 1 file')
  expect(job.report).toMatchObject({ verdict: 'pass', files: [{ path, findings: [] }] })
  expect(operationsOf(job)).toEqual(['pulls/list-files', 'graphql', 'checks/create'])
})

test('defects are annotated at their lines and columns in the head commit', async () => {
  const job = await reviewPull({ files: { [path]: defective } })
  const order = lineOf(defective, '- 08:25')
  const empty = lineOf(defective, '## Lessons')
  const gap = lineOf(defective, '- TBD')
  expect(job.code).toBe(1)
  expect(job.annotations).toEqual([
    {
      level: 'error',
      file: path,
      line: order,
      endLine: order,
      column: 3,
      endColumn: 8,
      title: 'timeline-order',
      message: `\`08:25\` comes after \`10:10\`\nThe entry before it stands in line ${order - 1}.`,
    },
    expect.objectContaining({
      line: empty,
      endLine: empty,
      column: 1,
      endColumn: 19,
      title: 'empty-section',
    }),
    expect.objectContaining({ line: gap, endLine: gap, column: 3, endColumn: 6, title: 'no-placeholder' }),
  ])
  expect(job.outputs).toMatchObject({ verdict: 'fail', errors: '3', warnings: '0', infos: '0', files: '1' })
  for (const line of [order, empty, gap])
    expect(job.summary).toContain(`| [${line}](<${page(line)}>) | error |`)
  expect(job.summary.match(/<code>timeline-order<\/code>/g)).toHaveLength(1)
  expect(job.log.endsWith('fail: 3 errors in 1 postmortem\n')).toBe(true)
})

test('`fail-on` and `rules` decide what fails', async () => {
  const files = { [path]: defective }
  const never = await reviewPull({ files, inputs: { 'fail-on': 'never' } })
  expect(never).toMatchObject({ code: 0, outputs: { verdict: 'pass', errors: '3' } })
  const rules = 'timeline-order=warning\n\nempty-section=off\nno-placeholder=info'
  const warned = await reviewPull({ files, inputs: { 'fail-on': 'warning', rules } })
  expect(warned).toMatchObject({
    code: 1,
    outputs: { verdict: 'fail', errors: '0', warnings: '1', infos: '1' },
  })
  expect(warned.annotations.map(({ level }) => level)).toEqual(['warning', 'notice'])
})

test('comments in a document switch rules off, unless that is forbidden', async () => {
  const files = { [path]: `<!-- postmortem-lint disable -->\n\n${defective}` }
  const allowed = await reviewPull({ files })
  expect(allowed).toMatchObject({ code: 0, outputs: { errors: '0' } })
  const forbidden = await reviewPull({ files, inputs: { 'inline-disable': 'false' } })
  expect(forbidden).toMatchObject({ code: 1, outputs: { errors: '3' } })
})

test('a pull request without a postmortem passes and says so', async () => {
  const job = await reviewPull({ files: { 'README.md': '# Read me', 'src/upload.ts': 'export {}' } })
  expect(job).toMatchObject({ code: 0, annotations: [], outputs: { verdict: 'pass', files: '0' } })
  expect(job.log).toContain('No postmortem is among the 2 changed files')
  expect(job.summary).toContain('No postmortem is among the 2 changed files')
  expect(operationsOf(job)).toEqual(['pulls/list-files', 'graphql'])
})

test('`files` chooses the documents, without regard to case, and leaves out', async () => {
  const files = { 'Docs/Late.md': sound, 'docs/late/draft.md': sound, [path]: sound }
  const job = await reviewPull({ files, inputs: { files: 'docs/**/*.md\n!**/draft.md\n' } })
  expect(job.report).toMatchObject({ files: [{ path: 'Docs/Late.md' }] })
})

test('250 changed files come in pages of a hundred, and none is lost between two', async () => {
  const documents = [0, 99, 100, 101, 199, 200, 249]
  const entries = Array.from({ length: 250 }, (_, index) =>
    documents.includes(index) ? [`postmortems/${index}.md`, sound] : [`src/${index}.ts`, ''],
  )
  const job = await reviewPull({ files: Object.fromEntries(entries) })
  const pages = job.calls.filter(({ operation }) => operation === 'pulls/list-files')
  expect(pages.map(({ query }) => query)).toEqual([
    { per_page: '100' },
    { per_page: '100', page: '2' },
    { per_page: '100', page: '3' },
  ])
  expect(job.report).toMatchObject({ files: documents.map((index) => ({ path: `postmortems/${index}.md` })) })
  expect(job.calls).toHaveLength(3 + 1 + 1)
})

test('that GitHub lists no more than 3,000 files is said', async () => {
  const changes = Array.from({ length: 3000 }, (_, index) => ({ filename: `src/${index}.ts` }))
  const job = await reviewPull({ files: {}, changes })
  expect(job.code).toBe(0)
  expect(job.log).toContain('GitHub lists 3,000 files of a pull request: those beyond were not looked at')
})

test('a renamed and a copied file are read at their new paths, a deleted one is not', async () => {
  const job = await reviewPull({
    files: { 'postmortems/new.md': sound, 'postmortems/copy.md': sound, 'postmortems/edited.md': sound },
    changes: [
      { filename: 'postmortems/new.md', status: 'renamed', previous_filename: 'postmortems/old.md' },
      { filename: 'postmortems/copy.md', status: 'copied', previous_filename: 'postmortems/old.md' },
      { filename: 'postmortems/gone.md', status: 'removed' },
      { filename: 'postmortems/edited.md', status: 'modified' },
    ],
  })
  expect(job.code).toBe(0)
  expect(job.log).toBe('pass: no findings in 3 postmortems\n')
  expect(job.report).toMatchObject({
    files: ['new', 'copy', 'edited'].map((name) => ({ path: `postmortems/${name}.md` })),
  })
})

test('a fork with a token that may only read loses nothing', async () => {
  const files = { [path]: defective }
  const own = await reviewPull({ files })
  const fork = await reviewPull({
    files,
    instead: ({ operation }) =>
      ['pulls/list-files', 'repos/get-content'].includes(operation)
        ? undefined
        : { status: 403, json: { message: 'Resource not accessible by integration' } },
  })
  expect(fork.annotations).toEqual(own.annotations)
  expect(fork.summary).toBe(own.summary)
  expect(fork.code).toBe(own.code)
})

test('pull_request_target is reviewed like pull_request', async () => {
  const job = await reviewPull({ files: { [path]: defective }, eventName: 'pull_request_target' })
  expect(job.annotations.map(({ line }) => line)).toEqual(
    ['- 08:25', '## Lessons', '- TBD'].map((what) => lineOf(defective, what)),
  )
})

test('of more than ten errors the rest is counted and told in log and summary', async () => {
  const tasks = Array.from({ length: 24 }, (_, index) => `- TBD: task ${index}`).join('\n')
  const text = sound.replace('- Rehearse', `${tasks}\n- Rehearse`)
  const job = await reviewPull({ files: { [path]: text }, inputs: { rules: 'word-count=off' } })
  const first = lineOf(text, '- TBD: task 0')
  expect(job.outputs.errors).toBe('24')
  expect(job.annotations.map(({ line }) => line)).toEqual(
    Array.from({ length: 10 }, (_, index) => first + index),
  )
  expect(job.commands.filter(({ name }) => name === 'error')).toHaveLength(10)
  expect(job.log).toContain('at most 10 a level, and 14 more stand in the log and the summary')
  expect(job.summary).toContain('and 14 more stand in the log and the summary')
  for (let line = first; line < first + 24; line++) expect(job.summary).toContain(`#L${line}>) | error |`)
  for (let line = first + 10; line < first + 24; line++) expect(job.log).toContain(`${path}:${line}:3 error`)
})

test('errors come before warnings and infos, whatever file they stand in', async () => {
  const untimed = sound.replace('- 09:20: The alert', '- The alert')
  const files = { 'postmortems/a.md': untimed, 'postmortems/b.md': defective }
  const job = await reviewPull({ files, inputs: { rules: 'timeline-entry-time=info' } })
  expect(job.annotations.map(({ level, file }) => `${level} ${file}`)).toEqual([
    'error postmortems/b.md',
    'error postmortems/b.md',
    'error postmortems/b.md',
    'notice postmortems/a.md',
  ])
})

test('without annotations every finding stands in the log, without a summary none is written', async () => {
  const job = await reviewPull({
    files: { [path]: defective },
    inputs: { annotations: 'off', summary: 'false' },
  })
  expect(job).toMatchObject({ code: 1, commands: [], summary: '' })
  for (const what of ['- 08:25', '- TBD'])
    expect(job.log).toContain(`${path}:${lineOf(defective, what)}:3 error`)
})

test('an empty file, one that is no text, and one that is too large are one finding each', async () => {
  const files = {
    'postmortems/empty.md': '',
    'postmortems/latin.md': Buffer.from('# Störung', 'latin1'),
    'postmortems/large.md': 'x'.repeat(2 ** 20 + 1),
    [path]: sound,
  }
  const job = await reviewPull({ files })
  expect(job).toMatchObject({ code: 1, outputs: { files: '4', errors: '3' } })
  expect(job.annotations.map(({ file, line, message }) => [file, line, message.split('\n')[0]])).toEqual([
    ['postmortems/empty.md', 1, expect.stringContaining('an empty file')],
    ['postmortems/latin.md', 1, 'File not read: not UTF-8 text'],
    ['postmortems/large.md', 1, 'File not read: larger than 1 MiB'],
  ])
})

test('links and submodules are left out with a word', async () => {
  const files = {
    'postmortems/inside.md': { symlink: path },
    'postmortems/outside.md': { symlink: '/etc/passwd' },
    'postmortems/module.md': { submodule: 'c'.repeat(40) },
    [path]: sound,
  }
  const job = await reviewPull({ files })
  expect(job).toMatchObject({ code: 0, outputs: { files: '1' } })
  for (const text of [job.log, job.summary]) {
    expect(text).toContain('postmortems/inside.md is a symbolic link and was left out')
    expect(text).toContain('postmortems/outside.md is a symbolic link and was left out')
    expect(text).toContain('postmortems/module.md is a submodule and was left out')
  }
})

test('mistakes in the inputs are all said, and nothing is asked of GitHub', async () => {
  const inputs = {
    profile: 'alxx',
    'fail-on': 'fatal',
    annotations: 'of',
    summary: 'yes',
    rules: 'word-cuont=off',
  }
  const job = await reviewPull({ files: { [path]: sound }, inputs: { ...inputs, token: '' } })
  expect(job).toMatchObject({ code: 2, calls: [], outputs: {} })
  const said = job.annotations.map(({ message }) => message)
  for (const [name, value] of Object.entries(inputs)) {
    expect(said).toContainEqual(
      expect.stringMatching(RegExp(`^input ${name}: \`${value.replace('=off', '')}\``)),
    )
  }
  expect(said).toContainEqual('input token is empty.')
  expect(said).toHaveLength(6)
  expect(job.summary).toContain('it did not run')
})

test('an event without a pull request gets a sentence, and a stack only for who debugs', async () => {
  const job = { eventName: 'issue_comment', event: { action: 'created', issue: { number: 7 } } }
  const plain = await review({ job })
  expect(plain).toMatchObject({ code: 2, calls: [] })
  expect(plain.annotations).toEqual([
    {
      level: 'error',
      message: expect.stringMatching(/^The event `issue_comment` carries no pull request: run on /),
    },
  ])
  expect(plain.log).not.toContain('    at ')
  const debugged = await review({ job: { ...job, env: { RUNNER_DEBUG: '1' } } })
  expect(debugged.log).toContain('    at ')
})

test.each([undefined, '/nowhere/summary'])(
  'a runner without a job summary, at %s, is no reason to stop',
  async (file) => {
    const job = await reviewPull({ files: { [path]: defective }, env: { GITHUB_STEP_SUMMARY: file } })
    expect(job).toMatchObject({ code: 1, outputs: { verdict: 'fail', errors: '3' } })
  },
)
