import type { Data } from 'unified'

type Syntax = NonNullable<Data['micromarkExtensions']>[number]
type Construct = Exclude<NonNullable<Syntax['text']>[string], readonly unknown[] | undefined>
type Context = ThisParameterType<Construct['tokenize']>
type Code = Parameters<ReturnType<Construct['tokenize']>>[0]

/** What one parse may spend: about a second. The markup of a hundred pages spends a twentieth of it. */
const fuel = 2e7
/** How many containers may open on one line; the parser asks for each of them twice. */
const depth = 100

/** What a parse has met and spent. */
interface Meter {
  spent: number
  containers: number
  underlines: number
  line: number
  onLine: number
}

/**
 * Syntax that matches nothing and counts. Where the parser needs time that grows with the square of how much there is of a
 * kind of markup, each piece is charged its share; a parse that spends too much ends with a RangeError instead of going on
 * for minutes. What stands in code and fences costs the parser little, and nothing here.
 */
export function limits(): Syntax {
  const meters = new WeakMap<Context['parser'], Meter>()
  const marks = new WeakMap<Context, number>()

  function meterOf({ parser }: Context): Meter {
    const meter = meters.get(parser) ?? { spent: 0, containers: 0, underlines: 0, line: 0, onLine: 0 }
    meters.set(parser, meter)
    return meter
  }

  function charge(meter: Meter, cost: number): void {
    meter.spent += cost
    if (meter.spent > fuel || meter.onLine > 2 * depth) throw new RangeError('Too much markup to parse')
  }

  /** A new quote, item or footnote may close others, which moves all that was read before. */
  const container = spy((context) => {
    const meter = meterOf(context)
    const { line } = context.now()
    meter.onLine = meter.line === line ? meter.onLine + 1 : 1
    meter.line = line
    meter.containers += 1
    charge(meter, (meter.containers + line) / 2)
  })

  /** A line that goes on with a quoted paragraph unquoted looks for what it goes on with; the line after it tells. */
  const lineStart = spy((context) => {
    const { line } = context.now()
    if (context.parser.lazy[line - 1]) charge(meterOf(context), line)
  })

  /** An underlined heading looks back to the beginning of the document. */
  const underline = spy((context) => {
    const meter = meterOf(context)
    meter.underlines += 1
    charge(meter, 2 * meter.underlines)
  })

  /** The end of an emphasis or a link looks for its start among the marks of its paragraph. */
  const mark = spy((context) => {
    const count = (marks.get(context) ?? 0) + 1
    marks.set(context, count)
    charge(meterOf(context), count)
  })

  /** `<!` and `<?` look for their end up to the end of the paragraph. */
  const declaration = spy((context, next) => {
    if (next === codeOf('!') || next === codeOf('?')) charge(meterOf(context), 20_000)
  })

  return {
    document: { ...on('>-+*0123456789[', container), null: lineStart },
    flow: on('-=', underline),
    text: { ...on('*_~]', mark), ...on('<', declaration) },
  }
}

/** A construct that sees a character and the one after it, and leaves both to others. */
function spy(see: (context: Context, next: Code) => void): Construct {
  return {
    tokenize(effects, _, nok) {
      return (code) => {
        effects.enter('data')
        effects.consume(code)
        effects.exit('data')
        return (next) => {
          see(this, next)
          return nok(next)
        }
      }
    },
  }
}

function on(characters: string, construct: Construct): Record<number, Construct> {
  return Object.fromEntries([...characters].map((character) => [codeOf(character), construct]))
}

function codeOf(character: string): number {
  return character.charCodeAt(0)
}
