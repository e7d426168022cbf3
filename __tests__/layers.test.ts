import { isRecord, type Node, type SourceFile, sourceFiles } from './sources.ts'

const files = sourceFiles()

/** The layer of a file: the folder below `src`, or the file itself for the doors and the use case. */
function layerOf(path: string): string {
  const [, layer = '', below] = path.split('/')
  return below === undefined ? layer.replace(/\.ts$/, '') : layer
}

const doors = ['action', 'cli', 'index', 'remark']
const pure = ['postmortem', 'profiles', 'lint', 'rules', 'reporters']

/** What each layer may import of the others; its own files always. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  postmortem: [],
  profiles: ['lint', 'postmortem'],
  lint: ['postmortem'],
  rules: ['lint', 'postmortem'],
  reporters: ['lint', 'postmortem'],
  hosts: ['lint', 'postmortem', 'profiles', 'reporters', 'rules'],
  run: ['lint', 'rules'],
}

test('there is a file of every layer', () => {
  expect(new Set(files.map(({ path }) => layerOf(path)))).toEqual(
    new Set([...Object.keys(allowed), ...doors]),
  )
})

test.each(files)('$path imports only from below', ({ path, imports }) => {
  const layer = layerOf(path)
  if (doors.includes(layer)) return
  const ours = imports.filter(({ from }) => from.startsWith('src/')).map(({ from }) => layerOf(from))
  expect(ours.filter((other) => other !== layer && !allowed[layer]?.includes(other))).toEqual([])
})

test.each(files)('$path meets the world only if it is a host or a door', ({ path, imports }) => {
  const world = imports.filter(({ from }) => /^(node:|@actions\/|@octokit\/)/.test(from))
  if (layerOf(path) === 'hosts' || doors.includes(layerOf(path))) return
  expect(world).toEqual([])
})

test.each(files.filter(({ path }) => layerOf(path) === 'rules' && !path.endsWith('/index.ts')))(
  '$path knows what a rule is, facts and their places, and no other rule',
  ({ imports }) => {
    const known = ['src/lint/rule.ts', 'src/postmortem/postmortem.ts', 'src/postmortem/place.ts', 'valibot']
    expect(imports.filter(({ from, typeOnly }) => !typeOnly && !known.includes(from))).toEqual([])
  },
)

test('a profile is data: of other layers it imports types, unless it reads a template', () => {
  const profiles = files.filter(
    ({ path }) => layerOf(path) === 'profiles' && path !== 'src/profiles/template.ts',
  )
  const values = profiles.flatMap(({ imports }) => imports.filter(({ typeOnly }) => !typeOnly))
  expect(values.filter(({ from }) => layerOf(from) !== 'profiles')).toEqual([])
})

const pureFiles = files.filter(({ path }) => pure.includes(layerOf(path)))

test.each(pureFiles)('$path waits for nothing and touches nothing', ({ nodes }) => {
  const waits = nodes.filter((node) => node.type === 'AwaitExpression' || node.async === true)
  expect(waits.map(({ type }) => type)).toEqual([])
  expect(nodes.flatMap(touched)).toEqual([])
})

/** Hostile markup ends a parse; a vocabulary of our own that cannot work ends the program that was built with it. */
const throwing = ['src/postmortem/limits.ts', 'src/postmortem/lexicon.ts']

test.each(pureFiles.filter(({ path }) => layerOf(path) !== 'lint' && !throwing.includes(path)))(
  '$path throws nothing',
  ({ nodes }) => {
    expect(nodes.filter(({ type }) => type === 'ThrowStatement')).toEqual([])
  },
)

test('a door holds no logic', () => {
  const loops = /^(If|For|While|Switch|Try)\w*Statement$/
  const branches = files
    .filter(({ path }) => doors.includes(layerOf(path)))
    .flatMap(({ path, nodes }) =>
      nodes.filter(({ type }) => loops.test(type)).map(({ type }) => `${path}: ${type}`),
    )
  expect(branches).toEqual([])
})

const world = new Set(
  'process console fetch performance crypto setTimeout setInterval setImmediate queueMicrotask globalThis require eval Buffer'.split(
    ' ',
  ),
)
/** Members that read a clock, chance, or the machine's own zone. */
const ambient = /^(Date\.now|Math\.random|DateTime\.(now|local)|Intl\.DateTimeFormat\(\)|new Date\(\))$/

/** What of the world a node of the tree names. */
function touched(node: Node): readonly string[] {
  if (node.type === 'Identifier' && typeof node.value === 'string' && isFree(node) && world.has(node.value)) {
    return [node.value]
  }
  const name = nameOf(node)
  return ambient.test(name) ? [name] : []
}

/** A variable rather than the name of a property: only variables have a context in swc's tree. */
function isFree(node: Node): boolean {
  return 'ctxt' in node
}

function nameOf(node: Node): string {
  if (node.type === 'MemberExpression' && isRecord(node.object) && isRecord(node.property)) {
    return `${node.object.value}.${node.property.value}`
  }
  const withoutArguments = Array.isArray(node.arguments) && node.arguments.length === 0
  if (node.type === 'NewExpression' && isRecord(node.callee) && withoutArguments)
    return `new ${node.callee.value}()`
  return ''
}

test('the test sees what it looks for', () => {
  const sample: SourceFile['nodes'] = [
    { type: 'Identifier', ctxt: 1, value: 'process' },
    { type: 'MemberExpression', object: { value: 'Date' }, property: { value: 'now' } },
    { type: 'NewExpression', callee: { value: 'Date' }, arguments: [] },
  ]
  expect(sample.flatMap(touched)).toEqual(['process', 'Date.now', 'new Date()'])
  expect(touched({ type: 'Identifier', value: 'process' })).toEqual([])
})
