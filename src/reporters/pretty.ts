import { createColors } from 'picocolors'
import type { Finding } from '../lint/finding.ts'
import { frame, linesOf, visible } from '../lint/frame.ts'
import type { Severity } from '../lint/rule.ts'
import type { FileReport, Run } from '../lint/run.ts'
import { isHeld } from '../lint/verdict.ts'
import { outcomeOf } from './count.ts'

type Colors = ReturnType<typeof createColors>

const colorOf = { error: 'red', warning: 'yellow', info: 'blue' } as const

/** A run for a person at a terminal: by file, each finding that is held against it with the line that it is about. */
export function pretty(run: Run, { color }: { readonly color: boolean }): string {
  const colors = createColors(color)
  const told = run.files
    .map((file) => ({ ...file, findings: file.findings.filter((finding) => isHeld(finding, run.config)) }))
    .filter(({ findings }) => findings.length > 0)
  return [
    ...told.map((file) => fileText(file, colors)),
    ...run.notices.map((notice) => `${visible(notice)}\n`),
    `${closing(run, told.length, colors)}\n`,
  ].join('\n')
}

function fileText({ path, findings, text }: FileReport, colors: Colors): string {
  const lines = linesOf(text)
  const texts = findings.map((finding) => findingText(finding, lines, colors))
  return [`${colors.underline(visible(path))}\n`, ...texts].join('')
}

function findingText(finding: Finding, lines: readonly string[], colors: Colors): string {
  const { line, column, severity, message, rule } = finding
  const place = `${line}:${column}`
  const label = paint(severity, severity, colors)
  return [
    `  ${colors.dim(place)}  ${label}  ${visible(message)}  ${colors.dim(rule)}`,
    ...excerpt(finding, lines, colors),
    ...(finding.note === undefined ? [] : [`    ${visible(finding.note)}`]),
    ...(finding.expected ?? []).flatMap((text) => instead(text, colors)),
    '',
  ].join('\n')
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
