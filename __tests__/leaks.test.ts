import fc from 'fast-check'
import { readBlocks } from '../src/postmortem/blocks.ts'
import { readLeaks } from '../src/postmortem/leaks.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import { placesOfWords, sourceAt } from '../src/postmortem/place.ts'
import { emailAddress } from '../src/rules/email-address.ts'
import { severityFormat } from '../src/rules/severity-format.ts'
import { findingsOf } from './said.ts'

const read = (source: string) => readLeaks(source, readBlocks(source, parseMarkdown(source)))
const emailsIn = (source: string) => read(source).emails.map(({ value, bare }) => [value, bare])
const addressesIn = (source: string) =>
  read(source).addresses.map(({ value, form, inCode }) => `${form}${inCode ? ' in code' : ''} ${value}`)

test.each([
  ['Ask jane.doe@acme.io.', [['jane.doe@acme.io', true]]],
  [
    'Ask <jane@acme.co.uk> or Jane+x@acme.io!',
    [
      ['jane@acme.co.uk', false],
      ['Jane+x@acme.io', true],
    ],
  ],
  ['[jane@acme.io](mailto:jane@acme.io)', [['jane@acme.io', false]]],
  ['[Jane](mailto:jane@acme.io)', [['jane@acme.io', false]]],
  ['`From: jane@acme.io`', [['jane@acme.io', false]]],
  ['<!-- jane@acme.io -->', [['jane@acme.io', true]]],
])('%s', (source, emails) => {
  expect(emailsIn(source)).toEqual(emails)
})

test.each([
  'jane@example.com, jane@mail.example.org, jane@acme.test, jane@localhost',
  'support@acme.io, no-reply@acme.io, geth-announce@acme.io, deploy-bot@acme.io',
  '41+jane@users.noreply.github.com',
  'git@github.com:acme/web.git',
  'acme/web@3f2a1bc and left-pad@1.3.0 and left-pad@1.3.0.tgz',
  'getty@tty1.service and icon@2x.png',
  'vagrant@vagrant:~$ ls; root@web-01.acme.io:~# ls',
  'ssh -p 22 deploy@web-01.acme.io',
  'scp deploy@web-01.acme.io:/tmp/x .',
  'https://me@acme.io/x and postgres://me:secret9@acme.io/x',
  '@@ -13,7 +13,7 @@ @kim @',
])('%s holds no address of a person', (source) => {
  expect(emailsIn(source)).toEqual([])
})

test.each([
  [
    'The node 10.0.32.54 and 172.16.3.4, not 172.32.3.4.',
    ['private 10.0.32.54', 'private 172.16.3.4', 'public 172.32.3.4'],
  ],
  ['`ssh 192.168.1.7`', ['private in code 192.168.1.7']],
  ['http://10.12.6.136:8888/ on ip-10-0-32-54', ['private 10.12.6.136', 'private ip-10-0-32-54']],
  [
    '`ip-10-0-32-54.eu-west-1.compute.internal`',
    ['private in code ip-10-0-32-54.eu-west-1.compute.internal'],
  ],
  ['db.acme.internal and build-7.local', ['private db.acme.internal', 'private build-7.local']],
])('%s', (source, addresses) => {
  expect(addressesIn(source)).toEqual(addresses)
})

test.each([
  '127.0.0.1, 0.0.0.0:8080, 255.255.255.0, 169.254.169.254, 224.0.0.1',
  '192.0.2.7, 198.51.100.7, 203.0.113.7',
  '1.1.1.1 and 8.8.8.8',
  '10.0.0.0/8, 10.1.2.3/32 and 10.1.2.0',
  'version 10.4.1.2, v10.4.1.2, 10.4.1.2-beta, 10.4.1.2.3, 999.1.1.1',
  'kube-dns.kube-system.svc.cluster.local, host.docker.internal',
  '.env.local, /etc/rc.local, settings.local.json, jail.local, com.acme.internal.Main',
])('%s tells nothing of a network', (source) => {
  expect(addressesIn(source)).toEqual([])
})

test('what is found stands where it is said to stand', () => {
  const word = fc.constantFrom(
    'jane@acme.io',
    '10.0.32.54',
    'db.acme.internal',
    'words',
    '`x`',
    '\n\n',
    '- ',
    '(',
    '|',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const source = words.join(' ')
      const { emails, addresses } = read(source)
      for (const { value, at } of [...emails, ...addresses]) expect(sourceAt(source, at)).toBe(value)
      const count = (one: string): number => words.filter((other) => other === one).length
      expect(emails).toHaveLength(count('jane@acme.io'))
      expect(addresses).toHaveLength(count('10.0.32.54') + count('db.acme.internal'))
    }),
  )
})

test('words of a list are found whole, in any case if asked', () => {
  const lines = (text: string, word: string, matchCase: boolean): number[] =>
    placesOfWords(text, word, matchCase).map(({ start }) => start.line)
  const text = 'Acme\nacme, ACME Corp\nacmeish\n[x](https://acme.io)\nÄacme\n'
  expect(lines(text, 'acme', false)).toEqual([1, 2, 2, 4])
  expect(lines(text, 'Acme', true)).toEqual([1])
  expect(lines(text, 'acme corp', false)).toEqual([2])
  expect(lines(text, '', false)).toEqual([])
})

test.each([
  [emailAddress, '# Search was down\n\nAsk jane@acme.io or `jane@acme.io`.\n', {}],
  [severityFormat, '---\nseverity: P1\n---\n\n# Search was down\n', { style: 'sev' }],
  [severityFormat, '# Search was down\n\n**Severity:** Critical\n', { style: 'p' }],
] as const)('a suggestion of $id taken removes its finding and adds none', (rule, text, options) => {
  const findings = findingsOf(rule, { text, options })
  const [{ line, column, endColumn, expected } = { line: 0, column: 0, endColumn: 0 }] = findings
  const lines = text.split('\n')
  const before = lines[line - 1] ?? ''
  const after = before.slice(0, column - 1) + expected?.[0] + before.slice(endColumn - 1)
  const mended = lines.with(line - 1, after).join('\n')
  expect(expected).toHaveLength(1)
  expect(findingsOf(rule, { text: mended, options })).toHaveLength(findings.length - 1)
})
