import { type ReadOptions, sectionKinds } from '../postmortem/postmortem.ts'
import {
  type Config,
  defaultExclude,
  defaultFiles,
  neverRead,
  type OverrideWishes,
  type Profile,
  type RuleWish,
  type Setting,
  type Style,
  type StyleWishes,
  type Wishes,
} from './config.ts'
import { matcher } from './globs.ts'
import { type Given, Mistakes, quote, unknownName } from './mistake.ts'
import { defaults, failOns, scopes } from './options.ts'
import type { Rule } from './rule.ts'
import { checkSetting, optionsOf } from './setting.ts'

/** What wishes may name. */
export interface Known {
  readonly rules: readonly Rule[]
  readonly profiles: Readonly<Record<string, Profile>>
  /** What a template makes of a house style, by its path; or what is wrong with it: "is not there". */
  readonly templates?: ReadonlyMap<string, (house: Profile) => Profile | string>
}

/** A value, and the mistakes for which it is a makeshift. */
interface Choice<Value> {
  readonly value: Value
  readonly mistakes: readonly string[]
}

/**
 * Complete and checked. Later wishes are laid over earlier ones, and overrides over the wishes that they stand in. Throws
 * `Mistakes` with every mistake at once, those found `before` among them.
 */
export function resolveConfig(
  layers: readonly Wishes[],
  known: Known,
  before: readonly string[] = [],
): Config {
  const failOn = choose(lastOf(layers, 'failOn'), 'level', failOns, defaults.failOn)
  const scope = choose(lastOf(layers, 'scope'), 'scope', scopes, defaults.scope)
  const style = resolveStyle(layers, known)
  const overrides = layers.flatMap((layer) => layer.overrides ?? [])
  const each = overrides.map((override) => resolveStyle(laid(layers, [override]), known))
  const mistakes = [...before, ...[style, failOn, scope, ...each].flatMap((choice) => choice.mistakes)]
  if (mistakes.length > 0) throw new Mistakes(byLine([...new Set(mistakes)]))
  return {
    ...style.value,
    ...pathsOf(layers),
    ...(overrides.length > 0 && { styleOf: stylist(layers, overrides, known) }),
    failOn: failOn.value,
    scope: scope.value,
  }
}

