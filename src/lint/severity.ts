import type { VFileMessage } from 'vfile-message'
import type { Severity } from './rule.ts'

/** `VFileMessage.fatal` for a severity: unified's own convention. */
export const fatal = { error: true, warning: false, info: null } as const

/** The severity of a message of ours. */
export function severityOf({ fatal }: Pick<VFileMessage, 'fatal'>): Severity {
  if (fatal) return 'error'
  return fatal === false ? 'warning' : 'info'
}
