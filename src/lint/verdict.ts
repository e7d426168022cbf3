import type { Config, FailOn } from './config.ts'
import { type Severity, severities } from './rule.ts'
import type { FileReport, Run } from './run.ts'

/** What the files come to: the counts of what is new, and whether they fail. */
export function judge(files: readonly FileReport[], config: Config, notices: readonly string[]): Run {
  const fresh = files.flatMap(({ findings }) => findings.filter((finding) => finding.new))
  const count = (severity: Severity): number =>
    fresh.filter((finding) => finding.severity === severity).length
  const counts = { error: count('error'), warning: count('warning'), info: count('info') }
  const fails = severities.some((severity) => counts[severity] > 0 && reaches(severity, config.failOn))
  return { verdict: fails ? 'fail' : 'pass', files, counts, config, notices }
}

/** Is a finding of this severity reason enough to fail? */
export function reaches(severity: Severity, failOn: FailOn): boolean {
  return failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn)
}
