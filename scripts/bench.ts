// What reading and judging cost beside parsing: `npm run bench`, or `npm run bench -- FILE …` for documents of one's own.
import { readdirSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { lint, type Postmortem, parseMarkdown, readPostmortem } from '../src/index.ts'

const rounds = 60
const warmUp = 20

/** Facts that only rules ask for. */
const late = (doc: Postmortem): unknown => [
  ...[
    doc.account,
    doc.actions,
    doc.blame,
    doc.downtime,
    doc.emails,
    doc.entrySizes,
    doc.lengths,
    doc.nearTitles,
  ],
  ...[doc.oddClocks, doc.oddZones, doc.repeats, doc.slips],
]

const named = process.argv.slice(2)
const folder = '__tests__/fixtures/documents'
const paths =
  named.length > 0
    ? named
    : readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.md'))
        .map((path) => `${folder}/${path}`)
const documents = paths.map((path) => readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))

const steps = ['parse', 'read', 'read all', 'lint'] as const
type Step = (typeof steps)[number]
const times: Record<Step, number[]> = { parse: [], read: [], 'read all': [], lint: [] }
/** The fastest of many rounds: what other programs on the machine take only ever adds to a round. */
const fastest = (step: Step): number => Math.min(...times[step].slice(warmUp))

for (let round = 0; round < rounds; round++) {
  const start = process.hrtime.bigint()
  const trees = documents.map(parseMarkdown)
  const parsed = process.hrtime.bigint()
  const facts = trees.map((tree, i) => readPostmortem(documents[i] ?? '', tree))
  const read = process.hrtime.bigint()
  facts.forEach(late)
  const all = process.hrtime.bigint()
  for (const text of documents) lint(text)
  const linted = process.hrtime.bigint()
  times.parse.push(Number(parsed - start))
  times.read.push(Number(read - parsed))
  times['read all'].push(Number(all - parsed))
  times.lint.push(Number(linted - all))
}

const words = documents.reduce((sum, text) => sum + text.split(/\s+/).length, 0)
process.stdout.write(`${documents.length} documents, ${words} words, fastest of ${rounds - warmUp} rounds\n`)
for (const step of steps) {
  const each = fastest(step) / 1e6 / documents.length
  const ratio = fastest(step) / fastest('parse')
  process.stdout.write(
    `${step.padEnd(8)} ${each.toFixed(2).padStart(6)} ms a document, ${ratio.toFixed(2)} of parsing\n`,
  )
}
