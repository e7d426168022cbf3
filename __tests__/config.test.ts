import { object, optional, picklist } from 'valibot'
import { defaultFiles, type Profile, ruleWish, type Wishes } from '../src/lint/config.ts'
import { Mistakes, nearest } from '../src/lint/mistake.ts'
import { resolveConfig } from '../src/lint/resolve.ts'
import { type Rule, rule } from '../src/lint/rule.ts'
import { checkSetting } from '../src/lint/setting.ts'

const rules: readonly Rule[] = [
  rule({
    id: 'word-count',
    summary: '',
    why: '',
    severity: 'warning',
    options: object({
      unit: optional(picklist(['word', 'line']), 'word'),
      least: optional(picklist([1, 2]), 1),
    }),
    examples: [],
    *check() {},
  }),
  rule({
    id: 'has-visual',
    summary: '',
    why: '',
    severity: 'off',
    options: object({}),
    examples: [],
    *check() {},
  }),
]
const [wordCount, hasVisual] = rules
if (!wordCount || !hasVisual) throw new Error('two rules stand above')

const house: Profile = {
  name: 'alx',
  source: '',
  sections: { required: [], optional: [], titles: { summary: 'Issue Summary' } },
  rules: { 'word-count': ['error', { unit: 'line' }] },
}
const resolve = (wishes: Wishes) =>
  resolveConfig([wishes], { rules, profiles: { alx: house, minimal: { ...house, name: 'minimal' } } })

function mistakesOf(wishes: Wishes): readonly string[] {
  try {
    resolve(wishes)
  } catch (error) {
    if (error instanceof Mistakes) return error.sentences
  }
  throw new Error('no mistake was found')
}

test('without wishes, all comes from the profile and the defaults', () => {
  const config = resolve({})
  expect(config).toMatchObject({ profile: house, files: defaultFiles, failOn: 'error', rules: house.rules })
  expect(config.exclude).toContain('**/node_modules/**')
  expect(config.read).toEqual({ titles: { summary: ['Issue Summary'] } })
})

test('files that are named are taken at their word', () => {
  expect(resolve({ files: ['a.md'], exclude: ['b.md'] })).toMatchObject({
    files: ['a.md'],
    exclude: ['**/node_modules/**', '**/.git/**', 'b.md'],
  })
})

test('settings are laid over those of the profile, the later over the earlier', () => {
  const wish = (text: string) => ruleWish(text, '--rule')
  const set = (...texts: string[]) => resolve({ rules: texts.map(wish) }).rules['word-count']
  expect(set('word-count=info')).toEqual(['info', { unit: 'line' }])
  expect(set('word-count=info,{"least":2}')).toEqual(['info', { unit: 'line', least: 2 }])
  expect(set('word-count = info , {"unit": "word"}')).toEqual(['info', { unit: 'word' }])
  expect(set('word-count=info', 'word-count=off')).toBe('off')
})

test.each([
  ['off', 'off'],
  [false, 'off'],
  [0, 'off'],
  ['warn', ['warning', {}]],
  [1, ['warning', {}]],
  [2, ['error', {}]],
  [['warn'], ['warning', {}]],
  [
    ['error', { least: 2 }],
    ['error', { least: 2 }],
  ],
  [true, ['warning', {}]],
  ['on', ['warning', {}]],
])('the setting %j is %j', (value, setting) => {
  expect(checkSetting(wordCount, { value, from: '' }, wordCount.severity)).toEqual({ setting })
})

test('a rule that is off is a warning when it is only switched on', () => {
  expect(checkSetting(hasVisual, { value: true, from: '' }, 'off')).toEqual({ setting: ['warning', {}] })
})

test('every mistake is said at once, with what is known and what is nearest', () => {
  const from = '--rule'
  const wishes = {
    profile: { value: 'minmal', from: '--profile' },
    failOn: { value: 'x', from: 'input fail-on' },
    rules: [
      ruleWish('has-visuals=off', from),
      ruleWish('word-count', from),
      ruleWish('word-count=errr,{"leest": 3, "unit": "char"}', from),
      ruleWish('word-count=error,{"least"', from),
      ruleWish('has-visual=error,{"a":1}', from),
    ],
  }
  expect(mistakesOf(wishes)).toEqual([
    '--profile: `minmal` is no known profile. Did you mean `minimal`? Known: `alx`, `minimal`.',
    '--rule: `has-visuals` is no known rule. Did you mean `has-visual`? Known: `word-count`, `has-visual`.',
    '--rule: `word-count` has no setting. Known: `off`, `error`, `warning`, `info`.',
    '--rule: `word-count` has the setting `errr`. Did you mean `error`? Known: `off`, `error`, `warning`, `info`.',
    '--rule: `word-count` has no option `leest`. Did you mean `least`? Known: `unit`, `least`.',
    '--rule: `word-count` has `unit: "char"`; allowed is ("word" | "line").',
    '--rule: `word-count` has the options `{"least"`; they are a JSON object such as `{"name": 1}`.',
    '--rule: `has-visual` has no option `a`: it takes none.',
    'input fail-on: `x` is no known level. Known: `error`, `warning`, `info`, `never`.',
  ])
})

test('a name of Object.prototype is no profile', () => {
  expect(mistakesOf({ profile: { value: 'constructor', from: '--profile' } })).toHaveLength(1)
})

test('the nearest name is near', () => {
  expect(nearest('timelineorder', ['timeline-order', 'section-order'])).toBe('timeline-order')
  expect(nearest('ERROR', ['error'])).toBe('error')
  expect(nearest('something-else', ['timeline-order', 'section-order'])).toBeUndefined()
  expect(nearest('x', [])).toBeUndefined()
})
