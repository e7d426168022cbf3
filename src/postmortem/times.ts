import { isRecovery, readDowntime } from './downtime.ts'
import { readDuration } from './duration.ts'
import { dateOrder } from './frame.ts'
import { readMetrics } from './metrics.ts'
import { innermost, type Reading, readMoments } from './moments.ts'
import { readOddClocks } from './oddClocks.ts'
import { readOddZones } from './oddZones.ts'
import { once } from './once.ts'
import type {
  Block,
  Cited,
  Downtime,
  Field,
  OddClock,
  OddZone,
  Postmortem,
  ReadOptions,
  Section,
  Slip,
} from './postmortem.ts'
import { readSlips } from './slips.ts'
import { readSpan, readStartEnd } from './startEnd.ts'
import { readTimeline } from './timeline.ts'

/** Everything that a document says about time; what is a function is read when first asked for. */
export interface Times extends Pick<Postmortem, 'timeline' | 'duration' | 'metrics'> {
  /** Evidence that start and end of the outage are told as clock times. */
  readonly startEnd: Cited | undefined
  readonly downtime: () => Downtime
  readonly slips: () => readonly Slip[]
  readonly oddClocks: () => readonly OddClock[]
  readonly oddZones: () => readonly OddZone[]
}

/** Reads the times of a document from its blocks, its sections and the fields of its front matter. */
export function readTimes(
  source: string,
  blocks: readonly Block[],
  sections: readonly Section[],
  options: ReadOptions = {},
  front: readonly Field[] = [],
): Times {
  const inner = innermost(sections, blocks.length)
  const doc: Reading = { source, blocks, sections, inner, moments: readMoments(blocks) }
  const span = readSpan(doc)
  const { timeline, incident } = readTimeline(doc, span, options)
  const duration = readDuration(doc, span, incident, front)
  const downtime = once(() => readDowntime(doc, span, timeline, dateOrder(doc, options)))
  return {
    timeline,
    duration: isRecovery(blocks, duration) ? { ...duration, recovery: true } : duration,
    metrics: readMetrics(incident),
    startEnd: readStartEnd(source, span, incident, duration),
    downtime,
    slips: once(() => readSlips(doc)),
    oddClocks: once(() => readOddClocks(source, timeline)),
    oddZones: once(() => readOddZones(source, blocks, timeline, downtime())),
  }
}
