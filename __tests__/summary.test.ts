import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { linter } from '../src/lint/lint.ts'
import { resolveConfig } from '../src/lint/resolve.ts'
import type { Source } from '../src/lint/run.ts'
import { judge } from '../src/lint/verdict.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import { type Milestone, milestones, type TimelineEntry } from '../src/postmortem/postmortem.ts'
import { profiles } from '../src/profiles/index.ts'
import { spanText } from '../src/reporters/count.ts'
import { timelinePicture } from '../src/reporters/mermaid.ts'
import { findingsIn, type Piece, pack } from '../src/reporters/pieces.ts'
import { summary } from '../src/reporters/summary.ts'
import { rules } from '../src/rules/index.ts'

const wish = { id: 'not-a-postmortem', value: 'off', from: 'test' }
const config = resolveConfig([{ rules: [wish] }], { rules, profiles })
const lint = linter(config, rules)
const link = 'https://github.test/blob/abc/a.md?plain=1'

function summaryOf(sources: readonly Partial<Source>[], scope: 'new' | 'changed' = 'new'): string {
  const files = sources.map((source) => lint({ path: 'a.md', text: '', link, ...source }))
  return summary(judge(files, { ...config, scope }, []), rules)
}

const size = (text: string): number => new TextEncoder().encode(text).byteLength

/** A postmortem of which everything can be told. */
const told = `# Checkout failed, 3 May 2024

## Issue Summary

Duration: 90 minutes, 09:00 to 10:30 UTC on 3 May 2024. 30 % of customers could not pay, because a certificate had run out.

## Timeline (UTC)

- 09:00: Impact begins: payments fail.
- 09:05: An alert fires on failed payments.
- 09:10: Acknowledged by the on-call engineer.
- 09:40: Root cause identified.
- 10:10: Mitigated: most payments succeed.
- 10:30: Resolved: all payments succeed again, in every country.

## Root cause and resolution

The certificate of the gateway ran out. A new one was installed.

## Corrective and preventative measures

| Task | Owner | Due | Ticket |
| --- | --- | --- | --- |
| Alert a month before a certificate ends | Ana Lima | 2024-06-01 | OPS-12 |
| Renew certificates by a job | Platform | 2024-07-01 | OPS-13 |
`

