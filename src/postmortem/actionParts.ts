import type { Nodes } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Position } from 'unist'
import { abbreviations, verbs } from './actionWords.ts'
import { wordSet } from './lexicon.ts'
import type { Block, Cited } from './postmortem.ts'

/** What a task says of its owner, its date or its ticket, as written. */
type Finder = (text: string) => string | undefined

/** "Owner: Ada", "@ada", "(Ada Lovelace)", "Ada Lovelace to ...", "SRE team: ...". */
export const findOwner: Finder = (text) => {
  if (!mayNameOwner.test(text)) return undefined
  const who = subject.exec(text)
  return (
    nameIn(ownerField.exec(text)?.[1]?.trim()) ??
    handle.exec(text)?.[1] ??
    signatureIn(text) ??
    fieldsOf(text).find((field) => isName.test(field) && !isDate(field) && !acts.has(field.toLowerCase())) ??
    (who && !opening.test(who[0]) && !acts.has(firstOf(who[0])) ? (who[1] ?? who[2]) : undefined)
  )
}

const acts = wordSet(verbs)
const firstOf = (text: string): string => text.slice(0, text.indexOf(' ')).toLowerCase()

/** What everybody is to do, nobody does. */
const nameIn = (owner: string | undefined): string | undefined =>
  owner !== undefined && /^(?:all|every(?:one|body)|anyone)$/i.test(owner) ? undefined : owner

/**
 * What stands at the end of a task in parentheses, behind dashes, from a handle on or in a sentence of its own, where a date or
 * a ticket is among it: "(Lin, 2024-09-13, OPS-61)", "— Petra — 12 July — OPS-310"; not when it was done.
 */
function fieldsOf(text: string): string[] {
  const inParentheses = /\(([^()]{3,80})\)\.?$/.exec(text)
  const before = inParentheses ? text.slice(0, inParentheses.index).trimEnd() : text
  for (const behind of [inParentheses?.[1], fromHandle.exec(before)?.[0], tailOf(before)]) {
    const fields = behind === undefined || behind.length > 80 ? [] : splitFields(behind)
    if (fields.length > 1 && fields.some(isKnown))
      return fields.some((field) => /\b(?:done|completed|closed|fixed)\b/i.test(field)) ? [] : fields
  }
  return []
}
const splitFields = (text: string): string[] =>
  text.split(/[,;|]|(?<!\d)\/(?!\d)| [—–→-] /).map((field) =>
    field
      .replace(fieldName, '')
      .replace(/(?<! \p{Lu})\.$/u, '')
      .trim(),
  )
const isKnown = (field: string): boolean =>
  isDate(field) || isTicket.test(field) || findDue(field) !== undefined
const fromHandle = /@[\w-]{1,38}, [^@]{3,60}$/
const fieldName = /^\s*(?:owner|assignee|assigned to|due|by|ticket|deadline):?\s/i

/** What stands behind dashes or an arrow, else the last sentence. */
const tailOf = (text: string): string => {
  const [, ...dashed] = text.split(/ [—–→-] /)
  return dashed.length > 0 ? dashed.join(',') : (/[.;] ([^.;]{3,60})\.?$/.exec(text)?.[1] ?? '')
}
const isName =
  /^\p{Lu}[\p{L}'’-]{0,20}\.?(?: \p{Lu}[\p{L}'’-]{0,20}\.?){0,2}(?: (?:team|lead|manager|engineer|owner|office|desk|group|crew|officer|committee))?$/u
