import { verbs } from './actionWords.ts'
import { months as monthNames } from './evidence/words.ts'
import * as data from './kindWords.ts'
import { lexicon, wordSet } from './lexicon.ts'
import { once } from './once.ts'
import { holdsGap } from './placeholders.ts'
import type { Block, Kind, Placeholder, Postmortem } from './postmortem.ts'
import { has, kindBits, readSentences, type Sentence } from './sentences.ts'
import { tokenise } from './tokens.ts'

const vocabulary = lexicon([
  ['task', data.taskPhrases],
  ['instruction', data.instructions],
  ['teaching', data.teachings],
  ['slot', data.slots],
  ['command', verbs],
  ['past', data.pasts],
  ['sending', data.sending],
  ['whole', data.wholes],
])
const { bit } = vocabulary
const [task, instruction, teaching, command] = [
  bit('task'),
  bit('instruction'),
  bit('teaching'),
  bit('command'),
]
const [past, sending, whole] = [bit('past'), bit('sending'), bit('whole')]
const titles = lexicon([
  ['event', data.events],
  ['template', data.templates],
  ['runbook', data.runbooks],
  ['guide', data.guides],
  ['report', data.reports],
])
const actions = kindBits('actions')
const names = [
  [titles.bit('template'), 'a template'],
  [titles.bit('runbook'), 'a runbook'],
  [titles.bit('guide'), 'a guide'],
  [titles.bit('report'), 'a report of another kind'],
] as const

/** Fewer words than this tell no incident, whatever their titles. */
const stub = 50

/** What was counted in a document to tell what it is. */
interface Traits {
  readonly words: number
  /** Kinds of section that it has. */
  readonly kinds: number
  /** Blocks with a clock time or a date; none is counted beyond five and a third of the gaps, which tell enough. */
  readonly moments: number
  /** Placeholders still to be filled in. */
  readonly gaps: number
  /** Prompts of a template that still stand. */
  readonly prompts: number
  /** One of them stands in its title. */
  readonly untitled: boolean
  /** Different sentences of the course task. */
  readonly tasks: number
  /** Share of words in the past tense. */
  readonly past: number
  /** Share of sentences that tell a writer what to put down, and of those that tell anybody what to do. */
  readonly instructive: number
  readonly commanding: number
  /** Share of sections that hold nothing but a question or an instruction. */
  readonly prompted: number
  /** A sentence outside the sections speaks of postmortems in general. */
  readonly teaches: boolean
  /** A heading asks what postmortems are, or how they are written. */
  readonly asksOfAll: boolean
  /** Words of the sections of a known kind, on average. */
  readonly body: number
  readonly links: number
  readonly linkWords: number
  /** A line sends the reader to a link for the whole text. */
  readonly pointing: boolean
  /** The title speaks of an event, and says which; or it names another genre. */
  readonly event: boolean
  readonly named: boolean
  readonly genre: string | undefined
}

type Facts = Pick<Postmortem, 'blocks' | 'sections' | 'words' | 'language' | 'title' | 'metadata'> & {
  readonly placeholders: readonly Placeholder[]
}

/**
 * What the document is: a postmortem, a template for one, or something else that stands where postmortems stand. Of a text
 * in another language than English only its form is judged.
 */
