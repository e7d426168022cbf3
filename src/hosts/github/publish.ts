import { appendFileSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { inspect } from 'node:util'
import { isDebug, setFailed, setOutput } from '@actions/core'
import { Mistakes, sentencesOf } from '../../lint/mistake.ts'
import type { Run } from '../../lint/run.ts'
import { countsOf, plural } from '../../reporters/count.ts'
import { logLine } from '../../reporters/escape.ts'
import { json } from '../../reporters/json.ts'
import { failureSummary, summary } from '../../reporters/summary.ts'
import { commandLine, workflow } from '../../reporters/workflow.ts'
import { rules } from '../../rules/index.ts'
import type { Inputs } from './inputs.ts'

/** Gives a run to the workflow: annotations, log, summary, report and outputs. */
export async function publish(run: Run, inputs: Inputs): Promise<void> {
  const { commands, rest } = workflow(run, inputs.annotations ? undefined : 0)
  const left = commands.length > 0 && rest.length > 0 ? [overflow(rest.length, inputs.summary)] : []
  for (const command of commands) process.stdout.write(`${commandLine(command)}\n`)
  for (const sentence of left) say(sentence)
  for (const { path, finding } of rest) {
    say(`${path}:${finding.line}:${finding.column} ${finding.severity} ${finding.message} (${finding.rule})`)
  }
  for (const notice of run.notices) say(notice)
  say(`${run.verdict}: ${countsOf(run.counts)} in ${plural(run.files.length, 'postmortem')}`)
  if (inputs.summary) summarize(summary({ ...run, notices: [...left, ...run.notices] }, rules))
  const outputs = {
    verdict: run.verdict,
    errors: run.counts.error,
    warnings: run.counts.warning,
    infos: run.counts.info,
    files: run.files.length,
    report: await writeReport(run),
  }
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value)
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

/** Writes the report to a file of its own, so that two steps of a job keep theirs, and gives its path. */
async function writeReport(run: Run): Promise<string> {
  const folder = await mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), 'postmortem-lint-'))
  const file = join(folder, 'report.json')
  await writeFile(file, json(run))
  return file
}
