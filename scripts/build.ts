// Bundles the doors, one file each, so that they run with nothing installed. `npm run build -- FOLDER` builds elsewhere.
import { existsSync } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

const [folder = 'dist'] = process.argv.slice(2)
const doors = ['action', 'cli', 'index', 'remark'].filter((door) => existsSync(`src/${door}.ts`))

await rm(folder, { recursive: true, force: true })
await build({
  entryPoints: doors.map((door) => `src/${door}.ts`),
  outdir: folder,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  legalComments: 'eof',
  // Packages written for CommonJS ask for the built-in modules of Node by `require`.
  banner: {
    js: "import { createRequire as $createRequire } from 'node:module';const require = $createRequire(import.meta.url);",
  },
  logLevel: 'warning',
})
await chmod(join(folder, 'cli.js'), 0o755)
