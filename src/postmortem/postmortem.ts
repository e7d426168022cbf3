import type { Nodes, Root } from 'mdast'
import type { Position } from 'unist'

/** A fact and where in the source it was read. */
export interface Cited<T = string> {
  readonly value: T
  readonly at: Position
}

/** A run of a block's text that came from one place of the source. */
export interface Span {
  /** Where the run starts in `Block.text`, and how long it is there. */
  readonly start: number
  readonly length: number
  /** Where it stands in the source, as offsets. */
  readonly from: number
  readonly to: number
  /** `code` is inline code or a URL: text that no prose rule may read. */
  readonly kind: 'text' | 'strong' | 'emphasis' | 'code' | 'link' | 'deleted'
}

/** `alt` is null where an HTML image has no such attribute. */
export interface Image {
  readonly url: string
  readonly alt: string | null
  /** The text is what an editor puts there, or the name of the file. */
  readonly mute: boolean
  readonly html: boolean
}

/** A block's prose as words, numbers and marks, lower case, in order. */
export interface Tokens {
  /**
   * Words without hyphens and possessives ("on-call" is two, "team's" one), names with a number ("erc-20"), numbers with what
   * is written to them ("20%" for "20 %" too, "$21k", "5xx", "10:30", "#12"), the marks `. ! ? , ; : ( ) [ ] |`, and `masked` for a run of
   * code, URLs or quotes.
   */
  readonly words: readonly string[]
  /** Where each stands in the text of the block. */
  readonly starts: readonly number[]
}

/**
 * A visible unit of the document in source order. The markup that carried it is only its `form`: an HTML `<li>`, a literal
 * bullet and a Markdown item are all `item`; each line of a paragraph is a `line`.
 */
export interface Block {
  readonly form: 'heading' | 'item' | 'row' | 'line' | 'code' | 'figure'
  /** Level of a heading (1 to 6); nesting of an item (0 is the outer list); else 0. */
  readonly depth: number
  /** Visible text with the markup removed; what stands in inline code is kept. */
  readonly text: string
  /** `text` with inline code, URLs and quoted strings overwritten by U+FFFC, character for character. */
  readonly prose: string
  readonly tokens: Tokens
  /** Where the runs of `text` stand in the source. */
  readonly spans: readonly Span[]
  /** A leading "Impact:" or **Impact**; `value` is the text without the colon. */
  readonly label: Cited | undefined
  /** Wholly bold or italic, so that it may stand as a title. */
  readonly emphatic: boolean
  /** A number for items of an ordered list, written or counted. */
  readonly ordinal: number | undefined
  /** The tick of a task list item. */
  readonly checked: boolean | undefined
  /** Cells of a table row; the first row of a table is its `header`. */
  readonly cells: readonly Cited[] | undefined
  readonly header: boolean | undefined
  /** What a figure shows; absent for a mermaid diagram. */
  readonly image: Image | undefined
  /** Blocks of one list, table or paragraph share its number; no two groups do. */
  readonly group: number
  /** Index of the item that this block stands inside. */
  readonly parent: number | undefined
  /** Stands in a block quote: somebody else's words. */
  readonly quoted: boolean
  readonly at: Position
  /** The witness in the tree. */
  readonly node: Nodes
}

export const sectionKinds = [
  'summary',
  'impact',
  'timeline',
  'detection',
  'investigation',
  'cause',
  'resolution',
  'actions',
  'lessons',
] as const
export type SectionKind = (typeof sectionKinds)[number]
/** Sections that a postmortem may have and that no fact is read from. */
export type SideKind = 'people' | 'messaging' | 'meta' | 'appendix'

export interface Section {
  /** Empty for a title that no synonym knows. */
  readonly kinds: readonly SectionKind[]
  readonly side?: SideKind
  /** The title that it has among those that the house style asks for in so many words. */
  readonly asked?: string
  readonly title: Cited
  /** Nesting: 1 for the outermost sections, whatever markup carries them. */
  readonly depth: number
  readonly form: 'heading' | 'bold' | 'plain' | 'label'
  /** Index of the block that opens it; its body runs from the next one up to `end`, which is not part of it. */
  readonly block: number
  readonly end: number
  /** All blocks of the body, those of nested sections included. For a label, the block itself is the first. */
  readonly body: readonly Block[]
  /** Index of the section that this one is nested in. */
  readonly parent?: number
}

/** A title of a section that almost spells one of a kind that it does not announce ("Timelime"), or one that is asked for. */
export interface NearTitle extends Cited {
  readonly kind?: SectionKind
  readonly asked?: string
}

