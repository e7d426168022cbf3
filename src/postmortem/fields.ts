import { positionAt } from './place.ts'
import type { Field, SeverityLevel, Title } from './postmortem.ts'

/** Keys that tell the same thing. */
const aliases: readonly (readonly [string, RegExp])[] = [
  ['date', /\b(?:date|dates|when|start|started|begin|occurred|created|published|time ?frame|period)\b/],
  [
    'author',
    /\b(?:authors?|owners?|written by|prepared by|created by|reported by|reporters?|writers?|editors?|lead|commander)\b/,
  ],
  ['status', /\b(?:status|state|stage)\b/],
  ['severity', /\b(?:severity|sev|priority|incident level|impact level)\b/],
]

const dated =
  /\b(?:19|20)\d\d\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/i

/** Keys in lower case, their words ("Postmortem Owner" is an owner), and the names of what they, or the title, tell. */
export function readFieldNames(metadata: readonly Field[], title: Title | undefined): ReadonlySet<string> {
  const keys = metadata.filter(({ value }) => value.trim() !== '').map(({ key }) => key.toLowerCase())
  const told = aliases.filter(([, words]) => keys.some((key) => words.test(key))).map(([name]) => name)
  const words = keys.flatMap((key) => key.split(/[^\p{L}\p{N}]+/u))
  return new Set([...keys, ...words, ...told, ...(title && dated.test(title.value) ? ['date'] : [])])
}

/** Ways to write a severity: PagerDuty's SEV-2, Google's P1, S3, a number, or a word. */
const styles: readonly (readonly [NonNullable<SeverityLevel['style']>, RegExp])[] = [
  ['sev', /^sev(?:erity)?[\s:#-]*([0-5])\b/i],
  ['p', /^p(?:rio(?:rity)?)?[\s-]*([0-5])\b/i],
  ['s', /^s[\s-]?([0-5])\b/i],
  ['number', /^(?:level )?([0-5])\b(?![.:/-])/i],
]
const words: readonly (readonly [RegExp, number])[] = [
  [/^(?:critical|blocker|emergency|catastrophic)\b/i, 1],
  [/^(?:high|major|severe)\b/i, 2],
  [/^(?:medium|moderate|normal)\b/i, 3],
  [/^(?:low|minor|trivial|informational|none)\b/i, 4],
]

/** What the metadata gives as the severity or priority of the incident. */
export function readSeverity(source: string, metadata: readonly Field[]): SeverityLevel | undefined {
  const field = metadata.find(({ key }) =>
    /^\W*(?:incident |issue )?(?:severity|sev|priority)(?: level)?\W*$/i.test(key),
  )
  if (!field) return undefined
  const value = field.value.replace(/^[^\p{L}\p{N}]+/u, '').trim()
  const from = source.indexOf(value, field.at.start.offset ?? 0)
  const near = value !== '' && from >= 0 && from < (field.at.end.offset ?? 0) + 40
  return {
    value,
    at: near ? positionAt(source, from, from + value.length) : field.at,
    ...styleOf(value),
  }
}

function styleOf(value: string): Pick<SeverityLevel, 'style' | 'level'> {
  for (const [style, shape] of styles) {
    const level = shape.exec(value)?.[1]
    if (level !== undefined) return { style, level: Number(level) }
  }
  const word = words.find(([shape]) => shape.test(value))
  return word ? { style: 'word', level: word[1] } : {}
}
