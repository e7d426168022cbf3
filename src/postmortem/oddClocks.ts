import { positionAt } from './place.ts'
import type { Cited, OddClock, Timeline, When } from './postmortem.ts'

type Style = OddClock['form'] | 'named'

/** A time of an entry with the words that tell the clock, and where they begin. */
interface Clocked {
  readonly when: When
  readonly style: Style
  readonly text: string
  readonly from: number
}

/** Times of the timeline that are written by another clock than the most; one for all where every one lacks am and pm. */
export function readOddClocks(source: string, { entries }: Timeline): OddClock[] {
  const clocks = entries.flatMap(({ when }) =>
    when?.value.time === undefined ? [] : [clockOf(source, when)],
  )
  const count = (style: Style): number => clocks.filter((clock) => clock.style === style).length
  const cite = (form: OddClock['form'], { text, from }: Clocked, expected?: string): OddClock => ({
    form,
    value: text,
    at: positionAt(source, from, from + text.length),
    ...(expected !== undefined && { expected }),
  })
  const [twelve, full, bare] = [count('12'), count('24'), count('bare')]
  const first = clocks.find(({ style }) => style === 'bare')
  if (twelve === 0) return first && full === 0 && bare > 2 ? [cite('dial', first)] : []
  if (full > twelve)
    return clocks.flatMap((clock) => (clock.style === '12' ? [cite('12', clock, inFull(clock))] : []))
  return clocks.flatMap((clock, i) => {
    if (clock.style === '24') return [cite('24', clock, inHalves(clock))]
    return clock.style === 'bare' ? [cite('bare', clock, halved(clock, clocks[i - 1], clocks[i + 1]))] : []
  })
}

const halves = /(?<!\d)\d{1,2}(?:(?:[:.]\d\d){0,2}\s{0,2}[ap]\.?\s?m\b\.?|[:.]\d\d\s?[ap]\b)/i
const figures = /(?<![\d:.-])\d{1,2}[:.]\d\d(?::\d\d)?(?![\d:])/

function clockOf(source: string, { value: when, at }: Cited<When>): Clocked {
  const start = at.start.offset ?? 0
  const written = source.slice(start, at.end.offset)
  const half = halves.exec(written)
  const match = half ?? figures.exec(written)
  return {
    when,
    style: half ? '12' : match ? styleOf(when) : 'named',
    text: match?.[0] ?? written,
    from: start + (match?.index ?? 0),
  }
}

function styleOf({ clock, time = '', ambiguous }: When): Style {
  if (clock === '24' || time.startsWith('00:')) return '24'
  return ambiguous.includes('half-day') ? 'bare' : '12'
}

/** `2:40 PM` as `14:40`; nothing for a range. */
const inFull = ({ when }: Clocked): string | undefined => (when.until === undefined ? when.time : undefined)

/** `14:40` as `2:40 PM`; nothing for a range. */
function inHalves({ when: { time = '', until } }: Clocked): string | undefined {
  const [hours = '', ...rest] = time.split(':')
  const hour = Number(hours)
  if (until !== undefined || hour > 23) return undefined
  return `${[String(hour % 12 || 12), ...rest].join(':')} ${hour < 12 ? 'AM' : 'PM'}`
}

/** `07:40` with the half of the day in which alone it lies between its neighbours. */
function halved(
  { text, when }: Clocked,
  before: Clocked | undefined,
  after: Clocked | undefined,
): string | undefined {
  const [from, to] = [before, after].map((one) => (one?.style === '12' ? one.when.minutes : undefined))
  const [hours = 0, minutes = 0] = (when.time ?? '').split(':').map(Number)
  if (from === undefined || to === undefined || when.until !== undefined) return undefined
  const morning = Math.floor(from / 1440) * 1440 + (hours % 12) * 60 + minutes
  const fits = (time: number): boolean => from <= time && time <= to
  if (fits(morning) === fits(morning + 720)) return undefined
  return `${text} ${fits(morning) ? 'AM' : 'PM'}`
}
