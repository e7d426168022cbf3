import { boolean, description, minValue, number, object, optional, pipe } from 'valibot'
import { rule } from '../lint/rule.ts'
import { topOf } from '../postmortem/place.ts'

const words = (fallback: number, what: string) =>
  pipe(optional(pipe(number(), minValue(0)), fallback), description(what))

export const wordCount = rule({
  id: 'word-count',
  summary: 'The document is as long as the house style asks for.',
  why: `The course task asks for 400 to 600 words: enough to say what happened, short enough to be read. Counted is what a
reader sees: prose, lists, tables, headings and inline code. Front matter, code blocks, diagrams, link targets, alt text and
HTML tags are not. Word processors count differently, so the finding gives the parts.`,
  severity: 'off',
  options: object({
    min: words(400, 'Fewest words.'),
    max: words(600, 'Most words.'),
    tolerance: words(0, 'Words that may be missing or too many.'),
    countTables: pipe(optional(boolean(), true), description('Count words in tables.')),
    countHeadings: pipe(optional(boolean(), true), description('Count words in headings.')),
  }),
  examples: [
    {
      text: '# Cache was cold\n\nPages took four seconds.\n\n- Warm the cache.\n',
      options: { min: 20, max: 30 },
      says: ['1: 10 words, fewer than the 20 asked for'],
    },
    {
      text: '# Cache was cold\n\nPages took four seconds.\n\n- Warm the cache.\n',
      options: { min: 20, max: 30, tolerance: 10 },
      says: [],
    },
  ],

  *check(doc, { min, max, tolerance, countTables, countHeadings }) {
    const { prose, lists, tables, headings } = doc.words
    const count = prose + lists + (countTables ? tables : 0) + (countHeadings ? headings : 0)
    const limit = count < min - tolerance ? `fewer than the ${min}` : `more than the ${max}`
    if (count >= min - tolerance && count <= max + tolerance) return
    yield {
      at: topOf(doc),
      whole: true,
      message: `${count} words, ${limit} asked for`,
      note: `Prose ${prose}, lists ${lists}, tables ${tables}, headings ${headings}; code blocks, front matter and link targets are not counted.`,
    }
  },
})
