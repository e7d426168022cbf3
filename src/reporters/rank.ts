import type { Finding } from '../lint/finding.ts'
import { severities } from '../lint/rule.ts'
import type { Run } from '../lint/run.ts'

/** A finding and the file that it is about. */
export interface Placed {
  readonly path: string
  readonly finding: Finding
}

/** The findings of a run by severity, the gravest first; in each, new ones before old ones, then by file and line. */
export function rank({ files }: Run): readonly (readonly Placed[])[] {
  const all = files.flatMap(({ path, findings }) => findings.map((finding) => ({ path, finding })))
  return severities.map((severity) =>
    all
      .filter(({ finding }) => finding.severity === severity)
      .toSorted((a, b) => Number(b.finding.new) - Number(a.finding.new)),
  )
}
