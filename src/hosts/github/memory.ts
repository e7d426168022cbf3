import {
  array,
  boolean,
  type InferOutput,
  is,
  literal,
  null_,
  number,
  object,
  optional,
  pipe,
  record,
  safeInteger,
  safeParse,
  string,
  transform,
  unknown,
} from 'valibot'
import type { Source } from '../../lint/run.ts'
import { decode } from '../../lint/unreadable.ts'
import { fingerprintOf, type StandingComment } from '../../reporters/review.ts'
import type { Repository } from './changes.ts'
import { blobOf } from './checkout.ts'
import { type Client, isHttpError } from './client.ts'
import { pagesOf } from './pages.ts'

/** A file of a commit. */
export interface Place {
  readonly commit: string
  readonly path: string
}

/** What GraphQL told at once of what REST tells one by one. Of what is not known here REST is to be asked. */
export interface Memory {
  /** The text of a file, if it is the blob of this hash; null where the commit has no such file, undefined where that is not known. */
  readonly textAt: (place: Place, blob?: string) => Source['text'] | null | undefined
  /** The review comments of ours. */
  readonly standing?: readonly StandingComment[]
}

export const nothing: Memory = { textAt: () => undefined }

/** Texts that one query asks for: GitHub gives up on an answer that takes it ten seconds. */
export const perQuery = 25

/** Asks for files, and for the review threads of a pull request where `pull` is its number. Never throws because of GitHub. */
export async function remember(
  graphql: Client['graphql'],
  repository: Repository,
  places: readonly Place[],
  pull?: number,
): Promise<Memory> {
  const pages = pagesOf(places, perQuery)
  const told = await Promise.all(
    pages.map((page, index) => tell(graphql, repository, page, index === 0 ? pull : undefined)),
  )
  const files = new Map(told.flatMap((one) => one.files))
  const [standing] = told.flatMap((one) => (one.standing ? [one.standing] : []))
  return {
    textAt(place, blob) {
      const file = files.get(keyOf(place))
      return file && (blob === undefined || blob === file.blob ? file.text : undefined)
    },
    ...(standing && { standing }),
  }
}

interface File {
  readonly text: Source['text']
  readonly blob: string
}

interface Told {
  /** By their keys; null for one that is not there. */
  readonly files: readonly (readonly [string, File | null])[]
  readonly standing?: readonly StandingComment[] | undefined
}

function keyOf({ commit, path }: Place): string {
  return `${commit}:${path}`
}

async function tell(
  graphql: Client['graphql'],
  { owner, repo }: Repository,
  places: readonly Place[],
  pull: number | undefined,
): Promise<Told> {
  const named = places.flatMap(({ commit, path }, i) => [
    [`commit${i}`, commit],
    [`path${i}`, path],
  ])
  const variables = {
    owner,
    repo,
    pull: pull ?? 0,
    isReviewed: pull !== undefined,
    ...Object.fromEntries(named),
  }
  const { data, errors } = await graphql<unknown>(queryOf(places.length), variables).then(
    (data) => ({ data, errors: [] }),
    partOf,
  )
  const answer = safeParse(answerShape, data)
  if (!answer.success) return { files: [] }
  const { pullRequest, ...commits } = answer.output.repository
  const isWhole = errors.every(({ type }) => type === 'NOT_FOUND')
  return {
    files: places.flatMap((place, i) => {
      const commit = commits[`file${i}`]
      const file = isWhole && is(absentShape, commit) ? null : fileOf(commit)
      return file === undefined ? [] : [[keyOf(place), file] as const]
    }),
    standing: standingOf(pullRequest),
  }
}

/** Paths are values, never parts of the text. */
function queryOf(count: number): string {
  const numbers = Array.from({ length: count }, (_, i) => i)
  return `query (
  $owner: String!, $repo: String!, $pull: Int!, $isReviewed: Boolean!
  ${numbers.map((i) => `$commit${i}: GitObjectID!, $path${i}: String!`).join('\n  ')}
) {
  repository(owner: $owner, name: $repo) {
    ${numbers.map((i) => `file${i}: object(oid: $commit${i}) { ... on Commit { file(path: $path${i}) { ...entry } } }`).join('\n    ')}
    pullRequest(number: $pull) @include(if: $isReviewed) {
      reviewThreads(first: 100) {
        pageInfo { hasNextPage }
        nodes { comments(first: 1) { totalCount nodes { fullDatabaseId path body viewerDidAuthor } } }
      }
    }
  }
}
fragment entry on TreeEntry { mode oid object { ... on Blob { text } } }`
}

const answerShape = object({ repository: record(string(), unknown()) })
/** A commit that was read and has no such file. */
const absentShape = object({ file: null_() })
const commitShape = object({
  file: object({ mode: number(), oid: string(), object: object({ text: string() }) }),
})
const threadsShape = object({
  reviewThreads: object({
    pageInfo: object({ hasNextPage: literal(false) }),
    nodes: array(
      object({
        comments: object({
          totalCount: number(),
          nodes: array(
            object({
              fullDatabaseId: pipe(string(), transform(Number), safeInteger()),
              path: string(),
              body: string(),
              viewerDidAuthor: boolean(),
            }),
          ),
        }),
      }),
    ),
  }),
})
const partShape = object({
  name: literal('GraphqlResponseError'),
  data: unknown(),
  errors: array(object({ type: optional(string()) })),
})

/** What an answer tells beside its errors. Errors that are not GitHub's go on as they are. */
function partOf(error: unknown): Pick<InferOutput<typeof partShape>, 'data' | 'errors'> {
  const part = safeParse(partShape, error)
  if (part.success) return part.output
  if (isHttpError(error)) return { data: undefined, errors: [] }
  throw error
}

const kindOfFile = 0o170000
const regular = 0o100000

/** A regular file. Its hash proves that GitHub neither cut its text nor took it for another encoding. */
function fileOf(commit: unknown): File | undefined {
  const parsed = safeParse(commitShape, commit)
  if (!parsed.success) return
  const { mode, oid, object } = parsed.output.file
  const bytes = Buffer.from(object.text)
  if ((mode & kindOfFile) !== regular || blobOf(bytes) !== oid) return
  return { text: decode(bytes), blob: oid }
}

/** Comments of ours; nothing where a mark stands in one that is not said to be ours: then REST tells by its author whose it is. */
function standingOf(pull: unknown): readonly StandingComment[] | undefined {
  const parsed = safeParse(threadsShape, pull)
  if (!parsed.success) return
  const marked = parsed.output.reviewThreads.nodes.flatMap(({ comments: { totalCount, nodes } }) =>
    nodes.flatMap(({ fullDatabaseId: id, path, body, viewerDidAuthor }) => {
      const fingerprint = fingerprintOf(body)
      return fingerprint === undefined
        ? []
        : [{ id, path, fingerprint, answered: totalCount > 1, viewerDidAuthor }]
    }),
  )
  return marked.every(({ viewerDidAuthor }) => viewerDidAuthor) ? marked : undefined
}
