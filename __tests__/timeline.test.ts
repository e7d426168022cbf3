import fc from 'fast-check'
import { readBlocks } from '../src/postmortem/blocks.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import type { ReadOptions, TimelineEntry } from '../src/postmortem/postmortem.ts'
import { readSections } from '../src/postmortem/sections.ts'
import { readTimes, type Times } from '../src/postmortem/times.ts'

function read(source: string, options: ReadOptions = {}): Times {
  const blocks = readBlocks(source, parseMarkdown(source))
  return readTimes(source, blocks, readSections(blocks, options), options)
}
const document = (...lines: readonly string[]): string =>
  ['# Checkout down', '', '## Timeline', '', ...lines, ''].join('\n')

/** An entry as one line: its own line, date, time, whether it runs backwards, what happened. */
const shown = ({ block, when, text, backwards }: TimelineEntry): string =>
  [block.at.start.line, when?.value.date, when?.value.time ?? '-', backwards && 'BACK', text]
    .filter((part) => part !== undefined && part !== false)
    .join(' ')
const entries = (source: string, options?: ReadOptions): string[] =>
  read(source, options).timeline.entries.map(shown)
const backwards = (...lines: readonly string[]): number[] =>
  read(document(...lines)).timeline.entries.flatMap(({ backwards, block }) =>
    backwards ? [block.at.start.line - 4] : [],
  )

