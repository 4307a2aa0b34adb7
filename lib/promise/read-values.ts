/** The text, or '' for anything else. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The list, or an empty one for anything else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Remembers what `read` made of each object, and of everything that is none. */
export function remember<T>(read: (value: unknown) => T): (value: unknown) => T {
  const known = new WeakMap<object, { readonly result: T }>()
  let absent: { readonly result: T } | undefined
  return (value) => {
    if (typeof value !== 'object' || value === null) {
      absent ??= { result: read(undefined) }
      return absent.result
    }
    let hit = known.get(value)
    if (!hit) {
      hit = { result: read(value) }
      known.set(value, hit)
    }
    return hit.result
  }
}
