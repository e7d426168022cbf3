import { parseMarkdown } from '../src/postmortem/parse.ts'
import { sourceAt } from '../src/postmortem/place.ts'
import { readPostmortem } from '../src/postmortem/read.ts'

const read = (text: string) => readPostmortem(text, parseMarkdown(text))
const blameIn = (text: string): string[] =>
  (read(text).blame ?? [])
    .filter(({ form }) => form !== 'stranger')
    .map(({ form, value }) => `${form}: ${value}`)

test.each([
  ['The on-call engineer forgot to restart the queue.', 'role: engineer forgot to restart'],
  ['The engineer, who was new, neglected to run the tests.', 'role: engineer, who was new, neglected to run'],
  [
    'The engineer stopped the queue and forgot to start it.',
    'role: engineer stopped the queue and forgot to start',
  ],
  [
    'An employee at the factory accidentally deleted a table.',
    'role: employee at the factory accidentally deleted a',
  ],
  ['The engineer fails to acknowledge the page.', 'role: engineer fails to acknowledge'],
  ['A developer had accidentally pushed a broken build.', 'role: developer had accidentally pushed a'],
  ['A team member accidentally spilled coffee on a host.', 'role: member accidentally spilled coffee'],
  ['The cause was a new hire accidentally pressing the button.', 'role: hire accidentally pressing the'],
  ['A member of the team mistakenly closed the valve.', 'role: member of the team mistakenly closed the'],
  [
    'A file was mistakenly deleted by one of our engineers.',
    'role: mistakenly deleted by one of our engineers',
  ],
  ['The queue was stopped by mistake by an administrator.', 'role: by mistake by an administrator'],
  ['An engineer deleted the volume by mistake.', 'role: engineer deleted the volume'],
  ['An engineer ran the wrong command.', 'role: engineer ran the wrong'],
  ['An operator mistakenly typed the name of another host.', 'role: operator mistakenly typed the'],
  ['A developer deployed the change without testing it.', 'role: developer deployed the change'],
  ['The developer failed to test the migration.', 'role: developer failed to test'],
  ['The engineer did not follow the runbook.', 'role: engineer did not follow'],
  ['One of the engineers missed the page.', 'role: engineers missed the page'],
  ['The on-call ignored the warnings of the disk.', 'role: on-call ignored the warnings'],
  ['The engineer was not fully aware of the workspace.', 'role: engineer was not fully aware of the'],
  ['The outage was caused by an engineer who restarted the queue.', 'role: caused by an engineer'],
  ['The bug was introduced by a new contributor.', 'role: introduced by a new contributor'],
  ["The developer's typo stopped the queue.", "role: developer's typo"],
  ['She was told about her mistake, and it was the fault of the reviewer.', 'role: her mistake'],
  ['An error made by the operator stopped the queue.', 'role: error made by the operator'],
  ['The contractor is to blame.', 'role: contractor is to blame'],
  ['The engineer responsible for the outage was on call.', 'role: engineer responsible for the'],
  ['An inexperienced engineer was on call.', 'role: inexperienced engineer'],
  ['The administrator made a typing error.', 'role: administrator made a typing'],
  ['## Root cause\n\nSomebody deleted the index.', 'role: Somebody deleted the index'],
  ['The intern was fired.', 'role: intern was fired'],
  ['We blame the contractor for it.', 'role: blame the contractor'],
  ['The engineer told us to wait. That advice was wrong.', ''],
  ['The engineer told support to wait. That advice was wrong.', 'role: That advice was wrong'],
  ['It was a careless change.', 'judgement: careless'],
  ['The root cause was human error.', 'error: human error'],
  ['The outage was due to an operator error.', 'error: operator error'],
  ['Human error during the deployment led to the outage.', 'error: Human error'],
  ['Bob forgot to renew the certificate.', 'name: Bob forgot to renew'],
  ['@kim missed the alert.', 'name: kim missed the alert'],
  ['Engineer Bob restarted it. Later Bob broke the build.', 'name: Bob broke the build'],
  [
    'Jane, the administrator, was called. Jane misconfigured the proxy.',
    'name: Jane misconfigured the proxy',
  ],
])('%s', (text, blame) => {
  expect(blameIn(text)).toEqual(blame === '' ? [] : [blame])
})

test.each([
  'We forgot to restart the queue, and I overlooked the alert.',
  'A fix for the bug was deployed by the engineer.',
  'The team failed to test the migration.',
  'The DBA team forgot to renew the certificate.',
  'The job mistakenly targeted production.',
  'The script failed to restart.',
  'The admin panel failed to load, and developer tools missed it.',
  'The kubernetes operator failed to reconcile the resource.',
  'The members failed to join the cluster.',
  'Engineers noticed that the probe failed to start.',
  'Engineers found that the table had been accidentally deleted.',
  'An engineer noticed the missing alert.',
  'The engineer corrected the wrong value and removed the broken file.',
  'The engineer added a bug fix.',
  'The error was fixed by an engineer, and the missing index was added by a developer.',
  'The failure was noticed by an engineer; the typo was found by the reviewer.',
  "The engineer's script failed to run, and the engineer's monitor showed errors.",
  'The engineer suspected the disk. This assumption was wrong.',
  'The engineer was paged by mistake.',
  'The team accidentally deleted it.',
  'The members of the team were paged when the script mistakenly closed the valve.',
  'The tool lets an engineer delete a table without asking.',
  'An engineer could accidentally delete the table.',
  'If an engineer forgets the flag, the tool stops.',
  'It was easy for maintainers to miss.',
  'Did the engineer forget the flag?',
  'Nobody was at fault, and it was not the fault of the engineer.',
  'To prevent human error, the deployment is automated.',
  'We suspected human error at first.',
  'No operator error was found.',
  'User errors rose to 5 %.',
  'Systems fail for many reasons: traffic, bugs, human error.',
  'A page fault followed; see `git blame`, fault tolerance was poor, and the script is lazy-loaded.',
  'Developers failed to push their code, and engineers failed to log in.',
  'The engineers did not notice any change.',
  'Somebody deleted the index.',
  'The alert fired and the engineer was paged.',
  'The team responsible for the outage page was informed.',
  'The changelog says "the engineer forgot it", and `the engineer forgot it` is its commit.',
  '> The engineer forgot it.',
  '# The engineer forgot it',
  '<!-- The engineer forgot it. -->',
])('%s', (text) => {
  expect(blameIn(text)).toEqual([])
})

