/**
 * Cuts GitHub's description of its API (13 MB, npm @octokit/openapi) down to the operations that the Action uses, as JSON
 * Schema that ajv can hold an exchange to: objects closed, `nullable` spelt as a type. Run it when an operation is added:
 * `npx tsx __tests__/rig/cut.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

const used: Readonly<Record<string, readonly string[]>> = {
  '/repos/{owner}/{repo}/check-runs': ['post'],
  '/repos/{owner}/{repo}/check-runs/{check_run_id}': ['patch'],
  '/repos/{owner}/{repo}/commits/{ref}/check-runs': ['get'],
  '/repos/{owner}/{repo}/compare/{basehead}': ['get'],
  '/repos/{owner}/{repo}/contents/{path}': ['get'],
  '/repos/{owner}/{repo}/git/trees/{tree_sha}': ['get'],
  '/repos/{owner}/{repo}/pulls/comments/{comment_id}': ['delete'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/comments': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/files': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/reviews': ['post'],
}
const prose = /^(x-.*|description|summary|tags|externalDocs|examples?|title|discriminator)$/
const composed = ['allOf', 'anyOf', 'oneOf']

const source = new URL('../../node_modules/@octokit/openapi/generated/api.github.com.json', import.meta.url)
const target = new URL('github-api.json', import.meta.url)

function isObject(json: Json | undefined): json is { readonly [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

/** What stands at a path of keys, or a thrown sentence: the description has changed its shape. */
function at(json: Json, ...keys: readonly string[]): Json {
  let here: Json | undefined = json
  for (const key of keys) here = isObject(here) ? here[key] : undefined
  if (here === undefined) throw new Error(`${keys.join(' ')} is not in ${source.pathname}`)
  return here
}

/** Without prose; in `properties` and the like, keys are names and stay. */
function cut(json: Json, names = false): Json {
  if (Array.isArray(json)) return json.map((item) => cut(item))
  if (!isObject(json)) return json
  const kept = Object.entries(json).filter(([key]) => names || !prose.test(key))
  const slim = Object.fromEntries(
    kept.map(([key, value]) => [key, cut(value, !names && key === 'properties')]),
  )
  return names ? slim : nullable(closed(slim))
}

/** The description leaves objects open; a property that it does not name is a mistake of ours. */
function closed(schema: { readonly [key: string]: Json }): { readonly [key: string]: Json } {
  const open =
    'properties' in schema && !('additionalProperties' in schema) && !composed.some((key) => key in schema)
  return open ? { ...schema, additionalProperties: false } : schema
}

/** OpenAPI 3.0 says `nullable` where JSON Schema says a type. */
function nullable(schema: { readonly [key: string]: Json }): Json {
  const { nullable, ...rest } = schema
  return nullable === true ? { anyOf: [rest, { type: 'null' }] } : schema
}

/** All that `json` refers to, and what that refers to. */
function follow(json: Json, description: Json, found: Map<string, Json>): void {
  if (Array.isArray(json)) for (const item of json) follow(item, description, found)
  if (!isObject(json)) return
  const { $ref } = json
  if (typeof $ref === 'string' && !found.has($ref)) {
    const component = cut(at(description, ...$ref.slice(2).split('/')))
    found.set($ref, component)
    follow(component, description, found)
  }
  for (const value of Object.values(json)) follow(value, description, found)
}

const description: Json = JSON.parse(readFileSync(source, 'utf8'))
const paths = Object.fromEntries(
  Object.entries(used).map(([path, methods]) => [
    path,
    Object.fromEntries(methods.map((method) => [method, cut(at(description, 'paths', path, method))])),
  ]),
)
const found = new Map<string, Json>()
follow(paths, description, found)
const components: Record<string, Record<string, Json>> = {}
for (const [ref, component] of [...found].sort(([a], [b]) => a.localeCompare(b))) {
  const [, , group = '', name = ''] = ref.split('/')
  components[group] = { ...components[group], [name]: component }
}
const version = at(description, 'info', 'version')
writeFileSync(target, `${JSON.stringify({ version, paths, components }, null, 1)}\n`)
