import { type InferOutput, nullish, number, object, optional, pipe, regex, safeParse, string } from 'valibot'

/** Where the documents of an event are. Commits are given by their hashes. */
export type Event =
  | PullRequest
  /** What `head` changed since `base`: a hash, or a branch. */
  | { readonly kind: 'push'; readonly base: string; readonly head: string }
  /** All that is checked out. */
  | { readonly kind: 'checkout' }

export interface PullRequest {
  readonly kind: 'pull request'
  readonly number: number
  /** What the author wrote. The merge commit that the workflow runs at has other lines. */
  readonly head: string
  /** Where the branch that it shall be merged into stood. */
  readonly base: string
  /** Its author may not write to the repository, as far as the event tells: it comes from a fork, or from Dependabot. */
  readonly stranger: boolean
  /** Review comments that stood when the event began, as far as it tells. */
  readonly comments?: number
}

const hash = pipe(string(), regex(/^(?!0+$)[0-9a-f]{40,64}$/))
const repository = nullish(object({ full_name: optional(string()) }))
const pullEvent = object({
  pull_request: object({
    number: number(),
    review_comments: optional(number()),
    head: object({ sha: hash, repo: repository }),
    base: object({ sha: hash, repo: repository }),
    user: nullish(object({ login: string() })),
  }),
})
const pushEvent = object({ before: hash, after: hash })
const newBranchEvent = object({
  after: hash,
  ref: string(),
  repository: object({ default_branch: string() }),
})
const groupEvent = object({ merge_group: object({ base_sha: hash, head_sha: hash }) })
const checkoutEvents = ['push', 'merge_group', 'schedule', 'workflow_dispatch']

/** Reads the event that started the workflow. Throws for one that has neither a pull request nor a checkout to review. */
export function readEvent(name: string, payload: unknown): Event {
  const pull = safeParse(pullEvent, payload)
  if (pull.success) return readPull(pull.output)
  if (!checkoutEvents.includes(name)) {
    throw new Error(
      `The event \`${name}\` carries no pull request: run on pull_request or pull_request_target, or with a checkout on ${checkoutEvents.join(', ')}`,
    )
  }
  return (name === 'push' && readPush(payload)) || readGroup(payload) || { kind: 'checkout' }
}

function readPull({ pull_request }: InferOutput<typeof pullEvent>): Event {
  const { number, head, base, user, review_comments } = pull_request
  const isOwn = head.repo?.full_name !== undefined && head.repo.full_name === base.repo?.full_name
  return {
    kind: 'pull request',
    number,
    head: head.sha,
    base: base.sha,
    stranger: !isOwn || user?.login === 'dependabot[bot]',
    ...(review_comments !== undefined && { comments: review_comments }),
  }
}

/** A new branch is held against the default branch. */
function readPush(payload: unknown): Event | undefined {
  const push = safeParse(pushEvent, payload)
  if (push.success) return { kind: 'push', base: push.output.before, head: push.output.after }
  const branch = safeParse(newBranchEvent, payload)
  if (!branch.success) return
  const { after, ref, repository } = branch.output
  const base = repository.default_branch
  return ref === `refs/heads/${base}` ? undefined : { kind: 'push', base, head: after }
}

function readGroup(payload: unknown): Event | undefined {
  const group = safeParse(groupEvent, payload)
  if (!group.success) return
  const { base_sha, head_sha } = group.output.merge_group
  return { kind: 'push', base: base_sha, head: head_sha }
}
