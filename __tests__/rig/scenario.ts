/** Whole jobs: a pull request or a checkout, reviewed by the built Action. */
import { readFile } from 'node:fs/promises'
import type { Call } from './description.ts'
import { type Answer, type Change, type Repository, startGitHub, type Tree } from './github.ts'
import { type Job, type Outcome, runAction } from './runner.ts'

export const head = 'a1b2c3d4'.repeat(5)
const base = 'b'.repeat(40)
const merge = 'f'.repeat(40)

/** A document that every rule of the house style passes. */
export const sound = await readFile(new URL('sound.md', import.meta.url), 'utf8')

export interface PullRequest extends Partial<Pick<Job, 'eventName' | 'inputs' | 'env'>> {
  /** What stands at the head. The merge commit has three lines more at the top of each text. */
  readonly files: Tree
  /** The list of changes: the files, added, unless told otherwise. */
  readonly changes?: readonly Change[]
  readonly instead?: Repository['instead']
  /** The head that GitHub knows by now; the event's own unless somebody pushed since. */
  readonly movedTo?: string
}

export interface Review extends Outcome {
  readonly calls: readonly Call[]
}

/** Reviews a pull request; what breaks GitHub's description, or leaks into the environment, is thrown. */
export async function reviewPull(pull: PullRequest): Promise<Review> {
  const merged = Object.entries(pull.files).map(([path, entry]) => [
    path,
    typeof entry === 'string' ? `\n\n\n${entry}` : entry,
  ])
  const { movedTo = head, changes = Object.keys(pull.files).map((filename) => ({ filename })) } = pull
  const commits = { [head]: pull.files, [merge]: Object.fromEntries(merged), [movedTo]: pull.files }
  return review({
    repository: { commits, head: movedTo, changes, ...(pull.instead && { instead: pull.instead }) },
    job: {
      eventName: pull.eventName ?? 'pull_request',
      event: {
        action: 'synchronize',
        number: 7,
        pull_request: { number: 7, head: { sha: head, repo: { fork: true } }, base: { sha: base } },
      },
      sha: merge,
      ...(pull.inputs && { inputs: pull.inputs }),
      ...(pull.env && { env: pull.env }),
    },
  })
}

/** Runs a job against a repository; without one there is nothing that GitHub would answer. */
export async function review({
  repository = { commits: {}, head, changes: [] },
  job,
}: {
  readonly repository?: Repository
  readonly job: Omit<Job, 'apiUrl' | 'sha'> & { readonly sha?: string }
}): Promise<Review> {
  const github = await startGitHub(repository)
  try {
    const outcome = await runAction({ sha: head, ...job, apiUrl: github.url })
    const breaches = [
      ...github.faults,
      ...(outcome.leaks === '' ? [] : [`written to the environment: ${outcome.leaks}`]),
    ]
    if (breaches.length > 0) throw new Error(breaches.join('\n'))
    return { ...outcome, calls: github.calls }
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
