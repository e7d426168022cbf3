/**
 * A small api.github.com on the loopback: a repository of commits and one pull request. It holds every request, and each of
 * its own answers, to GitHub's description, and keeps what breaks it in `faults`.
 */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerFaults, type Call, readRequest } from './description.ts'

/** What a path of a commit holds: a file's text or bytes, or something that is no file. */
export type Entry = string | Uint8Array | { readonly symlink: string } | { readonly submodule: string }
export type Tree = Readonly<Record<string, Entry>>

export interface Change {
  readonly filename: string
  readonly status?: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged'
  readonly previous_filename?: string
}

export interface Repository {
  /** What each commit holds, by its hash. */
  readonly commits: Readonly<Record<string, Tree>>
  /** The pull request's head when it is asked, which may be past the event's. */
  readonly head: string
  readonly changes: readonly Change[]
  /** An answer given instead of the true one; `attempt` counts the requests for the same address from 1. */
  readonly instead?: (call: Call, attempt: number) => Answer | undefined
}

export interface Answer {
  readonly status: number
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

export async function startGitHub(repository: Repository): Promise<GitHub> {
  const calls: Call[] = []
  const faults: string[] = []
  const attempts = new Map<string, number>()

  function answer(request: IncomingMessage): Answer {
    const { method = '', url: address = '' } = request
    const { call, faults: found } = readRequest(method, address, request.headers)
    faults.push(...found.map((fault) => `${method} ${address}: ${fault}`))
    if (!call || found.length > 0) return { status: 400, json: { message: found.join('; ') } }
    calls.push(call)
    const attempt = (attempts.get(address) ?? 0) + 1
    attempts.set(address, attempt)
    const given = repository.instead?.(call, attempt) ?? truth(repository, call, url, address)
    if (given.json !== undefined) faults.push(...answerFaults(call.operation, given.status, given.json))
    return given
  }

  const server = createServer((request, response) => send(response, answer(request)))
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

function send(response: ServerResponse, { status, json, html, headers }: Answer): void {
  const type = html === undefined ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8'
  response.writeHead(status, { 'content-type': type, 'x-ratelimit-remaining': '900', ...headers })
  response.end(html ?? JSON.stringify(json))
}

function truth(repository: Repository, call: Call, url: string, address: string): Answer {
  switch (call.operation) {
    case 'pulls/list-files':
      return listFiles(repository, call, url, address)
    case 'repos/get-content':
      return getContent(repository, call, url)
    default:
      return refusal(404, 'Not Found')
  }
}

/** An error as GitHub words it. */
export function refusal(status: number, message: string, headers: Answer['headers'] = {}): Answer {
  return {
    status,
    json: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
    headers,
  }
}

function listFiles(
  { changes, commits, head }: Repository,
  { path, query }: Call,
  url: string,
  address: string,
): Answer {
  const size = Math.min(Number(query.per_page ?? 30), pageLimit)
  const page = Number(query.page ?? 1)
  const next = new URL(address, url)
  next.searchParams.set('page', String(page + 1))
  const repo = `repos/${path.owner}/${path.repo}`
  return {
    status: 200,
    json: changes.slice((page - 1) * size, page * size).map((change) => ({
      sha: hash(commits[head]?.[change.filename]),
      status: 'added',
      additions: 1,
      deletions: 0,
      changes: 1,
      blob_url: `https://github.com/${path.owner}/${path.repo}/blob/${head}/${encodeURIComponent(change.filename)}`,
      raw_url: `https://github.com/${path.owner}/${path.repo}/raw/${head}/${encodeURIComponent(change.filename)}`,
      contents_url: `${url}/${repo}/contents/${encodeURIComponent(change.filename)}?ref=${head}`,
      ...change,
    })),
    ...(page * size < changes.length && { headers: { link: `<${next}>; rel="next"` } }),
  }
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

function isFile(entry: Entry): entry is string | Uint8Array {
  return typeof entry === 'string' || entry instanceof Uint8Array
}

/** Over one megabyte GitHub gives no content; below it, base64 in lines of 60. */
function file(entry: string | Uint8Array) {
  const bytes = Buffer.from(entry)
  const small = bytes.length <= 1024 * 1024
  const content = small ? bytes.toString('base64').replace(/.{60}/g, '$&\n') : ''
  return { type: 'file', size: bytes.length, sha: hash(entry), content, encoding: small ? 'base64' : 'none' }
}

/** The hash by which git knows an entry. */
function hash(entry: Entry | undefined): string {
  if (typeof entry === 'object' && 'submodule' in entry) return entry.submodule
  const bytes = Buffer.from(entry === undefined ? '' : isFile(entry) ? entry : entry.symlink)
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}
