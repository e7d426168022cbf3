import fc from 'fast-check'
import { readBlocks } from '../src/postmortem/blocks.ts'
import { readEvidence } from '../src/postmortem/evidence/evidence.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import { readSections } from '../src/postmortem/sections.ts'

const read = (source: string) => {
  const blocks = readBlocks(source, parseMarkdown(source))
  return readEvidence(blocks, readSections(blocks))
}
const kinds = (source: string): string[] => Object.keys(read(source)).sort()
const under = (title: string, ...items: string[]): string =>
  `# An incident of May\n\n## ${title}\n\n${items.map((item) => `- ${item}`).join('\n')}\n`

describe('impact in numbers', () => {
  test.each([
    'For an hour 40% of users could not log in.',
    'Roughly three quarters, 75 percent of the sign-ups, failed.',
    '12 unique visitors received the old page.',
    'Over 1,200 orders were lost.',
    'A single account was compromised.',
    'The outage cost us $4,000 in lost sales.',
    'Half of our customers saw errors.',
    'Two customers raised tickets about failed payments.',
    '8 GB of records were deleted for good.',
    'Nearly 100% of the site was offline.',
  ])('%s', (sentence) => {
    expect(read(under('Summary', sentence)).impactQuantified?.value).toBe(sentence)
  })

  test.each([
    'All our users were affected.',
    'The site returned 503 errors to everybody.',
    'On May 10, 2024 users lost access for 20 minutes.',
    'Version 2.4.1 failed on node 7.',
    'CPU usage reached 100% while the outage lasted.',
    'We moved to disks of 500 GB after the failure.',
    'The ticket #443 says why tokens leaked.',
  ])('no number of those harmed: %s', (sentence) => {
    expect(read(under('Summary', sentence)).impactQuantified).toBeUndefined()
  })

  test('a cell is read with its header', () => {
    const table = '## Impact\n\n| Customers affected | Duration |\n| - | - |\n| 40 | 15h |\n'
    expect(read(table).impactQuantified).toMatchObject({ value: '40', at: { start: { line: 5 } } })
    expect(read(table.replace('40', 'some')).impactQuantified).toBeUndefined()
  })

  test('what is planned is no impact', () => {
    expect(
      read(under('Action items', 'Refund the 40 customers who lost orders')).impactQuantified,
    ).toBeUndefined()
  })
})

describe('detection', () => {
  test.each([
    '10:02 A latency alert paged the on-call engineer.',
    '10:02 Datadog alert: checkout is slow.',
    '10:02 Users reported that pages do not load.',
    '10:02 The on-call engineer noticed empty results.',
    '10:02 The problem was discovered by a developer.',
    '10:02 It was reported in the chat that search is empty.',
    '10:02 A flood of complaints reached the help desk.',
    '10:02 The vendor notified us of the breach.',
    '10:02 We were told by a partner that calls fail.',
    '10:02 A researcher reached out about a leak.',
  ])('%s', (entry) => {
    expect(kinds(under('Timeline', entry, '10:10 Work began.', '10:20 It was over.'))).toContain('detection')
  })

  test.each([
    '10:02 The issue was detected.',
    '10:02 Users saw a 500 error.',
    '10:02 The team notified customers about the delay.',
    '10:02 Customers were notified.',
    '10:02 It was found that the disk was full.',
    '10:02 An alert would have told us.',
  ])('no channel: %s', (entry) => {
    expect(kinds(under('Timeline', entry))).not.toContain('detection')
  })

  test('a label or a section of its own needs fewer words', () => {
    expect(kinds(under('Detection', 'Search was slow on the morning after.'))).toContain('detection')
    expect(kinds('| Field | Value |\n| - | - |\n| Detected by | an alert of the proxy |\n')).toContain(
      'detection',
    )
  })

  test('monitoring that is still to come detected nothing', () => {
    expect(
      kinds(under('Corrective measures', 'Monitoring sends an alert when the disk is full')),
    ).not.toContain('detection')
  })
})

describe('false leads', () => {
  const doc = (entry: string, cause = 'A certificate had expired.') =>
    `${under('Timeline', '10:00 Pages failed.', entry)}\n## Root cause\n\n${cause}\n`
  test.each([
    '10:05 The load balancer was a red herring.',
    '10:05 A network fault was ruled out.',
    '10:05 There were no misleading paths.',
    '10:05 Restarting the proxy did not help.',
    '10:05 Initially suspected an attack.',
    '10:05 The team assumed that the database was overloaded.',
    '10:05 First assumption: a full disk.',
  ])('%s', (entry) => {
    expect(kinds(doc(entry))).toContain('falseLead')
  })

  test.each([
    '10:05 Suspected an expired certificate.',
    '10:05 As suspected, a certificate had expired.',
    '10:05 The logs confirmed our suspicions about the proxy.',
    '10:05 I suspect we will see this again.',
    '10:05 The proxy assumes that names are short.',
  ])('not astray: %s', (entry) => {
    expect(kinds(doc(entry))).not.toContain('falseLead')
  })

  test('a hypothesis is held against the cause', () => {
    const entry = '10:05 Initially suspected memory pressure on the cache.'
    expect(kinds(doc(entry, 'Memory pressure on the cache, after a release.'))).not.toContain('falseLead')
    expect(kinds(doc(entry, 'A certificate had expired.'))).toContain('falseLead')
  })
})