describe('forms', () => {
  test.each([
    ['bullets', ['- 10:00 UTC - alert', '- **10:05 UTC:** page', '* 10:20 (UTC) | fixed']],
    ['numbered', ['1. 10:00 UTC alert', '2. 10:05 page', '3. 10:20 fixed']],
    [
      'table',
      ['| Time (UTC) | Event |', '|---|---|', '| 10:00 | alert |', '| 10:05 | page |', '| 10:20 | fixed |'],
    ],
    [
      'table',
      [
        '| # | Event | At (UTC) |',
        '|---|---|---|',
        '| 1 | alert | 10:00 |',
        '| 2 | page | 10:05 |',
        '| 3 | fixed | 10:20 |',
      ],
    ],
    [
      'headings',
      [
        '### 10:00 UTC',
        'alert',
        '### 10:05',
        'page',
        '',
        'At 10:06 the page was seen.',
        '### 10:20',
        'fixed',
      ],
    ],
    ['headings', ['**10:00 UTC**', '', 'alert', '', '**10:05**', '', 'page', '', '**10:20**', '', 'fixed']],
    ['paragraphs', ['10:00 UTC: alert', '10:05: page', '10:20: fixed']],
    ['paragraphs', ['**10:00 UTC** – alert', '', '**10:05** – page', '', '**10:20** – fixed']],
    ['paragraphs', ['10:00 UTC: alert. 10:05: page. 10:20: fixed']],
    [
      'bullets',
      ['<ul><li><b>10:00 UTC:</b> alert</li><li><b>10:05:</b> page</li><li><b>10:20:</b> fixed</li></ul>'],
    ],
    [
      'bullets',
      [
        '- **Detection (10:00 UTC)**: alert',
        '- **Escalation (10:05 UTC)**: page',
        '- **Resolution (10:20 UTC)**: fixed',
      ],
    ],
  ])('%s', (form, lines) => {
    const { timeline } = read(document(...lines))
    expect(timeline.form).toBe(form)
    expect(timeline.entries.map(({ when }) => when?.value.time)).toEqual(['10:00', '10:05', '10:20'])
    expect(timeline.entries.map(({ text }) => text.replace(/[.]$|^\d \| |^\w+: /g, ''))).toEqual([
      'alert',
      'page',
      'fixed',
    ])
    expect(timeline.zone?.value).toBe('UTC')
    expect(timeline.at?.start.line).toBe(3)
  })

  test('labels without times are entries where nothing else is', () => {
    const lines = [
      '**Detection:** an alert',
      '',
      '**Escalation:** the database team',
      '',
      '**Resolution:** rolled back at 11:20 CAT.',
    ]
    const { timeline } = read(document(...lines))
    expect(timeline.form).toBe('paragraphs')
    expect(timeline.entries.map(({ milestones }) => milestones.join())).toEqual([
      'detected',
      'escalated',
      'resolved',
    ])
    expect(timeline.entries.map(({ when }) => when?.value.time)).toEqual([undefined, undefined, '11:20'])
  })

  test('what is nested belongs to its entry, and may tell its time', () => {
    const lines = [
      '- **Detection:**',
      '  - 5 May 2024, 10:15 (UTC)',
      '- **Actions**',
      '  - Looked at the cache',
      '  - Looked at the queue',
    ]
    expect(entries(document(...lines))).toEqual(['5 2024-05-05 10:15 Detection:', '7 - Actions'])
  })

  test('a group of timed items is a title over them', () => {
    const lines = [
      '- Before',
      '  - 10:00 deploy',
      '  - 10:10 alert',
      '- After',
      '  - 10:20 rollback',
      '  - 10:30 all well',
    ]
    expect(entries(document(...lines)).length).toBe(4)
  })

  test('an item without a time counts beside timed ones; a list without any does not', () => {
    const lines = ['- 10:00 alert', '- searched', '- 10:20 fixed', '', '### Flows', '', '- 20 in', '- 30 out']
    expect(entries(document(...lines))).toEqual(['5 10:00 alert', '6 - searched', '7 10:20 fixed'])
  })

  test('quotes, code and the head of a table are no entries; an image between items ends nothing', () => {
    const lines = [
      '- 10:00 alert',
      '',
      '```',
      '10:01 panic',
      '```',
      '',
      '> 10:02 said somebody',
      '',
      '![graph](g.png)',
      '',
      '- 10:20 fixed',
    ]
    expect(entries(document(...lines))).toEqual(['5 10:00 alert', '15 10:20 fixed'])
  })

  test('a bullet that states the zone is none', () => {
    const { timeline } = read(document('- All times are in EAT', '- 10:00 alert', '- 10:20 fixed'))
    expect(timeline.entries.length).toBe(2)
    expect(timeline.zone?.at.start.line).toBe(5)
  })

  test('a timeline without a title is found by its times', () => {
    const source =
      '# Outage\n\n## What happened when\n\n- **Events**\n  - Fault 2024-02-25 07:32\n  - Noticed 2024-02-25 07:36\n  - Resolved 2024-02-25 17:07\n'
    expect(entries(source)).toEqual([
      '6 2024-02-25 07:32 Fault',
      '7 2024-02-25 07:36 Noticed',
      '8 2024-02-25 17:07 Resolved',
    ])
    expect(
      read('# Outage\n\nAt 10:00 it broke.\n\nAt 10:05 we saw it.\n\nAt 10:20 it worked.\n').timeline.form,
    ).toBe('none')
  })

  test('several incidents have a timeline each', () => {
    const source =
      '# Week 3\n\n## Monday\n\n### Timeline\n\n- 10:00 UTC down\n- 11:00 up\n\n## Tuesday\n\n### Timeline\n\n- 09:00 UTC down\n- 09:30 up\n'
    const { timeline, metrics } = read(source)
    expect(timeline.entries.map(({ when, backwards }) => [when?.value.minutes, backwards])).toEqual([
      [600, false],
      [660, false],
      [540, false],
      [570, false],
    ])
    expect(metrics).toEqual({})
  })

  test('no timeline is told from an empty one', () => {
    expect(read('# Outage\n\nText.\n').timeline).toEqual({ form: 'none', entries: [] })
    expect(read('# Outage\n\n## Timeline\n\nSee the status page.\n').timeline).toMatchObject({
      form: 'none',
      entries: [],
    })
  })
})

