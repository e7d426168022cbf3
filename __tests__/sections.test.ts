import { readBlocks } from '../src/postmortem/blocks.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import { readSections, readTitle } from '../src/postmortem/sections.ts'
import { matchTitle } from '../src/postmortem/titles.ts'

const read = (source: string) => {
  const blocks = readBlocks(source, parseMarkdown(source))
  return { blocks, sections: readSections(blocks) }
}
const outline = (source: string): string[] =>
  read(source).sections.map(
    ({ title, form, kinds, side, depth, body }) =>
      `${title.at.start.line} ${form}${depth} ${kinds.join('+') || (side ?? '-')} (${body.length})`,
  )

test.each([
  ['Issue Summary', 'summary'],
  ['TL;DR', 'summary'],
  ['7. Corrective Actions', 'actions'],
  [':mag_right: Five Why’s', 'cause'],
  ['Root cause and resolution', 'cause+resolution'],
  ['The Dramatic Climax: Root Cause and Heroic Resolution', 'cause+resolution'],
  ['Timeline (all times PST) 10/31/2022 - 02/15/2023', 'timeline'],
  ['Timeline (Aka "The Plot Thickens")', 'timeline'],
  ['Corrective/Preventive measures', 'actions'],
  ['Improvements/Fixes', 'actions'],
  ['Impact Analysis', 'impact'],
  ['Impact on customers', 'impact'],
  ['What went wrong', 'lessons'],
  ['What went wrong and why', 'cause'],
  ['How are we making incidents like this less likely?', 'actions'],
  ['How was it detected?', 'detection'],
  ['Tasks to address the issue', 'actions'],
  ['Follow-up Actions', 'actions'],
  ['🚒 Resolution & Recovery 🎉', 'resolution'],
  ['Steps to Resolution', 'resolution'],
  ['Summary of outage', 'summary'],
  ['Follow-up issues', 'actions'],
  ['Why detection lagged', 'detection'],
  ['What was the problem?', 'summary'],
  ['The gist', 'summary'],
  ['Quick rundown', 'summary'],
  ['What is the essence of the incident?', 'summary'],
  ['The most important in short', 'summary'],
  ['Outline', 'summary'],
  ['What happened, in a nutshell?', 'summary'],
  ['Who did what and when', 'timeline'],
  ['How did events proceed?', 'timeline'],
  ['When did each thing happen?', 'timeline'],
  ['The course of the morning', 'timeline'],
  ['Event list', 'timeline'],
  ['Why it went quiet', 'cause'],
  ['Why it broke', 'cause'],
  ['How we sorted it', 'resolution'],
  ['How we got out', 'resolution'],
  ['How did we put it right, and how do we know?', 'resolution'],
  ['How we have solved it', 'resolution'],
  ['Jobs to do', 'actions'],
  ['Which measures follow?', 'actions'],
  ['What we still do', 'actions'],
  ['What shall we do next?', 'actions'],
  ['What we take with us', 'lessons'],
  ['Lessons for next season', 'lessons'],
  ['How we looked into it', 'investigation'],
  ['How it came to light', 'detection'],
  ['What we do about it', 'actions'],
  ['What we will change', 'actions'],
  ['What we are changing', 'actions'],
  ['What changes now', 'actions'],
  ['What happens next', 'actions'],
  ['How we keep it from happening again', 'actions'],
  ['So it does not happen again', 'actions'],
  ['How we will stop this from happening again', 'actions'],
  ['Making sure this never happens again', 'actions'],
  ['Work still to do', 'actions'],
  ['Open tasks', 'actions'],
  ['Tasks', 'actions'],
  ['Things to fix', 'actions'],
  ['Improvements', 'actions'],
  ['What we will do differently', 'actions'],
  ['Follow-up work', 'actions'],
  ['Measures', 'actions'],
  ['Homework', 'actions'],
  ['How we fixed it', 'resolution'],
  ['How we got out of it', 'resolution'],
  ['How it was repaired', 'resolution'],
  ['How service came back', 'resolution'],
  ['Getting back online', 'resolution'],
  ['What we did to fix it', 'resolution'],
  ['The fix', 'resolution'],
  ['Repair', 'resolution'],
  ['Why it happened', 'cause'],
  ['Why did it break', 'cause'],
  ['What broke', 'cause'],
  ['How it came about', 'cause'],
  ['Why', 'cause'],
  ['What caused it', 'cause'],
  ['The bug', 'cause'],
  ['Reasons', 'cause'],
  ['Technical explanation', 'cause'],
  ['How could this happen?', 'cause'],
  ['How we found out', 'detection'],
  ['How we noticed', 'detection'],
  ['How did we know', 'detection'],
  ['First signs', 'detection'],
  ['Noticing it', 'detection'],
  ['Who was affected', 'impact'],
  ['What users saw', 'impact'],
  ['How bad was it', 'impact'],
  ['Damage', 'impact'],
  ['Consequences', 'impact'],
  ['Effects on customers', 'impact'],
  ['Cost', 'impact'],
  ['How the day went', 'timeline'],
  ['Chronicle', 'timeline'],
  ['Minute by minute', 'timeline'],
  ['Play by play', 'timeline'],
  ['Log of the night', 'timeline'],
  ['Order of events', 'timeline'],
  ['Course of events', 'timeline'],
  ['Events', 'timeline'],
  ['History', 'timeline'],
  ['What happened when', 'timeline'],
  ['In short', 'summary'],
  ['In brief', 'summary'],
  ['The short version', 'summary'],
  ['At a glance', 'summary'],
  ['What happened', 'summary'],
  ['Short summary', 'summary'],
  ['Abstract', 'summary'],
  ['What this taught us', 'lessons'],
  ['Things we learnt', 'lessons'],
  ['Looking back', 'lessons'],
  ['What we learned', 'lessons'],
  ['What we take away', 'lessons'],
  ['Retrospective', 'lessons'],
  ['What worked', 'lessons'],
  ['What helped us', 'lessons'],
  ['Reflection', 'lessons'],
  ['How we looked for it', 'investigation'],
  ['The hunt', 'investigation'],
  ['Finding the cause', 'investigation'],
  ['What we tried', 'investigation'],
  ['What we thought', 'investigation'],
  ['Wrong turns', 'investigation'],
  ['Debugging', 'investigation'],
  ['How we debugged it', 'investigation'],
  ['The search for the bug', 'investigation'],
  ['What is being done about this?', 'actions'],
  ['What went wrong and how was it fixed?', 'cause+resolution'],
  ['Where were we lucky', 'lessons'],
  ['What could be done better', 'lessons'],
  ['What could have been better?', 'lessons'],
  ['Fallout', 'impact'],
  ['Section 1: Issue Summary:', 'summary'],
  ['Closing Notes', 'lessons'],
  ['What could be improved', 'lessons'],
  ['What could have been worse', 'lessons'],
  ['What I was wrong about', 'lessons'],
  ['What helped', 'lessons'],
  ['Other mitigation actions', 'resolution'],
  ['Ruled out', 'investigation'],
  ['Tasks performed', 'investigation'],
  ['Remediation performed', 'resolution'],
  ['What happens now', 'actions'],
  ['A List Of Tasks To Address The Issue:', 'actions'],
  ['Resolution and preventive methods', 'resolution+actions'],
  ['Preventive ways', 'actions'],
  ['Actionable To-Dos', 'actions'],
  ['Impacted slots', 'impact'],
  ['Detailed Explanation of Root Cause', 'cause'],
  ['Detailed explanation of the fix', 'resolution'],
  ['Fixes implemented', 'resolution'],
  ['Corrective and preventative measures must contain:', 'actions'],
  ['CAUSE AND ITS RESOLUTION', 'cause+resolution'],
  ['Things that went poorly', 'lessons'],
  ['Opportunities', 'actions'],
  ['Resulting Action', 'actions'],
  ['Resume of problem', 'summary'],
  ['Root Cause Hypothesis: Slow Peers', 'cause'],
  ['Resolution Mechanism: Fresh Connections', 'resolution'],
  ['Timeline (all times PST). All times are approximate', 'timeline'],
  ['Timeline (all times UTC) Monday May 10th, 2021. All times approximations', 'timeline'],
  ['To prevent similar issues in the future, the following measures will be taken:', 'actions'],
  ['Further mitigations and learnings', 'actions+lessons'],
  ['Details of fix', 'resolution'],
  ['Actions planned', 'actions'],
  ['Contributing: the worker has no limit of its own', 'cause'],
  ['What can we learn from this incident and improve?', 'actions+lessons'],
  ['What can we learn from this incident?', 'lessons'],
  ['Measures against such a problem in future', 'actions'],
  ['Corrective and preventative', 'actions'],
  ['How many % of the users were affected?', 'impact'],
  ['What were users experiencing?', 'impact'],
  ['Remediation (action items)', 'actions'],
  ['Tindakan perbaikan (Action Items)', 'actions'],
  ['Root cause (RCA) of the outage', 'cause'],
  ['Impact (briefly)', 'impact'],
  ['Contributing factor 3: no monitoring or alerting of the pool', 'cause'],
  ['Fix #1: skip excluded tasks', 'resolution'],
  ['Resolution: root cause and fix', 'cause+resolution'],
  ['What actually happened', 'summary'],
  ['What it was not', 'investigation'],
  ['What did NOT cause it (ruled out with evidence)', 'investigation'],
  ['What did not work', 'lessons'],
  ['What it cost', 'impact'],
  ['How users were affected', 'impact'],
  ['Were we alerted quickly?', 'detection'],
  ['Were we able to diagnose it quickly?', 'investigation'],
  ['What was not the root cause', 'investigation'],
  ['Why it was not caught', 'cause'],
  ['Appendix: key takeaways for operators', 'lessons'],
  ['Still open', 'actions'],
  ['Future considerations', 'actions'],
  ['Proposed fix', 'actions'],
  ['Preventive remediation', 'actions'],
  ['Permanent fixes required', 'actions'],
  ['Required follow-up actions', 'actions'],
  ['Still recommended (manual steps)', 'actions'],
  ['Agreed actions', 'actions'],
  ['Changes made', 'resolution'],
  ['What was observed, while the fault was live', 'investigation'],
  ['What the application log shows', 'investigation'],
  ['Two wrong diagnoses', 'investigation'],
  ['Recovery plan', 'actions'],
  ['Pending solutions', 'actions'],
  ['What did not help', 'lessons'],
  ['What was done', 'resolution'],
  ['What we did', 'resolution'],
  ['What happens', 'summary'],
  ['How this caused the loss', 'cause'],
  ['Why recovery took as long as it did', 'resolution'],
  ['False leads', 'investigation'],
  ['Counterfactuals', 'lessons'],
  ['Solving', 'resolution'],
  ['Prevention strategies', 'actions'],
  ['Services impacted', 'impact'],
  ['Triggered by', 'cause'],
  ['Root-cause hypothesis (triage)', 'cause'],
  ['Action items status', 'actions'],
  ['Stabilization steps', 'resolution'],
  ['Improvement opportunities', 'actions'],
  ['Issue detected', 'detection'],
  ['But how did this happen?', 'cause'],
  ['Fixing the problem', 'resolution'],
  ['Attack method', 'cause'],
  ['3.2 The flaws', 'cause'],
  ['Went well', 'lessons'],
  ['Precursors', 'cause'],
  ['Contributing factors identified:', 'cause'],
  ['Are installations of ours affected?', 'impact'],
])('%s announces %s', (title, kinds) => {
  expect(matchTitle(title)?.kinds.join('+')).toBe(kinds)
})

