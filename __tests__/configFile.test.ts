import fc from 'fast-check'
import { stringify } from 'yaml'
import { configNames, configure } from '../src/hosts/configure.ts'
import type { Config, Wishes } from '../src/lint/config.ts'
import { readConfigFile } from '../src/lint/configFile.ts'
import { Mistakes } from '../src/lint/mistake.ts'
import { configuration } from '../src/lint/options.ts'
import { optionsOf } from '../src/lint/setting.ts'

const [usual, other] = configNames
type Files = Readonly<Record<string, string | { readonly unreadable: string }>>

const configured = (files: Files | string, wishes: Wishes = {}, config?: string): Promise<Config> => {
  const all: Files = typeof files === 'string' ? { [usual]: files } : files
  return configure(
    { wishes, mistakes: [], ...(config !== undefined && { config: { value: config, from: '--config' } }) },
    async (path) => (Object.hasOwn(all, path) ? all[path] : undefined),
  )
}

async function mistakesIn(
  files: Files | string,
  wishes?: Wishes,
  config?: string,
): Promise<readonly string[]> {
  const error = await configured(files, wishes, config).catch((error: unknown) => error)
  if (error instanceof Mistakes) return error.sentences.map((sentence) => sentence.replace(`${usual}:`, ''))
  throw new Error('no mistake was found')
}

test('an empty file, and none, change nothing', async () => {
  const { styleOf: _, ...plain } = await configured({})
  expect(plain).toMatchObject({
    profile: { name: 'alx' },
    failOn: 'error',
    scope: 'new',
    inlineDisable: true,
  })
  expect(plain.status).toEqual({ draft: 'warning' })
  for (const text of ['', '# nothing\n', '---\n', 'profile:\nrules:\nsections:\n  titles:\n'])
    expect(await configured(text)).toEqual(plain)
})

test('every option is obeyed', async () => {
  const config = await configured(`profile: minimal
files: docs/**/*.md
exclude: [docs/old/**]
sections:
  required: [summary, impact]
  optional: [impact]
  titles:
    impact: Who was hit
    actions: [Homework, To be done]
  order: [summary, actions]
timezone: Europe/Rome
dateOrder: dmy
rules:
  word-count: [warning, { max: 900 }]
  has-visual: off
  image-alt: true
fail-on: warning
scope: changed
status: { in review: info }
inline-disable: false
`)
  expect(config).toMatchObject({
    profile: { name: 'minimal' },
    files: ['docs/**/*.md'],
    exclude: ['**/node_modules/**', '**/.git/**', 'docs/old/**'],
    read: {
      titles: {
        summary: ['Summary'],
        impact: ['Who was hit'],
        actions: ['Actions', 'Homework', 'To be done'],
      },
      timezone: 'Europe/Rome',
      dateOrder: 'dmy',
    },
    failOn: 'warning',
    scope: 'changed',
    status: { draft: 'warning', 'in review': 'info' },
    inlineDisable: false,
  })
  const { rules } = config
  expect(rules['word-count']).toEqual(['warning', { max: 900 }])
  expect([rules['has-visual'], rules['image-alt']]).toEqual(['off', ['info', {}]])
  expect(rules['section-order']).toEqual(['warning', { order: ['summary', 'actions'], titles: [] }])
  expect(optionsOf(rules['required-sections'] ?? 'off')).toMatchObject({
    sections: ['summary', 'impact'],
    optional: ['impact'],
    titles: { summary: 'Summary', impact: 'Who was hit', actions: 'Homework' },
  })
})

test('flags and inputs beat the file, and the first file beats the second', async () => {
  const given = { value: 'never', from: '--fail-on' }
  const config = await configured(
    { [usual]: 'fail-on: info\nfiles: [a.md]\nrules: {has-visual: error}\n', [other]: 'scope: all\n' },
    { failOn: given, files: ['b.md'], rules: [{ id: 'has-visual', value: 'off', from: '--rule' }] },
  )
  expect(config).toMatchObject({
    failOn: 'never',
    files: ['b.md'],
    scope: 'new',
    rules: { 'has-visual': 'off' },
  })
  expect(await configured({ [other]: 'scope: all\n' })).toMatchObject({ scope: 'all' })
})

