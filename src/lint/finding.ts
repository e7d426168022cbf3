import type { SectionKind } from '../postmortem/postmortem.ts'
import type { Severity } from './rule.ts'

/** What a rule said of a place, as every output shows it. Lines and columns are 1-based. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly note?: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** The section it stands in. */
  readonly section: SectionKind | null
  /** Texts that could stand at the place instead. */
  readonly expected?: readonly string[]
  /** The rule's page. */
  readonly url: string
  /** False if the base version had it already. */
  readonly new: boolean
  /**
   * Names it among the findings of its file, in every version of it: a hash of rule, section and text, whatever the line and
   * the file's name. 16 hexadecimal digits.
   */
  readonly fingerprint: string
}
