import { type SectionKind, type SideKind, sectionKinds } from './postmortem.ts'
import { trimEndOf } from './trim.ts'

/**
 * Titles of sections by what they announce, singular and lower case. From the templates of Google, PagerDuty, Atlassian, AWS,
 * Azure, incident.io and the course, and from the titles that published postmortems use for the same thing.
 */
const vocabulary: readonly (readonly [SectionKind | SideKind, string])[] = [
  [
    'summary',
    'gist|rundown|quick rundown|outline|nutshell|in a nutshell|essence|high level summary|the short version|in brief|key fact|issue summary|incident summary|outage summary|summary|executive summary|tl dr|tldr|overview|synopsis|abstract|recap|resume|summation|description|what happened|issue|incident detail|issue detail|detail|problem statement|in short|at a glance|summary of impact|summary of event|summary of incident',
  ],
  [
    'impact',
    'fallout|extent|service impacted|service affected|user impacted|user affected|customer affected|system affected|affected component|affected region|affected party|damage assessment|downtime|risk and hazard|hazard|risk|impact|affected user|affected service|affected system|affected customer|affected|damage|scope|consequence|effect|who was affected|blast radius|loss|cost|financial impact',
  ],
  [
    'timeline',
    'event list|list of event|course of the day|course of the night|course of the morning|course of the evening|course of the incident|course of the outage|chronicle|play by play|blow by blow|hour by hour|log of the night|log of the day|history|time line|log of event|course of event|event|minute by minute|what happened when|incident history|timeline|chronology|chain of event|sequence of event|order of event|key event|event log|event timeline|timeline of event|incident log|chronological event',
  ],
  [
    'detection',
    'noticing it|noticing|issue detected|problem detected|identification|first sign|alert|detection|discovery|how was it detected|alerting',
  ],
  [
    'investigation',
    'wrong turn|detour|hunt|hunt for the cause|hunt for the bug|search for the cause|search for the bug|finding the cause|finding the root cause|finding the bug|finding the problem|task performed|action performed|ruled out|misleading investigation debugging path that were taken|evidence|triage|what we tried|hypothesis|handling|incident handling|forensic|exploration|attempt|investigation|diagnosis|diagnostic|debugging|troubleshooting|analysis|response|action taken|misleading path|misleading investigation|red herring|what was tried|false lead|dead end|diagnose|assumption|incident response|finding',
  ],
  [
    'cause',
    'explanation|precursor|triggered by|flaw|defect|attack method|attack mechanic|attack vector|smoking gun|underlying cause|causal factor|causal chain|chain of cause|failure analysis|contributing issue|culprit|why it happened|incident cause|cause|root cause|root cause analysis|rca|contributing factor|contributing condition|contributing cause|contributing|contributor|factor|trigger|fault|leadup|lead up|five why|5 why|why|process breakdown|what went wrong and why|reason|origin|vulnerability|bug|identified cause',
  ],
  [
    'resolution',
    'getting back online|back online|back to normal|return to normal|return to service|the fix|fixing the problem|fixing the issue|fixing it|stopgap|stabilization|stabilisation|containment|immediate fixe|service restoration|how we fixed it|rollback|resolution|recovery|mitigation|mitigator|change made|solving|solving it|solving the problem|remediation|remedy|fix|fixe|solution|workaround|restoration|repair|resolving action|resolution step|step taken|steps taken to resolve|correction|hotfix',
  ],
  [
    'actions',
    'thing to fix|follow up work|homework|still open|still recommended|still needed|improvement opportunity|future outlook|outstanding item|future consideration|list of task to address the issue|task to address the issue|task to address issue|action point|work item|backlog|preventing recurrence|recurrence prevention|avoiding recurrence|countermeasure|future plan|future step|future improvement|planned change|commitment|hardening|proposal|suggestion|mid term|medium term|near term|plan|corrective and preventative measure|corrective and preventative|corrective measure|preventative measure|preventative|corrective|proactive measure|measure|corrective action|preventative action|prevention|future prevention|action item|action|action plan|follow up|follow ups|followup|next step|to do|to dos|todo|to do list|task|recommendation|improvement|enhancement|remediation item|future work|review action|opportunity|thing to improve|moving forward|going forward|looking forward|looking ahead|what next|long term|short term|long term solution|improvement and fixe|improvement area|area of improvement|area for improvement|takeaway action|safeguard|lesson and action',
  ],
  [
    'lessons',
    'looking back|hindsight|in hindsight|went well|went wrong|went poorly|insight|what we learned|learning and risk|key learning|afterthought|closing remark|final remark|in conclusion|wrap up|lesson|lesson learned|lesson learnt|key takeaway|takeaway|learning|key learning|reflection|retrospective|conclusion|closing|closing thought|closing note|final note|final thought|final statement|final word|what went well|what went wrong|what went poorly|what went badly|what didnt go well|what didnt go so well|what could have gone better|what worked|what did not work|where we got lucky|luck|howd we do|epilogue|moral|counterfactual',
  ],
  [
    'people',
    'people|responder|attendee|author|owner|participant|postmortem owner|name of people involved|acknowledgement|thank|credit|team|involved|role',
  ],
  ['messaging', 'messaging|internal email|external message|communication|announcement|status update'],
  [
    'meta',
    'metadata|stat|metric|key information|status|date|severity|duration|start time|end time|link|quick fact|security related|incident information',
  ],
  [
    'appendix',
    'appendix|supporting information|reference|glossary|related incident|open question|further reading|log|resource|background|context|background context|related item|related issue|source|humor',
  ],
]

