import { array, description, object, optional, picklist, pipe } from 'valibot'
import { isEnglish, rule } from '../lint/rule.ts'
import { type Milestone, milestones, type Postmortem } from '../postmortem/postmortem.ts'

export const timelineMilestones = rule({
  id: 'timeline-milestones',
  summary: 'The timeline says when it was noticed and when service came back.',
  why: `These two moments are what every measure of an incident is taken from: time to detect, time to restore (GitLab's
handbook, FireHydrant's metrics). The course task asks for both. An entry says it by its label or in its words; a section of
its own on either counts.`,
  severity: 'warning',
  options: object({
    asked: pipe(
      optional(array(picklist(milestones)), ['detected', 'resolved']),
      description('Milestones that entries are to tell; `resolved` is met by `mitigated` too.'),
    ),
  }),
  examples: [
    {
      text: `# Video froze, 3 May 2024

## Timeline (UTC)

- 09:10: an alert fires on frozen streams.
- 09:20: the engineer on call looks at the encoder.
- 09:50: a full disk is found.
- 10:10: old segments are deleted.
`,
      says: ['3: No timeline entry says when service came back'],
    },
    {
      text: `# Video froze, 3 May 2024

## Timeline (UTC)

- 09:10: an alert fires on frozen streams.
- 09:20: the engineer on call looks at the encoder.
- 09:50: a full disk is found.
- 10:10: old segments are deleted, and streams are back to normal.
`,
      says: [],
    },
  ],

  *check(doc, { asked }) {
    const { entries, at } = doc.timeline
    const [first] = entries
    if (!first || !isEnglish(doc)) return
    for (const milestone of asked)
      if (!isTold(doc, milestone))
        yield {
          at: at ?? first.block.at,
          whole: true,
          message: `No timeline entry says when ${tells[milestone]}`,
        }
  },
})

function isTold(
  { timeline: { entries }, sections, evidence, account }: Postmortem,
  milestone: Milestone,
): boolean {
  const ends = milestone === 'resolved' || milestone === 'mitigated'
  const met: readonly Milestone[] = ends ? ['mitigated', 'resolved', 'validated'] : [milestone]
  if (entries.some((entry) => met.some((one) => entry.milestones.includes(one)))) return true
  if (milestone === 'detected')
    return (
      (evidence.detection ?? account?.notice) !== undefined ||
      sections.some(({ kinds }) => kinds.includes('detection'))
    )
  if (!ends) return false
  const own = sections.some(
    ({ kinds, form }) => form !== 'label' && kinds.length === 1 && kinds.includes('resolution'),
  )
  return own || account?.cure !== undefined
}

const tells: Readonly<Record<Milestone, string>> = {
  trigger: 'what set it off happened',
  start: 'the impact began',
  detected: 'it was noticed',
  acknowledged: 'work on it began',
  escalated: 'others were called',
  identified: 'the cause was found',
  mitigated: 'the impact ended',
  resolved: 'service came back',
  validated: 'the fix was confirmed',
}
