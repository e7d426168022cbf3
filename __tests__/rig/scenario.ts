/** Whole jobs: a pull request or a checkout, reviewed by the built Action. */
import { readFile } from 'node:fs/promises'
import type { Call } from './description.ts'
import { type Answer, type Change, type Repository, startGitHub, type Written } from './github.ts'
import { type Job, type Outcome, runAction } from './runner.ts'
import type { Tree } from './tree.ts'

export const head = 'a1b2c3d4'.repeat(5)
export const base = 'b'.repeat(40)
/** Where the branch that the pull request goes to stood by then: past the merge base. */
export const target = 'c'.repeat(40)
const merge = 'f'.repeat(40)

/** A document that every rule of the house style passes. */
export const sound = await readFile(new URL('sound.md', import.meta.url), 'utf8')

export interface PullRequest
  extends Partial<Pick<Job, 'eventName' | 'inputs' | 'env' | 'workspace'>>,
    Pick<Repository, 'may' | 'login' | 'lens'> {
  /** What stands at the head. The merge commit has three lines more at the top of each text. */
  readonly files: Tree
  /** What stands at the merge base: nothing, unless told otherwise. */
  readonly before?: Tree
  /** The list of changes: what differs between the two, unless told otherwise. */
  readonly changes?: readonly Change[]
  readonly instead?: Repository['instead'] | undefined
  /** What happened to the pull request; `synchronize`, a push, unless told otherwise. */
  readonly action?: string
  /** Laid over what the event tells of the pull request. */
  readonly event?: object
  readonly address?: Address
  /** What earlier runs wrote, to which this one adds. */
  readonly written?: Written
  /** The head that GitHub knows by now; the event's own unless somebody pushed since. */
  readonly movedTo?: string
}

type Address = (url: string) => string

export interface Review extends Outcome, Written {
  readonly calls: readonly Call[]
}

export function nothingWritten(): Written {
  return { checkRuns: [], comments: [], reviews: [] }
}

/** Reviews a pull request; what breaks GitHub's description, or leaks into the environment, is thrown. */
export async function reviewPull(pull: PullRequest): Promise<Review> {
  const merged = Object.entries(pull.files).map(([path, entry]) => [
    path,
    typeof entry === 'string' ? `\n\n\n${entry}` : entry,
  ])
  const {
    files,
    before = {},
    movedTo = head,
    changes = changesOf(before, files),
    written = nothingWritten(),
  } = pull
  const commits = {
    [base]: before,
    [target]: {},
    [head]: files,
    [merge]: Object.fromEntries(merged),
    [movedTo]: files,
  }
  const { instead, may, login, lens, env, inputs, workspace } = pull
  return review({
    ...(pull.address && { address: pull.address }),
    repository: {
      commits,
      head: movedTo,
      base,
      changes,
      written,
      ...(instead && { instead }),
      ...(may && { may }),
      ...(login && { login }),
      ...(lens && { lens }),
    },
    job: {
      eventName: pull.eventName ?? 'pull_request',
      event: {
        action: pull.action ?? 'synchronize',
        number: 7,
        pull_request: {
          number: 7,
          head: { sha: head, repo: { full_name: 'octo/incidents' } },
          base: { sha: target, repo: { full_name: 'octo/incidents' } },
          user: { login: 'octocat' },
          review_comments: written.comments.length,
          ...pull.event,
        },
      },
      sha: merge,
      ...(inputs && { inputs }),
      ...(env && { env }),
      ...(workspace && { workspace }),
    },
  })
}

function changesOf(before: Tree, after: Tree): readonly Change[] {
  return [
    ...Object.keys(before)
      .filter((filename) => !(filename in after))
      .map((filename) => ({ filename, status: 'removed' as const })),
    ...Object.keys(after)
      .filter((filename) => before[filename] !== after[filename])
      .map((filename) => ({
        filename,
        status: filename in before ? ('modified' as const) : ('added' as const),
      })),
  ]
}

/** Runs a job against a repository; without one there is nothing that GitHub would answer. */
export async function review({
  repository = { commits: {}, head, changes: [] },
  job,
  address = (url) => url,
}: {
  readonly repository?: Repository
  readonly job: Omit<Job, 'apiUrl' | 'sha'> & { readonly sha?: string }
  /** The address under which the Action knows GitHub, given its own. */
  readonly address?: Address
}): Promise<Review> {
  const github = await startGitHub(repository)
  try {
    const outcome = await runAction({ sha: head, ...job, apiUrl: address(github.url) })
    const breaches = [
      ...github.faults,
      ...(outcome.leaks === '' ? [] : [`written to the environment: ${outcome.leaks}`]),
    ]
    if (breaches.length > 0) throw new Error(breaches.join('\n'))
    return { ...outcome, ...(repository.written ?? nothingWritten()), calls: github.calls }
  } finally {
    await github.close()
  }
}

/** Refuses the contents of one file, as often as it is asked for or only the first `times`. */
export function refuse(
  path: string,
  answer: Answer,
  times = Number.POSITIVE_INFINITY,
): Repository['instead'] {
  return (call, attempt) =>
    call.operation === 'repos/get-content' && call.path.path === path && attempt <= times ? answer : undefined
}

/** The line of a text in which something stands, counted from 1. */
export function lineOf(text: string, what: string): number {
  const line = text.split('\n').findIndex((one) => one.includes(what)) + 1
  if (line === 0) throw new Error(`${what} does not stand in the text`)
  return line
}

/** The commits at which a file was asked for. */
export function commitsOf({ calls }: Pick<Review, 'calls'>, file: string): readonly (string | undefined)[] {
  return calls.flatMap(({ operation, path, query, body }) => {
    if (operation === 'repos/get-content') return path.path === file ? [query.ref] : []
    if (operation !== 'graphql') return []
    const { variables } = body as { readonly variables: Readonly<Record<string, string>> }
    const names = Object.keys(variables).filter((name) => name.startsWith('path') && variables[name] === file)
    return names.map((name) => variables[name.replace('path', 'commit')])
  })
}

export function operationsOf({ calls }: Pick<Review, 'calls'>): readonly string[] {
  return calls.map(({ operation }) => operation)
}
