import { readdirSync, readFileSync } from 'node:fs'
import { parseSync } from '@swc/core'
import { checkSync } from 'recheck'

interface Pattern {
  readonly file: string
  readonly source: string
  readonly flags: string
}

/** Every regular expression that the sources write. */
function patternsOf(file: string): Pattern[] {
  const found: Pattern[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit)
    else if (typeof node === 'object' && node !== null) {
      if ('type' in node && node.type === 'RegExpLiteral' && 'pattern' in node && 'flags' in node)
        found.push({ file, source: String(node.pattern), flags: String(node.flags) })
      Object.values(node).forEach(visit)
    }
  }
  visit(parseSync(readFileSync(file, 'utf8'), { syntax: 'typescript', target: 'es2022' }))
  return found
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/${name}`)
const patterns = files.flatMap(patternsOf)

test('there are patterns, and none is put together where no one sees it', () => {
  expect(patterns.length).toBeGreaterThan(50)
  expect(files.filter((file) => /new RegExp\(/.test(readFileSync(file, 'utf8')))).toEqual([])
})

test.each(patterns)('$file /$source/ takes linear time', ({ source, flags }) => {
  const result = checkSync(source, flags, { timeout: 10_000 })
  expect({
    status: result.status,
    attack: result.status === 'vulnerable' ? result.attack.pattern : '',
  }).toEqual({
    status: 'safe',
    attack: '',
  })
})
