/** Holds what the Action asks, and what the fake answers, to GitHub's own description of its API. */
import { readFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

interface Ref {
  readonly $ref: string
}
interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: { readonly type?: string }
}
interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>
}
interface Described {
  readonly operationId: string
  readonly parameters: readonly (Parameter | Ref)[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content | Ref>>
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: {
    readonly parameters: Readonly<Record<string, Parameter>>
    readonly responses: Readonly<Record<string, Content>>
  }
}

/** A request that the description knows. */
export interface Call {
  readonly operation: string
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
}

interface Operation {
  readonly id: string
  readonly method: string
  readonly pattern: RegExp
  readonly parameters: readonly (Parameter & { readonly check: ValidateFunction })[]
  readonly body: ValidateFunction
  readonly answers: ReadonlyMap<string, ValidateFunction>
}

const description: Description = JSON.parse(readFileSync(new URL('github-api.json', import.meta.url), 'utf8'))
const ajv = new Ajv({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema({ $id: 'github', ...description })

const operations: readonly Operation[] = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => ({
    id: described.operationId,
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replace('{path}', '(?<path>.+)').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
    parameters: described.parameters
      .map((parameter) => resolve(parameter, description.components.parameters))
      .map((parameter) => ({ ...parameter, check: ajv.compile(parameter.schema) })),
    body: ajv.compile(
      absolute(described.requestBody?.content?.['application/json']?.schema ?? { const: null }),
    ),
    answers: new Map(
      Object.entries(described.responses).map(([status, answer]) => {
        const schema =
          resolve(answer, description.components.responses).content?.['application/json']?.schema ?? {}
        return [status, ajv.compile(absolute(schema))]
      }),
    ),
  })),
)

/**
 * The operation of a request, and what is wrong with it: an unknown address or parameter, a missing one, a value of
 * another type, a header that GitHub insists on, a body of another shape. `body` is null where none was sent.
 */
export function readRequest(
  method: string,
  address: string,
  headers: IncomingHttpHeaders,
  body: unknown,
): { call?: Call; faults: readonly string[] } {
  const { pathname, searchParams } = new URL(address, 'http://github.test')
  const operation = operations.find((one) => one.method === method && one.pattern.test(pathname))
  if (!operation) return { faults: [`no such operation: ${method} ${pathname}`] }
  const groups = Object.entries(operation.pattern.exec(pathname)?.groups ?? {})
  const path = Object.fromEntries(groups.map(([name, value]) => [name, decodeURIComponent(value)]))
  const query = Object.fromEntries(searchParams)
  const given = (parameter: Parameter) => (parameter.in === 'path' ? path : query)[parameter.name]
  const faults = [
    ...operation.parameters.flatMap((parameter) => {
      const value = given(parameter)
      if (value === undefined) return parameter.required ? [`${parameter.name} is missing`] : []
      return parameter.check(typed(value, parameter)) ? [] : [`${parameter.name} is ${value}`]
    }),
    ...Object.keys(query)
      .filter(
        (name) =>
          !operation.parameters.some((parameter) => parameter.in === 'query' && parameter.name === name),
      )
      .map((name) => `unknown parameter ${name}`),
    ...(operation.body(body)
      ? []
      : (operation.body.errors ?? []).map(({ instancePath, message }) => `body: ${instancePath} ${message}`)),
    ...(headers['user-agent'] ? [] : ['no user-agent, which GitHub refuses']),
    ...(/^(bearer|token) \S+$/i.test(headers.authorization ?? '') ? [] : ['no token']),
    ...(headers['x-github-api-version'] === '2022-11-28' ? [] : ['no version of the API is asked for']),
  ]
  return { call: { operation: operation.id, path, query, body }, faults }
}

/** What is wrong with the fake's own answer; refusals that any address may give are not described for each. */
export function answerFaults(id: string, status: number, body: unknown): readonly string[] {
  const check = operations.find((operation) => operation.id === id)?.answers.get(String(status))
  if (!check)
    return [401, 403, 404, 409, 422, 429].includes(status) || status >= 500
      ? []
      : [`${id} does not answer ${status}`]
  return check(body)
    ? []
    : (check.errors ?? []).map((error) => `${id} ${status}: ${error.instancePath} ${error.message}`)
}

function resolve<T extends object>(node: T | Ref, components: Readonly<Record<string, T>>): T {
  if (!('$ref' in node)) return node
  const found = components[node.$ref.slice(node.$ref.lastIndexOf('/') + 1)]
  if (!found) throw new Error(`${node.$ref} is not described`)
  return found
}

/** References of the description, as ajv finds them from a part of it. */
function absolute(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"github#/'))
}

function typed(value: string, parameter: Parameter): string | number {
  return parameter.schema.type === 'integer' && /^\d+$/.test(value) ? Number(value) : value
}