test('a file that is named is read instead of the usual one', async () => {
  const files = { [usual]: 'scope: all\n', 'ci/lint.yml': 'fail-on: info\n' }
  expect(await configured(files, {}, './ci/lint.yml')).toMatchObject({ scope: 'new', failOn: 'info' })
  expect(await mistakesIn(files, {}, 'ci/lnt.yml')).toEqual(['--config: `ci/lnt.yml` is not there.'])
  expect(await mistakesIn({ 'x.yml': { unreadable: 'not UTF-8 text' } }, {}, 'x.yml')).toEqual([
    '--config: `x.yml` cannot be read: not UTF-8 text.',
  ])
})

describe('extends', () => {
  test('builds on house styles and on files, the later over the earlier, itself over all', async () => {
    const config = await configured({
      [usual]: 'extends: [pagerduty, a.yml, ./sub/b.yml]\nrules: {word-count: warning}\n',
      'a.yml': 'scope: all\nfail-on: info\nrules: {word-count: [error, {max: 9}], has-visual: error}\n',
      'sub/b.yml': 'scope: changed\n',
    })
    expect(config).toMatchObject({
      profile: { name: 'pagerduty' },
      scope: 'changed',
      failOn: 'info',
      rules: { 'word-count': ['warning', { max: 9 }], 'has-visual': ['error', {}] },
    })
  })
  test('mistakes are told where they are', async () => {
    const files = {
      [usual]: '\nextends: [alxx, a.yml, b.yml]\nscope: none\n',
      'a.yml': 'x: 1\nextends: a.yml\n',
    }
    expect(await mistakesIn(files)).toEqual([
      expect.stringMatching(
        /^2: `alxx` is no known house style or path of a `.yml` file\. Did you mean `alx`\?/,
      ),
      '2: `b.yml` is not there.',
      expect.stringMatching(/^3: `none` is no known `scope`/),
      expect.stringMatching(/^a\.yml:1: `x` is no known option\./),
      'a.yml:2: `a.yml` builds on itself.',
    ])
  })
})

describe('overrides', () => {
  const file = `profile: minimal
rules: {has-visual: info}
overrides:
  - files: ["postmortems/**", "!**/*.draft.md"]
    profile: pagerduty
    timezone: Asia/Tokyo
    rules: {has-visual: error, word-count: warning}
  - files: "**/2024/*.md"
    rules: {has-visual: warning}
    status: {done: info}
    inline-disable: false
`
  const styleOf = async (path: string, wishes: Wishes = {}) => {
    const config = await configured(file, wishes)
    return config.styleOf?.(path)
  }
  const visual = (rules: Config['rules'] | undefined) => rules?.['has-visual']

  test('are laid over the file for the documents that match', async () => {
    const [none, one, both] = await Promise.all(
      ['x.md', 'postmortems/x.md', 'Postmortems/2024/x.md'].map((path) => styleOf(path)),
    )
    expect(none).toMatchObject({ profile: { name: 'minimal' }, inlineDisable: true })
    expect(visual(none?.rules)).toEqual(['info', {}])
    expect(one).toMatchObject({ profile: { name: 'pagerduty' }, read: { timezone: 'Asia/Tokyo' } })
    expect(visual(one?.rules)).toEqual(['error', {}])
    expect(both).toMatchObject({
      profile: { name: 'pagerduty' },
      inlineDisable: false,
      status: { done: 'info' },
    })
    expect([visual(both?.rules), both?.rules['word-count']]).toEqual([
      ['warning', {}],
      ['warning', {}],
    ])
    expect(await styleOf('postmortems/x.draft.md')).toEqual(none)
  })
  test('do not beat flags', async () => {
    const rules = [{ id: 'has-visual', value: 'off', from: '--rule' }]
    expect(visual((await styleOf('postmortems/x.md', { rules }))?.rules)).toBe('off')
  })
  test('documents of one style share it', async () => {
    const { styleOf } = await configured(file)
    expect(styleOf?.('postmortems/a.md')).toBe(styleOf?.('postmortems/b.md'))
    expect((await configured('profile: minimal\n')).styleOf).toBeUndefined()
  })
})

