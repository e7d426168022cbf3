import { placer } from './place.ts'
import type { Block, MachineAddress, Postmortem } from './postmortem.ts'

/** E-mail addresses and addresses of machines, but for those that belong to nobody: examples, roles, loopback, resolvers. */
export function readLeaks(
  source: string,
  blocks: readonly Block[],
): Required<Pick<Postmortem, 'emails' | 'addresses'>> {
  const at = placer(source)
  const isCode = codeOf(blocks)
  return {
    emails: findEmails(source).map(([from, to]) => ({
      value: source.slice(from, to),
      at: at(from, to),
      bare: !/[[<(:/`]/.test(source.charAt(from - 1)) && !isCode(from, to),
    })),
    addresses: findMachines(source).map(({ form, from, to }) => ({
      form,
      value: source.slice(from, to),
      at: at(from, to),
      inCode: isCode(from, to),
    })),
  }
}

type Offsets = readonly [from: number, to: number]

/** Tells of a range whether it stands in code; where code stands is read when first asked. */
function codeOf(blocks: readonly Block[]): (from: number, to: number) => boolean {
  let known: readonly Offsets[] | undefined
  return (from, to) => {
    known ??= blocks
      .flatMap(({ spans }) =>
        spans.flatMap((span): Offsets[] => (span.kind === 'code' ? [[span.from, span.to]] : [])),
      )
      .sort(([a], [b]) => a - b)
    let [low, high] = [0, known.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((known[middle]?.[0] ?? 0) <= from) low = middle + 1
      else high = middle
    }
    return to <= (known[low - 1]?.[1] ?? 0)
  }
}

const isLocal = (char: string): boolean => /[\w.%+-]/.test(char)
const isDomain = (char: string): boolean => /[A-Za-z0-9.-]/.test(char)

function findEmails(source: string): Offsets[] {
  const found: Offsets[] = []
  for (let sign = source.indexOf('@'); sign >= 0; sign = source.indexOf('@', sign + 1)) {
    let from = sign
    while (from > 0 && sign - from < 64 && isLocal(source.charAt(from - 1))) from--
    let to = sign + 1
    while (to < source.length && to - sign < 254 && isDomain(source.charAt(to))) to++
    while (/[.-]/.test(source.charAt(to - 1))) to--
    while (/[.-]/.test(source.charAt(from))) from++
    if (from < sign && isPersonal(source.slice(from, sign), source.slice(sign + 1, to)))
      if (!isLogin(source, from, to) && !isTarget(source, from, to)) found.push([from, to])
  }
  return found
}

/** Mailboxes and lists of a function, not of a person. */
const roles =
  /^(?:git|no-?reply|do-?not-?reply|support|security|abuse|status|info|help(?:desk)?|contact|admin|postmaster|webmaster|hostmaster|root|sales|press|privacy|legal|team|hello|office|ops|on-?call|incidents?|alerts?|notifications?|billing|feedback|community|conduct|dev|devops|sre|bounty|bugs|sponsors?|donations?|jobs|careers|media|marketing|announce|users|list|bot|.*[-+._](?:bot|announce|users|devel?|list|team|support|alerts))$/i
/** Ends of domains that belong to nobody (RFC 2606 and 6761) or to no network but one's own. */
const nobody = new Set(['example', 'test', 'invalid', 'localhost', 'local', 'internal'])
/** Ends of file names that "unit@instance.service" and "image@2x.png" have. */
const files =
  /\.(?:service|socket|timer|target|mount|png|jpe?g|gif|svg|webp|tgz|gz|zip|json|ya?ml|txt|log|conf|js|ts|html)$/i

function isPersonal(local: string, domain: string): boolean {
  const labels = domain.toLowerCase().split('.')
  return (
    labels.length > 1 &&
    labels.every((label) => /^[A-Za-z0-9-]{1,63}$/.test(label)) &&
    /^[A-Za-z]{2,24}$/.test(labels.at(-1) ?? '') &&
    !roles.test(local) &&
    !nobody.has(labels.at(-1) ?? '') &&
    labels.at(-2) !== 'example' &&
    !labels.includes('noreply') &&
    !files.test(domain)
  )
}

/** The target of a link whose text is the same address. */
const isTarget = (source: string, from: number, to: number): boolean =>
  source.slice(Math.max(0, 2 * from - to - 10), from) === `[${source.slice(from, to)}](mailto:`

/** No mail, but a machine that somebody logs in to: "ssh deploy@web-01.acme.io", "root@web-01.acme.io:~#", "https://me@acme.io". */
function isLogin(source: string, from: number, to: number): boolean {
  const before = source.slice(Math.max(0, from - 30), from)
  const words = before.split(/[\s`]/)
  const command = words.findLastIndex((word) => commands.has(word))
  const dialled =
    command >= 0 && words.slice(command + 1).every((word) => word === '' || /^(?:-|\d)/.test(word))
  const after = source.slice(to, to + 2)
  return (
    before.endsWith('/') || words.at(-1)?.includes('://') || dialled || /^:[~/\w]|^[\]:]?[#$]/.test(after)
  )
}
const commands = new Set(['ssh', 'scp', 'sftp', 'rsync', 'ssh-copy-id'])

interface Machine {
  readonly form: MachineAddress['form']
  readonly from: number
  readonly to: number
}

function findMachines(source: string): Machine[] {
  const numbers = [...source.matchAll(ipv4)].flatMap(({ 0: text, index }): Machine[] => {
    const form = formOf(text.split('.').map(Number))
    return form && !isVersion(source, index) ? [{ form, from: index, to: index + text.length }] : []
  })
  const hosts = suffixes.test(source) ? [...source.matchAll(hostName)] : []
  const names = [...hosts, ...source.matchAll(hostOfAddress)]
    .filter(({ 0: text }) => !everywhere.test(text))
    .map(({ 0: text, index }): Machine => ({ form: 'private', from: index, to: index + text.length }))
  return [...numbers, ...names].sort((a, b) => a.from - b.from)
}

/** Four numbers that are no part of a longer name or number, and no network: "10.0.0.0/8". */
const ipv4 = /(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d|\/\d)/g
const isVersion = (source: string, at: number): boolean =>
  /\b(?:versions?|release|v|chrome|build|mobile)[ /:]*$/i.test(source.slice(Math.max(0, at - 12), at))

/** None for addresses that belong to nobody: loopback, examples (RFC 5737), masks, networks, multicast, public resolvers. */
function formOf([a = 0, b = 0, c = 0, d = 0]: readonly number[]): MachineAddress['form'] | undefined {
  if (Math.max(a, b, c, d) > 255 || a === 0 || a === 127 || a >= 224 || d === 0 || d === 255) return undefined
  if (a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168)) return 'private'
  if (a === 100 && b >= 64 && b < 128) return 'private'
  if (a === 169 && b === 254) return undefined
  const sample =
    (a === 192 && b === 0 && c === 2) ||
    (a === 198 && b === 51 && c === 100) ||
    (a === 203 && b === 0 && c === 113)
  return sample || resolvers.has([a, b, c, d].join('.')) ? undefined : 'public'
}
const resolvers = new Set(
  '1.1.1.1 1.0.0.1 8.8.8.8 8.8.4.4 9.9.9.9 149.112.112.112 208.67.222.222 208.67.220.220'.split(' '),
)

/** Without one of these no name is looked for. */
const suffixes = /\.(?:internal|intranet|corp|lan|local)\b/i
/** A name that only an internal network resolves; ".local" with two labels before it, or with a number: no file's name. */
const hostName =
  /(?<![\w./@-])(?:(?:[a-z0-9-]{1,63}\.)+(?:internal|intranet|corp|lan)|(?:[a-z0-9-]{1,63}\.){2,}local|[a-z][a-z-]{0,50}-?\d+\.local)(?![\w-]|\.\w|\()/gi
const hostOfAddress = /(?<![\w.-])ip-\d{1,3}(?:-\d{1,3}){3}(?![\w-]|\.[\w-]+\.)/g
/** Names that are the same in every network. */
const everywhere = /(?:^|\.)(?:cluster\.local|docker\.internal|google\.internal|containers\.internal)$/i