describe('a card', () => {
  const text = summaryOf([{ text: told }])
  const line = (number: number): string => `[${number}](<${link}#L${number}>)`

  test('tells sections and words', () => {
    expect(text).toContain('<details open><summary>a.md: Checkout failed, 3 May 2024</summary>')
    expect(text).toContain(`| timeline | Timeline (UTC) | 36 | ${line(7)} |`)
    expect(text).toMatch(/\n\d+ words: \d+ in prose, \d+ in lists, \d+ in tables, \d+ in headings\.\n/)
  })
  test('tells the outage as stated and as its times give it', () => {
    expect(text).toContain(
      `Length of the outage as stated: 1 h 30 min (line ${line(5)}); from its times: 1 h 30 min (line ${line(5)}).`,
    )
  })
  test('tells each time between milestones with its two lines and what it is', () => {
    const rows = text.split('\n').filter((row) => row.startsWith('| [Time to '))
    expect(rows.map((row) => row.split(' | ').slice(1, 4))).toEqual([
      ['5\u00A0min', line(9), line(10)],
      ['5\u00A0min', line(10), line(11)],
      ['1\u00A0h\u00A010\u00A0min', line(9), line(13)],
      ['1\u00A0h\u00A030\u00A0min', line(9), line(14)],
    ])
    for (const row of rows)
      expect(row).toMatch(/^\| \[Time to (\w+)\]\(<https:\S+\/docs\/measures\.md#time-to-\1>\) .* from /)
  })
  test('tells who does what until when', () => {
    expect(text).toContain(
      `| Alert a month before a certificate ends | Ana Lima | 2024-06-01 | OPS-12 | ${line(24)} |`,
    )
  })
  test('draws the timeline', () => {
    expect(text.slice(text.indexOf('```mermaid'), text.indexOf('\n```\n'))).toBe(`\`\`\`mermaid
%%{init: {"gantt": {"useWidth": 940, "barHeight": 22, "barGap": 6, "leftPadding": 75, "rightPadding": 20, "fontSize": 12}}}%%
gantt
dateFormat YYYY-MM-DD HH:mm:ss
axisFormat %H:%M
section Times
\u200BTime to detect∶ 5 min :2024-05-03 09:00:00, 2024-05-03 09:05:00
\u200BTime to acknowledge∶ 5 min :2024-05-03 09:05:00, 2024-05-03 09:10:00
\u200BTime to mitigate∶ 1 h 10 min :2024-05-03 09:00:00, 2024-05-03 10:10:00
\u200BTime to resolve∶ 1 h 30 min :2024-05-03 09:00:00, 2024-05-03 10:30:00
section Timeline
\u200B09∶00 start∶ Impact begins∶ payments fail. :crit, milestone, 2024-05-03 09:00:00, 0m
\u200B09∶05 detected∶ An alert fires on failed payments. :milestone, 2024-05-03 09:05:00, 0m
\u200B09∶10 acknowledged∶ Acknowledged by the on-call engineer. :milestone, 2024-05-03 09:10:00, 0m
\u200B09∶40 identified∶ Root cause identified. :milestone, 2024-05-03 09:40:00, 0m
\u200B10∶10 mitigated∶ Mitigated∶ most payments succeed. :milestone, 2024-05-03 10:10:00, 0m
\u200B10∶30 resolved∶ Resolved∶ all payments succeed again, in ev… :milestone, 2024-05-03 10:30:00, 0m`)
  })
  test('is folded where there are several, and has a picture among the first ten', () => {
    const several = summaryOf(Array.from({ length: 12 }, (_, i) => ({ path: `${i}.md`, text: told })))
    expect(several).not.toContain('<details open>')
    expect(several.match(/^```mermaid$/gm)).toHaveLength(10)
    expect(several.match(/^<details><summary>\d+\.md: Checkout/gm)).toHaveLength(12)
  })
  test('is not made of what is no postmortem', () => {
    expect(summaryOf([{ text: '# Read me\n\nHow to install it.\n' }])).not.toContain(
      'What the documents tell',
    )
  })
})

test.each([
  [0, '0 min'],
  [0.75, '45 s'],
  [4, '4 min'],
  [90, '1 h 30 min'],
  [1440, '1 d'],
  [1441, '1 d'],
  [1499.999, '1 d 1 h'],
])('%d minutes are %s', (minutes, text) => {
  expect(spanText(minutes)).toBe(text)
})

describe('a picture of any timeline', () => {
  const place = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }
  const [block] = linter(config, [])({ path: '', text: 'a' }).postmortem?.blocks ?? []
  if (!block) throw new Error('no block')

  const scraps = fc.constantFrom(
    ...'section x|click a href "b"|%%{init: {}}%%|%% c|#35;|ﬂ°°60¶ß|style a:b#c;|:|;|\n|\r|```|<b>|&lt;|--|2024-05-14|{|}|\\|🔥|é|\u202e|\0|dateFormat'.split(
      '|',
    ),
  )
  const any = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 99 }),
    fc.array(scraps, { maxLength: 9 }).map((all) => all.join('')),
  )
  const entries = fc.array(
    fc
      .record({
        text: any,
        milestones: fc.subarray<Milestone>([...milestones]),
        minutes: fc.oneof(fc.nat(3000), fc.double({ min: 0, max: 1e6, noNaN: true })),
        until: fc.option(fc.nat(5000), { nil: undefined }),
        time: fc.option(fc.constant('09:10'), { nil: undefined }),
        date: fc.option(fc.constant('2024-05-14'), { nil: undefined }),
      })
      .map(
        ({ text, milestones, minutes, until, time, date }): TimelineEntry => ({
          block,
          text,
          milestones,
          backwards: false,
          when: {
            at: place,
            value: {
              approximate: false,
              own: { time: true, date: false, zone: false },
              ambiguous: [],
              minutes,
              ...(until !== undefined && { until }),
              ...(time !== undefined && { time }),
              ...(date !== undefined && { date }),
            },
          },
        }),
      ),
    { maxLength: 60 },
  )
  const drawn = (all: readonly TimelineEntry[]) =>
    timelinePicture({ timeline: { form: 'bullets', entries: all }, metrics: {} })

  test('has a row for each entry, made of nothing that Mermaid could take for a statement', () => {
    const date = '\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d'
    const row = RegExp(
      `^\u200B(?:[^:;#%{}<>&"\`\\\\\\p{C}]|#\\d+;){1,120} :(?:crit, |done, )?(?:milestone, ${date}, 0m|${date}, ${date})$`,
      'u',
    )
    fc.assert(
      fc.property(entries, (all) => {
        const picture = drawn(all)
        if (!picture) return expect(new Set(all.map(({ when }) => when?.value.minutes)).size).toBeLessThan(2)
        const [, ...lines] = picture.text.split(/\r\n|[\n\r\u2028\u2029]/)
        const rows = lines.slice(4, -1)
        expect(lines.slice(0, 4)).toEqual([
          'gantt',
          'dateFormat YYYY-MM-DD HH:mm:ss',
          expect.stringMatching(/^axisFormat %\S+( %b)?$/),
          'section Timeline',
        ])
        for (const line of rows) expect(line).toMatch(row)
        expect(rows.length + picture.left).toBe(all.length)
        expect(rows.length).toBe(Math.min(40, all.length))
        return undefined
      }),
    )
  })

  test('stays below what Mermaid draws, and keeps the milestones', () => {
    const entry = (i: number): TimelineEntry => ({
      block,
      text: '\u{10FFFD}'.repeat(500),
      milestones: i % 20 === 0 ? ['resolved'] : [],
      backwards: false,
      when: {
        at: place,
        value: {
          approximate: false,
          own: { time: true, date: false, zone: false },
          ambiguous: [],
          minutes: i,
        },
      },
    })
    const picture = drawn(Array.from({ length: 900 }, (_, i) => entry(i)))
    expect(picture?.text.length).toBeLessThan(50_000)
    expect(picture?.text.match(/resolved/g)).toHaveLength(40)
    expect(picture?.left).toBe(860)
  })
})

describe('what is new and what stood before', () => {
  const flawed = told.replace('- 09:40: Root', '- TBD\n- 09:40: Root')
  const worse = flawed.replace(
    'The certificate of the gateway',
    '[Insert graph]\n\nThe certificate of the gateway',
  )
  const text = summaryOf([{ text: worse, base: flawed }])
  const fold = text.indexOf('<details><summary>')
  const rowOf = (row: string): number => text.split('\n').findIndex((line) => line.includes(row))

  test('the one is told first, the other folded', () => {
    expect(text).toMatch(/^## Postmortem review: fail, 1 error in 1 file; \d+ findings stood before\n/)
    expect(text.indexOf('&#91;Insert graph&#93;')).toBeLessThan(fold)
    expect(text.indexOf('<code>TBD</code>')).toBeGreaterThan(fold)
    expect(text).toMatch(/<details><summary>\d+ findings stood before and did not count<\/summary>/)
    expect(rowOf('### Why it matters')).toBeGreaterThan(0)
    expect(text.split('### Why it matters')[1]?.match(/<details>/g)).toHaveLength(1)
  })
  test('with another scope all are told alike', () => {
    const all = summaryOf([{ text: worse, base: flawed }], 'changed')
    expect(all).not.toContain('stood before')
    expect(all.indexOf('<code>TBD</code>')).toBeLessThan(all.indexOf('What the documents tell'))
  })
  test('nothing is folded where nothing stood before', () => {
    expect(summaryOf([{ text: worse, base: null }])).not.toContain('stood before')
  })
})

describe('what has no room', () => {
  const { Piece: piece } = fc.letrec<{ Piece: Piece; Text: Piece; Group: Piece }>((tie) => ({
    Piece: fc.oneof({ maxDepth: 4 }, tie('Text'), tie('Group')),
    Text: fc.record({
      text: fc.string({ minLength: 1, unit: 'grapheme' }).map((text) => text.replace(/[()]/g, 'x')),
      finding: fc.constant(true as const),
    }),
    Group: fc.record({
      open: fc.constant('((('),
      parts: fc.array(tie('Piece'), { maxLength: 4 }),
      close: fc.constant(')))'),
    }),
  }))
  const whole = (pieces: readonly Piece[]): string =>
    pieces
      .map((one) => ('open' in one ? (whole(one.parts) === '' ? '' : `(((${whole(one.parts)})))`) : one.text))
      .join('')

  const leaves = (one: Piece): readonly Piece[] => ('open' in one ? one.parts.flatMap(leaves) : [one])

  test('is cut between two pieces, with all that was opened closed, and counted', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.nat(120), (pieces, room) => {
        const { text, left } = pack(pieces, room)
        expect(size(text)).toBeLessThanOrEqual(room)
        expect(text.split('(').length).toBe(text.split(')').length)
        expect(whole(pieces).startsWith(text.replace(/\)*$/, ''))).toBe(true)
        const kept = pack(pieces, Number.POSITIVE_INFINITY)
        expect(kept).toEqual({ text: whole(pieces), left: [] })
        if (size(whole(pieces)) <= room) expect(left).toEqual([])
        const shown = findingsIn(pieces) - findingsIn(left)
        expect(pack(pieces.flatMap(leaves).slice(0, shown), room).left).toEqual([])
      }),
    )
  })

  test('is said, and what was folded is still closed', () => {
    const many = `${told}\n${'- TBD <b>&\n'.repeat(9000)}`
    const text = summaryOf([{ text: many, base: many }])
    expect(size(text)).toBeLessThan(2 ** 20)
    expect(text.split('<details').length).toBe(text.split('</details>').length)
    const rows = text.split('\n').filter((row) => /^\| \[\d+\]/.test(row)).length
    const all = lint({ path: 'a.md', text: many }).findings.length
    expect(text).toContain(`${all - rows} findings more in the log and the report`)
  })
})

