import { chmod, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Metafile } from 'esbuild'

export const doors = ['action', 'cli', 'index', 'remark'] as const
export type Door = (typeof doors)[number]

/** Bundles doors into a folder, one file each, so that they run with nothing installed; tells what went into them. */
export async function bundle(folder: string, which: readonly Door[] = doors): Promise<Metafile> {
  await rm(folder, { recursive: true, force: true })
  const { metafile } = await build({
    entryPoints: which.map((door) => `src/${door}.ts`),
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
    metafile: true,
  })
  if (which.includes('cli')) await chmod(join(folder, 'cli.js'), 0o755)
  return metafile
}
