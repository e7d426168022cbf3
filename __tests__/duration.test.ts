import fc from 'fast-check'
import { readAmounts } from '../src/postmortem/amounts.ts'
import { readBlocks } from '../src/postmortem/blocks.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import { readPostmortem } from '../src/postmortem/read.ts'
import { readSections } from '../src/postmortem/sections.ts'
import { readTimes, type Times } from '../src/postmortem/times.ts'

function read(source: string): Times {
  const blocks = readBlocks(source, parseMarkdown(source))
  return readTimes(source, blocks, readSections(blocks))
}
const stated = (...lines: readonly string[]): number | undefined =>
  read(['# Checkout down', '', ...lines, ''].join('\n')).duration.stated?.value

test.each([
  ['2 hours 30 minutes', 150],
  ['2 hours and 30 minutes', 150],
  ['3hrs 20mins', 200],
  ['24h40m', 1480],
  ['0h 37m', 37],
  ['15h', 900],
  ['1:30 hours', 90],
  ['2.5 hours', 150],
  ['2½ hours', 150],
  ['two and a half hours', 150],
  ['an hour and a half', 90],
  ['an hour and three quarters', 105],
  ['an hour and a quarter', 75],
  ['one and three-quarter hours', 105],
  ['three quarters of an hour', 45],
  ['a quarter of an hour', 15],
  ['1h45', 105],
  ['2h50', 170],
  ['1 h 45', 105],
  ['1 h, 45 requests', 60],
  ['2h500', 120],
  ['half an hour', 30],
  ['an hour', 60],
  ['forty-five minutes', 45],
  ['one hour and thirty minutes', 90],
  ['a 90-minute outage', 90],
  ['2 days, 3 hours', 3060],
  ['1 hour, 5 minutes and 30 seconds', 65.5],
  ['two weeks', 20_160],
  ['twenty four hours', 1440],
  ['thirty-seven minutes', 37],
  ['12+ hours', 720],
  ['11-15 minutes', 15],
  ['2–3 hours', 180],
  ['10 to 20 minutes', 20],
])('%s', (text, minutes) => {
  expect(readAmounts(text).map((amount) => amount.minutes)).toEqual([minutes])
})

test.each([
  '300ms',
  '404s',
  '1990s',
  '5M users',
  '24/7',
  'v2 days',
  '2024-3 hours',
  '10:2-3 hours',
  '1,200 seconds',
  '10 md files',
  'at 10:30',
  'a',
  'half of it',
])('%s is no length of time', (text) => {
  expect(readAmounts(text)).toEqual([])
})

test('a range has a lower end, in the unit of the upper one', () => {
  expect(readAmounts('about 2-3 hours')).toEqual([
    { minutes: 180, start: 6, end: 15, approximate: true, least: 120 },
  ])
  expect(readAmounts('1-2.5 hours')).toMatchObject([{ minutes: 150, least: 60 }])
  expect(readAmounts('12+ hours')).toMatchObject([{ approximate: true }])
})

test('hours and minutes in any words are added', () => {
  const styles: readonly ((hours: number, minutes: number) => string)[] = [
    (hours, minutes) => `${hours} hours and ${minutes} minutes`,
    (hours, minutes) => `${hours}h ${minutes}m`,
    (hours, minutes) => `${hours} hr, ${minutes} min`,
    (hours, minutes) => `${hours}:${String(minutes).padStart(2, '0')} hours`,
  ]
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 48 }),
      fc.integer({ min: 1, max: 59 }),
      fc.constantFrom(...styles),
      (hours, minutes, style) => {
        const text = `It took ${style(hours, minutes)} in all`
        const [amount] = readAmounts(text)
        expect(amount?.minutes).toBe(hours * 60 + minutes)
        expect(text.slice(amount?.start, amount?.end)).toBe(style(hours, minutes))
      },
    ),
  )
})

