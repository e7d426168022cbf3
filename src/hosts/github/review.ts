import type { Run } from '../../lint/run.ts'
import { plural } from '../../reporters/count.ts'
import { type Conversation, fingerprintOf, review, type StandingComment } from '../../reporters/review.ts'
import type { Changes, Repository } from './changes.ts'
import { type Client, isMissing, once, refusalOf } from './client.ts'

/** A pull request that was read, as far as a review of it needs. */
export interface Reviewed {
  readonly number: number
  readonly changes: Changes
  readonly isWanted: (path: string) => boolean
  /** No earlier run can have commented on it. */
  readonly isFirst: boolean
  /** Nobody had commented on it when the event began. */
  readonly isSilent: boolean
  /** Comments of ours, where they are known already. */
  readonly standing?: readonly StandingComment[]
}

/** Whose comments the token of a workflow posts. */
const workflowLogin = 'github-actions[bot]'
const needs = 'pull-requests: write'

/**
 * Posts a review with what an earlier one has not said, and removes comments of ours of which the finding is gone. Gives
 * sentences about what could not be done; nothing is sent twice, and nothing is posted in part.
 */
export async function postReview(
  client: Client,
  repository: Repository,
  { number, changes, isWanted, isFirst, isSilent, standing }: Reviewed,
  run: Run,
  mode: Conversation['mode'],
): Promise<readonly string[]> {
  const { head, files, listed } = changes
  // Lines of another commit are not those that were read.
  if (listed !== head) return []
  const request = { ...repository, pull_number: number }
  const read = new Set(run.files.map(({ path }) => path))
  const unread = files.map(({ filename }) => filename).filter((path) => isWanted(path) && !read.has(path))
  const patches = files.flatMap(({ filename, patch }) =>
    patch === undefined ? [] : [[filename, patch] as const],
  )
  try {
    const conversation = {
      mode,
      patches: new Map(patches),
      unread: new Set(unread),
      standing: standing ?? [],
    }
    const first = review(run, conversation)
    const isAlone = isFirst || (isSilent && first.comments.length === 0)
    const plan =
      standing || isAlone
        ? first
        : review(run, { ...conversation, standing: await listStanding(client, repository, number) })
    if (plan.comments.length > 0) {
      await client.rest.pulls.createReview({
        ...request,
        commit_id: head,
        event: 'COMMENT',
        body: plan.body,
        comments: [...plan.comments],
        request: once,
      })
    }
    return await remove(client, repository, plan.outdated)
  } catch (error) {
    return [`No review could be posted: ${refusalOf(error, needs)}`]
  }
}

/** Comments of ours. A mark is believed of our own author alone: anybody can write one. */
async function listStanding(
  client: Client,
  repository: Repository,
  number: number,
): Promise<readonly StandingComment[]> {
  const request = { ...repository, pull_number: number, per_page: 100 }
  const comments = await client.paginate(client.rest.pulls.listReviewComments, request)
  const answered = new Set(comments.map(({ in_reply_to_id }) => in_reply_to_id))
  const marked = comments.flatMap(({ id, path, body, user, in_reply_to_id }) => {
    const fingerprint = in_reply_to_id === undefined ? fingerprintOf(body) : undefined
    return fingerprint === undefined
      ? []
      : [{ id, path, fingerprint, answered: answered.has(id), login: user?.login }]
  })
  const isPlain = marked.every(({ login }) => login === workflowLogin)
  const own = isPlain ? workflowLogin : await ownLogin(client)
  return marked.filter(({ login }) => login === own)
}

/** Who we are: only asked where somebody else than the workflow wrote a mark. */
async function ownLogin(client: Client): Promise<string> {
  const { viewer } = await client.graphql<{ readonly viewer: { readonly login: string } }>(
    '{ viewer { login } }',
  )
  return viewer.login
}

async function remove(
  client: Client,
  repository: Repository,
  ids: readonly number[],
): Promise<readonly string[]> {
  const refusals = await Promise.all(
    ids.map((comment_id) =>
      client.rest.pulls.deleteReviewComment({ ...repository, comment_id }).then(
        () => undefined,
        // Somebody removed it meanwhile.
        (error: unknown) => (isMissing(error) ? undefined : refusalOf(error, needs)),
      ),
    ),
  )
  const [refusal, ...others] = refusals.filter((one) => one !== undefined)
  return refusal === undefined
    ? []
    : [`${plural(others.length + 1, 'outdated comment')} could not be removed: ${refusal}`]
}
