import { quoteScalar } from '@/lib/render/plain-scalar'
import { failureStatus, successTexts } from '@/lib/render/render-step'
import type { Condition } from '@/lib/render/types'
import { shellWord } from '../encode/shell'
import { keepParts, partsOf } from '../parts'
import type { GeneratedFile, RenderContext, RenderValue } from '../scaffold'
import { imageFiles } from './dockerfile'
import { programFiles } from './programs'
import { comment } from './request'

/** Every file of a `render` step but `resources/` and `tests/`. */
export function renderStepFiles(step: RenderContext): readonly GeneratedFile[] {
  const parts = partsOf(step)
  const fixed = programFiles([
    ...(['render.sh', 'step.sh', 'test_pipeline.sh'] as const),
    ...[...parts].map((part) => `${part}.sh` as const),
  ])
  return [
    ...imageFiles(),
    ...keepParts(fixed, parts),
    { path: 'scripts/pipeline.sh', text: program(step), executable: true },
  ]
}

/** The one file that changes with the design: the table of values and the texts of the status. */
function program(step: RenderContext): string {
  const { type, action, container, promise, values } = step
  const object = type === 'promise' ? 'the Promise' : 'a request'
  const said = `Step ${container} of ${promise}: fills the templates in resources/ with values of ${object}.`
  const sourced = [...partsOf(step)].map(
    (part) => `# shellcheck source=${part}.sh\n. "$here/${part}.sh"\n`,
  )
  return `#!/usr/bin/env bash
# shellcheck disable=SC2016 # templates have dollars, too
${comment(said)}
set -euo pipefail

export WORKFLOW=${shellWord(`${type}/${action}`)}
${promiseOf(step)}
here="$(dirname "\${BASH_SOURCE[0]}")"
# shellcheck source=step.sh
. "$here/step.sh"
# shellcheck source=render.sh
. "$here/render.sh"
${sourced.join('')}
# What the templates may use as \${name}, as JSON. The first fault in this order is reported.
VALUES=${table(values.map(row), '[', ']')}

${conditions(step)}${components(step)}${destinations(step)}# Reported when everything is written, as JSON; may hold \${name} as templates do. The empty texts
# clear those of an earlier failure: Kratix never removes a key.
SUCCESS_STATUS=${table(entries(successTexts(step)), '{', '}')}

run() {
  render "$VALUES" "$SUCCESS_STATUS"
}

${failure(step)}
execute
`
}

/** The labels of components name it; yq takes it from the environment. */
function promiseOf({ components }: RenderContext): string {
  if (!components || components.templates.length === 0) return ''
  return `export PROMISE=${shellWord(components.promise)}\n`
}

function conditions({ conditions = {} }: RenderContext): string {
  const cases = Object.entries(conditions).map(
    ([template, one]) => `    ${shellWord(template)}) ${asks(one)} ;;\n`,
  )
  if (cases.length === 0) return ''
  return `# is_written TEMPLATE: these ones only when a value is as it must be.
is_written() {
  case "$1" in
${cases.join('')}  esac
}\n\n`
}

function asks(condition: Condition): string {
  const name = shellWord(condition.value)
  if ('present' in condition)
    return `${condition.present ? 'is_present' : 'is_absent'} "$1" ${name}`
  return `is_one_of "$1" ${name} ${shellWord(json(condition.oneOf))}`
}

function components({ components }: RenderContext): string {
  if (!components || components.templates.length === 0) return ''
  return `# is_component TEMPLATE: these ones hold requests of other Promises.
is_component() {
  case "$1" in
    ${components.templates.map(shellWord).join(' | ')}) ;;
    *) return 1 ;;
  esac
}\n\n`
}

function destinations({ destinations = [] }: RenderContext): string {
  if (destinations.length === 0) return ''
  const rows = destinations.map(
    ({ directory, matchLabels }) =>
      `{"directory": ${json(directory)}, "matchLabels": {${entries(matchLabels).join(', ')}}}`,
  )
  return `# Labels that a Destination must have for the files of a folder, "" for the rest of them, as JSON; they
# may hold \${name} as templates do.
DESTINATIONS=${table(rows, '[', ']')}\n\n`
}

/** A JSON text in quotes for the shell, a row a line. */
function table(rows: readonly string[], open: string, close: string): string {
  const text = rows.length === 0 ? open + close : `${open}\n  ${rows.join(',\n  ')}\n${close}`
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

function row(value: RenderValue): string {
  const parts = [['name', value.name], source(value.source)]
  if (value.type) parts.push(['type', value.type])
  if (value.default !== undefined) parts.push(['default', value.default])
  if (value.optional) parts.push(['optional', true])
  if (value.map) parts.push(['choices', value.map.map(({ when, give }) => [when, give])])
  return `{${parts.map(([key, held]) => `${json(key)}: ${json(held)}`).join(', ')}}`
}

function source(from: RenderValue['source']): [string, unknown] {
  switch (from.kind) {
    case 'name':
    case 'namespace':
      return ['from', ['metadata', from.kind]]
    case 'spec':
      return ['from', ['spec', ...from.path]]
    case 'label':
      return ['from', ['metadata', 'labels', from.label]]
    case 'constant':
      return ['constant', from.value]
  }
}

function entries(texts: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(texts).map(([key, text]) => `${json(key)}: ${json(text)}`)
}

/** JSON of scalars and lists in visible characters. */
function json(value: unknown): string {
  if (typeof value === 'string') return quoteScalar(value)
  if (Array.isArray(value)) return `[${value.map(json).join(', ')}]`
  return Object.is(value, -0) ? '0' : String(value)
}

function failure(step: RenderContext): string {
  const own = step.status.failure
  const isReason = (key: string) =>
    key === 'reason' || (key === 'message' && own.message === undefined)
  const texts = Object.entries(failureStatus(step, ''))
  const reason = texts.some(([key]) => isReason(key))
    ? '  local reason\n  reason="$(json_string "$1")"\n'
    : ''
  const words = texts.map(([key, text], i) => {
    const head = `${i === 0 ? '{' : ', '}${json(key)}: `
    return isReason(key) ? `${shellWord(head)} "$reason"` : shellWord(head + json(text))
  })
  return `# failure_status REASON: what the status says when anything fails, as JSON.
failure_status() {
${reason}  printf '%s' ${[...words, shellWord(texts.length === 0 ? '{}' : '}')].join(' \\\n    ')}
}
`
}
