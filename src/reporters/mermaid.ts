import { visible } from '../lint/frame.ts'
import type { Metrics, Postmortem, TimelineEntry } from '../postmortem/postmortem.ts'
import { spanText } from './count.ts'
import { clip } from './escape.ts'
import { measures } from './measures.ts'

/**
 * Rows of one picture, and characters of one label. A label's character takes ten at most, so that the whole stays below the
 * 50,000 characters that Mermaid draws.
 */
const mostRows = 40
const longestLabel = 60

const day = 24 * 60

type Timed = TimelineEntry & { readonly when: NonNullable<TimelineEntry['when']> }

/**
 * A timeline as a Gantt chart of Mermaid (https://mermaid.js.org/syntax/gantt.html): the times between milestones as bars, the
 * entries as points. Undefined where there are not two times to tell apart. `left` is how many timed entries have no row.
 */
export function timelinePicture({
  timeline,
  metrics,
}: Pick<Postmortem, 'timeline' | 'metrics'>): { readonly text: string; readonly left: number } | undefined {
  const timed = timeline.entries.filter(isTimed)
  const minutes = timed.map(startOf)
  const [from, to] = minutes.length > 0 ? [least(minutes), -least(minutes.map((minute) => -minute))] : [0, 0]
  if (from === to) return undefined
  const isLong = to - from > 2 * day
  const at = calendar(timed)
  const rows = chosen(timed)
  const lines = [
    // The width that it is drawn in is else that of a window which may be hidden, then 0.
    '%%{init: {"gantt": {"useWidth": 940, "barHeight": 22, "barGap": 6, "leftPadding": 75, "rightPadding": 20, "fontSize": 12}}}%%',
    'gantt',
    'dateFormat YYYY-MM-DD HH:mm:ss',
    `axisFormat ${isLong ? '%d %b' : '%H:%M'}`,
    ...bars(metrics, timed, at),
    'section Timeline',
    ...rows.map((entry) => point(entry, isLong, at)),
  ]
  return { text: `${lines.join('\n')}\n`, left: timed.length - rows.length }
}

const isTimed = (entry: TimelineEntry): entry is Timed => entry.when?.value.minutes !== undefined

const startOf = ({ when }: Timed): number => when.value.minutes ?? 0

const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b))

/** The first entries, those with a milestone before others, in their order. */
function chosen(timed: readonly Timed[]): readonly Timed[] {
  const ranked = timed.toSorted(
    (a, b) => Number(a.milestones.length === 0) - Number(b.milestones.length === 0),
  )
  const kept = new Set(ranked.slice(0, mostRows))
  return timed.filter((entry) => kept.has(entry))
}

/** Gives a minute of the timeline as a date; days are counted from some day where no date is known. */
function calendar(timed: readonly Timed[]): (minute: number) => string {
  const dated = timed.find(({ when }) => !Number.isNaN(Date.parse(when.value.date ?? '')))
  const date = Date.parse(dated?.when.value.date ?? '2000-01-01')
  const start = date - (dated ? Math.floor(startOf(dated) / day) * day * 60_000 : 0)
  return (minute) => new Date(start + minute * 60_000).toISOString().slice(0, 19).replace('T', ' ')
}

function bars(metrics: Metrics, timed: readonly Timed[], at: (minute: number) => string): readonly string[] {
  const rows = measures.flatMap(({ key, name }) => {
    const measure = metrics[key]
    const first = measure && timed.find(({ when }) => when.at === measure.from)
    if (!measure || !first) return []
    const start = startOf(first)
    return [`${label(`${name}: ${spanText(measure.value)}`)} :${at(start)}, ${at(start + measure.value)}`]
  })
  return rows.length > 0 ? ['section Times', ...rows] : []
}

function point(entry: Timed, isLong: boolean, at: (minute: number) => string): string {
  const { when, milestones, text } = entry
  const { date, time, until } = when.value
  const clock = [isLong || !time ? date : undefined, time].filter(Boolean).join(' ')
  const said = milestones.length > 0 ? `${milestones.join(', ')}: ${text}` : text
  const isTrouble = milestones.includes('start') || milestones.at(-1) === 'trigger'
  // Labels of `active` rows cannot be read in the dark theme.
  const look = isTrouble ? 'crit, ' : milestones.length > 0 ? '' : 'done, '
  const start = startOf(entry)
  const span =
    until !== undefined && until > start ? `${at(start)}, ${at(until)}` : `milestone, ${at(start)}, 0m`
  return `${label(`${clock} ${said}`)} :${look}${span}`
}

/**
 * Text as a label: after a space without width, so that it begins like no statement, its letters and what punctuation means
 * nothing to Mermaid; a ratio for a colon, which ends labels; a number for all else.
 */
function label(text: string): string {
  const line = clip(visible(text.replace(/\s+/g, ' ').trim()), longestLabel) || '…'
  const escaped = line
    .replaceAll(':', '∶')
    .replace(/[^\p{L}\p{M}\p{N} .,'()/+!?=@|[\]_~∶…–—-]/gu, (character) => `#${character.codePointAt(0)};`)
  return `\u200B${escaped}`
}
