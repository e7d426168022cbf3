import { functionWords } from './languageWords.ts'
import type { Block, Field, Section } from './postmortem.ts'

/** Keys of metadata whose values are people. */
const roles =
  /\b(?:authors?|owners?|writers?|responders?|commanders?|leads?|participants?|attendees?|reporters?|reviewers?|scribes?|facilitators?|engineers?|on-?call|written by|prepared by|contributors?)\b/i

/** Words with a capital that are no name of a person, wherever people are listed. */
const noNames =
  /^(?:team|engineering|operations|infrastructure|platform|support|security|network|the|and|incident|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|none|tbd|date|status|role|name)$/i

/** "This broke the build": a sentence may begin with any of them. */
const grammar = new Set(functionWords.find(([tag]) => tag === 'en')?.[1].split(' '))

/**
 * Names of people, each word of them in lower case: those that metadata gives as authors, owners or responders, that sections
 * on people list, that stand beside a role ("Jane Doe, the server administrator", "engineer Jane") or that say something.
 */
export function readPeople(
  blocks: readonly Block[],
  sections: readonly Section[],
  metadata: readonly Field[],
  isRole: (word: string) => boolean,
): ReadonlySet<string> {
  const names = listedPeople(sections, metadata).flatMap((text) => text.match(/\p{Lu}\p{Ll}{2,}/gu) ?? [])
  const beside = blocks.flatMap((block) => namesBesideRoles(block, isRole))
  return new Set(
    [...names, ...beside]
      .filter((name) => !noNames.test(name))
      .map((name) => name.toLowerCase())
      .filter((name) => !grammar.has(name)),
  )
}

/** What metadata gives as authors, owners or responders, and the lines of sections on people. */
export const listedPeople = (sections: readonly Section[], metadata: readonly Field[]): string[] => [
  ...metadata.filter(({ key }) => roles.test(key)).map(({ value }) => value),
  ...sections.filter(({ side }) => side === 'people').flatMap(({ body }) => body.map(({ prose }) => prose)),
]

function namesBesideRoles(block: Block, isRole: (word: string) => boolean): string[] {
  const { words, starts } = block.tokens
  const name = (at: number): string[] => {
    const word = words[at] ?? ''
    const written = block.text.slice(starts[at], (starts[at] ?? 0) + word.length)
    return /^\p{Lu}\p{Ll}{2,}$/u.test(written) ? [written] : []
  }
  return words.flatMap((word, at) => {
    if (speaks.has(word)) return name(at - 1)
    if (!isRole(word)) return []
    const opening = words.slice(Math.max(0, at - 6), at).findLastIndex((before) => openings.has(before))
    const before = opening < 0 ? -1 : Math.max(0, at - 6) + opening - 1
    const after = name(at + 1)
    return [
      ...(after.length > 0 ? [...after, ...name(at + 2)] : []),
      ...(before >= 0 && name(before).length > 0 ? [...name(before), ...name(before - 1)] : []),
    ]
  })
}

/** What nobody but a person does. */
const speaks = new Set(
  'says said asks asked suggests suggested thinks proposes proposed replies replied mentions mentioned wonders tells told decides decided volunteers volunteered'.split(
    ' ',
  ),
)
/** What stands between a name and the role: "Jane, the administrator", "Jane (SRE)", "Jane was the engineer". */
const openings = new Set([',', '(', 'was', 'is', 'as'])