/** A moment as written, and what could be made of it. */
export interface When {
  /** `HH:MM`, or `HH:MM:SS` where seconds are written; absent for a date alone. */
  readonly time?: string
  /** `YYYY-MM-DD`, written here or inherited from a heading, a parent, a column or the entry before. */
  readonly date?: string
  /** As written here or declared for the whole: `UTC`, `EAT`, `+01:00`, `America/Los_Angeles`. */
  readonly zone?: string
  /** What the zone was called on that day, where its name belongs to the other half of the year: PDT for PST in July. */
  readonly zoneInSeason?: string
  /** ISO 8601 in UTC; only where date, time and an unambiguous zone are known. */
  readonly instant?: string
  /** Minutes since the start of the timeline's first day, day changes included; what order and spans are judged by. */
  readonly minutes?: number
  /** Where a range ends, in the same measure. */
  readonly until?: number
  /** "~", "around", "approx.": ten minutes either way. */
  readonly approximate: boolean
  /** Date, time or zone stand in this very entry. */
  readonly own: { readonly time: boolean; readonly date: boolean; readonly zone: boolean }
  /** How the clock is written. */
  readonly clock?: '12' | '24'
  /** A 12-hour clock without am or pm, a date that is 04-12 or 12-04, a zone such as CST: said, never called wrong. */
  readonly ambiguous: readonly ('half-day' | 'date' | 'zone')[]
  /** A date or time that cannot exist: "25:10", "31 June", a weekday that disagrees. */
  readonly impossible?: string
}

export const milestones = [
  'trigger',
  'start',
  'detected',
  'acknowledged',
  'escalated',
  'identified',
  'mitigated',
  'resolved',
  'validated',
] as const
export type Milestone = (typeof milestones)[number]

export interface TimelineEntry {
  readonly block: Block
  readonly when?: Cited<When>
  /** What happened, without the time. */
  readonly text: string
  readonly milestones: readonly Milestone[]
  /** Earlier than the entry before it, and nothing explains it. */
  readonly backwards: boolean
}

export type TimelineForm = 'bullets' | 'numbered' | 'table' | 'headings' | 'paragraphs' | 'none'
export interface Timeline {
  readonly form: TimelineForm
  readonly entries: readonly TimelineEntry[]
  /** The zone that was declared once or that the entries carry. */
  readonly zone?: Cited
  /** Where it begins: the title of its section, or its first entry. */
  readonly at?: Position
}

/** A person or team, a date, a reference: as written. */
export interface ActionItem {
  readonly block: Block
  readonly text: string
  readonly done: boolean
  readonly owner?: Cited
  readonly due?: Cited
  readonly ticket?: Cited
  /** No word of it says that something is to be done: "Regular audits". */
  readonly bare?: boolean
  /** A verb that bounds nothing, where nothing else in the task does: "Improve monitoring". */
  readonly weak?: Cited
  readonly type?: ActionType
}
/** What a task is for: it prevents, detects or mitigates the next incident, mends what broke, or changes how people work. */
export const actionTypes = ['prevent', 'detect', 'mitigate', 'repair', 'process'] as const
export type ActionType = (typeof actionTypes)[number]
export type ActionsForm = 'bullets' | 'numbered' | 'table' | 'checkboxes' | 'paragraphs' | 'none'
export interface Actions {
  readonly form: ActionsForm
  readonly items: readonly ActionItem[]
  /** "None.", "No action, because ...": an explicit denial. */
  readonly denied?: Cited
  readonly at?: Position
}

/** Minutes of outage. */
export interface Duration {
  readonly stated?: Cited<number>
  /** "about two hours": hedged. */
  readonly approximate: boolean
  /** Of a stated range, "11-15 minutes", its lower end in minutes; `stated` is the upper one. */
  readonly least?: number
  /** Stated as the time to repair, resolve or recover, which may be counted in support hours. */
  readonly recovery?: boolean
  /** From the stated start to the stated end, else from the entry that starts the impact to the one that ends it. */
  readonly computed?: Between<number>
}
/** A value computed between two places. */
export interface Between<T> {
  readonly value: T
  readonly from: Position
  readonly to: Position
}

export interface Metrics {
  readonly timeToDetect?: Between<number>
  readonly timeToAcknowledge?: Between<number>
  readonly timeToMitigate?: Between<number>
  readonly timeToResolve?: Between<number>
}

export const evidenceKinds = [
  'startEnd',
  'impactQuantified',
  'detection',
  'falseLead',
  'escalation',
  'validation',
  'takeaways',
  'visual',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]
