import { posix } from 'node:path'
import process from 'node:process'
import { context } from '@actions/github'
import { type Config, markdown } from '../lint/config.ts'
import { matcher } from '../lint/globs.ts'
import { pathsOf } from '../lint/resolve.ts'
import type { Host } from '../lint/run.ts'
import { configNames, configure } from './configure.ts'
import { type Changes, listAll, listPull, listPush, type Reader, readChanges } from './github/changes.ts'
import { readBlob, readCheckout } from './github/checkout.ts'
import { type Client, connect, connectGraphql } from './github/client.ts'
import { type Event, type PullRequest, readEvent } from './github/event.ts'
import { type Inputs, readInputs } from './github/inputs.ts'
import { type Memory, nothing, type Place, perQuery, remember } from './github/memory.ts'
import { publish, publishFailure } from './github/publish.ts'
import type { Reviewed } from './github/review.ts'
import { settingsCommit, settingsOf } from './github/settings.ts'

/** A job on GitHub: documents are those that a pull request or a push changes, or those of the checkout. */
export function githubHost(): Host {
  const inputs = readInputs()
  const client = lazily(() => connect(inputs.token))
  const event = lazily(() => readEvent(context.eventName, context.payload))
  const known = lazily(() => learn(client(), event(), inputs))
  const memory = async () => (await known()).memory
  const settings = settingsOf(client, context.repo, event, workspace(), memory)
  let reviewed: Reviewed | undefined
  return {
    // Without a token nothing can be read, which is one of the mistakes that are said.
    configure: () => configure(inputs, inputs.token ? settings.read : async () => undefined),
    async read(config) {
      const { reviewed: pull, sources, notices } = await readDocuments(client(), await known(), config)
      reviewed = pull
      return { sources, notices: [...settings.notices(pull?.changes.files ?? []), ...notices] }
    },
    publish(run) {
      const cause = event()
      return publish(run, inputs, {
        client: client(),
        repository: context.repo,
        head: cause.kind === 'checkout' ? context.sha : cause.head,
        page: pageOfRun(),
        ...(reviewed && { reviewed }),
      })
    },
    fail: publishFailure,
  }
}

/** An event, and what was asked about it before there was a configuration. */
type Known = { readonly event: Exclude<Event, PullRequest>; readonly memory: Memory } | KnownPull

interface KnownPull {
  readonly event: PullRequest
  readonly memory: Memory
  readonly changes: Changes
  /** No earlier run can have commented on the pull request. */
  readonly isFirst: boolean
}

/** Throws where the files of a pull request could not be listed. */
async function learn(client: Client, event: Event, inputs: Inputs): Promise<Known> {
  if (event.kind !== 'pull request') return { event, memory: nothing }
  const changes = await listPull(client, context.repo, event)
  const isFirst = context.payload.action === 'opened' && context.runAttempt === 1
  const isReviewed = inputs.review !== 'off' && !isFirst
  const graphql = connectGraphql(inputs.token)
  const places = likelyPlaces(event, changes, inputs)
  const memory = await remember(graphql, context.repo, places, isReviewed ? event.number : undefined)
  return { event, memory, changes, isFirst }
}

/**
 * What a pull request will be reviewed by, and what is likely to be reviewed: a configuration may name other documents, so
 * that other Markdown takes the room that is left.
 */
function likelyPlaces(event: PullRequest, { files }: Changes, { config, wishes }: Inputs): readonly Place[] {
  const template = wishes.template ? [wishes.template.value] : []
  const settings = [...(config ? [config.value] : configNames), ...template].map((path) => ({
    commit: settingsCommit(event),
    path: posix.normalize(path),
  }))
  const paths = files.filter(({ status }) => status !== 'removed').map(({ filename }) => filename)
  const globs = pathsOf([wishes])
  const [isLikely, isMarkdown] = [matcher(globs.files, globs.exclude), matcher([`**/*.${markdown}`])]
  const likely = paths.filter(isLikely)
  const room = Math.max(0, perQuery - settings.length - likely.length)
  const others = paths.filter((path) => isMarkdown(path) && !isLikely(path)).slice(0, room)
  return [...settings, ...[...likely, ...others].map((path) => ({ commit: event.head, path }))]
}

type Documents = Awaited<ReturnType<Host['read']>> & { readonly reviewed?: Reviewed }

async function readDocuments(client: Client, known: Known, config: Config): Promise<Documents> {
  if ('changes' in known) return readPull(client, known, config)
  const { event, memory } = known
  const fromCheckout = () => readCheckout(workspace(), config, (path) => linkTo(path, context.sha))
  if (event.kind === 'checkout' || config.scope === 'all') return fromCheckout()
  const pushed = await listPush(client, context.repo, event)
  if (typeof pushed !== 'string') {
    return readChanges(client, context.repo, pushed, readerOf(config, event.head, memory))
  }
  const { sources, notices } = await fromCheckout().catch(() => ({ sources: [], notices: [] }))
  if (sources.length === 0) throw new Error(pushed)
  const instead = `${pushed}: the whole checkout is read, and all that is found counts as new`
  return { sources, notices: [instead, ...notices] }
}

async function readPull(
  client: Client,
  { event, memory, changes, isFirst }: KnownPull,
  config: Config,
): Promise<Documents> {
  const reader = readerOf(config, event.head, memory)
  const files = config.scope === 'all' ? await listAll(client, context.repo, changes) : changes
  const documents = await readChanges(client, context.repo, files, reader)
  return {
    ...documents,
    reviewed: {
      number: event.number,
      changes,
      isWanted: reader.isWanted,
      isFirst,
      isSilent: event.comments === 0,
      ...(memory.standing && { standing: memory.standing }),
    },
  }
}

function readerOf({ files, exclude }: Config, head: string, memory: Memory): Reader {
  return {
    isWanted: matcher(files, exclude),
    linkTo: (path) => linkTo(path, head),
    atHand: async (path, blob) =>
      memory.textAt({ commit: head, path }, blob) ??
      (blob === undefined ? undefined : readBlob(workspace(), path, blob)),
  }
}

/** Where a checkout is, if there is one. */
function workspace(): string {
  return process.env.GITHUB_WORKSPACE ?? process.cwd()
}

/** The same value each time, made when it is first asked for. */
function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The page of this run of the workflow, where its summaries are. */
function pageOfRun(): string {
  const { owner, repo } = context.repo
  return `${context.serverUrl}/${owner}/${repo}/actions/runs/${context.runId}`
}

/** The page of a file at a commit, as source: a rendered document has no lines to link to. */
function linkTo(path: string, commit: string): string {
  const { owner, repo } = context.repo
  const file = path.split('/').map(encodeURIComponent).join('/')
  return `${context.serverUrl}/${owner}/${repo}/blob/${commit}/${file}?plain=1`
}
