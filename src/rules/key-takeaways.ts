import { boolean, description, object, optional, pipe } from 'valibot'
import { rule } from '../lint/rule.ts'
import { topOf } from '../postmortem/place.ts'

export const keyTakeaways = rule({
  id: 'key-takeaways',
  summary: 'The document says what was learnt.',
  why: `The course README asks for clear key takeaways, Google's template for lessons learned: they are what somebody who was
not there can use. A section on lessons counts, and so does a sentence that says what the incident taught. In the course,
a list of measures may stand for them. Only English is read for them.`,
  severity: 'info',
  options: object({
    orActions: pipe(optional(boolean(), true), description('Let a list of measures stand for lessons.')),
  }),
  examples: [
    {
      options: { orActions: false },
      text: '# Pages were slow, 3 May 2024\n\n## Actions\n\n- Warm the cache.\n',
      says: ['1: Nothing says what was learnt'],
    },
    {
      text: '# Pages were slow, 3 May 2024\n\n## Actions\n\n- Warm the cache.\n',
      says: [],
    },
    {
      options: { orActions: false },
      text: '# Pages were slow, 3 May 2024\n\n## Lessons learned\n\nA cold cache is an outage.\n',
      says: [],
    },
  ],

  *check(doc, { orActions }) {
    const { evidence, sections, actions, language } = doc
    if (language.tag !== 'en' && language.tag !== 'und') return
    const told = evidence.takeaways || sections.some(({ kinds }) => kinds.includes('lessons'))
    if (told || (orActions && actions.items.length > 0)) return
    yield {
      at: topOf(doc),
      whole: true,
      message: 'Nothing says what was learnt',
      note: 'Consider a section "Lessons learned": what went well, what did not, where luck helped.',
    }
  },
})
