import { readFault } from './blame.ts'
import { bit, vocabulary } from './clauses.ts'
import { type Range, readHedge, readShare, readVague } from './doubt.ts'
import { readHindsight } from './hindsight.ts'
import { readPeople } from './people.ts'
import { placeOf } from './place.ts'
import type { Blame, Block, Cited, Field, Postmortem, Section } from './postmortem.ts'
import { has, kindBits, readSentences, type Sentence } from './sentences.ts'

const causes = kindBits('cause')
const roles = bit('person') | bit('perhaps')

type Prose = Required<Pick<Postmortem, 'blame' | 'counterfactuals' | 'guesses' | 'crowds'>> &
  Pick<Postmortem, 'affected' | 'outage'>

/** Reads sentences one by one; headings, quoted text, code and strings in quotation marks are left out. */
export function readProse(
  source: string,
  blocks: readonly Block[],
  sections: readonly Section[],
  metadata: readonly Field[],
): Prose {
  let people: ReadonlySet<string> | undefined
  const names = (): ReadonlySet<string> => {
    people ??= readPeople(blocks, sections, metadata, isRole)
    return people
  }
  const blame: Blame[] = []
  const counterfactuals: Cited[] = []
  const guesses: Cited[] = []
  const crowds: Cited[] = []
  let affected: Cited<number> | undefined
  let outage: Cited | undefined
  const outlook = new Set(sections.filter(looksAhead).flatMap(({ body }) => body))
  for (const sentence of readSentences(blocks, sections, vocabulary)) {
    if (!isProse(sentence)) continue
    const cite = (range: Range): Cited => citedAt(source, sentence, range)
    const fault = readFault(sentence, names)
    if (fault) blame.push({ ...cite(fault), form: fault.form, cause: has(sentence.kinds, causes) })
    const hindsight = outlook.has(sentence.block) ? undefined : readHindsight(sentence)
    if (hindsight) counterfactuals.push(cite(hindsight))
    const guess = readHedge(sentence)
    if (guess) guesses.push(cite(guess))
    const crowd = readVague(sentence)
    if (crowd) crowds.push(cite(crowd))
    const share = readShare(sentence)
    if (share && share.percent > (affected?.value ?? -1))
      affected = { value: share.percent, at: cite(share).at }
    const word = outage ? undefined : readOutage(sentence)
    if (word) outage = cite(word)
  }
  return { blame, counterfactuals, guesses, crowds, ...(affected && { affected }), ...(outage && { outage }) }
}

/** "outage", where no word before it says that not all was out. */
function readOutage({ words, bits, from, to }: Sentence): Range | undefined {
  if (!has(bits, incident)) return undefined
  for (let at = from; at < to; at++)
    if (/^outages?$/.test(words[at] ?? '') && !/^(?:partial|minor|limited)$/.test(words[at - 1] ?? ''))
      return { from: at, to: at + 1 }
  return undefined
}
const incident = bit('incident')

const looksAhead = ({ kinds }: Section): boolean => kinds.includes('actions') || kinds.includes('lessons')
const isRole = (word: string): boolean => has(vocabulary.marks([word])[0] ?? 0, roles)

/** Said by the writer, and not one of the cells that are read again behind the words of their header. */
const isProse = ({ block, words }: Sentence): boolean =>
  block.form !== 'heading' && !block.quoted && words === block.tokens.words

function citedAt(source: string, { block }: Sentence, { from, to }: Range): Cited {
  const { words, starts } = block.tokens
  const start = starts[from] ?? 0
  const end = (starts[to - 1] ?? start) + (words[to - 1] ?? '').length
  return { value: block.text.slice(start, end), at: placeOf(source, block, start, end) }
}
