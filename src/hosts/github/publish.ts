import { appendFileSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { inspect } from 'node:util'
import { isDebug, setFailed, setOutput } from '@actions/core'
import { Mistakes, sentencesOf } from '../../lint/mistake.ts'
import type { Run } from '../../lint/run.ts'
import { checkRun } from '../../reporters/checkRun.ts'
import { countsOf, plural } from '../../reporters/count.ts'
import { logLine } from '../../reporters/escape.ts'
import { json } from '../../reporters/json.ts'
import type { Placed } from '../../reporters/rank.ts'
import { sarif } from '../../reporters/sarif.ts'
import { failureSummary, summary } from '../../reporters/summary.ts'
import { type Command, commandLine, workflow } from '../../reporters/workflow.ts'
import { rules } from '../../rules/index.ts'
import type { Repository } from './changes.ts'
import { type Posted, postCheckRun } from './checkRun.ts'
import type { Client } from './client.ts'
import type { Inputs } from './inputs.ts'
import { postReview, type Reviewed } from './review.ts'

/** Where a run is published on GitHub. */
export interface Session {
  readonly client: Client
  readonly repository: Repository
  /** The commit that was reviewed. */
  readonly head: string
  /** Address of the page of this run of the workflow. */
  readonly page: string
  /** The pull request that was read, if one was. */
  readonly reviewed?: Reviewed
}

/** Gives a run to the workflow: annotations, log, summary, report and outputs. */
export async function publish(run: Run, inputs: Inputs, session: Session): Promise<void> {
  const { commands, rest, refusals, notices } = await annotate(run, inputs, session)
  for (const command of commands) process.stdout.write(`${commandLine(command)}\n`)
  for (const sentence of [...refusals, ...(await converse(run, inputs, session)), ...notices]) say(sentence)
  for (const { path, finding } of rest) {
    say(`${path}:${finding.line}:${finding.column} ${finding.severity} ${finding.message} (${finding.rule})`)
  }
  for (const notice of run.notices) say(notice)
  say(`${run.verdict}: ${countsOf(run.counts)} in ${plural(run.files.length, 'postmortem')}`)
  if (inputs.summary) summarize(summary({ ...run, notices: [...notices, ...run.notices] }, rules))
  const outputs = {
    verdict: run.verdict,
    errors: run.counts.error,
    warnings: run.counts.warning,
    infos: run.counts.info,
    files: run.files.length,
    ...(await writeReports(run)),
  }
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value)
}

interface Annotated {
  readonly commands: readonly Command[]
  /** Findings that stand in the log instead. */
  readonly rest: readonly Placed[]
  /** Sentences for the log, and those for the summary too. */
  readonly refusals: readonly string[]
  readonly notices: readonly string[]
}

/** By a check run if the token may, else by commands; never by both. */
async function annotate(run: Run, inputs: Inputs, session: Session): Promise<Annotated> {
  const { annotations } = inputs
  const posted =
    run.files.length > 0 && (annotations === 'auto' || annotations === 'check-run')
      ? await check(run, session)
      : undefined
  if (posted && (posted.annotated > 0 || !posted.refusal)) {
    const { annotated, rest, refusal } = posted
    const broken = `The check run has ${annotated} annotations, the others stand in the log: ${refusal}`
    return { commands: [], rest, refusals: [], notices: refusal ? [broken] : [] }
  }
  const isCommanded = annotations === 'auto' || annotations === 'workflow'
  const { commands, rest } = workflow(run, isCommanded ? undefined : 0)
  const refused = `No check run could be posted: ${posted?.refusal}`
  const isMissed = posted !== undefined && (commands.length > 0 || rest.length > 0)
  const left = commands.length > 0 && rest.length > 0 ? [overflow(rest.length, inputs.summary)] : []
  return { commands, rest, refusals: isMissed ? [refused] : [], notices: left }
}

/** Sentences about what of a review could not be done. */
async function converse(run: Run, inputs: Inputs, session: Session): Promise<readonly string[]> {
  const { client, repository, reviewed } = session
  if (!reviewed || inputs.review === 'off') return []
  return postReview(client, repository, reviewed, run, inputs.review)
}

async function check(
  run: Run,
  { client, repository, head, page }: Session,
): Promise<Posted & Pick<Annotated, 'rest'>> {
  const plan = checkRun(run, page)
  const posted = await postCheckRun(client, repository, head, plan)
  return { ...posted, rest: [...plan.annotated.slice(posted.annotated), ...plan.rest] }
}

/** Says why there was no run, a sentence for each reason; where the fault lies is for those who debug. */
export function publishFailure(error: unknown): void {
  const sentences = sentencesOf(error)
  for (const sentence of sentences) setFailed(logLine(sentence))
  if (isDebug() && error instanceof Error && !(error instanceof Mistakes)) {
    for (const line of inspect(error).split('\n')) say(line)
  }
  summarize(failureSummary(sentences))
}

function overflow(count: number, summarized: boolean): string {
  const where = summarized ? 'the log and the summary' : 'the log'
  return `The most important findings are annotated, at most 10 a level, and ${count} more stand in ${where}`
}

/** Prints a line, in which nothing is a command to the runner. */
function say(line: string): void {
  process.stdout.write(`${logLine(line)}\n`)
}

/** Where there is no summary to write to, none is written: all that it tells is in the log. */
function summarize(markdown: string): void {
  const file = process.env.GITHUB_STEP_SUMMARY
  if (!file) return
  try {
    appendFileSync(file, markdown)
  } catch (error) {
    say(`The job summary could not be written: ${error}`)
  }
}

/** Writes the reports to a folder of their own, so that two steps of a job keep theirs, and gives the path of each. */
async function writeReports(run: Run): Promise<Readonly<Record<'report' | 'sarif', string>>> {
  const folder = await mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), 'postmortem-lint-'))
  const paths = { report: join(folder, 'report.json'), sarif: join(folder, 'report.sarif') }
  await writeFile(paths.report, json(run))
  await writeFile(paths.sarif, sarif(run, rules))
  return paths
}
