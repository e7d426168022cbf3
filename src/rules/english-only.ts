import { object } from 'valibot'
import { rule } from '../lint/rule.ts'
import { topOf } from '../postmortem/place.ts'

export const englishOnly = rule({
  id: 'english-only',
  summary: 'The document is in English.',
  why: `The course asks for English, and a team in several countries may. The test is made of scripts and of the share of
English function words ("the", "of", "was") in the prose, so code, names and quoted messages do not disturb it; text that is
too short to tell is passed. Messages of programs in other languages belong in code.`,
  severity: 'off',
  options: object({}),
  examples: [],

  *check(doc) {
    const { tag, english, words } = doc.language
    if (tag === 'en' || tag === 'und') return
    yield {
      at: topOf(doc),
      message: 'The text does not look like English',
      note: `Of ${words} words of prose, ${Math.round(english * 100)} % are words that English sentences are built with; in English text about a third are.`,
    }
  },
})
