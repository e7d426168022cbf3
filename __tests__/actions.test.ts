import fc from 'fast-check'
import { readActions } from '../src/postmortem/actions.ts'
import { readBlocks } from '../src/postmortem/blocks.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import { readPostmortem } from '../src/postmortem/read.ts'
import { readSections } from '../src/postmortem/sections.ts'

const read = (source: string) => {
  const blocks = readBlocks(source, parseMarkdown(source))
  return readActions(blocks, readSections(blocks))
}
const under = (...lines: string[]): string => `# Search was down\n\n## Action items\n\n${lines.join('\n')}\n`
const said = (source: string): string[] => {
  const { form, items } = read(source)
  return [
    form,
    ...items.map(({ block, text, done }) => `${block.at.start.line}${done ? ' done' : ''} ${text}`),
  ]
}

describe('forms', () => {
  test.each([
    ['bullets', '- Add an alert\n- Write a test'],
    ['numbered', '1. Add an alert\n2. Write a test'],
    ['checkboxes', '- [ ] Add an alert\n- [ ] Write a test'],
    ['paragraphs', 'Add an alert\n\nWrite a test'],
    ['paragraphs', 'Add an alert  \nWrite a test'],
    ['bullets', '<ul><li>Add an alert</li><li>Write a test</li></ul>'],
  ])('%s', (form, lines) => {
    const { form: got, items } = read(under(lines))
    expect([got, ...items.map(({ text }) => text)]).toEqual([form, 'Add an alert', 'Write a test'])
  })

  test('a table, its task in the column that says so', () => {
    expect(
      said(
        under(
          '| # | Owner | Action | Status |',
          '| - | - | - | - |',
          '| 1 | Ada | Add an alert | Done |',
          '| 2 | | Write a test | Open |',
        ),
      ),
    ).toEqual(['table', '7 done Add an alert', '8 Write a test'])
  })

  test('nothing at all, and a section without tasks', () => {
    expect(read('# Search was down\n\n## Summary\n\nIt was down.\n')).toEqual({ form: 'none', items: [] })
    expect(read(under('The team has seen the problem and everybody is sorry.'))).toMatchObject({
      form: 'paragraphs',
      items: [],
    })
  })
})

