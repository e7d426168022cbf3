import fc from 'fast-check'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import { sourceAt } from '../src/postmortem/place.ts'
import type { Postmortem } from '../src/postmortem/postmortem.ts'
import { readPostmortem } from '../src/postmortem/read.ts'

const read = (...lines: readonly string[]): Postmortem => {
  const text = ['# Checkout down', '', ...lines, ''].join('\n')
  return readPostmortem(text, parseMarkdown(text))
}
const timeline = (...entries: readonly string[]): Postmortem =>
  read('## Timeline', '', ...entries.map((entry) => `- ${entry}`))

describe('dates and times that cannot be', () => {
  const slips = (...lines: readonly string[]): string[] =>
    (read(...lines).slips ?? []).map(({ value, weekday }) => (weekday ? `${value}: ${weekday}` : value))

  test.each([
    ['On 31 June 2024 checkout stopped.', '31 June 2024'],
    ['At 09:75 UTC checkout stopped.', '09:75 UTC'],
    ['On 11/03/202 checkout stopped.', '11/03/202'],
    ['From 3 May 2024, 10:00 M on checkout stopped.', '3 May 2024, 10:00 M'],
    ['On Sunday, May 13th, 2023 checkout stopped.', 'Sunday, May 13th, 2023: Saturday'],
    ['On 2023-05-13 (Sun) checkout stopped.', '2023-05-13 (Sun): Saturday'],
    [
      'On Sunday, 2023-05-13 from 10:00 to 17:55 UTC it was down.',
      'Sunday, 2023-05-13 from 10:00 to 17:55 UTC: Saturday',
    ],
  ])('%s', (line, slip) => {
    expect(slips(line)).toEqual([slip])
  })

  test.each([
    'Ubuntu 14.04 answered with 500 at port 8080.',
    'On Saturday, May 13th, 2023 checkout stopped.',
    'On 04-12-2022 checkout stopped.',
    'It computed an expiry of 2025-02-29, which does not exist, and crashed.',
    'Block 3341663 came after `31 June 2024`.',
    '> On 31 June 2024 checkout stopped.',
  ])('%s', (line) => {
    expect(slips(line)).toEqual([])
  })

  test.each([
    ['Sunday, May 13th, 2023', 'Saturday, May 13th, 2023'],
    ['2023-05-13 (Sun)', '2023-05-13 (Sat)'],
  ])('the day of the week is put right as it is written: %s', (written, expected) => {
    expect(read(`On ${written} checkout stopped.`).slips?.[0]?.expected).toBe(expected)
  })
})

describe('times by another clock', () => {
  const odd = (...entries: readonly string[]): string[] =>
    (timeline(...entries).oddClocks ?? []).map(
      ({ form, value, expected }) => `${form}: ${value}${expected ? ` => ${expected}` : ''}`,
    )

  test('a bare time has the half of the day in which it lies between its neighbours', () => {
    expect(odd('06:35 AM: stops', '07:40: looks', '09:10 AM: runs', '10:00 AM: ends')).toEqual([
      'bare: 07:40 => 07:40 AM',
    ])
    expect(odd('11:35 AM: stops', '02:40: looks', '03:10 PM: runs', '04:00 PM: ends')).toEqual([
      'bare: 02:40 => 02:40 PM',
    ])
  })

  test('and none where both halves would do', () => {
    expect(odd('01:35 AM: stops', '02:40: looks', '03:10 PM: runs', '04:00 PM: ends')).toEqual([
      'bare: 02:40',
    ])
  })

  test('a full clock among halves, and a half among full clocks', () => {
    expect(odd('9:35 AM: stops', '10:10 AM: looks', '14:40: runs')).toEqual(['24: 14:40 => 2:40 PM'])
    expect(odd('13:35: stops', '14:10: looks', '2:40 PM: runs')).toEqual(['12: 2:40 PM => 14:40'])
    expect(odd('12:05 AM: stops', '1:10 AM: looks', '2:00 AM: runs')).toEqual([])
  })

  test('a dial without halves is told once', () => {
    expect(odd('11:10: stops', '11:50: looks', '12:30: tries', '1:05: runs')).toEqual(['dial: 11:10'])
  })

  test.each([
    [['09:10: stops', '13:20: runs']],
    [['noon: stops', '13:20: looks', '14:00: runs']],
    [['9 AM: stops', '1 PM: runs']],
  ])('one clock: %s', (entries) => {
    expect(odd(...entries)).toEqual([])
  })

  test('the place is that of the clock, and `expected` could stand there', () => {
    const doc = timeline(
      '2024-05-03 9:35 AM UTC: stops',
      '2024-05-03 10:00 AM UTC: looks',
      '2024-05-03 14:40 UTC: runs',
    )
    expect(doc.oddClocks?.map(({ at }) => sourceAt(doc.source, at))).toEqual(['14:40'])
  })
})