describe('days', () => {
  test('a clock that falls by more than half a day has passed midnight', () => {
    const { timeline } = read(document('- 22:10 down', '- 23:50 paged', '- 00:30 found', '- 01:20 up'))
    expect(timeline.entries.map(({ when }) => when?.value.minutes)).toEqual([1330, 1430, 1470, 1520])
  })

  test.each([
    ['a heading', ['### 3 May 2024', '- 23:00 down', '### 4 May 2024', '- 01:00 up']],
    ['a bold line', ['**3 May 2024**', '- 23:00 down', '', '**4 May 2024 (UTC)**', '- 01:00 up']],
    ['a parent', ['- 3 May 2024', '  - 23:00 down', '- 4 May 2024', '  - 01:00 up']],
    ['a line', ['2024-05-03 (all times UTC)', '- 23:00 down', '', '2024-05-04', '- 01:00 up']],
    [
      'a column',
      ['| Day | Time | |', '|---|---|---|', '| May 3, 2024 | 23:00 | down |', '| May 4 | 01:00 | up |'],
    ],
    ['the first entry', ['- 3 May 2024, 23:00 down', '- May 4 01:00 up']],
    ['a midnight', ['- 2024-05-03 23:00 down', '- 01:00 up']],
  ])('dates come from %s', (_, lines) => {
    const { timeline } = read(document(...lines))
    expect(timeline.entries.map(({ when }) => `${when?.value.date} ${when?.value.time}`)).toEqual([
      '2024-05-03 23:00',
      '2024-05-04 01:00',
    ])
    expect(timeline.entries.map(({ when }) => when?.value.minutes)).toEqual([1380, 1500])
    expect(timeline.entries.map(({ text }) => text.replace(/^\| /, ''))).toEqual(['down', 'up'])
  })

  test('a date that heads no times is an entry', () => {
    const source = document('### 2024-05-03', 'Found', '### 2024-05-04 10:00', 'Fixed')
    expect(entries(source)).toEqual(['5 2024-05-03 - Found', '7 2024-05-04 10:00 Fixed'])
  })

  test('days come from the summary, and as many midnights as it spans', () => {
    const source =
      '# X\n\n## Summary\n\nDuration: 3 May 2024, 09:00 - 4 May 2024, 10:00 (UTC)\n\n## Timeline\n\n- 09:00 down\n- 17:00 paged\n- 08:30 found\n- 10:00 up\n'
    expect(entries(source)).toEqual([
      '9 2024-05-03 09:00 down',
      '10 2024-05-03 17:00 paged',
      '11 2024-05-04 08:30 found',
      '12 2024-05-04 10:00 up',
    ])
  })

  test('weekdays tell days', () => {
    const { timeline } = read(document('- Mon 10:00 a', '- Mon 17:00 b', '- Wed 09:00 c'))
    expect(timeline.entries.map(({ when }) => when?.value.minutes)).toEqual([600, 1020, 3420])
  })

  test.each([
    ['28-11-2024 21:00', '08-12-2024', ['2024-11-28', '2024-12-08'], false],
    ['11/28/2024 21:00', '12/08/2024', ['2024-11-28', '2024-12-08'], false],
    ['08-01-2026 21:00', '11-01-2026', ['2026-01-08', '2026-01-11'], true],
  ])('%s and %s are days of one order', (first, second, dates, unsure) => {
    const { timeline } = read(document(`- ${first} down`, `- ${second} up`))
    expect(timeline.entries.map(({ when }) => when?.value.date)).toEqual(dates)
    expect(timeline.entries.every(({ when }) => when?.value.ambiguous.includes('date') === unsure)).toBe(true)
  })

  test('a date in words, or an option, settles the order', () => {
    const source = document(
      '- 08-01-2026 21:00 UTC down',
      '- 07-02-2026 22:00 up',
      '',
      'The certificate expired on 8 January 2026.',
    )
    expect(entries(source)[1]).toBe('6 2026-02-07 22:00 up')
    expect(entries(document('- 08-01-2026 down'), { dateOrder: 'mdy' })).toEqual(['5 2026-08-01 - down'])
  })
})

