import { readFileSync } from 'node:fs'
import remarkParse from 'remark-parse'
import { type PluggableList, unified } from 'unified'
import { VFile } from 'vfile'
import { lint, Mistakes, profiles, rules } from '../src/index.ts'
import preset, { plugins } from '../src/remark.ts'

const flawed = readFileSync('examples/postmortem-with-defects.md', 'utf8')

/** The messages that remark gives a document with some plugins. */
function messagesOf(text: string, list: PluggableList): VFile['messages'] {
  const file = new VFile({ path: 'a.md', value: text })
  const processor = unified().use(remarkParse).use(list).freeze()
  processor.runSync(processor.parse(file), file)
  return file.messages
}

const fatal = { error: true, warning: false, info: null }

describe('the preset', () => {
  const messages = messagesOf(flawed, [preset])
  const { findings } = lint(flawed)

  test('says what the linter says, in the words of remark', () => {
    expect(messages.map(({ ruleId, reason, line, column }) => ({ ruleId, reason, line, column }))).toEqual(
      findings.map(({ rule, message, line, column }) => ({ ruleId: rule, reason: message, line, column })),
    )
    expect(messages.map((message) => message.fatal)).toEqual(findings.map(({ severity }) => fatal[severity]))
    expect(messages.length).toBeGreaterThan(3)
  })
  test('a message has what a quick fix needs', () => {
    for (const [index, { source, url, note, expected, actual, place }] of messages.entries()) {
      const finding = findings[index]
      expect({ source, url, note, expected }).toEqual({
        source: 'postmortem-lint',
        url: finding?.url,
        note: finding?.note,
        expected: finding?.expected,
      })
      const [start, end] = place && 'start' in place ? [place.start.offset, place.end.offset] : []
      if (actual !== undefined) expect(actual).toBe(flawed.slice(start, end))
    }
    expect(messages.filter(({ actual }) => actual)).not.toEqual([])
  })
  test('what one rule explains the others leave unsaid, and messages of others stay', () => {
    const other = () => (_: unknown, file: VFile) => {
      file.message('From elsewhere', { ruleId: 'other', source: 'elsewhere' })
    }
    const ids = messagesOf('Read it [there](https://example.com).\n', [other, preset]).map(
      ({ ruleId }) => ruleId,
    )
    expect(ids).toEqual(['other', 'not-a-postmortem'])
  })
  test('a byte order mark moves nothing', () => {
    const places = (text: string) =>
      messagesOf(text, [preset]).map(({ reason, place, actual }) => [reason, place, actual])
    expect(places(`\uFEFF${flawed}`)).toEqual(places(flawed))
  })
})

describe('a single rule', () => {
  const text = `# Checkout was down\n\n## Timeline\n\n- 15:33 UTC: b\n- 13:40 UTC: a\n`
  const says = (...list: PluggableList) => messagesOf(text, list).map(({ ruleId, fatal }) => [ruleId, fatal])
  const order = plugins['timeline-order']
  if (!order) throw new Error('there is no rule called timeline-order')

  test('is a plugin by its id, as the house style sets it', () => {
    expect(Object.keys(plugins)).toEqual(rules.map(({ id }) => id))
    expect(says(order)).toEqual([['timeline-order', true]])
  })
  test('takes the settings of remark', () => {
    expect(says([order, 'warn'])).toEqual([['timeline-order', false]])
    expect(says([order, ['warn']])).toEqual([['timeline-order', false]])
    expect(says([order, ['info', {}]])).toEqual([['timeline-order', null]])
    expect(says([order, 2])).toEqual([['timeline-order', true]])
    expect(says([order, false])).toEqual([])
    expect(says([order, 'off'])).toEqual([])
    expect(says([order, 'warn'], [order, ['off']])).toEqual([])
  })
  test('refuses a setting that it does not know', () => {
    expect(() => says([order, ['warn', { limit: 1 }]])).toThrow(Mistakes)
    expect(() => says([order, 'loud'])).toThrow('postmortem-lint: `timeline-order` has the setting `loud`.')
  })
})

describe('the library', () => {
  test('lints by a profile, with settings laid over it', () => {
    const ids = (options: Parameters<typeof lint>[1]) => [
      ...new Set(lint(flawed, options).findings.map(({ rule }) => rule)),
    ]
    expect(ids({ profile: 'alx' })).toEqual(ids({}))
    expect(ids({ profile: 'minimal' })).not.toEqual(ids({}))
    expect(Object.keys(profiles)).toContain('minimal')
    const off = Object.fromEntries(rules.map(({ id }) => [id, 'off'] as const))
    expect(ids({ rules: off })).toEqual([])
    expect(ids({ rules: { ...off, 'word-count': ['info', { min: 1, max: 2 }] } })).toEqual(['word-count'])
  })
  test('refuses what it does not know, all at once', () => {
    expect(() => lint(flawed, { profile: 'alxx', rules: { 'word-cuont': 'off' } })).toThrow(
      expect.objectContaining({
        sentences: [
          expect.stringMatching(/^profile: .*`alx`/),
          expect.stringMatching(/^rules: .*`word-count`/),
        ],
      }),
    )
  })
})
