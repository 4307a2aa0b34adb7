import { equal, isInteger } from './misfit'
import type { Parsed } from './parse-default'
import type { Schema } from './property'
import { valueKind } from './value-kind'
import { readDocument, readValueText } from './value-text'

/** Values that a pasted text names. */
export interface PastedValues {
  readonly values: readonly unknown[]
  /** Parts that are no values of the type, as they stood in the text. */
  readonly refused: readonly string[]
}

/**
 * The values of an enum in a pasted text: a YAML or JSON list, else one in each line, else between
 * commas. An item of a list is a string of the enum as it stands there (`yes`, `1.10`); what is in
 * quotes is a string. Values that are there already or twice are left out.
 * @param present the values that the enum has
 */
export function pastedValues(
  text: string,
  schema: Schema,
  present: readonly unknown[],
): PastedValues {
  const values: unknown[] = []
  const refused: string[] = []
  for (const { source, read } of listed(text, schema) ?? separated(text, schema)) {
    if (!read.ok) refused.push(source)
    else if (![...present, ...values].some((one) => equal(one, read.value))) values.push(read.value)
  }
  return { values, refused }
}

interface Part {
  readonly source: string
  readonly read: Parsed
}

/** The items of a YAML list; `undefined` when the text is none. */
function listed(text: string, schema: Schema): readonly Part[] | undefined {
  const list = /^\s*(?:-\s|\[)/.test(text) ? readDocument(text) : undefined
  const values = list?.ok ? list.document.value() : undefined
  if (!list?.ok || !Array.isArray(values)) return undefined
  const { document } = list
  return values.flatMap((value: unknown, i) => {
    const source = document.source([i]) ?? ''
    return source === '' ? [] : [{ source, read: readItem(value, source, schema) }]
  })
}

function readItem(value: unknown, source: string, schema: Schema): Parsed {
  if (typeof value === 'object' && value !== null) {
    return { ok: false, reason: 'It is a list or a map.' }
  }
  const kind = valueKind(schema)
  if (kind === 'any') return { ok: true, value }
  const either = kind === 'int-or-string'
  if (typeof value === 'string' && (kind === 'string' || either)) return { ok: true, value }
  // An alias stands for its value; everything else for what the user sees.
  const asWritten = !source.startsWith('*') && (kind === 'string' || (either && !isInteger(value)))
  return readValueText(asWritten ? source : String(value), schema)
}

function separated(text: string, schema: Schema): readonly Part[] {
  const lines = text.split(/\r?\n/)
  const parts = lines.length > 1 ? lines : text.split(/[,;\t]/)
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((source) => ({ source, read: readValueText(source, schema) }))
}
