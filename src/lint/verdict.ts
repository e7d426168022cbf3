import type { Config, FailOn } from './config.ts'
import type { Finding } from './finding.ts'
import { type Severity, severities } from './rule.ts'
import type { FileReport, Run } from './run.ts'

/** What the files come to: the counts of what is held against them, and whether they fail. */
export function judge(files: readonly FileReport[], config: Config, notices: readonly string[]): Run {
  const held = files.flatMap(({ findings }) => findings.filter((finding) => isHeld(finding, config)))
  const count = (severity: Severity): number => held.filter((finding) => finding.severity === severity).length
  const counts = { error: count('error'), warning: count('warning'), info: count('info') }
  const fails = severities.some((severity) => counts[severity] > 0 && reaches(severity, config.failOn))
  const verdict = fails ? 'fail' : 'pass'
  return { verdict, files, counts, config, notices: [...notices, ...exceptions(files)] }
}

/** What comments in documents switched off, told in numbers. */
function exceptions(files: readonly FileReport[]): readonly string[] {
  const told = files.flatMap(({ path, disabled = 0 }) => (disabled > 0 ? [`${disabled} in ${path}`] : []))
  const more = told.length > 3 ? [`and more in ${told.length - 3} other files`] : []
  return told.length > 0
    ? [`Findings switched off by comments: ${[...told.slice(0, 3), ...more].join(', ')}`]
    : []
}

/** Is a finding held against the run? With the scope `new`, what stood before is not. */
export function isHeld(finding: Pick<Finding, 'new'>, { scope }: Pick<Config, 'scope'>): boolean {
  return finding.new || scope !== 'new'
}

/** Is a finding of this severity reason enough to fail? */
export function reaches(severity: Severity, failOn: FailOn): boolean {
  return failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn)
}
