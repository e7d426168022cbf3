import fc from 'fast-check'
import { durationConsistent } from '../src/rules/duration-consistent.ts'
import { saidBy } from './said.ts'

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const says = (...lines: readonly string[]): readonly string[] =>
  saidBy(durationConsistent, { text: ['# Exports failed', '', ...lines, ''].join('\n') })

test('a length in minutes may be five minutes off, and no more', () => {
  const minute = fc.integer({ min: 0, max: 700 })
  fc.assert(
    fc.property(
      minute,
      fc.integer({ min: 61, max: 119 }),
      fc.integer({ min: -20, max: 20 }),
      (start, length, off) => {
        const said = says(
          `From ${clock(start)} to ${clock(start + length)} UTC exports failed. The outage lasted ${length + off} minutes.`,
        )
        // a round hour may be rounded
        fc.pre((length + off) % 60 !== 0)
        expect(said).toHaveLength(Math.abs(off) <= 5 ? 0 : 1)
      },
    ),
  )
})

const timeline = [
  '',
  '## Timeline (UTC)',
  '',
  '- 09:10: an alert fires',
  '- 09:40: a worker is restarted',
  '- 10:20: the incident is resolved',
]

test.each([
  ['From 09:10 to 10:20 UTC exports failed.', []],
  ['From 09:10 to 10:24 UTC exports failed.', []],
  ['From 08:50 to 10:20 UTC exports failed.', []],
  ['From 09:10 to 09:50 UTC exports failed.', []],
  [
    'From 09:10 to 12:40 UTC exports failed.',
    ['3: End `12:40` stated in line 3, last entry `10:20` in line 9'],
  ],
  ['From 14:10 to 15:40 UTC exports failed.', ['3: No timeline entry between `14:10` and `15:40` of line 3']],
  ['Exports failed for 70 minutes.', []],
  ['The outage lasted an hour.', []],
  ['The outage lasted about 60 minutes.', []],
  ['The outage lasted 45 minutes.', ['3: `45 minutes` stated in line 3, `1 h 10 min` between lines 7 and 9']],
  ['The outage lasted 5 hours.', ['3: `5 hours` stated in line 3, no two timeline entries lie so far apart']],
  ['**Time to repair:** 45 minutes', []],
])('%s', (line, expected) => {
  expect(says(line, ...timeline)).toEqual(expected)
})

test('a timeline that runs backwards is no witness', () => {
  expect(says('The outage lasted 5 hours.', ...timeline, '- 09:30: closed')).toEqual([])
})
