import type { Root } from 'mdast'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { limits } from './limits.ts'

const frontMatterKinds = ['yaml' as const, 'toml' as const]

/**
 * Adds tables, task lists, footnotes, strikethrough and front matter to a processor that uses remark-parse. Not all of GFM:
 * literal autolinks cost 40 % of a parse and overflow the stack on nested lists.
 */
export function markdownSyntax(this: Processor): undefined {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.micromarkExtensions.push(
    gfmTable(),
    gfmTaskListItem(),
    gfmFootnote(),
    gfmStrikethrough(),
    frontmatter(frontMatterKinds),
    limits(),
  )
  data.fromMarkdownExtensions ??= []
  data.fromMarkdownExtensions.push(
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    frontmatterFromMarkdown(frontMatterKinds),
  )
}

const processor = unified().use(remarkParse).use(markdownSyntax).freeze()

/** Markdown without a byte order mark in, its tree out. Throws RangeError for more markup than `limits` allow. */
export function parseMarkdown(source: string): Root {
  return processor.parse(source)
}
