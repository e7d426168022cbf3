import { parseMarkdown } from '../src/postmortem/parse.ts'
import { readPostmortem } from '../src/postmortem/read.ts'

const kind = (source: string) => readPostmortem(source, parseMarkdown(source)).kind
const because = (source: string): string => {
  const { value, because } = kind(source)
  return because === undefined ? value : `${value}: ${because}`
}
const doc = (...lines: string[]): string => lines.join('\n\n')

test('a document with facts is a postmortem, in any dress', () => {
  expect(
    because(
      doc(
        '# Search gave no results',
        '**Summary**',
        'From 10:02 to 10:19 UTC search was empty for all users, because an alias pointed to an index that had no documents.',
        '**Timeline**',
        '- 10:02 the alias was moved by the nightly job\n- 10:06 support reported empty results\n- 10:19 the alias was moved back',
        '**Root cause**',
        'The job did not count the documents before it moved the alias.',
        '**Follow-ups**',
        '- Count the documents first',
      ),
    ),
  ).toBe('postmortem')
})

test('an old report that names no clock time is one too', () => {
  expect(
    because(
      doc(
        '# Incident report: wrong invoices',
        '## The issue',
        'Invoices for the spring were sent twice to every customer that had changed its address, and the second one carried the old address. Nobody noticed until the bank called.',
        '## The cause',
        'The export had been restarted after a failure and did not remember which invoices were already sent, so it started from the beginning again.',
        '## What we will do',
        '- Store the number of each invoice that was sent',
      ),
    ),
  ).toBe('postmortem')
})

test('a narrative without titles is one too', () => {
  const story =
    'Last Tuesday our mail server stopped, and it took us most of the morning to see why. The disk had filled with logs that nobody rotated, the queue could not be written, and every message was refused. We moved the logs, restarted the server and watched the queue drain. Two hundred messages were lost because their senders gave up before we had finished.'
  expect(because(doc('# When the mail stopped', story))).toBe('postmortem')
})

test('other languages are judged by their form alone', () => {
  const text =
    'La tienda no estaba disponible porque el certificado del balanceador había caducado y nadie lo sabía hasta que los clientes escribieron. Lo renovamos a mano y comprobamos que los pedidos se hacían de nuevo sin errores. '
  expect(because(doc('# Informe', text.repeat(4)))).toBe('postmortem')
})

test.each([
  ['', 'other: an empty file'],
  ['---\ntitle: Incidents\n---\n', 'other: an empty file'],
  ['# 0x19. Postmortem', 'other: a file of 2 words'],
  ['# Postmortem\n\nRead it [on my blog](https://example.org/post).', 'other: a link to another page'],
  ['https://example.org/documents/1', 'other: a link to another page'],
  [
    '# Postmortems\n\n- [May 1](a.md)\n- [June 2](b.md)\n- [July 3](c.md)\n',
    'other: a list of links to other pages',
  ],
])('%j is %s', (source, expected) => {
  expect(because(source)).toBe(expected)
})

test('a page that sums up what another page tells is a link to it', () => {
  const source = doc(
    '# Outage of the shop',
    'This repository holds the analysis of a recent outage of our shop: what happened, what it did to our customers, and why.',
    '## Overview',
    '- **Duration:** 15:00 to 18:30 UTC\n- **Impact:** the whole shop\n- **Root cause:** a load balancer',
    '## Details',
    'Find the full analysis in [postmortem.md](postmortem.md), with the timeline and the tasks that follow from it.',
  )
  expect(because(source)).toBe('other: a link to another page')
})

test('the text of the course task, as prose and as code', () => {
  const task = [
    'Using one of the web stack debugging projects, write a postmortem. Most of you will never have faced an outage, so just get creative and invent your own.',
    'Issue Summary (that is often what executives will read) must contain: duration of the outage with start and end times (including timezone), what was the impact, what was the root cause.',
    'Timeline (keep it short, 1 or 2 sentences) must contain: when was the issue detected, how was the issue detected, actions taken, misleading debugging paths that were taken, how the incident was resolved.',
  ]
  expect(because(doc('# Postmortem', ...task))).toBe('other: the text of a course task')
  expect(
    because(doc('# Postmortem', 'Requirements:', `\`\`\`\n${task.join('\n')}\n\`\`\``, task[0] ?? '')),
  ).toBe('other: the text of a course task')
})

test('an index of incidents and a changelog are no postmortems, a template is one with gaps in its title', () => {
  const links = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `- [Outage of ${name}, 3 May 2024](${name}.md)`)
  expect(because(doc('# Incident log', links.join('\n'), '- Mean time to repair: 3 h'))).toBe(
    'other: a list of links to other pages',
  )
  const releases = ['1.2.3', '1.2.2', '1.2.1'].map(
    (version) =>
      `## v${version} (2024-05-03)\n\nSee the upgrade guide.\n\n### Fixed\n\n- Fix an error that crashed the watcher when it was restarted.`,
  )
  expect(because(doc(...releases))).toBe('other: a changelog')
  const sections = ['Summary', 'Timeline', 'Root cause', 'Action items'].map(
    (title) =>
      `## ${title}\n\nWhat happened, and what everybody who was there thought of it at the time, in a few lines.`,
  )
  expect(because(doc('# [Date]: [Title]', ...sections))).toBe('template: a template with a title to fill in')
})