describe('zones and instants', () => {
  test.each([
    ['on each entry', document('- 2024-05-03 10:00 EAT down', '- 11:00 EAT up')],
    ['in the title', document('- 2024-05-03 10:00 down', '- 11:00 up').replace('Timeline', 'Timeline (EAT)')],
    ['in a note', document('All times in EAT.', '', '- 2024-05-03 10:00 down', '- 11:00 up')],
    ['in a quoted note', document('> (all times in EAT)', '', '- 2024-05-03 10:00 down', '- 11:00 up')],
    [
      'in the summary',
      `Down from 10:00 to 11:00 EAT.\n\n${document('- 2024-05-03 10:00 down', '- 11:00 up')}`,
    ],
    ['once', document('- 2024-05-03 10:00 (EAT) down', '- 11:00 up')],
  ])('stated %s', (_, source) => {
    const { timeline } = read(source)
    expect(timeline.zone?.value).toBe('EAT')
    expect(timeline.entries.map(({ when }) => when?.value.instant)).toEqual([
      '2024-05-03T07:00:00Z',
      '2024-05-03T08:00:00Z',
    ])
  })

  test('each zone by its own rules', () => {
    const instants = (zone: string): (string | undefined)[] =>
      read(
        document(`All times in ${zone}.`, '', '- 2024-01-15 10:00 a', '- 2024-07-15 10:00 b'),
      ).timeline.entries.map(({ when }) => when?.value.instant?.slice(11, 16))
    expect(instants('UTC')).toEqual(['10:00', '10:00'])
    expect(instants('PST')).toEqual(['18:00', '18:00'])
    expect(instants('US-Pacific')).toEqual(['18:00', '17:00'])
    expect(instants('Europe/Paris')).toEqual(['09:00', '08:00'])
    expect(instants('UTC+5:30')).toEqual(['04:30', '04:30'])
    expect(instants('CST')).toEqual([undefined, undefined])
  })

  test('an ambiguous zone is said, and makes no instant', () => {
    const [entry] = read(document('- 2024-05-03 10:00 IST down', '- 10:20 IST up')).timeline.entries
    expect(entry?.when?.value).toMatchObject({ zone: 'IST', ambiguous: ['zone'] })
    expect(entry?.when?.value.instant).toBeUndefined()
  })

  test('an option states the zone of times that state none, and no zone is stated by that', () => {
    const { timeline } = read(document('- 2024-05-03 10:00 down', '- 11:00 up'), {
      timezone: 'Africa/Nairobi',
    })
    expect(timeline.zone).toBeUndefined()
    expect(timeline.entries[0]?.when?.value.instant).toBe('2024-05-03T07:00:00Z')
  })

  test('times of two zones are put in one order', () => {
    expect(backwards('- 10:00 UTC down', '- 12:05 CEST paged', '- 10:20 UTC up')).toEqual([])
    expect(backwards('- 10:00 UTC down', '- 11:05 CEST paged')).toEqual([2])
    expect(backwards('- 10:00 UTC down', '- 09:05 CST paged')).toEqual([])
  })

  test('the machine has no part in it', () => {
    const source = document('- 2024-03-31 02:30 Europe/Berlin down', '- 10:00 PT up', '- May 3 10:00 more')
    const zone = process.env.TZ
    const readings = ['UTC', 'Asia/Tokyo', 'America/Caracas'].map((name) => {
      process.env.TZ = name
      return JSON.stringify(read(source).timeline.entries.map(({ when }) => when))
    })
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
    expect(new Set(readings).size).toBe(1)
  })
})

test('two headings that are nothing but a time make a timeline that no title announces', () => {
  const source = '# DNS\n\nIt failed.\n\n### 11:28 UTC\n\nIt goes on.\n\n### 12:22 UTC\n\nRestored.\n'
  expect(read(source).timeline).toMatchObject({ form: 'headings', zone: { value: 'UTC' } })
  expect(entries(source)).toHaveLength(2)
  expect(entries(source.replaceAll('### ', '### Report of '))).toEqual([])
})

test('running text that tells times is a timeline of paragraphs, without entries, with its zone', () => {
  const text = document('It failed on Saturday at 10:00 (UTC). It was mended at 13:00.')
  expect(read(text).timeline).toMatchObject({ form: 'paragraphs', entries: [], zone: { value: 'UTC' } })
  expect(read(document('It failed and was mended.')).timeline).toMatchObject({ form: 'none', entries: [] })
})

test('a zone in brackets beside the duration is that of the other times', () => {
  const source = `Duration: 45 minutes (PST) - Start: 10:15\n\n${document('- 10:15 a', '- 11:00 b')}`
  expect(read(source).timeline.zone?.value).toBe('PST')
})

