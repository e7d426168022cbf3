import { existsSync, readdirSync } from 'node:fs'
import { safeParse } from 'valibot'
import { optionsIn } from '../scripts/options.ts'
import { optionsOf } from '../src/lint/setting.ts'
import { profiles } from '../src/profiles/index.ts'
import { rules } from '../src/rules/index.ts'
import { saidBy } from './said.ts'

const ids = rules.map(({ id }) => id)
const cases = rules.flatMap((rule) =>
  rule.examples.map((example, index) => ({ name: `${rule.id}, example ${index + 1}`, rule, example })),
)

test('the index holds every file of src/rules, in order', () => {
  const files = readdirSync('src/rules').filter((name) => name !== 'index.ts')
  expect(ids).toEqual(files.map((name) => name.replace(/\.ts$/, '')).sort())
})

test.each(rules)('$id has a page', ({ id }) => {
  expect(existsSync(`docs/rules/${id}.md`)).toBe(true)
})

test.each(rules)('$id: the summary is one sentence that fits a table', ({ summary }) => {
  expect(summary).toMatch(/^[A-Z`].*\.$/)
  expect(summary.length).toBeLessThanOrEqual(100)
})

test.each(rules)('$id: the reason is more than a sentence', ({ why }) => {
  expect(why.length).toBeGreaterThan(80)
})

test.each(rules)('$id: one example speaks and one is silent', ({ examples }) => {
  expect(examples.filter(({ says }) => says.length > 0)).not.toEqual([])
  expect(examples.filter(({ says }) => says.length === 0)).not.toEqual([])
})

test.each(cases)('$name prints what it says', ({ rule, example }) => {
  expect(saidBy(rule, example)).toEqual(example.says)
})

test.each(rules)('$id: every option has a description and a default', (rule) => {
  for (const option of optionsIn(rule)) {
    expect(option).toEqual({
      ...option,
      default: expect.stringMatching(/./),
      meaning: expect.stringMatching(/\.$/),
    })
  }
  expect(safeParse(rule.options, {}).success).toBe(true)
})

test.each(Object.values(profiles))(
  '$name sets rules that there are, with options that they have',
  (profile) => {
    for (const [id, setting] of Object.entries(profile.rules)) {
      const rule = rules.find((one) => one.id === id)
      expect([id, rule && safeParse(rule.options, optionsOf(setting)).issues]).toEqual([id, undefined])
      expect(ids).toContain(id)
    }
  },
)

test.each(rules)('$id silences rules that there are, and none that silences it', ({ id, silences = [] }) => {
  const others = silences === 'all' ? ids.filter((other) => other !== id) : silences
  const mutual = rules.filter(
    (rule) => others.includes(rule.id) && (rule.silences === 'all' || rule.silences?.includes(id)),
  )
  expect(mutual).toEqual([])
  for (const other of others) expect(ids).toContain(other)
})
