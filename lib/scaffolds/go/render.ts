import { failureStatus, successTexts } from '@/lib/render/render-step'
import type { Condition, ScalarType } from '@/lib/render/types'
import { goComment, goLiteral, goString } from '../encode/go'
import { keepParts, partsOf } from '../parts'
import type { GeneratedFile, RenderContext, RenderValue } from '../scaffold'
import { imageFiles } from './dockerfile'
import { moduleFiles } from './module'
import { programFiles } from './programs'
import { entries, failureFunction } from './status'

const FIXED = [
  'values.go',
  'object.go',
  'render.go',
  'documents.go',
  'status.go',
  'step.go',
  'pipeline_test.go',
] as const

/** Every file of a `render` step but `resources/` and `tests/`. */
export function renderStepFiles(step: RenderContext): readonly GeneratedFile[] {
  const parts = partsOf(step)
  const fixed = programFiles([...FIXED, ...[...parts].map((part) => `${part}.go` as const)])
  const program = [
    { path: 'scripts/pipeline.go', text: pipeline(step) },
    ...keepParts(fixed, parts),
  ]
  return [...imageFiles(), ...moduleFiles(step, program), ...program]
}

/** The one file that changes with the design: the table of values and the texts of the status. */
function pipeline(step: RenderContext): string {
  const { type, container, promise, values } = step
  const object = type === 'promise' ? 'the Promise' : 'a request'
  return `${goComment(`Step`, `${container} of ${promise} fills the templates in resources/ with values of ${object}.`)}package main

import (
	"os"

	kratix "github.com/syntasso/kratix-go"
)

// workflow is the one that this step serves.
const workflow = ${goString(`${type}/${step.action}`)}

// values are what the templates may use as \${name}. The first fault in this order is reported.
var values = []value{${values.length === 0 ? '' : `\n${values.map(row).join('')}`}}

${conditions(step)}${components(step)}${destinations(step)}// successStatus is reported when everything is written; it may hold \${name} as templates do.
var successStatus = []entry{${entries(successTexts(step), '\t')}}

${failureFunction(failureStatus(step, ''), step.status.failure)}
func main() {
	os.Exit(execute(newSDK()))
}

// run writes what the templates make of the object. The same object always gives the same files.
func run(sdk *kratix.KratixSDK, object kratix.Resource) error {
	resources := folder("RESOURCES_DIR", "/resources")
	if _, err := os.Stat(resources); err != nil {
		return err
	}
	result, err := render(object.ToUnstructured().Object, os.DirFS(resources))
	if err != nil {
		return err
	}
	return result.write(sdk)
}
`
}

function conditions({ conditions = {} }: RenderContext): string {
  const rows = Object.entries(conditions).map(
    ([template, one]) =>
      `\t{template: ${goString(template)}, value: ${goString(one.value)}, ${asks(one)}},\n`,
  )
  if (rows.length === 0) return ''
  return `// conditions name the templates that are written only when a value is as it must be.
var conditions = []condition{\n${rows.join('')}}\n\n`
}

function asks(condition: Condition): string {
  if ('present' in condition) return `present: ${condition.present}`
  return `oneOf: []any{${condition.oneOf.map(goLiteral).join(', ')}}`
}

function components({ components }: RenderContext): string {
  if (!components || components.templates.length === 0) return ''
  const rows = components.templates.map((template) => `\t${goString(template)},\n`)
  return `// promise is the one whose request the components are parts of.
const promise = ${goString(components.promise)}

// components are the templates that hold requests of other Promises.
var components = []string{\n${rows.join('')}}\n\n`
}

function destinations({ destinations = [] }: RenderContext): string {
  const rows = destinations.map(({ directory, matchLabels }) => {
    const labels = Object.entries(matchLabels).map(
      ([key, text]) => `{${goString(key)}, ${goString(text)}}`,
    )
    return `\t{${goString(directory)}, []entry{${labels.join(', ')}}},\n`
  })
  if (rows.length === 0) return ''
  return `// destinations say which labels a Destination must have for the files of a folder, "" for the rest.
// The labels may hold \${name} as templates do.
var destinations = []destination{\n${rows.join('')}}\n\n`
}

const TYPES: Record<ScalarType, string> = {
  string: 'aString',
  integer: 'anInteger',
  number: 'aNumber',
  boolean: 'aBoolean',
}

function row(value: RenderValue): string {
  const fields = [`name: ${goString(value.name)}`, `from: ${source(value.source)}`]
  if (value.type) fields.push(`is: ${TYPES[value.type]}`)
  if (value.default !== undefined) fields.push(`absent: ${goLiteral(value.default)}`)
  if (value.optional) fields.push('optional: true')
  if (!value.map) return `\t{${fields.join(', ')}},\n`
  if (value.map.length === 0) return `\t{${[...fields, 'choices: []choice{}'].join(', ')}},\n`
  const pairs = value.map.map(({ when, give }) => `\t\t{${goLiteral(when)}, ${goLiteral(give)}},\n`)
  return `\t{${fields.join(', ')}, choices: []choice{\n${pairs.join('')}\t}},\n`
}

function source(from: RenderValue['source']): string {
  switch (from.kind) {
    case 'name':
      return 'objectName'
    case 'namespace':
      return 'objectNamespace'
    case 'spec':
      return `spec(${from.path.map(goString).join(', ')})`
    case 'label':
      return `label(${goString(from.label)})`
    case 'constant':
      return `constant(${goLiteral(from.value)})`
  }
}
