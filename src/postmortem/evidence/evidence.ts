import type { Block, Evidence, Section } from '../postmortem.ts'
import { readSentences, type Sentence } from '../sentences.ts'
import { tellsDetection } from './detection.ts'
import { tellsEscalation } from './escalation.ts'
import { readCauses, tellsFalseLead } from './falseLead.ts'
import { quantifiesImpact } from './impact.ts'
import { vocabulary } from './signs.ts'
import { tellsTakeaway } from './takeaways.ts'
import { tellsValidation } from './validation.ts'

type ReadHere = Omit<Evidence, 'startEnd'>

/** What the document says, each with the sentence that says it. `startEnd` is read with the times. */
export function readEvidence(blocks: readonly Block[], sections: readonly Section[]): ReadHere {
  const sentences = readSentences(blocks, sections.filter(saysItsKind), vocabulary)
  const causes = readCauses(sentences)
  const found: { -readonly [K in keyof ReadHere]: ReadHere[K] } = {}
  const say = (kind: keyof ReadHere, says: (sentence: Sentence) => boolean): void => {
    const sentence = sentences.find(says)
    if (!sentence) return
    const { block, start, end } = sentence
    found[kind] = { value: block.text.slice(start, end).trim(), at: block.at }
  }
  say('impactQuantified', quantifiesImpact)
  const opening = openingOf(blocks, sections)
  say('detection', (sentence) => tellsDetection(sentence, opening.has(sentence.block)))
  say('falseLead', (sentence) => tellsFalseLead(sentence, causes))
  say('escalation', tellsEscalation)
  const checked = blocksUnder(blocks, sections, isVerification)
  say('validation', (sentence) => checked.has(sentence.block) || tellsValidation(sentence))
  const closing = blocksUnder(blocks, sections, isConclusion)
  say('takeaways', (sentence) => tellsTakeaway(sentence, closing.has(sentence.block)))
  const visual = blocks.find(isVisual)
  if (visual) found.visual = { value: visual.image?.alt || 'diagram', at: visual.at }
  return found
}

/** The first entries of each timeline, in which an incident is noticed. */
function openingOf(blocks: readonly Block[], sections: readonly Section[]): ReadonlySet<Block> {
  const opening = new Set<Block>()
  for (const { kinds, block, end } of sections) {
    if (!kinds.includes('timeline')) continue
    const entries = blocks
      .slice(block + 1, end)
      .filter(({ form, text }) => form !== 'heading' && text.length > 20)
    for (const entry of entries.slice(0, Math.max(2, entries.length / 3))) opening.add(entry)
  }
  return opening
}

/** A conclusion tells a lesson only if its words do. */
const saysItsKind = (section: Section): boolean => !isConclusion(section)
const isConclusion = ({ kinds, title }: Section): boolean =>
  kinds.includes('lessons') && /\b(?:conclu|clos|final|wrap)/i.test(title.value)

/** Not the title of the whole, nor what is planned. */
const isVerification = ({ kinds, title, parent }: Section, index: number, all: readonly Section[]): boolean =>
  index > 0 &&
  kinds.length === 0 &&
  !all[parent ?? -1]?.kinds.some((kind) => kind === 'actions' || kind === 'lessons') &&
  /\b(?:verification|validation)\b/i.test(title.value)

/** The prose of sections of a sort. */
const blocksUnder = (
  blocks: readonly Block[],
  sections: readonly Section[],
  test: (section: Section, index: number, all: readonly Section[]) => boolean,
): ReadonlySet<Block> =>
  new Set(
    sections
      .filter(test)
      .flatMap(({ block, end }) => blocks.slice(block + 1, end))
      .filter(({ form }) => form !== 'heading'),
  )

/** An image that shows something, or a diagram; no badge, no avatar, no picture still to be put in. */
function isVisual({ form, image }: Block): boolean {
  if (form !== 'figure') return false
  if (!image) return true
  const shown = `${image.url} ${image.alt ?? ''}`
  return (
    image.url !== '' && !/badge|shields\.io|avatar|\blogo\b|placeholder|\binsert_|your[-_]?image/i.test(shown)
  )
}