describe('template', () => {
  const template = '# Title\n\n## What broke\n\n## Timeline\n'
  test('is laid over the house style that is named, or the smallest', async () => {
    const of = async (text: string) => (await configured({ [usual]: text, 't.md': template })).rules
    expect((await of('template: ./t.md\n'))['english-only']).toBe('off')
    const rules = await of('template: t.md\nprofile: alx\nrules: {section-order: off}\n')
    expect(rules['english-only']).toBe('error')
    expect(rules['section-order']).toBe('off')
    expect(optionsOf(rules['required-sections'] ?? 'off').headings).toHaveLength(2)
  })
  test('may be one for some documents', async () => {
    const config = await configured({
      [usual]: 'overrides:\n  - files: a.md\n    template: t.md\n',
      't.md': template,
    })
    expect([config.styleOf?.('a.md').profile.name, config.styleOf?.('b.md').profile.name]).toEqual([
      't.md',
      'alx',
    ])
  })
  test('that cannot be used is told', async () => {
    const wishes = { template: { value: 'no.md', from: '--template' } }
    expect(await mistakesIn({}, wishes)).toEqual(['--template: the template `no.md` is not there.'])
    const text = `template: t.md\noverrides:\n  - {files: a, template: big.md}\n  - {files: b, template: deep.md}\n`
    const files = { [usual]: text, 't.md': 'No title.', 'big.md': { unreadable: 'larger than 1 MiB' } }
    expect(await mistakesIn({ ...files, 'deep.md': '> '.repeat(50_000) })).toEqual([
      '1: the template `t.md` has no titles of sections.',
      '3: the template `big.md` cannot be read: larger than 1 MiB.',
      '4: the template `deep.md` is nested too deeply, or too much of it is unclosed.',
    ])
  })
})

