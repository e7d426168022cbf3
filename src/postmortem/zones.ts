import { FixedOffsetZone, IANAZone, type Zone as LuxonZone } from 'luxon'
import { dayInMs } from './dates.ts'
import { matchAt } from './scan.ts'

/** A time zone as a text states it. */
export interface Zone {
  /** `UTC`, `EAT`, `+01:00`, `UTC-5`, `America/Los_Angeles`, `Pacific Time`. */
  readonly name: string
  /** Minutes east of UTC, or the IANA zone whose rules hold; absent where the name means several zones. */
  readonly rule?: number | string
}

/**
 * Abbreviations with one meaning in the English of operations, in minutes east of UTC.
 * Source: the abbreviations in force in the IANA time zone database, and the letters that CLDR lists for English.
 */
// biome-ignore format: a table
const offsets = mapOf<number>({
  UTC: 0, GMT: 0, WET: 0, WEST: 60, CET: 60, CEST: 120, MEZ: 60, MESZ: 120, EET: 120, EEST: 180, MSK: 180, TRT: 180,
  WAT: 60, CAT: 120, SAST: 120, EAT: 180,
  NST: -210, NDT: -150, ADT: -180, EST: -300, EDT: -240, CDT: -300, MDT: -360, PST: -480, PDT: -420,
  AKST: -540, AKDT: -480, HST: -600,
  BRT: -180, ART: -180, UYT: -180, CLT: -240, CLST: -180, BOT: -240, VET: -240, COT: -300, PET: -300,
  IRST: 210, IDT: 180, PKT: 300, UZT: 300, NPT: 345, ICT: 420, WIB: 420, WITA: 480, WIT: 540,
  HKT: 480, SGT: 480, MYT: 480, PHT: 480, JST: 540, KST: 540,
  AWST: 480, ACST: 570, ACDT: 630, AEST: 600, AEDT: 660, NZST: 720, NZDT: 780,
})

/** Abbreviations that are in use for zones hours apart: China or Chicago, India, Ireland or Israel, Bangladesh or Britain. */
const ambiguous = new Set(['CST', 'IST', 'BST', 'AST', 'MST', 'GST', 'AMT', 'ECT', 'SST', 'BDT'])

/** Letters for a region whose clock changes: which offset holds follows from the date. */
const regions = mapOf({
  PT: 'America/Los_Angeles',
  MT: 'America/Denver',
  CT: 'America/Chicago',
  ET: 'America/New_York',
})

/** Zones written out, in lower case and without "time"; most are CLDR's English names. */
const names = mapOf<number | string>({
  pacific: 'America/Los_Angeles',
  mountain: 'America/Denver',
  central: 'America/Chicago',
  eastern: 'America/New_York',
  'pacific standard': -480,
  'pacific daylight': -420,
  'mountain standard': -420,
  'mountain daylight': -360,
  'central standard': -360,
  'central daylight': -300,
  'eastern standard': -300,
  'eastern daylight': -240,
  'coordinated universal': 0,
  'universal coordinated': 0,
  universal: 0,
  'greenwich mean': 0,
  'british summer': 60,
  'irish standard': 60,
  'western european': 'Europe/Lisbon',
  'central european': 'Europe/Paris',
  'central european standard': 60,
  'central european summer': 120,
  'eastern european': 'Europe/Athens',
  'eastern european standard': 120,
  'eastern european summer': 180,
  moscow: 180,
  'moscow standard': 180,
  'west africa': 60,
  'central africa': 120,
  'east africa': 180,
  'south africa': 120,
  'south africa standard': 120,
  'israel standard': 120,
  'gulf standard': 240,
  'pakistan standard': 300,
  'india standard': 330,
  'indian standard': 330,
  indochina: 420,
  'china standard': 480,
  'hong kong': 480,
  singapore: 480,
  'singapore standard': 480,
  philippine: 480,
  'japan standard': 540,
  'korea standard': 540,
  'australian eastern': 'Australia/Sydney',
  'australian eastern standard': 600,
  'australian eastern daylight': 660,
  'new zealand': 'Pacific/Auckland',
})

/** The other half of the year: what an abbreviation is called when its region changes the clock. */
const seasons = mapOf<readonly [other: string, region: string]>({
  PST: ['PDT', 'America/Los_Angeles'],
  PDT: ['PST', 'America/Los_Angeles'],
  MDT: ['MST', 'America/Denver'],
  CDT: ['CST', 'America/Chicago'],
  EST: ['EDT', 'America/New_York'],
  EDT: ['EST', 'America/New_York'],
  WET: ['WEST', 'Europe/Lisbon'],
  WEST: ['WET', 'Europe/Lisbon'],
  CET: ['CEST', 'Europe/Paris'],
  CEST: ['CET', 'Europe/Paris'],
  EET: ['EEST', 'Europe/Athens'],
  EEST: ['EET', 'Europe/Athens'],
  AEST: ['AEDT', 'Australia/Sydney'],
  AEDT: ['AEST', 'Australia/Sydney'],
  NZST: ['NZDT', 'Pacific/Auckland'],
  NZDT: ['NZST', 'Pacific/Auckland'],
})

function mapOf<T>(values: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(values))
}

/** UTC or GMT, perhaps with a shift; a range that follows is none. */
const base =
  /(UTC|GMT|utc|gmt)(\s?(?:\+\s?|[-−–])\d{1,2}(?::?(?:00|30|45))?(?![\d:])(?!\s?(?:[ap]\.?m\b|UTC|GMT)))?(?!\w)/y
const region =
  /(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific|US|Etc)\/[A-Z]\w{1,20}(?:\/\w{1,20})?/y
