import type { Answer } from './rig/github.ts'
import { operationsOf, type PullRequest, type Review, reviewPull, sound as whole } from './rig/scenario.ts'

const path = 'postmortems/2025-03-uploads.md'
const sound = whole.replace('when the storage team', 'when the same team')
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
  return reviewPull({ files: { [path]: sound }, may: ['checks', 'pulls'], inputs: { rules }, instead })
}

/** All at once: patience is as long as in life. */
const jobs = Promise.all([
  hanging(({ operation }) => (operation === 'pulls/list-files' ? silence : undefined)),
  hanging(({ operation }) => (operation === 'pulls/list-files' ? half : undefined)),
  hanging(({ path: asked }) => (asked.path === path ? half : undefined)),
  hanging(({ operation }) => (operation === 'graphql' ? silence : undefined)),
  hanging(({ operation }) =>
    ['checks/create', 'pulls/create-review'].includes(operation) ? silence : undefined,
  ),
])

function times(job: Review, operation: string): number {
  return operationsOf(job).filter((one) => one === operation).length
}

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
    `No postmortem could be read: ${path} could not be read: no connection (the answer broke off, or is not of GitHub)`,
  )
  expect(document.calls.filter(({ path: asked }) => asked.path === path)).toHaveLength(3)
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
