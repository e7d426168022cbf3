import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { lint } from '../src/index.ts'

const readme = readFileSync('README.md', 'utf8')
const block = (language: string): string => readme.split(`\`\`\`${language}\n`)[1]?.split('\n```\n')[0] ?? ''

/** `UPDATE=1` writes it anew. */
test('the README shows what its document is told', () => {
  const { findings } = lint(`${block('markdown')}\n`, { path: 'logins.md' })
  const rows = findings.map(
    ({ line, severity, message, rule }) => `| ${line} | ${severity} | ${message} | \`${rule}\` |`,
  )
  const [before = '', rest = ''] = readme.split('|---|---|---|---|\n')
  const end = rest.indexOf('\n\n')
  if (process.env.UPDATE)
    writeFileSync('README.md', `${before}|---|---|---|---|\n${rows.join('\n')}${rest.slice(end)}`)
  else expect(rest.slice(0, end).split('\n')).toEqual(rows)
})

test('the workflow to paste is short and asks for what this action knows', () => {
  const workflow = block('yaml')
  const { jobs, permissions } = parse(workflow)
  const inputs = parse(readFileSync('action.yml', 'utf8')).inputs
  expect(workflow.split('\n').length).toBeLessThanOrEqual(8)
  expect(Object.values(permissions)).toEqual(['read', 'read'])
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(jobs.postmortems.steps[0].with)))
})

test('the sound example passes without a finding, the other one shows the usual defects', () => {
  const of = (path: string) => lint(readFileSync(path, 'utf8'), { path }).findings.map(({ rule }) => rule)
  expect(of('examples/sound-postmortem.md')).toEqual([])
  expect(new Set(of('examples/postmortem-with-defects.md')).size).toBeGreaterThanOrEqual(10)
})

test.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])(
  '%s links to files that are there',
  (path) => {
    const links = [...readFileSync(path, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(
      ([, link]) => link ?? '',
    )
    expect(links.filter((link) => !readFileSync(link, 'utf8'))).toEqual([])
  },
)