const sideKinds: readonly SideKind[] = ['people', 'messaging', 'meta', 'appendix']

/** "Proposed solution", "Preventive remediation", "Recovery plan": a cure that is still to come. */
const planned = new Set(
  'plan preventative proactive future proposed planned recommended required needed agreed remaining pending suggested outstanding further additional'.split(
    ' ',
  ),
)
const isPlanned = (word: string): boolean => planned.has(word)

/** Words before a title's head that say nothing of its kind. */
const openers = new Set([
  ...planned,
  ...'the a an our its their resulting this that issue incident outage problem event service system user customer business technical detailed detail brief short full final initial immediate quick specific key main identified underlying primary blameless overall possible completed general actual likely potential term long mid near post server website site web stack operational facing ongoing concrete apparent probable suspected possible open actionable other remedial corrective necessary permanent'.split(
    ' ',
  ),
])
const incidents = new Set(
  'the a an our this that incident issue outage problem event failure downtime'.split(' '),
)
/** "Measures against such problems in future". */
const asides = new Set(['such', 'similar', 'again', 'in', 'future'])
/** "Effects on customers". */
const harmed = new Set(['user', 'customer', 'client', 'service', 'business', 'people', 'student', 'member'])
/** Words after it. */
const closers = new Set([
  ...planned,
  ...'status assessment analysis detail section finding step process phase path information explanation statement method way time summary list report effort activity strategy identification documentation description and table overview procedure taken item measure gap task action step issue ticket identified implemented applied performed hypothesis mechanism must contain'.split(
    ' ',
  ),
])
/** "Steps to resolution", "Path to recovery". */
const ways = new Set(['step', 'path', 'road'])
const prepositions = new Set(
  'of on for to in against from during by with at as that we are is was were after until'.split(' '),
)

