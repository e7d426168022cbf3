import type { FileReport, Run } from '../lint/run.ts'
import { version } from '../lint/version.ts'
import {
  type Between,
  type Cited,
  evidenceKinds,
  type Postmortem,
  type Section,
} from '../postmortem/postmortem.ts'
import { readWords } from '../postmortem/words.ts'

/** A run as the JSON text that is this project's contract with other programs. */
export function json(run: Run): string {
  return jsonText(report(run))
}

/** A value as JSON that is safe to print to a terminal. */
export function jsonText(value: unknown): string {
  return `${escapeControls(JSON.stringify(value, null, 2))}\n`
}

/** JSON escapes most control characters itself; the rest, and what turns letters around, is escaped here. */
function escapeControls(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** The value of that text. Lines are 1-based, durations are minutes, and what is unknown is null. */
export function report({ verdict, files }: Run) {
  return { version, verdict, files: files.map(fileOf) }
}

export type Report = ReturnType<typeof report>

function fileOf({ path, findings, postmortem }: FileReport) {
  return { path, findings, postmortem: postmortem && postmortemOf(postmortem) }
}

function postmortemOf(doc: Postmortem) {
  const { kind, language, title, words, duration, metrics, evidence } = doc
  return {
    kind: kind.value,
    language: language.tag,
    title: title ? { line: lineOf(title), text: title.value } : null,
    words,
    sections: doc.sections.filter(({ kinds }) => kinds.length > 0).map(sectionOf),
    timeline: timelineOf(doc.timeline),
    duration: {
      stated: duration.stated?.value ?? null,
      line: duration.stated ? lineOf(duration.stated) : null,
      computed: duration.computed?.value ?? null,
    },
    metrics: {
      timeToDetect: metricOf(metrics.timeToDetect),
      timeToAcknowledge: metricOf(metrics.timeToAcknowledge),
      timeToMitigate: metricOf(metrics.timeToMitigate),
      timeToResolve: metricOf(metrics.timeToResolve),
    },
    evidence: Object.fromEntries(
      evidenceKinds.map((kind) => {
        const said = evidence[kind]
        return [kind, said ? lineOf(said) : null]
      }),
    ),
    actions: actionsOf(doc.actions),
  }
}

function sectionOf({ title, kinds, form, body }: Section) {
  return {
    line: lineOf(title),
    kinds,
    form,
    title: title.value,
    words: readWords(body).total,
  }
}

function timelineOf({ form, zone, entries }: Postmortem['timeline']) {
  return {
    form,
    zone: zone?.value ?? null,
    entries: entries.map(({ block, text, when, milestones, backwards }) => ({
      line: lineOf(block),
      text,
      time: when?.value.time ?? null,
      date: when?.value.date ?? null,
      zone: when?.value.zone ?? null,
      instant: when?.value.instant ?? null,
      milestones,
      backwards,
    })),
  }
}

function actionsOf({ form, items }: Postmortem['actions']) {
  return {
    form,
    items: items.map(({ block, text, done, owner, due, ticket }) => ({
      line: lineOf(block),
      text,
      done,
      owner: owner?.value ?? null,
      due: due?.value ?? null,
      ticket: ticket?.value ?? null,
    })),
  }
}

function metricOf(metric: Between<number> | undefined) {
  return metric ? { minutes: metric.value, from: metric.from.start.line, to: metric.to.start.line } : null
}

function lineOf({ at }: Pick<Cited, 'at'>): number {
  return at.start.line
}
