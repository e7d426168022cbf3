import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { difference } from './rig/diff.ts'
import { refusal } from './rig/github.ts'
import { base, commitsOf, head, lineOf, refuse, review, reviewPull, sound } from './rig/scenario.ts'

const path = 'postmortems/2025-03-uploads.md'
/** The old version has an entry out of order; the new one has that and a task that is still to be written. */
const old = sound.replace('- 10:25', '- 08:25')
const worse = old.replace('Rehearse a full volume', 'TBD: rehearse a full volume')
const read = 'repos/get-content'

interface Report {
  readonly files: readonly {
    readonly findings: readonly { readonly rule: string; readonly new: boolean }[]
  }[]
}

/** The rules that spoke, each with whether what it found is new. */
function found(report: unknown): readonly (readonly [string, boolean])[] {
  return (report as Report).files.flatMap(({ findings }) =>
    findings.map((finding) => [finding.rule, finding.new] as const),
  )
}

test('what stood before does not fail the check, what is new does', async () => {
  const same = await reviewPull({ files: { [path]: `${old}\nOne line more.\n` }, before: { [path]: old } })
  expect(same).toMatchObject({ code: 0, annotations: [], outputs: { verdict: 'pass', errors: '0' } })
  expect(found(same.report)).toEqual([['timeline-order', false]])
  const job = await reviewPull({ files: { [path]: worse }, before: { [path]: old } })
  expect(job).toMatchObject({ code: 1, outputs: { verdict: 'fail', errors: '1' } })
  expect(job.annotations.map(({ title, line }) => [title, line])).toEqual([
    ['no-placeholder', lineOf(worse, 'TBD')],
  ])
  expect(found(job.report)).toEqual([
    ['timeline-order', false],
    ['no-placeholder', true],
  ])
})

test('the patch tells the version before, and nothing is asked for it', async () => {
  const job = await reviewPull({ files: { [path]: worse }, before: { [path]: old } })
  expect(commitsOf(job, path)).toEqual([head])
})

test.each<readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
  ['lines above it', { [path]: `${old.replace('# ', '# New: ')}` }, { [path]: old }],
  ['white space', { [path]: old.replace(/\n\n/g, '\n\n\n') }, { [path]: old }],
  ['ends of lines', { [path]: old.replace(/\n/g, '\r\n') }, { [path]: old }],
  ['no line feed at the end', { [path]: old.trimEnd() }, { [path]: old }],
])('a finding is as old as it was where %s changed', async (_, files, before) => {
  const job = await reviewPull({ files, before })
  expect(found(job.report)).toContainEqual(['timeline-order', false])
  expect(job.code).toBe(0)
})

test('a renamed file is held against what it was called before, whether or not it changed', async () => {
  const previous_filename = 'postmortems/old.md'
  for (const text of [old, worse]) {
    const job = await reviewPull({
      files: { [path]: text },
      before: { [previous_filename]: old },
      changes: [
        { filename: path, status: 'renamed', previous_filename, ...(text === old && { patch: undefined }) },
      ],
    })
    expect(found(job.report)[0]).toEqual(['timeline-order', false])
    expect(job.code).toBe(text === old ? 0 : 1)
  }
})

test('a copied file is all new', async () => {
  const job = await reviewPull({
    files: { [path]: old },
    before: { 'postmortems/old.md': old },
    changes: [{ filename: path, status: 'copied', previous_filename: 'postmortems/old.md' }],
  })
  expect(found(job.report)).toEqual([['timeline-order', true]])
})

test('one of two equal findings that was mended leaves the other an old one, a third is new', async () => {
  const twice = sound.replace('- Rehearse', '- TBD\n- TBD\n- Rehearse')
  const mended = twice.replace('- TBD\n', '')
  const more = twice.replace('- TBD\n', '- TBD\n- TBD\n')
  const fewer = await reviewPull({ files: { [path]: mended }, before: { [path]: twice } })
  expect(fewer.code).toBe(0)
  const third = await reviewPull({ files: { [path]: more }, before: { [path]: twice } })
  expect(found(third.report).filter(([rule, isNew]) => rule === 'no-placeholder' && isNew)).toHaveLength(1)
})

test('where a patch is missing, as behind huge ones, the version before is read at the merge base', async () => {
  const missing = { patch: undefined, additions: 0, deletions: 0, changes: 0 }
  const job = await reviewPull({
    files: { [path]: worse },
    before: { [path]: old },
    changes: [{ filename: path, status: 'modified', ...missing }],
  })
  expect(found(job.report)).toEqual([
    ['timeline-order', false],
    ['no-placeholder', true],
  ])
  expect(commitsOf(job, path)).toEqual([head, base])
})

test('a patch of another text is not believed', async () => {
  const other = difference(sound, sound.replace('- 10:25', '- 10:26'))
  const job = await reviewPull({
    files: { [path]: worse },
    before: { [path]: old },
    changes: [{ filename: path, status: 'modified', ...other }],
  })
  expect(found(job.report)).toEqual([
    ['timeline-order', false],
    ['no-placeholder', true],
  ])
})