/** Questions and clauses as titles: what they begin with, and the verb that tells the kind. */
const questions: readonly (readonly [RegExp, readonly SectionKind[]])[] = [
  [/^why (?:not\b|(?:.* )?(?:instead|work|matter|make|doe|do|is|are)\b)/, []],
  [/^what .{0,20}\b(?:did not|didnt) (?:change|do|touch)\b/, []],
  [/^what (?:it |this |that )?(?:wa|was|were|did) not\b(?! (?:work|help|go))/, ['investigation']],
  [
    /^what (?:it|this|that) cost\b|^how (?:bad|severe|serious|big|large) (?:wa|was|were|is|did)\b|^what .{0,20}\b(?:user|customer|client|visitor|reader|student|people) (?:saw|see|noticed|got)\b/,
    ['impact'],
  ],
  [
    /\b(?:not|never|doesnt|dont|from|stop|stopping) .{0,20}happen(?:ing|s|ed)?(?: again)?$|^never again$/,
    ['actions'],
  ],
  [
    /^(?:who|what) .{0,20}\band when$|^when did (?:each|every|what|thing)\b|^how (?:did )?(?:the |that )?(?:day|night|evening|morning|week|weekend|incident|outage|it|event|thing) (?:all )?(?:go|went|unfold(?:ed)?|play(?:ed)? out|develop(?:ed)?|evolved?|proceed(?:ed)?|progress(?:ed)?)\b/,
    ['timeline'],
  ],
  [
    /^what (?:this|it|that|the \w{1,20}) (?:taught|teache|showed)\b|^what (?:we|i|im|were) (?:can |are )?(?:take|took|taking) (?:away|from|with)\b/,
    ['lessons'],
  ],
  [/^how (?:we|i|they) (?:debugged|tracked|traced|narrowed|hunted|searched|looked)\b/, ['investigation']],
  [/^what (?:we|i) (?:thought|believed|suspected|assumed|checked|looked)\b/, ['investigation']],
  [
    /^how .{0,20}\b(?:know|knew|hear|heard|learn\w{0,3} (?:of|about)|came to (?:light|notice|our))\b/,
    ['detection'],
  ],
  [/^(?:wa|was|were) .{0,20}\balert/, ['detection']],
  [/^(?:wa|was|were) .{0,30}\bdiagnos/, ['investigation']],
  [/^what (?:should|could) .{0,20}have been done\b(?! (?:better|worse))/, []],
  [/^what went wrong and why\b/, ['cause']],
  [/^what went wrong and how\b/, ['cause', 'resolution']],
  [/^what (?:did|can|could) we learn .{0,30}\b(?:improve|do|change)\b/, ['actions', 'lessons']],
  [
    /^what (?:could|can|should) (?:(?:have|be|been|go|gone|do|done|we) ){1,3}(?:better|worse|improved)\b/,
    ['lessons'],
  ],
  [
    /^what (?:(?:did not|didnt) help|helped|hurt|saved|surprised)\b|^what (?:i|we) (?:wa|was|were|got) (?:wrong|right|lucky)\b/,
    ['lessons'],
  ],
  [
    /^(?:what|which thing|thing that|thing) (?:went|worked|didnt|did not|could have gone|(?:did|can|do|could) we learn|we learn(?:ed|t)|have we learn(?:ed|t))/,
    ['lessons'],
  ],
  [/^(?:where|how) .{0,12}\blucky\b|^how(?: did|d) we do\b/, ['lessons']],
  [/^(?:what|how) (?:was|were|has|wa) tried|^what we tried/, ['investigation']],
  [
    /^what (?:(?:wa|was|we|i) (?:observed|saw|found|seen)\b|.{0,30}\b(?:log|graph|metric|data)s? (?:show|showed|say)\b)/,
    ['investigation'],
  ],
  [/^(?:what|who|which|how) .{0,20}\b(?:impacted|affected|hit|experiencing|experience)\b/, ['impact']],
  [/^how many .{0,30}\b(?:impacted|affected|hit)\b/, ['impact']],
  [/^how (?:will|do|can) (?:you|we) (?:cut|reduce|shorten|improve|prevent|avoid|stop)\b/, ['actions']],
  [/^when .{0,20}\b(?:detect|learn|notice|know|find out)/, ['detection']],
  [/^how .{0,30}\b(?:detect|discover|notice|find out|found|alert|spot)/, ['detection']],
  [/^how .{0,30}\b(?:respond|react|investigate|diagnose)/, ['investigation']],
  [
    /^(?:how|what) .{0,50}\b(?:prevent|improve|doing|going to do|will do|do next|less likely|avoid|plan|we ll? do|we do (?:about|differently|now)|chang(?:e|ing))/,
    ['actions'],
  ],
  [
    /^(?:how|what) .{0,30}\b(?:resolve|fix|mitigate|restore|recover|solve|repair|sorted|put (?:it|this|thing) right)|^how .{0,30}\b(?:got|came|brought) .{0,20}\b(?:out|back|up|running|online)\b/,
    ['resolution'],
  ],
  [/^what (?:wa|was|i|we|did i|did we) (?:do|did|done)$/, ['resolution']],
  [/^why .{0,40}\b(?:detect|notic|alert)/, ['detection']],
  [/^why (?:the )?(?:recovery|resolution|mitigation|restoration|fix) (?:took|wa|was)\b/, ['resolution']],
  [/^what (?:is|are|will|ha) .{0,20}\b(?:being done|be done|changing)\b/, ['actions']],
  [/^what (?:wa|was|is) (?:the )?(?:root )?caus/, ['cause']],
  [
    /^why\b|^what (?:caused|led|went|broke|failed)\b|^how (?:it|this|that) came (?:about|to (?:be|this|pass))|^how (?:did|could) (?:this|it|that) happen|^how (?:this|it|that) (?:caused|happened)/,
    ['cause'],
  ],
  [
    /^what (?:happen|come) (?:now|next)\b|^which (?:measure|step|action|task)\b|^what (?:do )?(?:we|i) (?:still|now|next)\b/,
    ['actions'],
  ],
  [/^what happened that\b/, []],
  [/^what (?:is|was|wa) the essence\b/, ['summary']],
  [
    /^what (?:actually |really |exactly )?happen(?:ed\b|$)|^what (?:was|is|wa) (?:the )?(?:problem|issue|incident)\b/,
    ['summary'],
  ],
  [/^(?:impacted|affected) /, ['impact']],
  [/^(?:is|are) .{0,40}\baffected$/, ['impact']],
  [/^to (?:prevent|avoid) /, ['actions']],
  [/^(?:things|what) to (?:improve|do|change|fix)/, ['actions']],
]

