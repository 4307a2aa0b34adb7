import { isPyName, pyLiteral, pyString } from '../encode/python'
import { hashComment } from '../encode/text'
import type { ApiContext, GeneratedFile } from '../scaffold'
import { type Field, type Shape, specField } from '../shape'

/** `scripts/request.py`: the request as the API of the Promise describes it. */
export function requestFile(api: ApiContext | undefined): GeneratedFile {
  return { path: 'scripts/request.py', text: requestTypes(api) }
}

function requestTypes(api: ApiContext | undefined): string {
  const types = new Types()
  const field = api && specField(api.schema)
  const spec = field ? types.name(field.shape, 'Spec') : 'dict[str, Any]'
  const said = api
    ? `A request: kind ${api.kind} of ${api.group}/${api.version}, as promise.yaml describes it.`
    : 'A request. The Promise has no API yet.'
  const classes = types.text()
  const used = ['Any', 'Literal', 'NotRequired', 'TypedDict'].filter(
    (name) => name !== 'Literal' || classes.includes('Literal[') || spec.startsWith('Literal['),
  )
  // Not at the top: in its first lines Python would take "coding: …" for an encoding.
  return `from typing import ${used.join(', ')}

${hashComment(said)}
${classes}

class Metadata(TypedDict):
    name: str
    namespace: str
    labels: NotRequired[dict[str, str]]
    annotations: NotRequired[dict[str, str]]


class Request(TypedDict):
    apiVersion: str
    kind: str
    metadata: Metadata
    spec: ${field?.present === false ? `NotRequired[${spec}]` : spec}
    status: NotRequired[dict[str, Any]]
`
}

/** Collects a type for each object of the API, named after its place; the inner ones first. */
class Types {
  readonly #names = new Set(['Metadata', 'Request', 'Any', 'Literal', 'NotRequired', 'TypedDict'])
  readonly #classes: string[] = []

  name(shape: Shape, wanted: string): string {
    switch (shape.kind) {
      case 'string':
        return 'str'
      case 'boolean':
        return 'bool'
      case 'integer':
        return 'int'
      case 'number':
        return 'float'
      case 'any':
        return 'Any'
      case 'enum':
        // A literal type has no fractions.
        return shape.values.every((value) => typeof value !== 'number' || Number.isInteger(value))
          ? `Literal[${[...new Set(shape.values.map(pyLiteral))].join(', ')}]`
          : 'float'
      case 'list':
        return `list[${this.name(shape.items, `${wanted}Item`)}]`
      case 'map':
        return `dict[str, ${this.name(shape.values, `${wanted}Value`)}]`
      case 'object':
        return this.#class(shape.fields, wanted)
    }
  }

  #class(fields: readonly Field[], wanted: string): string {
    let name = wanted
    for (let n = 2; this.#names.has(name); n++) name = `${wanted}${n}`
    this.#names.add(name)
    const typed = fields.map((field) => {
      const inner = this.name(field.shape, name + pascal(field.name))
      const type = field.nullable && inner !== 'Any' ? `${inner} | None` : inner
      return { field, type: field.present ? type : `NotRequired[${type}]` }
    })
    const asClass = typed.every(({ field }) => isPyName(field.name))
    const lines = typed.map(({ field, type }) =>
      asClass
        ? `${comment(field, '    ')}    ${field.name}: ${type}\n`
        : `${comment(field, '        ')}        ${pyString(field.name)}: ${type},\n`,
    )
    this.#classes.push(
      asClass
        ? `class ${name}(TypedDict):\n${lines.join('') || '    pass\n'}`
        : `# Not every name in it is one in Python.\n${name} = TypedDict(\n    "${name}",\n    {\n${lines.join('')}    },\n)\n`,
    )
    return name
  }

  text(): string {
    return this.#classes.map((text) => `\n\n${text}`).join('')
  }
}

function comment({ description, default: fallback }: Field, indent: string): string {
  const lines = description.split(/\r\n|[\r\n\u2028\u2029]/).map((line) => line.trim())
  if (fallback !== undefined) lines.push(`Default: ${JSON.stringify(fallback)}`)
  return lines
    .filter((line) => line !== '')
    .map((line) => `${indent}${hashComment(line)}\n`)
    .join('')
}

/** A part of a type's name: letters and digits only. */
function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}
