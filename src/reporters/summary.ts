import type { Finding } from '../lint/finding.ts'
import { directive } from '../lint/obey.ts'
import type { Rule } from '../lint/rule.ts'
import type { FileReport, Run } from '../lint/run.ts'
import { unreadable } from '../lint/unreadable.ts'
import { isHeld } from '../lint/verdict.ts'
import { card } from './card.ts'
import { outcomeOf, plural } from './count.ts'
import { clip, lineLink, markdownMessage, markdownText } from './escape.ts'
import { findingsIn, type Piece, pack } from './pieces.ts'

/** What the summary tells of a rule. */
type Described = Pick<Rule, 'id' | 'summary' | 'why'>

/** GitHub takes 1 MiB of a step's summary; what is left over has room for the sentence about the cut. */
const mostBytes = 2 ** 20 - 1000
/** Pictures that a page may have before it becomes slow. */
const mostPictures = 10

/** A run as the Markdown of a job summary: verdict, findings by file, what stood before, what the documents tell, and why. */
export function summary(run: Run, rules: readonly Described[]): string {
  const isOld = (finding: Finding): boolean => !isHeld(finding, run.config)
  const old = run.files.flatMap(({ findings }) => findings.filter(isOld))
  const cards = cardPieces(run)
  return assemble([
    { text: `## Postmortem review: ${headline(run)}\n\n` },
    ...run.notices.map((notice) => ({ text: `- ${markdownMessage(notice)}\n` })),
    ...run.files.flatMap((file) => findingPieces(file, '###', (finding) => !isOld(finding))),
    {
      open: `\n<details><summary>${plural(old.length, 'finding')} stood before and did not count</summary>\n`,
      parts: run.files.flatMap((file) => findingPieces(file, '####', isOld)),
      close: '\n</details>\n',
    },
    { open: '\n### What the documents tell\n', parts: cards, close: '' },
    { open: '\n### Why it matters\n\n', parts: whyPieces(run, [unreadable, directive, ...rules]), close: '' },
  ])
}

/** What there is to say where there was no run. */
export function failureSummary(sentences: readonly string[]): string {
  return assemble([
    { text: '## Postmortem review: it did not run\n\n' },
    ...sentences.map((sentence) => ({ text: `- ${markdownMessage(sentence)}\n` })),
  ])
}

function headline(run: Run): string {
  return run.files.length === 0 ? 'nothing to review' : `${run.verdict}, ${outcomeOf(run)}`
}

function findingPieces(
  { path, link, findings }: FileReport,
  level: string,
  isTold: (finding: Finding) => boolean,
): readonly Piece[] {
  const name = markdownText(clip(path, 300))
  return [
    {
      open: `\n${level} ${link === undefined ? name : `[${name}](<${link}>)`}\n\n| Line | Severity | Finding | Rule |\n| --: | --- | --- | --- |\n`,
      parts: findings.filter(isTold).map((finding) => ({ text: findingRow(finding, link), finding: true })),
      close: '',
    },
  ]
}

function findingRow({ line, severity, message, note, rule, url }: Finding, link: string | undefined): string {
  const said = [clip(message, 500), ...(note === undefined ? [] : [clip(note, 1000)])]
    .map(markdownMessage)
    .join('<br>')
  return `| ${lineLink(line, link)} | ${severity} | ${said} | [${rule}](<${url}>) |\n`
}

/** One alone is open. */
function cardPieces({ files }: Run): readonly Piece[] {
  const told = files.flatMap((file) =>
    file.postmortem?.kind.value === 'postmortem' ? [{ file, doc: file.postmortem }] : [],
  )
  return told.map(({ file, doc }, i) => card(file, doc, { open: told.length === 1, drawn: i < mostPictures }))
}

function whyPieces({ files, config }: Run, rules: readonly Described[]): readonly Piece[] {
  const held = files.flatMap(({ findings }) => findings.filter((finding) => isHeld(finding, config)))
  const spoke = new Set(held.map(({ rule }) => rule))
  return rules
    .filter(({ id }) => spoke.has(id))
    .map(({ id, summary, why }) => ({
      text: `<details><summary><code>${id}</code> ${markdownMessage(summary)}</summary>\n\n${why}\n\n</details>\n`,
    }))
}

/** The pieces that have room, and a sentence about what has none. */
function assemble(pieces: readonly Piece[]): string {
  const { text, left } = pack(pieces, mostBytes)
  if (left.length === 0) return text
  const lost = findingsIn(left)
  const what = lost > 0 ? `${plural(lost, 'finding')} more` : 'what is left'
  return `${text}\n\n**Cut here, at the 1 MiB that a summary may have**: ${what} in the log and the report.\n`
}
