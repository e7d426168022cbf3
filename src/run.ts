import { linter } from './lint/lint.ts'
import type { Host } from './lint/run.ts'
import { judge } from './lint/verdict.ts'
import { rules } from './rules/index.ts'

/**
 * The one use case: configure, read, lint, judge, publish. Gives the exit code: 0 for a pass, 1 for findings at or above
 * `fail-on`, 2 where there was no run.
 */
export async function run(host: Host): Promise<0 | 1 | 2> {
  try {
    const config = await host.configure()
    const { sources, notices } = await host.read(config)
    const lint = linter(config, rules)
    const files = sources.map((source, index) => {
      host.progress?.(index, sources.length)
      const report = lint(source)
      return host.keep?.(report) ?? report
    })
    host.progress?.(files.length, files.length)
    const result = judge(files, config, notices)
    await host.publish(result)
    return result.verdict === 'pass' ? 0 : 1
  } catch (error) {
    host.fail(error)
    return 2
  }
}
