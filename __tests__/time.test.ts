import fc from 'fast-check'
import { DateTime, Info } from 'luxon'
import { monthOf } from '../src/postmortem/dates.ts'
import { type Moment, readWhens, type WhenMatch } from '../src/postmortem/time.ts'
import { declaredZone, nameInSeason, zoneNamed } from '../src/postmortem/zones.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** A moment as one line: date, clock in 24 hours, zone. */
function shown({ clock, date, zone }: Moment): string {
  const day = date && `${date.year ?? '----'}-${two(date.month)}-${two(date.day)}`
  const time = clock && `${two(Math.floor(clock.minutes / 60))}:${two(Math.floor(clock.minutes % 60))}`
  const seconds = clock?.seconds ? `:${two(Math.round((clock.minutes * 60) % 60))}` : ''
  return [day, time && time + seconds, zone?.name].filter(Boolean).join(' ')
}

const whole = (when: WhenMatch): string =>
  `${when.approximate ? '~' : ''}${shown(when)}${when.until ? ` > ${shown(when.until)}` : ''}`
const read = (text: string): string[] => readWhens(text).map(whole)

test.each([
  ['3:AM UTC', '03:00 UTC'],
  ['10:45 AM (UTC)', '10:45 UTC'],
  ['12:00 p.m. EAT', '12:00 EAT'],
  ['12:05 am', '00:05'],
  ['16:15 GMT+1', '16:15 GMT+1'],
  ['16:05 UTC-05:00', '16:05 UTC-05:00'],
  ['10:00 GMT + 1', '10:00 GMT+1'],
  ['13:00:56', '13:00:56'],
  ['6PM', '18:00'],
  ['10.46 pm', '22:46'],
  ['12.39UTC', '12:39 UTC'],
  ['9:02a', '09:02'],
  ['14:30 hrs EAT', '14:30 EAT'],
  ['[13:20]', '13:20'],
  ['At 3:15 PM Eastern time', '15:15 Eastern time'],
  ['7:09 AM Eastern:', '07:09 Eastern Time'],
  ['1915 UTC', '19:15 UTC'],
  ['Feb 9 1924 UTC', '-----02-09 19:24 UTC'],
  ['9 Feb 2024 UTC', '2024-02-09 UTC'],
  ['~16:00z', '~16:00 UTC'],
  ['from 12:00 (maybe before) to 17:55', '12:00 > 17:55'],
  ['12 noon', '12:00'],
  ['at midnight', '00:00'],
  ['~10:19', '~10:19'],
  ['10:45~', '~10:45'],
  ['around 16:00', '~16:00'],
  ['10:30-ish', '~10:30'],
  ['2024-06-05 14:00 UTC', '2024-06-05 14:00 UTC'],
  ['2024-6-5T14:00:07.5Z', '2024-06-05 14:00:07 UTC'],
  ['2024-06-05T14:00+02:00', '2024-06-05 14:00 +02:00'],
  ['2024/06/05 at 14:00', '2024-06-05 14:00'],
  ['06/May/2022 2:17 PM (GMT)', '2022-05-06 14:17 GMT'],
  ['June 7th, 2024, 13:00 (UTC)', '2024-06-07 13:00 UTC'],
  ['31st July 2018', '2018-07-31'],
  ['the 3rd of May 2021 at 10am', '2021-05-03 10:00'],
  ['Wed Dec 15 22:40', '-----12-15 22:40'],
  ['[03-26 23:04]', '-----03-26 23:04'],
  ['08-10 ~19:15', '-----08-10 19:15'],
  ['22:30 UTC (Oct 29)', '-----10-29 22:30 UTC'],
  ['2:00 PM PT on 02-20-2017', '2017-02-20 14:00 PT'],
  ['2022-02-02 1625: mail', '2022-02-02 16:25'],
  ['10 de marzo de 2026', '2026-03-10'],
  ['2024年6月5日 14:00', '2024-06-05 14:00'],
  ['9:00 - 10:15 AM', '09:00 > 10:15'],
  ['11:30 - 1:00 PM', '11:30 > 13:00'],
  ['9 to 10 PM', '21:00 > 22:00'],
  ['8:20 – 8:24', '08:20 > 08:24'],
  ['16:05:57-58', '16:05:57 > 16:05:58'],
  ['07:31:35 → 07:51:28', '07:31:35 > 07:51:28'],
  ['05:30~09:15 UTC', '05:30 UTC > 09:15 UTC'],
  ['14:00 UTC-15:00 UTC', '14:00 UTC > 15:00 UTC'],
  ['between 1900 and 2100 UTC', '19:00 UTC > 21:00 UTC'],
  ['20 May 2024, from 14:00 to 16:30 GMT', '2024-05-20 14:00 GMT > 16:30 GMT'],
  ['10:00 AM to 11:30 AM (UTC) on 14 February 2024', '2024-02-14 10:00 UTC > 2024-02-14 11:30 UTC'],
  ['1 May 2024, 20:00 - 2 May 2024, 02:00 (CET)', '2024-05-01 20:00 CET > 2024-05-02 02:00 CET'],
  ['10/14/2022 - 11/03/2022', '2022-10-14 > 2022-11-03'],
  ['10:00 AM on April 5th, 2024 (UTC)', '2024-04-05 10:00 UTC'],
  ['4pm to 6 GMT', '16:00 GMT > 18:00 GMT'],
  ['12th of may 2022, 9:00', '2022-05-12 09:00'],
  ['February 24th, 15, 9:21 PM (WAT)', '2015-02-24 21:21 WAT'],
])('%s is %s', (text, expected) => {
  expect(read(text)).toEqual([expected])
  expect(read(`${text}, and more`)[0]).toBe(expected)
})

