/** A run of lines that a patch changes, with the lines around them. */
export interface Hunk {
  /** How many lines of the new version stand above it. */
  readonly above: number
  readonly lines: readonly HunkLine[]
}

export interface HunkLine {
  /** `+` stands in the new version alone, `-` in the old one alone, a blank in both. */
  readonly mark: '+' | '-' | ' '
  /** With the line feed at its end, if it has one. */
  readonly text: string
}

/** The hunks of a patch of one file, as `git diff` writes them. */
export function hunksOf(patch: string): readonly Hunk[] {
  const hunks: { above: number; lines: HunkLine[] }[] = []
  for (const line of patch.split('\n')) {
    const [, start, count] = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/.exec(line) ?? []
    const lines = hunks.at(-1)?.lines
    if (start !== undefined) hunks.push({ above: Number(start) - (count === '0' ? 0 : 1), lines: [] })
    else if (/^[-+ ]/.test(line)) lines?.push({ mark: markOf(line), text: `${line.slice(1)}\n` })
    else if (line.startsWith('\\')) {
      // "\ No newline at end of file" is said of the line above.
      const last = lines?.pop()
      if (last) lines?.push({ ...last, text: last.text.slice(0, -1) })
    }
  }
  return hunks
}

/** The old version, from the new one and the patch; undefined where the patch is not of this text, or not the whole of it. */
export function undo(
  text: string,
  patch: string,
  { additions, deletions }: { readonly additions: number; readonly deletions: number },
): string | undefined {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const hunks = hunksOf(patch)
  const count = (mark: HunkLine['mark']): number =>
    hunks.flatMap((hunk) => hunk.lines).filter((line) => line.mark === mark).length
  if (count('+') !== additions || count('-') !== deletions) return
  const before: string[] = []
  let at = 0
  for (const hunk of hunks) {
    before.push(lines.slice(at, hunk.above).join(''))
    at = hunk.above
    for (const line of hunk.lines) {
      if (line.mark !== '+') before.push(line.text)
      if (line.mark !== '-' && lines[at++] !== line.text) return
    }
  }
  return [...before, ...lines.slice(at)].join('')
}

function markOf(line: string): HunkLine['mark'] {
  const mark = line.charAt(0)
  return mark === '+' || mark === '-' ? mark : ' '
}