export function readKind(facts: Facts): Kind {
  const { blocks, sections, language, placeholders } = facts
  const kinds = new Set(sections.flatMap(({ kinds }) => kinds)).size
  const gaps = placeholders.filter(({ form }) => form === 'gap').length
  const moments = countMoments(blocks, Math.max(5, Math.ceil(gaps / 3)))
  if (isIndex(blocks)) return { value: 'other', because: 'an index of a folder' }
  if (listsLinks(blocks)) return { value: 'other', because: 'a list of links to other pages' }
  if (listsReleases(blocks)) return { value: 'other', because: 'a changelog' }
  if (gaps >= most && gapped(sections, placeholders) >= 4)
    return { value: 'template', because: `a template with ${gaps} gaps to fill in` }
  // what follows finds nothing in a text of several sections that names so many moments
  if (kinds > 2 && moments > 4 && gaps <= 3 * moments) return { value: 'postmortem' }
  const line = facts.title?.at.start.line
  const untitled =
    placeholders.some(({ form, at }) => form === 'gap' && at.start.line === line) ||
    (facts.title?.form === 'front matter' && holdsGap(facts.title.value))
  const prompts = placeholders.filter(({ form }) => form === 'prompt').length
  const traits = traitsOf(facts, { kinds, moments, gaps, prompts, untitled })
  const template = templateBecause(traits)
  if (template) return { value: 'template', because: template }
  const foreign = language.tag !== 'en' && language.tag !== 'und'
  const other = formBecause(traits) ?? (foreign ? undefined : textBecause(traits))
  return other ? { value: 'other', because: other } : { value: 'postmortem' }
}

/** So many gaps, in several sections, make a template, whatever its examples tell. */
const most = 20

/** How many sections hold a gap. */
function gapped(sections: Postmortem['sections'], placeholders: readonly Placeholder[]): number {
  const lines = new Set(placeholders.filter(({ form }) => form === 'gap').map(({ at }) => at.start.line))
  return sections.filter(
    ({ kinds, body }) => kinds.length > 0 && body.some(({ at }) => lines.has(at.start.line)),
  ).length
}

/** Begins by saying what lies beside it: "This directory contains all reports on ..."; one report is no index, and says so. */
const isIndex = (blocks: readonly Block[]): boolean =>
  blocks.slice(0, 12).some(({ form, text }) => form !== 'code' && listing.test(text))
const listing =
  /\bthis (?:directory|folder) (?:contains|holds|collects|includes|has|lists|keeps)\b(?! (?:an?|the|my|our) (?:\w+ )?(?:post-?mort|incident report))|\bthis repo(?:sitory)? (?:contains|holds|collects|keeps) (?:\w+ ){0,4}(?:post-?mortems|incident reports|documents|documentation)\b(?! (?:for|of) (?:an?|the|our) )/i

/** Links and nothing else in many items, and more of them than of lines of text. */
function listsLinks(blocks: readonly Block[]): boolean {
  const items = blocks.filter(({ form }) => form === 'item')
  const links = items.filter(({ spans, text }) => text !== '' && spans.every(({ kind }) => kind === 'link'))
  const lines = blocks.filter(({ form }) => form === 'line')
  return links.length >= 5 && 3 * links.length > items.length && links.length > lines.length
}

