import type { Root } from 'mdast'
import { readAccount } from './account.ts'
import { readActions } from './actions.ts'
import { readBlocks } from './blocks.ts'
import { readCauses } from './causes.ts'
import { readDisorder } from './disorder.ts'
import { readEntrySizes } from './entrySizes.ts'
import { readEvidence } from './evidence/evidence.ts'
import { openFences } from './fences.ts'
import { readFieldNames, readSeverity } from './fields.ts'
import { readKind } from './kind.ts'
import { readLanguage } from './language.ts'
import { readLeaks } from './leaks.ts'
import { readLengths } from './lengths.ts'
import { readMetadata } from './metadata.ts'
import { readNearTitles } from './near.ts'
import { parseMarkdown } from './parse.ts'
import { readParticipants } from './participants.ts'
import { readPlaceholders } from './placeholders.ts'
import type {
  Account,
  Actions,
  EntrySize,
  Field,
  Lengths,
  NearTitle,
  Placeholder,
  Postmortem,
  ReadOptions,
  Repeat,
  Secret,
  Slip,
  Title,
} from './postmortem.ts'
import { readProse } from './prose.ts'
import { readRelapses } from './relapses.ts'
import { readRepeats } from './repeats.ts'
import { maskSecrets, readSecrets } from './secrets.ts'
import { readSections, readTitle } from './sections.ts'
import { readStatus } from './status.ts'
import { judgeTasks } from './tasks.ts'
import { readTimes, type Times } from './times.ts'
import { readWords } from './words.ts'

/**
 * Reads a document's facts, once. `source` is the text that `tree` was parsed from, without a byte order mark; lines,
 * columns and offsets of every fact are those of `source`. Where it holds secrets, all is read from a copy in which dots
 * stand for them, so that no fact, and nothing that is made of facts, can show them.
 */
export function readPostmortem(source: string, tree: Root, options: ReadOptions = {}): Postmortem {
  const secrets = readSecrets(source)
  const masked = secrets.length === 0 ? source : maskSecrets(source)
  const text = openFences(masked, secrets.length === 0 ? tree : parseMarkdown(masked))
  return new Facts(text.source, text.tree, options, secrets)
}

/** What the contract with other programs tells is read at once; what only some rules ask for, when they first do. */
class Facts implements Postmortem {
  readonly source: string
  readonly tree: Root
  readonly blocks: Postmortem['blocks']
  readonly kind: Postmortem['kind']
  readonly language: Postmortem['language']
  readonly title?: Title
  readonly metadata: Postmortem['metadata']
  readonly words: Postmortem['words']
  readonly sections: Postmortem['sections']
  readonly timeline: Postmortem['timeline']
  readonly duration: Postmortem['duration']
  readonly metrics: Postmortem['metrics']
  readonly evidence: Postmortem['evidence']
  readonly placeholders: readonly Placeholder[]
  readonly secrets?: readonly Secret[]
  readonly #options: ReadOptions
  readonly #times: Times
  readonly #tasks: Actions

  constructor(source: string, tree: Root, options: ReadOptions, secrets: readonly Secret[]) {
    const blocks = readBlocks(source, tree)
    const sections = readSections(blocks, options)
    this.metadata = readMetadata(source, tree, blocks, sections)
    const front = frontMatterOf(tree, this.metadata)
    const times = readTimes(source, blocks, sections, options, front)
    this.#options = options
    this.#times = times
    this.source = source
    this.tree = tree
    this.blocks = blocks
    this.sections = sections
    const title = readTitle(
      blocks,
      sections,
      front.find(({ key }) => /^(?:post_)?title$/i.test(key)),
    )
    if (title) this.title = title
    this.words = readWords(blocks)
    this.language = readLanguage(blocks)
    this.timeline = times.timeline
    this.duration = times.duration
    this.metrics = times.metrics
    this.evidence = { ...readEvidence(blocks, sections), ...(times.startEnd && { startEnd: times.startEnd }) }
    this.placeholders = readPlaceholders(source, tree, blocks, sections, options.prompts)
    const participants = readParticipants(blocks, sections, this.metadata, this.timeline.entries)
    this.#tasks = readActions(blocks, sections, participants)
    if (secrets.length > 0) this.secrets = secrets
    this.kind = readKind(this)
  }

  #actions: Actions | undefined
  get actions() {
    this.#actions ??= judgeTasks(this.source, this.blocks, this.#tasks)
    return this.#actions
  }

  #account: Account | undefined
  get account() {
    this.#account ??= readAccount(this.source, this.blocks, this.sections, this.timeline, this.evidence)
    return this.#account
  }

  #entrySizes: readonly EntrySize[] | undefined
  get entrySizes() {
    this.#entrySizes ??= readEntrySizes(this.timeline)
    return this.#entrySizes
  }

  #lengths: Lengths | undefined
  get lengths() {
    this.#lengths ??= readLengths(this.source, this.blocks, this.sections, this.timeline)
    return this.#lengths
  }

  #repeats: readonly Repeat[] | undefined
  get repeats() {
    this.#repeats ??= readRepeats(this.blocks, this.sections)
    return this.#repeats
  }

  #nearTitles: readonly NearTitle[] | undefined
  get nearTitles() {
    this.#nearTitles ??= readNearTitles(this.sections, this.#options)
    return this.#nearTitles
  }

  #prose: ReturnType<typeof readProse> | undefined
  #readProse() {
    this.#prose ??= readProse(this.source, this.blocks, this.sections, this.metadata)
    return this.#prose
  }
  get blame() {
    return this.#readProse().blame
  }
  get counterfactuals() {
    return this.#readProse().counterfactuals
  }
  get guesses() {
    return this.#readProse().guesses
  }
  get crowds() {
    return this.#readProse().crowds
  }
  get affected() {
    return this.#readProse().affected
  }
  get outage() {
    return this.#readProse().outage
  }

  #leaks: ReturnType<typeof readLeaks> | undefined
  #readLeaks() {
    this.#leaks ??= readLeaks(this.source, this.blocks)
    return this.#leaks
  }
  get emails() {
    return this.#readLeaks().emails
  }
  get addresses() {
    return this.#readLeaks().addresses
  }
  get severity() {
    return readSeverity(this.source, this.metadata)
  }
  get fieldNames() {
    return readFieldNames(this.metadata, this.title)
  }
  get causes() {
    return readCauses(this.sections)
  }
  get status() {
    return readStatus(this.metadata)
  }
  get downtime() {
    return this.#times.downtime()
  }
  get relapses() {
    return readRelapses(this.source, this.timeline, this.downtime)
  }
  #slips: readonly Slip[] | undefined
  get slips() {
    this.#slips ??= [
      ...this.#times.slips(),
      ...readDisorder(this.metadata, this.actions.items, this.timeline, this.downtime),
    ]
    return this.#slips
  }
  get oddClocks() {
    return this.#times.oddClocks()
  }
  get oddZones() {
    return this.#times.oddZones()
  }
}

/** The fields that the front matter gives. */
function frontMatterOf(tree: Root, metadata: Postmortem['metadata']): readonly Field[] {
  const [first] = tree.children
  const end =
    first && 'value' in first && first.type !== 'html' && first.type !== 'code'
      ? (first.position?.end.line ?? 0)
      : 0
  return metadata.filter(({ at }) => at.start.line <= end)
}
