import { object } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'
import { sourceAt } from '../postmortem/place.ts'
import type { Postmortem, TimelineEntry } from '../postmortem/postmortem.ts'

export const timelineOrder = rule({
  id: 'timeline-order',
  summary: 'Timeline entries run forward in time.',
  why: `An entry that is earlier than the one before it is most often a slip: two digits swapped, am for pm, yesterday's
date. Durations that are computed from it are wrong, and so is the story. Midnight, a new day's heading, a new incident, the
end of summer time, equal times, and "about" within ten minutes are all understood.`,
  severity: 'error',
  options: object({}),
  examples: [
    {
      text: `# Reports were late, 3 May 2024

## Timeline (UTC)

- 15:15: reports stop.
- 15:33: a worker is restarted.
- 13:40: reports come again.
`,
      says: ['7: `13:40` comes after `15:33`'],
    },
    {
      about: 'The clock runs past midnight.',
      text: `# Reports were late, 3 May 2024

## Timeline (UTC)

- 23:10: reports stop.
- 23:50: a worker is restarted.
- 00:30: reports come again.
`,
      says: [],
    },
    {
      about: 'A list with the newest entry first is one slip, not many.',
      text: `# Reports were late, 3 May 2024

## Timeline (UTC)

- 15:50: reports come again.
- 15:40: a worker is restarted.
- 15:33: an alert fires on the queue.
- 15:15: reports stop.
`,
      says: ['5: The timeline begins with the newest entry, `15:50`'],
    },
  ],

  *check({ source, timeline: { entries }, slips = [] }) {
    const timed = entries.filter(({ when }) => when)
    const [newest, oldest] = [timed[0], timed.at(-1)]
    if (timed.length > 3 && timed.slice(1).every(({ backwards }) => backwards) && newest?.when && oldest) {
      yield {
        at: newest.when.at,
        message: `The timeline begins with the newest entry, ${written(source, newest)}`,
        note: `The oldest stands in line ${oldest.block.at.start.line}; a story is read from its beginning.`,
      }
      return
    }
    const impossible = new Set(slips.map(({ at }) => at.start.line)) // said by `timeline-date-valid`
    for (const [i, entry] of entries.entries()) {
      if (!entry.backwards || !entry.when || impossible.has(entry.when.at.start.line)) continue
      const before = entries.slice(0, i).findLast(({ when }) => when)
      yield {
        at: entry.when.at,
        message: `${written(source, entry)} comes after ${before ? written(source, before) : 'a later time'}`,
        ...(before && { note: `The entry before it stands in line ${before.block.at.start.line}.` }),
      }
    }
  },
})

/** The time as it is written, or shorter where that is long. */
function written(source: Postmortem['source'], { when }: TimelineEntry): string {
  const text = when ? sourceAt(source, when.at).replace(/[*_[\]]/g, '') : ''
  const short = [when?.value.date, when?.value.time].filter(Boolean).join(' ')
  return quoted(text.length > 28 ? short : text, 28)
}
