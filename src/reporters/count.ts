import { severities } from '../lint/rule.ts'
import type { Run } from '../lint/run.ts'
import { isHeld } from '../lint/verdict.ts'

/** "1 file", "2 files". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** "2 errors, 1 warning"; "no findings" where there are none. */
export function countsOf(counts: Run['counts']): string {
  const said = severities.filter((severity) => counts[severity] > 0)
  return said.map((severity) => plural(counts[severity], severity)).join(', ') || 'no findings'
}

/** "2 errors in 1 of 3 files", "no findings in 1 file; 4 findings stood before": what is held against the run, and what is not. */
export function outcomeOf({ files, counts, config }: Run): string {
  const told = files.filter(({ findings }) => findings.some((finding) => isHeld(finding, config)))
  const all = plural(files.length, 'file')
  const where = told.length > 0 && told.length < files.length ? `${told.length} of ${all}` : all
  const before = files.flatMap(({ findings }) => findings.filter((finding) => !isHeld(finding, config)))
  const rest = before.length > 0 ? `; ${plural(before.length, 'finding')} stood before` : ''
  return `${countsOf(counts)} in ${where}${rest}`
}

/** A span of time in its two largest units: "45 s", "1 h 25 min", "2 d". */
export function spanText(minutes: number): string {
  const seconds = Math.round(minutes * 60)
  const units = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const
  const first = units.findIndex(([count]) => count > 0)
  const said = first < 0 ? [] : units.slice(first, first + 2).filter(([count]) => count > 0)
  return said.map(([count, unit]) => `${count} ${unit}`).join(' ') || '0 min'
}