describe('stated', () => {
  test.each([
    ['a label', ['**Duration:** 2 hours'], 120],
    ['a label in a list', ['- Duration: 10:00 - 12:00 UTC (2 hours)'], 120],
    ['a label over a nested item', ['- **Duration:**', '  - 45 minutes'], 45],
    ['a heading', ['## Duration', '', '45 minutes'], 45],
    [
      'a row',
      ['| Field | Value |', '|---|---|', '| **Duration** | ~6 hours 29 minutes (10:00 to 16:29 UTC) |'],
      389,
    ],
    ['a column', ['| Customers | Incident duration |', '|---|---|', '| 20 | 15h |'], 900],
    ['a total', ['**Total impact duration:** 5 hours 26 minutes'], 326],
    ['a verb', ['The outage lasted about 47 minutes.'], 47],
    ['a participle', ['We saw an outage lasting 1 hour and 48 minutes.'], 108],
    ['a verb behind a date', ['On May 5th, 2023, the app had an outage that lasted for about 2 hours.'], 120],
    ['a verb behind another', ['An outage was detected last week that lasted 1 day.'], 1440],
    ['a title', ['# 30-day silent outage of the API'], 43200],
    ['a state of anything', ['## Impact', '', 'All trees were closed for 17 hours.'], 1020],
    ['what opens a sentence', ['For about 2 days the builds were unavailable. It was fixed.'], 2880],
    ['a state', ['## Summary', '', 'The site was down for approximately 1 hour and 50 minutes.'], 110],
    ['a state in other words', ['## Impact', '', 'The hub was not reachable for about 6 hours.'], 360],
    ['an adjective', ['The change caused a 45-minute outage.'], 45],
    ['a noun', ['Over 30 minutes of downtime.'], 30],
    ['downtime for', ['**Impact**: Downtime for ~4 hours and 38 minutes.'], 278],
    ['the times that bound it', ['For 13 minutes between 13:11 and 13:24 UTC orders took long.'], 13],
    ['them after a comma', ['For exactly 30 minutes, from 12:38 to 13:08, orders took long.'], 30],
    ['an outage of the fleet', ['## Impact', '', 'About 5 min full fleet outage.'], 5],
    ['whole minutes', ['**Duration:** 42 minutes 17 seconds'], 42],
    ['for a total of', ['For a total of 16 minutes the shop was offline.'], 16],
    ['a repair', ['## Summary', '', 'Fees rose until this was resolved (~20 hrs).'], 1200],
    ['a state of silence', ['The path went silent for ~16 hours.'], 960],
    ['what failed', ['## Impact', '', '- 500 errors on several pages for ~15 hours'], 900],
    [
      'the times that bear it out',
      [
        '# The shop was down for two hours',
        '',
        '## Summary',
        '',
        'It answered 502 for two hours and six',
        'minutes, from 11:00 to 13:06 UTC.',
      ],
      126,
    ],
    ['the time to recovery', ['- Time to detection: 3 minutes', '- Time to recovery: 43 minutes'], 43],
  ])('by %s', (_, lines, minutes) => {
    expect(stated(...lines)).toBe(minutes)
  })

  test.each([
    ['the lengths of several', ['| | 26 May | 27 May |', '|-|-|-|', '| Duration | 22m | 15m |']],
    ['a time to detect', ['- Time to detect: 43 minutes']],
    ['support hours', ['- **Time to resolve**: 7h (during support hours 10:00-17:00)']],
    ['a rate', ['It rose to 95 requests over the course of 15 minutes.']],
    ['a time to be seen', ['The outage was detected after 20 minutes.']],
    ['what may be', ['The outage may have lasted 20 minutes.']],
    ['one of several', ['The disk made the node stall for 6 to 9 seconds each, three times.']],
    ['seconds', ['The disk made the node stall for 6 to 9 second gaps. An outage of 40 seconds is a gap.']],
    ['a habit', ['For 2 hours we looked at the logs. The site was down.']],
    ['a plan', ['## Actions', '', '- Keep the outage under 5 minutes of downtime']],
    ['a wish', ['The outage would have lasted 3 hours.']],
    ['a timeout', ['The site was down for every timeout of 30 seconds.']],
    ['a response', ['We were paged 1 minute after the start.']],
    ['a range of clock times', ['Duration: 10:00 - 12:00 UTC']],
    ['code', ['```', 'Duration: 2 hours', '```']],
  ])('not by %s', (_, lines) => {
    expect(stated(...lines)).toBeUndefined()
  })

  test('a label is stronger than a sentence, and hedges are kept', () => {
    const { duration } = read(
      '# Down for 6.5 hours\n\nThe outage lasted 7 hours.\n\n- **Duration**: about 6 hours 29 minutes\n',
    )
    expect(duration).toMatchObject({ stated: { value: 389 }, approximate: true })
    expect(duration.stated?.at.start).toMatchObject({ line: 5, column: 23 })
  })
})

