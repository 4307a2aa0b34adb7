/** `kubectl apply` keeps the whole object in an annotation of at most this size (kratix.md 112). */
export const APPLY_LIMIT = 262_144
/** The largest object that etcd stores by default: 1.5 MiB (kratix.md 113). */
export const ETCD_LIMIT = 1_572_864

const known = new WeakMap<object, number>()
const encoder = new TextEncoder()

/**
 * How many bytes an object takes as the JSON that `kubectl apply` sends and etcd stores: what the
 * limits count, and often less than the YAML.
 */
export function appliedSize(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let size = known.get(value)
  if (size === undefined) {
    const text = JSON.stringify(value, (_, part) =>
      typeof part === 'bigint' ? Number(part) : part,
    )
    // Go writes these five as \uXXXX: ASCII ones grow by 5 bytes, the separators from 3 to 6.
    const html = text.match(/[<>&]/g)?.length ?? 0
    const separators = text.match(/[\u2028\u2029]/g)?.length ?? 0
    size = encoder.encode(text).length + 5 * html + 3 * separators + 1
    known.set(value, size)
  }
  return size
}
