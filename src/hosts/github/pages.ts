/** Parts of a list, each of at most `size`; one that is empty where there is nothing. */
export function pagesOf<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(all.length / size))
  return Array.from({ length: count }, (_, page) => all.slice(page * size, (page + 1) * size))
}
