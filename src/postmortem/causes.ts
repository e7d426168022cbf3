import type { Cited, Section } from './postmortem.ts'
import { countWords } from './words.ts'

/** Words that tell of more than one cause. */
const several =
  /\b(?:factors?|causes|contribut\w+|combination|combined|compounded|exacerbated|second(?:ly)?|another (?:cause|reason|problem)|also|as well|in addition|additionally|trigger\w*|both|two|three|several|multiple)\b/i

/** A longer text tells a story with more than one turn, whatever its words. */
const story = 120

/** How many causes the sections on the cause tell apart: by sections, by items, by words that speak of several, or at length. */
export function readCauses(sections: readonly Section[]): Cited<number> | undefined {
  const told = sections.filter(({ kinds, form }) => kinds.includes('cause') && form !== 'label')
  const [first] = told
  if (!first) return undefined
  const body = told.flatMap(({ body }) => body)
  const items = new Set(
    body.filter(({ form, depth, header }) => (form === 'item' && depth === 0) || (form === 'row' && !header)),
  )
  const words = body.reduce((sum, { prose }) => sum + countWords(prose), 0)
  const more =
    words > story || [first.title.value, ...body.map(({ prose }) => prose)].some((text) => several.test(text))
  return { value: Math.max(told.length, items.size, more ? 2 : 1), at: first.title.at }
}
