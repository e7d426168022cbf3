import type { Cited, Section } from './postmortem.ts'

/** Words that tell of more than one cause. */
const several =
  /\b(?:factors?|causes|contribut\w+|combination|combined|compounded|exacerbated|second(?:ly)?|another (?:cause|reason|problem)|also|as well|in addition|additionally|trigger\w*|both|two|three|several|multiple)\b/i

/** How many causes the sections on the cause tell apart: by sections, by items, or by words that speak of several. */
export function readCauses(sections: readonly Section[]): Cited<number> | undefined {
  const told = sections.filter(({ kinds, form }) => kinds.includes('cause') && form !== 'label')
  const [first] = told
  if (!first) return undefined
  const body = told.flatMap(({ body }) => body)
  const items = new Set(
    body.filter(({ form, depth, header }) => (form === 'item' && depth === 0) || (form === 'row' && !header)),
  )
  const words = body.some(({ prose }) => several.test(prose)) || several.test(first.title.value)
  return { value: Math.max(told.length, items.size, words ? 2 : 1), at: first.title.at }
}
