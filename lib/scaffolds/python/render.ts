import { failureStatus, successTexts } from '@/lib/render/render-step'
import type { Condition } from '@/lib/render/types'
import { pyCall, pyLiteral, pyString, pyTuple } from '../encode/python'
import { hashComment } from '../encode/text'
import { keepParts, PARTS, type Part, partsOf } from '../parts'
import type { GeneratedFile, RenderContext, RenderValue } from '../scaffold'
import { imageFiles } from './dockerfile'
import { programFiles } from './programs'

/** Every file of a `render` step but `resources/` and `tests/`. */
export function renderStepFiles(step: RenderContext): readonly GeneratedFile[] {
  const parts = partsOf(step)
  const fixed = programFiles([
    ...(['documents.py', 'render.py', 'step.py', 'test_pipeline.py', 'values.py'] as const),
    ...[...parts].map((part) => `${part}.py` as const),
  ])
  return [
    ...imageFiles(),
    ...keepParts(fixed, parts),
    { path: 'scripts/pipeline.py', text: program(step) },
  ]
}

/** The one file that changes with the design: the table of values and the texts of the status. */
function program(step: RenderContext): string {
  const { type, action, container, promise, values } = step
  const object = type === 'promise' ? 'the Promise' : 'a request'
  const said = `Step ${container} of ${promise}: fills the templates in resources/ with values of ${object}.`
  const rows = values.map((value) => `    ${row(value)},\n`)
  const names = [...new Set(['Value', ...values.map(({ source }) => SOURCES[source.kind])])].sort()
  const used = partsOf(step)
  const options = PARTS.filter((part) => used.has(part))
  const imports = options
    .map((part) => `from ${part} import ${CLASSES[part]}\n`)
    .sort()
    .join('')
  const args = ['WORKFLOW', 'target', 'VALUES', 'SUCCESS_STATUS', ...options.map(upper)]
  const call = pyCall('render', args, { indent: '    ', room: '.write(sdk)'.length })
  // Not at the top: in its first lines Python would take "coding: …" for an encoding.
  return `import sys
from typing import Any

from kratix_sdk import KratixSDK

${imports}from render import render
from step import Object, execute
from values import ${names.join(', ')}

${hashComment(said)}
WORKFLOW = ${pyString(`${type}/${action}`)}

# What the templates may use as \${name}. The first fault in this order is reported.
VALUES: tuple[Value, ...] = ${rows.length === 0 ? '()' : `(\n${rows.join('')})`}

${conditions(step)}${components(step)}${destinations(step)}# Reported when everything is written; may hold \${name} as templates do. The empty texts clear those
# of an earlier failure: Kratix never removes a key.
SUCCESS_STATUS: dict[str, str | float] = ${entries(successTexts(step), '', pyLiteral)}


def run(sdk: KratixSDK, target: Object) -> None:
    ${call}.write(sdk)

${failure(step)}

if __name__ == "__main__":
    sys.exit(execute(WORKFLOW, run, failure_status))
`
}

const CLASSES: Record<Part, string> = {
  conditions: 'Condition',
  components: 'Components',
  destinations: 'Destination',
}

const upper = (part: Part) => part.toUpperCase()

function conditions({ conditions = {} }: RenderContext): string {
  const rows = Object.entries(conditions).map(([template, one]) => {
    const head = `${pyString(template)}: `
    const layout = { indent: '    ', room: head.length + 1 }
    return `    ${head}${pyCall('Condition', [pyString(one.value), asks(one)], layout)},\n`
  })
  if (rows.length === 0) return ''
  return `# Templates that are written only when a value is as it must be.
CONDITIONS = {\n${rows.join('')}}\n\n`
}