describe('mistakes', () => {
  test('are all told, each at its line, with what is allowed and what is nearest', async () => {
    const sentences = await mistakesIn(`profle: alx
profile: alxx
files: [docs/**, 3, ../secret/**, /etc/*]
sections:
  requird: [summary]
  required: [summary, timelime]
  titles:
    causes: Why
    actions: 4
timezone: Mars/Olympus
dateOrder: dym
rules:
  timeline-ordr: off
  word-count: [errr, {mx: 3}]
  has-visual: loud
fail-on: fatal
scope: [new]
status: {draft: none}
inline-disable: maybe
overrides:
  - profile: minimal
  - files: a.md
    rule: {}
    rules: {word-cuont: off}
  - 7
`)
    const known = (text: string) => expect.stringContaining(text)
    expect(sentences).toEqual([
      known('1: `profle` is no known option. Did you mean `profile`? Known: `extends`, `profile`,'),
      known('2: `alxx` is no known profile. Did you mean `alx`?'),
      '3: `files` is `3`; allowed is a text.',
      '3: `files` is `../secret/**`; allowed is a path or glob that stays inside the repository.',
      '3: `files` is `/etc/*`; allowed is a path or glob that stays inside the repository.',
      '5: `requird` is no known option. Did you mean `required`? Known: `required`, `optional`, `titles`, `order`.',
      known('6: `timelime` is no known `sections.required`. Did you mean `timeline`? Known: `summary`,'),
      known('8: `causes` is no known name in `sections.titles`. Did you mean `cause`?'),
      '9: `sections.titles.actions` is `4`; allowed is a text or a list of texts.',
      '10: `timezone` is `Mars/Olympus`; allowed is an IANA name such as `Europe/Rome`.',
      '11: `dym` is no known `dateOrder`. Did you mean `dmy`? Known: `dmy`, `mdy`, `ymd`.',
      known('13: `timeline-ordr` is no known rule. Did you mean `timeline-order`?'),
      known('14: `word-count` has the setting `errr`. Did you mean `error`?'),
      known('14: `word-count` has no option `mx`. Did you mean `max`?'),
      known('15: `has-visual` has the setting `loud`.'),
      '16: `fatal` is no known `fail-on`. Known: `error`, `warning`, `info`, `never`.',
      '17: `["new"]` is no known `scope`. Known: `new`, `changed`, `all`.',
      '18: `none` is no known `status.draft`. Known: `error`, `warning`, `info`.',
      '19: `inline-disable` is `maybe`; allowed is `true` or `false`.',
      '21: `overrides.files` is missing.',
      known('23: `rule` is no known option. Did you mean `rules`? Known: `files`, `profile`,'),
      '25: `overrides` is `7`; allowed is a mapping.',
    ])
  })
  test('in overrides are told with those of rules beside them', async () => {
    const text = 'overrides:\n  - files: a.md\n    scope: all\n    rules:\n      word-cuont: off\n'
    expect(await mistakesIn(text)).toEqual([
      expect.stringMatching(/^3: `scope` is no known option/),
      expect.stringMatching(/^5: `word-cuont` is no known rule/),
    ])
  })
  test.each([
    ['- a\n', ' `["a"]` is no mapping of options such as `profile: alx`.'],
    ['alx\n', ' `alx` is no mapping of options such as `profile: alx`.'],
    ['profile: alx\nprofile: minimal\n', '2: Map keys must be unique.'],
    [
      'rules:\n  word-count: [off\n',
      '3: Flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
    ['\n\nprofile: !env HOME\n', '3: Unresolved tag: !env.'],
    ['profile: !!binary YWx4\n', expect.stringMatching(/^1: Unresolved tag:.*binary/)],
    ['profile: a\n---\nprofile: b\n', expect.stringMatching(/^2: Source contains multiple documents/)],
    ['profile: *x\n', ' Unresolved alias (the anchor must be set before the alias): x.'],
  ])('%j', async (text, sentence) => {
    expect(await mistakesIn(text)).toEqual([sentence])
  })
  test('a file that is too long is not read', async () => {
    expect((await configured('#'.repeat(2 ** 16))).scope).toBe('new')
    expect(await mistakesIn('#'.repeat(2 ** 16 + 1))).toEqual([' the file has more than 65536 characters.'])
  })
  test('aliases may be used, but not to fill the memory', async () => {
    const config = await configured('rules: {has-visual: &x [error, {}], image-alt: *x}\n')
    expect(config.rules['image-alt']).toEqual(['error', {}])
    const levels = Array.from(
      { length: 9 },
      (_, i) => `a${i}: &a${i} [${Array(9).fill(i === 0 ? 'x' : `*a${i - 1}`)}]`,
    )
    expect(await mistakesIn(`${levels.join('\n')}\n`)).toEqual([
      expect.stringContaining('Excessive alias count'),
    ])
  })
  test('names of Object.prototype do no harm', async () => {
    const text =
      '__proto__: {polluted: true}\nconstructor: 1\nrules: {__proto__: off, toString: off}\nstatus: {__proto__: info}\n'
    expect((await mistakesIn(text)).length).toBeGreaterThanOrEqual(2)
    expect('polluted' in {}).toBe(false)
  })
})

test('any text is read or refused with sentences', () => {
  const names = Object.keys(configuration.entries)
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('alx', 'new', ['summary'], { draft: 'info' }, [{ files: 'a' }]),
  )
  const text = fc.oneof(
    fc
      .dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), value, { maxKeys: 5 })
      .map((one) => stringify(one)),
    fc.string({ unit: fc.constantFrom(...'abc:-[]{}&*!|>\'"#%@ \n\t,?0'), maxLength: 60 }),
  )
  fc.assert(
    fc.property(text, (text) => {
      const { mistakes, wishes, bases } = readConfigFile(text, 'a.yml')
      for (const sentence of mistakes) expect(sentence).toMatch(/^a\.yml(:\d+)?: .+\.$/s)
      expect([typeof wishes, Array.isArray(bases)]).toEqual(['object', true])
    }),
    { numRuns: 500 },
  )
})
