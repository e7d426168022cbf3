import type { Root } from 'mdast'
import { readBlocks } from './blocks.ts'
import type { Postmortem, ReadOptions } from './postmortem.ts'
import { readSections, readTitle } from './sections.ts'

/**
 * Reads a document's facts, once. `source` is the text that `tree` was parsed from, without a byte order mark; lines,
 * columns and offsets of every fact are those of `source`.
 */
export function readPostmortem(source: string, tree: Root, options: ReadOptions = {}): Postmortem {
  const blocks = readBlocks(source, tree)
  const sections = readSections(blocks, options)
  const title = readTitle(blocks, sections)
  return {
    source,
    tree,
    blocks,
    sections,
    ...(title && { title }),
    // Being written: kind, language, words, metadata, timeline, duration, metrics, evidence, actions.
    kind: { value: 'postmortem' },
    language: { tag: 'und', english: 0, words: 0 },
    metadata: [],
    words: { total: 0, prose: 0, lists: 0, tables: 0, headings: 0 },
    timeline: { form: 'none', entries: [] },
    duration: { approximate: false },
    metrics: {},
    evidence: {},
    actions: { form: 'none', items: [] },
  }
}