/** Sentences about lines of files, which begin `file:line`, in the order of the lines; others stay in front. */
function byLine(sentences: readonly string[]): readonly string[] {
  const placed = sentences.map((sentence) => {
    const [, file = '', line = 0] = /^([^\s:]+):(\d+): /.exec(sentence) ?? []
    return { sentence, file, line: Number(line) }
  })
  const files = ['', ...placed.map(({ file }) => file)]
  return placed
    .toSorted((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line)
    .map(({ sentence }) => sentence)
}

/** Finds the style of the document at a path: one for each set of overrides that match it. */
function stylist(
  layers: readonly Wishes[],
  overrides: readonly OverrideWishes[],
  known: Known,
): (path: string) => Style {
  const matched = overrides.map((override, index) => ({ override, index, matches: matcher(override.files) }))
  const styles = new Map<string, Style>()
  return (path) => {
    const matching = matched.filter(({ matches }) => matches(path))
    const key = matching.map(({ index }) => index).join()
    const chosen = matching.map(({ override }) => override)
    const style = styles.get(key) ?? resolveStyle(laid(layers, chosen), known).value
    styles.set(key, style)
    return style
  }
}

/** All wishes in the order in which they are laid over each other, of the overrides those that are chosen. */
function laid(layers: readonly Wishes[], chosen: readonly OverrideWishes[]): readonly StyleWishes[] {
  return layers.flatMap((layer) => [
    layer,
    ...(layer.overrides ?? []).filter((override) => chosen.includes(override)),
  ])
}

function resolveStyle(layers: readonly StyleWishes[], known: Known): Choice<Style> {
  const template = lastOf(layers, 'template')
  const names = Object.keys(known.profiles)
  const named = choose(lastOf(layers, 'profile'), 'profile', names, template ? 'minimal' : 'alx')
  const house = furnish(known.profiles[named.value] ?? bare, template, known)
  const rules = layRules(layers, house.value, known.rules)
  const [timezone, dateOrder] = [lastOf(layers, 'timezone'), lastOf(layers, 'dateOrder')]
  return {
    value: {
      profile: house.value,
      read: {
        titles: titlesOf(house.value, layers),
        ...(timezone === undefined ? {} : { timezone }),
        ...(dateOrder === undefined ? {} : { dateOrder }),
      },
      rules: rules.value,
      status: Object.assign({}, defaults.status, ...layers.map(({ status }) => status)),
      inlineDisable: lastOf(layers, 'inlineDisable') ?? defaults.inlineDisable,
    },
    mistakes: [...named.mistakes, ...house.mistakes, ...rules.mistakes],
  }
}

const bare: Profile = {
  name: 'none',
  source: '',
  sections: { required: [], optional: [], titles: {} },
  rules: {},
}

/** A house style with what a template says over it. */
function furnish(house: Profile, template: Given | undefined, { templates }: Known): Choice<Profile> {
  const made = template && (templates?.get(template.value)?.(house) ?? 'is not there')
  return typeof made === 'string'
    ? { value: house, mistakes: [`${template?.from}: the template ${quote(template?.value ?? '')} ${made}.`] }
    : { value: made ?? house, mistakes: [] }
}

/** The wishes laid over the settings of the house, the later over the earlier. */
function layRules(
  layers: readonly StyleWishes[],
  house: Profile,
  rules: readonly Rule[],
): Choice<Style['rules']> {
  const set = new Map(Object.entries(house.rules))
  const mistakes: string[] = []
  for (const layer of layers)
    for (const wish of [...sectionRules(layer, set), ...(layer.rules ?? [])]) {
      const rule = rules.find(({ id }) => id === wish.id)
      if (!rule) {
        const known = rules.map(({ id }) => id)
        mistakes.push(unknownName({ value: wish.id, from: wish.from }, 'rule', known))
        continue
      }
      const checked = checkSetting(rule, wish, set.get(rule.id) ?? rule.severity)
      if ('mistakes' in checked) mistakes.push(...checked.mistakes)
      else set.set(rule.id, checked.setting)
    }
  return { value: Object.fromEntries(set), mistakes }
}

/** What is asked of sections, as settings of the rules that judge them. */
function sectionRules({ sections }: StyleWishes, set: ReadonlyMap<string, Setting>): readonly RuleWish[] {
  if (!sections) return []
  const { required, optional, order, titles = {} } = sections.value
  const offered = Object.entries(titles).flatMap(([kind, [first]]) =>
    first === undefined ? [] : [[kind, first]],
  )
  const before = optionsOf(set.get('required-sections') ?? 'off').titles
  const asked = {
    ...(required && { sections: required }),
    ...(optional && { optional }),
    ...(offered.length > 0 && { titles: Object.assign({}, before, Object.fromEntries(offered)) }),
  }
  const { from } = sections
  return [
    ...(Object.keys(asked).length > 0 ? [{ id: 'required-sections', value: ['on', asked], from }] : []),
    ...(order ? [{ id: 'section-order', value: ['on', { order, titles: [] }], from }] : []),
  ]
}

/** The titles of the house, and those that were wished for, are known to the reader. */
function titlesOf({ sections }: Profile, layers: readonly StyleWishes[]): NonNullable<ReadOptions['titles']> {
  const titles = sectionKinds.map((kind) => {
    const own = sections.titles[kind]
    const more = layers.flatMap((layer) => layer.sections?.value.titles?.[kind] ?? [])
    return [kind, [...(own === undefined ? [] : [own]), ...more]] as const
  })
  return Object.fromEntries(titles.filter(([, list]) => list.length > 0))
}

/**
 * Globs that were named are taken at their word; only the default ones leave out what lies beside postmortems. A template is
 * no document of its own style.
 */
export function pathsOf(layers: readonly Wishes[]): Pick<Config, 'files' | 'exclude'> {
  const files = layers.findLast((layer) => layer.files && layer.files.length > 0)?.files
  const styles = layers.flatMap((layer) => [layer, ...(layer.overrides ?? [])])
  const templates = styles.flatMap(({ template }) => (template ? [escaped(template.value)] : []))
  const exclude = [...layers.flatMap((layer) => layer.exclude ?? []), ...templates]
  return files
    ? { files, exclude: [...neverRead, ...exclude] }
    : { files: defaultFiles, exclude: [...neverRead, ...defaultExclude, ...exclude] }
}

/** A path as the glob that matches it alone. */
function escaped(path: string): string {
  return path.replace(/^(?:\.\/)+/, '').replace(/[$^*+?()[\]{}!|]/g, '\\$&')
}

function lastOf<Layer, Key extends keyof Layer>(layers: readonly Layer[], key: Key): Layer[Key] | undefined {
  return layers.findLast((layer) => layer[key] !== undefined)?.[key]
}

function choose<Name extends string>(
  given: Given | undefined,
  what: string,
  known: readonly Name[],
  otherwise: Name,
): Choice<Name> {
  if (given === undefined) return { value: otherwise, mistakes: [] }
  const value = known.find((name) => name === given.value)
  return value === undefined
    ? { value: otherwise, mistakes: [unknownName(given, what, known)] }
    : { value, mistakes: [] }
}
