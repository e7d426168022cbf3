import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type FileReport, lint, rules } from '../src/index.ts'
import { type Cited, evidenceKinds, type Postmortem } from '../src/postmortem/postmortem.ts'

const folder = new URL('fixtures/documents/', import.meta.url)

/** What is read in a document and found in it, a fact a line, each with the line of the document that it stands in. */
function reading({ postmortem: doc, findings }: FileReport): string {
  if (!doc) return 'unreadable\n'
  const { kind, language, title } = doc
  const rows: readonly Row[] = [
    ['kind', kind.value, kind.because && `(${kind.because})`],
    ['language', language.tag],
    ['title', title ? `${lineOf(title)} ${title.form}: ${title.value}` : 'none'],
    ...(kind.value === 'postmortem' ? factsOf(doc) : []),
    [],
    ['findings'],
    ...findings.map(({ line, severity, rule, message }) => [line, severity, rule, message]),
  ]
  return `${rows.map((row) => row.filter((cell) => cell !== undefined && cell !== false).join(' ')).join('\n')}\n`
}

type Row = readonly (string | number | boolean | undefined)[]

function factsOf({ words, sections, timeline, duration, evidence, actions, language }: Postmortem): Row[] {
  const { total, prose, lists, tables, headings } = words
  return [
    ['words', total, `(prose ${prose}, lists ${lists}, tables ${tables}, headings ${headings})`],
    [],
    ['sections'],
    ...sections
      .filter(({ kinds }) => kinds.length > 0)
      .map(({ title, kinds, form }) => [lineOf(title), form, `${kinds.join('+')}:`, title.value]),
    [],
    ['timeline', timeline.form, timeline.zone ? `in ${timeline.zone.value}` : 'without a zone'],
    ...timeline.entries.map(({ block, when, text, backwards }) => [
      lineOf(block),
      ...[when?.value.date, when?.value.time, when?.value.instant].map((part) => part ?? '-'),
      backwards && 'BACKWARDS',
      text,
    ]),
    [],
    // Words of other languages are not known.
    ...(['en', 'und'].includes(language.tag)
      ? [
          [
            'duration',
            `stated ${duration.stated?.value ?? '-'}, computed ${duration.computed?.value ?? '-'}`,
          ],
          ...evidenceKinds.map((one) => [one, evidence[one] ? lineOf(evidence[one]) : 'unsaid']),
        ]
      : []),
    [],
    ['actions', actions.form, actions.denied && `denied in ${lineOf(actions.denied)}`],
    ...actions.items.map(({ block, done, text, owner, due, ticket }) => [
      lineOf(block),
      done && 'done',
      owner && `owner ${owner.value}`,
      due && `due ${due.value}`,
      ticket && `ticket ${ticket.value}`,
      text,
    ]),
  ]
}

const lineOf = ({ at }: Pick<Cited<unknown>, 'at'>): number => at.start.line

const names = readdirSync(folder)

/** Rules about the form of a document. What others say of length and wording is shown by their own examples. */
const shown = new Set([
  'not-a-postmortem',
  'required-sections',
  'section-order',
  'section-markup',
  'empty-section',
  'document-title',
  'timeline-list',
  'timeline-entry-time',
  'timeline-timezone',
  'timeline-order',
  'english-only',
  'actions-list',
  'no-placeholder',
  'image-alt',
])
const settings = Object.fromEntries(
  rules.filter(({ id }) => !shown.has(id)).map(({ id }) => [id, 'off' as const]),
)

test.each(names)('%s', (name) => {
  const [input, expected] = ['input.md', 'expected.txt'].map((file) => new URL(`${name}/${file}`, folder))
  const read = reading(lint(readFileSync(input ?? folder, 'utf8'), { path: name, rules: settings }))
  if (process.env.UPDATE && expected) writeFileSync(expected, read)
  expect(read).toBe(expected && existsSync(expected) ? readFileSync(expected, 'utf8') : '')
})