describe('tasks', () => {
  test('labelled lines of a paragraph are, where some of them read like tasks', () => {
    const lines = ['Monitoring: Add an alert.', 'Deploys: If a deploy smells, it goes back by itself.']
    expect(read(under(...lines)).items).toHaveLength(2)
  })

  test('paragraphs are, where most of them say what should be', () => {
    const lines = [
      'Alerts should reach two people.',
      'It would be useful to have a channel.',
      'Names were wrong.',
    ]
    expect(read(under(lines.join('\n\n'))).items).toHaveLength(3)
    expect(read(under('It was a long night.', '', 'All were tired.', '', 'We are sorry.')).items).toEqual([])
  })

  test('paragraphs that name tasks and tell nothing are', () => {
    expect(
      read(under('Regular audits of the rules.', '', 'Tests of each rule before a release.')).items,
    ).toHaveLength(2)
    expect(read(under('Regular audits of the rules.', '', 'These are needed.')).items).toHaveLength(0)
  })

  test('what is being done to prevent it stands under lessons too', () => {
    const source =
      '# Search\n\n## Lessons\n\nHere is what we are doing to prevent this:\n\n- **Reviews:** We look twice.\n- **Tests:** We write more.\n'
    expect(read(source).items).toHaveLength(2)
  })

  test('boxes to tick are, wherever they stand, where no section is on actions', () => {
    const solution = '# Search\n\n## Solution\n\n- [x] Block the sender\n- [ ] Limit the rate\n'
    expect(said(solution)).toEqual(['checkboxes', '5 done Block the sender', '6 Limit the rate'])
    expect(said(`${solution}\n## Action items\n\n- Write a test\n`)).toEqual(['bullets', '10 Write a test'])
    expect(said('# Search\n\n## Resolution\n\n- [x] Block it\n- [x] Tell the users\n')).toEqual(['none'])
  })

  test('sentences that begin with what was done are, a paragraph each', () => {
    const done = ['Taught the monitor to cry.', 'Backup: Created a script.', 'Scheduled audits of the files.']
    expect(read(under([...done, 'It was a long night.'].join('\n\n'))).items).toHaveLength(3)
    expect(read(under('It was hard.', '', 'Everybody helped.', '', 'We are sorry.')).items).toEqual([])
  })

  test('headings are, where several are commands', () => {
    const steps = [
      '### 1. Restart the server on failure',
      'It:\n\n- waits',
      '### 2. Set up an alert on memory',
      '- at 80 %',
    ]
    expect(said(under(steps.join('\n\n')))).toEqual([
      'paragraphs',
      '5 1. Restart the server on failure',
      '11 2. Set up an alert on memory',
    ])
    expect(
      said(
        under(
          '### Review of the whole process',
          '',
          '- Add A',
          '',
          '### Test and build of all',
          '',
          '- Add B',
        ),
      ),
    ).toEqual(['bullets', '7 Add A', '11 Add B'])
  })

  test('prose on prevention is none where tasks are listed in a section of their own', () => {
    const prevention = '# Search\n\n## Prevention\n\nThe alias should be checked. The job should be slower.\n'
    expect(read(prevention).items).toHaveLength(2)
    expect(said(`${prevention}\n## Action items\n\n1. Write a test\n`)).toEqual([
      'numbered',
      '9 Write a test',
    ])
  })

  test('a task that is spelled out below it is one', () => {
    const nested = under(
      '- **Strict shells:** Prepend `set -eu`:',
      '  - `-e` halts on failure',
      '  - `-u` is strict',
    )
    expect(read(nested).items).toHaveLength(1)
    expect(
      read(under('- **Shells:** Add these:', '  - Write a test', '  - Write a linter')).items,
    ).toHaveLength(2)
  })

  test('a title in plain text right above a task is none', () => {
    expect(
      said(
        under(
          'Testing Improvements  ',
          'Implement a stress test  ',
          'Monitoring Enhancements  ',
          'Add an alert',
        ),
      ),
    ).toEqual(['paragraphs', '6 Implement a stress test', '8 Add an alert'])
  })

  test('the team that owns a task stands in a column', () => {
    const table = ['| Description | Owning team |', '| - | - |', '| Add an alert | Storage |']
    expect(read(under(...table)).items.map(({ owner }) => owner?.value)).toEqual(['Storage'])
  })

  test('"N/A" in place of one is none', () => {
    expect(
      said(under('- Add an alert', '- Write a test', '', '### Recommendations', '', '- N/A', '- None.')),
    ).toEqual(['bullets', '5 Add an alert', '6 Write a test'])
    expect(read(under('- None.')).denied?.value).toBe('None.')
  })

  test('one line may say who owns all tasks that name nobody', () => {
    const owners = (...lines: string[]) => read(under(...lines)).items.map(({ owner }) => owner?.value)
    const tasks = ['- Add an alert', '- Write a test (@bo)']
    expect(
      owners(...tasks, '', 'All of these are tracked on a board and have been assigned to Ada Lovelace.'),
    ).toEqual(['Ada Lovelace', '@bo'])
    expect(owners('**all actions are the responsibility of Katie**', '', ...tasks)).toEqual(['Katie', '@bo'])
    expect(owners('Ensure all alerts are assigned to Tier Two.  ', 'Write a test.')[1]).toBeUndefined()
    expect(owners('All alerts were assigned to a queue.', '', ...tasks)).toEqual([undefined, '@bo'])
  })

  test('a title over tasks may say until when they are due', () => {
    const lines = [
      '### Immediate (next 24 hours)',
      '',
      '- Add an alert',
      '',
      '### Short term (this month)',
      '',
      '- Write a test',
      '',
      '### Long term',
      '',
      '- Test restores',
    ]
    expect(read(under(...lines)).items.map(({ due }) => due?.value)).toEqual([
      'next 24 hours',
      'this month',
      undefined,
    ])
  })

  test('boxes in bold above other boxes are tasks, no titles', () => {
    const lines = ['- [ ] **Recovery rehearsal**', '- [ ] **Readiness assessment**', '- [ ] **Write a test**']
    expect(read(under(...lines)).items).toHaveLength(3)
  })

  test('what a quote says beside a list of tasks is none', () => {
    const lines = ['> Tickets will be filed as tasks.', '', '- Add an alert', '- Write a test']
    expect(read(under(...lines)).items.map(({ text }) => text)).toEqual(['Add an alert', 'Write a test'])
  })

  test('bold initials before a task are its owner, and what it lists are its details', () => {
    const lines = [
      '**AC** Have badges in the build for:',
      '- the main build',
      '- the tests',
      '',
      '**JP** Move the alert',
    ]
    const { items } = read(under(...lines))
    expect(items.map(({ block, owner }) => [block.at.start.line, owner?.value])).toEqual([
      [5, 'AC'],
      [9, 'JP'],
    ])
  })

  test('that an owner is a convenience names nobody', () => {
    const owners = (text: string) => read(under(`- ${text}`)).items.map(({ owner }) => owner?.value)
    expect(owners('Check a field that names an owner is a convenience')).toEqual([undefined])
    expect(owners('Add an alert, owner is Ada')).toEqual(['Ada'])
  })

  test('initials own tasks, on the line or above the list; abbreviations do not', () => {
    const owners = (...lines: string[]) => read(under(...lines)).items.map(({ owner }) => owner?.value)
    expect(owners('- **AC** Move the alert', '- **DNS** Move the zone')).toEqual(['AC', undefined])
    expect(owners('- **BGP Session Review**: Audit all of them')).toEqual([undefined])
    expect(owners('**Vendor via AG**', '', '- Count the blocks', '- Ask for load')).toEqual([
      'Vendor via AG',
      'Vendor via AG',
    ])
  })

  test('titles of groups are none, whatever marks them', () => {
    const groups = ['**Improvements:**', 'Monitoring', 'Things to do:', '**Later**']
    for (const title of groups) {
      const nested = under(`- ${title}`, '  - Add an alert', '  - Write a test')
      expect(said(nested)).toEqual(['bullets', '6 Add an alert', '7 Write a test'])
    }
  })

  test('what stands inside a task explains it', () => {
    expect(
      said(under('- Add an alert for the disk', '  - at 80 percent', '  - by mail', '- Write a test')),
    ).toEqual(['bullets', '5 Add an alert for the disk', '8 Write a test'])
  })

  test('sub-headings by component', () => {
    expect(said(under('### Proxy', '', '- Add an alert', '', '### Database', '', '- Write a test'))).toEqual([
      'bullets',
      '7 Add an alert',
      '11 Write a test',
    ])
  })

  test('lines that lead to the tasks or close them are none', () => {
    const source = under(
      'To prevent this from happening again, the following will be done:',
      '',
      'Add an alert for the disk.',
      '',
      'Reviews: Look at each change twice.',
      '',
      'We will write a test for the alias.',
      '',
      'By doing these things, we aim to be a better team.',
    )
    expect(said(source)).toEqual([
      'paragraphs',
      '7 Add an alert for the disk.',
      '9 Reviews: Look at each change twice.',
      '11 We will write a test for the alias.',
    ])
  })

  test('what somebody or something "will" be is one, "the following" leads to more', () => {
    expect(
      said(
        under('The following will be done:', '', 'The proxy will be doubled.', 'The team should test it.'),
      ),
    ).toEqual(['paragraphs', '7 The proxy will be doubled.', '8 The team should test it.'])
  })

  test('nothing is below a complimentary close', () => {
    const close = (words: string) =>
      read(under('Add an alert.', 'Write a test.', '', words, 'Ada Lovelace')).items
    expect(close('Sincerely,')).toHaveLength(2)
    expect(close('Best regards,')).toHaveLength(2)
    expect(close('Monitor the disk,')).toHaveLength(4)
  })

  test('titles over lines of tasks', () => {
    expect(
      said(under('Monitoring:', 'Add an alert.', 'Set up a dashboard.', 'Tests:', 'Write one.')),
    ).toEqual(['paragraphs', '6 Add an alert.', '7 Set up a dashboard.', '9 Write one.'])
  })

  test('a plan that ends in a colon has the list below it for details', () => {
    const source = under(
      '- Add an alert',
      '',
      'Lastly, we will move to the new index this year. In detail:',
      '',
      '- it has no alias',
      '- it counts',
    )
    expect(said(source)).toEqual([
      'bullets',
      '5 Add an alert',
      '7 Lastly, we will move to the new index this year. In detail:',
    ])
  })

  test('a promised list and a table of action items need no section', () => {
    const promise =
      '# Search was down\n\nGoing forward, we will do the following:\n\n- add an alert\n- write a test\n'
    expect(said(promise)).toEqual(['bullets', '5 add an alert', '6 write a test'])
    const table = '# Search was down\n\n| Action item | Owner |\n| - | - |\n| Add an alert | Ada |\n'
    expect(said(table)).toEqual(['table', '5 Add an alert'])
  })

  test('sections of another kind inside are left out', () => {
    expect(said(under('- Add an alert', '', '### Lessons learned', '', '- Disks fill'))).toEqual([
      'bullets',
      '5 Add an alert',
    ])
  })
})

