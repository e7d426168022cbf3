import { type Answer, refusal, type Written } from './rig/github.ts'
import { head, lineOf, nothingWritten, type PullRequest, reviewPull, sound as whole } from './rig/scenario.ts'
import type { ReviewRequest } from './rig/writes.ts'

const path = 'postmortems/2025-03-uploads.md'
const sound = whole.replace('when the storage team', 'when the same team')
const storage = ['- 10:10', '- 10:25'].map((entry) => lineOf(sound, entry))
const calm = sound.replaceAll('storage', 'disk')

/** A pull request that adds the sound document, of which two lines have a word that is to be another. */
function reviewed({ inputs, ...rest }: Partial<PullRequest> = {}) {
  const rules = 'deny-list=warning,{"terms": ["storage"], "replacement": "disk"}'
  return reviewPull({
    files: { [path]: sound },
    may: ['pulls'],
    inputs: { rules, annotations: 'off', ...inputs },
    ...rest,
  })
}

function operations(job: { readonly calls: readonly { readonly operation: string }[] }): readonly string[] {
  return job.calls.map(({ operation }) => operation).filter((name) => name.startsWith('pulls/'))
}

test('one review has the suggestions, each on its line of the head', async () => {
  const job = await reviewed()
  expect(job).toMatchObject({ code: 0, reviews: [{ event: 'COMMENT', commit_id: head }] })
  expect(job.comments.map(({ line }) => line)).toEqual(storage)
  const [first] = job.comments
  expect(first?.body).toContain(
    '```suggestion\n- 10:10: The engineer on call escalates to the disk team.\n```',
  )
  expect(job.reviews[0]?.body).toBe('2 findings of the postmortem review')
})

/** Was it asked what stands under the pull request? */
function isAsked({ calls }: { readonly calls: readonly { readonly body: unknown }[] }): boolean {
  return calls.some(({ body }) => JSON.stringify(body)?.includes('"isReviewed":true'))
}

test('nothing is asked about earlier comments when the pull request was just opened', async () => {
  const opened = await reviewed({ action: 'opened' })
  expect(isAsked(opened)).toBe(false)
  expect(operations(opened)).toEqual(['pulls/list-files', 'pulls/create-review'])
  const again = await reviewed({ action: 'opened', written: opened, env: { GITHUB_RUN_ATTEMPT: '2' } })
  expect(operations(again)).toEqual(['pulls/list-files'])
  expect(isAsked(again)).toBe(true)
  expect(again.comments).toHaveLength(2)
})

test('pushes: nothing is said twice, what is mended is removed, what was answered stays', async () => {
  const written = nothingWritten()
  await reviewed({ written })
  const [first, second] = written.comments
  written.comments.push({ id: 900, path, body: 'Why?', login: 'octocat', in_reply_to_id: second?.id ?? 0 })
  const moved = sound.replace('## Timeline', 'One line more.\n\n## Timeline')
  const shifted = await reviewed({ written, files: { [path]: moved } })
  expect(operations(shifted)).not.toContain('pulls/create-review')
  expect(written.comments.map(({ id }) => id)).toEqual([first?.id, second?.id, 900])
  const mended = await reviewed({ written, files: { [path]: calm } })
  expect(operations(mended)).toEqual(['pulls/list-files', 'pulls/delete-review-comment'])
  expect(written.comments.map(({ id }) => id)).toEqual([second?.id, 900])
  expect(written.reviews).toHaveLength(1)
})

test.each(['GraphQL', 'REST'])(
  "nobody else's comment is touched, whatever mark it has, and its mark hides nothing: by %s",
  async (by) => {
    const written = nothingWritten()
    await reviewed({ written })
    const mark = '<!-- postmortem-lint ffffffffffffffff -->'
    const forged = written.comments.splice(0).map((comment) => ({ ...comment, login: 'mallory' }))
    written.comments.push(
      ...forged,
      { id: 500, path, body: mark, login: 'mallory' },
      { id: 501, path, body: 'A remark', login: 'github-actions[bot]' },
      { id: 502, path, body: `A remark\n${mark}`, login: 'github-actions[bot]' },
      { id: 503, path, body: mark, login: 'github-actions[bot]' },
    )
    const job = await reviewed({
      written,
      instead: ({ operation }, attempt) =>
        by === 'REST' && attempt === 0 && operation === 'pulls/list-review-comments'
          ? refusal(403, 'Forbidden')
          : undefined,
    })
    // whose a mark is that is not ours by GraphQL's word, REST tells by its author
    expect(operations(job)).toContain('pulls/list-review-comments')
    expect(written.comments.filter(({ login }) => login === 'mallory')).toHaveLength(3)
    expect(written.comments.map(({ id }) => id)).not.toContain(503)
    expect(written.comments.map(({ id }) => id)).toEqual(expect.arrayContaining([500, 501, 502]))
    expect(written.reviews).toHaveLength(2)
  },
)

test('a token of another app knows its own comments', async () => {
  const written = nothingWritten()
  const login = 'reviews-of-octo[bot]'
  await reviewed({ written, login })
  const again = await reviewed({ written, login, files: { [path]: calm } })
  expect(again.comments).toEqual([])
  expect(written.reviews).toHaveLength(1)
})

