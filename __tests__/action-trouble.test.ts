import { type Answer, refusal } from './rig/github.ts'
import {
  commitsOf,
  head,
  operationsOf,
  type PullRequest,
  type Review,
  refuse,
  reviewPull,
  sound,
} from './rig/scenario.ts'

const [lost, kept] = ['postmortems/lost.md', 'postmortems/kept.md']
const both = { [lost]: sound, [kept]: sound }
const named = sound.replace('when the storage team', 'when the same team')

const silence: Answer = { status: 0, hangs: true }
const half: Answer = {
  status: 200,
  html: '[{ "sha": "a1b2c3d4" }]',
  headers: { 'content-type': 'application/json' },
  hangs: true,
}

/** A pull request with two suggestions to make, and requests that GitHub accepts and does not answer. */
function hanging(instead: NonNullable<PullRequest['instead']>): Promise<Review> {
  const rules = 'deny-list=warning,{"terms": ["storage"], "replacement": "disk"}'
  return reviewPull({ files: { [kept]: named }, may: ['checks', 'pulls'], inputs: { rules }, instead })
}

/** All at once and beside the tests before: patience is as long as in life. */
const jobs = Promise.all([
  hanging(({ operation }) => (operation === 'pulls/list-files' ? silence : undefined)),
  hanging(({ operation }) => (operation === 'pulls/list-files' ? half : undefined)),
  hanging(({ path: asked }) => (asked.path === kept ? half : undefined)),
  hanging(({ operation }) => (operation === 'graphql' ? silence : undefined)),
  hanging(({ operation }) =>
    ['checks/create', 'pulls/create-review'].includes(operation) ? silence : undefined,
  ),
])
// Whoever waits for them hears of it.
jobs.catch(() => undefined)

function times(job: Review, operation: string): number {
  return operationsOf(job).filter((one) => one === operation).length
}

/** Answers that GitHub gives for good, and what is then said of the file. */
const refusals = [
  {
    reason: 'not found (404): removed since, or hidden from the token',
    answer: refusal(404, 'Not Found'),
  },
  {
    reason: 'the token may not (403), it needs contents: read and pull-requests: read',
    answer: refusal(403, 'Resource not accessible by integration'),
  },
  {
    reason: 'the token is not valid (401)',
    answer: refusal(401, 'Bad credentials'),
  },
  {
    reason: 'the rate limit is used up',
    answer: refusal(429, 'You have exceeded a secondary rate limit', { 'retry-after': '3600' }),
  },
  {
    reason: 'the rate limit is used up',
    answer: refusal(403, 'API rate limit exceeded', {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '4102444800',
    }),
  },
  {
    reason: 'GitHub answered 409',
    answer: refusal(409, 'Git Repository is empty.'),
  },
  {
    reason: 'GitHub answered 422',
    answer: refusal(422, 'Unprocessable'),
  },
  {
    reason: 'no connection (other side closed)',
    answer: { status: 0 },
  },
  {
    reason: 'GitHub answered 502',
    answer: { status: 502, html: '<h1>Bad gateway</h1>\n::error::pwned' },
  },
]

test.each(refusals)(
  'a file that GitHub refuses is named in log and summary: $reason',
  async ({ answer, reason }) => {
    const job = await reviewPull({ files: both, instead: refuse(lost, answer) })
    expect(job).toMatchObject({ code: 0, annotations: [], outputs: { verdict: 'pass', files: '1' } })
    expect(job.log).toContain(`${lost} could not be read: ${reason}`)
    expect(job.summary).toContain(`${lost} could not be read: ${reason}`)
    expect(job.report).toMatchObject({ files: [{ path: kept }] })
  },
)

test.each(refusals)(
  'a job that could read nothing at all is never green: $reason',
  async ({ answer, reason }) => {
    const job = await reviewPull({ files: { [lost]: sound }, instead: refuse(lost, answer) })
    expect(job).toMatchObject({ code: 2, outputs: {} })
    const message = `No postmortem could be read: ${lost} could not be read: ${reason}`
    expect(job.annotations).toEqual([{ level: 'error', message }])
    expect(job.summary).toContain(message)
  },
)

test('findings decide, whatever else could not be read', async () => {
  const files = { [lost]: sound, [kept]: sound.replace('- 10:25', '- 08:25') }
  const job = await reviewPull({ files, instead: refuse(lost, refusal(403, 'Forbidden')) })
  expect(job).toMatchObject({ code: 1, outputs: { verdict: 'fail', errors: '1' } })
})

test('a list of changes that cannot be had fails the job, even on its second page', async () => {
  const changes = Array.from({ length: 150 }, (_, index) => ({ filename: `postmortems/${index}.md` }))
  const job = await reviewPull({
    files: {},
    changes,
    instead: ({ query }) => (query.page === '2' ? refusal(404, 'Not Found') : undefined),
  })
  expect(job.code).toBe(2)
  const [{ message } = { message: '' }] = job.annotations
  expect(message).toBe(
    'The files of pull request 7 could not be listed: not found (404): removed since, or hidden from the token',
  )
})

