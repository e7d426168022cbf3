import type { Config } from '../lint/config.ts'
import type { Finding } from '../lint/finding.ts'
import { home } from '../lint/home.ts'
import { directive } from '../lint/obey.ts'
import { rulePage } from '../lint/plugin.ts'
import type { Rule, Severity } from '../lint/rule.ts'
import type { FileReport, Run } from '../lint/run.ts'
import { unreadable } from '../lint/unreadable.ts'
import { version } from '../lint/version.ts'
import { clip, messageText } from './escape.ts'
import { jsonText } from './json.ts'
import { rank } from './rank.ts'

/** What a log tells of a rule. */
type Described = Pick<Rule, 'id' | 'summary' | 'why' | 'severity'>

/** What GitHub's code scanning takes of one run; the most important come first. */
const mostResults = 25_000
const longestDescription = 1000

const levels = { error: 'error', warning: 'warning', info: 'note', off: 'none' } as const

/**
 * A run as a log in the Static Analysis Results Interchange Format, SARIF 2.1.0
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). Paths are relative to the root of the repository, or to the
 * folder where the command line was called.
 */
export function sarif(run: Run, rules: readonly Described[]): string {
  const described = [
    { ...unreadable, severity: 'error' as const },
    { ...directive, severity: 'warning' as const },
    ...rules,
  ]
  const index = new Map(described.map(({ id }, i) => [id, i]))
  const compared = new Map(run.files.map((file) => [file.path, file.compared]))
  const ranked = rank(run).flat()
  const lost = ranked.length - mostResults
  const notices = [...run.notices, ...(lost > 0 ? [`${lost} findings more are left out of this log.`] : [])]
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'postmortem-lint',
            version,
            semanticVersion: version,
            informationUri: home,
            rules: described.map((rule) => descriptorOf(rule, run.config)),
          },
        },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: notices.map((notice) => ({
              level: 'warning',
              message: { text: messageText(notice) },
            })),
          },
        ],
        results: ranked.slice(0, mostResults).map(({ path, finding }) => ({
          ...resultOf(finding, path),
          ruleIndex: index.get(finding.rule) ?? -1,
          ...(compared.get(path) && { baselineState: finding.new ? 'new' : 'unchanged' }),
        })),
      },
    ],
  })
}

function descriptorOf({ id, summary, why, severity }: Described, { rules }: Config) {
  const setting = rules[id] ?? severity
  const level: Severity | 'off' = typeof setting === 'string' ? setting : setting[0]
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: clip(why, longestDescription) },
    help: { text: why, markdown: why },
    helpUri: rulePage(id),
    defaultConfiguration: { enabled: level !== 'off', level: levels[level] },
  }
}

function resultOf(finding: Finding, path: string) {
  const { rule, severity, message, note, fingerprint, expected = [] } = finding
  const artifactLocation = artifactOf(path)
  const region = {
    startLine: finding.line,
    startColumn: finding.column,
    endLine: finding.endLine,
    endColumn: finding.endColumn,
  }
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: messageText(note === undefined ? `${message}.` : `${message}. ${note}`) },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    partialFingerprints: { 'finding/v1': fingerprint },
    ...(expected.length > 0 && {
      fixes: expected.map((text) => ({
        artifactChanges: [
          { artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text } }] },
        ],
      })),
    }),
  }
}

/** Where a file is: a relative path below the root of the source, an absolute one by itself. */
function artifactOf(path: FileReport['path']) {
  const uri = path
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  if (path.startsWith('/')) return { uri: `file://${uri}` }
  return /^[A-Za-z]:\//.test(path) ? { uri: `file:///${uri}` } : { uri, uriBaseId: '%SRCROOT%' }
}