/** What every question begins with: most titles are told apart by this one step. */
const asking = /^(?:w|how|is |are |thing|impacted |affected |to |it |this |never |mak|ensur|stop)/

/** Words that announce a section only where they are the whole title: "Details", but not "Login details". */
const vague = new Set(
  'outline gist essence nutshell rundown cost history hunt explanation noticing debugging plan alert event risk hazard attempt identification extent downtime rollback commitment proposal suggestion backlog hypothesis handling culprit issue detail description fault bug reason response action finding team log source link status role date context damage loss effect scope trigger factor analysis luck learning owner measure opportunity resume assumption credit thank resource duration involved solution correction background fix affected origin vulnerability announcement humor conclusion closing team'.split(
    /[ |]/,
  ),
)

const stem = (word: string): string =>
  word.endsWith('ies') && word.length > 6
    ? `${word.slice(0, -3)}y`
    : word.length > 3 && word.endsWith('s') && !'ius'.includes(word.charAt(word.length - 2))
      ? word.slice(0, -1)
      : word

/** Titles, plain and in stems, and what they announce. */
export type Known = ReadonlyMap<string, SectionKind | SideKind>
const known: Known = new Map(
  vocabulary.flatMap(([kind, titles]) =>
    titles.split('|').map((title) => [title.split(' ').map(stem).join(' '), kind] as const),
  ),
)

/** The kinds that a title announces, and how surely. */
export interface TitleMatch {
  readonly kinds: readonly SectionKind[]
  readonly side?: SideKind
  /** `exact`: it stands in the vocabulary; `whole`: every word was understood; `head`: its head was; `question`: by its form. */
  readonly by: 'exact' | 'whole' | 'head' | 'question'
}

/** Adds a house style's own titles to the vocabulary. */
export function knownTitles(extra: { readonly [K in SectionKind]?: readonly string[] } = {}): Known {
  const own = sectionKinds.flatMap((kind) =>
    (extra[kind] ?? [])
      .filter((title) => !matchTitle(title)?.kinds.includes(kind)) // "Cause and resolution" keeps both its kinds
      .map((title) => [plainTitle(title), kind] as const),
  )
  return own.length === 0 ? known : new Map([...known, ...own])
}

