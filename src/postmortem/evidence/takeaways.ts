import { wordSet } from '../lexicon.ts'
import { has, indexAmong, type Sentence } from '../sentences.ts'
import { actions, course, lesson, lessons, problem, seek, someWord } from './signs.ts'
import * as data from './words.ts'

/** "None so far", "See the minutes", "To be filled in". */
const isPending = ({ words, from }: Sentence): boolean =>
  /^(?:none|see|tbd|n\/a)$/.test(words[from] ?? '') || (words[from] === 'to' && words[from + 1] === 'be')

/** A lesson in words of its own: what the section on lessons says, or "this outage taught us". */
const lacks = seek(data.lacks)
export function tellsTakeaway(sentence: Sentence, closing: boolean): boolean {
  const { kinds, bits, block } = sentence
  if (has(kinds, lessons)) return block.form !== 'heading' && !block.emphatic && !isPending(sentence)
  if (closing && someWord(sentence, lacks, () => true)) return true
  return has(bits, lesson) && !has(kinds, course) && (!has(kinds, actions) || looksBack(sentence))
}

/** "This postmortem ...", "The outage ..." */
function looksBack(sentence: Sentence): boolean {
  const { words, marks } = sentence
  const at = Math.max(indexAmong(sentence, 4, 'this'), indexAmong(sentence, 1, 'the'))
  if (at < 0) return false
  return [at + 1, at + 2].some((i) => has(marks[i] ?? 0, problem) || reports.has(words[i] ?? ''))
}
const reports = wordSet('postmortem, mortem, report, experience, episode, event, failure')
