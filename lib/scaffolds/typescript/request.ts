import { tsDoc, tsKey, tsLiteral, tsString } from '../encode/typescript'
import type { ApiContext, GeneratedFile } from '../scaffold'
import { type Field, type Shape, specField } from '../shape'

/** `scripts/request.ts`: the request as the API of the Promise describes it. */
export function requestFile(api: ApiContext | undefined): GeneratedFile {
  return { path: 'scripts/request.ts', text: requestTypes(api) }
}

function requestTypes(api: ApiContext | undefined): string {
  const types = new Types()
  const field = api && specField(api.schema)
  const spec = field ? types.name(field.shape, 'Spec') : 'Readonly<Record<string, unknown>>'
  const doc = api
    ? `A request: kind ${api.kind} of ${api.group}/${api.version}, as promise.yaml describes it.`
    : 'A request. The Promise has no API yet.'
  return `${tsDoc(doc)}export interface Request {
  readonly apiVersion: ${api ? tsString(`${api.group}/${api.version}`) : 'string'}
  readonly kind: ${api ? tsString(api.kind) : 'string'}
  readonly metadata: {
    readonly name: string
    readonly namespace: string
    readonly labels?: Readonly<Record<string, string>>
    readonly annotations?: Readonly<Record<string, string>>
  }
  readonly spec${field?.present === false ? '?' : ''}: ${spec}
  readonly status?: Readonly<Record<string, unknown>>
}
${types.text()}`
}

/** Collects the interfaces; each object of the API gets one, named after its place. */
class Types {
  readonly #names = new Set(['Request'])
  readonly #interfaces: string[] = []

  name(shape: Shape, wanted: string): string {
    switch (shape.kind) {
      case 'string':
      case 'boolean':
        return shape.kind
      case 'integer':
      case 'number':
        return 'number'
      case 'any':
        return 'unknown'
      case 'enum':
        return [...new Set(shape.values.map(tsLiteral))].join(' | ')
      case 'list':
        return `readonly ${grouped(this.name(shape.items, `${wanted}Item`))}[]`
      case 'map':
        return `Readonly<Record<string, ${this.name(shape.values, `${wanted}Value`)}>>`
      case 'object':
        return this.#interface(shape.fields, wanted)
    }
  }

  #interface(fields: readonly Field[], wanted: string): string {
    let name = wanted
    for (let n = 2; this.#names.has(name); n++) name = `${wanted}${n}`
    this.#names.add(name)
    const at = this.#interfaces.push('') - 1
    const lines = fields.map((field) => {
      const type = this.name(field.shape, name + pascal(field.name))
      const nullable = field.nullable && type !== 'unknown' ? `${type} | null` : type
      return `${tsDoc(describe(field), '  ')}  readonly ${tsKey(field.name)}${field.present ? '' : '?'}: ${nullable}\n`
    })
    this.#interfaces[at] = `\nexport interface ${name} {\n${lines.join('')}}\n`
    return name
  }

  text(): string {
    return this.#interfaces.join('')
  }
}

function describe({ description, default: fallback }: Field): string {
  if (fallback === undefined) return description
  return `${description}\nDefault: ${JSON.stringify(fallback)}`.trim()
}

function grouped(type: string): string {
  return type.includes(' | ') || type.startsWith('readonly ') ? `(${type})` : type
}

/** A part of a type's name: letters and digits only. */
function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}