test.each([
  'None.',
  'N/A',
  'No action items, because the service is gone.',
  '- None',
  '- No further actions are needed',
])('an explicit denial: %s', (text) => {
  const { form, items, denied } = read(under(text))
  expect([form, items.length, denied?.value]).toEqual(['none', 0, text.replace(/^- /, '')])
})

test.each([
  ['- [x] Add an alert', true],
  ['- [ ] Add an alert (done)', false],
  ['- Add an alert (Completed)', true],
  ['- ✅ Add an alert', true],
  ['- Add an alert – done on 10 March 2025', true],
  ['- **DONE** Add an alert', true],
  ['- ~~Add an alert~~', true],
  ['- Add an alert', false],
  ['- Get it done before May', false],
  ['### Now (completed)\n\n- Add an alert', true],
])('%j is done: %s', (lines, done) => {
  expect(read(under(lines)).items.map((item) => item.done)).toEqual([done])
})

test('a line that says whose tasks follow closes no section', () => {
  expect(read(under('**Team**\n\n- Pair on changes\n\n**Robert**\n\n- Remove the stack')).items).toHaveLength(
    2,
  )
})

test('one or two words without a verb over a list are a group, numbered or not', () => {
  const list = [
    '1. Monitoring',
    '   1. Alert on the queue',
    '   2. Alert on the disk',
    '2. Old data',
    '   1. Load old profiles',
    '3. Move the upgrade to May',
  ]
  expect(read(under(list.join('\n'))).items.map(({ text }) => text)).toEqual([
    'Alert on the queue',
    'Alert on the disk',
    'Load old profiles',
    'Move the upgrade to May',
  ])
})

