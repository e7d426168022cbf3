import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { parse, stringify } from 'yaml'
import { configurationSchema } from '../scripts/schema.ts'
import { readConfigFile } from '../src/lint/configFile.ts'
import { Mistakes } from '../src/lint/mistake.ts'
import { configuration, sectionOptions } from '../src/lint/options.ts'
import { resolveConfig } from '../src/lint/resolve.ts'
import { profiles } from '../src/profiles/index.ts'
import { rules } from '../src/rules/index.ts'

const schema = JSON.parse(readFileSync('schema.json', 'utf8'))
const validate = new Ajv({ strictTuples: false }).compile(schema)
const page = readFileSync('docs/configuration.md', 'utf8')
const blocks = (language: string): readonly string[] =>
  page
    .split(`\`\`\`${language}\n`)
    .slice(1)
    .map((rest) => rest.split('\n```')[0] ?? '')

/** What is said of a configuration, templates and other files left aside. */
function mistakesIn(text: string): readonly string[] {
  const { wishes, mistakes } = readConfigFile(text, 'x.yml')
  const templates = { get: () => (house: (typeof profiles)[string]) => house }
  try {
    resolveConfig([wishes], { rules, profiles, templates: Object.assign(new Map(), templates) }, mistakes)
    return []
  } catch (error) {
    if (error instanceof Mistakes) return error.sentences
    throw error
  }
}

test('the schema knows every option, rule and house style', () => {
  expect(schema).toEqual(configurationSchema(rules, Object.keys(profiles)))
})

test('the page shows a configuration that is valid, and one that is not', () => {
  const [sound = '', broken = ''] = blocks('yaml')
  expect(validate(parse(sound))).toBe(true)
  expect(mistakesIn(sound)).toEqual([])
  expect(validate(parse(broken))).toBe(false)
  expect(mistakesIn(broken).length).toBeGreaterThan(1)
})

test('the page tells of every option', () => {
  for (const name of [...Object.keys(configuration.entries), ...Object.keys(sectionOptions.entries)])
    expect(page).toContain(`| \`${name}\` |`)
})

test.each([
  ['profile: nobody', false],
  ['rules: { word-count: [error, { max: 9 }] }', true],
  ['rules: { word-count: [error, { maxi: 9 }] }', false],
  ['rules: { word-count: [error, { max: nine }] }', false],
  ['rules: { word-cuont: error }', false],
  ['rules: { has-visual: true, image-alt: off, word-count: [error] }', true],
  ['overrides: [{ files: a.md, rules: { word-count: off } }]', true],
  ['overrides: [{ files: a.md, scope: all }]', false],
  ['overrides: [{ rules: { word-count: off } }]', false],
  ['sections: { titles: { cause: [Why, How come] } }', true],
  ['sections: { titles: { why: Why } }', false],
  ['status: { draft: warning }', true],
  ['status: { draft: mild }', false],
])('%s: %j, to an editor and to the program', (text, valid) => {
  expect({ editor: validate(parse(text)), program: mistakesIn(text).length === 0 }).toEqual({
    editor: valid,
    program: valid,
  })
})

test('what an editor takes the program takes, and the other way round', () => {
  const kind = fc.constantFrom('summary', 'cause', 'causes')
  const rule = fc.constantFrom('word-count', 'has-visual', 'word-cuont')
  const setting = fc.constantFrom<unknown>(
    'off',
    'error',
    true,
    'loud',
    ['info'],
    ['error', {}],
    ['error', { x: 1 }],
    [],
    3,
  )
  const style = {
    profile: fc.constantFrom<unknown>('alx', 'minimal', 'alxx', 1),
    sections: fc.record(
      {
        required: fc.oneof(fc.array(kind, { maxLength: 2 }), kind),
        titles: fc.dictionary(kind, fc.constantFrom<unknown>('A', ['A', 'B'], 1), { maxKeys: 2 }),
      },
      { requiredKeys: [] },
    ),
    dateOrder: fc.constantFrom<unknown>('dmy', 'dym', 1),
    rules: fc.dictionary(rule, setting, { maxKeys: 2 }),
    status: fc.dictionary(fc.constantFrom('draft', 'final'), fc.constantFrom('info', 'off'), { maxKeys: 2 }),
    'inline-disable': fc.constantFrom<unknown>(true, false, 'no'),
  }
  const one = fc.record(
    {
      ...style,
      files: fc.constantFrom<unknown>('a', ['a', 'b'], [1], {}),
      'fail-on': fc.constantFrom<unknown>('never', 'ever', 1),
      scope: fc.constantFrom<unknown>('all', 'none'),
      overrides: fc.array(
        fc.record({ ...style, files: fc.constantFrom<unknown>('a', ['b'], 1) }, { requiredKeys: [] }),
        {
          maxLength: 2,
        },
      ),
      strange: fc.constant(1),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(one, (value) => {
      expect([value, mistakesIn(stringify(value)).length === 0]).toEqual([value, validate(value)])
    }),
    { numRuns: 300 },
  )
})
