import { placer } from './place.ts'
import type { Secret } from './postmortem.ts'

interface Pattern {
  readonly kind: string
  /** The group, where there is one, is the part to hide; else all but the first four characters. */
  readonly shape: RegExp
}

/** What issuers publish of their own tokens, as gitleaks and GitHub's secret scanning use it; `\\?_`: Markdown may escape it. */
const patterns: readonly Pattern[] = [
  {
    kind: 'an AWS access key',
    shape: /(?<![A-Za-z0-9])A[KS]IA[A-Z0-9]{16}(?![A-Za-z0-9])/g,
  },
  {
    kind: 'a GitHub token',
    shape: /(?<![A-Za-z0-9])(?:gh[pousr]\\?_[A-Za-z0-9]{36,255}|github\\?_pat\\?_[A-Za-z0-9_\\]{22,255})/g,
  },
  { kind: 'a GitLab token', shape: /(?<![A-Za-z0-9])glpat-[\w-]{20,255}/g },
  {
    kind: 'a Slack token',
    shape: /(?<![A-Za-z0-9])x(?:ox[abeoprs]|app)-[\w-]{10,255}/g,
  },
  {
    kind: 'a Slack webhook',
    shape: /https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/[\w/+-]{20,255}/g,
  },
  {
    kind: 'a Discord webhook',
    shape: /https:\/\/discord(?:app)?\.com\/api\/webhooks\/\d{5,30}\/[\w-]{30,255}/g,
  },
  { kind: 'a Google API key', shape: /(?<![A-Za-z0-9])AIza[\w-]{35}(?![\w-])/g },
  { kind: 'a Stripe key', shape: /(?<![A-Za-z0-9])[sr]k\\?_live\\?_[A-Za-z0-9]{16,255}/g },
  { kind: 'an npm token', shape: /(?<![A-Za-z0-9])npm\\?_[A-Za-z0-9]{36}(?!\w)/g },
  { kind: 'a PyPI token', shape: /(?<![A-Za-z0-9])pypi-AgE[\w-]{50,500}/g },
  { kind: 'a SendGrid key', shape: /(?<![A-Za-z0-9])SG\.[\w-]{16,100}\.[\w-]{16,100}/g },
  { kind: 'an Anthropic key', shape: /(?<![A-Za-z0-9])sk-ant-[\w-]{20,255}/g },
  {
    kind: 'an OpenAI key',
    shape: /(?<![A-Za-z0-9])sk-(?:proj|svcacct|admin)-[\w-]{20,255}/g,
  },
  { kind: 'a Hugging Face token', shape: /(?<![A-Za-z0-9])hf\\?_[A-Za-z]{34}(?!\w)/g },
  { kind: 'a DigitalOcean token', shape: /(?<![A-Za-z0-9])do[opr]\\?_v1\\?_[0-9a-f]{64}/g },
  {
    kind: 'a Shopify token',
    shape: /(?<![A-Za-z0-9])shp(?:at|ca|pa|ss)\\?_[0-9a-fA-F]{32}/g,
  },
  { kind: 'a Vault token', shape: /(?<![A-Za-z0-9])hvs\.[\w-]{24,255}/g },
  { kind: 'a Grafana token', shape: /(?<![A-Za-z0-9])glsa\\?_[A-Za-z0-9_]{32,255}/g },
  {
    kind: 'a JSON Web Token',
    shape: /(?<![\w-])eyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{10,2000}/g,
  },
  {
    kind: 'a private key',
    shape:
      /-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?-----(?:(?:[\s>]|\\[nr])+[A-Za-z0-9+/=]{30,})+(?:(?:[\s>]|\\[nr])+[A-Za-z0-9+/=]{1,75}(?=[\s>\\]))?/g,
  },
  {
    kind: 'a password in an address',
    shape:
      /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'`<>]{1,100}:([^\s:/@"'`<>]{3,200})@[\w.-]{0,252}\w/gi,
  },
]

/** No secret, but an example or a gap: as documentation, tests and careful writers put it. */
const sample = /example|x{4}|\*{3}|\.{3}|…|redacted|changeme|your|dummy|(.)\1{5}|1234567|abcdefg/i
/** No password: a name for one, a variable, or that of a machine of one's own. */
const noPassword =
  /:\/\/([^:]+):(?:(?:\1|pass|passwd|password|pwd|pw|secret|token)@|[${%[(])|@(?:localhost|127\.|0\.0\.0\.0)/i

/** A secret's range, and the part of it that nobody may see. */
interface Range {
  readonly kind: string
  readonly from: number
  readonly to: number
  readonly hidden: readonly [from: number, to: number]
}

/** What one of the patterns begins with: most documents hold none and are not searched. */
const beginnings =
  /A[KS]IA|gh[pousr]\\?_|github\\?_pat|glpat-|xox[a-z]-|xapp-|hooks\.slack|api\/webhooks|AIza|k\\?_live|npm\\?_|pypi-AgE|SG\.|sk-|hf\\?_|\\?_v1|shp[a-z]{2}\\?_|hvs\.|glsa|eyJ|PRIVATE KEY|:\/\/[^/\s@]{1,300}@/

function findSecrets(source: string): Range[] {
  if (!beginnings.test(source)) return []
  const ranges = patterns.flatMap(({ kind, shape }): Range[] =>
    [...source.matchAll(shape)].flatMap(({ 0: text, 1: password, index: from }) => {
      if (sample.test(password ?? text) || (password !== undefined && noPassword.test(text))) return []
      const to = from + text.length
      if (password === undefined) return [{ kind, from, to, hidden: [from + 4, to] }]
      const start = from + text.lastIndexOf(`${password}@`)
      return [{ kind, from, to, hidden: [start, start + password.length] }]
    }),
  )
  return ranges.sort((a, b) => a.from - b.from)
}

/** The secrets of a source, found by the prefixes that their issuers give them: in code, comments and link targets too. */
export function readSecrets(source: string): Secret[] {
  const at = placer(source)
  return findSecrets(source).map(({ kind, from, to }) => ({
    kind,
    value: beginning(source.slice(from, to)),
    at: at(from, to),
  }))
}

/**
 * The source with a dot for each character of a secret but its first four (for a password in an address, for each of its
 * own). Length and lines stay as they are, so every place in the one is the same place in the other.
 */
export function maskSecrets(source: string): string {
  let masked = ''
  let done = 0
  for (const { hidden } of findSecrets(source)) {
    const [from, to] = [Math.max(hidden[0], done), hidden[1]]
    if (to <= from) continue
    masked += source.slice(done, from) + source.slice(from, to).replace(/[^\r\n]/g, '•')
    done = to
  }
  return masked + source.slice(done)
}

/** All that may be shown of a value that should not be published. */
export const beginning = (value: string): string => `${[...value].slice(0, 4).join('')}…`
