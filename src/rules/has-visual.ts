import { object } from 'valibot'
import { rule } from '../lint/rule.ts'
import { topOf } from '../postmortem/place.ts'

export const hasVisual = rule({
  id: 'has-visual',
  summary: 'The document has a picture or a diagram.',
  why: `The course asks for something that makes people read on: humour, a diagram, a picture. One graph of the error rate
says more than a paragraph. Images, HTML images and Mermaid diagrams count; badges do not.`,
  severity: 'off',
  options: object({}),
  examples: [
    {
      text: '# Feed was stale, 3 May 2024\n\nThe feed showed posts of the day before.\n',
      says: ['1: The document has no picture and no diagram'],
    },
    {
      text: '# Feed was stale, 3 May 2024\n\n```mermaid\nflowchart LR\n  writer --> queue --> feed\n```\n',
      says: [],
    },
  ],

  *check(doc) {
    if (doc.evidence.visual) return
    yield {
      at: topOf(doc),
      whole: true,
      message: 'The document has no picture and no diagram',
      note: 'A graph of the metric that went wrong, or a `mermaid` block with the parts that failed.',
    }
  },
})
