import type { Html, Nodes, Root } from 'mdast'
import { placeOf } from './place.ts'
import type { Block, Image, Placeholder, Section } from './postmortem.ts'
import { plain, readPrompts } from './prompts.ts'
import { templatePrompts } from './templatePrompts.ts'
import { endsSentence } from './tokens.ts'

/**
 * What templates leave for their users to replace. From the templates of Google, PagerDuty, Azure, Elastic and of open
 * projects, and from the gaps that published postmortems still have.
 */
const gaps: readonly RegExp[] = [
  /(?<![\w./-])(?:TBD|TBA|TBC|XXX)(?![\w/-])/g,
  /\bHH:MM\b|\bYYYY-MM-DD\b|\b(?:DD|MM)([/.-])(?:DD|MM)\1YYYY\b|\b20xx\b|\bxx:xx\b|\bmonth dd\b/gi,
  /(?<!\S)(?:\?{1,3}|X{1,3}) ?(?:%|(?:mins?|minutes|hours?|users|customers)\b)/g,
  /(?:^|(?<=\| ))\?{2,3}(?=$| \|| [A-Z])/g,
  /\[(?:insert|enter|fill|describe|your|provide|specify|replace|link to|name of|date of|time of)\b[^[\]]{0,160}\](?!\s*[(\ufffc])/gi,
  /\[(?:date|time|name|title|link|url|owner|author|number|service|team)\](?!\s*[(\ufffc])/gi,
  /\{\{ ?[a-z][\w -]{0,60}\}\}/gi,
  /(?<![${])\{(?:DATE|TIME|NAME|NUMBER|CHANGE|X+%?|(?:e\.g\. )?[A-Z]{2,20}(?:-[A-Z]{2,20}|[a-z]{1,8})?[ /:][^{}]{0,120})\}/g,
  /(?:^|(?<=: ))<[A-Z][\w'-]{0,30} [^<>]{8,400}(?:>|$)/g,
  /\blorem ipsum\b/gi,
  /(?:^|(?<=[:|]\s{0,3}))(?:yet )?to be (?:determined|confirmed|announced|decided|added|completed|filled in)\b(?=\.?(?:$|\s?\|))/gim,
  /(?<=:\s{1,2})X{2,3}(?=[.,]?$)/g,
  /^\[\p{Lu}[^[\]]{4,160}\?\]$/gu,
  /^to be filled (?:in|out)\b/gi,
  /\[to be (?:filled|determined|confirmed|decided|added|completed)\b[^[\]]{0,80}\](?!\s*[(\ufffc])/gi,
  /^\{[a-z\d][^{}]{0,40} [^{}]{1,300}\}$/gi,
  /[([][^()[\]]{0,40}\bto fill in\b[^()[\]]{0,80}[)\]]/gi,
  /\bsections? should be filled (?:out|in)\b/gi,
  /\bthese are (?:only )?sample (?:sub)?headings\b/gi,
]
/** Leaves a gap in prose, but names a list of tasks in a title and a status in a table or behind a link. */
const todo = /(?<![\w./-])(?:TODO|FIXME)(?![\w/-])(?! list|\)$)/g

/** What every gap holds: most blocks are told apart by this one step. */
const mayHoldGap =
  /TB[ADC]|X|HH|YYYY|MM|DD|20xx|xx|hh:mm|yyyy|mm[.-/]|dd[.-/]|[[{?<]|[Ll]orem|[Tt]o [Bb]e |fill|sample|LOREM|TODO|FIXME/

const known: ReadonlySet<string> = new Set(templatePrompts.map(plain))
/** The first two words of each. */
const knownStarts = new Set([...known].map((prompt) => prompt.split(' ', 2).join(' ')))
const mayHoldPrompt = ({ tokens: { words } }: Block): boolean =>
  words.some(
    (word, at) =>
      (at === 0 || endsSentence(words[at - 1] ?? '')) && knownStarts.has(`${word} ${words[at + 1]}`),
  )

/** How a sentence begins that tells a writer what to write. */
const request =
  /^\W*(?:describe|list|report|explain|provide|give|mention|summari[sz]e|write|include|state|record|note|outline|detail|identify|document|answer|ensure|be (?:very )?specific|run|perform|add|fill|insert)(?=[ .])/i

/** The same in words that nobody takes for a step that was or will be taken. */
const plainRequests: readonly RegExp[] = [
  /^be (?:very )?specific\b/i,
  /^(?:describe|explain|summari[sz]e) (?:how(?! to\b)|what|who|when|why|any|the (?:incident|impact|root cause|issue|problem|sequence|resolution|timeline))\b/i,
  /^write a (?:short|brief|few|summary|description)\b/i,
  /^include (?:any|a (?:short|brief|description|summary))\b/i,
]
const adverb = /^(?:briefly|please) /i

/** In a list anything else may be a task. */
const listRequest = /^\W*list any(?:thing)?\b/i

/** "This section provides ...", and after a question in the words of a statement: "Include the link." */
const aboutSection =
  /^\W*this section (?:provides|describes|contains|lists|explains|should|is (?:for|about))\b/i
const furtherRequest = /\. (?:include|describe|provide|list|explain|add) /i

const question = /^\W*(?:who|what|when|where|why|how|which)\b/i

/** Gaps and prompts of a template that still stand in a document, in its order. */
export function readPlaceholders(
  source: string,
  tree: Root,
  blocks: readonly Block[],
  sections: readonly Section[],
  prompts: readonly string[] = [],
): Placeholder[] {
  const told = prompts.length === 0 ? known : new Set([...known, ...prompts.map(plain)])
  const tasks = new Set(
    sections
      .filter(({ kinds, form, body }) => kinds.includes('actions') && (form !== 'label' || body.length > 1))
      .flatMap(({ block, body }) => [...blocks.slice(block, block + 1), ...body]),
  )
  const marks = blocks.filter(({ label }) => label && /^(?:todo|done)$/i.test(label.value))
  if (marks.length > 1) for (const block of marks) tasks.add(block)
  const openers = new Set(sections.map(({ body }) => body[0]))
  const found = blocks.flatMap((block, i): Placeholder[] => {
    if (block.quoted || block.form === 'code' || (block.form === 'row' && block.header)) return []
    const left =
      prompts.length > 0 || (openers.has(block) && mayHoldPrompt(block))
        ? readPrompts(source, block, told)
        : []
    if (left.length > 0) return left.map((prompt) => ({ form: 'prompt', ...prompt }))
    if (block.image) return isGap(block.image) ? [{ form: 'gap', value: block.image.url, at: block.at }] : []
    const { value, at } = block.label ?? { value: block.text, at: block.at }
    if (value === 'EXAMPLE') return [{ form: 'prompt', value, at }]
    if (isPrompt(block, blocks[i - 1], tasks.has(block)))
      return [{ form: 'prompt', value: block.text, at: block.at }]
    if (!mayHoldGap.test(block.prose)) return []
    const mayBeTodo = block.form !== 'heading' && block.form !== 'row' && !tasks.has(block)
    const spans = (mayBeTodo ? [...gaps, todo] : gaps).flatMap((gap) =>
      [...block.prose.matchAll(gap)].map(({ 0: { length }, index }) => [index, index + length] as const),
    )
    let covered = 0
    return spans
      .sort(([a, b], [c, d]) => a - c || d - b)
      .filter(([, end]) => {
        // "{XX:XX UTC}" holds another gap
        const isOuter = end > covered
        covered = Math.max(covered, end)
        return isOuter
      })
      .map(([start, end]) => ({
        form: 'gap' as const,
        value: block.text.slice(start, end),
        at: placeOf(source, block, start, end),
      }))
  })
  const offset = ({ at }: Placeholder): number => at.start.offset ?? 0
  addTags(tree, found)
  return found.sort((a, b) => offset(a) - offset(b))
}

/** A text holds something that is still to be filled in. */
export const holdsGap = (text: string): boolean => gaps.some((gap) => text.search(gap) >= 0)

/** A sentence right below a title that asks for what should stand there, in italics or in words that leave no doubt. */
function isPrompt(block: Block, before: Block | undefined, isTask: boolean): boolean {
  if (before?.form !== 'heading') return false
  if (!isTask && listRequest.test(block.text)) return true
  const bare = block.text.replace(adverb, '')
  if (!isTask && block.form === 'line' && plainRequests.some((one) => one.test(bare))) return true
  if (block.form !== 'line' || !block.emphatic) return false
  const italic = block.spans.every(
    ({ kind, start, length }) => kind === 'emphasis' || block.text.slice(start, start + length).trim() === '',
  )
  if (!italic) return false
  return (
    request.test(block.text) ||
    aboutSection.test(block.text) ||
    (question.test(block.text) && (/\?\W{0,3}$/.test(block.text) || furtherRequest.test(block.text)))
  )
}

const isGap = ({ url }: Image): boolean =>
  /(?:^|\/)(?:insert|placeholder|your)[-_]|^path\/to\/|\/\/(?:via\.)?placeholder\.com\//i.test(url)

/** `<Incident title>` is a tag for a parser; a tag of several words and no attribute is none for a reader. */
function addTags(node: Nodes, found: Placeholder[]): void {
  if (node.type === 'html') {
    if (isTagGap(node) && node.position) found.push({ form: 'gap', value: node.value, at: node.position })
  } else if ('children' in node) for (const child of node.children) addTags(child, found)
}

const isTagGap = ({ value }: Html): boolean =>
  /^<(?!(?:details|dialog|video|audio|script|input|button|select|option|iframe|ol|td|th|tr|table|img|form)\b)[a-z]\w*(?: [\w'.,-]+)+>$/i.test(
    value,
  ) || /^<(?:your|insert)[-_]\w[\w-]*>$/i.test(value)
