import { randomUUID } from 'node:crypto'
import type { CheckRun } from '../../reporters/checkRun.ts'
import type { Repository } from './changes.ts'
import { type Client, isRefused, once, refusalOf } from './client.ts'
import { pagesOf } from './pages.ts'

/** The name that stands beside those of the workflow's jobs. */
const name = 'Postmortem review'
/** Annotations that GitHub takes in one request. */
const perRequest = 50

/** What came of a check run: how many of its annotations stand, and why not all of them do. */
export interface Posted {
  readonly annotated: number
  readonly refusal?: string
}

/**
 * Posts a check run on a commit. A run that was begun is completed, whatever happens to its annotations, and nothing is sent
 * twice: where it is not known if GitHub made the run, GitHub is asked.
 */
export async function postCheckRun(
  client: Client,
  repository: Repository,
  head: string,
  { title, summary, conclusion, annotations }: CheckRun,
): Promise<Posted> {
  const pages = pagesOf(annotations, perRequest)
  const external_id = randomUUID()
  const done = { status: 'completed', conclusion } as const
  const output = (page = 0) => ({ title, summary, annotations: [...(pages[page] ?? [])] })
  const made = await client.rest.checks
    .create({
      ...repository,
      name,
      head_sha: head,
      external_id,
      output: output(),
      request: once,
      ...(pages.length > 1 ? { status: 'in_progress' } : done),
    })
    .then(({ data }) => ({ id: data.id }))
    .catch((error: unknown) => findRun(client, repository, head, external_id, error))
  if ('refusal' in made) return { annotated: 0, refusal: made.refusal }
  const run = { ...repository, check_run_id: made.id }
  for (let page = 1; page < pages.length; page++) {
    const last = page === pages.length - 1
    try {
      await client.rest.checks.update({ ...run, output: output(page), request: once, ...(last && done) })
    } catch (error) {
      const refusal = refusalOf(error, 'checks: write')
      // Without annotations it is the same however often it is sent.
      await client.rest.checks.update({ ...run, ...done }).catch(refusalOf)
      return { annotated: page * perRequest, refusal }
    }
  }
  return { annotated: annotations.length }
}

/** The run that GitHub may have made though it did not say so. */
async function findRun(
  client: Client,
  repository: Repository,
  ref: string,
  external_id: string,
  error: unknown,
): Promise<{ readonly id: number } | { readonly refusal: string }> {
  const refusal = refusalOf(error, 'checks: write')
  if (isRefused(error)) return { refusal }
  try {
    const { data } = await client.rest.checks.listForRef({ ...repository, ref, check_name: name })
    const run = data.check_runs.find((one) => one.external_id === external_id)
    return run ? { id: run.id } : { refusal }
  } catch (another) {
    return { refusal: refusalOf(another, 'checks: write') }
  }
}