const isTicket = /^(?:[A-Z][A-Z0-9]{1,9}-|[#!])\d{1,7}$/
const isDate = (field: string): boolean => /[\d ]/.test(field) && dateAt(field, 0) === field

/** "(Ada Lovelace)"; not "(High Availability)". */
function signatureIn(text: string): string | undefined {
  const name = byline.exec(text)?.[1]
  return name === undefined || thing.test(name) ? undefined : name
}
const thing = /\p{Ll}{4}(?:ity|tion|ment|ness|ance|ing|ery)\b/u

/** What every one of these holds: most tasks are told apart by this one step. */
const mayNameOwner =
  /[Oo]wner|OWNER|ssign|esponsible|DRI|oint of|[@([—–]| - | (?:to|will) |team:|, (?:\d|by \d|due )/
const ownerField =
  /\b(?:[Oo]wners?|OWNERS?|[Aa]ssignees?|[Rr]esponsible|DRI|[Pp]oint of contact|[Aa]ssigned(?= to))(?:\s{0,3}[:=]| to| is(?! (?:an?|not|no)\b))\s{0,3}(@?(?:\p{Lu}\. ?){0,2}[\p{Lu}\p{Ll}](?:(?! [—–-] )[^,;.()|\n]){1,60})/u
const handle = /(?:^|[\s([,:/])(@[a-z\d][\w-]{0,38})(?![\w./])/i
const byline = /[([—–]\s{0,3}(\p{Lu}[\p{L}'’-]{1,20} (?:\p{Lu}[\p{L}'’-]{1,20}|team))[)\]]?\.?$/u
const subject =
  /^(?:(\p{Lu}\p{Ll}{1,20} \p{Lu}\p{Ll}{1,20}) (?:to|will) \p{Ll}|([\p{L} ]{2,30} team)(?: (?:to|will) \p{Ll}|:))/u

/** What stands where a name could: "Used Dagster to ...", "Ask Finance to ...", "The team will ...". */
const opening = /^(?:\p{L}{1,20}(?:ed|ing)|ask|the|our|a|each|every|all) /iu

/** "**AC** Move the alert", "**Vendor via AG**" above a list: people by their initials. */
export function namesInitials(text: string): boolean {
  const words = text.replace(/[:,&]/g, ' ').split(/\s+/).filter(Boolean)
  const initials = words.filter((word) => /^\p{Lu}{2,3}$/u.test(word) && !abbreviations.has(word))
  return (
    initials.length > 0 &&
    words.every((word) => initials.includes(word) || /^(?:\p{Lu}\p{Ll}+|and|via|with)$/u.test(word)) &&
    (words.length === initials.length || words.some((word) => /^(?:and|via|with)$/.test(word)))
  )
}

/** "All of these are assigned to Ada Lovelace", beside the tasks: who owns those that name nobody. */
export const findOwnerOfAll: Finder = (text) => {
  const owned = /\b(?:assigned to|owned by|responsibility of|taken on by) /.exec(text)
  if (!owned || !/\b(?:all|each|every)\b/i.test(text.slice(0, owned.index))) return undefined
  return /^@?\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)*/u.exec(text.slice(owned.index + owned[0].length))?.[0]
}

/** A date as people write deadlines, at the start of a text. */
const date =
  /^(?:\d{4}-\d\d(?:-\d\d)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|[qh][1-4](?:[ /'-]{0,2}(?:20)?\d\d)?|(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?(?: \d{1,2}(?:st|nd|rd|th)?\b)?(?:,? \d{4})?|(?:the )?end of (?:the |this |next )?(?:day|week|month|quarter|year|sprint|[qh][1-4])|(?:next|this) (?:week|sprint|month|quarter|release|iteration)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|eo[dwmqy]|tomorrow)\b/i
const deadline =
  /\b(?:by|before|until|due|deadline|eta|completion|target(?:ed)?|no later than|scheduled for|expected|planned for)\b[\s:(=-]{1,4}(?:date[:\s]{1,2})?(?:on |in |by |for )?/gi
/** "End of April", "mid May", behind "due" or "by". */
const roughly =
  /^(?:(?:the )?(?:end|middle|beginning|start) of |mid[ -]|early |late )(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|^(?:a|one|two|three|four|five|six) (?:days?|weeks?|months?|sprints?)\b/i
const within =
  /\bwithin (?:the )?(?:next |coming |following )?(?:\d{1,3}|an?|one|two|three|four|five|six)? ?(?:business |working )?(?:days?|weeks?|months?|sprints?|quarters?)\b/i
const span = /^\d{1,3} (?:business |working )?(?:days?|weeks?|months?|sprints?)\b/i
const quarter = /[([,:]\s{0,2}(q[1-4][ /'-]{0,2}(?:20)?\d\d|eo[dwmqy])\b/i

/** A figure, or a word that stands in every date without one. */
const mayNameDue =
  /\d|within|\beo[dwmqy]|day|week|month|quarter|sprint|year|end of|release|iteration|tomorrow|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)/i

/** "by 12 June", "due: 2024-06-12", "ETA: 2 weeks", "within two weeks", "(Q4 2025)". */
export const findDue: Finder = (text) => {
  if (!mayNameDue.test(text)) return undefined
  for (const { 0: lead, index } of text.matchAll(deadline)) {
    const end = index + lead.length
    const found =
      dateAt(text, end) ??
      (/^(?:due|deadline|eta)/i.test(lead) ? span.exec(text.slice(end, end + 24)) : null)?.[0]
    if (found !== undefined) return found
    const about = roughly.exec(text.slice(end, end + 40))?.[0]
    if (about !== undefined) return about
  }
  return within.exec(text)?.[0] ?? quarter.exec(text)?.[1] ?? fieldsOf(text).find(isDate)
}

/** "Immediate (this week)", "Next 24 hours": until when the tasks below a title are due. */
export const findHorizon: Finder = (text) => horizon.exec(text)?.[0] ?? findDue(text)
const horizon =
  /\b(?:this|next|coming) (?:\d{1,3} ?)?(?:min(?:ute)?s?|h(?:ou)?rs?|h|days?|weeks?|months?|quarters?|sprints?)\b/i

/** The date that a cell begins with, or a deadline in it. */
export const findDate: Finder = (text) => dateAt(text, Math.max(0, text.search(/\w/))) ?? findDue(text)

const dateAt = (text: string, at: number): string | undefined => date.exec(text.slice(at, at + 40))?.[0]

/** "#12", "team/repo#12", "OPS-12"; not the names of standards. */
export const findTicket: Finder = (text) => {
  const number = /(?:^|[^\w&])(#\d{1,7})\b|\w(#\d{1,7})\b|(?:^|[\s(,])(!\d{1,6}|b\/\d{6,12})\b/.exec(text)
  if (number) return number[1] ?? number[2] ?? number[3]
  for (const [key, project = ''] of text.matchAll(/\b([A-Z][A-Z0-9]{1,9})-\d{1,6}\b/g))
    if (!standards.has(project)) return key
  return undefined
}
const standards = new Set(
  'UTF SHA MD ISO RFC CVE CWE TLS SSL HTTP IPV AES RSA COVID SEV PR ERC EIP BIP PEP UTC GMT ECDSA HTTP2 TOP'.split(
    ' ',
  ),
)

/** An address in an issue tracker: of an issue, a pull request, a card. */
const isTicketUrl = (url: string): boolean =>
  /\/(?:issues?|pulls?|merge_requests|browse|tickets?|stories|story|cards?|tasks?|work_?items|bugs?|_workitems\/edit)\/[\w-]{0,60}\d|show_bug\.cgi\?id=\d|\/\/(?:linear\.app|trello\.com|app\.asana\.com|app\.shortcut\.com|app\.clickup\.com)\/./.test(
    url,
  )

/** The first link in a block that leads to a ticket by its address or, where that stands elsewhere, by its text. */
export function ticketLinkIn(block: Block): Cited | undefined {
  const found = ticketLinksOf(block.node).find(({ at }) => covers(block.at, at))
  if (found) return found
  for (const [url] of block.text.matchAll(/https?:\/\/[^\s)>\]]{1,500}/g))
    if (isTicketUrl(url)) return { value: url, at: block.at }
  return undefined
}

/** Links to tickets inside a node, collected once: the lines of a paragraph share theirs. */
function ticketLinksOf(node: Nodes): readonly Cited[] {
  const known = collected.get(node)
  if (known) return known
  const links = [...ticketLinks(node)]
  collected.set(node, links)
  return links
}
const collected = new WeakMap<Nodes, readonly Cited[]>()

function* ticketLinks(node: Nodes): Iterable<Cited> {
  if (node.type === 'link' || node.type === 'linkReference') {
    const value = node.type === 'link' ? node.url : textOf(node)
    const leads =
      node.type === 'link' ? isTicketUrl(value) : /\b(?:issue|ticket|pr|pull request|bug)\b/i.test(value)
    if (leads && node.position) yield { value, at: node.position }
  } else if ('children' in node) for (const child of node.children) yield* ticketLinks(child)
}

const covers = (outer: Position, inner: Position): boolean =>
  (inner.start.offset ?? 0) >= (outer.start.offset ?? 0) && (inner.end.offset ?? 0) <= (outer.end.offset ?? 0)
