import { type Answer, refusal } from './rig/github.ts'
import type { Told } from './rig/graphql.ts'
import {
  commitsOf,
  head,
  nothingWritten,
  operationsOf,
  type PullRequest,
  type Review,
  reviewPull,
  target,
  sound as whole,
} from './rig/scenario.ts'
import { type Entry, hash } from './rig/tree.ts'

const path = 'postmortems/2025-03-uploads.md'
const config = '.github/postmortem-lint.yml'
const sound = whole.replace('when the storage team', 'when the same team')
/** Two lines of the sound document have a word that is to be another, each with a suggestion. */
const rules = 'deny-list=warning,{"terms": ["storage"], "replacement": "disk"}'

function reviewed({ inputs, ...rest }: Partial<PullRequest> = {}): Promise<Review> {
  return reviewPull({
    files: { [path]: sound },
    may: ['checks', 'pulls'],
    inputs: { rules, ...inputs },
    ...rest,
  })
}

describe('three requests, and one for each version of a changed postmortem, are enough for', () => {
  test('one added file of a pull request that was opened', async () => {
    const job = await reviewed({ action: 'opened' })
    expect(operationsOf(job)).toEqual(['pulls/list-files', 'graphql', 'checks/create', 'pulls/create-review'])
    expect(job.comments).toHaveLength(2)
  })

  test('one added file, one comment that stands and one that is new', async () => {
    const written = nothingWritten()
    await reviewed({ written, files: { [path]: sound.replace('10:25: The storage', '10:25: The disk') } })
    expect(written.comments).toHaveLength(1)
    const job = await reviewed({ written })
    expect(operationsOf(job)).toEqual(['pulls/list-files', 'graphql', 'checks/create', 'pulls/create-review'])
    expect(job.comments).toHaveLength(2)
  })

  test('one modified file', async () => {
    const job = await reviewed({ before: { [path]: sound.replaceAll('storage', 'network') } })
    expect(job.comments).toHaveLength(2)
    expect(job.calls.length).toBeLessThanOrEqual(3 + 2)
  })

  test('a document that the configuration names', async () => {
    const files = { [config]: 'files: docs/**', 'docs/uploads.md': sound, 'src/upload.ts': '' }
    const job = await reviewed({ files })
    expect(job.outputs.files).toBe('1')
    expect(job.calls.length).toBeLessThanOrEqual(3 + 1)
  })

  test('100 files with 50 findings', async () => {
    const entries = Array.from({ length: 100 }, (_, index) => [`postmortems/${index}.md`, sound] as const)
    const worse = sound.replace('- 10:25: The storage', '- 08:25: The disk')
    const changed = entries.map(([path, text], index) => [path, index < 25 ? worse : `${text}\n`] as const)
    const job = await reviewed({
      files: Object.fromEntries(changed),
      before: Object.fromEntries(entries),
      inputs: { rules: 'deny-list=warning,{"terms": ["disk"], "replacement": "storage"}' },
    })
    expect(job.outputs).toMatchObject({ files: '100', errors: '25', warnings: '25' })
    expect(job.comments).toHaveLength(20)
    expect(operationsOf(job)).not.toContain('repos/get-content')
    expect(job.calls).toHaveLength(3 + 5)
  })
})

/** A second push: of two comments one is mended, and a third finding is new. */
async function pushed(rest: Partial<PullRequest> = {}): Promise<Review> {
  const remark = { id: 900, path, body: 'A remark', login: 'octocat' }
  const written = { ...nothingWritten(), comments: [...earlier, remark] }
  const text = sound
    .replace('10:25: The storage', '10:25: The disk')
    .replace('## Corr', 'The storage.\n\n## Corr')
  return reviewed({ written, files: { [path]: text, [config]: 'fail-on: warning' }, ...rest })
}

/** What there is to see of a job. */
function seen({ code, log, summary, report, comments, annotations }: Review) {
  return { code, log, summary, report, comments, annotations }
}

let earlier: Review['comments']
beforeAll(async () => {
  earlier = (await reviewed()).comments
})

const refused = refusal(403, 'Resource not accessible by integration')