function asks(condition: Condition): string {
  if ('present' in condition) return `present=${pyLiteral(condition.present)}`
  const choices = condition.oneOf.map((one) => pyLiteral(one))
  const line = pyTuple(choices, WIDE)
  // In two levels: the call, and its argument where that is too long for a line.
  const layout = { indent: '        ', room: 'one_of=,'.length }
  return `one_of=${layout.indent.length + layout.room + line.length <= 88 ? line : pyTuple(choices, layout)}`
}

function components({ components }: RenderContext): string {
  if (!components || components.templates.length === 0) return ''
  const templates = components.templates.map(pyString)
  const args = [pyString(components.promise)]
  const flat = pyCall('Components', [...args, pyTuple(templates, WIDE)], { indent: '', room: 13 })
  const call = flat.includes('\n')
    ? pyCall('Components', [...args, pyTuple(templates, { indent: '    ', room: 1 })], {
        indent: '',
        room: 13,
      })
    : flat
  return `# Templates that hold requests of other Promises, as parts of a request of this one.
COMPONENTS = ${call}\n\n`
}

function destinations({ destinations = [] }: RenderContext): string {
  const rows = destinations.map(({ directory, matchLabels }) => {
    const args = [pyString(directory), pyLiteral(matchLabels)]
    return `    ${pyCall('Destination', args, { indent: '    ', room: 1 })},\n`
  })
  if (rows.length === 0) return ''
  return `# Labels that a Destination must have for the files of a folder, "" for the rest of them; they may
# hold \${name} as templates do.
DESTINATIONS = (\n${rows.join('')})\n\n`
}

function failure(step: RenderContext): string {
  const own = step.status.failure
  const isReason = (key: string) =>
    key === 'reason' || (key === 'message' && own.message === undefined)
  const texts = failureStatus(step, '')
  const name = Object.keys(texts).some(isReason) ? 'reason' : '_reason'
  const printed = entries(texts, '    ', (text, key) => (isReason(key) ? name : pyLiteral(text)))
  return `
def failure_status(${name}: str) -> dict[str, Any]:
    """What the status says when anything fails."""
    return ${printed}
`
}

/** A dict, one entry a line. */
function entries(
  texts: Readonly<Record<string, unknown>>,
  indent: string,
  print: (text: unknown, key: string) => string,
): string {
  const lines = Object.entries(texts).map(
    ([key, text]) => `${indent}    ${pyString(key)}: ${print(text, key)},\n`,
  )
  return lines.length === 0 ? '{}' : `{\n${lines.join('')}${indent}}`
}

const SOURCES: Record<RenderValue['source']['kind'], string> = {
  name: 'NAME',
  namespace: 'NAMESPACE',
  spec: 'spec',
  label: 'label',
  constant: 'constant',
}

function row(value: RenderValue): string {
  const args = [pyString(value.name), source(value.source)]
  if (value.type) args.push(`type=${pyString(value.type)}`)
  if (value.default !== undefined) args.push(`default=${pyLiteral(value.default)}`)
  if (value.optional) args.push('optional=True')
  const pairs = value.map?.map(({ when, give }) =>
    pyTuple([pyLiteral(when), pyLiteral(give)], WIDE),
  )
  const all = pairs ? [...args, `choices=${pyTuple(pairs, WIDE)}`] : args
  const line = pyCall('Value', all, { indent: '    ', room: 1 })
  if (!pairs || !line.includes('\n')) return line
  const choices = pyTuple(pairs, { indent: '        ', room: 'choices=,'.length })
  return pyCall('Value', [...args, `choices=${choices}`], { indent: '    ', room: 1 })
}

/** Before it is known whether it fits. */
const WIDE = { indent: '', room: Number.NEGATIVE_INFINITY } as const

function source(from: RenderValue['source']): string {
  switch (from.kind) {
    case 'name':
    case 'namespace':
      return SOURCES[from.kind]
    case 'spec':
      return `spec(${from.path.map(pyString).join(', ')})`
    case 'label':
      return `label(${pyString(from.label)})`
    case 'constant':
      return `constant(${pyLiteral(from.value)})`
  }
}
