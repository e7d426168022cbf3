#!/usr/bin/env node
import process from 'node:process'
import { readArguments } from './hosts/arguments.ts'
import { inform, nodeHost } from './hosts/node.ts'
import { run } from './run.ts'

const args = readArguments(process.argv.slice(2))
process.exitCode = args.show ? inform(args.show) : await run(nodeHost(args))
