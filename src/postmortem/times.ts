import { readDuration } from './duration.ts'
import { readMetrics } from './metrics.ts'
import { type Reading, readMoments } from './moments.ts'
import type { Block, Cited, Duration, Metrics, ReadOptions, Section, Timeline } from './postmortem.ts'
import { readSpan, readStartEnd } from './startEnd.ts'
import { readTimeline } from './timeline.ts'

/** Everything that a document says about time. */
export interface Times {
  readonly timeline: Timeline
  readonly duration: Duration
  readonly metrics: Metrics
  /** Evidence that start and end of the outage are told as clock times. */
  readonly startEnd?: Cited
}

/** Reads the times of a document from its blocks and sections. */
export function readTimes(
  source: string,
  blocks: readonly Block[],
  sections: readonly Section[],
  options: ReadOptions = {},
): Times {
  const doc: Reading = { source, blocks, sections, moments: readMoments(blocks) }
  const span = readSpan(doc)
  const { timeline, incident } = readTimeline(doc, span, options)
  const startEnd = readStartEnd(source, span, incident)
  return {
    timeline,
    duration: readDuration(doc, span, incident),
    metrics: readMetrics(incident),
    ...(startEnd && { startEnd }),
  }
}
