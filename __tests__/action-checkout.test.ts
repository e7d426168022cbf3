import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { head, lineOf, review, sound } from './rig/scenario.ts'
import type { Entry } from './rig/tree.ts'

const path = 'postmortems/2025-03-uploads.md'
const misplaced = sound.replace('- 10:25', '- 08:25')
const folders: string[] = []

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })))
})

/** A folder that holds these files and links. */
async function checkout(tree: Readonly<Record<string, Entry>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'checkout-'))
  folders.push(folder)
  for (const [name, entry] of Object.entries(tree)) {
    const file = join(folder, name)
    await mkdir(dirname(file), { recursive: true })
    if (typeof entry === 'object' && 'symlink' in entry) await symlink(entry.symlink, file)
    else if (typeof entry === 'string' || entry instanceof Uint8Array) await writeFile(file, entry)
  }
  return folder
}

test.each(['push', 'merge_group', 'schedule', 'workflow_dispatch'])(
  'on %s the checkout is read',
  async (eventName) => {
    const workspace = await checkout({ '.git/HEAD': '', [path]: misplaced, 'README.md': '# Read me' })
    const job = await review({ job: { eventName, event: {}, workspace } })
    const line = lineOf(misplaced, '- 08:25')
    expect(job).toMatchObject({ code: 1, outputs: { verdict: 'fail', files: '1', errors: '1' } })
    expect(job.calls.map(({ operation }) => operation)).toEqual(['checks/create'])
    expect(job.annotations).toMatchObject([{ level: 'error', file: path, line, column: 3, endColumn: 8 }])
    expect(job.summary).toContain(`https://github.com/octo/incidents/blob/${head}/${path}?plain=1#L${line}`)
  },
)

test('nothing outside the repository is read, whatever links to it', async () => {
  const outside = await checkout({ 'secret.md': 'a secret' })
  const workspace = await checkout({
    [path]: sound,
    'postmortems/link.md': { symlink: join(outside, 'secret.md') },
    'postmortems/near.md': { symlink: '2025-03-uploads.md' },
    incidents: { symlink: outside },
    'postmortems/ring': { symlink: '..' },
  })
  const job = await review({ job: { eventName: 'push', event: {}, workspace } })
  expect(job).toMatchObject({ code: 0, outputs: { files: '1' }, report: { files: [{ path }] } })
  expect(job.log + job.summary).not.toContain('secret')
  const files = `../${basename(outside)}/*.md\n${outside}/*.md`
  const named = await review({ job: { eventName: 'push', event: {}, workspace, inputs: { files } } })
  expect(named.outputs).toMatchObject({ files: '0' })
  for (const text of [named.log, named.summary]) {
    expect(text).toMatch(/secret\.md lies outside the repository and was left out/)
    expect(text).not.toContain('a secret')
  }
})

test('files that hold no text are findings, not crashes', async () => {
  const workspace = await checkout({
    'postmortems/empty.md': '',
    'postmortems/large.md': 'x'.repeat(2 ** 20 + 1),
    'postmortems/latin.md': Buffer.from('# Störung', 'latin1'),
  })
  const job = await review({ job: { eventName: 'push', event: {}, workspace } })
  expect(job.annotations.map(({ message }) => message.split('\n')[0])).toEqual([
    expect.stringContaining('an empty file'),
    'File not read: larger than 1 MiB',
    'File not read: not UTF-8 text',
  ])
})

test('paths are those of the repository where it was checked out into a folder', async () => {
  const workspace = await checkout({
    'repository/.git/HEAD': '',
    [`repository/${path}`]: misplaced,
    'log.txt': '',
  })
  const job = await review({ job: { eventName: 'push', event: {}, workspace } })
  expect(job.annotations).toMatchObject([{ file: path }])
})

test('a workspace without a checkout fails, one without postmortems passes, and both say so', async () => {
  const nothing = await review({ job: { eventName: 'push', event: {}, workspace: await checkout({}) } })
  expect(nothing.code).toBe(2)
  expect(nothing.annotations).toMatchObject([{ message: expect.stringMatching(/^The workspace is empty/) }])
  const workspace = await checkout({ 'README.md': '# Read me' })
  const other = await review({ job: { eventName: 'push', event: {}, workspace } })
  expect(other).toMatchObject({ code: 0, outputs: { verdict: 'pass', files: '0' } })
  expect(other.log).toContain('No file of the checkout looks like a postmortem')
})
