import { isRecord } from '@/lib/promise/path'

/** The names that a schema itself requires, each once; none when it is no schema. */
export function requiredNames(schema: unknown): readonly string[] {
  if (!isRecord(schema) || !Array.isArray(schema.required)) return []
  return [...new Set(schema.required.filter((name) => typeof name === 'string'))]
}