test('"None." below one of several groups is no task', () => {
  const groups = [
    '### Detection',
    '- Add an alert',
    '### Mitigation',
    'None.',
    '### Process',
    '- Write a runbook',
  ]
  expect(read(under(groups.join('\n\n'))).items).toHaveLength(2)
})

describe('owners', () => {
  test.each([
    ['- Add an alert. Owner: Ada Lovelace', 'Ada Lovelace'],
    ['- Add an alert (Ada Lovelace)', 'Ada Lovelace'],
    ['- Add an alert, assigned to Grace', 'Grace'],
    ['- Add an alert @ada', '@ada'],
    ['- Platform team: add an alert', 'Platform team'],
    ['- Ada Lovelace to add an alert', 'Ada Lovelace'],
    ['- Add an alert\n  - Owner: Ada', 'Ada'],
    ['- Add an alert (#91) @sofie, 2025-04-20', '@sofie'],
    ['- Add an alert — Ada Lovelace, due 19 September (OPS-12)', 'Ada Lovelace'],
    ['- Add an alert — Ada Lovelace — in progress, due 12/09/2025', 'Ada Lovelace'],
    ['- Add an alert. Ada, by 24 November 2024, ticket TCR-58', 'Ada'],
    ['- Add an alert. Infra lead, due 2025-02-14, VAL-304', 'Infra lead'],
    ['- Add an alert (Ada | 14 Mar 2025 | OPS-12)', 'Ada'],
    ['- Add an alert — owner Ada, due 14 March 2025, ticket OPS-12', 'Ada'],
    ['| Task | Assignee |\n| - | - |\n| Add an alert | ada |', 'ada'],
  ])('%j', (lines, owner) => {
    expect(read(under(lines)).items[0]?.owner?.value).toBe(owner)
  })

  test.each([
    '- Add an alert (Completed)',
    '- Add code owners for the index',
    '- Install @types/node and write to ops@example.org',
    '- Ask Finance to pay',
    '- Patch Majora to fail by default',
    '- Keep a second host on standby (High Availability).',
    '- **Caching Strategies:** Tune the cache',
    '| Task | Owner |\n| - | - |\n| Add an alert | TBD |',
  ])('nobody in %j', (lines) => {
    expect(read(under(lines)).items.map(({ owner }) => owner)).toEqual([undefined])
  })
})

