import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from '@swc/core'

/** A source file of the project: where it is, what it imports, and its syntax tree. */
export interface SourceFile {
  readonly path: string
  readonly imports: readonly Import[]
  readonly nodes: readonly Node[]
}

export interface Import {
  /** A file of `src`, or the name of a package. */
  readonly from: string
  /** Only types, which leave nothing in the program. */
  readonly typeOnly: boolean
}

/** A node of the tree that swc makes, with the node that it is in. */
export interface Node extends Readonly<Record<string, unknown>> {
  readonly type: string
}

/** Every file of `src`. */
export function sourceFiles(): readonly SourceFile[] {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  )
  return paths.map((name) => {
    const path = posix.join('src', name.replaceAll('\\', '/'))
    const tree = parseSync(readFileSync(join('src', name), 'utf8'), {
      syntax: 'typescript',
      target: 'es2022',
    })
    const nodes = [...nodesIn(tree)]
    return { path, nodes, imports: nodes.flatMap((node) => importOf(node, path)) }
  })
}

function* nodesIn(value: unknown): Iterable<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesIn(item)
  else if (isRecord(value)) {
    if (isNode(value)) yield value
    for (const child of Object.values(value)) yield* nodesIn(child)
  }
}

function importOf(node: Node, path: string): readonly Import[] {
  const from = isRecord(node.source) ? node.source.value : undefined
  if (typeof from !== 'string') return []
  const specifiers = Array.isArray(node.specifiers) ? node.specifiers : []
  const typeOnly =
    node.typeOnly === true || (specifiers.length > 0 && specifiers.every((one) => one.isTypeOnly === true))
  return [{ from: from.startsWith('.') ? posix.join(posix.dirname(path), from) : from, typeOnly }]
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isNode(value: Readonly<Record<string, unknown>>): value is Node {
  return typeof value.type === 'string'
}