describe('backwards', () => {
  test.each<[string, string[], number[]]>([
    ['a step back', ['- 17:05 a', '- 17:02 b', '- 17:10 c'], [2]],
    ['equal times', ['- 17:05 a', '- 17:05 b'], []],
    ['noon after the morning', ['- 11:45 AM a', '- 12:00 PM b', '- 12:15 PM c'], []],
    ['midnight written for noon', ['- 11:45 AM a', '- 12:00 AM b', '- 12:15 PM c'], [2]],
    ['an hour without am or pm', ['- 11:40 a', '- 12:10 b', '- 1:05 c', '- 2:00 d'], []],
    ['am and pm left out here and there', ['- 9:00 AM a', '- 12:30 PM b', '- 1:10 c', '- 2:00 PM d'], []],
    ['ten minutes of an approximate time', ['- ~16:50 a', '- 16:44 b'], []],
    ['more than ten minutes of it', ['- ~16:50 a', '- 16:35 b'], [2]],
    ['ranges by their start', ['- 10:00 - 10:30 a', '- 10:15 b', '- 10:05 - 10:50 c'], [3]],
    ['the same minute with and without seconds', ['- 10:38 a', '- 10:37:50 b'], []],
    ['a wrong day', ['- 2024-05-03 23:00 a', '- 2024-05-03 02:50 b', '- 2024-05-04 03:00 c'], [2]],
    ['a wrong year', ['- 2024-05-03 10:00 a', '- 2023-05-03 10:10 b'], [2]],
    ['a year cut short', ['- 10/14/2022 a', '- 11/03/202 b'], [2]],
    ['the turn of the year', ['- Dec 31, 2023 23:00 a', '- Jan 1 01:00 b'], []],
    ['dates that may be read in two ways', ['- 05-04-2024 10:00 a', '- 04-05-2024 10:00 b'], []],
    ['a day told after its hours', ['- 2024-05-03 10:00 a', '- 2024-05-03 b'], []],
    ['an earlier day', ['- 2024-05-03 a', '- 2024-05-02 b'], [2]],
    ['a new day', ['### 3 May 2024', '- 15:00 a', '### 4 May 2024', '- 10:00 b'], []],
    ['another heading', ['### Cache', '- 15:00 a', '### Database', '- 10:00 b', '- 09:00 c'], [5]],
    ['"the next day"', ['- 15:00 a', '- 09:00 the next day: b'], []],
    ['what is nested', ['- 10:00 a', '  - 09:50 deploy', '- 10:10 b'], []],
    [
      'times that are told about',
      ['- 10:00 a', '- The release of 09:30 was rolled back by the team on duty', '- 10:10 b'],
      [],
    ],
    [
      'the hour that comes twice',
      ['All times in Europe/Berlin.', '', '- 2024-10-27 02:50 a', '- 02:20 b'],
      [],
    ],
    [
      'that hour on any other night',
      ['All times in Europe/Berlin.', '', '- 2024-10-20 02:50 a', '- 02:20 b'],
      [4],
    ],
  ])('%s', (_, lines, expected) => {
    expect(backwards(...lines)).toEqual(expected)
  })
})

test('a time is cited where it stands', () => {
  const source = document(
    '- `09:50` deploy',
    '- **Detection (10:00 UTC)**: alert',
    '- Queue full at 10:05 UTC',
    '- searched',
    '  - until 10:20',
  )
  const cited = read(source).timeline.entries.map(({ when }) =>
    source.slice(when?.at.start.offset, when?.at.end.offset),
  )
  expect(cited).toEqual(['09:50', '10:00 UTC', '10:05 UTC', '10:20'])
})

test('a time in code or in quotes is nobody’s, but for one that opens the entry', () => {
  const lines = ['- `10:00` the log says `09:00`', '- The customer wrote "down since 08:00"', '- 10:20 fixed']
  expect(entries(document(...lines)).map((entry) => entry.slice(2, 7))).toEqual(['10:00', '- The', '10:20'])
})

test('an impossible time is said as it is written', () => {
  const said = read(
    document('- 2024-05-03 25:10 down', '- 31 June 2024 10:00 up', '- Monday, 5 June 2024, 10:00 well'),
  ).timeline.entries
  expect(said.map(({ when }) => when?.value.impossible)).toEqual([
    '2024-05-03 25:10',
    '31 June 2024 10:00',
    'Monday, 5 June 2024, 10:00',
  ])
})

test('an hour that the clock jumps over is impossible, and the hours beside it are not', () => {
  const lines = ['01:59', '02:00', '02:59', '03:00'].map((time) => `- 2024-03-31 ${time} Europe/Berlin up`)
  expect(read(document(...lines)).timeline.entries.map(({ when }) => when?.value.impossible)).toEqual([
    undefined,
    '2024-03-31 02:00 Europe/Berlin',
    '2024-03-31 02:59 Europe/Berlin',
    undefined,
  ])
})

test('an abbreviation out of season is told by its other name', () => {
  const { timeline } = read(
    document('- 2024-01-15 10:00 PST a', '- 2024-07-15 10:00 PST b', '- 2024-07-15 10:00 EAT c'),
  )
  expect(timeline.entries.map(({ when }) => when?.value.zoneInSeason)).toEqual([undefined, 'PDT', undefined])
})

