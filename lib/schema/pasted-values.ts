import { isRecord } from '@/lib/promise/path'
import { equal } from './misfit'
import type { Schema } from './property'
import { readValueText, readYaml } from './value-text'

/** Values that a pasted text names. */
export interface PastedValues {
  readonly values: readonly unknown[]
  /** Parts that are no values of the type, as they stood in the text. */
  readonly refused: readonly string[]
}

/**
 * The values of an enum in a pasted text: a YAML or JSON list, else one in each line, else between
 * commas. Values that are there already or twice are left out.
 * @param present the values that the enum has
 */
export function pastedValues(
  text: string,
  schema: Schema,
  present: readonly unknown[],
): PastedValues {
  const values: unknown[] = []
  const refused: string[] = []
  for (const part of partsOf(text)) {
    const read = readValueText(part, schema)
    if (!read.ok) refused.push(part)
    else if (![...present, ...values].some((one) => equal(one, read.value))) values.push(read.value)
  }
  return { values, refused }
}

function partsOf(text: string): readonly string[] {
  const list = /^\s*(?:-\s|\[)/.test(text) ? readYaml(text) : undefined
  if (list?.ok && Array.isArray(list.value)) {
    return list.value.filter((one) => !isRecord(one) && !Array.isArray(one)).map(String)
  }
  const lines = text.split(/\r?\n/)
  const parts = lines.length > 1 ? lines : text.split(/[,;\t]/)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
