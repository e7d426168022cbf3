/** What GitHub keeps of a pull request's checks and comments, with the rules that its description does not tell. */
import { shown } from './diff.ts'

export interface Note {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly start_column?: number
  readonly end_column?: number
  readonly annotation_level: string
  readonly message: string
  readonly title?: string
}

export interface Output {
  readonly title: string
  readonly summary: string
  readonly annotations?: readonly Note[]
}

/** The body of a request to make or change a check run. */
export interface CheckRequest {
  readonly name?: string
  readonly head_sha?: string
  readonly status?: string
  readonly conclusion?: string
  readonly external_id?: string
  readonly output?: Output
}

export interface CheckRun {
  readonly id: number
  name: string
  head_sha: string
  external_id: string
  status: string
  conclusion: string | null
  title: string
  summary: string
  annotations: Note[]
}

export interface Comment {
  readonly id: number
  readonly path: string
  readonly body: string
  readonly login: string
  readonly in_reply_to_id?: number
  /** Null once the line is gone. */
  line?: number | null
  readonly start_line?: number
}

/** The body of a request to post a review. */
export interface ReviewRequest {
  readonly commit_id?: string
  readonly body?: string
  readonly event?: string
  readonly comments?: readonly {
    readonly path: string
    readonly body: string
    readonly line?: number
    readonly side?: string
    readonly start_line?: number
    readonly start_side?: string
  }[]
}

const bytes = (text: string): number => Buffer.byteLength(text)

/** Why GitHub refuses a check run (422): rules that are prose in the description. */
export function checkFaults({ status, conclusion, output }: CheckRequest): readonly string[] {
  return [
    ...(status === 'completed' && !conclusion ? ['a completed run has no conclusion'] : []),
    ...(output?.annotations ?? []).flatMap((note) => [
      ...(note.start_line < 1 || note.end_line < note.start_line ? ['lines run backwards'] : []),
      ...(note.start_line !== note.end_line && (note.start_column ?? note.end_column) !== undefined
        ? ['columns on several lines']
        : []),
      ...(bytes(note.message) > 64 * 1024 ? ['a message over 64 KB'] : []),
      ...(note.title !== undefined && note.title.length > 255 ? ['a title over 255 characters'] : []),
      ...(hasHalf(note.message) ? ['half a character'] : []),
    ]),
  ]
}

/** Why GitHub refuses a review (422): one bad line refuses all of it. */
export function reviewFaults(
  { commit_id, event, body = '', comments = [] }: ReviewRequest,
  head: string,
  patches: ReadonlyMap<string, string>,
): readonly string[] {
  return [
    ...(event === undefined ? ['a pending review, which nobody sees'] : []),
    ...(event === 'COMMENT' && body === '' ? ['a comment without a body'] : []),
    ...(commit_id !== undefined && commit_id !== head ? ['commit_id is not part of the pull request'] : []),
    ...comments.flatMap(({ path, body, line, start_line, side = 'RIGHT', start_side = side }) => {
      const lines = shown(patches.get(path) ?? '')
      const hunk = line === undefined ? undefined : lines.get(line)
      const start = start_line ?? line ?? 0
      return [
        ...(hunk === undefined ? ['Pull request review thread line must be part of the diff'] : []),
        ...(lines.get(start) === hunk ? [] : ['start line must be part of the same hunk']),
        ...(start_line !== undefined && start_line >= (line ?? 0)
          ? ['start line must precede the end line']
          : []),
        ...(side === 'RIGHT' && start_side === 'RIGHT' ? [] : ['the rig knows the right side only']),
        ...(body.length > 65_536 || body === '' ? ['a body that is empty or over 65,536 characters'] : []),
        ...(hasHalf(body) ? ['half a character'] : []),
      ]
    }),
  ]
}

function hasHalf(text: string): boolean {
  return /\p{Surrogate}/u.test(text)
}

const time = '2025-03-11T12:00:00Z'
const web = 'https://github.com/octo/incidents'

export function user(login: string) {
  const url = `https://api.github.com/users/${encodeURIComponent(login)}`
  const type = login.endsWith('[bot]') ? 'Bot' : 'User'
  return {
    login,
    id: 7,
    node_id: 'U_7',
    avatar_url: url,
    gravatar_id: '',
    url,
    html_url: url,
    followers_url: url,
    following_url: url,
    gists_url: url,
    starred_url: url,
    subscriptions_url: url,
    organizations_url: url,
    repos_url: url,
    events_url: url,
    received_events_url: url,
    type,
    site_admin: false,
  }
}

export function checkAnswer(run: CheckRun) {
  return {
    id: run.id,
    node_id: 'C_1',
    head_sha: run.head_sha,
    external_id: run.external_id,
    url: `${web}/check-runs/${run.id}`,
    html_url: `${web}/runs/${run.id}`,
    details_url: `${web}/runs/${run.id}`,
    status: run.status,
    conclusion: run.conclusion,
    started_at: time,
    completed_at: run.status === 'completed' ? time : null,
    output: {
      title: run.title,
      summary: run.summary,
      text: null,
      annotations_count: run.annotations.length,
      annotations_url: `${web}/check-runs/${run.id}/annotations`,
    },
    name: run.name,
    check_suite: { id: 5 },
    app: null,
    pull_requests: [],
  }
}

export function reviewAnswer({ commit_id = '', body = '' }: ReviewRequest, login: string) {
  const href = `${web}/pull/7#pullrequestreview-80`
  return {
    id: 80,
    node_id: 'R_80',
    user: user(login),
    body,
    state: 'COMMENTED',
    commit_id,
    html_url: href,
    pull_request_url: `${web}/pull/7`,
    submitted_at: time,
    _links: { html: { href }, pull_request: { href } },
    author_association: 'NONE',
  }
}

export function commentAnswer({ id, path, body, login, line = null, in_reply_to_id }: Comment, head: string) {
  const href = `${web}/pull/7#discussion_r${id}`
  return {
    id,
    node_id: `PRRC_${id}`,
    url: `https://api.github.com/repos/octo/incidents/pulls/comments/${id}`,
    pull_request_review_id: 80,
    diff_hunk: '@@ -1 +1 @@',
    path,
    commit_id: head,
    original_commit_id: head,
    user: user(login),
    body,
    created_at: time,
    updated_at: time,
    html_url: href,
    pull_request_url: `${web}/pull/7`,
    author_association: 'NONE',
    _links: { self: { href }, html: { href }, pull_request: { href } },
    ...(line !== null && { line }),
    ...(in_reply_to_id !== undefined && { in_reply_to_id }),
  }
}

export function commitAnswer(sha: string) {
  const url = `https://api.github.com/repos/octo/incidents/commits/${sha}`
  return {
    url,
    sha,
    node_id: 'C_2',
    html_url: url,
    comments_url: url,
    commit: { url, author: null, committer: null, message: 'A commit', comment_count: 0, tree: { sha, url } },
    author: null,
    committer: null,
    parents: [],
  }
}
