/**
 * A small api.github.com on the loopback: a repository of commits and one pull request. It holds every request, and each of
 * its own answers, to GitHub's description and schema, and keeps what breaks them in `faults`.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { answerFaults, type Call, readRequest } from './description.ts'
import { addition, difference } from './diff.ts'
import { answerQuery, readQuery, type Told } from './graphql.ts'
import { type Entry, hash, isFile, type Tree } from './tree.ts'
import {
  type CheckRequest,
  type CheckRun,
  type Comment,
  checkAnswer,
  checkFaults,
  commentAnswer,
  commitAnswer,
  type ReviewRequest,
  reviewAnswer,
  reviewFaults,
} from './writes.ts'

export interface Change {
  readonly filename: string
  readonly status?: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged'
  readonly previous_filename?: string
  /** Undefined takes it away, as where it is too large. */
  readonly patch?: string | undefined
  readonly additions?: number
  readonly deletions?: number
  readonly changes?: number
}

export interface Repository {
  /** What each commit holds, by its hash. */
  readonly commits: Readonly<Record<string, Tree>>
  /** The pull request's head when it is asked, which may be past the event's. */
  readonly head: string
  readonly changes: readonly Change[]
  /** The merge base of the pull request, or what was there before a push. */
  readonly base?: string
  /** What the token may write: nothing, unless told otherwise. */
  readonly may?: readonly ('checks' | 'pulls')[]
  /** Whose name stands under what the token writes. */
  readonly login?: string
  /** What is written is added here. */
  readonly written?: Written
  /**
   * An answer given instead of the true one; `attempt` counts the requests for the same address from 1. Of files and comments
   * that GraphQL is asked for it is asked too, with an attempt of 0: what it has an answer for, GraphQL refuses.
   */
  readonly instead?: (call: Call, attempt: number) => Answer | undefined
  /** What becomes of a file that GraphQL gives. */
  readonly lens?: (file: Told) => Told
}

export interface Written {
  readonly checkRuns: CheckRun[]
  readonly comments: Comment[]
  readonly reviews: ReviewRequest[]
}

export interface Answer {
  /** 0 for none: the connection is cut, unless it hangs. */
  readonly status: number
  /** The connection stays open, and nothing comes; with a status, half of the answer. */
  readonly hangs?: true
  /** The request takes effect nevertheless. */
  readonly done?: boolean
  readonly json?: unknown
  /** Sent as HTML, as a proxy would. */
  readonly html?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface GitHub {
  readonly url: string
  readonly calls: readonly Call[]
  /** Breaches of the description, on either side. */
  readonly faults: readonly string[]
  close(): Promise<void>
}

const pageLimit = 100
const workflowLogin = 'github-actions[bot]'

export async function startGitHub(repository: Repository): Promise<GitHub> {
  const calls: Call[] = []
  const faults: string[] = []
  const attempts = new Map<string, number>()

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { method = '', url: asked = '' } = request
    // GitHub Enterprise Server has its API below a folder.
    const address = asked.replace(/^\/api(\/v3)?(?=\/)/, '')
    const sent = await text(request)
    const body: unknown = sent === '' ? null : JSON.parse(sent)
    const { call, faults: found } =
      address === '/graphql'
        ? readQuery(request.headers, body)
        : readRequest(method, address, request.headers, body)
    faults.push(...found.map((fault) => `${method} ${address}: ${fault}`))
    if (!call || found.length > 0) return { status: 400, json: { message: found.join('; ') } }
    calls.push(call)
    const attempt = (attempts.get(method + address) ?? 0) + 1
    attempts.set(method + address, attempt)
    const instead = repository.instead?.(call, attempt)
    const real = instead && !instead.done ? undefined : await truth(repository, call, url, address)
    const given = instead ?? real ?? refusal(404, 'Not Found')
    if (given.json !== undefined && call.operation !== 'graphql')
      faults.push(...answerFaults(call.operation, given.status, given.json))
    return given
  }

