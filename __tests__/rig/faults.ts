/**
 * Puts faults into the built Action, one at a time, and runs the rig over each: a fault that no scenario notices is a hole in
 * the tests. `npx tsx __tests__/rig/faults.ts`, or with another bundle as its argument.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

interface Fault {
  readonly name: string
  /** What stands in the bundle once, and what takes its place. */
  readonly from: RegExp
  readonly to: string
}

const faults: readonly Fault[] = [
  { name: 'a line too far', from: /(file: path\.replace\(.*\),\s+)line,/, to: '$1line: line + 1,' },
  { name: "the merge commit's text", from: /path, ref: head \}/, to: 'path, ref: process.env.GITHUB_SHA }' },
  { name: 'the eleventh error lost', from: /rest: placed\.slice\(count\d*\)/, to: 'rest: []' },
  {
    name: 'a line break not escaped',
    from: /(return text\d*\.replace\(\/%\/g, "%25"\)\.replace\(\/\\r\/g, "%0D"\))\.replace\(\/\\n\/g, "%0A"\)/,
    to: '$1',
  },
  { name: 'a 403 swallowed', from: /(\.\.\.listNotices\([^)]*\)), \.\.\.notices\]/, to: '$1]' },
  { name: 'a page left out', from: /per_page: 100\b/, to: 'per_page: 100, page: 2' },
  {
    name: 'a crash on an empty file',
    from: /Buffer\.from\(data\.content,/,
    to: 'Buffer.from(data.content || void 0,',
  },
  { name: 'green though nothing was read', from: /sources\.length === 0 && missing/, to: 'false && missing' },
  { name: 'a deleted file asked for', from: /status !== "removed" && isWanted/, to: 'isWanted' },
  { name: 'commands of strangers in the log', from: /(function logLine\((\w+)\) \{)/, to: '$1 return $2;' },
  {
    name: 'markup of strangers in the summary',
    from: /(function markdownText\((\w+)\) \{)/,
    to: '$1 return $2;',
  },
  { name: 'files outside the repository read', from: /if \(await isInside\(file, root\)\)/, to: 'if (true)' },
  { name: 'a link taken for its target', from: /listed === head && sha !== data\.sha/, to: 'false' },
]

const [bundle = 'dist/action.js'] = process.argv.slice(2)
const source = await readFile(bundle, 'utf8')
const folder = await mkdtemp(join(tmpdir(), 'faults-'))

/** Names of the tests that fail with a bundle. */
async function failures(text: string): Promise<readonly string[]> {
  const [action, output] = [join(folder, 'action.mjs'), join(folder, 'jest.json')]
  await writeFile(action, text)
  const jest = [
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    '__tests__/action',
    '--json',
    `--outputFile=${output}`,
  ]
  await promisify(execFile)('node', jest, { env: { ...process.env, RIG_ACTION: action } }).catch(
    () => undefined,
  )
  const { testResults }: { testResults: { assertionResults: { status: string; title: string }[] }[] } =
    JSON.parse(await readFile(output, 'utf8'))
  const results = testResults.flatMap(({ assertionResults }) => assertionResults)
  return results.filter(({ status }) => status === 'failed').map(({ title }) => title)
}

try {
  const before = await failures(source)
  if (before.length > 0) throw new Error(`The bundle fails without a fault: ${before.join('; ')}`)
  for (const { name, from, to } of faults) {
    const places = source.match(new RegExp(from, 'g'))?.length ?? 0
    if (places !== 1) throw new Error(`${name}: ${from} stands ${places} times in ${bundle}`)
    const noticed = await failures(source.replace(from, to))
    console.log(
      `${noticed.length === 0 ? 'MISSED' : 'caught'}  ${name}: ${noticed.length} tests (${noticed[0] ?? ''})`,
    )
    if (noticed.length === 0) process.exitCode = 1
  }
} finally {
  await rm(folder, { recursive: true })
}
