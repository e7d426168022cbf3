import { stat } from 'node:fs/promises'
import { normalize } from 'node:path'
import process from 'node:process'
import { inspect } from 'node:util'
import { escapePath, isDynamicPattern } from 'tinyglobby'
import { type Config, markdown, type Wishes } from '../lint/config.ts'
import { visible } from '../lint/frame.ts'
import { Mistakes, quote, sentencesOf } from '../lint/mistake.ts'
import type { Host, Run, Source } from '../lint/run.ts'
import { version } from '../lint/version.ts'
import { json } from '../reporters/json.ts'
import { pretty } from '../reporters/pretty.ts'
import { sarif } from '../reporters/sarif.ts'
import { github } from '../reporters/workflow.ts'
import { rules } from '../rules/index.ts'
import { type Arguments, type Format, help } from './arguments.ts'
import { configure } from './configure.ts'
import { asTyped, type Desk, deskIn, globFromBase, pathFromBase, readFromBase, slashed } from './desk.ts'
import { findFiles, readDocument, readStream } from './files.ts'
import { changedSince } from './git.ts'

/** How a document that came by the standard input is called. */
const stdin = 'stdin'

/** The desk: documents are files, the report goes to the standard output, everything else to the standard error. */
export function nodeHost(args: Arguments): Host {
  ignoreClosedPipes()
  let desk: Desk = { cwd: process.cwd(), base: process.cwd() }
  return {
    async configure() {
      if (!args.config) desk = await deskIn(desk.cwd)
      return configureDesk(args, desk)
    },
    async read(config) {
      const versionBefore = args.since && (await changedSince(args.since, desk.cwd))
      const paths = args.paths.length > 0 ? await namedPaths(config, desk) : await likelyPaths(config, desk)
      const sources: Source[] = []
      for (const path of paths) {
        const base = await versionBefore?.(path)
        if (versionBefore && base === undefined) continue
        const text = await (path === stdin ? readStream(process.stdin) : readDocument(path))
        sources.push({ path, text, ...(base !== undefined && { base }) })
      }
      const nothing =
        args.since && paths.length > 0
          ? `none of the files changed since ${quote(args.since.value)}`
          : 'no file below this folder looks like a postmortem'
      return { sources, notices: sources.length > 0 ? [] : [`Nothing to lint: ${nothing}.`] }
    },
    async publish(run) {
      process.stdout.write(print(run, args))
    },
    fail(error) {
      for (const sentence of sentencesOf(error))
        process.stderr.write(`postmortem-lint: ${visible(sentence)}\n`)
      if (process.env.ACTIONS_STEP_DEBUG === 'true') process.stderr.write(`${inspect(error)}\n`)
    },
    ...(args.format === 'pretty' ? { keep: (report) => ({ ...report, postmortem: null }) } : {}),
    ...(process.stderr.isTTY ? { progress } : {}),
  }
}

/** Tells what was asked for instead of a run; gives the exit code. */
export function inform(show: NonNullable<Arguments['show']>): 0 {
  ignoreClosedPipes()
  process.stdout.write(show === 'help' ? help : `${version}\n`)
  return 0
}

function print(run: Run, { format }: Arguments): string {
  const printers: Readonly<Record<Format, () => string>> = {
    pretty: () => pretty(run, { color: hasColor() }),
    json: () => json(run),
    sarif: () => sarif(run, rules),
    github: () => github(run),
  }
  return printers[format]()
}

/** https://no-color.org and https://force-color.org: the first wins. */
function hasColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0'
  // Node leaves `isTTY` out where there is no terminal, whatever its type says
  return Boolean(process.stdout.isTTY) && TERM !== 'dumb'
}

/** A reader such as `head` may leave before all is said. */
function ignoreClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
}

/** What was typed is relative to the folder it was typed in; what a file says, to the base. */
async function configureDesk({ wishes, ...args }: Arguments, desk: Desk): Promise<Config> {
  const { template, exclude = [] } = wishes
  const typed: Wishes = {
    ...wishes,
    exclude: exclude.map((glob) => globFromBase(desk, glob)),
    ...(template && { template: { ...template, value: pathFromBase(desk, template.value) } }),
  }
  const { styleOf, ...config } = await configure({ ...args, wishes: typed }, (path) =>
    readFromBase(desk, path),
  )
  return { ...config, ...(styleOf && { styleOf: (path) => styleOf(pathFromBase(desk, path)) }) }
}

async function likelyPaths({ files, exclude }: Config, desk: Desk): Promise<readonly string[]> {
  const found = await findFiles(desk.base, files, exclude)
  return found.map((path) => asTyped(desk, path)).filter((path) => !path.startsWith('../'))
}

/** The files that were named, each once. Throws `Mistakes` for names of nothing. */
async function namedPaths({ files, exclude }: Config, desk: Desk): Promise<readonly string[]> {
  const found = await Promise.all(files.map((path) => expand(path, exclude, desk)))
  const mistakes = found.filter((paths) => typeof paths === 'string')
  if (mistakes.length > 0) throw new Mistakes(mistakes)
  return [...new Set(found.filter((paths) => typeof paths !== 'string').flat())]
}

/** The files that a name stands for, or why it stands for none. A file that is named is read, whatever its name. */
async function expand(
  path: string,
  exclude: readonly string[],
  desk: Desk,
): Promise<readonly string[] | string> {
  if (path === '-') return [stdin]
  const entry = await stat(path).catch(() => undefined)
  if (entry && !entry.isDirectory()) return [slashed(normalize(path))]
  if (!entry && !isDynamicPattern(path)) return `There is no file or folder ${quote(path)}.`
  const pattern = entry ? `${escapePath(slashed(normalize(path))).replace(/\/$/, '')}/**/*.${markdown}` : path
  const found = await findFiles(desk.base, [globFromBase(desk, pattern)], exclude)
  if (found.length > 0) return found.map((file) => asTyped(desk, file))
  return entry ? `There is no Markdown file below ${quote(path)}.` : `No file matches ${quote(path)}.`
}

/** Said seldom enough to cost nothing, and wiped out in the end. */
function progress(done: number, of: number): void {
  if (of < 200) return
  if (done === of) process.stderr.write('\r\u001b[K')
  else if (done % 50 === 0) process.stderr.write(`\r${done} of ${of}`)
}
