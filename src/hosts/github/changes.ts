import type { Host, Source } from '../../lint/run.ts'
import { decode } from '../../lint/unreadable.ts'
import { plural } from '../../reporters/count.ts'
import { undo } from '../../reporters/patch.ts'
import { type Client, refusalOf } from './client.ts'

export interface Repository {
  readonly owner: string
  readonly repo: string
}

type Listed = Awaited<ReturnType<Client['rest']['pulls']['listFiles']>>['data'][number]
/** A file as a list of changes tells of it. */
export type Changed = Pick<
  Listed,
  'filename' | 'previous_filename' | 'status' | 'sha' | 'patch' | 'additions' | 'deletions'
>

/** The files that a commit changes, as GitHub lists them. */
export interface Changes {
  /** The commit of which documents are read. */
  readonly head: string
  readonly files: readonly Changed[]
  /** The commit that the list was made for: another one if somebody pushed meanwhile. */
  readonly listed: string
  /** Sentences about what the list leaves out. */
  readonly notices: readonly string[]
  /** The commit that the list compares with. Asked for only if a patch does not tell the version before. */
  readonly base: () => Promise<string>
}

export interface Reader {
  readonly isWanted: (path: string) => boolean
  readonly linkTo: (path: string) => string
  /** The text of a file at the head, if it can be told without asking for it: the blob of this hash, where that is known. */
  readonly atHand: (path: string, blob: string | undefined) => Promise<Source['text'] | undefined>
}

/** What GitHub lists at most: of a pull request's files, and of those between two commits. */
const longestList = 3000
const longestComparison = 300

/** Throws where the files could not be listed. */
export async function listPull(
  client: Client,
  repository: Repository,
  pull: { readonly number: number; readonly head: string; readonly base: string },
): Promise<Changes> {
  const { number, head } = pull
  const request = { ...repository, pull_number: number, per_page: 100 }
  const files = await client.paginate(client.rest.pulls.listFiles, request).catch((error: unknown) => {
    throw new Error(`The files of pull request ${number} could not be listed: ${refusalOf(error)}`)
  })
  const listed = listedAt(files) ?? head
  const moved = `The pull request moved on to ${short(listed)}: this run reads ${short(head)}, which started it`
  const long = 'GitHub lists 3,000 files of a pull request: those beyond were not looked at'
  let base: Promise<string> | undefined
  return {
    head,
    files,
    listed,
    notices: [...(listed === head ? [] : [moved]), ...(files.length < longestList ? [] : [long])],
    base: () => {
      base ??= compare(client, repository, pull).then((comparison) => comparison.merge_base_commit.sha)
      return base
    },
  }
}

/** The changes of a push, or a sentence about why they could not be listed. */
export async function listPush(
  client: Client,
  repository: Repository,
  push: { readonly base: string; readonly head: string },
): Promise<Changes | string> {
  try {
    const { files = [], merge_base_commit } = await compare(client, repository, push)
    const long = 'GitHub lists 300 files of a comparison: those beyond were not looked at'
    return {
      head: push.head,
      files,
      listed: push.head,
      notices: files.length < longestComparison ? [] : [long],
      base: async () => merge_base_commit.sha,
    }
  } catch (error) {
    return `What changed since ${short(push.base)} could not be listed: ${refusalOf(error)}`
  }
}

/** Changes, and all other files of their head. Throws where these could not be listed. */
export async function listAll(client: Client, repository: Repository, changes: Changes): Promise<Changes> {
  const request = { ...repository, tree_sha: changes.head, recursive: 'true' }
  const { data } = await client.rest.git.getTree(request).catch((error: unknown) => {
    throw new Error(`The files of ${short(changes.head)} could not be listed: ${refusalOf(error)}`)
  })
  const changed = new Set(changes.files.map(({ filename }) => filename))
  const others = data.tree
    .filter(({ path, type, mode }) => type === 'blob' && mode !== '120000' && !changed.has(path))
    .map(
      ({ path, sha }): Changed => ({
        filename: path,
        status: 'unchanged',
        sha,
        additions: 0,
        deletions: 0,
      }),
    )
  const long = 'The repository has more files than GitHub lists: those beyond were not looked at'
  return {
    ...changes,
    files: [...changes.files, ...others],
    notices: [...changes.notices, ...(data.truncated ? [long] : [])],
  }
}

async function compare(
  client: Client,
  repository: Repository,
  { base, head }: { readonly base: string; readonly head: string },
) {
  const basehead = `${base}...${head}`
  const { data } = await client.rest.repos.compareCommitsWithBasehead({
    ...repository,
    basehead,
    per_page: 1,
  })
  return data
}

