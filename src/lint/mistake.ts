import { distance } from 'fastest-levenshtein'

/** A broken configuration: every mistake in it, each a sentence. */
export class Mistakes extends Error {
  readonly sentences: readonly string[]

  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'))
    this.name = 'Mistakes'
    this.sentences = sentences
  }
}

/** A value and where it was given: `--fail-on`, `input fail-on`, or a line of a file. */
export interface Given<T = string> {
  readonly value: T
  readonly from: string
}

/** The known name nearest to what was written, if a slip of the keyboard explains the difference. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const [best] = byDistance(written, known)
  return best && best.far <= Math.max(2, best.name.length / 3) ? best.name : undefined
}

function byDistance(written: string, known: readonly string[]) {
  const far = (name: string): number => distance(written.toLowerCase(), name.toLowerCase())
  return known.map((name) => ({ name, far: far(name) })).sort((a, b) => a.far - b.far)
}

/** A sentence about a name that is not among those known. `what` names its kind: "profile", "rule". */
export function unknownName({ value, from }: Given, what: string, known: readonly string[]): string {
  const guess = nearest(value, known)
  const hint = guess === undefined ? '' : ` Did you mean ${quote(guess)}?`
  return `${from}: ${quote(value)} is no known ${what}.${hint} Known: ${listed(value, known)}.`
}

/** All names, or of many the nearest. */
function listed(value: string, known: readonly string[]): string {
  if (known.length <= most) return known.map(quote).join(', ')
  const near = byDistance(value, known).slice(0, 5)
  return `${near.map(({ name }) => quote(name)).join(', ')} and ${known.length - near.length} more`
}
/** More names than a sentence can hold. */
const most = 20

/** A name as sentences show it. */
export function quote(name: string): string {
  return `\`${name}\``
}

/** What went wrong, for a person: the sentences of `Mistakes`, or one for any other error. */
export function sentencesOf(error: unknown): readonly string[] {
  if (error instanceof Mistakes) return error.sentences
  return [error instanceof Error ? error.message : String(error)]
}
