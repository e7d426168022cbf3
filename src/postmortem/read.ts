import type { Root } from 'mdast'
import { readAccount } from './account.ts'
import { readActions } from './actions.ts'
import { readBlocks } from './blocks.ts'
import { readCauses } from './causes.ts'
import { readEntrySizes } from './entrySizes.ts'
import { readEvidence } from './evidence.ts'
import { readFieldNames, readSeverity } from './fields.ts'
import { readKind } from './kind.ts'
import { readLanguage } from './language.ts'
import { readLeaks } from './leaks.ts'
import { readLengths } from './lengths.ts'
import { readMetadata } from './metadata.ts'
import { once } from './once.ts'
import { parseMarkdown } from './parse.ts'
import { readPlaceholders } from './placeholders.ts'
import type { Postmortem, ReadOptions, Secret } from './postmortem.ts'
import { readProse } from './prose.ts'
import { readRepeats } from './repeats.ts'
import { maskSecrets, readSecrets } from './secrets.ts'
import { readSections, readTitle } from './sections.ts'
import { readStatus } from './status.ts'
import { judgeTasks } from './tasks.ts'
import { readTimes } from './times.ts'
import { readWords } from './words.ts'

/**
 * Reads a document's facts, once. `source` is the text that `tree` was parsed from, without a byte order mark; lines,
 * columns and offsets of every fact are those of `source`. Where it holds secrets, all is read from a copy in which dots
 * stand for them, so that no fact, and nothing that is made of facts, can show them.
 */
export function readPostmortem(source: string, tree: Root, options: ReadOptions = {}): Postmortem {
  const secrets = readSecrets(source)
  if (secrets.length === 0) return readFacts(source, tree, options, secrets)
  const masked = maskSecrets(source)
  return readFacts(masked, parseMarkdown(masked), options, secrets)
}

/** What the contract with other programs tells is read at once; what only some rules ask for, when they first do. */
function readFacts(source: string, tree: Root, options: ReadOptions, secrets: readonly Secret[]): Postmortem {
  const blocks = readBlocks(source, tree)
  const sections = readSections(blocks, options)
  const metadata = readMetadata(source, tree, blocks, sections)
  const title = readTitle(blocks, sections, frontMatterTitle(tree, metadata))
  const words = readWords(blocks)
  const language = readLanguage(blocks)
  const times = readTimes(source, blocks, sections, options)
  const { timeline, duration, metrics, startEnd } = times
  const evidence = { ...readEvidence(blocks, sections), ...(startEnd && { startEnd }) }
  const placeholders = readPlaceholders(source, tree, blocks, sections, options.prompts)
  const listed = readActions(blocks, sections)
  const actions = once(() => judgeTasks(source, blocks, listed))
  const prose = once(() => readProse(source, blocks, sections, metadata))
  const leaks = once(() => readLeaks(source, blocks))
  const account = once(() => readAccount(source, blocks, sections, timeline, evidence))
  const entrySizes = once(() => readEntrySizes(timeline))
  const lengths = once(() => readLengths(source, blocks, sections, timeline))
  const repeats = once(() => readRepeats(blocks, sections))
  const severity = once(() => readSeverity(source, metadata))
  const fieldNames = once(() => readFieldNames(metadata, title))
  const causes = once(() => readCauses(sections))
  const status = once(() => readStatus(metadata))
  return {
    source,
    tree,
    blocks,
    kind: readKind({ blocks, sections, words, language, placeholders, ...(title && { title }) }),
    language,
    ...(title && { title }),
    metadata,
    words,
    sections,
    timeline,
    duration,
    metrics,
    evidence,
    placeholders,
    ...(secrets.length > 0 && { secrets }),
    get actions() {
      return actions()
    },
    get downtime() {
      return times.downtime()
    },
    get slips() {
      return times.slips()
    },
    get oddClocks() {
      return times.oddClocks()
    },
    get oddZones() {
      return times.oddZones()
    },
    get blame() {
      return prose().blame
    },
    get counterfactuals() {
      return prose().counterfactuals
    },
    get guesses() {
      return prose().guesses
    },
    get crowds() {
      return prose().crowds
    },
    get affected() {
      return prose().affected
    },
    get outage() {
      return prose().outage
    },
    get emails() {
      return leaks().emails
    },
    get addresses() {
      return leaks().addresses
    },
    get account() {
      return account()
    },
    get entrySizes() {
      return entrySizes()
    },
    get lengths() {
      return lengths()
    },
    get repeats() {
      return repeats()
    },
    get severity() {
      return severity()
    },
    get fieldNames() {
      return fieldNames()
    },
    get causes() {
      return causes()
    },
    get status() {
      return status()
    },
  }
}

/** The `title` that the front matter gives. */
function frontMatterTitle(tree: Root, metadata: Postmortem['metadata']) {
  const [first] = tree.children
  const end =
    first && 'value' in first && first.type !== 'html' && first.type !== 'code'
      ? (first.position?.end.line ?? 0)
      : 0
  return metadata.find(({ key, at }) => key.toLowerCase() === 'title' && at.start.line <= end)
}
