import { lint } from '../src/index.ts'

/** What a text is told by the course's rules, however short it is. */
const told = (text: string): readonly string[] =>
  lint(text, { profile: 'alx', rules: { 'not-a-postmortem': 'off' } }).findings.map(
    ({ rule, line }) => `${rule} ${line}`,
  )

const head = '# Search was down, 3 May 2024\n\n'
const summary = '## Issue Summary\n\nFrom 09:10 to 10:40 UTC search was down for 30 % of users.\n\n'

/** Sound texts, and beside each one that differs in what a rule asks for. */
const pairs: readonly (readonly [about: string, sound: string, other: string, said: string])[] = [
  [
    'a share may be written with a space',
    '## Issue Summary\n\nFrom 09:10 to 10:40 UTC 9 % of searches by customers failed.\n',
    '## Issue Summary\n\nFrom 09:10 to 10:40 UTC searches by customers failed.\n',
    'impact-quantified 3',
  ],
  [
    'the heading of the summary may carry the times',
    '## Issue Summary: Duration: 2 hours (09:00 - 11:00 UTC)\n\nSearch failed.\n',
    '## Issue Summary: Duration\n\nSearch failed.\n',
    'summary-duration 3',
  ],
  [
    'labels may stand before a date that is written in an odd way',
    '## Issue Summary\n\n- Start Time: 03, 14, 2024, 10:00 AM UTC.\n- End Time: 03, 14, 2024, 12:30 PM UTC.\n',
    '## Issue Summary\n\n- Start Time: 03, 14, 2024, 10:00 AM UTC.\n- End: unknown.\n',
    'summary-duration 5',
  ],
  [
    'a measure that is back at its level shows that the fix worked',
    `${summary}## Root cause and resolution\n\nThe index was rebuilt. The error rate is back to its baseline.\n`,
    `${summary}## Root cause and resolution\n\nThe index was rebuilt. The release was rolled back to 4.2.\n`,
    'resolution-validated 1',
  ],
  [
    'an impossible date is told once, not by its place too',
    `${summary}## Timeline\n\n- 2024-05-03 09:10 UTC: an alert fires.\n- 2024-05-04 09:10 UTC: all is well.\n- 2024-04-31 10:10 UTC: a report is written.\n`,
    `${summary}## Timeline\n\n- 2024-05-03 09:10 UTC: an alert fires.\n- 2024-05-04 09:10 UTC: all is well.\n- 2024-04-30 10:10 UTC: a report is written.\n`,
    'timeline-order 11',
  ],
  [
    'a table whose last column is a time is no timeline',
    `${summary}| Account | Sum | Paid |\n|---|---|---|\n| ab | 4 | 00:50 UTC |\n| cd | 5 | 13:31 UTC |\n| ef | 6 | 11:07 UTC |\n`,
    `${summary}| Paid | Sum | Account |\n|---|---|---|\n| 00:50 UTC | 4 | ab |\n| 13:31 UTC | 5 | cd |\n| 11:07 UTC | 6 | ef |\n`,
    'timeline-order 11',
  ],
  [
    'a label may tell one measure in a sentence',
    `${summary}**Follow-up:** An alert was added.\n`,
    `${summary}## Follow-up\n\nAn alert was added.\n`,
    'actions-list 7',
  ],
]

test.each(pairs)('%s', (_, sound, other, said) => {
  const rule = said.split(' ')[0] ?? ''
  expect(told(head + sound).filter((one) => one.startsWith(rule))).toEqual([])
  expect(told(head + other)).toContain(said)
})

test('a past that is told under five titles is a postmortem, whatever its title', () => {
  const body = ['Summary', 'Impact', 'Root cause', 'Resolution', 'Lessons learned'].map(
    (title) =>
      `## ${title}\n\nOn 13 December 2022 the server was down, and it was restarted by the team that noticed it.\n`,
  )
  const kind = (text: string) => lint(text).postmortem?.kind.value
  expect(kind(`# A guide to restarts\n\n${body.join('\n')}`)).toBe('postmortem')
  expect(
    kind(
      `# A guide to restarts\n\n${body.slice(0, 2).join('\n').replaceAll(' 13 December 2022', ' Monday')}`,
    ),
  ).toBe('other')
})

test.each([
  ['searches run again', true],
  ['participation is above 80 % again', true],
  ['the service is taken down again', false],
  ['the engineers look at the graphs again', false],
])('what works again has come back: %s', (text, ended) => {
  const { postmortem } = lint(`${head}## Timeline\n\n- 09:10 UTC: an alert fires.\n- 10:40 UTC: ${text}.\n`)
  expect(postmortem?.timeline.entries[1]?.milestones.includes('resolved')).toBe(ended)
})
