import { severities } from '../lint/rule.ts'
import type { Run } from '../lint/run.ts'

/** "1 file", "2 files". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** "2 errors, 1 warning"; "no findings" where there are none. */
export function countsOf(counts: Run['counts']): string {
  const said = severities.filter((severity) => counts[severity] > 0)
  return said.map((severity) => plural(counts[severity], severity)).join(', ') || 'no findings'
}