describe('dates', () => {
  test.each([
    ['- Add an alert by 12 June', '12 June'],
    ['- Add an alert (due: 2024-06-12)', '2024-06-12'],
    ['- Add an alert within two weeks', 'within two weeks'],
    ['- Add an alert before the end of the month', 'the end of the month'],
    ['- Add an alert by next sprint', 'next sprint'],
    ['- Add an alert (#91) @sofie, 2025-04-20', '2025-04-20'],
    ['- Add an alert → @ada, 2025-03-14', '2025-03-14'],
    ['- Add an alert (owner: ops; due: end of April)', 'end of April'],
    ['- Add an alert, due in two weeks', 'two weeks'],
    ['| Task | By |\n| - | - |\n| Add an alert | 12 July |', '12 July'],
    ['### Later (Target: Q4 2025)\n\n- Add an alert', 'Q4 2025'],
    ['| Task | Due |\n| - | - |\n| Add an alert | 12/06/2024 |', '12/06/2024'],
  ])('%j', (lines, due) => {
    expect(read(under(lines)).items[0]?.due?.value).toBe(due)
  })

  test.each([
    '- Alert within 5 minutes',
    '- Remove the alias made on 2024-05-01',
    '- Run it every Monday',
    '- Fix it by adding an alert',
  ])('none in %j', (lines) => {
    expect(read(under(lines)).items.map(({ due }) => due)).toEqual([undefined])
  })
})

describe('tickets', () => {
  test.each([
    ['- Add an alert (#12)', '#12'],
    ['- Add an alert, team/repo#12', '#12'],
    ['- OPS-12 Add an alert', 'OPS-12'],
    ['- Add an alert (b/551202)', 'b/551202'],
    ['- Add an alert, !218', '!218'],
    [
      '- Add an alert [here](https://github.com/team/repo/issues/12)',
      'https://github.com/team/repo/issues/12',
    ],
    [
      '- Add an alert <https://example.atlassian.net/browse/OPS-12>',
      'https://example.atlassian.net/browse/OPS-12',
    ],
    ['- Add an alert https://gitlab.com/t/r/-/merge_requests/7', 'https://gitlab.com/t/r/-/merge_requests/7'],
    ['- Add an alert ([issue][1])\n\n[1]: https://example.org/x', 'issue'],
    [
      '### Soon (https://github.com/team/repo/issues/12)\n\n- Add an alert',
      'https://github.com/team/repo/issues/12',
    ],
    ['- Add an alert\n  - tracked in OPS-12', 'OPS-12'],
  ])('%j', (lines, ticket) => {
    expect(read(under(lines)).items[0]?.ticket?.value).toBe(ticket)
  })

  test.each([
    '- Read [the book](https://example.org/book)',
    '- Use UTF-8 and SHA-256',
    '- Fix CVE-2024-1234',
    '- Revert team/repo@aab1bec',
    '1. Add an alert, even if #2 comes first',
  ])('none in %j', (lines) => {
    expect(read(under(lines)).items.map(({ ticket }) => ticket)).toEqual([undefined])
  })
})

test('facts of a task cite where they stand', () => {
  const source = under(
    '| Task | Owner | Issue |',
    '| - | - | - |',
    '| Add an alert | Ada | [#7](https://github.com/t/r/issues/7) |',
  )
  const [item] = read(source).items
  expect(source.slice(item?.owner?.at.start.offset, item?.owner?.at.end.offset)).toBe('Ada')
  expect(source.slice(item?.ticket?.at.start.offset, item?.ticket?.at.end.offset)).toContain('issues/7')
})

test('line ends, bullets and a last line feed change no task', () => {
  const line = fc.constantFrom(
    '- Add an alert',
    '- **Monitoring:**',
    '  - Write a test',
    '',
    'We will add a disk.',
    '### Proxy',
    'None.',
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const source = under(...lines)
      const tasks = said(source)
      expect(said(source.replace(/\n/g, '\r\n'))).toEqual(tasks)
      expect(said(source.replace(/^( *)- /gm, '$1* '))).toEqual(tasks)
      expect(said(source.trimEnd())).toEqual(tasks)
    }),
  )
})