/** The head commit that the list was made for, which its addresses tell. */
function listedAt([first]: readonly Listed[]): string | null {
  return first ? new URL(first.contents_url).searchParams.get('ref') : null
}

/** A document, or a sentence about why there is none; `lost` if GitHub failed to give it. */
type Reading =
  | { readonly source: Source; readonly notice?: string }
  | { readonly source?: never; readonly notice: string; readonly lost: boolean }

/**
 * Reads the documents among changed files at the head commit, each with its base version. Throws if there are documents and
 * GitHub gave none of them.
 */
export async function readChanges(
  client: Client,
  repository: Repository,
  changes: Changes,
  reader: Reader,
): ReturnType<Host['read']> {
  const { files } = changes
  const wanted = files.filter(({ filename, status }) => status !== 'removed' && reader.isWanted(filename))
  const readings = await Promise.all(
    wanted.map((file) => readVersions(client, repository, changes, file, reader)),
  )
  const sources = readings.flatMap(({ source }) => (source ? [source] : []))
  const notices = readings.flatMap(({ notice }) => (notice === undefined ? [] : [notice]))
  if (sources.length === 0 && readings.some((reading) => !reading.source && reading.lost)) {
    throw new Error(`No postmortem could be read: ${notices.join('; ')}`)
  }
  const nothing = `No postmortem is among the ${plural(files.length, 'changed file')}`
  return { sources, notices: [...(wanted.length === 0 ? [nothing] : []), ...changes.notices, ...notices] }
}

async function readVersions(
  client: Client,
  repository: Repository,
  changes: Changes,
  file: Changed,
  { atHand, linkTo }: Reader,
): Promise<Reading> {
  const { filename: path, sha } = file
  const { head, listed } = changes
  const blob = listed === head ? (sha ?? undefined) : undefined
  const known = await atHand(path, blob)
  const content =
    known === undefined
      ? await readContent(client, repository, { path, commit: head, blob })
      : { text: known }
  if ('lost' in content) return { notice: content.notice, lost: content.lost }
  const { text } = content
  const before = await readBefore(client, repository, changes, file, text)
  const { notice, ...base } = before
  return { source: { path, text, ...base, link: linkTo(path) }, ...(notice !== undefined && { notice }) }
}

type Before = Pick<Source, 'base'> & { readonly notice?: string }

/** The base version: from the patch if it tells, else from GitHub. */
async function readBefore(
  client: Client,
  repository: Repository,
  { head, listed, base }: Changes,
  file: Changed,
  text: Source['text'],
): Promise<Before> {
  const { filename, previous_filename: path = filename, status, patch } = file
  if (status === 'added' || status === 'copied') return { base: null }
  if (status === 'unchanged') return { base: text }
  const undone =
    listed === head && patch !== undefined && typeof text === 'string' ? undo(text, patch, file) : undefined
  if (undone !== undefined) return { base: undone }
  const unknown = (why: string): Before => ({
    notice: `${why}: all that is found in ${filename} counts as new`,
  })
  try {
    const content = await readContent(client, repository, { path, commit: await base() })
    return 'lost' in content ? unknown(`The version before: ${content.notice}`) : { base: content.text }
  } catch (error) {
    return unknown(`The commit before could not be found: ${refusalOf(error)}`)
  }
}

/** The text of a file at a commit, or a sentence about why there is none. */
async function readContent(
  client: Client,
  repository: Repository,
  {
    path,
    commit,
    blob,
  }: { readonly path: string; readonly commit: string; readonly blob?: string | undefined },
): Promise<{ readonly text: Source['text'] } | { readonly notice: string; readonly lost: boolean }> {
  const leftOut = (what: string) => ({ notice: `${path} is ${what} and was left out`, lost: false })
  try {
    const { data } = await client.rest.repos.getContent({ ...repository, path, ref: commit })
    if (Array.isArray(data)) return leftOut('a folder')
    if (data.type === 'submodule') return leftOut('a submodule')
    // GitHub answers a link to a file of the repository with that file, whose hash is not the listed one.
    if (data.type === 'symlink' || (blob !== undefined && blob !== data.sha))
      return leftOut('a symbolic link')
    return { text: textOf(data) }
  } catch (error) {
    return { notice: `${path} could not be read: ${refusalOf(error)}`, lost: true }
  }
}

/** GitHub leaves the content of a large file out and says that it has no encoding. */
export function textOf(data: { readonly encoding?: string; readonly content?: string }): Source['text'] {
  return data.encoding === 'base64' && data.content !== undefined
    ? decode(Buffer.from(data.content, 'base64'))
    : { unreadable: 'larger than 1 MiB' }
}

function short(commit: string): string {
  return /^[0-9a-f]{40,}$/.test(commit) ? commit.slice(0, 7) : commit
}