/** Its headings are versions: "v3.0.16 (2016-11-13)". */
function listsReleases(blocks: readonly Block[]): boolean {
  const headings = blocks.filter(({ form }) => form === 'heading')
  const versions = headings.filter(({ text }) => /^\[?v?\d+\.\d+\.\d+/.test(text))
  return versions.length >= 3 && 4 * versions.length > headings.length
}

/** Postmortems have more words in the past tense than this share, the text of the task has hardly any. */
const told = 0.03

/** Titles over nothing, or gaps and prompts where facts would stand. */
function templateBecause(traits: Traits): string | undefined {
  const { genre, moments, gaps, kinds, words, untitled } = traits
  if (genre === 'a template' && moments < 3 + traits.prompts) return 'a template'
  if (gaps >= 3 && gaps > 3 * moments) return `a template with ${gaps} gaps to fill in`
  if (untitled && moments < 5) return 'a template with a title to fill in'
  if (kinds < 3 || moments > 4 || genre) return undefined
  const isAccount = () => traits.past >= told && traits.past * words >= 3
  if (moments < 2 && traits.body < 10 && !isAccount()) return 'a template with empty sections'
  return traits.prompted > 0.6 && !traits.teaches ? 'a template with questions to answer' : undefined
}

/** What little text or many links show. */
function formBecause(traits: Traits): string | undefined {
  const { words, kinds, moments } = traits
  if (words === 0) return 'an empty file'
  if (words < stub && kinds < 3) {
    if (traits.links >= 3) return 'a list of links to other pages'
    return traits.links > 0 ? 'a link to another page' : `a file of ${words} word${words === 1 ? '' : 's'}`
  }
  if (words < 3 * stub && moments < 3 && traits.pointing) return 'a link to another page'
  if (kinds < 3 && traits.links >= 3 && traits.linkWords >= words / 5) return 'a list of links to other pages'
  return undefined
}

/** What the words show: guides and articles are in the present tense and name no moment. */
function textBecause(traits: Traits): string | undefined {
  const { moments, genre, kinds, event, named, words } = traits
  // who answers the questions of the task tells of the past and names moments
  if (moments < 5 && traits.tasks >= 4 && (moments < 2 || traits.past < told))
    return 'the text of a course task'
  if (genre && kinds < 3 && moments < 5) return genre
  if (moments < 5 && traits.asksOfAll) return 'a guide'
  if (moments > 1) return undefined
  // who names an event and tells of it at length, and teaches nobody, may explain a bug in the present tense
  const accounts = named && words >= 6 * stub && !traits.teaches
  const narrative = accounts ? told : kinds > 1 ? 0.045 : 0.055
  if (kinds > 3 && moments > 0 && traits.past >= narrative) return undefined
  if (genre || traits.instructive >= 0.25) return genre ?? 'a guide'
  if (traits.commanding >= 0.4) return 'a runbook'
  const titled = (event && kinds > 2) || (named && kinds > 1)
  return traits.past < narrative && !titled ? 'an article' : undefined
}

/** What most documents need not be asked is counted when it is asked for. */
function traitsOf(
  { blocks, sections, words, title, metadata }: Facts,
  counted: Pick<Traits, 'kinds' | 'moments' | 'gaps' | 'prompts' | 'untitled'>,
): Traits {
  const sentences = once(() => readSentences(blocks, sections, vocabulary))
  const story = once(() =>
    sentences().filter(({ block, kinds }) => block.form !== 'heading' && !has(kinds, actions)),
  )
  const known = once(() => sections.filter(({ kinds, form }) => kinds.length > 0 && form !== 'label'))
  const links = once(() => blocks.flatMap(linksIn))
  const past = once(() => sum(sentences().map(countPast)) / Math.max(1, words.total))
  const heading = title?.value ?? blocks.slice(0, 4).find(({ form }) => form === 'heading')?.text ?? ''
  const named = titles.marks(tokenise(heading).words).reduce((all, bits) => all | bits, 0)
  return {
    ...counted,
    words: words.total,
    event: has(named, titles.bit('event')),
    named: has(named, titles.bit('event')) && title?.general === false,
    genre: isTemplate(metadata) ? 'a template' : names.find(([bits]) => has(named, bits))?.[1],
    get tasks() {
      return countTasks(blocks, sentences())
    },
    get past() {
      return past()
    },
    get instructive() {
      return share(story(), (sentence) => instructs(sentence) || has(sentence.bits, teaching))
    },
    get commanding() {
      return share(story(), ({ marks, from }) => has(marks[from] ?? 0, command))
    },
    get prompted() {
      const own = ofBlocks(sentences())
      return share(known(), ({ body }) => isPrompted(body, own))
    },
    get teaches() {
      return sentences().some(({ bits, kinds }) => kinds === 0 && has(bits, teaching))
    },
    get asksOfAll() {
      return blocks.some(({ form, text }) => form === 'heading' && asking.test(text) && ofAll.test(text))
    },
    get body() {
      const lengths = known().map(({ body }) => sum(body.map((block) => block.tokens.words.length)))
      return sum(lengths) / Math.max(1, lengths.length)
    },
    get links() {
      return links().length
    },
    get linkWords() {
      return sum(links().map((text) => text.split(/\s+/).length))
    },
    get pointing() {
      return sentences().some(
        ({ block, bits }) => has(bits, sending) && has(bits, whole) && linksIn(block).length > 0,
      )
    },
  }
}

/** Front matter with a template's title, or with the keys that GitHub asks of a template for issues. */
const isTemplate = (metadata: Postmortem['metadata']): boolean =>
  ['name', 'about', 'labels'].every((name) => metadata.some(({ key }) => key === name)) ||
  metadata.some(({ key, value }) => key === 'title' && /\btemplate\b/i.test(value))

const asking = /^\W*(?:what (?:is|are)|why (?:do|write|have|hold)|when (?:to|do|should)|how to)\b/i
const ofAll = /\b(?:a post-?mortem|an incident report|post-?mortems|incident reports)\b/i

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
const share = <T>(all: readonly T[], test: (one: T) => boolean): number =>
  all.length > 0 ? all.filter(test).length / all.length : 0

const instructs = ({ marks, from, bits }: Sentence): boolean =>
  has(marks[from] ?? 0, instruction) || has(bits, bit('slot'))
const asks = ({ words, to }: Sentence): boolean => words[to - 1] === '?'

function ofBlocks(sentences: readonly Sentence[]): ReadonlyMap<Block, readonly Sentence[]> {
  const all = new Map<Block, Sentence[]>()
  for (const sentence of sentences) {
    const own = all.get(sentence.block)
    if (own) own.push(sentence)
    else all.set(sentence.block, [sentence])
  }
  return all
}

/** Sections that begin with a question or an instruction and hold little else. */
function isPrompted(body: readonly Block[], sentences: ReadonlyMap<Block, readonly Sentence[]>): boolean {
  const prompts = body
    .flatMap((block) => (block.form === 'heading' ? [] : (sentences.get(block) ?? [])))
    .map((sentence) => asks(sentence) || instructs(sentence))
  return prompts[0] === true && 2 * prompts.filter(Boolean).length >= prompts.length
}

function countMoments(blocks: readonly Block[], most: number): number {
  let count = 0
  for (const block of blocks) if (count < most && namesMoment(block)) count++
  return count
}

/** A clock time or a date stands in the block. */
function namesMoment(block: Block): boolean {
  if (block.form === 'code' || block.form === 'figure') return false
  const { words } = block.tokens
  if (words[0] === 'eg' || words[0] === 'e.g' || words[0] === 'example') return false
  return words.some((word, at) => {
    const first = word.charCodeAt(0)
    // what templates have for every time
    if (word === '00:00') return false
    if (first < 0x30 || first > 0x39) return false
    return (
      /^\d{1,2}(?:[:.]\d\d)?[ap]m$|^\d{1,2}:\d\d(?::\d\d)?$|^\d{4}[-/]\d\d[-/]\d\d|^\d{1,2}[-/]\d{1,2}[-/]\d{2,4}$/.test(
        word,
      ) ||
      months.has(words[at + 1] ?? '') ||
      months.has(words[at - 1] ?? '')
    )
  })
}
const months = wordSet(monthNames)

function countPast({ words, marks, from, to }: Sentence): number {
  let count = 0
  for (let at = from; at < to; at++) {
    const word = words[at] ?? ''
    if (has(marks[at] ?? 0, past) || (word.length > 4 && word.endsWith('ed'))) count++
  }
  return count
}

/** Different phrases of the task, in text and in what tabs turned into code. */
function countTasks(blocks: readonly Block[], sentences: readonly Sentence[]): number {
  const found = new Set<string>()
  const collect = (words: readonly string[], marks: readonly number[]): void => {
    marks.forEach((bits, at) => {
      if (has(bits, task)) found.add(words.slice(at, at + 4).join(' '))
    })
  }
  for (const { bits, words, marks } of sentences) if (has(bits, task)) collect(words, marks)
  for (const { form, text } of blocks)
    if (form === 'code') {
      const { words } = tokenise(text)
      collect(words, vocabulary.marks(words))
    }
  return found.size
}

/** Texts of the links in a block, bare addresses too. */
const linksIn = ({ spans, text }: Block): string[] => [
  ...spans
    .filter(({ kind }) => kind === 'link')
    .map(({ start, length }) => text.slice(start, start + length)),
  ...(text.includes('://') ? (text.match(/https?:\/\/\S+/g) ?? []) : []),
]
