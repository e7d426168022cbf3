import { matchAt } from './scan.ts'

/** A length of time and where it stands in a text. */
export interface Amount {
  readonly minutes: number
  readonly start: number
  readonly end: number
  /** "about", "~", "over": it may be longer or shorter. */
  readonly approximate: boolean
  /** Of a range, "11-15 minutes", its lower end in minutes; `minutes` is the upper one. */
  readonly least?: number
}

const ones = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const numbers = new Map<string, number>([
  ...ones.map((word, i) => [word, i] as const),
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['ninety', 90],
])

const units: readonly (readonly [RegExp, number])[] = [
  [/^w/i, 10_080],
  [/^d/i, 1440],
  [/^h/i, 60],
  [/^m/i, 1],
  [/^s/i, 1 / 60],
]

const starts =
  /\d+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|half|an?)\b(?=[\s-]{1,2}(?:and|an?|half|one|two|three|four|five|six|seven|eight|nine|quarter|hour|hr|min|day|week))/gi
const part =
  /(?:(\d{1,4}(?:\.\d{1,2}|½)?\+?|(?:twenty|thirty|forty|fifty)[\s-](?:one|two|three|four|five|six|seven|eight|nine)|[a-z]{1,7})(\s(?:and\s(?:(?:a\s)?(?:half|quarter)|three[\s-]quarters?)|1\/2))?)[\s-]{0,2}(weeks?|days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)(?![a-z]|\/)/iy
const partOfHour = /(?:half\s(?:an\s)?|(?:a|three)[\s-]quarters?\sof\san\s)hour(?![a-z])/iy
const andPart = /\sand\s(?:(?:a\s)?(?:half|quarter)|three[\s-]quarters)\b/iy
/** The minutes of "1h45", "1 h 45". */
const bareMinutes = /([0-5]\d)(?!\w)|\s([0-5]\d)(?=$|\s?[,.;|)])/y
const clockHours = /(\d{1,2}):(\d\d)(?::\d\d)?\s?(?:h|hours?|hrs?)(?![a-z])/iy
const between = /,?\s?(?:and\s|&\s)?/y
/** "11-", "2 to " before the upper end of a range. */
const lowerEnd = /(?<![\w.:,$€£#/–-])(\d{1,3})(?:[-–]|\sto\s)$/
const hedge =
  /(?:[~≈±]|\b(?:about|around|approx\.?|approximately|roughly|circa|nearly|almost|over|under|more than|less than|at least|up to|some|an estimated|overall around|just (?:over|under))\s)$/i

/** The lengths of time in a text: "2 hours and 30 minutes", "24h40m", "two and a half hours", "1:30 hours". */
export function readAmounts(text: string): Amount[] {
  const found: Amount[] = []
  starts.lastIndex = 0
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    const { index } = match
    const next = starts.lastIndex
    const lower = lowerEnd.exec(text.slice(Math.max(0, index - 6), index))
    const inside =
      /[\w.:,$€£#-]/.test(text.charAt(index - 1)) && !/[\s(]-$/.test(text.slice(index - 2, index))
    const amount = inside && !lower ? undefined : amountAt(text, index)
    if (amount) {
      const start = index - (lower?.[0].length ?? 0)
      const count = Number.parseFloat(text.slice(index))
      found.push({
        ...amount,
        start,
        approximate:
          text.slice(index, amount.end).includes('+') ||
          hedge.test(text.slice(Math.max(0, start - 24), start)),
        ...(lower && count && { least: (amount.minutes * Number(lower[1])) / count }),
      })
    }
    starts.lastIndex = amount?.end ?? next
  }
  return found
}

function amountAt(text: string, index: number): Pick<Amount, 'minutes' | 'end'> | undefined {
  const clock = matchAt(clockHours, text, index)
  if (clock) return { minutes: Number(clock[1]) * 60 + Number(clock[2]), end: index + clock[0].length }
  const some = matchAt(partOfHour, text, index)
  if (some) return { minutes: 60 * shareOf(some[0]), end: index + some[0].length }
  let minutes = 0
  let last = Number.POSITIVE_INFINITY
  let end = index
  let at = index
  for (;;) {
    const found = matchAt(part, text, at)
    const size = found && units.find(([pattern]) => pattern.test(found[3] ?? ''))?.[1]
    const count = found && countOf(found[1] ?? '')
    if (!found || size === undefined || count === undefined || size >= last) break
    // A lone "m" or "s" is as often metres, millions or a plural.
    if (last === Number.POSITIVE_INFINITY && /^[ms]$/i.test(found[3] ?? '') && !/^\d+[ms]$/.test(found[0]))
      break
    // "404s" are answers of a server, "1990s" years
    if (last === Number.POSITIVE_INFINITY && /^(?:[45]\d\d|\d{4})s$/.test(found[0])) break
    end = at + found[0].length
    minutes += (count + shareOf(found[2])) * size
    const more = matchAt(andPart, text, end)
    minutes += shareOf(more?.[0]) * size
    end += more?.[0].length ?? 0
    const bare = /^h$/i.test(found[3] ?? '') ? matchAt(bareMinutes, text, end) : undefined
    if (bare) return { minutes: minutes + Number(bare[1] ?? bare[2]), end: end + bare[0].length }
    last = size
    at = end + (matchAt(between, text, end)?.[0].length ?? 0)
  }
  return end > index ? { minutes: Math.round(minutes * 100) / 100, end } : undefined
}

/** Of "and a half", "three quarters". */
const shareOf = (words = ''): number =>
  /half|1\/2/i.test(words) ? 0.5 : /three/i.test(words) ? 0.75 : /quarter/i.test(words) ? 0.25 : 0

function countOf(word: string): number | undefined {
  if (/^\d/.test(word)) return Number.parseFloat(word) + (word.endsWith('½') ? 0.5 : 0)
  const [tens = '', one] = word.toLowerCase().split(/[\s-]/)
  if (one) return (numbers.get(tens) ?? 0) + (numbers.get(one) ?? 0)
  return tens === 'a' || tens === 'an' ? 1 : numbers.get(tens)
}
