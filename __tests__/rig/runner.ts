/** Runs the built Action as the runner would: a process of its own under Node 24, with nothing but the runner's environment. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { type Annotation, annotations, type Command, readCommands } from './commands.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const node24 = join(root, 'node_modules/node/bin/node')
/** Another bundle can be put in its place: `faults.ts` does. */
const bundle = process.env.RIG_ACTION ?? join(root, 'dist/action.js')
const action: { inputs: Record<string, { default?: unknown }>; outputs: Record<string, unknown> } = parse(
  await readFile(join(root, 'action.yml'), 'utf8'),
)

export interface Job {
  readonly eventName: string
  readonly event: unknown
  readonly apiUrl: string
  readonly sha: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly workspace?: string
  /** Laid over the runner's environment; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>
}

export interface Outcome {
  readonly code: number
  /** All that was printed, on either stream. */
  readonly log: string
  readonly commands: readonly Command[]
  readonly annotations: readonly Annotation[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** The JSON report, if one was written. */
  readonly report: unknown
  /** The SARIF report, if one was written. */
  readonly sarif: unknown
  /** What the step wrote to the files of the environment and the path: nothing, ever. */
  readonly leaks: string
}

/** Runs one job to its end. */
export async function runAction(job: Job): Promise<Outcome> {
  const temp = await realpath(await mkdtemp(join(tmpdir(), 'rig-')))
  try {
    const [output, summary, state, env, path, event] = await Promise.all(
      ['output', 'summary', 'state', 'env', 'path', 'event.json'].map(async (name) => {
        await writeFile(join(temp, name), name === 'event.json' ? JSON.stringify(job.event) : '')
        return join(temp, name)
      }),
    )
    const environment = {
      ...inputs(job.inputs ?? {}),
      CI: 'true',
      GITHUB_ACTION: '__self',
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: job.apiUrl,
      GITHUB_ENV: env,
      GITHUB_EVENT_NAME: job.eventName,
      GITHUB_EVENT_PATH: event,
      GITHUB_GRAPHQL_URL: `${job.apiUrl}/graphql`,
      GITHUB_OUTPUT: output,
      GITHUB_PATH: path,
      GITHUB_REF: job.eventName.startsWith('pull_request') ? 'refs/pull/7/merge' : 'refs/heads/main',
      GITHUB_REPOSITORY: 'octo/incidents',
      GITHUB_REPOSITORY_OWNER: 'octo',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_RUN_ID: '1',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_SHA: job.sha,
      GITHUB_STATE: state,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_WORKSPACE: job.workspace ?? temp,
      HOME: temp,
      PATH: process.env.PATH,
      RUNNER_ARCH: 'X64',
      RUNNER_OS: 'Linux',
      RUNNER_TEMP: temp,
      ...job.env,
    }
    const child = spawn(node24, [bundle], {
      cwd: job.workspace ?? temp,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 90_000,
    })
    const [stdout, stderr, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ])
    const commands = [...readCommands(stdout), ...readCommands(stderr)]
    const outputs = keyValues(await read(output))
    return {
      code: typeof code === 'number' ? code : -1,
      log: stdout + stderr,
      commands,
      annotations: annotations(commands),
      outputs,
      summary: await read(summary),
      report: outputs.report ? JSON.parse(await read(outputs.report)) : undefined,
      sarif: outputs.sarif ? JSON.parse(await read(outputs.sarif)) : undefined,
      leaks: (await Promise.all([env, path, state].map(read))).join(''),
    }
  } finally {
    await rm(temp, { recursive: true })
  }
}

/** Inputs as the runner hands them over: those not given stand at their defaults, and only declared ones exist. */
function inputs(given: Readonly<Record<string, string>>): Record<string, string> {
  const unknown = Object.keys(given).filter((name) => !(name in action.inputs))
  if (unknown.length > 0) throw new Error(`action.yml does not declare ${unknown.join(', ')}`)
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => {
      const value = given[name] ?? String(input.default ?? '')
      return [`INPUT_${name.toUpperCase()}`, value.replace(`\${{ github.token }}`, 'ghs_rig')]
    }),
  )
}

async function read(file: string | undefined): Promise<string> {
  return file === undefined ? '' : await readFile(file, 'utf8')
}

/** A file of outputs: `name<<delimiter`, lines, `delimiter`; or `name=value`. Only declared outputs may be set. */
function keyValues(file: string): Record<string, string> {
  const lines = file.split('\n')
  const found: Record<string, string> = {}
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const heredoc = /^([^=<]+)<<(.+)$/.exec(line)
    if (heredoc) {
      const end = lines.indexOf(heredoc[2] ?? '', index + 1)
      if (end < 0) throw new Error(`the value of ${heredoc[1]} has no end`)
      found[heredoc[1] ?? ''] = lines.slice(index + 1, end).join('\n')
      index = end
    } else if (line.includes('=')) found[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1)
  }
  const unknown = Object.keys(found).filter((name) => !(name in action.outputs))
  if (unknown.length > 0) throw new Error(`action.yml does not declare the output ${unknown.join(', ')}`)
  return found
}
