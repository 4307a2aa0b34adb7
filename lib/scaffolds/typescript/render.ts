import { successTexts } from '@/lib/render/render-step'
import { tsDoc } from '../encode/typescript'
import { keepParts, PARTS, partsOf } from '../parts'
import type { GeneratedFile, RenderContext, RenderInput, RenderValue } from '../scaffold'
import { imageFiles } from './dockerfile'
import { packageFiles } from './lock'
import { printValue } from './print'
import { programFiles } from './programs'

/** Every file of a `render` step but `resources/` and `tests/`. */
export function renderStepFiles(step: RenderContext): readonly GeneratedFile[] {
  const parts = partsOf(step)
  const unused = PARTS.filter((part) => !parts.has(part)).map((part) => `render/${part}.ts`)
  return [
    ...imageFiles(),
    ...packageFiles(),
    ...keepParts(
      programFiles((path) => !unused.includes(path)),
      parts,
    ),
    { path: 'scripts/pipeline.ts', text: program(step) },
  ]
}

/** The one file that changes with the design: the table of values and the texts of the status. */
function program(step: RenderContext): string {
  const { type, container, promise } = step
  const object = type === 'promise' ? 'the Promise' : 'a request'
  const said = `Step ${container} of ${promise}: fills the templates in resources/ with these values of ${object}.`
  return `import { isMain, runPipeline } from './kratix/index.js'
import { renderPipeline, type Step } from './render/index.js'

${tsDoc(said)}export const step: Step = ${printValue(stepTable(step))}

export const pipeline = renderPipeline(step)

if (isMain(import.meta.url)) process.exitCode = await runPipeline(pipeline)
`
}

/** A step as `programs/render` takes it. */
export function stepTable(step: RenderInput): unknown {
  const { type, values, status, conditions, components, destinations } = step
  const texts = { success: successTexts(step), failure: status.failure }
  const parts = partsOf(step)
  return {
    type,
    values: values.map(row),
    ...(parts.has('conditions') && { conditions }),
    ...(parts.has('components') && { components }),
    ...(parts.has('destinations') && { destinations }),
    status: texts,
  }
}

function row(value: RenderValue): Readonly<Record<string, unknown>> {
  const entries = Object.entries({
    name: value.name,
    source: source(value.source),
    type: value.type,
    default: value.default,
    map: value.map?.map(({ when, give }) => ({ when, give })),
    optional: value.optional,
  })
  return Object.fromEntries(entries.filter(([, entry]) => entry !== undefined))
}

function source(from: RenderValue['source']): unknown {
  switch (from.kind) {
    case 'name':
      return 'metadata.name'
    case 'namespace':
      return 'metadata.namespace'
    case 'spec':
      return ['spec', ...from.path]
    case 'label':
      return { label: from.label }
    case 'constant':
      return { constant: from.value }
  }
}
