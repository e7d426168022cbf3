import { fileURLToPath } from 'node:url'
import { RunOptions, RunTarget } from 'github-action-ts-run-api'
import { startGitHub } from './rig/github.ts'
import { base, head, lineOf, sound } from './rig/scenario.ts'

const root = new URL('../', import.meta.url)
const bundle = process.env.RIG_ACTION ?? fileURLToPath(new URL('dist/action.js', root))

test('another emulation of the runner, which knows no summaries, reads the same', async () => {
  const path = 'postmortems/uploads.md'
  const text = sound.replace('- 10:25', '- 08:25')
  const github = await startGitHub({
    commits: { [head]: { [path]: text } },
    head,
    changes: [{ filename: path }],
  })
  const target = RunTarget.jsFile(bundle, fileURLToPath(new URL('action.yml', root)))
  const options = RunOptions.create({ outputOptions: { printStdout: false, printStderr: false } })
    .setInputs({ token: 'ghs_rig' })
    .setGithubContext({
      apiUrl: github.url,
      eventName: 'pull_request',
      repository: 'octo/incidents',
      serverUrl: 'https://github.com',
      payload: { number: 7, pull_request: { number: 7, head: { sha: head }, base: { sha: base } } },
    })
  const result = await target.run(options)
  try {
    expect(github.faults).toEqual([])
    expect(result.exitCode).toBe(1)
    expect(result.runnerWarnings).toEqual([])
    expect(result.commands.outputs).toMatchObject({ verdict: 'fail', errors: '1', files: '1' })
    expect(result.commands.errors).toEqual([expect.stringMatching(/^`08:25` comes after `10:10`/)])
    expect(result.stdout).toContain(`line=${lineOf(text, '- 08:25')},`)
  } finally {
    result.cleanUpFakedDirs()
    await github.close()
  }
})