describe('zones out of season', () => {
  const zones = (doc: Postmortem): string[] =>
    (doc.oddZones ?? []).map(({ value, other, date }) => `${value} is ${other} on ${date}`)

  test('once for a list, with the letters that hold', () => {
    const doc = timeline('2024-05-03 09:10 PST: stops', '2024-05-03 09:40 PST: runs')
    expect(zones(doc)).toEqual(['PST is PDT on 2024-05-03'])
    expect(doc.oddZones?.[0]?.expected).toBe('2024-05-03 09:10 PDT: stops\n- 2024-05-03 09:40 PDT')
  })

  test('in the title of the timeline', () => {
    const doc = read('## Timeline (PST)', '', '- 2024-05-03 09:10: stops', '- 2024-05-03 09:40: runs')
    expect(zones(doc)).toEqual(['PST is PDT on 2024-05-03'])
    expect(doc.oddZones?.map(({ at, expected }) => [sourceAt(doc.source, at), expected])).toEqual([
      ['PST', 'PDT'],
    ])
  })

  test('nothing is offered where some of the times are in season', () => {
    const doc = read('## Timeline (PST)', '', '- 2024-02-03 09:10: stops', '- 2024-05-03 09:40: runs')
    expect(zones(doc)).toEqual(['PST is PDT on 2024-05-03'])
    expect(doc.oddZones?.[0]?.expected).toBeUndefined()
  })

  test('in the stated start and end', () => {
    expect(
      zones(read('## Summary', '', 'On 3 May 2024 from 09:10 CET to 10:10 CET checkout was down.')),
    ).toEqual(['CET is CEST on 2024-05-03'])
  })

  test.each([
    '2024-02-03 09:10 PST: stops',
    '2024-05-03 09:10 PDT: stops',
    '2024-05-03 09:10 PT: stops',
    '2024-05-03 09:10 UTC: stops',
    '09:10 PST: stops',
  ])('%s', (entry) => {
    expect(zones(timeline(entry))).toEqual([])
  })

  test('an offset beside the letters says which clock is meant', () => {
    const winter = (letters: string) =>
      zones(
        read(
          '## Timeline',
          '',
          `All times in ${letters}.`,
          '',
          '- 2024-01-03 09:10: stops',
          '- 2024-01-03 09:40: runs',
        ),
      )
    expect(winter('PDT (UTC-7)')).toEqual([])
    expect(winter('PDT (UTC-8)')).toEqual(['PDT is PST on 2024-01-03'])
  })
})

describe('the stated start and end', () => {
  const window = (...lines: readonly string[]) => {
    const { downtime } = read(...lines)
    return [downtime?.start?.value.minutes, downtime?.end?.value.minutes, downtime?.zone]
  }
  const entries = ['## Timeline', '', '- 2024-05-03 23:30 UTC: stops', '- 2024-05-04 00:30 UTC: runs']

  test('lie on the scale of the timeline, with dates and without', () => {
    expect(window('From 23:20 to 00:40 UTC checkout was down.', '', ...entries)).toEqual([1400, 1480, 'UTC'])
    expect(window('From 2024-05-04 01:20 to 01:40 UTC checkout was down.', '', ...entries)).toEqual([
      1520,
      1540,
      'UTC',
    ])
  })

  test('are read in the zone of the timeline', () => {
    expect(window('From 01:20 to 02:40 CEST checkout was down.', '', ...entries)).toEqual([
      1400,
      1480,
      'CEST',
    ])
    expect(window('From 23:20 to 00:40 IST checkout was down.', '', ...entries).slice(0, 2)).toEqual([
      undefined,
      undefined,
    ])
  })

  test('have a zone that stands anywhere', () => {
    expect(window('From 09:10 to 10:10 checkout was down.')[2]).toBeUndefined()
    expect(window('From 09:10 to 10:10 checkout was down.', '', 'All times are in UTC.')[2]).toBe('UTC')
  })

  test('may be days', () => {
    expect(read('From 3 May 2024 to 9 May 2024 checkout was down.').downtime?.days?.value).toBe(
      '3 May 2024 to 9 May 2024',
    )
  })

  test('a time to repair is no length of the outage', () => {
    expect(read('**Time to repair**: 0h 30m').duration).toMatchObject({ recovery: true })
    expect(read('**Duration**: 0h 30m').duration.recovery).toBeUndefined()
  })
})

describe('sizes of entries', () => {
  const sizes = (...entries: readonly string[]): string[] =>
    (timeline(...entries).entrySizes ?? []).map(({ words, sentences }) => `${sentences} of ${words}`)

  test('a cell beside the event is no sentence', () => {
    const row = '| 09:10 | The gateway is left. Nothing changes. | Network Services |'
    const { entrySizes } = read(`## Timeline\n\n| Time | Event | Team |\n|-|-|-|\n${row}\n`)
    expect(entrySizes?.map(({ sentences }) => sentences)).toEqual([2])
  })

  test('sentences and words, without the time, code and abbreviations', () => {
    expect(
      sizes(
        '09:10: Checkout stops. Nobody can pay.',
        '09:20: Version 1.4.2 of `pay --now` is rolled back, e.g. on host a.b.example',
        '09:30: 4 of 5 checks pass! Is it over? Yes.',
      ),
    ).toEqual(['2 of 5', '1 of 10', '3 of 9'])
  })

  test('as many as there are entries', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z .!?]{0,60}$/), { minLength: 1, maxLength: 8 }),
        (texts) => {
          const doc = timeline(...texts.map((text, i) => `09:1${i} UTC: x${text}`))
          expect(doc.entrySizes).toHaveLength(doc.timeline.entries.length)
        },
      ),
    )
  })
})
