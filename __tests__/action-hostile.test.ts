import type { Nodes } from 'mdast'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import type { Outcome } from './rig/runner.ts'
import { reviewPull, sound } from './rig/scenario.ts'

/** What a stranger might write to be taken for more than text. Each is the title of an empty section, and a file's name. */
const attacks = [
  '::error file=a.md,line=1::pwned',
  '##[error]pwned',
  'x ##[add-mask]pwned',
  '::stop-commands::pwned',
  '::add-matcher::pwned.json',
  '::set-output name=verdict::pwned',
  '%0A::error::pwned',
  '</td></table><script>pwned()</script>',
  '<img src=x onerror=pwned()>',
  '![pwned](https://evil.test/pwned.png)',
  '[pwned](https://evil.test)',
  'https://evil.test and www.evil.test',
  '@octocat and @octo/security and #1 and octo/incidents#2',
  '| pwned | pwned |',
  '`pwned` `` pwned',
  '**pwned** ~~pwned~~ _pwned_ \\',
  '<!-- pwned',
  '&lt;b&gt; &#64;octocat',
  '$pwned$ and $`pwned`$',
  '[^pwned] and {{pwned}}',
  '\u202epwned\u2066 \u200epwned',
  '\u001b[31mpwned\u0007\u009b1m',
  '-->\u2028::error::pwned',
] as const

function everyNode(node: Nodes): readonly Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(everyNode) : [])]
}

/** Nothing in the log, the summary or the outputs is more than text, and no command is there that is not ours. */
function expectHarmless({ commands, log, summary, outputs }: Outcome): void {
  for (const { name, properties } of commands) {
    expect(['error', 'warning', 'notice']).toContain(name)
    expect(properties.title).toMatch(/^[a-z-]+$/)
  }
  expect(log).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u)
  expect(summary).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u)
  expect(outputs.verdict).toMatch(/^(pass|fail)$/)
  // What follows is the rules' own Markdown.
  const [told = ''] = summary.split('### Why it matters')
  for (const node of everyNode(parseMarkdown(told))) {
    if (node.type === 'html')
      expect(node.value).toMatch(/^(<\/?(details( open)?|summary|code|br)>|[^<>]|\n)+$/)
    if (node.type === 'link') expect(node.url).toMatch(/^https:\/\/github\.com\/(octo|postmortem-lint)\//)
    if (node.type === 'text') expect(node.value).not.toMatch(/[@#][\w-]|:\/\/|www\./)
    expect(['image', 'imageReference', 'linkReference', 'footnoteReference', 'definition']).not.toContain(
      node.type,
    )
    if (node.type === 'code') expect(node.lang).toBe('mermaid')
    expect(['strong', 'emphasis', 'delete', 'inlineCode', 'blockquote', 'thematicBreak']).not.toContain(
      node.type,
    )
  }
}

test('titles that a stranger wrote are text in log, annotations, summary and outputs', async () => {
  const titles = attacks.map((attack) => `## ${attack.replace(/[\u2028\n]/g, ' ')}\n`).join('\n')
  const files = { 'postmortems/a.md': `${sound}\n${titles}` }
  for (const annotations of ['auto', 'off']) {
    const job = await reviewPull({ files, inputs: { annotations, rules: 'word-count=off' } })
    expectHarmless(job)
    expect(Number(job.outputs.errors)).toBeGreaterThan(attacks.length / 2)
    expect(job.summary).toContain('pwned')
  }
})

test('names of files are text, and annotate the file that has them', async () => {
  const names = [...attacks, 'a\n::error::pwned', 'b\r##[error]pwned'].map((name) => `postmortems/${name}.md`)
  const text = sound.replace('- 10:25', '- 08:25')
  const job = await reviewPull({ files: Object.fromEntries(names.map((name) => [name, text])) })
  expectHarmless(job)
  expect(job.outputs).toMatchObject({ files: String(names.length), errors: String(names.length) })
  expect(job.annotations.map(({ file }) => file)).toEqual(names.slice(0, 10))
  expect(job.report).toMatchObject({ files: names.map((path) => ({ path })) })
})

test('names of files that cannot be read are text too', async () => {
  const names = attacks.map((name) => `postmortems/${name}.md`)
  const changes = [...names, 'postmortems/sound.md'].map((filename) => ({ filename }))
  const job = await reviewPull({ files: { 'postmortems/sound.md': sound }, changes })
  expectHarmless(job)
  expect(job).toMatchObject({ code: 0, annotations: [] })
  expect(job.log.match(/could not be read/g)).toHaveLength(names.length)
  const nothing = await reviewPull({ files: {}, changes: names.map((filename) => ({ filename })) })
  expect(nothing).toMatchObject({ code: 2, annotations: [{ level: 'error' }] })
  expect(nothing.commands).toHaveLength(1)
})
