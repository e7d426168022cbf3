import { isRecovery, readDowntime } from './downtime.ts'
import { readDuration } from './duration.ts'
import { dateOrder } from './frame.ts'
import { readMetrics } from './metrics.ts'
import { type Reading, readMoments } from './moments.ts'
import { readOddClocks } from './oddClocks.ts'
import { readOddZones } from './oddZones.ts'
import type { Block, Cited, Postmortem, ReadOptions, Section } from './postmortem.ts'
import { readSlips } from './slips.ts'
import { readSpan, readStartEnd } from './startEnd.ts'
import { readTimeline } from './timeline.ts'

/** Everything that a document says about time. */
export interface Times
  extends Required<
    Pick<Postmortem, 'timeline' | 'duration' | 'metrics' | 'downtime' | 'slips' | 'oddClocks' | 'oddZones'>
  > {
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
  const downtime = readDowntime(doc, span, timeline, dateOrder(doc, options))
  const duration = readDuration(doc, span, incident)
  const startEnd = readStartEnd(source, span, incident, duration)
  return {
    timeline,
    duration: isRecovery(blocks, duration) ? { ...duration, recovery: true } : duration,
    metrics: readMetrics(incident),
    downtime,
    slips: readSlips(doc),
    oddClocks: readOddClocks(source, timeline),
    oddZones: readOddZones(source, blocks, timeline, downtime),
    ...(startEnd && { startEnd }),
  }
}
