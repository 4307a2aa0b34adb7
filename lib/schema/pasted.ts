import { checkPropertyName } from '@/lib/promise/names'
import { isRecord, type Path } from '@/lib/promise/path'
import { parseYaml, type YamlDocument } from '@/lib/yaml/document'
import { printYaml } from '@/lib/yaml/edit'
import { readLines } from './notation'
import type { Schema } from './property'

/** A property of a pasted text. */
export interface PastedProperty {
  readonly name: string
  readonly required: boolean
  readonly schema: Schema
  /** Where it stands in the pasted document. */
  readonly path: Path
}

export type Pasted =
  | {
      readonly ok: true
      readonly properties: readonly PastedProperty[]
      readonly document: YamlDocument
    }
  | { readonly ok: false; readonly reason: string }

/** Longer texts are no properties that someone copied; `Start from` reads whole files. */
const LONGEST = 500_000

/**
 * The properties in a text from the clipboard: what `copyProperties` gives, a map of `properties`
 * (alone or in a whole schema, with its `required`), properties by their names, one schema without a
 * name, or lines of the short notation. JSON is YAML too. Otherwise one sentence says what is wrong.
 */
export function readPasted(text: string): Pasted {
  if (text.trim() === '') return no('There is nothing to paste.')
  if (text.length > LONGEST) return no('This is too long to be pasted as properties.')
  const [document, ...more] = parseYaml(unindented(text))
  if (!document || document.broken || more.length > 0) {
    return notated(text) ?? no('What was copied is no YAML of properties.')
  }
  const value = document.value()
  if (!isRecord(value)) return notated(text) ?? no('What was copied is no map of properties.')
  const found = propertiesIn(value)
  const fault = found.map(({ name }) => checkPropertyName(name)).find((one) => one !== undefined)
  if (fault) return no(fault)
  const odd = found.find(({ schema }) => !isRecord(schema))
  if (found.length === 0 || odd) {
    const what = odd ? `"${odd.name}" is no schema` : 'It names no properties'
    return notated(text) ?? no(`What was copied cannot be pasted here: ${what}.`)
  }
  const properties = found.map((one) => ({
    ...one,
    schema: isRecord(one.schema) ? one.schema : {},
  }))
  return { ok: true, properties, document }
}

interface Found extends Omit<PastedProperty, 'schema'> {
  readonly schema: unknown
}

function propertiesIn(value: Schema): readonly Found[] {
  const whole = typeof value.type === 'string' || isSchemaOnly(value)
  if (whole && isRecord(value.properties))
    return named(value.properties, ['properties'], value.required)
  // One schema without a name gets one.
  if (whole) return [{ name: 'property', required: false, schema: value, path: [] }]
  return named(value, [], undefined)
}

/** True for `properties:` with nothing beside it but what belongs to it. */
function isSchemaOnly({ properties, ...rest }: Schema): boolean {
  if (!isRecord(properties)) return false
  return Object.keys(rest).every((key) => !isRecord(rest[key]) || key === 'default')
}

function named(map: Schema, above: Path, required: unknown): readonly Found[] {
  const names = Array.isArray(required) ? required : []
  return Object.entries(map).map(([name, schema]) => ({
    name,
    required: names.includes(name),
    schema,
    path: [...above, name],
  }))
}

/** The short notation, one property a line. */
function notated(text: string): Pasted | undefined {
  const { wanted, faults } = readLines(text)
  const entries = Object.entries(wanted.properties)
  if (faults.length > 0 || entries.length === 0) return undefined
  const [document] = parseYaml(printYaml(wanted.properties))
  if (!document) return undefined
  const properties = entries.map(([name, schema]) => ({
    name,
    required: wanted.required.includes(name),
    schema,
    path: [name],
  }))
  return { ok: true, properties, document }
}

/** Lines that were copied from within a file begin further right, but for the first, perhaps. */
function unindented(text: string): string {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length)
  const [first = 0, ...others] = indents
  const least = Math.min(...indents)
  // Selected from the first letter on: the first line lost the indent that its neighbours have.
  const lost = first === 0 && others.length > 0 ? Math.min(...others) : 0
  const asIs = lines.map((line) => line.slice(Math.min(least, line.length))).join('\n')
  if (lost === 0 || !parseYaml(asIs)[0]?.broken) return asIs
  return [lines[0], ...lines.slice(1).map((line) => line.slice(Math.min(lost, line.length)))].join(
    '\n',
  )
}

function no(reason: string): Pasted {
  return { ok: false, reason }
}
