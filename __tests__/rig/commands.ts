/** How actions/runner 2.336.0 reads the output of a step: ActionCommand.cs, IssueCommandExtension.cs, ExecutionContext.cs. */

/** Commands that the runner has a handler for; any other line is text. */
const known = new Set(
  `add-mask add-matcher add-path debug echo endgroup error group internal-set-repo-path notice remove-matcher save-state
  set-env set-output stop-commands warning`.split(/\s+/),
)
const perLevel = 10
const longestMessage = 4096

export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/** An annotation as GitHub shows it. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly file?: string
  readonly line?: number
  readonly endLine?: number
  readonly column?: number
  readonly endColumn?: number
  readonly title?: string
}

/** All commands of an output. Lines end at CR LF, at LF and at a lone CR. */
export function readCommands(output: string): readonly Command[] {
  const commands: Command[] = []
  let resume: string | undefined
  for (const line of output.split(/\r\n|\r|\n/)) {
    if (resume !== undefined) {
      if (line.trim() === `::${resume}::`) resume = undefined
      continue
    }
    const command = version2(line) ?? version1(line)
    if (command?.name === 'stop-commands') resume = command.data
    if (command) commands.push(command)
  }
  return commands
}

/** `::name key=value,key=value::data`, after blanks. */
function version2(line: string): Command | undefined {
  const text = line.trimStart()
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1
  return end < 0
    ? undefined
    : command(text.slice(2, end), ',', text.slice(end + 2), { ':': '%3A', ',': '%2C' })
}

/** `##[name key=value;key=value]data`, anywhere in a line. */
function version1(line: string): Command | undefined {
  const start = line.indexOf('##[')
  const end = start < 0 ? -1 : line.indexOf(']', start)
  return end < 0
    ? undefined
    : command(line.slice(start + 3, end), ';', line.slice(end + 1), { ';': '%3B', ']': '%5D' })
}

function command(
  info: string,
  separator: string,
  data: string,
  escapes: Readonly<Record<string, string>>,
): Command | undefined {
  const [name = '', ...rest] = info.split(' ')
  if (!known.has(name)) return undefined
  const pairs = rest
    .join(' ')
    .trim()
    .split(separator)
    .map(
      (pair) => [pair.slice(0, Math.max(0, pair.indexOf('='))), pair.slice(pair.indexOf('=') + 1)] as const,
    )
    .filter(([key]) => key !== '')
    .map(([key, value]) => [key, decode(value, escapes)])
  return { name, properties: Object.fromEntries(pairs), data: decode(data, {}) }
}

function decode(text: string, escapes: Readonly<Record<string, string>>): string {
  const all = Object.entries({ '\r': '%0D', '\n': '%0A', ...escapes, '%': '%25' })
  return all.reduce((rest, [character, code]) => rest.replaceAll(code, character), text)
}

/** What GitHub keeps of the annotations of one step: the first ten of each level, in the order of printing. */
export function annotations(commands: readonly Command[]): readonly Annotation[] {
  return (['error', 'warning', 'notice'] as const).flatMap((level) =>
    commands
      .filter((command) => command.name === level)
      .slice(0, perLevel)
      .map((command) => annotation(level, command)),
  )
}

function annotation(level: Annotation['level'], { data, properties }: Command): Annotation {
  const { file, title } = properties
  const [line, endLine, column, endColumn] = ['line', 'endLine', 'col', 'endColumn'].map((key) =>
    integer(properties[key]),
  )
  const backwards = line !== undefined && endLine !== undefined && endLine < line
  const oneLine = endLine === undefined || endLine === line
  return {
    level,
    message: data.slice(0, longestMessage),
    ...(file !== undefined && { file }),
    ...(title !== undefined && { title }),
    ...(line !== undefined && !backwards && { line }),
    ...(endLine !== undefined && !backwards && { endLine }),
    ...(column !== undefined && oneLine && { column }),
    ...(endColumn !== undefined && oneLine && { endColumn }),
  }
}

function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined
}