describe('what a careful reader takes for one task', () => {
  test('a deadline on a line of its own belongs to the task above it', () => {
    const lines = [
      'Audit the rules',
      'Deadline: December 22, 2023',
      'Owner: @ada',
      'Write a test',
      'Due date: December 24, 2023',
    ]
    const { items } = read(under(lines.join('  \n')))
    expect(items.map(({ text, due, owner }) => [text, due?.value, owner?.value])).toEqual([
      ['Audit the rules', 'December 22, 2023', '@ada'],
      ['Write a test', 'December 24, 2023', undefined],
    ])
  })

  test('a bold line in the middle of the tasks groups them, whatever it names', () => {
    const lines = ['**Monitoring:**', '- Add an alert', '**Incident response:**', '- Write a runbook']
    expect(said(under(lines.join('\n\n')))).toEqual(['bullets', '7 Add an alert', '11 Write a runbook'])
  })

  test('lines beside lines that are tasks are tasks', () => {
    const lines = [
      'Continued practice in server setup.',
      'Add an alert.',
      'Write a test.',
      'Review the rules.',
    ]
    expect(said(under(lines.join('  \n')))).toHaveLength(5)
  })

  test('a sentence about the tasks beside them is none', () => {
    const lines = [
      'These measures will help us:',
      'Add an alert.',
      'Write a test.',
      'With these we are safer.',
    ]
    expect(said(under(lines.join('  \n')))).toHaveLength(3)
  })

  test.each([
    'Adjust the timeout',
    'Purge the cache',
    'Encrypt the backups',
    'Allocate more memory',
    'Locate the stale keys',
  ])('%s', (line) => expect(said(under(line))).toHaveLength(2))
})

test.each([
  ['Add health checks - ETA: 2 weeks.', '2 weeks'],
  ['Shorten the retention by 5 days', undefined],
])('%s is due %s', (task, due) => expect(read(under(`- ${task}`)).items[0]?.due?.value).toBe(due))

test('where one section has its tasks in boxes to tick, another tells more of them', () => {
  const boxes = '- [ ] Add an alert\n- [x] Write a test\n- [ ] Rotate the keys\n'
  expect(said(`${under(boxes)}\n## Next steps\n\n- Enable the events, which tell reads\n`)).toHaveLength(4)
  expect(said(under('### Soon', '', '- Rotate all', '', '### Later', '', boxes))).toHaveLength(5)
  expect(said(`${under('- Add an alert')}\n## Next steps\n\n- Enable the events\n`)).toHaveLength(3)
})

test('a list that is promised "to prevent" something is of tasks, without a title', () => {
  const source =
    '# Outage\n\nTo prevent similar issues, we have made a few changes:\n\n1. Renew by a job.\n2. Check every day.\n'
  expect(said(source)).toHaveLength(3)
})

describe('tasks in running text', () => {
  test('each sentence of a paragraph that plans something is one', () => {
    const text = [
      'Once the cause was found, all was mended. Add an alert on the queue. Also test the restore every month.',
      'The wiki will be locked. This will stop vandals.',
    ]
    expect(said(under(text.join(' ')))).toEqual([
      'paragraphs',
      '5 Add an alert on the queue.',
      '5 Also test the restore every month.',
      '5 The wiki will be locked.',
    ])
  })

  test('a label or one plan among several sentences makes one task', () => {
    expect(said(under('Queue: Add an alert. Send it to two people.'))).toHaveLength(2)
    expect(said(under('We will add an alert. All were tired. It was a long night.'))).toHaveLength(2)
  })

  test('lines of a paragraph are where each is one sentence, whatever they begin with', () => {
    const lines = ['Regular audits of the queue.', 'Better alerts.', 'By this we stay safe.']
    expect(said(under(lines.join('\n')))).toEqual([
      'paragraphs',
      '5 Regular audits of the queue.',
      '6 Better alerts.',
    ])
    expect(said(under('The queue was full. All were tired.\nIt was a long night.'))).toHaveLength(1)
    const groups = [
      'Code Standards',
      'Update the checklist of reviews',
      'Incident Response',
      'Write a runbook',
    ]
    expect(said(under(groups.join('\n')))).toEqual([
      'paragraphs',
      '6 Update the checklist of reviews',
      '8 Write a runbook',
    ])
  })
})

