import { functionWords, scripts } from './languageWords.ts'
import type { Block, Language } from './postmortem.ts'
import { masked } from './tokens.ts'

/** Below this number of words of prose nothing is said: function words err in 0.1 % of windows of 80 words. */
const enough = 80
/** Prose in English is hardly ever below 0.12, translations of it are never above 0.1. */
const threshold = 0.12
/** Notes in English drop its function words: so many are enough where they are so many times those of any other language. */
const terse = 0.08
const ahead = 2.5
/** A text with more letters of another script than this share is not in a language of Latin script. */
const foreign = 0.3

const tags = functionWords.map(([tag]) => tag)
const english = tags.indexOf('en')
/** Which languages share a word: each set of them once, and the set of each word. */
const shared: number[][] = []
const sharedBy = new Map<string, number>()
{
  const languages = new Map<string, number[]>()
  functionWords.forEach(([, words], i) => {
    for (const word of new Set(words.split(' '))) languages.set(word, [...(languages.get(word) ?? []), i])
  })
  const sets = new Map<string, number>()
  for (const [word, own] of languages) {
    const set = sets.get(own.join()) ?? shared.push(own) - 1
    sets.set(own.join(), set)
    sharedBy.set(word, set)
  }
}

/** The language of a document's prose: headings, code, URLs and quoted strings do not count. */
export function readLanguage(blocks: readonly Block[]): Language {
  const prose = blocks.filter((block) => block.form !== 'heading' && block.form !== 'code')
  const counts = shared.map(() => 0)
  let words = 0
  let beyond = 0
  for (const block of prose)
    for (const word of block.tokens.words) {
      const first = word.charCodeAt(0)
      if (first < 0x61 || (first > 0x7a && first < 0xc0) || word === masked) continue
      words++
      if (first > 0x24f) beyond++
      const set = sharedBy.get(word)
      if (set !== undefined) counts[set] = (counts[set] ?? 0) + 1
    }
  const hits = tags.map(() => 0)
  shared.forEach((languages, set) => {
    for (const language of languages) hits[language] = (hits[language] ?? 0) + (counts[set] ?? 0)
  })
  const share = words > 0 ? (hits[english] ?? 0) / words : 0
  const script = beyond > words / 10 ? scriptOf(prose) : undefined
  if (script !== undefined) return { tag: script, english: share, words }
  if (words < enough) return { tag: 'und', english: share, words }
  const most = Math.max(...hits)
  const first = tags[hits.indexOf(most)] ?? 'und'
  const isTerse = share >= terse && hits.every((count, i) => i === english || ahead * count <= share * words)
  return { tag: most / words >= threshold || isTerse ? first : 'und', english: share, words }
}

/** The language or script of a text that is largely in letters that are not Latin. */
function scriptOf(prose: readonly Block[]): string | undefined {
  const text = prose.map((block) => block.prose).join('\n')
  const beyond = count(text, /[^\p{Script=Latin}\P{L}]/gu)
  if (beyond < enough || beyond <= foreign * (beyond + count(text, /\p{Script=Latin}/gu))) return undefined
  // kana is decisive however many Han letters stand beside it
  const counts = scripts.map(([, letters]) => count(text, letters))
  if ((counts[0] ?? 0) > beyond / 10) return 'ja'
  const most = Math.max(...counts)
  return most > beyond / 2 ? (scripts[counts.indexOf(most)]?.[0] ?? 'und') : 'und'
}

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0
