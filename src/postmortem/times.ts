import { readDuration } from './duration.ts'
import { readMetrics } from './metrics.ts'
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
  const span = readSpan(blocks, sections)
  const { timeline, incident } = readTimeline(source, blocks, sections, span, options)
  const startEnd = readStartEnd(source, span, incident)
  return {
    timeline,
    duration: readDuration(source, blocks, sections, span, incident),
    metrics: readMetrics(incident),
    ...(startEnd && { startEnd }),
  }
}