test('figures with a dot are times among others that are', () => {
  const lines = ['13.14 Email to the desk', '', '13.17 Somebody looks', '', '13.36 back on prod', '']
  expect(read(document(...lines)).timeline.entries.map(({ when }) => when?.value.time)).toEqual([
    '13:14',
    '13:17',
    '13:36',
  ])
  expect(read(document('1.20 of the build fails', '', '2.30 of it does not', '')).timeline.entries).toEqual(
    [],
  )
})

test('the date of a meeting is not that of the incident, and what stands in parentheses leaves a field its name', () => {
  const { timeline } = read(
    [
      '# Search was down',
      '',
      '**Meeting scheduled for:** May 27 2025, 15:00 UTC',
      '',
      '## Summary',
      '',
      'On May 22 2025 from 10:00 to 11:00 UTC it was down.',
      '',
      '## Timeline (UTC)',
      '',
      '- 10:00 down',
      '- 11:00 up',
      '',
    ].join('\n'),
  )
  expect(timeline.entries[0]?.when?.value.date).toBe('2025-05-22')
  const fields = ['**Start (UTC):** 2025-05-22 13:02', '', '**End (UTC):** 2025-05-22 13:49', '']
  expect(read(['# Search was down', '', ...fields].join('\n')).duration.computed?.value).toBe(47)
})

test('start and end side by side, and fields that say detected and resolved', () => {
  const span = (text: string) => {
    const { start, end } = read(`# Down\n\n## Summary\n\n${text}\n`).downtime()
    return [start?.value.time, end?.value.time]
  }
  expect(
    span('Start time: 3 May 2024 9:00 AM (EAT), End time: 3 May 2024 10:00 AM (EAT). It was down.'),
  ).toEqual(['09:00', '10:00'])
  expect(span('| | |\n|-|-|\n| Detected | 2021-03-05 23:27 |\n| Resolved | 2021-03-06 03:34 |')).toEqual([
    '23:27',
    '03:34',
  ])
})

describe('milestones and metrics', () => {
  test.each([
    ['Release 4.2 deployed', 'trigger'],
    ['Outage begins', 'start'],
    ['The site goes down', 'start'],
    ['Users see a 500 error', 'start'],
    ['An alert fires', 'detected'],
    ['A customer complains', 'detected'],
    ['On-call acknowledges', 'acknowledged'],
    ['Investigation started', 'acknowledged'],
    ['Escalated to the database team', 'escalated'],
    ['Found that the pool was exhausted', 'identified'],
    ['Rolled back', 'mitigated'],
    ['Rollback failed', ''],
    ['Attempted to restart', ''],
    ['We will restart it', ''],
    ['Service fully restored', 'mitigated resolved'],
    ['The issue is not resolved', ''],
    ['Everything returned to normal', 'resolved'],
    ['Outage ends', 'resolved'],
    ['Verified on all hosts', 'validated'],
  ])('%s: %s', (text, expected) => {
    const [entry] = read(document(`- 10:00 ${text}`, '- 10:20 x')).timeline.entries
    expect(entry?.milestones.join(' ')).toBe(expected)
  })

  test('what stands under a time alone is read, and a deploy after the detection is no trigger', () => {
    const lines = ['### 10:00', '', 'An alert fires.', '', '### 10:20', '', 'Release 4.3 is deployed.', '']
    expect(read(document(...lines)).timeline.entries.map(({ milestones }) => milestones.join())).toEqual([
      'detected',
      '',
    ])
  })

  test('a label is stronger than words', () => {
    const lines = [
      '- **Issue Detection (10:00)**: the rollback failed',
      '- **Recovery:** 10:20 the alert cleared',
    ]
    expect(read(document(...lines)).timeline.entries.map(({ milestones }) => milestones)).toEqual([
      ['detected'],
      ['resolved'],
    ])
  })

  test('times between milestones, over midnight, with the entries they come from', () => {
    const { metrics } = read(
      document(
        '- 23:40 Outage begins',
        '- 23:50 Alert',
        '- 23:55 On-call acknowledges',
        '- 00:30 Rolled back',
        '- 00:45 Resolved',
      ),
    )
    const minutes = Object.fromEntries(
      Object.entries(metrics).map(([name, between]) => [
        name,
        [between.value, between.from.start.line, between.to.start.line],
      ]),
    )
    expect(minutes).toEqual({
      timeToDetect: [10, 5, 6],
      timeToAcknowledge: [5, 6, 7],
      timeToMitigate: [50, 5, 8],
      timeToResolve: [65, 5, 9],
    })
  })

  test('what is not told is not computed', () => {
    expect(read(document('- 10:00 Outage begins and an alert fires', '- 10:30 done')).metrics).toEqual({})
  })
})

