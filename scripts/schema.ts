import type { GenericSchema } from 'valibot'
import { home } from '../src/lint/home.ts'
import { configuration, profileName, ruleSettings } from '../src/lint/options.ts'
import { type Rule, severities } from '../src/lint/rule.ts'
import { type JsonSchema, schemaOf } from './options.ts'

/** The JSON Schema of a configuration file, for editors: what is declared, with the house styles and rules that there are. */
export function configurationSchema(rules: readonly Rule[], profiles: readonly string[]): JsonSchema {
  const known = new Map<GenericSchema, JsonSchema>([
    [profileName, { enum: [...profiles] }],
    [ruleSettings, { $ref: '#/definitions/rules' }],
  ])
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${home}/raw/main/schema.json`,
    title: 'Configuration of postmortem-lint',
    ...schemaOf(configuration, known),
    definitions: {
      rules: {
        type: 'object',
        properties: Object.fromEntries(rules.map((rule) => [rule.id, settingSchema(rule)])),
        additionalProperties: false,
      },
    },
  }
}

/** `off`, a severity, or a list of a severity and options. */
function settingSchema({ summary, options }: Rule): JsonSchema {
  return {
    description: summary,
    anyOf: [
      { enum: ['off', ...severities, true, false] },
      {
        type: 'array',
        items: [{ enum: [...severities] }, { ...schemaOf(options), additionalProperties: false }],
        minItems: 1,
        maxItems: 2,
      },
    ],
  }
}
