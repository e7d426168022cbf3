// Starts a rule: `npm run new-rule NAME` writes src/rules/NAME.ts with examples that fail until `check` is written.
import { writeFile } from 'node:fs/promises'
import process from 'node:process'

const [id = ''] = process.argv.slice(2)
if (!/^[a-z]+(-[a-z]+)+$/.test(id)) {
  console.error(
    'npm run new-rule NAME: two or more words with hyphens, thing and check, such as timeline-order',
  )
  process.exit(2)
}

const name = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const source = `import { object } from 'valibot'
import { rule } from '../lint/rule.ts'

export const ${name} = rule({
  id: '${id}',
  summary: 'One sentence that says what a good document has.',
  why: 'Why it matters, and who asks for it.',
  severity: 'info',
  options: object({}),
  examples: [
    {
      about: 'What the document below shows.',
      text: '# Checkout was down, 3 May 2024\\n',
      says: ['1: The message that this rule is to give here'],
    },
    {
      about: 'What the document below does well.',
      text: '# Checkout was down, 3 May 2024\\n',
      says: [],
    },
  ],
  *check() {},
})
`
const path = `src/rules/${id}.ts`
await writeFile(path, source, { flag: 'wx' })
console.log(`${path} is written. Next: its check and examples; npm run generate; npm run jest -- conformance`)
