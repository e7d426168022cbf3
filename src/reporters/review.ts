import { linesOf } from '../lint/frame.ts'
import type { FileReport, Run } from '../lint/run.ts'
import { isHeld } from '../lint/verdict.ts'
import { plural } from './count.ts'
import { clip, markdownMessage } from './escape.ts'
import { hunksOf } from './patch.ts'
import { type Placed, rank } from './rank.ts'

/** What stands under a pull request already: a comment of our own that names a finding. */
export interface StandingComment {
  readonly id: number
  readonly path: string
  readonly fingerprint: string
  /** Somebody replied to it. */
  readonly answered: boolean
}

/** A comment as GitHub's reviews take it (https://docs.github.com/rest/pulls/reviews). */
export interface ReviewComment {
  readonly path: string
  readonly line: number
  readonly side: 'RIGHT'
  readonly start_line?: number
  readonly start_side?: 'RIGHT'
  readonly body: string
}

/** What is to be done with the review of a pull request. */
export interface ReviewPlan {
  /** None where there are no comments. */
  readonly body: string
  readonly comments: readonly ReviewComment[]
  /** Ids of comments of which the finding is gone, and to which nobody replied. */
  readonly outdated: readonly number[]
}

export interface Conversation {
  /** `all`: findings without a suggestion too, infos aside. */
  readonly mode: 'suggestions' | 'all'
  /** What the pull request changes, as `git diff` writes it, by path. */
  readonly patches: ReadonlyMap<string, string>
  readonly standing: readonly StandingComment[]
  /** Paths of documents that could not be read: what is said of them stays. */
  readonly unread: ReadonlySet<string>
}

/** Comments that stand at most: more are a wall, and GitHub was seen to time out. */
const mostComments = 20
/** GitHub takes 65,536 characters. */
const longestBody = 60_000

/** The review of a run: only on lines of the diff, of which one that is not would refuse all of it, and nothing twice. */
export function review(run: Run, { mode, patches, standing, unread }: Conversation): ReviewPlan {
  const files = new Map(run.files.map((file) => [file.path, file]))
  const isSaid = ({ path, finding }: Placed): boolean =>
    standing.some((comment) => comment.path === path && comment.fingerprint === finding.fingerprint)
  const isGone = ({ path, fingerprint }: StandingComment): boolean => {
    const file = files.get(path)
    if (unread.has(path) || file?.postmortem === null) return false
    return !file?.findings.some((finding) => finding.fingerprint === fingerprint)
  }
  const gone = standing.filter(isGone)
  const room = Math.max(0, mostComments - (standing.length - gone.length))
  const comments = rank(run)
    .flat()
    .filter(({ finding }) => isHeld(finding, run.config))
    .filter((placed) => !isSaid(placed))
    .flatMap((placed) => commentOn(placed, mode, files.get(placed.path), patches.get(placed.path)) ?? [])
    .slice(0, room)
  return {
    body: comments.length > 0 ? `${plural(comments.length, 'finding')} of the postmortem review` : '',
    comments,
    outdated: gone.filter(({ answered }) => !answered).map(({ id }) => id),
  }
}

/** Reads the hidden mark of a comment: the fingerprint of the finding that it tells. Whoever wrote the comment wrote the mark. */
export function fingerprintOf(body: string): string | undefined {
  return /^<!-- postmortem-lint ([0-9a-f]{16}) -->/.exec(body)?.[1]
}

function commentOn(
  { path, finding }: Placed,
  mode: Conversation['mode'],
  file: FileReport | undefined,
  patch: string | undefined,
): ReviewComment | undefined {
  if (file === undefined || patch === undefined) return
  const shown = diffLines(patch)
  const { line, endLine, column, endColumn, expected = [] } = finding
  const [from, to] = [shown.get(line), shown.get(endLine)]
  const isWhole = from !== undefined && from.hunk === to?.hunk
  // Where dots stand for a secret, the text is not that of the diff.
  const lines = linesOf(file.text).slice(line - 1, endLine)
  const isPlain = lines.every((text, index) => shown.get(line + index)?.text === text)
  const [text, ...others] = expected
  const [first = '', last = ''] = [lines[0], lines.at(-1)]
  const suggestion =
    text !== undefined && isWhole && isPlain
      ? `${first.slice(0, column - 1)}${text}${last.slice(endColumn - 1)}`
      : undefined
  const isTold = suggestion !== undefined || (mode === 'all' && finding.severity !== 'info')
  if (!isTold || from === undefined) return
  const body = bodyOf(finding, suggestion, others)
  if (body.length > longestBody) return
  return isWhole && endLine > line
    ? { path, start_line: line, start_side: 'RIGHT', line: endLine, side: 'RIGHT', body }
    : { path, line, side: 'RIGHT', body }
}

/** The lines of the new version that the diff shows, with their hunks: a comment stands in one. */
function diffLines(patch: string): ReadonlyMap<number, { readonly hunk: number; readonly text: string }> {
  return new Map(
    hunksOf(patch).flatMap(({ above, lines }, hunk) =>
      lines
        .filter(({ mark }) => mark !== '-')
        .map(({ text }, index) => [above + index + 1, { hunk, text: text.replace(/\r?\n$/, '') }]),
    ),
  )
}

function bodyOf(
  { rule, severity, message, note, url, fingerprint }: Placed['finding'],
  suggestion: string | undefined,
  others: readonly string[],
): string {
  const told = others.map((text) => `- ${markdownMessage(`\`${clip(text, 500)}\``)}`)
  return [
    `<!-- postmortem-lint ${fingerprint} -->`,
    `**${severity}** ${markdownMessage(clip(message, 500))} ([${rule}](${url}))`,
    ...(note === undefined ? [] : [markdownMessage(clip(note, 1000))]),
    ...(suggestion === undefined ? [] : [fenced(suggestion)]),
    ...(suggestion === undefined || told.length === 0 ? [] : [`Or:\n\n${told.join('\n')}`]),
  ].join('\n\n')
}

/** A suggestion, which a click puts in place of the lines; in a fence that no run of backticks in it ends. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}suggestion\n${text}\n${fence}`
}