/** The words that say it, or an explicit denial ("no misleading paths"). */
export type Evidence = { readonly [K in EvidenceKind]?: Cited }

/** Rendered words by part; their sum is `total`. */
export interface Words {
  readonly total: number
  readonly prose: number
  readonly lists: number
  readonly tables: number
  readonly headings: number
}

export interface Language {
  /** `en`, another BCP 47 tag where it is known, or `und`. */
  readonly tag: string
  /** Share of English function words among the words of prose, 0 to 1. */
  readonly english: number
  /** Words of prose it was judged by. */
  readonly words: number
}

/** Front matter, a `**Key:** value` line or a row of a table of two columns. Keys as written. */
export interface Field {
  readonly key: string
  readonly value: string
  readonly at: Position
}

export interface Title extends Cited {
  readonly form: 'heading' | 'bold' | 'plain' | 'front matter'
  /** It names no incident: all its words may stand in the title of any postmortem. */
  readonly general: boolean
}

export type DocumentKind = 'postmortem' | 'template' | 'other'
/** What the document is, and if it is no postmortem, what shows it. */
export interface Kind {
  readonly value: DocumentKind
  /** A phrase for the message: "the text of a course task", "a link to another page", "an empty file". */
  readonly because?: string
}

/** Text of a template that nobody replaced: `TODO`, "[Insert link]", or a prompt in italics. `value` is as written. */
export interface Placeholder extends Cited {
  /** A gap to be filled in, or a sentence of the template that tells what to write. */
  readonly form: 'gap' | 'prompt'
}

/** Words that put a person at fault. */
export interface Blame extends Cited {
  /**
   * Who: by role or by name; `stranger` is a word with a capital that may be no name; `error` is "human error" as such;
   * `judgement` a word that judges people, such as "careless".
   */
  readonly form: 'role' | 'name' | 'stranger' | 'error' | 'judgement'
  /** In a section on the cause. */
  readonly cause: boolean
}

/** A key, token or password. `value` is all that may be shown of it: its first four characters and an ellipsis. */
export interface Secret extends Cited {
  /** "a GitHub token" */
  readonly kind: string
}

/** An e-mail address; `bare` where it stands in text, in no link and no code. */
export interface Email extends Cited {
  readonly bare: boolean
}

/** Address of a machine: `private` where only an internal network can reach it. */
export interface MachineAddress extends Cited {
  readonly form: 'private' | 'public'
  /** Stands in a code block or a code span. */
  readonly inCode: boolean
}

/** How long something is. */
export interface Measure {
  readonly words: number
  readonly at: Position
}
export interface Lengths {
  /** Sentences of more than 24 words outside lists and tables; code and what stands in parentheses is not counted. */
  readonly sentences: readonly Measure[]
  /** Paragraphs and items of more than 59 words. */
  readonly paragraphs: readonly Measure[]
  /** All of the summary that is no table and stands in no section of its own. */
  readonly summary?: Measure
  /** All sections on the cause; labels only where no title opens one. */
  readonly cause?: Measure
}

/** A title that an earlier section beside it has too; `first` is where. */
export interface Repeat extends Cited {
  readonly first: Position
}

/** A severity as written; `style` and `level` (1 is worst) where it is one that teams use: SEV-2, P1, S3, 2, critical. */
export interface SeverityLevel extends Cited {
  readonly style?: 'sev' | 'p' | 's' | 'number' | 'word'
  readonly level?: number
}

/** A clock time that is stated outside the timeline. */
export interface StatedTime {
  /** `HH:MM`, or `HH:MM:SS` where seconds are written. */
  readonly time: string
  /** `YYYY-MM-DD`, where it is known. */
  readonly date?: string
  readonly zone?: string
  /** On the scale of `When.minutes`; absent where it cannot be compared with the timeline. */
  readonly minutes?: number
  readonly approximate: boolean
}
/** When the outage was, as the document states it outside its timeline. */
export interface Downtime {
  readonly start?: Cited<StatedTime>
  readonly end?: Cited<StatedTime>
  /** Their own zone, or the one that is declared or carried anywhere else. */
  readonly zone?: string
  /** A range of days, which needs no clock time. */
  readonly days?: Cited
}

/** A date or time that cannot be; `value` is as written. */
export interface Slip extends Cited {
  /** `weekday`: the day of the week is another one; `order`: it is before what it follows. */
  readonly form: 'weekday' | 'moment' | 'order'
  /** What it should follow. */
  readonly than?: Cited
  /** The day of the week that it was. */
  readonly weekday?: string
  /** What could stand there. */
  readonly expected?: string
}

