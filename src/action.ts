import process from 'node:process'
import { githubHost } from './hosts/github.ts'
import { run } from './run.ts'

process.exitCode = await run(githubHost())
