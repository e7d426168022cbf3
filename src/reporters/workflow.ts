import { visible } from '../lint/frame.ts'
import type { Run } from '../lint/run.ts'
import { isHeld } from '../lint/verdict.ts'
import { outcomeOf } from './count.ts'
import { clip, logLine } from './escape.ts'
import { type Placed, rank } from './rank.ts'

/** A command to the runner of GitHub Actions: an annotation of a file. */
export interface Command {
  readonly name: 'error' | 'warning' | 'notice'
  readonly properties: Readonly<Record<string, string | number>>
  readonly message: string
}

/** What the runner keeps of one step's annotations, for each of its three levels, and of a message. */
const perLevel = 10
const longestMessage = 4096

const levels = { error: 'error', warning: 'warning', info: 'notice' } as const

/**
 * The commands that annotate the most important of the findings held against a run, at most `room` a level, and the findings
 * left over.
 */
export function workflow(
  run: Run,
  room = perLevel,
): { readonly commands: readonly Command[]; readonly rest: readonly Placed[] } {
  const ranked = rank(run).map((placed) => {
    const held = placed.filter(({ finding }) => isHeld(finding, run.config))
    const count = Math.min(room, held.length)
    return { held: placed.slice(0, count), rest: placed.slice(count) }
  })
  return {
    commands: ranked.flatMap(({ held }) => held.map(commandOf)),
    rest: ranked.flatMap(({ rest }) => rest),
  }
}

/** A run as text for the log of a job: a command for each finding held against it, notices, and what it comes to. */
export function github(run: Run): string {
  const { commands } = workflow(run, Number.POSITIVE_INFINITY)
  const lines = [
    ...commands.map(commandLine),
    ...run.notices.map(logLine),
    `${run.verdict}: ${outcomeOf(run)}`,
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** Columns are told only for a place in one line: the runner drops them for others. Line ends of a path will be escaped. */
function commandOf({ path, finding }: Placed): Command {
  const { severity, rule, line, endLine, column, endColumn, message, note } = finding
  const text = [message, ...(note === undefined ? [] : [note])].map(visible).join('\n')
  return {
    name: levels[severity],
    properties: {
      file: path.replace(/[^\r\n]+/g, visible),
      line,
      endLine,
      ...(line === endLine && { col: column, endColumn }),
      title: rule,
    },
    message: clip(text, longestMessage),
  }
}

/** A command as the line that the runner reads. */
export function commandLine({ name, properties, message }: Command): string {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
  return `::${name} ${pairs.join(',')}::${escapeData(message)}`
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}
