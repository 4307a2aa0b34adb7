import { failureStatus, successTexts } from '@/lib/render/render-step'
import { pyCall, pyLiteral, pyString, pyTuple } from '../encode/python'
import { hashComment } from '../encode/text'
import type { GeneratedFile, RenderContext, RenderValue } from '../scaffold'
import { imageFiles } from './dockerfile'
import { programFiles } from './programs'

/** Every file of a `render` step but `resources/` and `tests/`. */
export function renderStepFiles(step: RenderContext): readonly GeneratedFile[] {
  return [
    ...imageFiles(),
    ...programFiles(['documents.py', 'render.py', 'step.py', 'test_pipeline.py', 'values.py']),
    { path: 'scripts/pipeline.py', text: program(step) },
  ]
}

/** The one file that changes with the design: the table of values and the texts of the status. */
function program(step: RenderContext): string {
  const { type, action, container, promise, values } = step
  const object = type === 'promise' ? 'the Promise' : 'a request'
  const said = `Step ${container} of ${promise}: fills the templates in resources/ with values of ${object}.`
  const rows = values.map((value) => `    ${row(value)},\n`)
  const used = [...new Set(['Value', ...values.map(({ source }) => SOURCES[source.kind])])].sort()
  // Not at the top: in its first lines Python would take "coding: …" for an encoding.
  return `import sys
from typing import Any

from kratix_sdk import KratixSDK

from render import render
from step import Object, execute
from values import ${used.join(', ')}

${hashComment(said)}
WORKFLOW = ${pyString(`${type}/${action}`)}

# What the templates may use as \${name}. The first fault in this order is reported.
VALUES: tuple[Value, ...] = ${rows.length === 0 ? '()' : `(\n${rows.join('')})`}

# Reported when everything is written; may hold \${name} as templates do. The empty texts clear those
# of an earlier failure: Kratix never removes a key.
SUCCESS_STATUS: dict[str, str | float] = ${entries(successTexts(step), '', pyLiteral)}


def run(sdk: KratixSDK, target: Object) -> None:
    render(WORKFLOW, target, VALUES, SUCCESS_STATUS).write(sdk)

${failure(step)}

if __name__ == "__main__":
    sys.exit(execute(WORKFLOW, run, failure_status))
`
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