test('what was done about a lesson is a measure, what was done in the incident an investigation', () => {
  const source = [
    '## Timeline',
    '**Actions taken:**',
    'Logs were read.',
    '## Lessons learned',
    '### Reports',
    '**Actions taken:**',
    'A form was made.',
  ]
  expect(outline(source.join('\n\n'))).toEqual(
    expect.arrayContaining(['3 bold2 investigation (1)', '11 bold3 actions (1)']),
  )
})

test('what stands below the timeline by its level only is no part of it', () => {
  const source = [
    '## Issue summary',
    'It was down.',
    '### Timeline',
    '- 10:00 Alert',
    '#### Root cause',
    'A rule.',
    '##### Corrective measures',
    '- Audit',
  ]
  expect(outline(source.join('\n\n'))).toEqual([
    '1 heading1 summary (7)',
    '5 heading2 timeline (1)',
    '9 heading2 cause (3)',
    '13 heading3 actions (1)',
  ])
  expect(outline('## Timeline\n\n### Detection\n\n10:00 Alert\n\n### Root cause\n\n10:10 Found')[0]).toBe(
    '1 heading1 timeline (4)',
  )
})

test('a bold line in the resolution names a step of it where the tasks have a heading of their own', () => {
  const source = [
    '## Resolution',
    '**Phase 2 - hardening (6 March):**',
    'The job was split.',
    '## Action items',
    '- Pin versions.',
  ]
  expect(outline(source.join('\n\n'))).toEqual([
    '1 heading1 resolution (2)',
    '3 bold2 - (1)',
    '7 heading1 actions (1)',
  ])
  expect(outline(source.slice(0, 3).join('\n\n'))[1]).toBe('3 bold2 actions (1)')
})

