import { quote } from '../../lint/mistake.ts'
import type { Source } from '../../lint/run.ts'
import { type Changed, type Repository, textOf } from './changes.ts'
import { readInside } from './checkout.ts'
import { type Client, isMissing, refusalOf } from './client.ts'
import type { Event } from './event.ts'
import type { Memory } from './memory.ts'

/** Files of the repository that say how documents are judged: a configuration, a template. */
export interface Settings {
  /** The text of such a file; undefined where there is none. Throws where GitHub does not give it. */
  readonly read: (path: string) => Promise<Source['text'] | undefined>
  /** Sentences about those that were read and are changed. */
  readonly notices: (changes: readonly Changed[]) => readonly string[]
}

/**
 * Reads them where they may be believed: a stranger's pull request is judged as its base says, so that nobody switches the
 * linter off; any other as it says itself. Without changes to review they are those of the checkout.
 */
export function settingsOf(
  client: () => Client,
  repository: Repository,
  event: () => Event,
  folder: string,
  memory: () => Promise<Memory>,
): Settings {
  const asked = new Set<string>()
  return {
    async read(path) {
      asked.add(path)
      const cause = event()
      if (cause.kind === 'checkout') return readInside(folder, path)
      const ref = settingsCommit(cause)
      const known = (await memory()).textAt({ commit: ref, path })
      if (known !== undefined) return known ?? undefined
      try {
        const { data } = await client().rest.repos.getContent({ ...repository, path, ref })
        if (Array.isArray(data) || data.type !== 'file') return { unreadable: 'no file' }
        return textOf(data)
      } catch (error) {
        if (isMissing(error)) return
        throw new Error(`${path} could not be read: ${refusalOf(error)}`)
      }
    },
    notices(changes) {
      const cause = event()
      const touched = changes.flatMap(({ filename, previous_filename }) => [filename, previous_filename])
      const effect = isStranger(cause) ? 'the review goes by that of its base' : 'the review goes by that'
      return [...asked]
        .filter((path) => touched.includes(path))
        .map((path) => `The pull request changes ${quote(path)}, and ${effect}`)
    },
  }
}

/** The commit at which they may be believed. */
export function settingsCommit(event: Exclude<Event, { kind: 'checkout' }>): string {
  return isStranger(event) ? event.base : event.head
}

function isStranger(event: Event): event is Extract<Event, { kind: 'pull request' }> {
  return event.kind === 'pull request' && event.stranger
}
