import { addDependencies } from '@/lib/commands/add-dependencies'
import { addProperty } from '@/lib/commands/add-property'
import { addStep, type NewStep } from '@/lib/commands/add-step'
import { addTemplate } from '@/lib/commands/add-template'
import { removeProperties } from '@/lib/commands/bulk-properties'
import { newPromise } from '@/lib/commands/create-promise'
import { removeTemplate } from '@/lib/commands/remove-template'
import { setField } from '@/lib/commands/set-field'
import { setRequired } from '@/lib/commands/set-required'
import { removeStatusText, setStatusText } from '@/lib/commands/set-status-text'
import { setValueRow } from '@/lib/commands/set-value-row'
import { readSettings } from '@/lib/commands/settings'
import { stepsOf } from '@/lib/commands/steps'
import { writeFile } from '@/lib/commands/write-file'
import { type Command, runCommand } from '@/lib/promise/command'
import { FileContent, type Files, PROMISE_FILE } from '@/lib/promise/files'
import type { Path } from '@/lib/promise/path'
import { readPromise } from '@/lib/promise/read'
import { pipelinePath, type StepKey, stepFolder, stepKey, stepPath } from '@/lib/promise/workflows'
import { specPropertiesPath } from '@/lib/schema/properties'
import { promiseDocument } from '@/lib/yaml/document'
import { printYaml } from '@/lib/yaml/edit'
import type { AnyDesign } from './any-design'
import type { AnyStep } from './any-steps'

const SCHEMA: Path = ['spec', 'api', 'spec', 'versions', 0, 'schema', 'openAPIV3Schema']
const PROPERTIES = specPropertiesPath(SCHEMA)

/** The steps of a repository, and its Promise as the forms read it. */
export function readDesign(files: Files) {
  const content = files.get(PROMISE_FILE)
  const view = readPromise(content && promiseDocument(content)?.value())
  return { view, steps: stepsOf(view, readSettings(files).settings) }
}

/**
 * The authored files of a design, made as a user makes them: by the designer's commands alone.
 * @throws Error when one of them is refused
 */
export function makeDesign(design: AnyDesign): Files {
  const { name, group, kind, registry, properties } = design
  let files = newPromise({ name, group, kind, registry })
  const run = (command: Command) => {
    files = runCommand(files, command)
  }
  run(removeProperties([[...PROPERTIES, 'size']]))
  for (const { name: property, schema, required } of properties) {
    run(addProperty(PROPERTIES, property, schema))
    if (required) run(setRequired([...PROPERTIES, property], true))
  }
  run(setField(PROMISE_FILE, ['metadata', 'annotations'], design.annotations))
  run(setField(PROMISE_FILE, ['spec', 'destinationSelectors'], [{ matchLabels: design.selectors }]))
  if (design.dependencies.length > 0) {
    const text = design.dependencies.map((one) => printYaml(one)).join('---\n')
    const file = { path: 'all.yaml', content: FileContent.fromText(text) }
    run(addDependencies([file], 'inside'))
  }
  for (const step of design.steps) files = withStep(files, design, step)
  return files
}

function withStep(before: Files, design: AnyDesign, step: AnyStep): Files {
  let files = before
  const run = (command: Command) => {
    files = runCommand(files, command)
  }
  const { workflow, pipeline: pipelineName, name } = step
  const { type, action } = workflow
  const pipelines = () =>
    readDesign(files).view.workflows.find((one) => one.type === type && one.action === action)
      ?.pipelines ?? []
  const known = pipelines().findIndex((one) => one.name === pipelineName)
  const at = known < 0 ? { pipelineName } : { pipeline: known }
  run(addStep(workflow, newStep(step), { ...at, name }))
  const key = stepKey(workflow, pipelineName, name)
  const pipeline = pipelines().findIndex((one) => one.name === pipelineName)
  const count = pipelines()[pipeline]?.steps.length ?? 0
  const place = stepPath({ ...workflow, pipeline, step: count - 1 })
  for (const [field, value] of Object.entries(step.fields)) {
    run(setField(PROMISE_FILE, [...place, field], value))
  }
  if (known < 0 && Object.keys(design.pipelineLabels).length > 0) {
    const labels = [...pipelinePath({ ...workflow, pipeline }), 'metadata', 'labels']
    run(setField(PROMISE_FILE, labels, design.pipelineLabels))
  }
  if (step.kind === 'render') fillRender(run, files, key, step)
  if (step.kind === 'dependencies') {
    const text = design.dependencies.map((one) => printYaml(one)).join('---\n')
    const content = FileContent.fromText(text === '' ? '# none yet\n' : text)
    run(writeFile(`${stepFolder(key)}resources/crds/all.yaml`, content))
  }
  return files
}

function newStep({ kind, language }: AnyStep): NewStep {
  if (kind === 'image') return { kind, image: 'ghcr.io/acme/notify:1.0' }
  return kind === 'dependencies' ? { kind } : { kind, language }
}

/** Puts values, status and templates in place of those that a new step begins with. */
function fillRender(
  run: (command: Command) => void,
  files: Files,
  key: StepKey,
  { render }: AnyStep,
): void {
  const folder = `${stepFolder(key)}resources/`
  for (const [name, row] of render.values) run(setValueRow(key, name, row))
  for (const side of ['success', 'failure'] as const) {
    for (const name of ['message', 'stage']) run(removeStatusText(key, side, name))
    for (const [name, text] of Object.entries(render[side])) {
      run(setStatusText(key, side, name, text))
    }
  }
  for (const path of files.keys()) {
    if (path.startsWith(folder)) run(removeTemplate(key, path.slice(folder.length)))
  }
  for (const { path, text } of render.templates) run(addTemplate(key, path, text))
}