test('a paper that quotes a sentence of the task stays a paper', () => {
  const source = doc(
    '# Postmortem: expired certificate',
    'The task says that the summary must contain the duration of the outage with start and end times.',
    '## Summary',
    'From 10:00 to 11:00 UTC the shop was down for everybody because a certificate had expired.',
    '## Timeline',
    '- 10:00 UTC the certificate expired\n- 10:20 UTC a customer called\n- 11:00 UTC the certificate was renewed',
    '## Root cause',
    'Nothing renewed the certificate and nothing warned that it would expire.',
  )
  expect(because(source)).toBe('postmortem')
})

test.each([
  [
    'a guide',
    '# How to write a postmortem',
    'A postmortem is a record of an incident. It should include the impact, the cause and the tasks that follow. Keep it blameless.',
    'The timeline should be a list of events in the order in which they occur. The summary should describe the incident in two sentences, and should include the share of users that it concerns.',
  ],
  [
    'a runbook',
    '# Runbook: restart the workers',
    'Run this when the queue is long. Check that nobody else deploys. Open the dashboard of the queue and note its length.',
    'Restart the workers one by one. Wait until each of them is ready. Verify that the queue gets shorter, and tell the channel when it is empty.',
  ],
  [
    'a runbook',
    '# Restarting the workers',
    'Run this when the queue is long. Check that nobody else deploys. Open the dashboard of the queue and note its length.',
    'Restart the workers one by one. Wait until each of them is ready. Verify that the queue gets shorter. Update the channel when it is empty.',
  ],
  [
    'an article',
    '# Why we like queues',
    'Queues keep producers and consumers apart. A producer that is faster than its consumers fills the queue, and the queue absorbs the difference for as long as there is space on the disk.',
    'With a limit on the queue the producer feels the pressure and slows down. Without one, the disk is the limit, and a full disk is worse than a slow producer.',
  ],
])('%s is no postmortem', (name, ...lines) => {
  expect(because(doc(...lines))).toBe(`other: ${name}`)
})

test.each([
  [
    'a template with 4 gaps to fill in',
    doc(
      '# {{ incident name }}, YYYY-MM-DD',
      '## Summary',
      'All times in {{ time zone }}, and the impact on the users of the service, in a sentence or two.',
      '## Timeline',
      '### {{ time }}',
      'Start of the incident.',
    ),
  ],
  [
    'a template with empty sections',
    doc('# Postmortem', '## Summary', '## Impact', '## Timeline', '## Root cause', '## Action items'),
  ],
  [
    'a template with questions to answer',
    doc(
      '# Incident review',
      '## Summary',
      'Describe in two or three sentences what happened and how long it lasted for the users of the service.',
      '## Impact',
      'Who was affected by the incident, and what did they see? How many tickets were opened during it?',
      '## Timeline',
      'List the events in order, each with its time in UTC. For example 14:02, first alert of the monitoring.',
      '## Root cause',
      'Explain the cause in detail, and the conditions that made it possible for the incident to happen.',
    ),
  ],
  [
    'a template',
    doc(
      '# Postmortem template',
      '## Summary',
      'A short text for people who were not there.',
      '## Timeline',
      'The events in their order.',
    ),
  ],
])('%s', (name, source) => {
  expect(because(source)).toBe(`template: ${name}`)
})

test('a folder that lists its files is an index, however much it tells of the incident', () => {
  const rest = [
    '## Incident summary',
    '**Impact**: 40 users could not log in',
    '### Timeline',
    '- 10:00 login fails\n- 10:05 alert\n- 10:20 login works',
    '## Resolution',
    'The key was put back.',
  ]
  const lead = (text: string): string => because(doc('# Login incident, 3 May 2024', text, ...rest))
  expect(lead('This directory contains all reports and logs of the incident.')).toBe(
    'other: an index of a folder',
  )
  expect(lead('The directory of users contained no keys.')).toBe('postmortem')
  expect(lead('This directory contains a postmortem of a failure that we made up.')).toBe('postmortem')
})

test('front matter that GitHub asks of a template for issues, or a title in it, tells a template', () => {
  const body =
    '# RCA\n\n## Summary\n\n## Impact\n\n## Timeline\n\n| Time | Event |\n|-|-|\n| 00:00 | Begins |\n| 00:00 | Ends |\n'
  expect(because(`---\nname: RCA\nabout: A postmortem\nlabels: RCA\n---\n\n${body}`)).toBe(
    'template: a template',
  )
  expect(because(`---\ntitle: Postmortem Template\n---\n\n${body}`)).toBe('template: a template')
})

