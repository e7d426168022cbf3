import type { FileReport } from '../src/lint/run.ts'
import { judge } from '../src/lint/verdict.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import type { Postmortem } from '../src/postmortem/postmortem.ts'
import { readPostmortem } from '../src/postmortem/read.ts'
import { json, report } from '../src/reporters/json.ts'
import { pretty } from '../src/reporters/pretty.ts'
import { configOf } from './said.ts'

const finding = {
  rule: 'timeline-order',
  severity: 'error',
  message: '`13:40` comes after `15:33`',
  line: 2,
  column: 3,
  endLine: 2,
  endColumn: 8,
  section: 'timeline',
  url: 'https://example.com/timeline-order.md',
  new: true,
  fingerprint: '0123456789abcdef',
} as const

const file: FileReport = {
  path: 'a.md',
  text: '- 15:33 stopped\n- 13:40 restarted\n',
  postmortem: null,
  findings: [finding],
  compared: false,
}
const config = configOf({})
const plain = { color: false }

describe('pretty', () => {
  test('shows each finding with its line', () => {
    const more = {
      ...finding,
      severity: 'warning' as const,
      note: 'How to go on.',
      expected: ['- 15:40\n- x'],
    }
    const quiet = { ...file, path: 'b.md', findings: [] }
    expect(
      pretty(judge([{ ...file, findings: [finding, more] }, quiet], config, ['A notice.']), plain),
    ).toBe(`a.md
  2:3  error  \`13:40\` comes after \`15:33\`  timeline-order
    2 | - 13:40 restarted
      |   ^^^^^
  2:3  warning  \`13:40\` comes after \`15:33\`  timeline-order
    2 | - 13:40 restarted
      |   ^^^^^
    How to go on.
    + - 15:40
    + - x

A notice.

1 error, 1 warning in 1 of 2 files
`)
  })
  test('an empty line is not shown', () => {
    const empty = { ...file, text: '', findings: [{ ...finding, line: 1, column: 1 }] }
    expect(pretty(judge([empty], config, []), plain)).toBe(
      'a.md\n  1:1  error  `13:40` comes after `15:33`  timeline-order\n\n1 error in 1 file\n',
    )
  })
  test('says that there is nothing', () => {
    expect(pretty(judge([{ ...file, findings: [] }], config, []), plain)).toBe('No findings in 1 file\n')
    expect(pretty(judge([], config, []), plain)).toBe('No findings in 0 files\n')
  })
  test('tells apart, and in short, what stood before', () => {
    const old = { ...finding, new: false, message: 'old' }
    const both = { ...file, findings: [old, finding] }
    expect(pretty(judge([both], config, ['A notice.']), plain)).toBe(`a.md
  2:3  error  \`13:40\` comes after \`15:33\`  timeline-order
    2 | - 13:40 restarted
      |   ^^^^^

1 finding stood before and did not count

a.md
  2:3  error  old  timeline-order

A notice.

1 error in 1 file; 1 finding stood before
`)
    expect(pretty(judge([both], { ...config, scope: 'changed' }, []), plain)).toContain(
      '2 errors in 1 file\n',
    )
  })
  test('colours only what is around the words', () => {
    const run = judge([file], config, [])
    const coloured = pretty(run, { color: true })
    expect(coloured).toContain('\u001b[31merror\u001b[39m')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is looked for
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(pretty(run, plain))
  })
  test('a path, a message and an expected text cannot steer the terminal', () => {
    const evil = '\u001b[2J\u202e\r'
    const bad = { ...finding, message: evil, note: evil, expected: [evil], rule: 'x' }
    const out = pretty(judge([{ ...file, path: evil, findings: [bad] }], config, [evil]), plain)
    expect(out).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u)
  })
})

const text = '# Checkout was down\n\n## Timeline\n\n- 14:00 UTC: down\n- 14:30 UTC: up\n'
const read = readPostmortem(text, parseMarkdown(text))
const at = (line: number) => ({ start: { line, column: 1 }, end: { line, column: 2 } })
const [block = failing('block')] = read.blocks
const [section = failing('section')] = read.sections

function failing(what: string): never {
  throw new Error(`the document above has no ${what}`)
}

