import type { Root } from 'mdast'
import { unified } from 'unified'
import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { parseMarkdown } from '../postmortem/parse.ts'
import type { Postmortem } from '../postmortem/postmortem.ts'
import type { Config, Style } from './config.ts'
import { compare, namer, type Said } from './fingerprint.ts'
import { beginning, positionOf, sectionAt } from './place.ts'
import { factsOf, plugin, rulePage, sieved, textOf } from './plugin.ts'
import type { Rule } from './rule.ts'
import type { FileReport, Source } from './run.ts'
import { severityOf } from './severity.ts'
import { unreadable } from './unreadable.ts'

/** Lints documents one by one, all as `config` says. Throws `Mistakes` for a setting that a rule does not know. */
export function linter(config: Config, rules: readonly Rule[]): (source: Source) => FileReport {
  const lints = new Map<Style, (text: string) => Version>([[config, linterOf(config, rules)]])
  const lintAs = (style: Style): ((text: string) => Version) => {
    const lint = lints.get(style) ?? linterOf(style, rules)
    lints.set(style, lint)
    return lint
  }
  return ({ path, text, base, link }) => {
    const lint = lintAs(config.styleOf?.(path) ?? config)
    const read = (version: Source['text']): Version =>
      typeof version === 'string' ? naming(path, () => lint(version)) : refuse(version.unreadable)
    const { said, postmortem, disabled } = read(text)
    return {
      path,
      findings: compare(said, base == null ? [] : read(base).said),
      postmortem,
      text: postmortem?.source ?? '',
      compared: base !== undefined,
      ...(disabled > 0 && { disabled }),
      ...(link === undefined ? {} : { link }),
    }
  }
}

function linterOf(style: Style, rules: readonly Rule[]): (text: string) => Version {
  const processor = unified()
    .data('postmortem', style.read)
    .use(rules.map((rule) => plugin(rule, style.rules[rule.id])))
    .use(sieved(rules), style)
    .freeze()
  return (text) => {
    const file = new VFile(text)
    const source = textOf(file)
    const tree = parse(source)
    if (!tree) return refuse('markup nested too deeply, or too much of it unclosed')
    const postmortem = factsOf(tree, source, processor.data().postmortem)
    processor.runSync(tree, file)
    const name = namer(postmortem.source)
    const said = file.messages.map((message) =>
      name(findingOf(message, postmortem), message.actual ?? undefined),
    )
    return { said, postmortem, disabled: file.data.disabled ?? 0 }
  }
}

/** What one version of a document says, and what is said of it. */
interface Version {
  readonly said: readonly Said[]
  readonly postmortem: Postmortem | null
  /** Findings that its comments switch off. */
  readonly disabled: number
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

function refuse(why: string): Version {
  const { start, end } = beginning
  const finding: Said['finding'] = {
    rule: unreadable.id,
    severity: 'error',
    message: `File not read: ${why}`,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    section: null,
    url: rulePage(unreadable.id),
  }
  return { said: [namer('')(finding, undefined)], postmortem: null, disabled: 0 }
}

function findingOf(message: VFileMessage, doc: Postmortem): Said['finding'] {
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
  }
}