describe('where GraphQL does not tell, REST does, and nobody sees a difference', () => {
  const answers: readonly (readonly [string, Answer])[] = [
    ['a refusal', refused],
    ['a limit of rates', refusal(403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0' })],
    ['a broken gateway', { status: 502, html: '<h1>Bad gateway</h1>' }],
    ['a cut connection', { status: 0 }],
    ['the page of a proxy', { status: 200, html: '<h1>Log in</h1>' }],
    ['no data', { status: 200, json: { data: null } }],
    ['no repository', { status: 200, json: { data: { repository: null }, errors: [{ type: 'NOT_FOUND' }] } }],
    ['a server that knows fewer fields', { status: 200, json: { errors: [{ message: 'no such field' }] } }],
  ]
  let expected: Review
  let jobs: readonly Review[]

  beforeAll(async () => {
    const instead = (answer: Answer): PullRequest['instead'] => {
      return ({ operation }) => (operation === 'graphql' ? answer : undefined)
    }
    const [first, ...others] = await Promise.all([
      pushed(),
      ...answers.map(([, answer]) => pushed({ instead: instead(answer) })),
    ])
    expected = first
    jobs = others
  })

  test('it tells all', () => {
    expect(expected).toMatchObject({ code: 1, outputs: { warnings: '2' }, reviews: [{}] })
    expect(operationsOf(expected)).toEqual([
      'pulls/list-files',
      'graphql',
      'checks/create',
      'pulls/create-review',
      'pulls/delete-review-comment',
    ])
  })

  test.each(answers.map(([name], index) => ({ name, index })))(
    'it answers with $name, and is asked once',
    ({ index }) => {
      const job = jobs[index] ?? expected
      expect(seen(job)).toEqual(seen(expected))
      expect(operationsOf(job).filter((operation) => operation === 'graphql')).toHaveLength(1)
      expect(operationsOf(job)).toContain('pulls/list-review-comments')
      expect(commitsOf(job, path)).toContain(head)
    },
  )

  test.each(['repos/get-content', 'pulls/list-review-comments'])(
    'it refuses a part of what it is asked for, as %s would tell it',
    async (part) => {
      const job = await pushed({
        instead: ({ operation }, attempt) => (attempt === 0 && operation === part ? refused : undefined),
      })
      expect(seen(job)).toEqual(seen(expected))
      expect(operationsOf(job)).toContain(part)
    },
  )

  test('its text is not that of its hash', async () => {
    const job = await pushed({ lens: ({ oid, text }) => ({ oid, text: `${text}\nTBD\n` }) })
    expect(seen(job)).toEqual(seen(expected))
  })

  test('its text is that of another commit', async () => {
    const lens = (file: Told): Told =>
      file.text?.startsWith('fail-on') ? file : { oid: hash('# Other\n'), text: '# Other\n' }
    expect(seen(await pushed({ lens }))).toEqual(seen(expected))
  })
})

test('what is said not to be there is not asked for again, unless something else was refused', async () => {
  for (const other of [undefined, refused]) {
    const job = await reviewed({
      instead: ({ operation, path: asked }, attempt) =>
        attempt > 0 || operation !== 'repos/get-content'
          ? undefined
          : asked.path === path
            ? other
            : refusal(404, 'Not Found'),
    })
    expect(commitsOf(job, config)).toHaveLength(other ? 2 : 1)
  }
})

test('the bytes of a file are read the same, whatever they are', async () => {
  const files: Readonly<Record<string, Entry>> = {
    'postmortems/bom.md': `\uFEFF${sound}`,
    'postmortems/binary.md': `${sound}\0`,
    'postmortems/crlf.md': sound.replaceAll('\n', '\r\n'),
    'postmortems/emoji.md': `${sound}\n\u{1F525}\uFFFD\n`,
    'postmortems/empty.md': '',
    'postmortems/large.md': `${sound}\n${'word '.repeat(120_000)}\n`,
    'postmortems/larger.md': 'x'.repeat(2 ** 20 + 1),
    'postmortems/latin.md': Buffer.from(`${sound}\nSt\u00f6rung\n`, 'latin1'),
    'postmortems/link.md': { symlink: 'bom.md' },
    'postmortems/module.md': { submodule: 'c'.repeat(40) },
    'postmortems/utf16.md': Buffer.from(sound, 'utf16le'),
  }
  const [by, without] = await Promise.all([
    reviewed({ files }),
    reviewed({ files, instead: ({ operation }) => (operation === 'graphql' ? refused : undefined) }),
  ])
  expect(seen(by)).toEqual(seen(without))
  const again = Object.keys(files).filter((file) => commitsOf(by, file).length > 1)
  expect(again.map((file) => file.slice('postmortems/'.length, -'.md'.length))).toEqual([
    'bom',
    'binary',
    'large',
    'larger',
    'latin',
    'link',
    'module',
    'utf16',
  ])
})

test('more threads than a page are read by REST, so that nothing is said twice', async () => {
  const remarks = Array.from({ length: 99 }, (_, index) => ({
    id: 500 + index,
    path,
    body: '',
    login: 'octocat',
  }))
  const written = { ...nothingWritten(), comments: [...remarks, ...earlier] }
  const job = await reviewed({ written })
  expect(operationsOf(job)).toContain('pulls/list-review-comments')
  expect(written.comments).toHaveLength(101)
})

test('what the base of a stranger says is asked for there, with the documents at the head', async () => {
  const event = { head: { sha: head, repo: { full_name: 'mallory/incidents' } } }
  const job = await reviewed({ event, files: { [path]: sound, [config]: 'rules: {}' } })
  expect(commitsOf(job, config)).toEqual([target])
  expect(commitsOf(job, path)).toEqual([head])
})