test('of two times to recover the time to resolve counts', () => {
  const events = ['## Timeline', '', '- 10:43 Outage begins', '- 11:01 Acknowledged', '- 11:38 Resolved', '']
  const times = ['- Time to repair: 37 minutes', '- Time to resolve: 55 minutes']
  expect(stated(...events, ...times)).toBe(55)
  expect(stated(...times)).toBe(55)
})

describe('start and end', () => {
  const span = (...lines: readonly string[]): (number | undefined)[] => {
    const { duration, startEnd } = read(['# Checkout down', '', ...lines, ''].join('\n'))
    return [duration.computed?.value, startEnd?.at.start.line]
  }
  test.each<[string, string[], number | undefined, number | undefined]>([
    [
      'labels',
      ['- Start Time: 3 May 2024, 09:30 AM (UTC)', '- End Time: 3 May 2024, 03:45 PM (UTC)'],
      375,
      3,
    ],
    ['rows', ['| Start | 09:30 UTC |', '|---|---|', '| End | 10:00 UTC |'], 30, 3],
    ['a range', ['**Duration:** 22:10 - 01:20 EAT'], 190, 3],
    [
      'a range over days',
      ['Duration: November 10, 2023, 8:00 PM - November 11, 2023, 2:00 AM (UTC)'],
      360,
      3,
    ],
    ['a range in a sentence', ['## Summary', '', 'From 6PM to 7PM GMT all requests failed.'], 60, 5],
    ['two zones', ['- Start: 10:00 UTC', '- End: 13:30 CEST'], 90, 3],
    [
      'a sentence',
      ['## Summary', '', 'At 3:00 PM Eastern time the page broke, and it did so until 5:01 PM Eastern time.'],
      121,
      5,
    ],
    [
      'an end told as a verb',
      ['## Summary', '', 'It began at 8:30 AM on May 16 and ends at 11:00 AM.'],
      150,
      5,
    ],
    ['a box to tick', ['## Resolution', '', '- [ ] Watch the run from 10:00 to 10:30'], undefined, undefined],
    ['a timeline', ['## Timeline', '', '- 10:00 Outage begins', '- 10:20 Alert', '- 11:00 Resolved'], 60, 5],
    [
      'a timeline in other words',
      ['## Timeline', '', '- 10:00 foo', '- 10:20 bar', '- 11:00 baz'],
      undefined,
      5,
    ],
    ['a start alone', ['## Summary', '', 'At 10:00 UTC the page broke.'], undefined, undefined],
    ['days without clocks', ['Duration: 3 May 2024 - 4 May 2024'], undefined, undefined],
    ['hours of support', ['Reach us in support hours, 10:00 - 17:00.'], undefined, undefined],
    [
      'a change in the causes',
      ['## Root cause', '', 'From 09:00 to 09:10 a deploy ran.'],
      undefined,
      undefined,
    ],
    ['an end before the start', ['Duration: 3 May 2024, 10:00 - 2 May 2024, 10:00'], undefined, 3],
  ])('%s', (_, lines, minutes, line) => {
    expect(span(...lines)).toEqual([minutes, line])
  })
})