test('figures that may be anything are times only at the start', () => {
  expect(read('0251 - the alert fires')).toEqual(['02:51'])
  expect(read('15.25 The alert fires')).toEqual(['15:25'])
  expect(read('10.12:30 PM the tenth entry')).toEqual(['12:30'])
  expect(read('it rose to 0251 - and to 15.25 The')).toEqual([])
})

test.each([
  '500 Internal Server Error on port 8080',
  'Ubuntu 14.04 served 404 at 0:8080',
  'Line 137, v1.2.3, release 1.14.10, block 3341663',
  'main.rs:119:50 panicked',
  'In 2024 we had 2000 users; 3:1 and 16:9',
  '1024 file descriptors, 1:30 hours, 24h40m, 15h',
  'we may fix 12 of them in march',
  'monday.com and sun.misc, decided',
  './2023-09-18-inbound.md',
])('%s names no time', (text) => {
  expect(read(text)).toEqual([])
})

test('several moments keep their places', () => {
  const text = 'From 02:00–02:08 CET (01:00–01:08 UTC), told on 5 June'
  expect(readWhens(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    '02:00–02:08 CET',
    '01:00–01:08 UTC',
    '5 June',
  ])
})

test('a moment leads where only marks, emoji codes and a preposition stand before it', () => {
  const leads = (text: string): boolean[] => readWhens(text).map(({ lead }) => lead)
  expect(leads(':alarm_clock: 10:00 alert')).toEqual([true])
  expect(leads('{{ 2022-01-20 Between 02:00 and 02.30 PM }}')).toEqual([true])
  expect(leads('At around 10:00 the alert of 09:55')).toEqual([true, false])
  expect(leads('The alert of 10:00')).toEqual([false])
})

test.each([
  '25:10 - up',
  '31 June 2024',
  '2024-13-01',
  '2024-02-30',
  'Sunday, May 13th, 2023',
  '15:00 AM',
  '11/03/202',
  '20202-01-16',
])('%s cannot be', (text) => {
  const words = text.replace(' - up', '')
  expect(readWhens(text)[0]?.impossible).toBe(words)
})

test.each([
  '24:00',
  '13:30 PM',
  '29 February',
  '2024-02-29',
  'Saturday, May 13th, 2023',
  '04-12-2022',
  '31-12-2024',
])('%s can be', (text) => {
  expect(readWhens(text)[0]).toBeDefined()
  expect(readWhens(text)[0]?.impossible).toBeUndefined()
})

test('dates in figures tell their order where one part is no month', () => {
  const order = (text: string) => readWhens(text)[0]?.date?.order
  expect(order('28-11-2024')).toBe('dmy')
  expect(order('11/28/2024')).toBe('mdy')
  expect(order('04-12-2022')).toBe('either')
  expect(order('2022-12-04')).toBeUndefined()
})

const clocks = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
const clockStyles: readonly ((hour: number, minute: number) => string)[] = [
  (hour, minute) => `${two(hour)}:${two(minute)}`,
  (hour, minute) => `${hour}:${two(minute)} UTC`,
  (hour, minute) => `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`,
  (hour, minute) => `${hour % 12 || 12}.${two(minute)}${hour < 12 ? 'am' : 'p.m.'} (EAT)`,
  (hour, minute) => `${two(hour)}${two(minute)} UTC`,
]