test('a name that the document does not tell by itself is a stranger', () => {
  expect(read('Kim broke the build.').blame?.map(({ form }) => form)).toEqual(['stranger'])
  expect(read('**Author:** Kim\n\nKim broke the build.').blame?.map(({ form }) => form)).toEqual(['name'])
})

test('what is told in the cause is marked, and a belief is a fault there only', () => {
  const { blame } = read(
    '## Investigation\n\nThe engineer assumed a full disk.\n\n## Root cause\n\nThe engineer assumed an empty disk.\n',
  )
  expect(blame?.map(({ cause, at }) => [cause, at.start.line])).toEqual([[true, 7]])
})

test('a fact stands where it was read, markup, tables and entities notwithstanding', () => {
  const text =
    '| 10:00 | An *engineer* forgot&nbsp;to restart |\n| --- | --- |\n\n- [ ] The **developer** failed to test.\n'
  expect(read(text).blame?.map(({ at }) => sourceAt(text, at))).toEqual([
    'engineer* forgot&nbsp;to restart',
    'developer** failed to test',
  ])
})

const hindsightIn = (text: string): string[] => (read(text).counterfactuals ?? []).map(({ value }) => value)

test.each([
  ['The change should have been tested.', 'should have been tested'],
  ["The change should've been reviewed.", "should've been reviewed"],
  ['It ought to have been caught in review.', 'ought to have been caught'],
  ['We should have called the vendor.', 'should have called'],
  ['The build should never have been deployed.', 'should never have been deployed'],
  ['An alert would have caught it.', 'would have caught'],
  ['A canary could probably have prevented it.', 'could probably have prevented'],
  ['It could have been found much earlier.', 'could have been found much earlier'],
  ['With a limit it would not have failed.', 'would not have failed'],
  ['Had we tested it, nothing was lost.', 'Had we tested'],
  ['It was found late, but earlier had the app been tested.', 'had the app been tested'],
  ['An alert should have been set up.', 'should have been set'],
  ['Had there been an alert, nothing was lost.', 'Had there been'],
  ['If the team had tested it, nothing was lost.', 'If the team had tested'],
])('%s', (text, hindsight) => {
  expect(hindsightIn(text)).toEqual([hindsight])
})

test.each([
  'The error may have occurred on other servers, and it might have been copied.',
  'The nonce may have increased.',
  'An attacker could have avoided the check.',
  'They discussed whether a canary could have caught it.',
  'A restart would have extended the outage.',
  'The fee, which should have been added, was zero.',
  'We should have priority support, and 100 nodes should have the fix.',
  'A change had not been deployed.',
  'The flag, which should have been enabled by the job, was off.',
  'If we had a test, it is lost.',
  'What could have been detected earlier?',
  '## Lessons\n\nA test would have caught it.',
  '## Action items\n\n### Monitoring\n\n- It would have been detected earlier.',
])('%s', (text) => {
  expect(hindsightIn(text)).toEqual([])
})

test('a pronoun with a capital is nobody, wherever names are', () => {
  expect(
    blameIn('# Queue\n\n**Author:** This is Ada\n\nThis broke the build. These missed the alert.'),
  ).toEqual([])
  expect(blameIn('# Queue\n\n**Author:** This is Ada\n\nAda broke the build.')).toEqual([
    'name: Ada broke the build',
  ])
})

test('a guess in the cause is a guess; a hypothesis, a forecast, an aside and an open question are not', () => {
  const guesses = (text: string): number | undefined => read(`## Root cause\n\n${text}`).guesses?.length
  expect(guesses('It was likely introduced by maintenance.')).toBe(1)
  expect(guesses('The config seems to have been caused by pressure.')).toBe(1)
  expect(guesses('The node was restarted (likely by the kernel).')).toBe(0)
  expect(guesses('It is likely to fail again, and more likely at night.')).toBe(0)
  expect(guesses('The cause is unknown, possibly a leak.')).toBe(0)
  expect(read('## Investigation\n\nIt was likely introduced by maintenance.').guesses).toEqual([])
})

test('crowds are counted where the harm is told', () => {
  const crowds = (text: string): readonly string[] | undefined => read(text).crowds?.map(({ value }) => value)
  expect(crowds('## Impact\n\nSeveral of our customers were charged twice.')).toEqual([
    'Several of our customers',
  ])
  expect(crowds('## Impact\n\nSome users reported it; 5% of users saw it, most users twice.')).toEqual([])
  expect(crowds('## Impact\n\nThree hundred customers, among them many users of the app.')).toEqual([])
  expect(crowds('## Timeline\n\n- 10:00 many users see errors.')).toEqual([])
})

test('the largest share is what was affected', () => {
  expect(
    read('## Impact\n\nAt first 5% of users, then 40 percent of all requests failed.').affected?.value,
  ).toBe(40)
  expect(read('## Impact\n\nAt first 5% of users, then all users saw errors.').affected?.value).toBe(100)
  expect(read('## Impact\n\nLatency rose by 5%.').affected).toBeUndefined()
})
