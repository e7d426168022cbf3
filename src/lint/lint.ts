import type { Root } from 'mdast'
import { unified } from 'unified'
import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { parseMarkdown } from '../postmortem/parse.ts'
import type { Postmortem } from '../postmortem/postmortem.ts'
import type { Config } from './config.ts'
import type { Finding } from './finding.ts'
import { beginning, positionOf, sectionAt } from './place.ts'
import { factsOf, plugin, rulePage, sieved, textOf } from './plugin.ts'
import type { Rule, Severity } from './rule.ts'
import type { FileReport, Source } from './run.ts'
import { unreadable } from './unreadable.ts'

/** Lints documents one by one, all as `config` says. Throws `Mistakes` for a setting that a rule does not know. */
export function linter(config: Config, rules: readonly Rule[]): (source: Source) => FileReport {
  const processor = unified()
    .data('postmortem', config.read)
    .use(rules.map((rule) => plugin(rule, config.rules[rule.id])))
    .use(sieved(rules))
    .freeze()

  function lint(text: string): Pick<FileReport, 'findings' | 'postmortem'> {
    const file = new VFile(text)
    const source = textOf(file)
    const tree = parse(source)
    if (!tree) return refuse('markup nested too deeply, or too much of it unclosed')
    const postmortem = factsOf(tree, source, config.read)
    processor.runSync(tree, file)
    return { findings: file.messages.map((message) => findingOf(message, postmortem)), postmortem }
  }

  return ({ path, text, link }) => {
    const readable = typeof text === 'string'
    const found = readable ? naming(path, () => lint(text)) : refuse(text.unreadable)
    return { path, ...found, text: readable ? text : '', ...(link === undefined ? {} : { link }) }
  }
}

/** The tree of a text; undefined for one that overflows the stack, or that the parser gives up. */
function parse(source: string): Root | undefined {
  try {
    return parseMarkdown(source)
  } catch (error) {
    if (error instanceof RangeError) return
    throw error
  }
}

/** An error while a document is linted is a mistake of ours; it tells in which document it shows. */
function naming<T>(path: string, lint: () => T): T {
  try {
    return lint()
  } catch (error) {
    throw new Error(`${path} could not be linted: ${error}`, { cause: error })
  }
}

function refuse(why: string): { findings: readonly Finding[]; postmortem: null } {
  const { start, end } = beginning
  const finding: Finding = {
    rule: unreadable.id,
    severity: 'error',
    message: `File not read: ${why}`,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    section: null,
    url: rulePage(unreadable.id),
    new: true,
  }
  return { findings: [finding], postmortem: null }
}

function findingOf(message: VFileMessage, doc: Postmortem): Finding {
  const { start, end } = positionOf(message.place)
  return {
    rule: message.ruleId ?? '',
    severity: severityOf(message),
    message: message.reason,
    ...(message.note === undefined ? {} : { note: message.note }),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    section: sectionAt(doc, { start, end }),
    ...(message.expected === undefined ? {} : { expected: message.expected }),
    url: message.url ?? '',
    new: true,
  }
}

function severityOf({ fatal }: VFileMessage): Severity {
  if (fatal) return 'error'
  return fatal === false ? 'warning' : 'info'
}
