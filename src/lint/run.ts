import type { Postmortem } from '../postmortem/postmortem.ts'
import type { Config } from './config.ts'
import type { Finding } from './finding.ts'

/** A document as a host found it. */
export interface Source {
  /** Relative to the root of the repository, with forward slashes; as named on the command line at the desk. */
  readonly path: string
  /** Its text, or why there is none: a phrase such as "larger than 1 MiB". */
  readonly text: string | { readonly unreadable: string }
  /** The base version, likewise; null for a file that the base does not have; absent where there is no base. */
  readonly base?: string | { readonly unreadable: string } | null
  /** Address of the page that shows the file at the commit that was read; `#L12` is appended. */
  readonly link?: string
}

export interface FileReport {
  readonly path: string
  readonly findings: readonly Finding[]
  /** Null where the file could not be read, or where the host keeps no facts. */
  readonly postmortem: Postmortem | null
  /** For excerpts: dots stand for its secrets. Empty where the file could not be read. */
  readonly text: string
  /** Its findings were held against those of a base version, or it has none. */
  readonly compared: boolean
  /** Findings that comments in the document switched off. */
  readonly disabled?: number
  readonly link?: string
}

export type Verdict = 'pass' | 'fail'

/** All that a run found: what reporters turn into text, JSON, commands and summaries. */
export interface Run {
  readonly verdict: Verdict
  readonly files: readonly FileReport[]
  /** Of the findings that `scope` holds against the run. */
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number }
  readonly config: Config
  /** Sentences about the run itself: what could not be read, what was left out. */
  readonly notices: readonly string[]
}

/** The port to the world; the only thing that acts. */
export interface Host {
  /** Throws `Mistakes` for a broken configuration. */
  configure(): Promise<Config>
  /** The documents to lint, and sentences about what could not be had. Throws if nothing at all could be read. */
  read(config: Config): Promise<{ readonly sources: readonly Source[]; readonly notices: readonly string[] }>
  /** What is kept of a report until it is published; all of it without this. Facts are many times as large as their text. */
  keep?(report: FileReport): FileReport
  publish(run: Run): Promise<void>
  /** Says why there is no run: `sentencesOf(error)` in lint/mistake.ts has the words. */
  fail(error: unknown): void
  /** Says on a terminal how far a long run is; absent where nobody looks. */
  progress?(done: number, of: number): void
}