test('many gaps make a template, whatever its examples tell; who answers below "EXAMPLE" has filled it in', () => {
  const with10 = (gap: string): string =>
    because(
      doc(
        '# Login incident, 3 May 2024',
        ...['Summary', 'Impact', 'Cause', 'Resolution', 'Action items'].flatMap((title) => [
          `## ${title}`,
          gap,
          'It failed at 10:00.',
          gap,
          'It was put back.',
        ]),
        '## Timeline',
        '- 10:00 a\n- 10:10 b\n- 10:20 c\n- 10:30 d\n- 10:40 e',
      ),
    )
  expect(with10('{XX:XX UTC} {ON-CALL ENGINEER}')).toBe('template: a template with 20 gaps to fill in')
  expect(with10('{XX:XX UTC}')).toBe('postmortem')
  expect(with10('**EXAMPLE**:')).toBe('postmortem')
})

test('prompts may begin with an adverb or say what goes here', () => {
  expect(
    because(
      doc(
        '# Issue and date',
        '## Summary',
        'Briefly explain the issue and what was done.',
        '## Timeline',
        'Eg: 2018-02-28 10:00 - a node hangs',
        'Sequence the events that led to the issue.',
        '## Conclusions',
        'Briefly explain what was learned.',
        '## Action items',
        'All tasks go here.',
      ),
    ),
  ).toMatch(/^template/)
})

test('who answers the questions of the task has written a postmortem', () => {
  const answered = doc(
    'Timeline',
    'when was the issue detected',
    'It was detected on 02/02/2022 at 5:10 PM.',
    'how was the issue detected',
    'The log of the deployment showed an alert, and we looked at it.',
    'misleading investigation/debugging paths that were taken',
    'We tried to convert the methods first, which led nowhere and cost us two days.',
    'which team/individuals was the incident escalated to',
    'It was escalated to the developers, who took it from there on 03/02/2022.',
    'how the incident was resolved',
    'The release was rolled back on 08/02/2022 and all clients were served again.',
  )
  expect(kind(answered).value).toBe('postmortem')
})

test('a title in the front matter that is still to be filled in makes a template', () => {
  const text = `---\ntitle: Month DD, YYYY - Incident\n---\n\n${doc('## Summary', 'Tell what happened, in short, and what it meant to users.', '## Impact', 'Who was hit, and how long.', '## Cause', 'Why it happened, in detail.', '## Actions', 'What will be done about it, by whom, until when, and where it is tracked by the team.')}`
  expect(kind(text).value).toBe('template')
})

test('a very short account in the past tense is a bad postmortem, not an empty template', () => {
  const source = `# Failure report

It was a failure caused by a wrong path.

## Timeline

The error was on the second host.

## Root cause and resolution

The path was mistyped. The issue was fixed by correcting it.

## Corrective measures

- Careful typing
`
  expect(because(source)).toBe('postmortem')
})

test('a postmortem that says it is the only content of its repository is no index', () => {
  const source = doc(
    '# Search outage postmortem',
    '## Overview',
    'This repository contains the postmortem documentation for an outage of search.',
    '## Timeline',
    '- 10:02 the alias was moved\n- 10:06 support reported empty results\n- 10:09 logs were read\n- 10:12 the job was stopped\n- 10:19 the alias was moved back',
    '## Root cause',
    'The job did not count the documents.',
    '## Corrective measures',
    '- Count the documents first',
  )
  expect(because(source)).toBe('postmortem')
})

test('a long text about an event that its title names is its postmortem, in whatever tense it explains it', () => {
  const lines = Array.from({ length: 10 }, () => [
    'The wallet gives no warning when such a coin arrives, and a shop that takes it holds a coin that nobody can spend.',
    'An address of this kind stands for many, and the wallet shows each of them once, in a list that grows.',
    'The bug was found in May.',
  ])
  const text = (title: string): string => because(doc(`# ${title}`, ...lines.flat()))
  expect(text('The bug of the burning coins')).toBe('postmortem')
  expect(text('Addresses and coins')).toBe('other: an article')
})

test('with sections of two kinds a title that names the event is enough, with a general one it is not', () => {
  const text = (title: string): string =>
    because(
      doc(
        `# ${title}`,
        '## What happened',
        'A package steals keys when it starts and sends them to a host that it builds from the date.',
        '## What you can do to prevent it',
        'Pin each package, keep keys out of builds, and wait three days before you take a release.',
      ),
    )
  expect(text('Incident report: the package that steals keys')).toBe('postmortem')
  expect(text('Incidents')).not.toBe('postmortem')
})

test('headings that ask what postmortems are make a guide', () => {
  const text = (heading: string): string =>
    because(
      doc(
        '# Postmortem: what went wrong',
        `## ${heading}`,
        'The project had a hiccup, and everybody was tired and looked for somebody to call.',
        '## Impact',
        'Trust was lost and had to be earned again, which took the team more than a week.',
        '## Lessons learned',
        'Nobody was blamed for it, and all of us wrote down what they had seen and felt.',
      ),
    )
  expect(text('Why do we do postmortems?')).toBe('other: a guide')
  expect(text('Why do we drop mail?')).toBe('postmortem')
})
