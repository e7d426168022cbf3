import { getOctokit } from '@actions/github'
import type { OctokitPlugin } from '@octokit/core/types'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import { RequestError } from '@octokit/request-error'
import { is, literal, object } from 'valibot'

export type Client = ReturnType<typeof getOctokit>

/** How often a request is made again. */
const retries = 2
/** Seconds that GitHub may ask to wait before it is asked again; an hour's rate limit is not waited for. */
const longestWait = 60
/** Milliseconds before the first repetition of a request that failed; before the second, four times as many. */
const pause = 500
/** What asking again does not change; limits of rates (403, 429) are the business of the throttling plugin. */
const finalAnswers = [400, 401, 403, 404, 410, 422, 429, 451]

const userAgent = 'postmortem-lint'
/** Milliseconds that a single answer may take: GitHub itself gives up on a request after ten seconds. */
const patience = 15_000

/**
 * GitHub's API with patience that has bounds: a broken answer is asked for again after half a second and two more, a rate
 * limit is obeyed if it is short, and no single answer takes longer than `timeout` milliseconds.
 */
export function connect(token: string, timeout = patience): Client {
  const isWorthIt = (seconds: number, _options: object, _octokit: object, attempt: number): boolean =>
    seconds <= longestWait && attempt < retries
  const options = {
    retry: { retries, retryAfterBaseValue: pause, doNotRetry: finalAnswers },
    throttle: { onRateLimit: isWorthIt, onSecondaryRateLimit: isWorthIt },
    userAgent,
  }
  return getOctokit(token, options, bounded(timeout), retry, throttling)
}

/** GitHub's GraphQL API, asked once: whoever asks it has another way. */
export function connectGraphql(token: string, timeout = patience): Client['graphql'] {
  return getOctokit(token, { userAgent }, bounded(timeout)).graphql
}

/** Each attempt speaks the version that GitHub Enterprise Server knows too, and has a time of its own. */
function bounded(timeout: number): OctokitPlugin {
  return (octokit) => {
    octokit.hook.before('request', (options) => {
      options.headers['x-github-api-version'] = '2022-11-28'
      options.request = { ...options.request, signal: AbortSignal.timeout(timeout) }
    })
    octokit.hook.after('request', ({ status, data }, request) => {
      // Octokit takes an answer that breaks off for an empty text, and an empty text for an empty list.
      if (status !== 204 && typeof data === 'string') {
        throw new RequestError('the answer broke off, or is not of GitHub', 500, { request })
      }
    })
    return {}
  }
}

const toRead = 'contents: read and pull-requests: read'

const timeoutShape = object({ name: literal('TimeoutError') })

/**
 * Why GitHub did not answer a request: the end of a sentence. `needs` are the permissions that it takes. Errors that are not
 * GitHub's go on as they are.
 */
export function refusalOf(error: unknown, needs = toRead): string {
  if (!isHttpError(error)) throw error
  if (is(timeoutShape, error.cause)) return 'no answer in time'
  if (error.response === undefined) return `no connection (${error.message})`
  if (error.status === 429 || /rate limit/i.test(error.message)) return 'the rate limit is used up'
  if (error.status === 404) return 'not found (404): removed since, or hidden from the token'
  if (error.status === 401) return 'the token is not valid (401)'
  if (error.status === 403) return `the token may not (403), it needs ${needs}`
  return `GitHub answered ${error.status}`
}

/** GitHub said that it did not do what was asked. Without an answer, or with a broken one, it may have. */
export function isRefused(error: unknown): boolean {
  return isHttpError(error) && error.response !== undefined && error.status < 500
}

/** What was asked for is not there. */
export function isMissing(error: unknown): boolean {
  return isHttpError(error) && error.response !== undefined && error.status === 404
}

/** What is sent with a write: it may have been done though the answer says otherwise, so it is not sent again. */
export const once = { retries: 0 } as const

/** Octokit's errors carry no `response` where there was no connection. */
export function isHttpError(
  error: unknown,
): error is Error & { readonly status: number; readonly response?: unknown } {
  return (
    error instanceof Error &&
    error.name === 'HttpError' &&
    'status' in error &&
    typeof error.status === 'number'
  )
}