/** A time of the timeline that is written by another clock than the others. */
export interface OddClock extends Cited {
  /** `bare`: without am or pm among times that have it; `dial`: all times are so, and run past 12. */
  readonly form: '12' | '24' | 'bare' | 'dial'
  /** The same time as the others are written, where it is certain. */
  readonly expected?: string
}

/** A zone named by the letters of the other half of the year: PST in July. */
export interface OddZone extends Cited {
  /** The letters that hold: PDT. */
  readonly other: string
  /** `YYYY-MM-DD`: a day on which they hold. */
  readonly date: string
  /** The source at `at` with the letters that hold; absent where some of it is in season. */
  readonly expected?: string
}

/** How long an entry of the timeline is, its code not counted. */
export interface EntrySize {
  readonly words: number
  readonly sentences: number
}

/** What a document tells of the incident, each with words that do; told of what happened, not of what is planned. */
export interface Account {
  /** What users or a service suffered, in the summary or a section on the impact. */
  readonly harm?: Cited
  /** All or none of those who may be harmed: a share without a number. */
  readonly everybody?: Cited
  /** Why it happened, in the summary or before the timeline. */
  readonly cause?: Cited
  readonly hypothesis?: Cited
  readonly diagnosis?: Cited
  readonly repair?: Cited
  /** Traces of detection, escalation and validation that are too weak to be evidence, and yet no silence. */
  readonly notice?: Cited
  readonly handover?: Cited
  readonly proof?: Cited
  /** Words in the second half of the timeline that may say that service came back. */
  readonly cure?: Cited
}

/** What a document says: computed once, each fact with its witness; absent means unknown. */
export interface Postmortem {
  readonly source: string
  readonly tree: Root
  readonly blocks: readonly Block[]
  readonly kind: Kind
  readonly language: Language
  readonly title?: Title
  readonly metadata: readonly Field[]
  readonly words: Words
  readonly sections: readonly Section[]
  readonly timeline: Timeline
  readonly duration: Duration
  readonly metrics: Metrics
  readonly evidence: Evidence
  readonly actions: Actions
  readonly placeholders?: readonly Placeholder[]
  readonly blame?: readonly Blame[]
  /** Tellings of another past in which the incident was avoided, outside actions and lessons. */
  readonly counterfactuals?: readonly Cited[]
  /** Guesses in a section on the cause that stand for it and are not said to be open. */
  readonly guesses?: readonly Cited[]
  /** Crowds without a number where the harm is told: "many users". */
  readonly crowds?: readonly Cited[]
  readonly secrets?: readonly Secret[]
  /** Addresses of persons; not those of roles, examples and programs. */
  readonly emails?: readonly Email[]
  readonly addresses?: readonly MachineAddress[]
  readonly lengths?: Lengths
  readonly repeats?: readonly Repeat[]
  readonly nearTitles?: readonly NearTitle[]
  readonly severity?: SeverityLevel | undefined
  /** How far the document is, in its own words, lower case: "draft", "in review". */
  readonly status?: Cited | undefined
  /** Keys of the metadata and their words, lower case; and `date`, `author`, `status`, `severity` where another key or the title tells it. */
  readonly fieldNames?: ReadonlySet<string>
  /** How many causes the sections on the cause tell apart, and where they begin. */
  readonly causes?: Cited<number> | undefined
  /** The largest share of users, requests or the like that is said to be affected, in percent. */
  readonly affected?: Cited<number> | undefined
  /** Where running text first says "outage", and not "partial outage". */
  readonly outage?: Cited | undefined
  readonly downtime?: Downtime
  readonly slips?: readonly Slip[]
  /** Entries after the stated end by which the outage goes on: their times, where they say so. */
  readonly relapses?: readonly Cited[]
  readonly oddClocks?: readonly OddClock[]
  readonly oddZones?: readonly OddZone[]
  /** One for each entry of the timeline. */
  readonly entrySizes?: readonly EntrySize[]
  readonly account?: Account
}

/** How to read a document: what a house style or a configuration adds to what the reader knows. */
export interface ReadOptions {
  /** Extra titles of sections, by kind. */
  readonly titles?: { readonly [K in SectionKind]?: readonly string[] }
  /** The zone of times that state none: an IANA name or `UTC`. */
  readonly timezone?: string
  /** How to read 04-12-2022 where the document does not tell. */
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd'
  /** Titles that are asked for in so many words. */
  readonly headings?: readonly string[]
  /** Sentences of a template that nobody means to keep. */
  readonly prompts?: readonly string[]
}
