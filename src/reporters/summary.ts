import type { Finding } from '../lint/finding.ts'
import type { Rule } from '../lint/rule.ts'
import type { FileReport, Run } from '../lint/run.ts'
import { unreadable } from '../lint/unreadable.ts'
import type { Postmortem, Section } from '../postmortem/postmortem.ts'
import { countsOf, plural } from './count.ts'
import { clip, markdownMessage, markdownText } from './escape.ts'

/** A part of the summary that is never cut inside; `finding` if it tells one. */
interface Piece {
  readonly text: string
  readonly finding?: boolean
}

/** What the summary tells of a rule. */
type Described = Pick<Rule, 'id' | 'summary' | 'why'>

/** GitHub takes 1 MiB of a step's summary; what is left over has room for the sentence about the cut. */
const mostBytes = 2 ** 20 - 1000
const mostSections = 50

/** A run as the Markdown of a job summary: verdict, notices, findings by file, and why the rules that spoke matter. */
export function summary(run: Run, rules: readonly Described[]): string {
  return assemble([
    { text: `## Postmortem review: ${verdictOf(run)}\n\n` },
    ...run.notices.map((notice) => ({ text: `- ${markdownMessage(notice)}\n` })),
    ...run.files.filter(({ findings }) => findings.length > 0).flatMap(filePieces),
    ...run.files.filter(({ findings }) => findings.length === 0).flatMap(filePieces),
    ...whyPieces(run, [unreadable, ...rules]),
  ])
}

/** What there is to say where there was no run. */
export function failureSummary(sentences: readonly string[]): string {
  return assemble([
    { text: '## Postmortem review: it did not run\n\n' },
    ...sentences.map((sentence) => ({ text: `- ${markdownMessage(sentence)}\n` })),
  ])
}

function verdictOf({ verdict, files, counts }: Run): string {
  if (files.length === 0) return 'nothing to review'
  const told = files.filter(({ findings }) => findings.length > 0)
  const where =
    told.length > 0 ? `${told.length} of ${plural(files.length, 'file')}` : plural(files.length, 'file')
  return `${verdict}, ${countsOf(counts)} in ${where}`
}

function filePieces(file: FileReport): readonly Piece[] {
  const { path, link, findings, postmortem } = file
  const name = markdownText(clip(path, 300))
  return [
    { text: `\n### ${link === undefined ? name : `[${name}](<${link}>)`}\n\n` },
    ...(findings.length > 0
      ? [{ text: '| Line | Severity | Finding | Rule |\n| --: | --- | --- | --- |\n' }]
      : []),
    ...findings.map((finding) => ({ text: findingRow(finding, link), finding: true })),
    ...(postmortem ? cardPieces(postmortem, link) : []),
  ]
}

function findingRow({ line, severity, message, note, rule, url }: Finding, link: string | undefined): string {
  const said = [clip(message, 500), ...(note === undefined ? [] : [clip(note, 1000)])]
    .map(markdownMessage)
    .join('<br>')
  return `| ${lineLink(line, link)} | ${severity} | ${said} | [${rule}](<${url}>) |\n`
}

function lineLink(line: number, link: string | undefined): string {
  return link === undefined ? String(line) : `[${line}](<${link}#L${line}>)`
}

/** What was found in a document: its sections, and its words by part. */
function cardPieces({ sections, words }: Postmortem, link: string | undefined): readonly Piece[] {
  const known = sections.filter(({ kinds }) => kinds.length > 0)
  const { total, ...parts } = words
  const split = Object.entries(parts).map(([part, count]) => `${count} in ${part}`)
  return [
    {
      text: `\n<details><summary>${plural(known.length, 'section')}, ${plural(total, 'word')}</summary>\n\n`,
    },
    ...(known.length > 0 ? [{ text: '| Section | Title | Line |\n| --- | --- | --: |\n' }] : []),
    ...known.slice(0, mostSections).map((section) => ({ text: sectionRow(section, link) })),
    ...(known.length > mostSections ? [{ text: `\nand ${known.length - mostSections} more\n` }] : []),
    { text: `\nWords: ${split.join(', ')}\n\n</details>\n` },
  ]
}

function sectionRow({ kinds, title }: Section, link: string | undefined): string {
  return `| ${kinds.join(', ')} | ${markdownText(clip(title.value, 200))} | ${lineLink(title.at.start.line, link)} |\n`
}

function whyPieces({ files }: Run, rules: readonly Described[]): readonly Piece[] {
  const spoke = new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)))
  const told = rules.filter(({ id }) => spoke.has(id))
  return [
    ...(told.length > 0 ? [{ text: '\n### Why it matters\n\n' }] : []),
    ...told.map(({ id, summary, why }) => ({
      text: `<details><summary><code>${id}</code> ${markdownMessage(summary)}</summary>\n\n${why}\n\n</details>\n`,
    })),
  ]
}

/** The pieces that have room, and a sentence about findings that have none. */
function assemble(pieces: readonly Piece[]): string {
  const encoder = new TextEncoder()
  let bytes = 0
  const first = pieces.findIndex(({ text }) => {
    bytes += encoder.encode(text).byteLength
    return bytes > mostBytes
  })
  if (first < 0) return pieces.map(({ text }) => text).join('')
  const lost = pieces.slice(first).filter(({ finding }) => finding).length
  const kept = pieces.slice(0, first).map(({ text }) => text)
  return `${kept.join('')}\n\n**Cut here, at the 1 MiB that a summary may have**: ${plural(lost, 'finding')} more in the log and the report.\n`
}
