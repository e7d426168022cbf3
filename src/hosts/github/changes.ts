import type { Host, Source } from '../../lint/run.ts'
import { decode } from '../../lint/unreadable.ts'
import { plural } from '../../reporters/count.ts'
import { type Client, refusalOf } from './client.ts'

export interface PullRequest {
  readonly owner: string
  readonly repo: string
  readonly number: number
  /** Hash of the head commit: what the author wrote. The merge commit that the workflow runs at has other lines. */
  readonly head: string
}

type Changed = Awaited<ReturnType<Client['rest']['pulls']['listFiles']>>['data'][number]
/** A document, or a sentence about why there is none; `lost` if GitHub failed to give it. */
type Reading = { readonly source: Source } | { readonly notice: string; readonly lost: boolean }

/** What GitHub lists at most of a pull request's files. */
const longestList = 3000

/**
 * Reads the documents among the files that a pull request changes, each at the head commit, through the API alone. Throws if
 * the files could not be listed, or if there are documents and GitHub gave none of them.
 */
export async function readPullRequest(
  client: Client,
  pull: PullRequest,
  isWanted: (path: string) => boolean,
  linkTo: (path: string) => string,
): ReturnType<Host['read']> {
  const changed = await listFiles(client, pull)
  const wanted = changed.filter(({ filename, status }) => status !== 'removed' && isWanted(filename))
  const listed = listedAt(changed) ?? pull.head
  const readings = await Promise.all(
    wanted.map((file) => readFile(client, pull, file, listed, linkTo(file.filename))),
  )
  const sources = readings.flatMap((reading) => ('source' in reading ? [reading.source] : []))
  const missing = readings.flatMap((reading) => ('notice' in reading ? [reading] : []))
  const notices = missing.map(({ notice }) => notice)
  if (sources.length === 0 && missing.some(({ lost }) => lost)) {
    throw new Error(`No postmortem could be read: ${notices.join('; ')}`)
  }
  const nothing =
    wanted.length === 0 ? [`No postmortem is among the ${plural(changed.length, 'changed file')}`] : []
  return { sources, notices: [...nothing, ...listNotices(changed, pull, listed), ...notices] }
}

function listFiles(client: Client, { owner, repo, number }: PullRequest): Promise<readonly Changed[]> {
  const request = { owner, repo, pull_number: number, per_page: 100 }
  return client.paginate(client.rest.pulls.listFiles, request).catch((error: unknown) => {
    throw new Error(`The files of pull request ${number} could not be listed: ${refusalOf(error)}`)
  })
}

/** The head commit that the list was made for, which its addresses tell. */
function listedAt([first]: readonly Changed[]): string | null {
  return first ? new URL(first.contents_url).searchParams.get('ref') : null
}

function listNotices(changed: readonly Changed[], { head }: PullRequest, listed: string): readonly string[] {
  return [
    ...(listed === head
      ? []
      : [`The pull request moved on to ${short(listed)}: this run reads ${short(head)}, which started it`]),
    ...(changed.length < longestList
      ? []
      : ['GitHub lists 3,000 files of a pull request: those beyond were not looked at']),
  ]
}

async function readFile(
  client: Client,
  { owner, repo, head }: PullRequest,
  { filename: path, sha }: Changed,
  listed: string,
  link: string,
): Promise<Reading> {
  const leftOut = (what: string): Reading => ({ notice: `${path} is ${what} and was left out`, lost: false })
  try {
    const { data } = await client.rest.repos.getContent({ owner, repo, path, ref: head })
    if (Array.isArray(data)) return leftOut('a folder')
    if (data.type === 'submodule') return leftOut('a submodule')
    // GitHub answers a link to a file of the repository with that file, whose hash is not the listed one.
    if (data.type === 'symlink' || (listed === head && sha !== data.sha)) return leftOut('a symbolic link')
    return { source: { path, text: textOf(data), link } }
  } catch (error) {
    return { notice: `${path} could not be read: ${refusalOf(error)}`, lost: true }
  }
}

/** GitHub leaves the content of a large file out and says that it has no encoding. */
function textOf(data: { readonly encoding?: string; readonly content?: string }): Source['text'] {
  return data.encoding === 'base64' && data.content !== undefined
    ? decode(Buffer.from(data.content, 'base64'))
    : { unreadable: 'larger than 1 MiB' }
}

function short(hash: string): string {
  return hash.slice(0, 7)
}
