import type { Position } from 'unist'
import { home } from '../lint/home.ts'
import type { FileReport } from '../lint/run.ts'
import type { ActionItem, Cited, Duration, Postmortem, Section } from '../postmortem/postmortem.ts'
import { readWords } from '../postmortem/words.ts'
import { plural, spanText } from './count.ts'
import { clip, lineLink, markdownText } from './escape.ts'
import { type Measure, measures } from './measures.ts'
import { timelinePicture } from './mermaid.ts'
import type { Piece } from './pieces.ts'

/** Rows of one table. */
const mostRows = 50

/** What a postmortem tells, for the job summary: what was found in it, when what happened, how long it took, who does what. */
export function card(
  { path, link }: Pick<FileReport, 'path' | 'link'>,
  doc: Postmortem,
  { open, drawn }: { readonly open: boolean; readonly drawn: boolean },
): Piece {
  const { title, words, timeline, actions } = doc
  const sections = doc.sections.filter(({ kinds }) => kinds.length > 0)
  const counts = [
    plural(sections.length, 'section'),
    plural(words.total, 'word'),
    `${timeline.entries.length} timeline ${timeline.entries.length === 1 ? 'entry' : 'entries'}`,
    plural(actions.items.length, 'action'),
  ]
  const name = [clip(path, 300), ...(title ? [clip(title.value, 200)] : [])].map(markdownText).join(': ')
  return {
    open: `\n<details${open ? ' open' : ''}><summary>${name}</summary>\n\n${counts.join(', ')}. ${durationText(doc.duration, link)}\n`,
    parts: [
      ...(drawn ? picture(doc) : []),
      ...times(doc, link),
      table(
        '| Action | Owner | Due | Ticket | Line |\n| --- | --- | --- | --- | --: |',
        actions.items,
        (item) => actionCells(item, link),
      ),
      table('| Section | Title | Words | Line |\n| --- | --- | --: | --: |', sections, (section) =>
        sectionCells(section, link),
      ),
      { text: `\n${partsOf(words)}\n` },
    ],
    close: '\n</details>\n',
  }
}

/** The outage as the document states it, and as its times give it. */
function durationText({ stated, computed, approximate }: Duration, link: string | undefined): string {
  const said = stated
    ? `${approximate ? 'about ' : ''}${spanText(stated.value)} (line ${place(stated.at, link)})`
    : 'not told'
  const from = computed && place(computed.from, link)
  const to = computed && place(computed.to, link)
  const lines = from === to ? `line ${from}` : `lines ${from} and ${to}`
  const counted = computed ? `${spanText(computed.value)} (${lines})` : 'not to be told'
  return `Length of the outage as stated: ${said}; from its times: ${counted}.`
}

function picture(doc: Postmortem): readonly Piece[] {
  const drawing = timelinePicture(doc)
  if (!drawing) return []
  const more = drawing.left > 0 ? `\n${drawing.left} timeline entries more are not drawn.\n` : ''
  return [{ text: `\n\`\`\`mermaid\n${drawing.text}\`\`\`\n${more}` }]
}

function times({ metrics }: Postmortem, link: string | undefined): readonly Piece[] {
  if (measures.every(({ key }) => metrics[key] === undefined)) return []
  const cells = ({ key, name, definition }: Measure): readonly string[] => {
    const measure = metrics[key]
    return [
      `[${name}](<${home}/blob/main/docs/measures.md#${name.toLowerCase().replaceAll(' ', '-')}>)`,
      measure ? spanText(measure.value).replaceAll(' ', '\u00A0') : 'not told',
      measure ? place(measure.from, link) : '',
      measure ? place(measure.to, link) : '',
      definition,
    ]
  }
  return [
    table(
      '| Measure | Time | From line | To line | What it is |\n| --- | --- | --: | --: | --- |',
      measures,
      cells,
    ),
  ]
}

function actionCells(item: ActionItem, link: string | undefined): readonly string[] {
  const { text, done, owner, due, ticket, block } = item
  const cell = (cited: Cited | undefined): string => markdownText(clip(cited?.value ?? '', 100))
  return [
    `${done ? '✓ ' : ''}${markdownText(clip(text, 300))}`,
    cell(owner),
    cell(due),
    cell(ticket),
    place(block.at, link),
  ]
}

function sectionCells({ kinds, title, body }: Section, link: string | undefined): readonly string[] {
  return [
    kinds.join(', '),
    markdownText(clip(title.value, 200)),
    String(readWords(body).total),
    place(title.at, link),
  ]
}

function partsOf({ total, ...parts }: Postmortem['words']): string {
  const split = Object.entries(parts).map(([part, count]) => `${count} in ${part}`)
  return `${plural(total, 'word')}: ${split.join(', ')}.`
}

function table<T>(head: string, rows: readonly T[], cells: (row: T) => readonly string[]): Piece {
  const more = rows.length - mostRows
  return {
    open: `\n${head}\n`,
    parts: rows.slice(0, mostRows).map((row) => ({ text: `| ${cells(row).join(' | ')} |\n` })),
    close: more > 0 ? `\n${more} more.\n` : '',
  }
}

function place({ start }: Position, link: string | undefined): string {
  return lineLink(start.line, link)
}