test.each([403, 404, 500])(
  'a version before that GitHub does not give (%i) is said, and all counts as new',
  async (status) => {
    const missing = { patch: undefined, additions: 0, deletions: 0, changes: 0 }
    const pull = {
      files: { [path]: old },
      before: { [path]: old.replace('# ', '# Old: ') },
      changes: [{ filename: path, status: 'modified' as const, ...missing }],
    }
    for (const operation of [read, 'repos/compare-commits-with-basehead']) {
      const job = await reviewPull({
        ...pull,
        instead: (call) =>
          call.operation === operation && call.query.ref !== head ? refusal(status, 'Refused') : undefined,
      })
      expect(job).toMatchObject({ code: 1, outputs: { errors: '1' } })
      expect(job.summary).toContain(`all that is found in ${path} counts as new`)
      expect(job.log).toMatch(new RegExp(`(version|commit) before.*${status}.* counts as new`))
    }
  },
)

test('`changed` holds all of the changed files against the run, `all` all of every file', async () => {
  const other = 'postmortems/2024-01-other.md'
  const files = { [path]: worse, [other]: old, 'incidents/link.md': { symlink: `../${other}` } }
  const before = { ...files, [path]: old }
  const changed = await reviewPull({ files, before, inputs: { scope: 'changed' } })
  expect(changed).toMatchObject({ code: 1, outputs: { errors: '2', files: '1' } })
  const all = await reviewPull({ files, before, inputs: { scope: 'all' } })
  expect(all).toMatchObject({ code: 1, outputs: { errors: '3', files: '2' } })
  expect(all.annotations.map(({ file, title }) => [file, title])).toEqual([
    [path, 'no-placeholder'],
    [path, 'timeline-order'],
    [other, 'timeline-order'],
  ])
  const refused = await reviewPull({
    files,
    before,
    inputs: { scope: 'all' },
    instead: ({ operation }) => (operation === 'git/get-tree' ? refusal(409, 'Conflict') : undefined),
  })
  expect(refused.annotations).toEqual([
    { level: 'error', message: 'The files of a1b2c3d could not be listed: GitHub answered 409' },
  ])
})

describe('a push', () => {
  const repository = { commits: { [head]: { [path]: worse }, [base]: { [path]: old } }, head, base }
  const changes = [{ filename: path, status: 'modified' as const }]
  const push = { eventName: 'push', event: { before: base, after: head } }
  const group = { eventName: 'merge_group', event: { merge_group: { base_sha: base, head_sha: head } } }
  const folders: string[] = []

  afterEach(async () => {
    await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })))
  })

  async function checkout(text: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'checkout-'))
    folders.push(folder)
    await mkdir(join(folder, dirname(path)))
    await writeFile(join(folder, path), text)
    return folder
  }

  test.each([push, group])('to be held against what was there before: $eventName', async (event) => {
    const job = await review({ repository: { ...repository, changes }, job: event })
    expect(job).toMatchObject({ code: 1, outputs: { errors: '1' } })
    expect(found(job.report)).toEqual([
      ['timeline-order', false],
      ['no-placeholder', true],
    ])
    expect(commitsOf(job, path)).toEqual([head])
  })

  test('is read from the checkout if that is the version that was pushed', async () => {
    const right = await checkout(worse)
    const job = await review({ repository: { ...repository, changes }, job: { ...push, workspace: right } })
    expect(job.outputs).toMatchObject({ errors: '1' })
    expect(commitsOf(job, path)).toEqual([])
    const wrong = await checkout(sound)
    const other = await review({ repository: { ...repository, changes }, job: { ...push, workspace: wrong } })
    expect(other.outputs).toMatchObject({ errors: '1' })
    expect(commitsOf(other, path)).toEqual([head])
  })

  test('of a new branch is held against the default branch', async () => {
    const event = {
      before: '0'.repeat(40),
      after: head,
      ref: 'refs/heads/new',
      repository: { default_branch: 'main' },
    }
    const job = await review({ repository: { ...repository, changes }, job: { eventName: 'push', event } })
    expect(job.calls.map(({ path }) => path.basehead)).toContain(`main...${head}`)
    expect(job.outputs).toMatchObject({ errors: '1' })
  })

  test('that replaced history is read whole, and that all counts as new is said', async () => {
    const event = { before: 'd'.repeat(40), after: head }
    const workspace = await checkout(worse)
    const job = await review({
      repository: { ...repository, changes },
      job: { eventName: 'push', event, workspace },
    })
    expect(job).toMatchObject({ code: 1, outputs: { errors: '2' } })
    expect(job.log).toContain('What changed since ddddddd could not be listed: not found (404)')
    const bare = await review({ repository: { ...repository, changes }, job: { eventName: 'push', event } })
    expect(bare.annotations).toMatchObject([
      { message: expect.stringMatching(/^What changed since ddddddd/) },
    ])
  })
})

test('a file of a pull request is read from the checkout where it is the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'checkout-'))
  await mkdir(join(folder, dirname(path)))
  await writeFile(join(folder, path), old)
  const job = await reviewPull({
    files: { [path]: old },
    workspace: folder,
    instead: refuse(path, refusal(500, '')),
  })
  expect(job.outputs).toMatchObject({ errors: '1' })
  await rm(folder, { recursive: true })
})
