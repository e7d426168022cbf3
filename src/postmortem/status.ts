import type { Cited, Field } from './postmortem.ts'

/** The status that a document gives itself, in lower case: a field of that name, or `draft: true` in front matter. */
export function readStatus(metadata: readonly Field[]): Cited | undefined {
  for (const { key, value, at } of metadata) {
    const name = key
      .toLowerCase()
      .replace(/[^\p{L}]+/gu, ' ')
      .trim()
    const told = value.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, '')
    if (/^(?:document |report |postmortem |post mortem )?status$/.test(name) && told !== '')
      return { value: told, at }
    if (name === 'draft' && told === 'true') return { value: 'draft', at }
  }
  return undefined
}
