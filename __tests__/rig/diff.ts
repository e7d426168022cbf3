/** What GitHub tells of the difference between two versions of a file. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Difference {
  readonly patch?: string
  readonly additions: number
  readonly deletions: number
  readonly changes: number
}

/** As git has it; without a patch where nothing differs. */
export function difference(before: string, after: string): Difference {
  const folder = mkdtempSync(join(tmpdir(), 'diff-'))
  try {
    const files = [before, after].map((text, index) => {
      writeFileSync(join(folder, String(index)), text)
      return join(folder, String(index))
    })
    const { stdout } = spawnSync('git', ['diff', '--no-index', '--no-color', '--text', ...files], {
      cwd: folder,
      encoding: 'utf8',
    })
    const start = stdout.indexOf('\n@@')
    if (start < 0) return { additions: 0, deletions: 0, changes: 0 }
    const patch = stdout.slice(start + 1).replace(/\n$/, '')
    const lines = patch.split('\n')
    const [additions, deletions] = ['+', '-'].map(
      (mark) => lines.filter((line) => line.startsWith(mark)).length,
    )
    return {
      patch,
      additions: additions ?? 0,
      deletions: deletions ?? 0,
      changes: (additions ?? 0) + (deletions ?? 0),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Every line added. */
export function addition(text: string): Difference {
  const lines = text.split('\n')
  const open = lines.pop() !== ''
  const all = open ? text.split('\n') : lines
  if (all.length === 0) return { additions: 0, deletions: 0, changes: 0 }
  const end = open ? '\n\\ No newline at end of file' : ''
  const patch = `@@ -0,0 +1${all.length === 1 ? '' : `,${all.length}`} @@\n${all.map((line) => `+${line}`).join('\n')}${end}`
  return { patch, additions: all.length, deletions: 0, changes: all.length }
}

/** The lines of the new version that a patch shows, each with the number of its hunk: where a comment may stand. */
export function shown(patch: string): ReadonlyMap<number, number> {
  const lines = new Map<number, number>()
  let [hunk, line] = [0, 0]
  for (const text of patch.split('\n')) {
    const start = /^@@ -\S+ \+(\d+)/.exec(text)?.[1]
    if (start !== undefined) {
      hunk += 1
      line = Number(start)
    } else if (/^[+ ]/.test(text)) lines.set(line++, hunk)
  }
  return lines
}