function everyNode(node: Nodes): readonly Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(everyNode) : [])]
}

test('nothing of a document becomes markup in its card', () => {
  const attacks = [
    '<img src=x onerror=pwned()>',
    '![pwned](https://evil.test/a.png)',
    '[pwned](https://evil.test)',
    'https://evil.test @octocat #1',
    '**pwned** | `pwned` | ~~x~~',
    '</details></td><script>pwned()</script>',
    '``` %%{init: {"securityLevel": "loose"}}%%',
    'click a call pwned()',
    '<!-- pwned',
  ]
  for (const attack of attacks) {
    const text = told
      .replace('Checkout failed', `Checkout failed ${attack}`)
      .replace('## Timeline (UTC)', `## Timeline ${attack} (UTC)`)
      .replace('An alert fires', `An alert ${attack} fires`)
      .replace('Ana Lima', `Ana ${attack.replaceAll('|', '\\|')}`)
      .replace('Renew certificates', `${attack.replaceAll('|', '\\|')} Renew certificates`)
    const [, card = ''] = summaryOf([{ text }]).split('What the documents tell\n')
    for (const node of everyNode(parseMarkdown(card.split('### Why it matters')[0] ?? ''))) {
      if (node.type === 'html') expect(node.value).toMatch(/^(<\/?(details( open)?|summary)>|[^<>])+$/)
      if (node.type === 'link') expect(node.url).toMatch(/^https:\/\/github\.(test|com\/postmortem-lint)\//)
      if (node.type === 'text') expect(node.value).not.toMatch(/[@#][\w-]|:\/\/|www\./)
      if (node.type === 'code') expect(node.lang).toBe('mermaid')
      expect([
        'root',
        'html',
        'link',
        'text',
        'code',
        'paragraph',
        'table',
        'tableRow',
        'tableCell',
      ]).toContain(node.type)
    }
  }
})
