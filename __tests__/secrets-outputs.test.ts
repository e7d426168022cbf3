import fc from 'fast-check'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { linter } from '../src/lint/lint.ts'
import { resolveConfig } from '../src/lint/resolve.ts'
import type { Run } from '../src/lint/run.ts'
import { judge } from '../src/lint/verdict.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import { profiles } from '../src/profiles/index.ts'
import preset from '../src/remark.ts'
import { checkRun } from '../src/reporters/checkRun.ts'
import { json } from '../src/reporters/json.ts'
import { pretty } from '../src/reporters/pretty.ts'
import { review } from '../src/reporters/review.ts'
import { sarif } from '../src/reporters/sarif.ts'
import { summary } from '../src/reporters/summary.ts'
import { commandLine, github, workflow } from '../src/reporters/workflow.ts'
import { rules } from '../src/rules/index.ts'
import { addition } from './rig/diff.ts'

const upper = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567']
const mixed = [...'ABCDEFGHJKLMNPQRSTUVWYZabcdefghijkmnopqrstuvwyz23456789']
const letters = (from: readonly string[], length: number) =>
  fc.string({ unit: fc.constantFrom(...from), minLength: length, maxLength: length })

/** Secrets as their issuers make them, put together here so that none stands in this file. */
const secret = fc.oneof(
  letters(mixed, 36).map((end) => `ghp_${end}`),
  letters(upper, 16).map((end) => `AKIA${end}`),
  letters(mixed, 40).map((end) => `xoxb-${end}`),
  letters(mixed, 24).map((end) => `sk_live_${end}`),
  fc
    .tuple(letters(mixed, 20), letters(mixed, 30), letters(mixed, 30))
    .map(([a, b, c]) => `eyJ${a}.eyJ${b}.${c}`),
  letters(mixed, 40).map((end) => `sk-ant-${end}`),
)

/** A document that shows it wherever a rule or a card could take it up. */
const leaky = (it: string): string => `---
title: Checkout failed ${it}
---

# Checkout failed with ${it}, 3 May 2024

**Timeline with ${it}**

- 09:00 UTC: The impact begins: ${it} is refused.
- ${it}
- 08:00 UTC ${it}: An alert about ${it} fires.
- 10:00 UTC: Resolved: ${it} is revoked.

## ${it}

## Root cause

Sadly somebody carelessly forgot ${it} in a file, probably. [Insert ${it}]

![${it}](https://example.org/${it}.png)
![](${it}.png)

| Task | Owner | Due | Ticket |
| --- | --- | --- | --- |
| Revoke ${it} | ${it} | 2024-06-01 | ${it} |

\`\`\`sh
curl -H "Authorization: ${it}"
\`\`\`

## Corrective and preventative measures

- Be careful with ${it}
- [ ] TBD ${it}
`

const config = resolveConfig([], { rules, profiles })
const wish = { id: 'not-a-postmortem', value: 'off', from: 'test' }
const all = linter(resolveConfig([{ rules: [wish] }], { rules, profiles }), rules)

/** What each output says of a run over one document. */
const outputs: Readonly<Record<string, (run: Run, text: string) => string>> = {
  pretty: (run) => pretty(run, { color: false }),
  json,
  sarif: (run) => sarif(run, rules),
  github,
  'workflow commands': (run) => {
    const { commands, rest } = workflow(run)
    return [...commands.map(commandLine), JSON.stringify(rest)].join('\n')
  },
  summary: (run) => summary(run, rules),
  'check run': (run) => JSON.stringify(checkRun(run, 'https://github.test/run')),
  review: (run, text) => {
    const patches = new Map([['a.md', addition(text).patch ?? '']])
    return JSON.stringify(review(run, { mode: 'all', patches, standing: [], unread: new Set() }))
  },
  remark: (_, text) => {
    const file = new VFile({ path: 'a.md', value: text })
    unified().use(preset).runSync(parseMarkdown(text), file)
    return file.messages
      .map(({ reason, note, expected }) => JSON.stringify([reason, note, expected]))
      .join('\n')
  },
}

/** Pieces of the part that nobody may see. */
const pieces = (it: string): readonly string[] =>
  Array.from({ length: it.length - 4 - 6 }, (_, i) => it.slice(i + 5, i + 11))

test.each(Object.entries(outputs))('no secret of a document reaches %s', (_, output) => {
  fc.assert(
    fc.property(secret, (it) => {
      const text = leaky(it)
      const run = judge([all({ path: 'a.md', text, link: 'https://github.test/a.md' })], config, [])
      const said = output(run, text)
      expect(said.length).toBeGreaterThan(1000)
      expect(pieces(it).filter((piece) => said.includes(piece))).toEqual([])
    }),
    { numRuns: 25 },
  )
})

test('the document would leak if it were not read with dots', () => {
  const harmless = 'Gh0_not-a-secret-but-a-word'
  const run = judge([all({ path: 'a.md', text: leaky(harmless) })], config, [])
  for (const output of Object.values(outputs))
    expect(output(run, leaky(harmless))).toContain(harmless.slice(5, 11))
})

test('a text that cannot be parsed is not shown', () => {
  const text = `${'> '.repeat(50_000)}\n\nghp_${'q7Zr'.repeat(9)}\n`
  const run = judge([all({ path: 'a.md', text })], config, [])
  for (const [name, output] of Object.entries(outputs))
    if (name !== 'remark') expect(output(run, text)).not.toContain('q7Zr')
})
