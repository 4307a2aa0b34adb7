import { shellWord } from '../encode/shell'
import { hashComment } from '../encode/text'
import type { ApiContext, GeneratedFile } from '../scaffold'
import { type Field, type Shape, specField } from '../shape'

/** `scripts/request.sh`: a function for every property of the request. */
export function requestFile(api: ApiContext | undefined): GeneratedFile {
  return { path: 'scripts/request.sh', text: requestFunctions(api) }
}

function requestFunctions(api: ApiContext | undefined): string {
  const field = api && specField(api.schema)
  const functions = new Functions()
  if (field?.shape.kind === 'object') functions.add(field.shape.fields, ['spec'], 'spec')
  const said = api
    ? `The request: kind ${api.kind} of ${api.group}/${api.version}, as promise.yaml describes it.`
    : 'The request. The Promise has no API yet.'
  return `# shellcheck shell=bash disable=SC2016 # dollars in single quotes are meant
${hashComment(said)}
# Each function prints a value: the text of a scalar, a list or map as JSON, nothing when it is
# absent. It fails when the value is of another type. name="$(spec_name)" drops line ends at the end.
${functions.text()}`
}

/** Collects the functions; nested properties get one each, a list one for the whole. */
class Functions {
  readonly #names = new Set<string>()
  readonly #texts: string[] = []

  add(fields: readonly Field[], path: readonly string[], prefix: string): void {
    for (const field of fields) {
      const here = [...path, field.name]
      const wanted = `${prefix}_${field.name.replace(/[^A-Za-z0-9]+/g, '_')}`
      let name = wanted
      for (let n = 2; this.#names.has(name); n++) name = `${wanted}_${n}`
      this.#names.add(name)
      this.#texts.push(
        `\n${describe(field, here)}${name}() { value ${typeOf(field.shape)} ${here.map(word).join(' ')}; }\n`,
      )
      if (field.shape.kind === 'object') this.add(field.shape.fields, here, name)
    }
  }

  text(): string {
    return this.#texts.join('')
  }
}

function word(key: string): string {
  return shellWord(key)
}

function typeOf(shape: Shape): string {
  if (shape.kind === 'object') return 'map'
  if (shape.kind !== 'enum') return shape.kind
  const types = [...new Set(shape.values.map((value) => typeof value))]
  return types.length === 1 ? String(types[0]) : 'any'
}

function describe(
  { description, default: fallback, shape }: Field,
  path: readonly string[],
): string {
  const lines = [`${path.join('.')}: ${typeOf(shape)}`]
  if (shape.kind === 'enum')
    lines.push(`One of: ${shape.values.map((v) => JSON.stringify(v)).join(', ')}`)
  lines.push(...description.split(/\r\n|[\r\n\u2028\u2029]/))
  if (fallback !== undefined) lines.push(`Default: ${JSON.stringify(fallback)}`)
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => `${comment(line)}\n`)
    .join('')
}

/** A comment that shellcheck does not take for an instruction. */
export function comment(text: string): string {
  return hashComment(text).replace(/^# shellcheck/i, '# - shellcheck')
}