test('any document has its times read', () => {
  const lines = fc.constantFrom(
    '# X',
    '## Timeline',
    '- 10:00 a',
    '- b',
    '| Time | X |',
    '|---|---|',
    '| 10:00 | x |',
    '3 May 2024',
    'Duration: 2 hours',
    '',
    '> 10:00',
    '```',
    '**10:00**',
    '  - 11:00 c',
    '1. 25:99 d',
    'All times in UTC',
    '<li>10:00 e</li>',
  )
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 25 }), (all) => {
      const source = all.join('\n')
      const { timeline, duration } = read(source)
      for (const { when, block } of timeline.entries) {
        expect(block.at.start.line).toBeLessThanOrEqual(all.length)
        if (when) expect(source.slice(when.at.start.offset, when.at.end.offset)).toMatch(/\d/)
      }
      if (timeline.entries.length > 0) expect(timeline.form).not.toBe('none')
      else expect(['none', 'paragraphs']).toContain(timeline.form)
      expect(duration.stated?.value ?? 120).toBe(120)
    }),
    { numRuns: 300 },
  )
})

test('a length beside the times that bear it out is the outage, another is not', () => {
  const summary = (length: string): string[] => [
    '## Summary',
    '',
    `Mail stood still from 10:00 to 12:30 UTC, ${length}.`,
  ]
  expect(stated(...summary('two and a half hours'))).toBe(150)
  expect(stated(...summary('40 minutes after the deploy'))).toBeUndefined()
})

test('the timeline bears out a stated length without words for start and end', () => {
  const timeline = (last: string): string =>
    `# Mail\n\n## Summary\n\nMail did not arrive for 50 minutes.\n\n## Timeline (UTC)\n\n- 10:00: letters wait\n- ${last}: letters move\n`
  expect(read(timeline('10:50')).duration.computed?.value).toBe(50)
  expect(read(timeline('11:50')).duration.computed).toBeUndefined()
})

test('a time to resolve goes before a time to repair, whatever the times say', () => {
  const minutes = stated(
    '- **Start**: 10:00',
    '- **End**: 10:30',
    '',
    '- **Time to repair**: 0h 30m',
    '',
    '- **Time to resolve**: 1h 10m',
  )
  expect(minutes).toBe(70)
})

test('"for 2.5 hours" is the duration where start and end bear it out', () => {
  const head = ['Start: 2024-05-10 14:00 UTC', 'End: 2024-05-10 16:30 UTC', '', '**Impact:**']
  expect(stated(...head, 'For 2.5 hours, the shop took a nap.')).toBe(150)
  expect(stated(...head, 'For 2 hours, the shop took a nap.')).toBeUndefined()
})

test('a halt for some time is the duration, what is watched after it is not', () => {
  expect(stated('## Summary', '', 'This resulted in a halt in our productions for 5 days.')).toBe(7200)
  expect(stated('## Summary', '', 'After the outage we monitored the hosts for 2 hours.')).toBeUndefined()
})

test.each([
  ['duration: 5h 10m (until the fix)', 310],
  ['duration: ~6.5h', 390],
  ['outage_duration_minutes: 45', 45],
  ['duration: short', 360],
  ['author: 5h', 360],
])('front matter of %j comes before the text', (field, minutes) => {
  const source = `---\n${field}\n---\n\n# Checkout down\n\n## Summary\n\nThe outage lasted six hours.\n`
  const { stated, approximate } = readPostmortem(source, parseMarkdown(source)).duration
  expect(stated?.value).toBe(minutes)
  expect(stated?.at.start.line).toBe(minutes === 360 ? 9 : 2)
  expect(approximate).toBe(field.includes('~'))
})
