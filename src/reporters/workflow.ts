import type { Finding } from '../lint/finding.ts'
import { visible } from '../lint/frame.ts'
import { severities } from '../lint/rule.ts'
import type { Run } from '../lint/run.ts'
import { clip } from './escape.ts'

/** A command to the runner of GitHub Actions: an annotation of a file. */
export interface Command {
  readonly name: 'error' | 'warning' | 'notice'
  readonly properties: Readonly<Record<string, string | number>>
  readonly message: string
}

/** A finding and the file that it is about. */
export interface Placed {
  readonly path: string
  readonly finding: Finding
}

/** What the runner keeps of one step's annotations, for each of its three levels, and of a message. */
const perLevel = 10
const longestMessage = 4096

const levels = { error: 'error', warning: 'warning', info: 'notice' } as const

/** The commands that annotate a run's most important findings, at most `room` a level, and the findings left over. */
export function workflow(
  run: Run,
  room = perLevel,
): { readonly commands: readonly Command[]; readonly rest: readonly Placed[] } {
  const ranked = rank(run)
  return {
    commands: ranked.flatMap((placed) => placed.slice(0, room).map(commandOf)),
    rest: ranked.flatMap((placed) => placed.slice(room)),
  }
}

/** The findings of a run by severity, the gravest first; in each, by file and line. */
function rank({ files }: Run): readonly (readonly Placed[])[] {
  const all = files.flatMap(({ path, findings }) => findings.map((finding) => ({ path, finding })))
  return severities.map((severity) => all.filter(({ finding }) => finding.severity === severity))
}

/** Columns are told only for a place in one line: the runner drops them for others. */
function commandOf({ path, finding }: Placed): Command {
  const { severity, rule, line, endLine, column, endColumn, message, note } = finding
  const text = [message, ...(note === undefined ? [] : [note])].map(visible).join('\n')
  return {
    name: levels[severity],
    properties: {
      file: path,
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
