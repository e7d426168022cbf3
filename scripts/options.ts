import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import type { Rule } from '../src/lint/rule.ts'

/** A JSON Schema as this project's options need it. */
export type JsonSchema = ReturnType<typeof toJsonSchema>

/** An option of a rule as documentation shows it. */
export interface Option {
  readonly name: string
  readonly type: string
  /** As JSON. */
  readonly default: string
  readonly meaning: string
}

/** What options may be, as JSON Schema; `known` has what is to stand for some of their schemas. */
export function schemaOf(
  options: GenericSchema,
  known: ReadonlyMap<GenericSchema, JsonSchema> = new Map(),
): JsonSchema {
  const { $schema: _, ...schema } = toJsonSchema(options, {
    typeMode: 'input',
    ignoreActions: ['check'],
    // The converter does not know records whose keys come from a list.
    overrideSchema: ({ valibotSchema }) => {
      const { key, value } = { key: undefined, value: undefined, ...valibotSchema }
      const instead = known.get(valibotSchema)
      if (instead || valibotSchema.type !== 'record' || !isSchema(key) || !isSchema(value)) return instead
      return { type: 'object', propertyNames: schemaOf(key), additionalProperties: schemaOf(value) }
    },
  })
  return schema
}

/** The options of a rule, in the order in which it declares them. */
export function optionsIn({ options }: Pick<Rule, 'options'>): readonly Option[] {
  return Object.entries(schemaOf(options).properties ?? {}).map(([name, schema]) => {
    const known: JsonSchema = typeof schema === 'boolean' ? {} : schema
    return {
      name,
      type: typeOf(known),
      default: JSON.stringify(known.default) ?? '',
      meaning: known.description ?? '',
    }
  })
}

/** A type in words: "number", "list of strings", `"list" or "table"`. */
function typeOf(schema: JsonSchema | boolean | undefined): string {
  if (schema === undefined || typeof schema === 'boolean') return 'anything'
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' or ')
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ')
  if (schema.type === 'array')
    return `list of ${Array.isArray(schema.items) ? 'anything' : typeOf(schema.items)}`
  if (schema.properties) return 'object'
  if (schema.type === 'object') return `object of ${typeOf(schema.additionalProperties)}`
  return schema.type === undefined ? 'anything' : String(schema.type)
}

function isSchema(value: unknown): value is GenericSchema {
  return typeof value === 'object' && value !== null && '~standard' in value
}
