import type { Position } from 'unist'
import type { GenericSchema } from 'valibot'
import type { ActionItem, Postmortem, ReadOptions } from '../postmortem/postmortem.ts'

export type { Postmortem } from '../postmortem/postmortem.ts'

export const severities = ['error', 'warning', 'info'] as const
export type Severity = (typeof severities)[number]

/** What a rule says of a document: see DESIGN of messages in CONTRIBUTING. */
export interface Problem {
  readonly at: Position
  /** A fact about the text: at most 80 characters, no full stop. */
  readonly message: string
  /** How to go on. */
  readonly note?: string
  /** Texts that could stand at `at` instead: one is a one-click suggestion. */
  readonly expected?: readonly string[]
  /**
   * Said of the whole (the document, the timeline, the tasks), in these words at most once: it stays the same finding when
   * the text at `at`, what the message quotes, or a number in it changes.
   */
  readonly whole?: true
}

/** A document that shows what a rule says; run as a test, shown on the rule's page. */
export interface Example<Options = unknown> {
  /** The whole document. */
  readonly text: string
  /** Messages expected, as `line: message`, in order; empty for a document that the rule passes. */
  readonly says: readonly string[]
  readonly options?: Partial<Options>
  /** Why it is shown: a sentence for the page. */
  readonly about?: string
}

export interface Rule<Options = unknown> {
  /** Its file's name: thing-check, such as `timeline-order`. */
  readonly id: string
  /** One sentence with a full stop: "Timeline entries run forward in time." */
  readonly summary: string
  /** Markdown: why it matters, and who asks for it. */
  readonly why: string
  /** Without a profile; `off` for rules that teams ask for. */
  readonly severity: Severity | 'off'
  /** One declaration: type, default, check, JSON Schema and documentation. Each option has a default. */
  readonly options: GenericSchema<unknown, Options>
  readonly examples: readonly Example<Options>[]
  /** Rules that say nothing where this one speaks, since it names the cause of what they would say. */
  readonly silences?: 'all' | readonly string[]
  /** What it finds matters in every document, so no rule silences it, and no status of the document makes it milder. */
  readonly alwaysSpeaks?: true
  /** What the reader is to look for, so that the rule can judge it. */
  reads?(options: Options): Pick<ReadOptions, 'headings' | 'prompts'>
  check(doc: Postmortem, options: Options): Iterable<Problem>
}

/** Types a rule by its options and gives it back as it is. */
export function rule<Options>(definition: Rule<Options>): Rule<Options> {
  return definition
}

/** Words of the document as a message shows them: in backticks, on one line, cut to `width` characters. */
export function quoted(text: string, width = 40): string {
  const line = text.replace(/[\s`]+/g, ' ').trim()
  const characters = [...line]
  return characters.length > width ? `\`${characters.slice(0, width - 1).join('')}…\`` : `\`${line}\``
}

/** Markdown of a heading that shows a text as it is. */
export function heading(level: number, text: string): string {
  return `${'#'.repeat(level)} ${text.replace(/[\\*_`[\]<]/g, '\\$&')}`
}

/** A length of time in a message: `45 s`, `45 min`, `3 h 30 min`, `2 d 4 h`. */
export function inHours(minutes: number): string {
  if (minutes < 1) return `${Math.round(minutes * 60)} s`
  const whole = Math.round(minutes)
  const [days, hours, rest] =
    whole < 2880
      ? [0, Math.floor(whole / 60), whole % 60]
      : [Math.floor(whole / 1440), Math.floor(whole / 60) % 24, 0]
  return [days && `${days} d`, hours && `${hours} h`, rest && `${rest} min`].filter(Boolean).join(' ')
}

/** Whether the words of a document can be judged by lists of English words. */
export const isEnglish = ({ language: { tag, english, words } }: Postmortem): boolean =>
  tag === 'en' || (tag === 'und' && (words < 20 || english > 0.1))

/** Open tasks that lack a part: one problem where all do, else one for each. `part` is what it is called, with its article. */
export function* tasksWithout(
  { actions }: Postmortem,
  part: string,
  has: (task: ActionItem) => boolean,
  note: string,
): Generator<Problem> {
  const open = actions.items.filter(({ done }) => !done)
  const without = open.filter((task) => !has(task))
  const [first] = without
  if (first && open.length > 1 && without.length === open.length)
    yield { at: first.block.at, whole: true, message: `None of ${open.length} open tasks has ${part}`, note }
  else
    for (const { block, text } of without)
      yield { at: block.at, message: `${quoted(text)} has no ${part.replace(/^an? /, '')}`, note }
}