test('lines that the diff does not show are left to the summary', async () => {
  const job = await reviewed({
    before: {
      [path]: sound.replace('- 10:25: The storage', '- 10:25: The network').replace('storage', 'network'),
    },
    changes: [{ filename: path, status: 'modified' }],
  })
  expect(job.comments.map(({ line }) => line)).toEqual(storage)
  const far = await reviewed({
    before: { [path]: sound.replace('# Image', '# Picture') },
    inputs: { scope: 'changed' },
  })
  expect(far).toMatchObject({ comments: [], outputs: { warnings: '2' } })
  expect(operations(far)).not.toContain('pulls/create-review')
})

test('one finding outside of the diff does not refuse the others', async () => {
  const job = await reviewed({
    before: { [path]: sound.replace('# Image', '# Picture') },
    inputs: { scope: 'changed', review: 'all', rules: 'deny-list=error,{"terms": ["storage", "Image"]}' },
  })
  expect(job.comments.map(({ line }) => line)).toEqual([1])
})

test('where a patch is missing nothing is commented on, and nothing is lost', async () => {
  const changes = [{ filename: path, patch: undefined, additions: 0, changes: 0 }]
  const job = await reviewed({ changes })
  expect(job).toMatchObject({ comments: [], reviews: [], outputs: { warnings: '2' } })
  for (const line of storage) expect(job.summary).toContain(`#L${line}`)
})

test('`all` comments on other warnings and errors, `off` on nothing', async () => {
  const text = sound.replace('- 10:25', '- 08:25')
  const all = await reviewed({ files: { [path]: text }, inputs: { review: 'all' } })
  expect(all.comments.map(({ line }) => line).sort()).toEqual([storage[0], storage[1], storage[1]])
  const off = await reviewed({ inputs: { review: 'off' } })
  expect(operations(off)).toEqual(['pulls/list-files'])
  expect(isAsked(off)).toBe(false)
})

test('a token that may only read is one quiet line, and the findings stand in the summary', async () => {
  const job = await reviewed({ may: [] })
  expect(job).toMatchObject({ code: 0, comments: [] })
  expect(job.log).toContain(
    'No review could be posted: the token may not (403), it needs pull-requests: write\n',
  )
  expect(job.summary).not.toContain('could be posted')
  for (const line of storage) expect(job.summary).toContain(`#L${line}`)
})

const broken: readonly Answer[] = [
  refusal(404, 'Not Found'),
  refusal(422, 'Pull request review thread line must be part of the diff'),
  { status: 502, html: '<h1>Bad gateway</h1>' },
  { status: 0 },
]

test.each(broken)('a review that failed ($status) is not sent again, and is said', async (answer) => {
  const job = await reviewed({
    instead: ({ operation }) => (operation === 'pulls/create-review' ? answer : undefined),
  })
  expect(job).toMatchObject({ code: 0, reviews: [], outputs: { warnings: '2' } })
  expect(operations(job).filter((name) => name === 'pulls/create-review')).toHaveLength(1)
  expect(job.log).toContain('No review could be posted: ')
})

test('a review that was posted though the answer was lost is not posted twice', async () => {
  const written: Written = nothingWritten()
  for (const push of [1, 2]) {
    const job = await reviewed({
      written,
      instead: ({ operation }) =>
        operation === 'pulls/create-review' && push === 1 ? { status: 502, html: '', done: true } : undefined,
    })
    expect(job.code).toBe(0)
  }
  expect(written.reviews).toHaveLength(1)
  expect(written.comments).toHaveLength(2)
})

test('where earlier comments cannot be read nothing is posted, since it may have been said', async () => {
  const job = await reviewed({
    instead: ({ operation }) =>
      operation === 'pulls/list-review-comments' ? refusal(403, 'Forbidden') : undefined,
  })
  expect(job.reviews).toEqual([])
  expect(job.log).toContain('No review could be posted: ')
})

test('a comment that cannot be removed is said, one that is gone is not', async () => {
  for (const status of [403, 404]) {
    const written = nothingWritten()
    await reviewed({ written })
    const job = await reviewed({
      written,
      files: { [path]: calm },
      instead: ({ operation }) =>
        operation === 'pulls/delete-review-comment' ? refusal(status, 'Refused') : undefined,
    })
    expect(job.code).toBe(0)
    expect(job.log.includes('2 outdated comments could not be removed')).toBe(status === 403)
  }
})

test('after a push nothing is posted on lines of before, and the later run speaks', async () => {
  const job = await reviewed({ movedTo: 'e'.repeat(40) })
  expect(job).toMatchObject({ code: 0, reviews: [], outputs: { warnings: '2' } })
})

test('a push between the list and the review is refused whole, and nothing stands', async () => {
  const job = await reviewed({
    instead: ({ operation, body }) =>
      operation === 'pulls/create-review' && (body as ReviewRequest).commit_id === head
        ? refusal(422, 'commit_id is not part of the pull request')
        : undefined,
  })
  expect(job).toMatchObject({ code: 0, comments: [], reviews: [] })
})
