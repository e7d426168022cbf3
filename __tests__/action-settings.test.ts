import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Event } from '../src/hosts/github/event.ts'
import { type Answer, type GitHub, refusal, startGitHub } from './rig/github.ts'
import { base, commitsOf, head, reviewPull, sound, target } from './rig/scenario.ts'

const path = '.github/postmortem-lint.yml'
let github: GitHub
let instead: Answer | undefined

beforeAll(async () => {
  github = await startGitHub({
    commits: {
      [head]: { [path]: 'profile: minimal', 'link.yml': { symlink: '/etc/passwd' } },
      [base]: { [path]: 'profile: alx' },
    },
    head,
    changes: [],
    instead: () => instead,
  })
  // The toolkit reads the address while it is loaded.
  process.env.GITHUB_API_URL = github.url
})

afterAll(() => github.close())
afterEach(() => {
  instead = undefined
  expect(github.faults).toEqual([])
})

async function settings(event: Event, folder = '/nowhere') {
  const { connect } = await import('../src/hosts/github/client.ts')
  const { nothing } = await import('../src/hosts/github/memory.ts')
  const { settingsOf } = await import('../src/hosts/github/settings.ts')
  const client = connect('ghs_rig')
  return settingsOf(
    () => client,
    { owner: 'octo', repo: 'incidents' },
    () => event,
    folder,
    async () => nothing,
  )
}

const pull = { kind: 'pull request', number: 7, head, base } as const
const change = { filename: path, status: 'modified', sha: '', additions: 1, deletions: 1 } as const

test("a stranger's pull request is judged as its base says, and that is said where it wants otherwise", async () => {
  const { read, notices } = await settings({ ...pull, stranger: true })
  expect(notices([change])).toEqual([])
  expect(await read(path)).toBe('profile: alx')
  expect(notices([change])).toEqual([
    'The pull request changes `.github/postmortem-lint.yml`, and the review goes by that of its base',
  ])
  expect(notices([{ ...change, filename: 'other.yml', previous_filename: path }])).toHaveLength(1)
  expect(notices([{ ...change, filename: 'other.yml' }])).toEqual([])
})

test('a pull request of the repository itself is judged as it says, as is a push', async () => {
  const own = await settings({ ...pull, stranger: false })
  expect(await own.read(path)).toBe('profile: minimal')
  expect(own.notices([change])).toEqual([
    'The pull request changes `.github/postmortem-lint.yml`, and the review goes by that',
  ])
  const push = await settings({ kind: 'push', base, head })
  expect(await push.read(path)).toBe('profile: minimal')
})

test('what is not there is absent, a link is no file, and what GitHub does not give stops the run', async () => {
  const { read } = await settings({ ...pull, stranger: false })
  expect(await read('other.yml')).toBeUndefined()
  expect(await read('link.yml')).toEqual({ unreadable: 'no file' })
  instead = refusal(403, 'Forbidden')
  await expect(read(path)).rejects.toThrow(
    /^\.github\/postmortem-lint\.yml could not be read: the token may not/,
  )
})

test('without a change to review it is read from the checkout, and from nowhere else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'checkout-'))
  await mkdir(join(folder, '.github'))
  await writeFile(join(folder, path), 'profile: pagerduty')
  await writeFile(join(folder, '..', 'outside.yml'), 'profile: alx')
  await symlink('../outside.yml', join(folder, 'link.yml'))
  const { read } = await settings({ kind: 'checkout' }, folder)
  expect(await read(path)).toBe('profile: pagerduty')
  for (const other of ['link.yml', '../outside.yml', 'none.yml', '.github'])
    expect(await read(other)).toBeUndefined()
  await rm(join(folder, '..', 'outside.yml'))
  await rm(folder, { recursive: true })
})

test.each([
  ['a fork', { head: { sha: head, repo: { full_name: 'mallory/incidents' } } }, true],
  ['a fork that is gone', { head: { sha: head, repo: null } }, true],
  ['Dependabot', { user: { login: 'dependabot[bot]' } }, true],
  ['a branch', {}, false],
])('a pull request of %s', async (_, laid, stranger) => {
  const { readEvent } = await import('../src/hosts/github/event.ts')
  const repo = { full_name: 'octo/incidents' }
  const pull_request = {
    number: 7,
    head: { sha: head, repo },
    base: { sha: base, repo },
    user: { login: 'octocat' },
  }
  expect(readEvent('pull_request', { pull_request: { ...pull_request, ...laid } })).toMatchObject({
    stranger,
  })
})

describe('the configuration of a pull request', () => {
  const document = 'postmortems/2025-03-uploads.md'
  const files = { [document]: sound.replace('- 10:25', '- 08:25'), [path]: 'rules: {timeline-order: off}' }
  const fork = { head: { sha: head, repo: { full_name: 'mallory/incidents' } } }

  test('of the repository itself counts as it is at the head', async () => {
    const job = await reviewPull({ files })
    expect(job).toMatchObject({ code: 0, outputs: { errors: '0' } })
    expect(job.summary).toContain(
      'changes <code>.github/postmortem-lint.yml</code>, and the review goes by that\n',
    )
  })

  test('of a fork counts as it is at the base, and the summary says so', async () => {
    for (const eventName of ['pull_request', 'pull_request_target']) {
      const job = await reviewPull({ files, event: fork, eventName })
      expect(job).toMatchObject({ code: 1, outputs: { errors: '1' } })
      expect(job.summary).toContain('and the review goes by that of its base\n')
      expect(commitsOf(job, path)).toEqual([target])
    }
  })

  test('is broken: every mistake is said, and inputs count for more', async () => {
    const broken = { ...files, [path]: 'profil: alx\nfail-on: never\n' }
    const job = await reviewPull({ files: broken })
    expect(job).toMatchObject({ code: 2, annotations: [{ message: expect.stringContaining('profil') }] })
    const never = { ...files, [path]: 'fail-on: never\n' }
    expect(await reviewPull({ files: never })).toMatchObject({ code: 0, outputs: { errors: '1' } })
    expect(await reviewPull({ files: never, inputs: { 'fail-on': 'error' } })).toMatchObject({ code: 1 })
  })

  test('stands elsewhere, or nowhere', async () => {
    const config = 'house.yml'
    const job = await reviewPull({ files: { ...files, [config]: 'fail-on: never' }, inputs: { config } })
    expect(job).toMatchObject({ code: 0, outputs: { errors: '1' } })
    const none = await reviewPull({ files, inputs: { config: 'none.yml' } })
    expect(none).toMatchObject({
      code: 2,
      annotations: [{ message: 'input config: `none.yml` is not there.' }],
    })
  })

  test('that GitHub does not give stops the run, so that nothing is green by accident', async () => {
    const job = await reviewPull({
      files,
      instead: ({ path: asked }) => (asked.path === path ? refusal(403, 'Forbidden') : undefined),
    })
    expect(job).toMatchObject({ code: 2 })
    expect(job.annotations[0]?.message).toMatch(/^\.github\/postmortem-lint\.yml could not be read: /)
  })

  test('is a template', async () => {
    const template = '.github/postmortem.md'
    const text = '# Title\n\n## What happened\n\n## Moon phase\n\n## Root cause\n'
    const job = await reviewPull({ files: { [document]: sound, [template]: text }, inputs: { template } })
    expect(job.log + JSON.stringify(job.annotations)).toContain('Moon phase')
  })
})