test('a clock time is the same in every style', () => {
  fc.assert(
    fc.property(
      clocks,
      fc.constantFrom(...clockStyles),
      fc.constantFrom('', '- ', 'At ', '~'),
      ({ hour, minute }, style, lead) => {
        const [when] = readWhens(`${lead}${style(hour, minute)} the alert fired`)
        expect(when?.clock?.minutes).toBe(hour * 60 + minute)
      },
    ),
  )
})

const days = fc.integer({ min: 0, max: 20_000 }).map((n) => DateTime.utc(1990, 1, 1).plus({ days: n }))
const dateStyles = [
  'yyyy-MM-dd',
  'yyyy/M/d',
  'MMMM d, yyyy',
  'd MMM yyyy',
  "MMM d 'of' yyyy",
  'd/MMM/yyyy',
  'EEEE, d MMMM yyyy',
  'MMMM d, yyyy (EEE)',
]

test('a date is the same in every style, and exists', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...dateStyles), (day, style) => {
      const [when] = readWhens(`${day.setLocale('en').toFormat(style)} 10:30 alert`)
      expect(when?.date).toMatchObject({ year: day.year, month: day.month, day: day.day })
      expect(when?.clock?.minutes).toBe(630)
      expect(when?.impossible).toBeUndefined()
    }),
  )
})

const pieces = fc.constantFrom(
  '10:30',
  '2024-06-05',
  '-',
  ' ',
  'May',
  '7',
  ':',
  'AM',
  'UTC',
  '(',
  ')',
  '~',
  'to',
  '/',
  '.',
  '1',
  'T',
  'Z',
  '+02:00',
  'and',
  '\u2013',
  '日',
)

test('any text is read without overlap, whatever stands in it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
      ),
      (text) => {
        let before = 0
        for (const { start, end } of readWhens(text)) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          before = end
        }
      },
    ),
    { numRuns: 500 },
  )
})

test.each(['en', 'es', 'fr', 'pt', 'id', 'de'])('months of %s are those of CLDR', (locale) => {
  const names = [
    ...Info.months('long', { locale }),
    ...(locale === 'en' ? Info.months('short', { locale }) : []),
  ]
  for (const [i, name] of names.entries()) expect([name, monthOf(name)]).toEqual([name, (i % 12) + 1])
})

test('short names of other languages are words of English', () => {
  expect(read('5 out of 10, 3 set, 2 des, 10 ago')).toEqual([])
})

test.each([
  ['PST', 'America/Los_Angeles', 1],
  ['PDT', 'America/Los_Angeles', 7],
  ['MDT', 'America/Denver', 7],
  ['CDT', 'America/Chicago', 7],
  ['EST', 'America/New_York', 1],
  ['EDT', 'America/New_York', 7],
  ['AKST', 'America/Anchorage', 1],
  ['HST', 'Pacific/Honolulu', 1],
  ['NST', 'America/St_Johns', 1],
  ['ADT', 'America/Halifax', 7],
  ['BRT', 'America/Sao_Paulo', 1],
  ['ART', 'America/Argentina/Buenos_Aires', 1],
  ['COT', 'America/Bogota', 1],
  ['PET', 'America/Lima', 1],
  ['VET', 'America/Caracas', 1],
  ['WET', 'Europe/Lisbon', 1],
  ['WEST', 'Europe/Lisbon', 7],
  ['CET', 'Europe/Paris', 1],
  ['CEST', 'Europe/Paris', 7],
  ['EET', 'Europe/Athens', 1],
  ['EEST', 'Europe/Athens', 7],
  ['MSK', 'Europe/Moscow', 1],
  ['TRT', 'Europe/Istanbul', 1],
  ['WAT', 'Africa/Lagos', 1],
  ['CAT', 'Africa/Maputo', 1],
  ['SAST', 'Africa/Johannesburg', 1],
  ['EAT', 'Africa/Nairobi', 1],
  ['PKT', 'Asia/Karachi', 1],
  ['NPT', 'Asia/Kathmandu', 1],
  ['ICT', 'Asia/Bangkok', 1],
  ['WIB', 'Asia/Jakarta', 1],
  ['HKT', 'Asia/Hong_Kong', 1],
  ['SGT', 'Asia/Singapore', 1],
  ['JST', 'Asia/Tokyo', 1],
  ['KST', 'Asia/Seoul', 1],
  ['ACST', 'Australia/Darwin', 1],
  ['AEST', 'Australia/Sydney', 7],
  ['AEDT', 'Australia/Sydney', 1],
  ['NZST', 'Pacific/Auckland', 7],
  ['NZDT', 'Pacific/Auckland', 1],
] as const)('%s is the time of %s in month %i', (name, region, month) => {
  expect(zoneNamed(name)?.rule).toBe(
    DateTime.fromObject({ year: 2024, month, day: 15 }, { zone: region }).offset,
  )
})