/** Facts by hand, so that what is tried is how they are told, not how they are read. */
const facts: Postmortem = {
  ...read,
  kind: { value: 'postmortem' },
  language: { tag: 'en', english: 0.4, words: 90 },
  title: { value: 'Checkout was down', form: 'heading', general: false, at: at(1) },
  words: { total: 10, prose: 4, lists: 3, tables: 2, headings: 1 },
  sections: [
    {
      ...section,
      kinds: ['cause', 'resolution'],
      title: { value: 'Cause & fix', at: at(3) },
      form: 'bold',
      body: [],
    },
    { ...section, kinds: [], title: { value: 'Glossary', at: at(4) } },
    { ...section, kinds: [], side: 'people', title: { value: 'Authors', at: at(5) } },
    { ...section, kinds: ['impact'], title: { value: 'Impact', at: at(6) }, form: 'label', body: [block] },
  ],
  timeline: {
    form: 'bullets',
    zone: { value: 'UTC', at: at(3) },
    entries: [
      {
        block: { ...block, at: at(5) },
        text: 'down',
        milestones: ['start', 'detected'],
        backwards: true,
        when: {
          at: at(5),
          value: {
            time: '14:00',
            date: '2024-06-20',
            zone: 'UTC',
            instant: '2024-06-20T14:00:00Z',
            approximate: false,
            own: { time: true, date: false, zone: true },
            ambiguous: [],
          },
        },
      },
      { block: { ...block, at: at(6) }, text: 'up', milestones: [], backwards: false },
    ],
  },
  duration: {
    stated: { value: 30, at: at(2) },
    approximate: false,
    computed: { value: 35, from: at(5), to: at(6) },
  },
  metrics: { timeToResolve: { value: 30, from: at(5), to: at(6) } },
  evidence: { detection: { value: 'an alert', at: at(5) } },
  actions: {
    form: 'checkboxes',
    items: [
      {
        block: { ...block, at: at(6) },
        text: 'Add an index',
        done: true,
        owner: { value: 'Asha', at: at(6) },
        due: { value: '24 June', at: at(6) },
        ticket: { value: '#12', at: at(6) },
      },
      { block: { ...block, at: at(7) }, text: 'Load-test releases', done: false },
    ],
  },
}

describe('json', () => {
  const run = judge([{ ...file, postmortem: facts }, file], config, [])
  const { files, ...rest } = report(run)
  const [known, unread] = files

  test('holds the run', () => {
    expect(rest).toEqual({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/), verdict: 'fail' })
    expect(unread).toEqual({ path: 'a.md', findings: [finding], postmortem: null })
    expect(JSON.parse(json(run))).toEqual(report(run))
    expect(json(run).endsWith('}\n')).toBe(true)
  })
  test('the facts have the fields of the contract', () => {
    expect(known?.postmortem).toEqual({
      kind: 'postmortem',
      language: 'en',
      title: { line: 1, text: 'Checkout was down' },
      words: { total: 10, prose: 4, lists: 3, tables: 2, headings: 1 },
      sections: [
        { line: 3, kinds: ['cause', 'resolution'], form: 'bold', title: 'Cause & fix', words: 0 },
        { line: 6, kinds: ['impact'], form: 'label', title: 'Impact', words: 3 },
      ],
      timeline: {
        form: 'bullets',
        zone: 'UTC',
        entries: [
          {
            line: 5,
            text: 'down',
            time: '14:00',
            date: '2024-06-20',
            zone: 'UTC',
            instant: '2024-06-20T14:00:00Z',
            milestones: ['start', 'detected'],
            backwards: true,
          },
          {
            line: 6,
            text: 'up',
            time: null,
            date: null,
            zone: null,
            instant: null,
            milestones: [],
            backwards: false,
          },
        ],
      },
      duration: { stated: 30, line: 2, computed: 35 },
      metrics: {
        timeToDetect: null,
        timeToAcknowledge: null,
        timeToMitigate: null,
        timeToResolve: { minutes: 30, from: 5, to: 6 },
      },
      evidence: {
        startEnd: null,
        impactQuantified: null,
        detection: 5,
        falseLead: null,
        escalation: null,
        validation: null,
        takeaways: null,
        visual: null,
      },
      actions: {
        form: 'checkboxes',
        items: [
          { line: 6, text: 'Add an index', done: true, owner: 'Asha', due: '24 June', ticket: '#12' },
          { line: 7, text: 'Load-test releases', done: false, owner: null, due: null, ticket: null },
        ],
      },
    })
  })
  test('what is unknown is null, and every field is there', () => {
    const { title: _, ...nameless } = {
      ...facts,
      timeline: read.timeline,
      duration: { approximate: false },
      metrics: {},
    }
    const [bare] = report(judge([{ ...file, postmortem: nameless }], config, [])).files
    expect(bare?.postmortem).toMatchObject({
      title: null,
      duration: { stated: null, line: null, computed: null },
      metrics: { timeToDetect: null, timeToAcknowledge: null, timeToMitigate: null, timeToResolve: null },
    })
    const { zone: _zone, ...zoneless } = facts.timeline
    const [floating] = report(
      judge([{ ...file, postmortem: { ...facts, timeline: zoneless } }], config, []),
    ).files
    expect(floating?.postmortem?.timeline.zone).toBeNull()
  })
  test('no control character of a document stands in it', () => {
    const out = json(judge([{ ...file, path: 'a\u009b\u202e\u007f\u2028\u001b.md' }], config, []))
    expect(out).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}\u2028]/u)
    expect(JSON.parse(out).files[0].path).toBe('a\u009b\u202e\u007f\u2028\u001b.md')
  })
})
