import { array, description, object, optional, picklist, pipe, string } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'
import { type Section, sectionKinds } from '../postmortem/postmortem.ts'

export const sectionOrder = rule({
  id: 'section-order',
  summary: 'Sections follow each other in the order of the house style.',
  why: `The course task gives its sections in the order in which they are read: what happened in short, the events, the
cause and the fix, what will change. A reader who finds the timeline before the summary has to work out for himself what it
is about. Parts of a section, sections of other kinds, and a section that comes a second time are free.`,
  severity: 'off',
  options: object({
    order: pipe(
      optional(array(picklist(sectionKinds)), ['summary', 'timeline', 'cause', 'actions']),
      description('Kinds of section from first to last; those not named may stand anywhere.'),
    ),
    titles: pipe(
      optional(array(string()), []),
      description('Titles from first to last, instead of kinds. A `template` gives them.'),
    ),
  }),
  examples: [
    {
      text: `# Login was slow, 3 May 2024

## Timeline

- 09:10 UTC: logins take ten seconds.

## Issue Summary

Logins took ten seconds.

## Next steps

- Add an index.
`,
      says: ['7: `Issue Summary` comes after `Timeline`'],
    },
    {
      about: 'The order of titles that a template gives.',
      text: '# Login was slow, 3 May 2024\n\n## Who knew\n\nNobody.\n\n## What broke\n\nThe index.\n',
      options: { titles: ['What broke', 'Who knew'] },
      says: ['7: `What broke` comes after `Who knew`'],
    },
    {
      about: 'A section of another kind in between is no matter.',
      text: `# Login was slow, 3 May 2024

## Issue Summary

Logins took ten seconds.

## Lessons learned

Ten seconds are long.

## Timeline

- 09:10 UTC: logins take ten seconds.

## Next steps

- Add an index.
`,
      says: [],
    },
  ],

  reads: ({ titles }) => ({ headings: titles }),

  *check({ sections }, { order, titles }) {
    const rank = ({ kinds, asked }: Section): number =>
      titles.length > 0
        ? asked === undefined
          ? -1
          : titles.indexOf(asked)
        : order.findIndex((kind) => kinds.includes(kind))
    const top = outermost(sections)
    const ranked = sections.filter(
      (section) => section.form !== 'label' && section.depth === top && rank(section) >= 0,
    )
    for (const [i, section] of ranked.entries()) {
      const before = ranked[i - 1]
      if (!before || rank(before) <= rank(section)) continue
      const comesEarlier = ranked.slice(0, i).some((other) => rank(other) === rank(section))
      const comesAgain = ranked.slice(i).some((other) => rank(other) === rank(before))
      if (comesEarlier || comesAgain) continue
      yield {
        at: section.title.at,
        message: `${quoted(section.title.value, 28)} comes after ${quoted(before.title.value, 28)}`,
        note: `The order asked for is ${(titles.length > 0 ? titles : order).join(', ')}.`,
      }
    }
  },
})

/** The depth of the outermost sections that are known: below a title, or at the top where there is none. */
function outermost(sections: readonly Section[]): number {
  return sections.reduce(
    (least, { kinds, asked, depth }) => (asked || kinds.length > 0 ? Math.min(least, depth) : least),
    Number.POSITIVE_INFINITY,
  )
}
