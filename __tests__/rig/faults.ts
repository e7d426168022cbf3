/**
 * Puts faults into the built Action, one at a time, and runs the rig over each: a fault that no scenario notices is a hole in
 * the tests. `npx tsx __tests__/rig/faults.ts [words of names] [tests]` for those faults alone, or by some of the tests.
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
  { name: 'a line too far', from: /(file: path\d*\.replace\(.*\),\s+)line,/, to: '$1line: line + 1,' },
  {
    name: "the merge commit's text",
    from: /ref: commit \}/,
    to: 'ref: process.env.GITHUB_SHA }',
  },
  { name: 'the eleventh error lost', from: /rest: placed\.slice\(count\d*\)/, to: 'rest: []' },
  {
    name: 'a line break not escaped',
    from: /(return text\d*\.replace\(\/%\/g, "%25"\)\.replace\(\/\\r\/g, "%0D"\))\.replace\(\/\\n\/g, "%0A"\)/,
    to: '$1',
  },
  { name: 'a 403 swallowed', from: /\.\.\.changes\.notices, \.\.\.notices\]/, to: '...changes.notices]' },
  {
    name: 'a page left out',
    from: /(pull_number: number[^,]*), per_page: 100 \};\s+const files/,
    to: '$1, per_page: 100, page: 2 };\n  const files',
  },
  {
    name: 'a crash on an empty file',
    from: /Buffer\.from\(data\.content,/,
    to: 'Buffer.from(data.content || void 0,',
  },
  {
    name: 'green though nothing was read',
    from: /sources\.length === 0 && readings/,
    to: 'false && readings',
  },
  {
    name: 'a deleted file asked for',
    from: /status !== "removed" && reader\.isWanted/,
    to: 'reader.isWanted',
  },
  { name: 'commands of strangers in the log', from: /(function logLine\((\w+)\) \{)/, to: '$1 return $2;' },
  {
    name: 'markup of strangers in the summary',
    from: /(function markdownText\((\w+)\) \{)/,
    to: '$1 return $2;',
  },
  {
    name: 'files outside the repository read',
    from: /if \(await isInside\d*\(file\d*, root\d*\)\) sources/,
    to: 'sources',
  },
  { name: 'a link taken for its target', from: /blob !== void 0 && blob !== data\.sha/, to: 'false' },
  { name: 'a batch of a hundred', from: /var perRequest = 50/, to: 'var perRequest = 100' },
  {
    name: 'a run that nobody completes',
    from: /await client\.rest\.checks\.update\(\{ \.\.\.run\d*, \.\.\.done\d* \}\)/,
    to: 'await Promise.resolve()',
  },
  {
    name: 'a check run on the merge commit',
    from: /head_sha: head,/,
    to: 'head_sha: process.env.GITHUB_SHA,',
  },
  {
    name: 'columns on several lines',
    from: /\.\.\.line === endLine && \{ start_column/,
    to: '...{ start_column',
  },
  {
    name: 'commands and a check run',
    from: /return \{ commands: \[\], (rest[^,]*), refusals: \[\]/,
    to: 'return { commands: workflow(run, 10).commands, $1, refusals: []',
  },
  { name: 'a write sent again', from: /var (once\d*) = \{ retries: 0 \}/, to: 'var $1 = {}' },
  {
    name: 'half an answer taken for an empty list',
    from: /status !== 204 && typeof data === "string"/,
    to: 'false',
  },
  { name: 'no end of patience', from: /, signal: AbortSignal\.timeout\(timeout\d*\)/, to: '' },
  { name: 'a review that stays pending', from: /event: "COMMENT",/, to: '' },
  {
    name: 'a line outside of the diff',
    from: /if \(!(isTold\d*) \|\| from\d* === void 0\) return;/,
    to: 'if (!$1) return;',
  },
  {
    name: 'everybody believed to be us',
    from: /marked\.filter\(\(\{ login \}\) => login === own\d*\)/,
    to: 'marked',
  },
  {
    name: 'an answered comment removed',
    from: /gone\.filter\(\(\{ answered \}\) => !answered\)/,
    to: 'gone',
  },
  { name: 'said again at every push', from: /\.filter\(\(placed\) => !isSaid\(placed\)\)/, to: '' },
  {
    name: 'a patch of another text believed',
    from: /if \(line\.mark !== "-" && lines\d*\[at\+\+\] !== line\.text\) return;/,
    to: 'if (line.mark !== "-") at++;',
  },
  {
    name: 'the old name of a renamed file forgotten',
    from: /previous_filename: (path\d*) = filename/,
    to: 'filename: $1',
  },
  {
    name: 'another version of the checkout read',
    from: /return blobOf\(bytes\d*\) === blob \?/,
    to: 'return true ?',
  },
  {
    name: 'GraphQL: the text of another commit believed',
    from: /blob === void 0 \|\| blob === file\d*\.blob \?/,
    to: 'true ?',
  },
  { name: 'GraphQL: a text that is not verified', from: /\|\| blobOf\(bytes\d*\) !== oid/, to: '' },
  {
    name: 'GraphQL: a link taken for a file',
    from: /\(mode & kindOfFile\) !== regular \|\|/,
    to: '',
  },
  {
    name: 'GraphQL: what is refused taken for absent',
    from: /isWhole && is\(absentShape/,
    to: 'is(absentShape',
  },
  {
    name: 'GraphQL: a comment of somebody else removed',
    from: /viewerDidAuthor \? fingerprintOf/,
    to: 'true ? fingerprintOf',
  },
  { name: 'GraphQL: threads beyond the first page lost', from: /hasNextPage: literal\(false\)/, to: '' },
]

const bundle = 'dist/action.js'
const [words = '', tests = '__tests__/action'] = process.argv.slice(2)
const source = await readFile(bundle, 'utf8')
const folder = await mkdtemp(join(tmpdir(), 'faults-'))

/** Names of the tests that fail with a bundle. */
async function failures(text: string): Promise<readonly string[]> {
  const [action, output] = [join(folder, 'action.mjs'), join(folder, 'jest.json')]
  await writeFile(action, text)
  const jest = [
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    tests,
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
  for (const { name, from, to } of faults.filter((fault) => fault.name.includes(words))) {
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
