import { isRecord } from '@/lib/promise/path'

/**
 * A value as JSON on one line, with integers of any size in all their digits. As with
 * `JSON.stringify`, what JSON does not know is `null` in a list and left out of an object; alone it
 * is the empty text.
 * @param value plain data, as a YAML document gives it
 */
export function jsonText(value: unknown): string {
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return `[${value.map((one) => jsonText(one) || 'null').join(',')}]`
  if (!isRecord(value)) return JSON.stringify(value) ?? ''
  const entries = Object.entries(value).flatMap(([key, one]) => {
    const text = jsonText(one)
    return text === '' ? [] : [`${JSON.stringify(key)}:${text}`]
  })
  return `{${entries.join(',')}}`
}
