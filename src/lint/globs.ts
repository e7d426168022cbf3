import picomatch from 'picomatch'

/** Tells paths that match globs, without regard to case; `!` before a glob leaves out. */
export function matcher(
  globs: readonly string[],
  exclude: readonly string[] = [],
): (path: string) => boolean {
  const isNegated = (glob: string): boolean => glob.startsWith('!')
  const unwanted = globs.filter(isNegated).map((glob) => glob.slice(1))
  const wanted = globs.filter((glob) => !isNegated(glob))
  return picomatch(wanted, { dot: true, nocase: true, ignore: [...exclude, ...unwanted] })
}
