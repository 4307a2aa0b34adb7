import type { Schema } from '@/lib/schema/property'

/** Longer descriptions are cut in the form; `kubectl explain` has them whole. */
const LONGEST = 240

/** What the API says of a value, in short. */
export function describes(schema: Schema): string | undefined {
  const { description } = schema
  if (typeof description !== 'string' || description.trim() === '') return undefined
  const text = description.trim()
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text
}

/** Beside the label of a value that every request must have. */
export function Required(): React.ReactElement {
  return <span className="text-faint text-xs">required</span>
}
