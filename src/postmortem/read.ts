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
import { parseMarkdown } from './parse.ts'
import { readPlaceholders } from './placeholders.ts'
import type { Postmortem, ReadOptions } from './postmortem.ts'
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
  if (secrets.length === 0) return readFacts(source, tree, options)
  const masked = maskSecrets(source)
  return { ...readFacts(masked, parseMarkdown(masked), options), secrets }
}

function readFacts(source: string, tree: Root, options: ReadOptions): Postmortem {
  const blocks = readBlocks(source, tree)
  const sections = readSections(blocks, options)
  const metadata = readMetadata(source, tree, blocks, sections)
  const title = readTitle(blocks, sections, frontMatterTitle(tree, metadata))
  const words = readWords(blocks)
  const language = readLanguage(blocks)
  const { startEnd, ...times } = readTimes(source, blocks, sections, options)
  const evidence = { ...readEvidence(blocks, sections), ...(startEnd && { startEnd }) }
  const placeholders = readPlaceholders(source, tree, blocks, sections, options.prompts)
  const severity = readSeverity(source, metadata)
  const causes = readCauses(sections)
  const status = readStatus(metadata)
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
    ...times,
    evidence,
    actions: judgeTasks(source, blocks, readActions(blocks, sections)),
    account: readAccount(source, blocks, sections, times.timeline, evidence),
    entrySizes: readEntrySizes(times.timeline),
    placeholders,
    ...readProse(source, blocks, sections, metadata),
    ...readLeaks(source, blocks),
    lengths: readLengths(source, blocks, sections, times.timeline),
    repeats: readRepeats(blocks, sections),
    fieldNames: readFieldNames(metadata, title),
    ...(severity && { severity }),
    ...(status && { status }),
    ...(causes && { causes }),
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