test('numbers count tasks where each has one line below it at most, or some have none', () => {
  const one = ['1. **Alerts:**', '   - Add one on the queue', '2. **Tests:**', '   - Write one']
  expect(said(under(...one))).toEqual(['numbered', '5 Alerts:', '7 Tests:'])
  const some = ['1. **Alarm:** on the queue', '   - above 100', '   - by mail', '2. **Budget:** 50 a month']
  expect(said(under(...some))).toHaveLength(3)
  const groups = [
    '1. **Alerts:**',
    '   - Add one',
    '   - Add two',
    '2. **Tests:**',
    '   - Write one',
    '   - Write two',
  ]
  expect(said(under(...groups))).toHaveLength(5)
})

describe('owners whom the document knows', () => {
  const owners = (above: string, ...tasks: string[]): (string | undefined)[] => {
    const source = `# Search was down\n\n${above}\n\n## Action items\n\n${tasks.map((task) => `- ${task}`).join('\n')}\n`
    return readPostmortem(source, parseMarkdown(source)).actions.items.map(({ owner }) => owner?.value)
  }

  test('authors', () => {
    expect(
      owners(
        '- Authors: Borealis and Delta Labs\n- Owner: Ada Lovelace',
        'Borealis: Add an alert',
        '[Borealis] Write a test',
        'Borealis + Delta Labs: Publish the report',
        'Ada to review the dashboards',
        'Delta Labs will run the whole suite',
        'Database: Add an index',
        'Borealis alerts are to be reviewed',
      ),
    ).toEqual(['Borealis', 'Borealis', 'Borealis + Delta Labs', 'Ada', 'Delta Labs', undefined, undefined])
  })

  test('who acts in the timeline', () => {
    const table =
      '## Timeline\n\n| Time | Who | Event |\n| - | - | - |\n| 10:00 UTC | Borealis & DL | Page loads fail |\n| 11:00 UTC | DL | Fixed |'
    expect(owners(table, 'DL: Add an alert', 'Borealis to write a test', 'CI: Run it')).toEqual([
      'DL',
      'Borealis',
      undefined,
    ])
    const list = '## Timeline\n\n- 10:00 UTC AG merged a change\n- 11:00 UTC API answers again'
    expect(owners(list, 'AG to add an alert', 'API to answer faster')).toEqual(['AG', undefined])
  })
})

describe('fields at the end of a task', () => {
  test.each([
    ['Add an alert (Lin, 2024-09-13, OPS-61)', 'Lin', '2024-09-13', 'OPS-61'],
    ['Add an alert (prevent; Yuki; OPS-300; by April 25)', 'Yuki', 'April 25', 'OPS-300'],
    ['Add an alert (Storage / 2025-11-14 / OPS-2)', 'Storage', '2025-11-14', 'OPS-2'],
    ['Add an alert — Petra — 2024-07-12 — OPS-310', 'Petra', '2024-07-12', 'OPS-310'],
    ['Add an alert — *Priya N.*, due 2024-11-01, OPS-5', 'Priya N.', '2024-11-01', 'OPS-5'],
    ['Add an alert - Ada Lovelace - 12 July 2024', 'Ada Lovelace', '12 July 2024', undefined],
    ['Add an alert — @rosa, 2024-03-15', '@rosa', '2024-03-15', undefined],
    ['Add an alert — Owner: K. Lang — Due: 15 January 2025 — OPS-3', 'K. Lang', '15 January 2025', 'OPS-3'],
    ['Add an alert — Owner: Hanna — Due: 2025-06-06', 'Hanna', '2025-06-06', undefined],
    ['Add an alert (Grafana, Loki)', undefined, undefined, undefined],
    ['Add an alert (owner: all, OPS-4)', undefined, undefined, 'OPS-4'],
    ['Review the goal - ticket OPS-3: done - 2022-12-05', undefined, undefined, 'OPS-3'],
    ['Move to May - June, 2024 data', undefined, undefined, undefined],
  ])('%s', (text, ...expected) => {
    const [item] = read(under(`- ${text}`)).items
    expect([item?.owner?.value, item?.due?.value, item?.ticket?.value]).toEqual(expected)
  })
})
