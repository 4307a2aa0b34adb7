import { goComment, goName, goString } from '../encode/go'
import type { ApiContext, GeneratedFile } from '../scaffold'
import { type Field, type Shape, specField } from '../shape'

/** A field of the Go type `Spec`, for programs that use it. */
export interface GoField {
  /** Property of the API. */
  readonly property: string
  /** Name in the struct. */
  readonly name: string
  readonly type: string
}

export interface RequestFile extends GeneratedFile {
  /** The expression for the spec in a `*Request`, and its fields where it is a struct. */
  readonly fields: readonly GoField[]
  /** The spec itself may be absent. */
  readonly optional: boolean
}

/** `scripts/request.go`: the request as the API of the Promise describes it. */
export function requestFile(api: ApiContext | undefined): RequestFile {
  const types = new Types()
  const field = api && specField(api.schema)
  const spec = field ? types.name(field, 'Spec', ['spec']) : 'map[string]any'
  const doc = api
    ? goComment(
        'Request',
        `is of kind ${api.kind} in ${api.group}/${api.version}, as promise.yaml describes it.`,
      )
    : goComment('Request', 'is what the Promise will serve; it has no API yet.')
  const text = `package main

import (
	"encoding/json"
	"fmt"
${types.hasEnums ? '\t"slices"\n\t"strings"\n' : ''}
	kratix "github.com/syntasso/kratix-go"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

${doc}type Request struct {
	metav1.TypeMeta   \`json:",inline"\`
	metav1.ObjectMeta \`json:"metadata"\`

	Spec ${spec} \`json:"spec${field?.present ? '' : ',omitempty'}"\`
}
${types.text()}
// readRequest gives the request its types. What does not fit them is an error.
func readRequest(object kratix.Resource) (*Request, error) {
	text, err := json.Marshal(object.ToUnstructured().Object)
	if err != nil {
		return nil, err
	}
	request := &Request{}
	if err := json.Unmarshal(text, request); err != nil {
		return nil, fmt.Errorf("the request does not fit the API: %w", err)
	}
	return request, nil
}
${types.hasEnums ? ONE_OF : ''}`
  return {
    path: 'scripts/request.go',
    text,
    fields: types.fieldsOf(spec.replace(/^\*/, '')),
    optional: spec.startsWith('*'),
  }
}

const ONE_OF = `
// oneOf reads a string that the API restricts to a list.
func oneOf[T ~string](text []byte, value *T, place string, allowed ...T) error {
	var found *string
	if err := json.Unmarshal(text, &found); err != nil || found == nil {
		return err
	}
	if !slices.Contains(allowed, T(*found)) {
		quoted := make([]string, len(allowed))
		for i, value := range allowed {
			quoted[i] = fmt.Sprintf("%q", value)
		}
		return fmt.Errorf("%s is %q, which is not allowed; allowed values: %s",
			place, *found, strings.Join(quoted, ", "))
	}
	*value = T(*found)
	return nil
}
`

/** Collects the types; each object and each list of words of the API gets one, by its place. */
class Types {
  readonly #names = new Set(['Request'])
  readonly #texts: string[] = []
  readonly #fields = new Map<string, readonly GoField[]>()
  hasEnums = false

  /** The type of a field: a pointer where a single value may be absent or null. */
  name(field: Field, wanted: string, place: readonly string[]): string {
    const type = this.#type(field.shape, wanted, place)
    const holdsNil = /^(?:\[\]|map\[|any$)/.test(type)
    return (field.present && !field.nullable) || holdsNil ? type : `*${type}`
  }

  fieldsOf(type: string): readonly GoField[] {
    return this.#fields.get(type) ?? []
  }

  text(): string {
    return this.#texts.join('')
  }

  #type(shape: Shape, wanted: string, place: readonly string[]): string {
    switch (shape.kind) {
      case 'string':
        return 'string'
      case 'boolean':
        return 'bool'
      case 'integer':
        return 'int64'
      case 'number':
        return 'float64'
      case 'any':
        return 'any'
      case 'enum':
        return this.#enum(shape.values, wanted, place)
      case 'list':
        return `[]${this.#type(shape.items, `${wanted}Item`, [...place, '[]'])}`
      case 'map':
        return `map[string]${this.#type(shape.values, `${wanted}Value`, [...place, '*'])}`
      case 'object':
        return this.#struct(shape.fields, wanted, place)
    }
  }

  #enum(values: readonly unknown[], wanted: string, place: readonly string[]): string {
    if (values.every((value) => typeof value === 'boolean')) return 'bool'
    if (values.every((value) => Number.isSafeInteger(value))) return 'int64'
    if (values.every((value) => typeof value === 'number')) return 'float64'
    const words = [...new Set(values)].filter((value) => typeof value === 'string')
    if (words.length < new Set(values).size) return 'any'
    this.hasEnums = true
    const name = unused(this.#names, wanted)
    const constants = words.map((word) => unused(this.#names, name + (goName(word) || 'Empty')))
    const width = Math.max(...constants.map(({ length }) => length))
    const lines = constants.map(
      (constant, i) => `\t${constant.padEnd(width)} ${name} = ${goString(words[i] ?? '')}\n`,
    )
    this.#texts.push(`
${goComment(name, `is one of the values that the API allows in ${place.join('.')}.`)}type ${name} string

const (
${lines.join('')})

// UnmarshalJSON refuses a value that the API does not list.
func (value *${name}) UnmarshalJSON(text []byte) error {
	return oneOf(text, value, ${goString(place.join('.'))}, ${constants.join(', ')})
}
`)
    return name
  }

  #struct(fields: readonly Field[], wanted: string, place: readonly string[]): string {
    const name = unused(this.#names, wanted)
    const at = this.#texts.push('') - 1
    const taken = new Set<string>()
    const goFields: GoField[] = []
    const blocks = fields.map((field) => {
      // encoding/json ignores the tags of other names and would fall back to the field's own.
      if (!/^[\p{L}\p{Nd}!#$%&()*+\-./:;<=>?@[\]^_{|}~ ]+$/u.test(field.name)) {
        return goComment(
          'The property',
          `${goString(field.name)} cannot be a field: read it from the object.`,
          '\t',
        )
      }
      const goField = unused(taken, identifier(field.name))
      const type = this.name(field, name + goName(field.name), [...place, field.name])
      goFields.push({ property: field.name, name: goField, type })
      const absent = field.present ? '' : ',omitempty'
      const tag = field.name === '-' ? '-,' : field.name + absent
      return `${describe(goField, field)}\t${goField} ${type} \`json:"${tag}"\`\n`
    })
    this.#fields.set(name, goFields)
    this.#texts[at] =
      `\n${goComment(name, `is ${place.join('.')}.`)}type ${name} struct {\n${blocks.join('\n')}}\n`
    return name
  }
}

/** What the API says of a field, or '' when it says nothing. */
function describe(goField: string, { description, default: fallback }: Field): string {
  const said = [
    description,
    fallback === undefined ? '' : `Default: ${JSON.stringify(fallback)}`,
  ].filter((part) => part !== '')
  return said.length === 0 ? '' : goComment(`${goField}:`, said.join(' '), '\t')
}

function identifier(property: string): string {
  const name = goName(property)
  return /^[A-Z]/.test(name) ? name : `X${name}`
}

/** `wanted`, or with a number behind it when it is taken; it is taken from then on. */
function unused(taken: Set<string>, wanted: string): string {
  let name = wanted
  for (let n = 2; taken.has(name); n++) name = `${wanted}${n}`
  taken.add(name)
  return name
}