test('a write that a rate limit refused was not done, and is sent again', async () => {
  const limit = refusal(403, 'You have exceeded a secondary rate limit', { 'retry-after': '1' })
  const job = await reviewPull({
    files: { [kept]: sound },
    may: ['checks', 'pulls'],
    inputs: { rules: 'deny-list=warning,{"terms": ["storage"], "replacement": "disk"}' },
    instead: ({ operation }, attempt) =>
      attempt === 1 && ['checks/create', 'pulls/create-review'].includes(operation) ? limit : undefined,
  })
  expect(job.checkRuns).toHaveLength(1)
  expect(job.reviews).toHaveLength(1)
})

test('a rate limit of a second is waited for, a broken gateway is asked again', async () => {
  const limit = refusal(429, 'You have exceeded a secondary rate limit', { 'retry-after': '1' })
  const gateway = { status: 503, html: '<h1>Unavailable</h1>' }
  for (const answer of [limit, gateway]) {
    const job = await reviewPull({ files: both, instead: refuse(lost, answer, 1) })
    expect(job).toMatchObject({ code: 0, outputs: { files: '2' } })
    expect(job.calls.filter(({ path }) => path.path === lost)).toHaveLength(2)
  }
})

test('a server that nobody reaches is said as such', async () => {
  const job = await reviewPull({ files: both, env: { GITHUB_API_URL: 'http://127.0.0.1:9' } })
  expect(job.code).toBe(2)
  expect(job.annotations).toEqual([
    {
      level: 'error',
      message: expect.stringMatching(/^The files of pull request 7 could not be listed: no connection/),
    },
  ])
})

test('a push since the event began is said, and the commit of the event is read', async () => {
  const movedTo = 'e'.repeat(40)
  const job = await reviewPull({ files: both, movedTo })
  expect(job).toMatchObject({ code: 0, outputs: { files: '2' } })
  expect(job.log).toContain('The pull request moved on to eeeeeee: this run reads a1b2c3d, which started it')
  for (const path of [lost, kept]) expect(commitsOf(job, path)).toEqual([head])
})

test('a file that a later push added is not at the commit of the event', async () => {
  const changes = [{ filename: kept }, { filename: lost }]
  const job = await reviewPull({ files: { [kept]: sound }, changes, movedTo: 'e'.repeat(40) })
  expect(job.code).toBe(0)
  expect(job.log).toContain(`${lost} could not be read: not found (404)`)
})

test('a list of changes that does not come is asked for three times, and the job fails with a sentence', async () => {
  const [list] = await jobs
  expect(list).toMatchObject({ code: 2, outputs: {} })
  expect(list.annotations).toEqual([
    { level: 'error', message: 'The files of pull request 7 could not be listed: no answer in time' },
  ])
  expect(list.summary).toContain('could not be listed: no answer in time')
  expect(times(list, 'pulls/list-files')).toBe(3)
}, 90_000)

test('a list of which half comes is no list', async () => {
  const [, halfList] = await jobs
  expect(halfList).toMatchObject({ code: 2, outputs: {} })
  expect(halfList.annotations).toEqual([
    {
      level: 'error',
      message:
        'The files of pull request 7 could not be listed: no connection (the answer broke off, or is not of GitHub)',
    },
  ])
  expect(times(halfList, 'pulls/list-files')).toBe(3)
})

test('a document that does not come is named, and a job that read nothing is not green', async () => {
  const [, , document] = await jobs
  expect(document).toMatchObject({ code: 2, outputs: {} })
  expect(document.annotations[0]?.message).toBe(
    `No postmortem could be read: ${kept} could not be read: no connection (the answer broke off, or is not of GitHub)`,
  )
  expect(document.calls.filter(({ path: asked }) => asked.path === kept)).toHaveLength(3)
})

test('a query that is not answered is left after one time, and nobody sees it', async () => {
  const [, , , query] = await jobs
  expect(query).toMatchObject({ code: 0, outputs: { warnings: '2' }, reviews: [{}], checkRuns: [{}] })
  expect(query.log).toBe('pass: 2 warnings in 1 postmortem\n')
  expect(times(query, 'graphql')).toBe(1)
})

test('writes that are not answered are sent once, and every finding stands in annotations and summary', async () => {
  const [, , , , writes] = await jobs
  expect(writes).toMatchObject({ code: 0, outputs: { warnings: '2' }, reviews: [], checkRuns: [] })
  expect(times(writes, 'checks/create')).toBe(1)
  expect(times(writes, 'pulls/create-review')).toBe(1)
  expect(writes.annotations).toHaveLength(2)
  expect(writes.log).toContain('No check run could be posted: no answer in time\n')
  expect(writes.log).toContain('No review could be posted: no answer in time\n')
})
