// Starts a rule: `npm run new-rule NAME` writes src/rules/NAME.ts, whose first example fails until `check` is written.
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { exportName } from './names.ts'

const [id = ''] = process.argv.slice(2)
const path = `src/rules/${id}.ts`
if (!/^[a-z]+(-[a-z]+)+$/.test(id)) {
  stop(
    'npm run new-rule NAME: words with hyphens between, the thing and what is checked, such as timeline-order',
  )
}
if (existsSync(path)) stop(`There is a rule ${id} already: ${path}`)

await writeFile(
  path,
  `import { object } from 'valibot'
import { rule } from '../lint/rule.ts'

export const ${exportName(id)} = rule({
  id: '${id}',
  summary: 'One sentence that says what a good document has.',
  why: 'Why it matters and who asks for it, with the source: a sentence or two for the page of the rule.',
  severity: 'info',
  options: object({}),
  examples: [
    {
      about: 'What this document lacks.',
      text: '# Checkout was down, 3 May 2024\\n',
      says: ['1: The message'],
    },
    {
      about: 'What this document does well.',
      text: '# Checkout was down, 3 May 2024\\n',
      says: [],
    },
  ],
  *check() {},
})
`,
)
console.log(
  `${path} is written. Next: its check and examples; npm run generate; npm run jest -- conformance voice`,
)

function stop(why: string): never {
  console.error(why)
  process.exit(2)
}
