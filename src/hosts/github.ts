import process from 'node:process'
import { context } from '@actions/github'
import picomatch from 'picomatch'
import { type Config, resolveConfig } from '../lint/config.ts'
import type { Host } from '../lint/run.ts'
import { profiles } from '../profiles/index.ts'
import { rules } from '../rules/index.ts'
import { readPullRequest } from './github/changes.ts'
import { readCheckout } from './github/checkout.ts'
import { connect } from './github/client.ts'
import { readEvent } from './github/event.ts'
import { readInputs } from './github/inputs.ts'
import { publish, publishFailure } from './github/publish.ts'

/** A job on GitHub: documents are those that a pull request changes, or those of the checkout. */
export function githubHost(): Host {
  const inputs = readInputs()
  return {
    async configure() {
      return resolveConfig(inputs.wishes, rules, profiles, inputs.mistakes)
    },
    async read(config) {
      const event = readEvent(context.eventName, context.payload)
      if (event.kind === 'checkout') {
        return readCheckout(process.env.GITHUB_WORKSPACE ?? process.cwd(), config, (path) =>
          linkTo(path, context.sha),
        )
      }
      const pull = { ...context.repo, number: event.number, head: event.head }
      return readPullRequest(connect(inputs.token), pull, matcher(config), (path) => linkTo(path, event.head))
    },
    publish: (run) => publish(run, inputs),
    fail: publishFailure,
  }
}

/** Tells documents by their paths, as `findFiles` does on a disk. */
function matcher({ files, exclude }: Config): (path: string) => boolean {
  const isNegated = (glob: string): boolean => glob.startsWith('!')
  const wanted = files.filter((glob) => !isNegated(glob))
  const unwanted = files.filter(isNegated).map((glob) => glob.slice(1))
  return picomatch(wanted, { dot: true, nocase: true, ignore: [...exclude, ...unwanted] })
}

/** The page of a file at a commit, as source: a rendered document has no lines to link to. */
function linkTo(path: string, commit: string): string {
  const { owner, repo } = context.repo
  const file = path.split('/').map(encodeURIComponent).join('/')
  return `${context.serverUrl}/${owner}/${repo}/blob/${commit}/${file}?plain=1`
}
