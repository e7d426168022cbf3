import { visible } from '../lint/frame.ts'
import type { Run } from '../lint/run.ts'
import { isHeld } from '../lint/verdict.ts'
import { outcomeOf } from './count.ts'
import { clip } from './escape.ts'
import { type Placed, rank } from './rank.ts'

/** A check run as GitHub's Checks API takes it (https://docs.github.com/rest/checks/runs), but for how it is sent. */
export interface CheckRun {
  readonly conclusion: 'success' | 'failure'
  readonly title: string
  readonly summary: string
  /** The most important first. */
  readonly annotations: readonly CheckAnnotation[]
  /** The findings that they tell, and the others. */
  readonly annotated: readonly Placed[]
  readonly rest: readonly Placed[]
}

export interface CheckAnnotation {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly start_column?: number
  readonly end_column?: number
  readonly annotation_level: 'failure' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
}

/** More than anybody reads in a diff. */
const mostAnnotations = 500
/** UTF-16 code units, of which each takes at most three bytes: GitHub takes 64 KB. */
const longestMessage = 21_000

const levels = { error: 'failure', warning: 'warning', info: 'notice' } as const

/** The findings held against a run as annotations, and what it comes to. `page` is the address of all that it has to tell. */
export function checkRun(run: Run, page: string): CheckRun {
  const ranked = rank(run).flat()
  const held = ranked.filter(({ finding }) => isHeld(finding, run.config)).slice(0, mostAnnotations)
  const shown = new Set(held)
  return {
    conclusion: run.verdict === 'pass' ? 'success' : 'failure',
    title: outcomeOf(run),
    summary: `[Every finding, and what was read](${page})`,
    annotations: held.map(annotationOf),
    annotated: held,
    rest: ranked.filter((placed) => !shown.has(placed)),
  }
}

/** Columns are told only for a place in one line: GitHub refuses them for others. */
function annotationOf({ path, finding }: Placed): CheckAnnotation {
  const { severity, rule, line, endLine, column, endColumn, message, note } = finding
  const text = [message, ...(note === undefined ? [] : [note])].map(visible).join('\n')
  return {
    path,
    start_line: line,
    end_line: endLine,
    ...(line === endLine && { start_column: column, end_column: endColumn }),
    annotation_level: levels[severity],
    title: rule,
    message: clip(text, longestMessage),
  }
}