const gaps = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 2, maxLength: 12 })
const two = (value: number): string => String(value).padStart(2, '0')
const styles: readonly ((hour: number, minute: number) => string)[] = [
  (hour, minute) => `${two(hour)}:${two(minute)}`,
  (hour, minute) => `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`,
]
const layouts: readonly ((times: readonly string[]) => string[])[] = [
  (times) => times.map((time) => `- ${time} something`),
  (times) => times.map((time, i) => `${i + 1}. **${time}** – something`),
  (times) => ['| What | When |', '|---|---|', ...times.map((time) => `| something | ${time} |`)],
  (times) => times.flatMap((time) => [`### ${time}`, '', 'something', '']),
  (times) => times.flatMap((time) => [`**${time}:** something`, '']),
]

test('a timeline that runs forward is read whole, in any form, over any number of midnights', () => {
  fc.assert(
    fc.property(gaps, fc.constantFrom(...styles), fc.constantFrom(...layouts), (steps, style, layout) => {
      let now = 480
      const minutes = steps.map((step) => {
        now += step
        return now
      })
      const times = minutes.map((at) => style(Math.floor(at / 60) % 24, at % 60))
      const found = read(document(...layout(times))).timeline.entries
      expect(found.length).toBe(steps.length)
      expect(found.some((entry) => entry.backwards)).toBe(false)
      // A step of exactly the same clock, or less than half a day back, cannot be told from none.
      const elapsed = (at: number): number => (minutes[at] ?? 0) - (minutes[0] ?? 0)
      const crossings = minutes.some(
        (at, i) =>
          i > 0 &&
          Math.floor(at / 1440) > Math.floor((minutes[i - 1] ?? 0) / 1440) &&
          ((minutes[i - 1] ?? 0) % 1440) - (at % 1440) <= 720,
      )
      if (!crossings)
        for (const [i, entry] of found.entries())
          expect((entry.when?.value.minutes ?? 0) - (found[0]?.when?.value.minutes ?? 0)).toBe(elapsed(i))
    }),
    { numRuns: 200 },
  )
})

test('dated entries run forward or backwards as their instants do', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 4_000_000 }), { minLength: 2, maxLength: 10 })
  fc.assert(
    fc.property(moments, (minutes) => {
      const lines = minutes.map(
        (at) =>
          `- ${new Date(Date.UTC(2020, 0, 1) + at * 60_000).toISOString().slice(0, 16).replace('T', ' ')} UTC something`,
      )
      const found = read(document(...lines)).timeline.entries
      expect(found.map((entry) => entry.backwards)).toEqual(
        minutes.map((at, i) => i > 0 && at < (minutes[i - 1] ?? 0)),
      )
      expect(found.map(({ when }) => when?.value.instant)).toEqual(
        minutes.map((at) => new Date(Date.UTC(2020, 0, 1) + at * 60_000).toISOString().replace('.000', '')),
      )
    }),
  )
})

test('line ends and the marks of bullets change nothing', () => {
  const source = document(
    'All times in CAT.',
    '',
    '- 10:00 down',
    '- **Escalation (10:05)**: called',
    '  - 10:04 asked',
    '- 09:55 oops',
  )
  const facts = (text: string): string =>
    JSON.stringify(
      read(text).timeline.entries.map((entry) => [
        shown(entry),
        entry.when?.at.start.line,
        entry.when?.value,
      ]),
    )
  for (const changed of [source.replaceAll('\n', '\r\n'), source.trimEnd(), source.replaceAll('- ', '* ')])
    expect(facts(changed)).toBe(facts(source))
})

test('paragraphs of prose are one event each, whatever lines they take', () => {
  const prose = (...sentences: readonly string[]): string =>
    sentences
      .map((sentence) => `${sentence}, as the people who looked into it told us on the same evening.`)
      .join('\n')
  const { timeline } = read(
    document(
      prose(
        'On September 5th somebody found a token in a public log file',
        'The token was taken back at once',
      ),
      '',
      prose(
        'Another report came later, with a longer list of tokens',
        'It went to the wrong folder of our mailbox',
      ),
      '',
      prose(
        'Over the next days we read all the reports that had come in',
        'Most of them were about old tokens',
      ),
    ),
  )
  expect(timeline.form).toBe('paragraphs')
  expect(timeline.entries.map(({ block }) => block.at.start.line)).toEqual([5, 8, 11])
})