  const server = createServer((request, response) => {
    answer(request).then(
      (given) => send(response, given),
      (error) => {
        faults.push(String(error))
        response.destroy()
      },
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    calls,
    faults,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function send(response: ServerResponse, { status, hangs, json, html, headers }: Answer): void {
  if (status === 0) {
    if (!hangs) response.destroy()
    return
  }
  const type = html === undefined ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8'
  response.writeHead(status, { 'content-type': type, 'x-ratelimit-remaining': '900', ...headers })
  const body = html ?? (json === undefined ? '' : JSON.stringify(json))
  if (hangs) response.write(body.slice(0, body.length / 2))
  else response.end(body)
}

function truth(repository: Repository, call: Call, url: string, address: string): Answer | Promise<Answer> {
  switch (call.operation) {
    case 'graphql':
      return query(repository, call)
    case 'pulls/list-files':
      return listFiles(repository, call, url, address)
    case 'repos/get-content':
      return getContent(repository, call, url)
    case 'repos/compare-commits-with-basehead':
      return compare(repository, call, url)
    case 'git/get-tree':
      return getTree(repository, call)
    case 'checks/create':
    case 'checks/update':
      return may(repository, 'checks') ?? writeCheck(repository, call)
    case 'checks/list-for-ref':
      return may(repository, 'checks') ?? listChecks(repository, call)
    case 'pulls/list-review-comments':
      return listComments(repository, call, url, address)
    case 'pulls/delete-review-comment':
      return may(repository, 'pulls') ?? deleteComment(repository, call)
    case 'pulls/create-review':
      return may(repository, 'pulls') ?? writeReview(repository, call)
    default:
      return refusal(404, 'Not Found')
  }
}

/** An error as GitHub words it. */
export function refusal(status: number, message: string, headers: Answer['headers'] = {}): Answer {
  return {
    status,
    json: {
      message,
      documentation_url: 'https://docs.github.com/rest',
      ...(status !== 422 && { status: String(status) }),
    },
    headers,
  }
}

function listFiles(repository: Repository, call: Call, url: string, address: string): Answer {
  const { json, headers } = page(repository.changes, call, url, address)
  return { status: 200, json: json.map((change) => entry(repository, call, change, url)), headers }
}

/** A page of a list, and the address of the next one. */
function page<T>(all: readonly T[], { query }: Call, url: string, address: string) {
  const size = Math.min(Number(query.per_page ?? 30), pageLimit)
  const page = Number(query.page ?? 1)
  const next = new URL(address, url)
  next.searchParams.set('page', String(page + 1))
  const headers: Record<string, string> = page * size < all.length ? { link: `<${next}>; rel="next"` } : {}
  return { json: all.slice((page - 1) * size, page * size), headers }
}

function entry({ commits, head, base = '' }: Repository, { path }: Call, change: Change, url: string) {
  const { filename, previous_filename = filename } = change
  const [after, before] = [commits[head]?.[filename], commits[base]?.[previous_filename]]
  const web = `https://github.com/${path.owner}/${path.repo}`
  return {
    sha: hash(after),
    status: 'added',
    ...differenceOf(before, after),
    blob_url: `${web}/blob/${head}/${encodeURIComponent(filename)}`,
    raw_url: `${web}/raw/${head}/${encodeURIComponent(filename)}`,
    contents_url: `${url}/repos/${path.owner}/${path.repo}/contents/${encodeURIComponent(filename)}?ref=${head}`,
    ...change,
  }
}

/** Where it is no text, or there is too much of it, there is no patch. */
function differenceOf(before: Entry | undefined, after: Entry | undefined) {
  if (typeof after !== 'string' || after.length > 2 ** 20) return { additions: 0, deletions: 0, changes: 0 }
  return typeof before === 'string' ? difference(before, after) : addition(after)
}

/** At most 300 files, and on the first page only. */
function compare(repository: Repository, call: Call, url: string): Answer {
  const { base, head, changes } = repository
  const [from = '', to = ''] = (call.path.basehead ?? '').split('...')
  const isKnown = (name: string): boolean => name in repository.commits || name === 'main'
  if (base === undefined || !isKnown(from) || !isKnown(to)) return refusal(404, 'Not Found')
  const address = `${url}/compare`
  return {
    status: 200,
    json: {
      url: address,
      html_url: address,
      permalink_url: address,
      diff_url: address,
      patch_url: address,
      base_commit: commitAnswer(from),
      merge_base_commit: commitAnswer(base),
      status: 'ahead',
      ahead_by: 1,
      behind_by: 0,
      total_commits: 1,
      commits: [commitAnswer(head)],
      files: changes.slice(0, 300).map((change) => entry(repository, call, change, url)),
    },
  }
}

function getTree({ commits }: Repository, { path }: Call): Answer {
  const tree = commits[path.tree_sha ?? '']
  if (!tree) return refusal(404, 'Not Found')
  const entries = Object.entries(tree).map(([path, entry]) => {
    const kind = isFile(entry) ? 'file' : 'submodule' in entry ? 'submodule' : 'symlink'
    const mode = { file: '100644', submodule: '160000', symlink: '120000' }[kind]
    return { path, mode, type: kind === 'submodule' ? 'commit' : 'blob', sha: hash(entry) }
  })
  return { status: 200, json: { sha: path.tree_sha, tree: entries, truncated: false } }
}

async function query(repository: Repository, { body }: Call): Promise<Answer> {
  const { commits, written, login = workflowLogin, instead, lens } = repository
  const refusalOf = (call: Omit<Call, 'body'>) => instead?.({ ...call, body: null }, 0)?.status
  const known = { commits, comments: written?.comments ?? [], login, refusalOf, lens }
  return { status: 200, json: await answerQuery(body, known) }
}

function may({ may = [] }: Repository, what: 'checks' | 'pulls'): Answer | undefined {
  return may.includes(what) ? undefined : refusal(403, 'Resource not accessible by integration')
}

function writeCheck({ written }: Repository, { path, body }: Call): Answer {
  const request = body as CheckRequest
  const { name = '', head_sha = '', external_id = '', status, conclusion, output } = request
  const faults = checkFaults(request)
  if (faults.length > 0) return refusal(422, faults.join('; '))
  const id = Number(path.check_run_id ?? (written?.checkRuns.length ?? 0) + 1)
  const known = written?.checkRuns.find((run) => run.id === id)
  const run: CheckRun = known ?? {
    id,
    name,
    head_sha,
    external_id,
    status: 'queued',
    conclusion: null,
    title: '',
    summary: '',
    annotations: [],
  }
  Object.assign(run, { status: status ?? run.status, conclusion: conclusion ?? run.conclusion })
  if (output) Object.assign(run, { title: output.title, summary: output.summary })
  run.annotations.push(...(output?.annotations ?? []))
  if (!known) written?.checkRuns.push(run)
  return { status: path.check_run_id === undefined ? 201 : 200, json: checkAnswer(run) }
}

function listChecks({ written }: Repository, { path, query }: Call): Answer {
  const named = (written?.checkRuns ?? []).filter(
    ({ head_sha, name }) => head_sha === path.ref && name === query.check_name,
  )
  return { status: 200, json: { total_count: named.length, check_runs: named.map(checkAnswer) } }
}

function listComments({ written, head }: Repository, call: Call, url: string, address: string): Answer {
  const { json, headers } = page(written?.comments ?? [], call, url, address)
  return { status: 200, json: json.map((comment) => commentAnswer(comment, head)), headers }
}

function deleteComment({ written }: Repository, { path }: Call): Answer {
  const index = written?.comments.findIndex(({ id }) => id === Number(path.comment_id)) ?? -1
  if (index < 0) return refusal(404, 'Not Found')
  written?.comments.splice(index, 1)
  return { status: 204 }
}

function writeReview(repository: Repository, { body }: Call): Answer {
  const { changes, commits, base = '', head, written, login = workflowLogin } = repository
  const request = body as ReviewRequest
  const patches = changes.map((change): [string, string] => {
    const { filename, previous_filename = filename } = change
    const difference = differenceOf(commits[base]?.[previous_filename], commits[head]?.[filename])
    return [filename, ('patch' in change ? change.patch : difference.patch) ?? '']
  })
  const faults = reviewFaults(request, head, new Map(patches))
  if (faults.length > 0) return refusal(422, faults.join('; '))
  const first = 1 + Math.max(100, ...(written?.comments ?? []).map(({ id }) => id))
  const posted = (request.comments ?? []).map(
    (comment, index): Comment => ({ ...comment, id: first + index, login }),
  )
  written?.comments.push(...posted)
  written?.reviews.push(request)
  return { status: 200, json: reviewAnswer(request, login) }
}

function getContent({ commits, head }: Repository, { path, query }: Call, url: string): Answer {
  const tree = commits[query.ref ?? head]
  if (!tree) return refusal(404, `No commit found for the ref ${query.ref}`)
  const name = path.path ?? ''
  const entry = tree[name]
  if (entry === undefined) return refusal(404, 'Not Found')
  const address = `${url}/${name.split('/').map(encodeURIComponent).join('/')}`
  const common = {
    name: name.slice(name.lastIndexOf('/') + 1),
    path: name,
    url: address,
    git_url: address,
    html_url: address,
    download_url: address,
    _links: { git: address, self: address, html: address },
  }
  if (isFile(entry)) return { status: 200, json: { ...common, ...file(entry) } }
  if ('submodule' in entry) {
    const submodule_git_url = 'https://github.com/octo/other.git'
    return {
      status: 200,
      json: { ...common, type: 'submodule', submodule_git_url, size: 0, sha: entry.submodule },
    }
  }
  // As documented: a link to a file of the repository is answered with that file.
  const target = tree[entry.symlink]
  return target !== undefined && isFile(target)
    ? { status: 200, json: { ...common, ...file(target) } }
    : { status: 200, json: { ...common, type: 'symlink', target: entry.symlink, size: 0, sha: hash(entry) } }
}

/** Over one megabyte GitHub gives no content; below it, base64 in lines of 60. */
function file(entry: string | Uint8Array) {
  const bytes = Buffer.from(entry)
  const small = bytes.length <= 1024 * 1024
  const content = small ? bytes.toString('base64').replace(/.{60}/g, '$&\n') : ''
  return { type: 'file', size: bytes.length, sha: hash(entry), content, encoding: small ? 'base64' : 'none' }
}
