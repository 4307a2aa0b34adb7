import type { Schema } from './property'

/** True when two readings of a schema differ in the value of `keyword` at most. */
export function sameBut(keyword: string, a: Schema, b: Schema): boolean {
  const [names, others] = [Object.keys(a), Object.keys(b)]
  // The order counts: the text is shown in it.
  return (
    names.length === others.length &&
    names.every((name, i) => name === others[i] && (name === keyword || a[name] === b[name]))
  )
}