describe('escalation', () => {
  test.each([
    'The incident was escalated to the network team.',
    'Escalation: senior engineers were called.',
    'There was no escalation.',
    'We handed it over to the hosting provider.',
    'The DBA team was paged.',
    'Security team notified.',
    'A senior database administrator was brought in.',
    'Support forwarded the ticket to the engineers of the platform team.',
    'A war room was opened.',
  ])('%s', (entry) => {
    expect(kinds(under('Timeline', entry))).toContain('escalation')
  })

  test.each([
    'Error rates escalated to 50%.',
    'The team was alerted.',
    'I was paged.',
    'The operations team was alerted that the disk is full.',
    'The support team notified customers.',
    'Users contacted the support team.',
  ])('nobody else was called: %s', (entry) => {
    expect(kinds(under('Timeline', entry))).not.toContain('escalation')
  })
})

describe('validation', () => {
  test.each([
    'We verified that logins work.',
    'Error rates returned to normal.',
    'Tested with curl. 200 OK.',
    'The fix was confirmed in production.',
    'The team monitored the queue until it was stable.',
    'Dashboards are green again.',
  ])('%s', (entry) => {
    expect(kinds(under('Resolution', entry))).toContain('validation')
  })

  test.each([
    'The site was running normally.',
    'Service was restored.',
    'We confirmed the issue, and restored a backup.',
    'It was not verified that logins work.',
    'We should have tested that it works.',
  ])('nothing was checked: %s', (entry) => {
    expect(kinds(under('Resolution', entry))).not.toContain('validation')
  })

  test('a check at the start of a timeline proves no cure', () => {
    const check = 'Checked that the database is healthy.'
    const rest = ['Pages failed.', 'Restarted the proxy.', 'Pages load.', 'Closed.']
    expect(kinds(under('Timeline', check, ...rest))).not.toContain('validation')
    expect(kinds(under('Timeline', ...rest, check))).toContain('validation')
  })
})

describe('takeaways', () => {
  test('a section of lessons', () => {
    expect(kinds(under('Lessons learned', 'Backups are worth what their restore is worth.'))).toContain(
      'takeaways',
    )
    expect(kinds('## Summary\n\nIt was down.\n\n## Lessons learned\n')).not.toContain('takeaways')
  })

  test.each([
    'This outage taught us to test restores.',
    'The incident highlights the importance of backups.',
  ])('%s', (sentence) => {
    expect(kinds(`## Summary\n\n${sentence}\n`)).toContain('takeaways')
  })

  test('a conclusion that learns nothing, and a task about lessons, are none', () => {
    expect(kinds(under('Conclusion', 'The service works again.'))).not.toContain('takeaways')
    expect(kinds(under('Action items', 'Teach the importance of reviews'))).not.toContain('takeaways')
    expect(kinds(`${under('Action items', 'Add an alert')}\nThis incident taught us patience.\n`)).toContain(
      'takeaways',
    )
  })
})

describe('visuals', () => {
  test.each([
    '![CPU during the incident](cpu.png)',
    '<img src="cpu.png">',
    '```mermaid\ngraph TD; A-->B\n```',
  ])('%s', (source) => {
    expect(kinds(source)).toEqual(['visual'])
  })
  test.each([
    '![build](https://img.shields.io/badge/build-green)',
    '![me](https://example.org/avatar/7.png)',
    '![graph](insert_graph_here.png)',
    '[the graph](cpu.png)',
    '```\ntext\n```',
  ])('no visual: %s', (source) => {
    expect(kinds(source)).not.toContain('visual')
  })
})

test('a fact cites the block that says it', () => {
  const source = under('Timeline', '10:00 Pages failed.', '10:05 An alert fired. Work began.')
  expect(read(source).detection).toMatchObject({ value: '10:05 An alert fired', at: { start: { line: 6 } } })
})

test('code, addresses and quotations say nothing', () => {
  const source = under(
    'Timeline',
    '`escalated to the DBA team`',
    '"Users reported it"',
    'https://example.org/red-herring',
  )
  expect(kinds(source)).toEqual([])
})

test('bullets, line ends and a last line feed change no fact', () => {
  const entry = fc.constantFrom(
    '10:00 An alert fired.',
    'Escalated to the DBA team.',
    '40% of users lost orders.',
    'It was a red herring.',
    'We verified that logins work.',
    'The issue was detected.',
  )
  const title = fc.constantFrom('Timeline', 'Summary', 'Resolution', 'Action items', 'Lessons learned')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(title, fc.array(entry, { minLength: 1, maxLength: 4 })), { maxLength: 4 }),
      (parts) => {
        const source = parts.map(([name, entries]) => under(name, ...entries)).join('\n')
        const facts = kinds(source)
        expect(kinds(source.replace(/\n/g, '\r\n'))).toEqual(facts)
        expect(kinds(source.replace(/^- /gm, '* '))).toEqual(facts)
        expect(kinds(source.trimEnd())).toEqual(facts)
      },
    ),
  )
})

test('a section on verification says how the cure was proven; neither the title of the whole nor a plan does', () => {
  const text = 'All pages load.\n'
  expect(kinds(`# An incident of May\n\n## Verification\n\n${text}`)).toEqual(['validation'])
  expect(kinds(`# The verification step broke\n\n${text}`)).toEqual([])
  expect(kinds(`# An incident of May\n\n## Action items\n\n### Name validation\n\n${text}`)).toEqual([])
})
