import process from 'node:process'
import { context } from '@actions/github'
import type { Config } from '../lint/config.ts'
import { matcher } from '../lint/globs.ts'
import type { Host } from '../lint/run.ts'
import { configure } from './configure.ts'
import { listAll, listPull, listPush, readChanges } from './github/changes.ts'
import { readBlob, readCheckout } from './github/checkout.ts'
import { type Client, connect } from './github/client.ts'
import { type Event, readEvent } from './github/event.ts'
import { readInputs } from './github/inputs.ts'
import { publish, publishFailure } from './github/publish.ts'
import type { Reviewed } from './github/review.ts'
import { settingsOf } from './github/settings.ts'

/** A job on GitHub: documents are those that a pull request or a push changes, or those of the checkout. */
export function githubHost(): Host {
  const inputs = readInputs()
  const client = lazily(() => connect(inputs.token))
  const event = lazily(() => readEvent(context.eventName, context.payload))
  const settings = settingsOf(client, context.repo, event, workspace())
  let reviewed: Reviewed | undefined
  return {
    // Without a token nothing can be read, which is one of the mistakes that are said.
    configure: () => configure(inputs, inputs.token ? settings.read : async () => undefined),
    async read(config) {
      const { reviewed: pull, sources, notices } = await readDocuments(client(), event(), config)
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

type Documents = Awaited<ReturnType<Host['read']>> & { readonly reviewed?: Reviewed }

async function readDocuments(client: Client, event: Event, config: Config): Promise<Documents> {
  const folder = workspace()
  const repository = context.repo
  const fromCheckout = () => readCheckout(folder, config, (path) => linkTo(path, context.sha))
  if (event.kind === 'checkout') return fromCheckout()
  const reader = {
    isWanted: matcher(config.files, config.exclude),
    linkTo: (path: string) => linkTo(path, event.head),
    onDisk: (path: string, blob: string) => readBlob(folder, path, blob),
  }
  const isAll = config.scope === 'all'
  if (event.kind === 'push') {
    if (isAll) return fromCheckout()
    const pushed = await listPush(client, repository, event)
    if (typeof pushed !== 'string') return readChanges(client, repository, pushed, reader)
    const { sources, notices } = await fromCheckout().catch(() => ({ sources: [], notices: [] }))
    if (sources.length === 0) throw new Error(pushed)
    const instead = `${pushed}: the whole checkout is read, and all that is found counts as new`
    return { sources, notices: [instead, ...notices] }
  }
  const changes = await listPull(client, repository, event)
  const files = isAll ? await listAll(client, repository, changes) : changes
  const documents = await readChanges(client, repository, files, reader)
  const isFirst = context.payload.action === 'opened' && context.runAttempt === 1
  return {
    ...documents,
    reviewed: {
      number: event.number,
      changes,
      isWanted: reader.isWanted,
      isFirst,
      isSilent: event.comments === 0,
    },
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
