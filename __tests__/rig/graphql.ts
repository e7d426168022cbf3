/** Holds queries to GitHub's GraphQL schema, and answers them over what the fake knows. */
import { readFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { buildSchema, execute, GraphQLError, parse, validate } from 'graphql'
import type { Call } from './description.ts'
import { type Entry, hash, isFile, type Tree } from './tree.ts'
import type { Comment } from './writes.ts'

const file = new URL('../../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url)
const schema = buildSchema(readFileSync(file, 'utf8'), { assumeValid: true, noLocation: true })
/** GitHub cuts the text of a file of more bytes. */
const longestText = 512_000

/** What a query can ask for. */
export interface Known {
  readonly commits: Readonly<Record<string, Tree>>
  readonly comments: readonly Comment[]
  /** Whose token it is. */
  readonly login: string
  /** The status by which REST would refuse: the answer has a null, and an error beside it. */
  readonly refusalOf: (call: Pick<Call, 'operation' | 'path' | 'query'>) => number | undefined
  /** What becomes of a file on its way; nothing, unless told otherwise. */
  readonly lens?: ((file: Told) => Told) | undefined
}

export interface Told {
  readonly oid: string
  readonly text: string | null
}

interface Query {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
}

/** A query, and what is wrong with it by the schema. */
export function readQuery(
  headers: IncomingHttpHeaders,
  body: unknown,
): { call: Call; faults: readonly string[] } {
  return {
    call: { operation: 'graphql', path: {}, query: {}, body },
    faults: [
      ...validate(schema, parse((body as Query).query)).map(String),
      ...(headers['user-agent'] ? [] : ['no user-agent, which GitHub refuses']),
      ...(/^(bearer|token) \S+$/i.test(headers.authorization ?? '') ? [] : ['no token']),
    ],
  }
}

/** The answer as GitHub words it: what is refused is null, and `errors` says so. */
export async function answerQuery(body: unknown, known: Known): Promise<unknown> {
  const { query, variables } = body as Query
  const { data, errors } = await execute({
    schema,
    document: parse(query),
    variableValues: variables,
    rootValue: {
      viewer: { login: known.login },
      repository: ({ owner, name }: { readonly owner: string; readonly name: string }) =>
        `${owner}/${name}` === 'octo/incidents' ? repositoryOf(known) : null,
    },
  })
  return {
    data,
    ...(errors && { errors: errors.map((error) => ({ ...error.extensions, ...error.toJSON() })) }),
  }
}

function repositoryOf({ commits, comments, login, refusalOf, lens = (file) => file }: Known) {
  const refuseIf = (operation: string, path: Call['path'], query: Call['query']): void => {
    const status = refusalOf({ operation, path, query })
    if (status !== undefined) {
      const extensions = { type: status === 404 ? 'NOT_FOUND' : 'FORBIDDEN' }
      throw new GraphQLError('Resource not accessible by integration', { extensions })
    }
  }
  return {
    object: ({ oid }: { readonly oid: string }) =>
      commits[oid] && {
        __typename: 'Commit',
        file: ({ path }: { readonly path: string }) => {
          refuseIf('repos/get-content', { path }, { ref: oid })
          return entryAt(commits[oid] ?? {}, path, lens)
        },
      },
    pullRequest: {
      reviewThreads: ({ first }: { readonly first: number }) => {
        refuseIf('pulls/list-review-comments', {}, {})
        return page(threadsOf(comments, login), first)
      },
    },
  }
}

function entryAt(tree: Tree, path: string, lens: (file: Told) => Told) {
  const entry = tree[path]
  if (entry !== undefined) return objectOf(entry, lens)
  const isFolder = Object.keys(tree).some((name) => name.startsWith(`${path}/`))
  return isFolder ? { oid: hash(path), mode: 0o040000, object: { __typename: 'Tree' } } : null
}

function objectOf(entry: Entry, lens: (file: Told) => Told) {
  const oid = hash(entry)
  if (!isFile(entry) && 'submodule' in entry) return { mode: 0o160000, oid, object: null }
  const bytes = Buffer.from(isFile(entry) ? entry : entry.symlink)
  const [isBinary, isTruncated] = [bytes.includes(0), bytes.length > longestText]
  // A byte order mark is lost, and what is no UTF-8 replaced: it is not known what GitHub does with them.
  const text = isBinary ? null : new TextDecoder().decode(bytes.subarray(0, longestText))
  const file = lens({ oid, text })
  return {
    mode: isFile(entry) ? 0o100644 : 0o120000,
    oid: file.oid,
    object: { __typename: 'Blob', ...file, byteSize: bytes.length, isBinary, isTruncated },
  }
}

/** A thread is a comment and the replies to it; of a comment that was removed the replies stay. */
function threadsOf(comments: readonly Comment[], login: string) {
  const isRoot = ({ in_reply_to_id }: Comment): boolean => !comments.some(({ id }) => id === in_reply_to_id)
  return comments.filter(isRoot).map((root) => {
    const told = comments.filter((one) => one === root || one.in_reply_to_id === root.id)
    const nodes = told.map(({ id, path, body, login: author }) => ({
      fullDatabaseId: String(id),
      path,
      body,
      viewerDidAuthor: author === login,
    }))
    return { comments: ({ first }: { readonly first: number }) => page(nodes, first) }
  })
}

function page<T>(all: readonly T[], first: number) {
  return {
    totalCount: all.length,
    nodes: all.slice(0, first),
    pageInfo: { hasNextPage: all.length > first },
  }
}
