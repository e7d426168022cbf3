import { parseMarkdown } from '../src/postmortem/parse.ts'
import { sourceAt } from '../src/postmortem/place.ts'
import type { ActionItem } from '../src/postmortem/postmortem.ts'
import { readPostmortem } from '../src/postmortem/read.ts'

const others = ['- Add an alert at 80 % of the disk', '- Delete old logs']
function task(line: string): ActionItem | undefined {
  const text = ['# Disk full', '', '## Next steps', '', line, ...others, ''].join('\n')
  return readPostmortem(text, parseMarkdown(text)).actions.items[0]
}

describe('verbs that bound nothing', () => {
  test.each([
    ['- Improve monitoring', 'Improve'],
    ['- **Monitoring:** Enhance the alerts of the database', 'Enhance'],
    ['- Regularly review and update the configuration', 'review'],
    ['- We should consider a standby', 'consider'],
    ['- The alerts will be improved', 'improved'],
    ['- Improving the audits', 'Improving'],
    ['- Look into the slow queries', 'Look into'],
    ['- Introduce better logs', 'better'],
    ['- Ensure proper monitoring', 'Ensure'],
    ['- Strengthen access control to protect the database', 'Strengthen'],
    ['- [ ] Monitor connections and pool usage', 'Monitor'],
  ])('%s', (line, weak) => {
    expect(task(line)?.weak?.value).toBe(weak)
  })

  test.each([
    '- Improve monitoring: alert above 80 % of the disk',
    '- Review the configuration every month',
    '- Review and apply the limits of connections',
    '- Monitor the queue and send an alert when it grows',
    '- Improve the alerts (OPS-12)',
    '- Improve the `retry` of the queue',
    '- Improve the dashboards in Grafana',
    '- Improve recovery by adding a replica',
    '- Investigate why the alert was late',
    '- Ensure that logs are rotated',
    '- Ensure error logging is on everywhere',
    '- Update the runbook',
    '- Add monitoring to improve reliability',
    '- [x] Improve monitoring',
    '- Regular testing will be done to improve response',
  ])('%s', (line) => {
    expect(task(line)?.weak).toBeUndefined()
  })

  test('stand where the task has them', () => {
    const text = '# Disk full\n\n## Next steps\n\n- **Disks:** *Improve* the alerts\n- Delete logs\n'
    const [item] = readPostmortem(text, parseMarkdown(text)).actions.items
    expect(item?.weak && sourceAt(text, item.weak.at)).toBe('Improve')
  })
})

describe('tasks without a verb', () => {
  test.each([
    '- Regular audits of disks',
    '- External monitoring of the queue',
    '- Better logs',
    '- Documentation of alerts',
  ])('%s', (line) => {
    expect(task(line)?.bare).toBe(true)
  })

  test.each([
    '- Audit the disks',
    '- **Regular audits:** check the disks',
    '- Additional disks should be bought',
    '- Monitoring of the queue',
    '- Scrutinise changes of the pool',
    '- [x] Regular audits of disks',
  ])('%s', (line) => {
    expect(task(line)?.bare).toBeUndefined()
  })
})

describe('types', () => {
  test.each([
    ['- Alert above 80 % of the disk', 'detect'],
    ['- Test the migration in staging', 'prevent'],
    ['- Fix the rotation of logs', 'repair'],
    ['- Document the restore', 'process'],
    ['- Fail over to a replica', 'mitigate'],
  ])('%s', (line, type) => {
    expect(task(line)?.type).toBe(type)
  })

  test('a column says it', () => {
    const text = [
      '# Disk full',
      '',
      '## Next steps',
      '',
      '| Action | Type |',
      '|---|---|',
      '| Fix the logs | prevent |',
      '',
    ].join('\n')
    expect(readPostmortem(text, parseMarkdown(text)).actions.items[0]?.type).toBe('prevent')
  })
})