const dates =
  /^(?:\d[\d.:/thndrs]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|am|pm|utc|gmt|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/

/** Lower case, without decoration: emoji, numbering, parentheses, dates, possessives, plural s. */
export function plainTitle(title: string): string {
  return words(clean(title).replace(/[:|/—–,+]|\s-\s/g, ' ')).join(' ')
}

/** Most titles are words and spaces, and most of the steps find nothing in them. */
const clean = (title: string): string => {
  const lower = (beyondAscii.test(title) ? title.normalize('NFKC') : title).toLowerCase()
  const text = /['’&]/.test(lower) ? lower.replace(/['’]/g, '').replace(/&/g, ' and ') : lower
  const plain = /[:([]/.test(text) ? text.replace(/:[a-z][a-z0-9_+-]*:|\([^()]*\)|\[[^[\]]*\]/g, ' ') : text
  const named = plain.replace(numbering, ' ')
  return /preventive|mortem/.test(named)
    ? named.replace(/\bpreventive\b/g, 'preventative').replace(/\bpost[\s-]mortem/g, 'postmortem')
    : named
}
const beyondAscii = /[^\0-\x7f]/
const numbering =
  /^[\s#*_.]*(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[ivx]{1,4}[.)]|(?:step|stage|part|phase|section) \d{1,2}:?)(?=\s)/

function words(text: string): string[] {
  const found: string[] = []
  for (const run of text.match(beyondAscii.test(text) ? anyRun : plainRun) ?? []) {
    const word = stem(trimEndOf(run, /[.:/]/))
    if (!dates.test(word)) found.push(word)
  }
  return found
}
const plainRun = /[a-z0-9][a-z0-9.:/]*/g
const anyRun = /[\p{L}\p{N}][\p{L}\p{N}.:/]*/gu

/** What kinds of section a title announces; undefined where no synonym knows it, or where `exactly`, the vocabulary. */
export function matchTitle(title: string, titles: Known = known, exactly = false): TitleMatch | undefined {
  const gloss = title.includes('(') ? glossOf(title, titles) : undefined
  if (gloss) return gloss
  const plain = clean(title)
  const all = words(plain)
  if (all.length === 0 || all.length > 14) return undefined
  const text = all.join(' ')
  const kind = titles.get(text)
  if (kind) return asMatch([{ kind, by: 'exact', phrase: text }])
  if (text.startsWith('appendi')) {
    const inner = matchTitle(/:\s*(.+)/.exec(title)?.[1] ?? '', titles)
    // no appendix sums up
    return inner && !inner.kinds.includes('summary') ? inner : { kinds: [], side: 'appendix', by: 'head' }
  }
  const asked = /^(?:but|so|and) /.test(text) ? text.slice(text.indexOf(' ') + 1) : text
  const question = asking.test(asked) ? questions.find(([pattern]) => pattern.test(asked)) : undefined
  if (question && all.length > 1)
    return question[1].length > 0 ? { kinds: question[1], by: 'question' } : undefined
  const hits = hitsIn(plain, titles, exactly)
  const parts = hits.map((hit) =>
    hit?.kind === 'summary' && vague.has(hit.phrase) && hits.length > 1 ? undefined : hit,
  )
  return parts.some(Boolean) ? asMatch(parts) : undefined
}

/** Of "Factor 3: no alerting", "Fix: skip all tasks" what follows tells which, unless it is a title in full. */
function hitsIn(plain: string, titles: Known, exactly: boolean): (Hit | undefined)[] {
  const inPart = (part: string, strictly: boolean): (Hit | undefined)[] =>
    part
      .split(/[:|/—–,+]|\s-\s|\band\b|\.\s/)
      .map(words)
      .filter((segment) => segment.length > 0)
      .map((segment) => matchSegment(segment, titles, strictly))
  const colon = plain.search(/:\s/)
  if (colon < 0) return inPart(plain, exactly)
  const hits = inPart(plain.slice(0, colon), exactly)
  return [...hits, ...inPart(plain.slice(colon), exactly || hits.some(Boolean))]
}

/** "Remediation (action items)": in parentheses its writer says what is meant. */
function glossOf(title: string, titles: Known): TitleMatch | undefined {
  const phrase = words(/\(([\p{L}\s-]*)\)/u.exec(title)?.[1]?.toLowerCase() ?? '').join(' ')
  const kind = titles.get(phrase)
  const isStep = kind === 'investigation' || kind === 'detection'
  return kind && !isStep && !vague.has(phrase) ? asMatch([{ kind, by: 'exact', phrase }]) : undefined
}

function asMatch(hits: readonly (Hit | undefined)[]): TitleMatch {
  const found = hits.flatMap((hit) => (hit ? [hit.kind] : []))
  // "Improvements and fixes" are both still to come.
  const planned =
    hits.length > 1 && found.includes('actions') && hits.some((hit) => /^fixe?$/.test(hit?.phrase ?? ''))
  const kinds = sectionKinds.filter((kind) => found.includes(kind) && !(planned && kind === 'resolution'))
  const side = sideKinds.find((kind) => found.includes(kind))
  const all = (by: TitleMatch['by'][]): boolean => hits.every((hit) => hit && by.includes(hit.by))
  const by = all(['exact']) ? 'exact' : all(['exact', 'whole']) ? 'whole' : 'head'
  return { kinds, by, ...(side && kinds.length === 0 && { side }) }
}

interface Hit {
  readonly kind: SectionKind | SideKind
  readonly by: TitleMatch['by']
  /** The words that stand in the vocabulary. */
  readonly phrase: string
}

/** "Initial incident response steps" is told by its head once openers and closers are off. */
function matchSegment(segment: readonly string[], titles: Known, exactly: boolean): Hit | undefined {
  let start = 0
  while (start < segment.length && openers.has(segment[start] ?? '')) start++
  for (let lead = 0; lead <= start; lead++) {
    const object = leadsOn(segment, lead) && matchSegment(segment.slice(lead + 2), titles, exactly)
    if (object) return object
  }
  const known = (from: number, to: number, by: Hit['by']): Hit | undefined => {
    const phrase = segment.slice(from, to).join(' ')
    const kind = titles.get(phrase)
    const toCome = kind === 'resolution' && [...segment.slice(0, from), ...segment.slice(to)].some(isPlanned)
    return kind && { kind: toCome ? 'actions' : kind, phrase, by }
  }
  for (let from = 0; from <= start; from++) {
    const hit = known(from, segment.length, 'exact')
    if (hit) return hit
  }
  if (exactly) return undefined
  for (let from = 0; from <= start; from++)
    for (let to = segment.length - 1; to > from && closers.has(segment[to] ?? ''); to--) {
      const hit = known(from, to, 'whole')
      if (hit) return hit
    }
  return matchHead(segment, titles)
}

/** "Explanation of", "Path to" before what a title is about. */
function leadsOn(segment: readonly string[], at: number): boolean {
  const [first = '', next] = segment.slice(at)
  return (next === 'of' && closers.has(first)) || ((next === 'to' || next === 'toward') && ways.has(first))
}

/** "Timeline of events", "Impact on customers", "Heroic resolution": a strong head among words that are not known. */
function matchHead(segment: readonly string[], titles: Known): Hit | undefined {
  // "Summary of the outage", "Origin of the incident": every word is understood, vague ones too where nothing else is named.
  const [first = '', of = '', ...object] = segment
  const kind = titles.get(first)
  if (
    kind &&
    prepositions.has(of) &&
    object.length > 0 &&
    object.every((word) => incidents.has(word) || asides.has(word) || (kind === 'impact' && harmed.has(word)))
  )
    return { kind, phrase: segment.join(' '), by: 'whole' }
  for (let to = Math.min(5, segment.length - 1); to > 0; to--) {
    const hit = strong(segment.slice(0, to), titles) ?? strong(segment.slice(1, to), titles)
    if (hit && prepositions.has(segment[to] ?? '') && !isOfOther(hit, segment.slice(to))) return hit
  }
  for (let from = 1; from < segment.length && from <= 4; from++) {
    const hit = strong(segment.slice(from), titles)
    if (hit && !segment.slice(0, from).some((word) => prepositions.has(word))) return hit
  }
  return undefined
}

/** "Overview of the network" sums up something else than the incident. */
const isOfOther = ({ kind }: Hit, [preposition, ...object]: readonly string[]): boolean =>
  kind === 'summary' && preposition === 'of' && !object.some((word) => incidents.has(word) && word.length > 4)

function strong(words: readonly string[], titles: Known): Hit | undefined {
  const phrase = words.join(' ')
  const kind = vague.has(phrase) ? undefined : titles.get(phrase)
  return kind && { kind, phrase, by: 'head' }
}

/** Words that any postmortem may have in its title. */
const general = new Set(
  'a an the my our first this post mortem postmortem postmortems incident outage issue problem report document analysis review summary write up writeup project task assignment example template blameless of on for and'.split(
    ' ',
  ),
)

/** A title in which no word, and no number such as a date has, says which incident it is. */
export function isGeneral(title: string): boolean {
  return !(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).some(
    (word) => !general.has(word) && !/^(?:\d{1,2}|0x[\da-f]+)$/.test(word),
  )
}
