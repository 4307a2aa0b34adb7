import type { Path } from '@/lib/promise/path'

const STEP = /\.([^.[\]]+)|\['((?:[^'\\]|\\.)*)'\]/g

/** The steps of a fieldPath such as `.size` or `['a.b']` (kratix.md 89). */
export function readFieldPath(text: unknown): Path {
  if (typeof text !== 'string') return []
  return [...text.matchAll(STEP)].map(
    ([, plain, quoted]) => plain ?? quoted?.replace(/\\(.)/g, '$1') ?? '',
  )
}
