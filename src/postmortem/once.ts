/** Gives what `read` gives, which is asked once, when it is first needed. */
export function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => {
    known ??= { value: read() }
    return known.value
  }
}
