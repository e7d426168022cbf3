import type { Root } from 'mdast'
import type { Plugin, Transformer } from 'unified'
import { parse } from 'valibot'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { sourceAt } from '../postmortem/place.ts'
import type { Postmortem, ReadOptions } from '../postmortem/postmortem.ts'
import { readPostmortem } from '../postmortem/read.ts'
import type { Judging, Setting } from './config.ts'
import { Mistakes } from './mistake.ts'
import { directive, forbid, obey } from './obey.ts'
import { positionOf } from './place.ts'
import type { Problem, Rule, Severity } from './rule.ts'
import { checkSetting, optionsOf } from './setting.ts'
import { fatal } from './severity.ts'
import { sieves, unique } from './sieves.ts'

declare module 'unified' {
  interface Data {
    /** How the facts of a document are read. */
    postmortem?: ReadOptions
  }
}

declare module 'vfile' {
  interface DataMap {
    /** How many messages of ours comments in the document switched off. */
    disabled: number
  }
}

/** What the messages of our rules carry as their `source`. */
export const source = 'postmortem-lint'

/** The page of a rule. */
export function rulePage(id: string): string {
  return `https://github.com/postmortem-lint/postmortem-lint/blob/main/docs/rules/${id}.md`
}

/** A rule as a plugin of remark: `[]`, `['warn']`, `[['error', {…}]]`, `[false]`. */
export type RulePlugin = Plugin<[setting?: unknown], Root>

const facts = new WeakMap<Root, Postmortem>()

/** The facts of a document, read once for all rules that run over its tree. */
export function factsOf(tree: Root, text: string, options?: ReadOptions): Postmortem {
  const known = facts.get(tree)
  if (known) return known
  const read = readPostmortem(text, tree, options)
  facts.set(tree, read)
  return read
}

/**
 * The one way to run a rule: as a plugin whose messages stand in the file. It takes a setting, and is as `base` says
 * without one. Throws `Mistakes` for a setting that the rule does not know.
 */
export function plugin(rule: Rule, base: Setting = rule.severity): RulePlugin {
  const attach: RulePlugin = function (given): Transformer<Root> | undefined {
    const setting = settingOf(rule, given, base)
    if (setting === 'off') return
    const severity = typeof setting === 'string' ? setting : setting[0]
    const options = parse(rule.options, optionsOf(setting))
    if (rule.reads) this.data('postmortem', withMore(this.data().postmortem, rule.reads(options)))
    return (tree, file) => {
      const doc = factsOf(tree, textOf(file), this.data().postmortem)
      for (const problem of rule.check(doc, options)) say(problem, rule.id, severity, doc, file)
    }
  }
  Object.defineProperty(attach, 'name', { value: `${source}:${rule.id}` })
  return attach
}

function withMore(known: ReadOptions = {}, { headings = [], prompts = [] }: ReadOptions): ReadOptions {
  return {
    ...known,
    headings: [...(known.headings ?? []), ...headings],
    prompts: [...(known.prompts ?? []), ...prompts],
  }
}

function settingOf(rule: Rule, given: unknown, base: Setting): Setting {
  if (given === undefined) return base
  const checked = checkSetting(rule, { value: given, from: source }, base)
  if ('mistakes' in checked) throw new Mistakes(checked.mistakes)
  return checked.setting
}

/**
 * The last plugin of a run: what comments leave and the sieves let through stays in the file. Messages of other plugins are
 * left alone.
 */
export function sieved(rules: readonly Rule[]): Plugin<[judging?: Judging], Root> {
  const known = rules.map(({ id }) => id)
  return function ({ status = {}, inlineDisable = true } = {}) {
    const sift = sieves(rules, status)
    return (tree, file) => {
      const doc = factsOf(tree, textOf(file), this.data().postmortem)
      const ours = unique(file.messages.filter((message) => message.source === source))
      const others = file.messages.filter((message) => message.source !== source)
      const { kept, remarks } = inlineDisable
        ? obey(ours, saidBy, doc, known)
        : { kept: ours, remarks: forbid(doc) }
      file.messages = [...kept]
      for (const remark of remarks) say(remark, directive.id, remark.severity, doc, file)
      file.data.disabled = ours.length - kept.length
      file.messages = [...others, ...sift(file.messages, doc)]
    }
  }
}

function saidBy({ ruleId = '', place }: VFileMessage): { readonly rule: string; readonly offset: number } {
  return { rule: ruleId, offset: positionOf(place).start.offset ?? 0 }
}

function say(problem: Problem, ruleId: string, severity: Severity, doc: Postmortem, file: VFile): void {
  const message = file.message(problem.message, { place: problem.at, ruleId, source })
  message.fatal = fatal[severity]
  message.actual = problem.whole ? undefined : sourceAt(doc.source, problem.at)
  message.expected = problem.expected && [...problem.expected]
  message.note = problem.note
  message.url = rulePage(ruleId)
}

/** The text of a file as it is parsed: without its byte order mark. */
export function textOf(file: VFile): string {
  return String(file).replace(/^\uFEFF/, '')
}
