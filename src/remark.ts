import type { Root } from 'mdast'
import type { Plugin, Preset } from 'unified'
import { plugin, type RulePlugin, sieved } from './lint/plugin.ts'
import { resolveConfig } from './lint/resolve.ts'
import { markdownSyntax } from './postmortem/parse.ts'
import type { ReadOptions } from './postmortem/postmortem.ts'
import { profiles } from './profiles/index.ts'
import { rules } from './rules/index.ts'

const config = resolveConfig([], { rules, profiles })

/** Sets how the facts of a document are read. */
export const reading: Plugin<[options?: ReadOptions], Root> = function (options = {}) {
  this.data('postmortem', options)
}

/** Every rule as a plugin by its id, set as the house style `alx` sets it: `[plugins['word-count'], ['warn', {max: 800}]]`. */
export const plugins: Readonly<Record<string, RulePlugin>> = Object.fromEntries(
  rules.map((rule) => [rule.id, plugin(rule, config.rules[rule.id])]),
)

/** The preset for remark-cli, remark-language-server and remark's editor extensions. */
const preset: Preset = {
  plugins: [markdownSyntax, [reading, config.read], ...Object.values(plugins), sieved(rules)],
}
export default preset
