import { createColors } from 'picocolors'
import type { Finding } from '../lint/finding.ts'
import { frame, linesOf, visible } from '../lint/frame.ts'
import type { Severity } from '../lint/rule.ts'
import type { FileReport, Run } from '../lint/run.ts'
import { isHeld } from '../lint/verdict.ts'
import { outcomeOf, plural } from './count.ts'

type Colors = ReturnType<typeof createColors>

const colorOf = { error: 'red', warning: 'yellow', info: 'blue' } as const

/**
 * A run for a person at a terminal: by file, each finding that is held against it with the line that it is about; apart from
 * them, in short, those that stood before.
 */
export function pretty(run: Run, { color }: { readonly color: boolean }): string {
  const colors = createColors(color)
  const told = filesWith(run, (finding) => isHeld(finding, run.config))
  const old = filesWith(run, (finding) => !isHeld(finding, run.config))
  const count = old.flatMap(({ findings }) => findings).length
  return [
    ...told.map((file) => fileText(file, colors)),
    ...(count > 0 ? [`${plural(count, 'finding')} stood before and did not count\n`] : []),
    ...old.map((file) => oldText(file, colors)),
    ...run.notices.map((notice) => `${visible(notice)}\n`),
    `${closing(run, told.length, colors)}\n`,
  ].join('\n')
}

/** The files that have such findings, with these alone. */
function filesWith({ files }: Run, isTold: (finding: Finding) => boolean): readonly FileReport[] {
  return files
    .map((file) => ({ ...file, findings: file.findings.filter(isTold) }))
    .filter(({ findings }) => findings.length > 0)
}

function fileText({ path, findings, text }: FileReport, colors: Colors): string {
  const lines = linesOf(text)
  const texts = findings.map((finding) => findingText(finding, lines, colors))
  return [`${colors.underline(visible(path))}\n`, ...texts].join('')
}

function oldText({ path, findings }: FileReport, colors: Colors): string {
  const texts = findings.map((finding) => `${headOf(finding, colors)}\n`)
  return [`${colors.underline(visible(path))}\n`, ...texts].join('')
}

function findingText(finding: Finding, lines: readonly string[], colors: Colors): string {
  return [
    headOf(finding, colors),
    ...excerpt(finding, lines, colors),
    ...(finding.note === undefined ? [] : [`    ${visible(finding.note)}`]),
    ...(finding.expected ?? []).flatMap((text) => instead(text, colors)),
    '',
  ].join('\n')
}

function headOf({ line, column, severity, message, rule }: Finding, colors: Colors): string {
  const label = paint(severity, severity, colors)
  return `  ${colors.dim(`${line}:${column}`)}  ${label}  ${visible(message)}  ${colors.dim(rule)}`
}

function excerpt(finding: Finding, lines: readonly string[], colors: Colors): readonly string[] {
  const { line, marks } = frame(lines, finding)
  if (line.trim() === '') return []
  const number = String(finding.line)
  const bar = colors.dim('|')
  return [
    `    ${colors.dim(number)} ${bar} ${line}`,
    `    ${' '.repeat(number.length)} ${bar} ${paint(finding.severity, marks, colors)}`,
  ]
}

/** A text that could stand there instead. */
function instead(text: string, colors: Colors): readonly string[] {
  return linesOf(text).map((line) => `    ${colors.green('+')} ${visible(line)}`)
}

function paint(severity: Severity, text: string, colors: Colors): string {
  return colors[colorOf[severity]](text)
}

function closing(run: Run, told: number, colors: Colors): string {
  const text = outcomeOf(run)
  if (told === 0) return colors.green(`N${text.slice(1)}`)
  return run.verdict === 'fail' ? colors.red(text) : text
}