test('a table with the newest first that no title announces is a log, not a timeline', () => {
  const rows = [
    '2026-03-02T02:04:42Z',
    '2026-03-02T02:04:42Z',
    '2026-03-02T01:54:26Z',
    '2026-03-02T01:25:15Z',
  ]
  const table = (title: string): string =>
    [
      '# Builds fail',
      '',
      `## ${title}`,
      '',
      '| Time | Run |',
      '|-|-|',
      ...rows.map((row) => `| ${row} | Fails |`),
      '',
    ].join('\n')
  expect(read(table('Runs that fail')).timeline.entries).toEqual([])
  expect(read(table('Timeline')).timeline.entries).toHaveLength(4)
})

test('lines of several sections that begin with times make no timeline', () => {
  const lines = [
    '## What was seen',
    '',
    '09:50 UTC was when it began.',
    '',
    '## What the log shows',
    '',
    '09:10 UTC to 10:05 UTC one job ran.',
    '',
    '## Fix',
    '',
    '13:36 UTC it was started again.',
  ]
  expect(read(['# Search was down', '', ...lines, ''].join('\n')).timeline.entries).toEqual([])
})

test('a column that is named after time is, however few of its cells tell one', () => {
  const rows = ['~7 days before', '~16:00z', 'after the restart', '16:1x', 'later', 'at last']
  const table = ['| Time | Event |', '|-|-|', ...rows.map((time) => `| ${time} | Something |`)]
  expect(read(document(...table)).timeline.entries.map(({ when }) => when?.value.time)).toEqual([
    undefined,
    '16:00',
    ...[undefined, undefined, undefined, undefined],
  ])
})

test('a column of weekdays is no part of what happened', () => {
  expect(
    entries(
      document(
        '| Day | Time (UTC) | Event |',
        '|---|---|---|',
        '| Fri | 22:40 | builds fail |',
        '| Sat | 09:30 | all green |',
      ),
    ),
  ).toEqual(['7 22:40 builds fail', '8 09:30 all green'])
})

test('several incidents take their day from their own titles', () => {
  const incident = (name: string): string =>
    ['', `## ${name}`, '', '### Timeline (UTC)', '', '- 09:00: mail stops', '- 10:00: mail flows', ''].join(
      '\n',
    )
  const { timeline } = read(
    `# Mail in May\n${incident('First, 2 May 2024')}${incident('Second, 9 May 2024')}`,
  )
  expect(timeline.entries.map(({ when }) => when?.value.date)).toEqual([
    '2024-05-02',
    '2024-05-02',
    '2024-05-09',
    '2024-05-09',
  ])
})

test('a timeline told in titled parts has an event for each of them', () => {
  const source = `Timeline:

Issue Detection:

First identified at 08:00 UTC through a monitor.
Misleading Paths:

Initially suspected the network.
Resolution:

Rolled back the update.
Root Cause and Resolution:

The change was not compatible.
`
  const { timeline } = read(source)
  expect([
    timeline.form,
    ...timeline.entries.map(({ block, when }) => [block.at.start.line, when?.value.time]),
  ]).toEqual(['paragraphs', [5, '08:00'], [8, undefined], [11, undefined]])
})

test('headings may title the parts of a timeline that is empty itself', () => {
  const source = `## Timeline

## Detection

The issue was detected at 9:00 AM UTC

## Actions taken

Looked at the network.

## Escalation

The database team took over.

## Root cause

A full disk.
`
  const { timeline } = read(source)
  expect([
    timeline.form,
    ...timeline.entries.map(({ block, when }) => [block.at.start.line, when?.value.time]),
  ]).toEqual(['headings', [5, '09:00'], [9, undefined], [13, undefined]])
})

test('what a list under a day or a phase has without a time is an entry too', () => {
  const source = `## Timeline

### 2022-04-20

- 19:48 - the service fails
- 19:50 - it is restarted
- 19:52 - it works

### 2022-04-21

- unknown - messages expire

**Misleading paths:**

- Looked at the network

### Notes

- Nobody was on call
`
  const { timeline } = read(source)
  expect(timeline.entries.map(({ block }) => block.at.start.line)).toEqual([5, 6, 7, 11, 15])
})
