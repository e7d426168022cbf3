import { lexicon } from './lexicon.ts'
import { type Block, type Milestone, milestones } from './postmortem.ts'
import { countBelow } from './scan.ts'

/**
 * What entries of timelines call the milestones of an incident. The milestones and their first words are those of
 * PagerDuty, Google's SRE books, GitLab's handbook and Atlassian's templates; the rest are other forms of them.
 * `harm` becomes a start or an end by the word beside it; what is or works `again` has come back; `not` and `plan` unsay what stands near them.
 */
const words = lexicon<Milestone | 'harm' | 'begins' | 'ends' | 'again' | 'serves' | 'worse' | 'not' | 'plan'>(
  [
    [
      'trigger',
      `deploy*, deployment, merge*, push*, release*, roll* out, rollout, upgrade*, expire*, migrate*, migration, config change,
     configuration change, configuration push, traffic surge, traffic spike, surge in traffic, spike in traffic, maintenance`,
    ],
    [
      'start',
      `goes down, go down, went down, going down, became unavailable, becomes unavailable, became unresponsive,
     becomes unresponsive, stopped responding, stops responding, stopped working, stops working, not accessible, inaccessible,
     unreachable, not loading, onset, crash*, 500 error, 500 errors, 502 errors, 503 error, 503 errors, 504 error`,
    ],
    [
      'detected',
      `alert*, page*, detect*, detection, notice*, report*, complain*, complaint, complaints, alarm*, ticket, tickets, notify*,
     aware`,
    ],
    [
      'acknowledged',
      `acknowledge*, first response, initial response, respond*, dives into, dove into, investigate*, investigation, declare*, pick* up, looks into, looked into, looking into, joins, joined,
     triage*, troubleshooting, debug*`,
    ],
    [
      'escalated',
      'escalate*, escalation, hand* over, handed off, loop* in, brings in, brought in, called in, forward*, engage*',
    ],
    [
      'identified',
      `identify*, root cause, pinpoint*, traced, determine*, realize*, realise*, diagnose*, discover*, found, finds, reveal*,
     isolate*, figured out, culprit`,
    ],
    [
      'mitigated',
      `mitigate*, rolled back, rolls back, roll back, rolling back, rollback, revert*, restore*, recover*, workaround, restart*, reboot*, failover, fix*,
     hotfix, patch*, disable*, correct*, reconfigure*, stabilize*, stabilise*, repair*`,
    ],
    [
      'resolved',
      `resolve*, all clear, fully restored, fully recovered, fully operational, fully functional, incident closed,
     service restored, services restored, service was restored, services were restored, service is restored, up and running,
     back up, back online, back to normal, returned to normal, returns to normal, return to normal, operating normally,
     running normally, operational again, functional again, available again, normal operation, normal operations,
     resume* normal, business as usual`,
    ],
    [
      'validated',
      'verify*, confirm*, validate*, validation, all clear, healthy, stable, smoke test, smoke tests',
    ],
    [
      'harm',
      `outage, incident, downtime, disruption, degradation, impact, error, errors, failure, failures, issue, issues, problem,
     problems, fault, stall, halt, timeouts`,
    ],
    ['begins', 'begin*, began, start*, occur*, arise*, appear*, experience*, encounter*, return*'],
    ['again', 'again'],
    [
      'serves',
      'is, are, was, were, can, work*, respond*, load*, flow*, accept*, serve*, answer*, succeed*, run*, pass*',
    ],
    ['worse', 'down, offline, broken, slow*, worse, full, late'],
    ['ends', 'end*, over, clear*, closed, gone, subsided'],
    [
      'not',
      `not, no, never, without, nothing, unable, cannot, fail*, failure, unsuccessful, unsuccessfully, attempt*, wasn't, isn't,
     didn't, doesn't, couldn't`,
    ],
    [
      'plan',
      'will, should, plan*, try*, tried, decide*, decision, suggest*, propose*, want*, begin*, began, initiate*, to',
    ],
  ],
)