const spelt = /((?:[A-Z][a-z]{1,12}\s){1,3})[Tt]ime\b/y
const american = /(?:US[- ])?(Pacific|Mountain|Central|Eastern)\b/y
const letters = /(?:[A-Z]{2,5}|[pe][sd]t|ces?t)(?!\w)/y
const shifted = /\s?\((?:UTC|GMT)\s?([+\-−–]\d{1,2}(?::?\d{2})?)\)/y

/** A zone, and the index behind its name. */
export interface ZoneFound {
  readonly zone: Zone
  readonly end: number
}

/** The zone whose name starts at an index, with the offset that stands in parentheses behind it. */
export function zoneAt(text: string, index: number): ZoneFound | undefined {
  const found = baseAt(text, index) ?? namedAt(text, index)
  if (!found || found.zone.rule === 0) return found
  const shift = matchAt(shifted, text, found.end)
  if (!shift) return found
  const zone = { name: found.zone.name, rule: minutesOf(shift[1] ?? '') }
  return { zone, end: found.end + shift[0].length }
}

function baseAt(text: string, index: number): ZoneFound | undefined {
  const match = matchAt(base, text, index)
  if (!match) return undefined
  const end = index + match[0].length
  const name = (match[1] ?? '').toUpperCase()
  const sign = match[2]?.replace(/\s/g, '').replace(/[−–]/, '-')
  return sign ? { zone: { name: name + sign, rule: minutesOf(sign) }, end } : { zone: { name, rule: 0 }, end }
}

function namedAt(text: string, index: number): ZoneFound | undefined {
  if (!/[A-Za-z]/.test(text.charAt(index))) return undefined
  for (const [pattern, name] of namings) {
    const match = matchAt(pattern, text, index)
    const zone = match && zoneNamed(name(match))
    if (zone) return { zone, end: index + match[0].length }
  }
  return undefined
}

const namings: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [letters, ([name]) => name],
  [region, ([name]) => name],
  [spelt, ([name]) => name],
  [american, (match) => `${match[1]} Time`],
]

/** A zone by its name as people write it, or nothing where no such zone is known. */
export function zoneNamed(name: string): Zone | undefined {
  const letters = name.toUpperCase()
  const offset = offsets.get(letters) ?? regions.get(letters)
  if (offset !== undefined) return { name: letters, rule: offset }
  if (ambiguous.has(letters)) return { name: letters }
  const words = name
    .toLowerCase()
    .replace(/ time$/, '')
    .replace('african', 'africa')
    .replace('eastern a', 'east a')
  const rule = names.get(words)
  if (rule !== undefined) return { name, rule }
  return name.includes('/') && IANAZone.isValidZone(name) ? { name, rule: name } : undefined
}

/** `+01:00`, `-0800`, `+3`, as minutes east of UTC. */
export function minutesOf(offset: string): number {
  const [, sign, hours, minutes] = /([+\-−–])\s?(\d{1,2}):?(\d{2})?/.exec(offset) ?? []
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0)
  return sign === '+' ? size : -size
}

const zoneStart = /(?<![\w/])(?:UTC|GMT|[A-Z]{2,5}(?!\w)|[A-Z][a-z]+[\s/-])/g
const aboutTime = /\b(?:times?|duration|time ?zones?|timestamps?|hours)\b|^\W{0,4}[A-Z]{2,5} throughout\b/i
const undeclared = /\ball (?:the )?times? (?:\w+ ){0,3}?in (?:the )?([A-Z]\w+(?:[ -][A-Z]\w+){0,3})/i

/** "(Eastren African Time)" over a timeline: a zone, though its name is none. */
const bracketed = /\(((?:[A-Z][a-z]{2,12} ){1,3}[Tt]ime)\)/

/** A zone and where a text names it. */
export interface Declared {
  readonly zone: Zone
  readonly start: number
  readonly end: number
}

/**
 * A zone that a text declares for other times: "All times in UTC", "Time (PST)". A title or a column's head declares by
 * naming the zone; other text must speak of times.
 */
export function declaredZone(text: string, title: boolean): Declared | undefined {
  const spoken = aboutTime.exec(text)
  if (!title && !spoken) return undefined
  for (const match of text.matchAll(zoneStart)) {
    const found = zoneAt(text, match.index)
    if (!found) continue
    const near = spoken !== null && match.index - spoken.index < 60
    if (near || (title && found.zone.name.length > 2)) return { ...found, start: match.index }
  }
  const named = (undeclared.exec(text) ?? (title ? bracketed.exec(text) : null))?.[1]
  if (!named || /^(?:this|these|our|your|local|down|response|real)\b/i.test(named)) return undefined
  const start = text.indexOf(named)
  return { zone: { name: named }, start, end: start + named.length }
}

/** The rules of a zone, for luxon. */
export const luxonZone = (rule: number | string): LuxonZone =>
  typeof rule === 'number' ? FixedOffsetZone.instance(rule) : IANAZone.create(rule)

/**
 * What an abbreviation's region calls its time on a day since 1970-01-01, where that is another name: `PDT` for `PST` in July.
 * On the day on which the clocks change both hold.
 */
export function nameInSeason(name: string, day: number): string | undefined {
  const season = seasons.get(name)
  const offset = offsets.get(name)
  if (!season || offset === undefined) return undefined
  const [other, region] = season
  const zone = IANAZone.create(region)
  const midnight = day * dayInMs - offset * 60_000
  return [midnight, midnight + dayInMs].some((instant) => zone.offset(instant) === offset) ? undefined : other
}

/** The same for many days, each looked up once. */
export function namesInSeason(): typeof nameInSeason {
  const known = new Map<string, string | undefined>()
  return (name, day) => {
    const key = `${name} ${day}`
    if (!known.has(key)) known.set(key, nameInSeason(name, day))
    return known.get(key)
  }
}
