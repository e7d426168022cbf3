/** A part of a document that is too long for its place: text that is never cut inside, or parts between two texts. */
export type Piece = Text | Group

interface Text {
  readonly text: string
  /** It tells a finding. */
  readonly finding?: true
}

interface Group {
  readonly open: string
  readonly parts: readonly Piece[]
  readonly close: string
}

/** What had room, and the pieces that had none. */
interface Packed {
  readonly text: string
  readonly left: readonly Piece[]
}

/** As many pieces, from the first on, as fit into so many bytes of UTF-8; whatever is opened is closed. */
export function pack(pieces: readonly Piece[], room: number): Packed {
  let text = ''
  let free = room
  for (const [i, piece] of pieces.entries()) {
    const { text: more, left } = 'open' in piece ? packGroup(piece, free) : packText(piece, free)
    text += more
    free -= sizeOf(more)
    if (left.length > 0) return { text, left: [...left, ...pieces.slice(i + 1)] }
  }
  return { text, left: [] }
}

function packText(piece: Text, room: number): Packed {
  return sizeOf(piece.text) > room ? { text: '', left: [piece] } : { text: piece.text, left: [] }
}

/** A group that is empty, or of which nothing fits, is not opened. */
function packGroup({ open, parts, close }: Group, room: number): Packed {
  const { text, left } = pack(parts, room - sizeOf(open) - sizeOf(close))
  return { text: text === '' ? '' : `${open}${text}${close}`, left }
}

/** How many findings pieces tell. */
export function findingsIn(pieces: readonly Piece[]): number {
  return pieces.reduce(
    (sum, piece) => sum + ('open' in piece ? findingsIn(piece.parts) : Number(piece.finding ?? false)),
    0,
  )
}

const encoder = new TextEncoder()

function sizeOf(text: string): number {
  return encoder.encode(text).byteLength
}