/** Labels, and clauses before a time, that say outright what an entry is. */
const labels: readonly (readonly [RegExp, Milestone])[] = [
  [/\bdetect|\baware\b|\balert|\bdiscovery\b|\breported\b/i, 'detected'],
  [/\bescalat/i, 'escalated'],
  [/\bmitigat|\brepaired\b/i, 'mitigated'],
  [
    /\bresol(?:ved|ution)\b|\brecover(?:y|ed)\b|\brestored\b|\b(?:outage|incident|impact) end|\bend (?:time|of)\b/i,
    'resolved',
  ],
  [/\bidentif|\broot cause\b|\bdiagnosed\b/i, 'identified'],
  [/\backnowledg|\binvestigat|\bdeclared\b|\btriage\b/i, 'acknowledged'],
  [
    /\bfault occurs\b|\b(?:outage|incident|impact|issue) (?:start|began|begin|onset)|\bstart(?:ed| time)?$|^onset\b/i,
    'start',
  ],
  [/\bvalidat|\bverif|\bconfirmed (?:stable|working)/i, 'validated'],
  [/^trigger/i, 'trigger'],
]

/** The milestones that an entry reaches: those of its label, else those of its words. `from` and `to` bound its text. */
export function readMilestones(block: Block, label: string, from: number, to: number): Milestone[] {
  const said = label === '' ? none : saidBy(label)
  if (said.size > 0) return milestones.filter((milestone) => said.has(milestone))
  const marks = words.marks(wordsBetween(block, from, to))
  const any = marks.reduce((bits, mark) => bits | mark, 0)
  if (any === 0) return []
  return milestones.filter((milestone) => {
    const bits = bitOf[milestone] | (milestone === 'start' || milestone === 'resolved' ? harm | again : 0)
    return (
      (any & bits) !== 0 && marks.some((mark, at) => (mark & bits) !== 0 && reaches(milestone, marks, at))
    )
  })
}

const saidBy = (label: string): ReadonlySet<Milestone> =>
  new Set(labels.filter(([pattern]) => pattern.test(label)).map(([, milestone]) => milestone))
const none: ReadonlySet<Milestone> = new Set()

function wordsBetween(block: Block, from: number, to: number): readonly string[] {
  const { words: all, starts } = block.tokens
  if (from === 0 && to >= block.text.length) return all
  return all.slice(countBelow(starts, from), countBelow(starts, to))
}

const bitOf: Readonly<Record<Milestone, number>> = {
  trigger: words.bit('trigger'),
  start: words.bit('start'),
  detected: words.bit('detected'),
  acknowledged: words.bit('acknowledged'),
  escalated: words.bit('escalated'),
  identified: words.bit('identified'),
  mitigated: words.bit('mitigated'),
  resolved: words.bit('resolved'),
  validated: words.bit('validated'),
}
const harm = words.bit('harm')
const begins = words.bit('begins')
const ends = words.bit('ends')
const again = words.bit('again')
const serves = words.bit('serves')
const worse = words.bit('worse')
const unsaid = words.bit('not')
const planned = words.bit('plan')

function reaches(milestone: Milestone, marks: readonly number[], at: number): boolean {
  const near = (bits: number, before: number, after: number): boolean => {
    for (let i = Math.max(0, at - before); i <= at + after; i++)
      if (i !== at && ((marks[i] ?? 0) & bits) !== 0) return true
    return false
  }
  const mark = marks[at] ?? 0
  if ((mark & harm) !== 0) {
    if (milestone === 'start' && near(begins, 3, 3)) return !near(unsaid, 3, 0)
    if (milestone === 'resolved' && near(ends, 0, 3)) return !near(unsaid, 3, 3)
  }
  if ((mark & again) !== 0)
    return (
      milestone === 'resolved' &&
      near(serves, 5, 0) &&
      !near(harm | worse | bitOf.start | unsaid | planned, 8, 2)
    )
  if ((mark & bitOf[milestone]) === 0) return false
  if (milestone === 'start') return true
  if (milestone === 'mitigated' || milestone === 'resolved')
    return !near(unsaid | planned, 3, 0) && !near(unsaid, 0, 3)
  return !near(unsaid, 3, 0)
}