test('a line in plain text that leads to a list is no title where headings are', () => {
  const source = ['## Summary', 'Down.', '## Fix', 'The workaround in the new release:', '- a restart']
  expect(outline(source.join('\n\n')).map((line) => line.split(' ')[1])).toEqual(['heading1', 'heading1'])
  expect(outline('Summary:\n\nDown.\n\nThe heroic workaround:\n\n- a restart')[1]).toBe(
    '5 plain1 resolution (1)',
  )
})

test('a heading that goes on with its text is a title and a line', () => {
  const text = 'The file had the wrong ending, which nobody had seen in the review of the week before.'
  expect(outline(`# Mail\n\n## Root Cause and Resolution: ${text}`)[1]).toBe(
    '3 heading2 cause+resolution (1)',
  )
  expect(outline('# Mail\n\n## Issue: the file had the wrong ending')[1]).toBe('3 heading2 - (0)')
})

test('labels of tasks and of what stands in an entry open no sections', () => {
  const source = [
    '## Timeline',
    '- 10:45:\n  - Misleading path: the network',
    '## Action items',
    '- Incident response: Update the runbook',
    '- Takeaways: Never on a Friday',
  ]
  expect(outline(source.join('\n\n')).map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual([
    'heading1 timeline',
    'heading1 actions',
    'label2 -',
    'label2 lessons',
  ])
})

test('immediate actions below the resolution were taken', () => {
  const source = ['## Resolution', '### Immediate actions', '- Rolled back']
  expect(outline(source.join('\n\n')).map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual([
    'heading1 resolution',
    'heading2 resolution',
  ])
  expect(outline('## Actions\n\n### Immediate actions\n\n- Roll back')[1]).toContain('actions')
})

test('a label that a link alone follows sends its reader elsewhere', () => {
  expect(outline('- Timeline: [Timeline](https://example.org/doc)\n- Impact: all')).toEqual([
    '2 label1 impact (1)',
  ])
  expect(outline('- Timeline: [Timeline](https://example.org/doc) for the incident.')).toEqual([])
  expect(outline('- Timeline: [one](https://example.org/doc) tells what happened, in order')).toHaveLength(1)
  expect(outline('- Timeline: <https://example.org/doc>')).toEqual([])
})

test('a question with a capital and a title with much in brackets are titles in plain text', () => {
  const source = [
    'Intro.',
    'How did we fix it?',
    'By a restart.',
    'Timeline (all in West Africa Time on the 12th of August 2023):',
    '- 18:21 Alert',
  ]
  expect(outline(source.join('\n\n'))).toEqual(['3 plain1 resolution (1)', '7 plain1 timeline (1)'])
})

test('a sentence that opens a list is no title', () => {
  expect(outline('# Leak\n\nOur recommendations are to:\n\n- Read the logs.')).toEqual(['1 heading1 - (2)'])
})

/** Line, form and depth, and kinds of each section. */
const kindsOf = (...lines: readonly string[]): string[] =>
  outline(lines.join('\n\n')).map((line) => line.split(' ').slice(1, 3).join(' '))

test('what follows beside it tells what an ambiguous title means', () => {
  expect(kindsOf('## Actions taken', 'A.', '## Diagnosis', 'B.')[0]).toBe('heading1 resolution')
  expect(kindsOf('## Actions taken', 'A.', '## Resolution', 'B.')[0]).toBe('heading1 investigation')
  expect(kindsOf('# Mail', '## Outage', 'A.', '## Timeline', '- B.')[1]).toBe('heading2 summary')
  expect(kindsOf('# Outage', '## Timeline', '- B.')[0]).toBe('heading1 -')
  expect(kindsOf('## Summation', 'A typo, mended.')[0]).toBe('heading1 summary+cause+resolution')
  expect(kindsOf('## Summation', 'A typo.', '## Root cause', 'The typo.')[0]).toBe('heading1 summary')
})

test('below the tasks a state is a group of them, a heading with a task in it is none', () => {
  const tasks = [
    '## Action items',
    '### Immediate (completed)',
    '- A.',
    '### Set up memory pressure alerting',
    'B.',
  ]
  expect(kindsOf(...tasks)).toEqual(['heading1 actions', 'heading2 actions', 'heading2 -'])
  expect(kindsOf('## Timeline', '### Completed', '- 10:00 A.')[1]).toBe('heading2 -')
  expect(kindsOf('## Resolution', '### 1. Immediate actions (20:21 UTC)', 'A.')[1]).toBe(
    'heading2 resolution',
  )
})

test('labels that come three times below one title are fields of what it lists', () => {
  const factor = (name: string): string[] => [`### ${name}`, '- **What**: a disk\n- **Impact**: no mail']
  expect(kindsOf('## Contributing factors', ...['A', 'B', 'C'].flatMap(factor)).join()).not.toContain(
    'impact',
  )
  expect(kindsOf('## Contributing factors', ...factor('A')).join()).toContain('impact')
  const points = ['Action point: add A.', 'Action point: add B.', 'Action point: add C.']
  expect(kindsOf('## Lessons', ...points).filter((kind) => kind.includes('actions'))).toHaveLength(3)
})

test.each([
  'How large files are stored',
  'How we track incidents',
  'This page',
  'It takes a village',
  'Login history',
  'The good news',
  'Cost of storage',
  'Making of the dashboard',
  'How the queue works',
  'Happening now',
  'Stopping the service',
  'Hunting season',
  'Why not load average',
  'Why this works',
  'Why the other one instead',
  'What I did not change, and why',
  'What should ordinarily have been done to prevent this?',
  'Happy debugging',
  'Patch the pool (Task: #1234)',
  'Quick overview of network setup',
  'Login details',
  'Network issue',
  'Performing the upgrade',
  'Error codes',
  'The PR',
  '2024',
])('%s announces nothing', (title) => {
  expect(matchTitle(title)?.kinds ?? []).toEqual([])
})

test('headings nest by level, bold and plain titles stand below them, labels below those', () => {
  const source = [
    '# Checkout down',
    '## Issue Summary',
    '- **Impact:** all users',
    '  - and their carts',
    '**Timeline:**',
    '- 10:00 alert',
    '### Details nobody knows',
    'Text',
    '## Root Cause',
    'A leak',
  ].join('\n')
  expect(outline(source)).toEqual([
    '1 heading1 - (9)',
    '2 heading2 summary (6)',
    '3 label3 impact (2)',
    '5 bold3 timeline (1)',
    '7 heading3 - (1)',
    '9 heading2 cause (1)',
  ])
})

test('plain title lines open sections in a document without headings', () => {
  const source =
    'Issue Summary:\nThe shop was down for two hours.\nTimeline:\n10:00 Alert\nRoot Cause and Resolution:\nRoot Cause: a leak\n'
  expect(outline(source)).toEqual([
    '1 plain1 summary (1)',
    '3 plain1 timeline (1)',
    '5 plain1 cause+resolution (1)',
    '6 label2 cause (1)',
  ])
})

test('a label that only repeats the title above it opens nothing', () => {
  expect(outline('## Root Cause\n\nRoot Cause: a leak\n')).toEqual(['1 heading1 cause (1)'])
})

test('a heading that is a time is an entry', () => {
  expect(outline('## Timeline\n\n### 10:00\n\nalert\n\n### May 1 2019, 3:18 PM\n\nfixed\n')).toEqual([
    '1 heading1 timeline (4)',
  ])
})

test('phases below the tasks are groups of tasks', () => {
  const source = '## Action items\n\n### Detection\n\n- Add an alert\n\n### Mitigation\n\n- Add a switch\n'
  expect(outline(source)).toEqual([
    '1 heading1 actions (4)',
    '3 heading2 actions (1)',
    '7 heading2 actions (1)',
  ])
})

test('a label that names a section of its own closes the one before and owns the list below it', () => {
  const source =
    'Timeline:\n\n- 10:00 alert\n\nRoot cause and resolution: a leak was closed.\n\nCorrective measures: To prevent this from happening again, the following measures are taken:\n\n- Add an alert\n'
  expect(outline(source)).toEqual([
    '1 plain1 timeline (1)',
    '5 label1 cause+resolution (1)',
    '7 label1 actions (2)',
  ])
})

test('a title that stands right below a longer line is no part of it', () => {
  expect(outline('Outage of the web stack of a fellowship\nIssue Summary\nDuration: an hour\n')).toEqual([
    '2 plain1 summary (1)',
  ])
})

test('titles in small letters, questions of the task, and titles that spaces put in the middle', () => {
  expect(outline('0x19\n\nissue summary\n\nIt was down.\n')).toEqual(['3 plain1 summary (1)'])
  expect(outline('Timeline\n\nhow was the issue detected\n\nBy an alert.\n')[1]).toBe(
    '3 plain2 detection (1)',
  )
  expect(outline(`Text\n\n${' '.repeat(30)}Timeline of events (3 May)\n\n10:00 alert\n`)).toEqual([
    '3 plain1 timeline (1)',
  ])
  expect(outline('## Recovery\n\n*How can we improve future mitigation?*\n\nIt was fixed.\n')).toHaveLength(1)
})

test('a bold question right over its answer is a title, one that stands alone is a prompt', () => {
  const question = '**How did you mitigate it and how did you know that it worked?**'
  expect(outline(`## Incident questions\n\n${question}\nIt was fixed.`).join()).toContain('resolution')
  expect(outline(`## Incident questions\n\n${question}\n\nIt was fixed.`).join()).not.toContain('resolution')
})

test('bold clauses are titles where no heading is', () => {
  const source = ['**Summary**', 'x', '**Why it went quiet**', 'y', '**How we sorted it**', 'z'].join('\n\n')
  expect(outline(source).map((line) => line.split(' ')[2])).toEqual(['summary', 'cause', 'resolution'])
  expect(outline(`# Shop down\n\n${source}`).join()).not.toContain('cause')
})

test('"What went wrong" is the cause where nothing else is and nothing went well', () => {
  const of = (...titles: string[]) => outline(titles.map((title) => `## ${title}\n\nx\n`).join('\n')).join()
  expect(of('What went wrong', 'What we learned')).toContain('cause (1)')
  expect(of('What went wrong', 'What went well')).not.toContain('cause')
  expect(of('What went wrong', 'Root cause')).toContain('lessons (1)')
})

test('an ambiguous title means what is nested in it, else what is said nowhere else', () => {
  expect(outline('## Remediation\n\n### Next steps\n\n- x\n')[0]).toContain('actions')
  expect(outline('## Resolution\n\nx\n\n## Remediation\n\ny\n')[1]).toContain('actions')
  expect(outline('## Action items\n\nx\n\n## Remediation\n\ny\n')[1]).toContain('resolution')
})

test.each([
  ['# Checkout 502s\n\n## Summary\n', 1],
  ['intro\n\n**Postmortem: the leak**\n\n**Summary**\n', 3],
  ['Postmortem: Server Outage\n\nIssue Summary\n', 1],
  ['Web server 02 down.\n\nSummary:\n\ntext\n', 1],
  ['We are very sorry.\n\nSummary:\n\ntext\n', undefined],
  ['It was down.\nAll saw it.\n\nSummary:\n\ntext\n', undefined],
  ['**Dead air on Sunday: what happened at the radio of our town, told by us**\n\n**Summary**\n', 1],
  ['Search outage at the library, Monday, June 3, 2024\n\nIn brief\n\ntext\n', 1],
  ['**Post Incident Report: tickets rejected at the gates, 2 May**\n\nIncident ID: A/2\n\n**Summary**\n', 1],
  ['# Issue Summary\n\ntext\n', undefined],
  ['Service Unavailability\n\nIssue Summary\n\ntext\n', 1],
  ['Duration of disruption:\n\nStart: 10:00\n\nImpact: all\n', undefined],
  ['## Owner: @ada\n\n## Meeting: none\n\n# Overview\n\ntext\n', undefined],
  ['A leak was found and mended, as told below.\n\n`size 1473`:\n\n## Summary\n', undefined],
  ['The shop was down for two hours, we are sorry.\n\n## Summary\n', undefined],
])('the title of %j stands in line %p', (source, line) => {
  const { blocks, sections } = read(source)
  expect(readTitle(blocks, sections, undefined)?.at.start.line).toBe(line)
})

test('front matter names a document whose first heading is "The incident"', () => {
  const formOf = (heading: string, text = '') => {
    const source = `${text}# ${heading}\n\nIt was slow.\n\n## Lessons\n\nTests.\n`
    const blocks = readBlocks(source, parseMarkdown(source))
    const at = { start: { line: 2, column: 1 }, end: { line: 2, column: 9 } }
    return readTitle(blocks, readSections(blocks), { value: 'Mail of 3 May went astray', at })?.form
  }
  expect(formOf('The incident')).toBe('front matter')
  expect(formOf(`Does this look right?\n\nIt did not.`)).toBe('heading')
  const above = 'It all began on a Friday, when two of us were at home and one of us was on the train. '
  expect(formOf('Does this look right?', `${above}\n\n`)).toBe('front matter')
  expect(formOf('Postmortem')).toBe('heading')
})

test('front matter names a document that has no first heading of its own', () => {
  const { blocks, sections } = read('Text first.\n\n## Visibility\n')
  const at = { start: { line: 2, column: 1 }, end: { line: 2, column: 9 } }
  expect(readTitle(blocks, sections, { value: 'Attack', at })?.form).toBe('front matter')
})

describe('the title of a document without headings', () => {
  const title = (...lines: string[]): string | undefined => {
    const { blocks, sections } = read(lines.join('\n'))
    return readTitle(blocks, sections, undefined)?.value
  }
  test('may be long where its first line names it', () => {
    const first = 'Postmortem Report: Search Outage Due to an Alias That Nobody Owned on November 6, 2023'
    expect(title(first, 'Issue Summary:', 'Search gave no results.')).toBe(first)
  })
  test('stands behind a label that says so', () => {
    expect(title('**Postmortem:** The pool ran dry.', '**Issue summary**', '', 'Search was down.')).toBe(
      'Postmortem: The pool ran dry.',
    )
    expect(
      title('**Incident date:** 3 May 2024.', '**Issue summary**', '', 'Search was down.'),
    ).toBeUndefined()
  })
  test('stands above fields, though they name the outage', () => {
    expect(
      title('', 'The traffic jam of 2022', '', 'Duration of outage:', 'Start: 10:00', 'End: 11:00'),
    ).toBe('The traffic jam of 2022')
  })
  test('is no sentence and no link', () => {
    expect(
      title('This postmortem tells of an outage of search that lasted for more than two hours.', '', 'More.'),
    ).toBeUndefined()
    expect(title('Internal post-mortem: https://example.com/1', '', 'Search was down.')).toBeUndefined()
  })
})

test('what tasks in plain text are about opens no section of its own', () => {
  const source = 'Action items:\n\nUpdate the list.\n\nIncident response:\n\nWrite a runbook.\n'
  expect(outline(source)).toEqual(['1 plain1 actions (3)', '5 plain2 - (1)'])
  expect(outline('Summary:\n\nDown.\n\nIncident response:\n\nWe looked.\n')[1]).toContain('investigation')
})

test('actions that were taken below the resolution are part of it', () => {
  const source = '# Search was down\n\n## Resolution\n\n### Immediate actions taken\n\n- Restarted it\n'
  const blocks = readBlocks(source, parseMarkdown(source))
  expect(readSections(blocks).map(({ kinds }) => kinds.join())).toEqual(['', 'resolution', 'resolution'])
})