test.each(['CST', 'IST', 'BST', 'AST', 'MST', 'GST', 'AMT', 'ECT'])('%s may be several zones', (name) => {
  expect(zoneNamed(name)).toEqual({ name })
})

test('an offset in parentheses explains a name', () => {
  expect(readWhens('10:00 IST (UTC+5:30)')[0]?.zone).toEqual({ name: 'IST', rule: 330 })
  expect(readWhens('10:00 GST (UTC+4)')[0]?.zone).toEqual({ name: 'GST', rule: 240 })
})

test.each(['constructor', 'toString', 'XYZ', '', 'Mars/Olympus', 'constructor time'])(
  '%s is no zone',
  (name) => {
    expect(zoneNamed(name)).toBeUndefined()
  },
)

test.each([
  ['Timeline (UTC)', true, 'UTC'],
  ['Timeline (all times PST) 10/31/2022 - 02/15/2023', true, 'PST'],
  ['Timeline (All in Greenwich Mean Time)', true, 'Greenwich Mean Time'],
  ['Timeline (Eastren African Time)', true, 'Eastren African Time'],
  ['Time (CET)', true, 'CET'],
  ['All times in UTC.', false, 'UTC'],
  ['All times in US-Pacific.', false, 'Pacific Time'],
  ['Times are in Africa/Nairobi', false, 'Africa/Nairobi'],
  ['Time zone: GMT+3', false, 'GMT+3'],
  ['All times are in Lagos Time', false, 'Lagos Time'],
  ['2025-02-24 (all times Central Standard Time)', false, 'Central Standard Time'],
])('%s declares a zone', (text, title, name) => {
  const found = declaredZone(text, title)
  expect(found?.zone.name).toBe(name)
  expect(text.slice(found?.start, found?.end).toLowerCase()).toContain(name.split(' ')[0]?.toLowerCase())
})

test.each([
  ['The response time of the API rose', false],
  ['All times are approximate', false],
  ['All times are in our local time', false],
  ['Restarted in the PST region', false],
  ['Timeline', true],
])('%s declares none', (text, title) => {
  expect(declaredZone(text, title)).toBeUndefined()
})

test('an abbreviation out of season has another name', () => {
  const day = (year: number, month: number, date: number): number => Date.UTC(year, month, date) / 86_400_000
  expect(nameInSeason('PST', day(2024, 6, 1))).toBe('PDT')
  expect(nameInSeason('PST', day(2024, 0, 1))).toBeUndefined()
  expect(nameInSeason('CEST', day(2024, 0, 1))).toBe('CET')
  expect(nameInSeason('EAT', day(2024, 6, 1))).toBeUndefined()
  // the night of the change has both names, the days beside it have one
  expect(['CEST', 'CET'].map((name) => nameInSeason(name, day(2024, 9, 27)))).toEqual([undefined, undefined])
  expect(['EST', 'EDT'].map((name) => nameInSeason(name, day(2024, 2, 10)))).toEqual([undefined, undefined])
  expect(nameInSeason('CET', day(2024, 9, 26))).toBe('CEST')
  expect(nameInSeason('CEST', day(2024, 9, 28))).toBe('CET')
})

test.each([
  ['until 13:10 Irish time (UTC+1), or 7 hours', 'UTC+1'],
  ['until 15:45 (Brasília time, UTC−3), or 5h15', 'UTC-3'],
  ['at 13:10 Irish stew (UTC+1) was served', undefined],
])('a place before the offset: %s', (text, zone) => {
  expect(readWhens(text)[0]?.zone?.name).toBe(zone)
})

test.each([
  ['At 06h12 the displays stayed blank, until 08h47', 2],
  ['2023-01-04/11:34: the address is blocked', 1],
  ['It took 6h12', 0],
  ['the release of the 15th (2025.15.2)', 0],
])('%s names %p moments', (text, count) => {
  expect(readWhens(text)).toHaveLength(count)
})
