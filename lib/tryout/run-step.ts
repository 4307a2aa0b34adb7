import { tryPrintYaml } from '@/lib/build/print'
import { stepFiles } from '@/lib/build/step-files'
import type { Step } from '@/lib/commands/steps'
import type { Files } from '@/lib/promise/files'
import type { PromiseView } from '@/lib/promise/view'
import { renderStep } from '@/lib/render/render-step'
import type { RenderInput } from '@/lib/render/types'
import { languageOf } from '@/lib/scaffolds/languages'
import { readStatus, STATUS_FILE } from './metadata-files'
import { changedContainer, isProgram } from './own-program'
import type { Status } from './status'
import { inputKey, type RecordedOutput, type StepState } from './types'
import type { Volume } from './volume'

/** What a container does to the volumes of its pipeline. */
export interface Done {
  readonly state: Extract<StepState, 'succeeded' | 'failed' | 'not-run' | 'recorded'>
  readonly reason?: string
  readonly read: readonly string[]
  readonly log: readonly string[]
  readonly exit: number | undefined
  /** A failing program tells the API server why, before it ends. */
  readonly published?: Status
  readonly stale?: true
}

export interface Work {
  readonly files: Files
  readonly view: PromiseView
  readonly step: Step
  /** The container as promise.yaml has it. */
  readonly container: unknown
  readonly object: unknown
  readonly recorded: RecordedOutput | undefined
  readonly output: Volume
  readonly metadata: Volume
}

const INPUT = '/kratix/input/object.yaml'

/** Runs one container, or feeds what it has written elsewhere; else says why it is not run. */
export function runStep(work: Work): Done {
  const { step, container } = work
  const hindrance = changedContainer(container)
  if (!hindrance && step.settings && step.folder !== undefined) {
    const made = stepFiles(work.files, work.view, { ...step, folder: step.folder })
    const own = made.files.find(({ path }) => isProgram(path) && work.files.has(step.folder + path))
    if (step.kind === 'dependencies' && !own) return copyManifests(work, step.folder)
    if (step.kind === 'render' && !own) {
      if (made.render) return render(work, made.render)
      const why = made.diagnostics[0]?.message ?? 'it has no program'
      return fed(work, `It is not built: ${why}`)
    }
    if (step.kind !== 'custom' && own) {
      return fed(work, `${own.path} was changed by hand, so its program is not run here.`)
    }
  }
  return fed(work, hindrance ?? whyNot(step))
}

function whyNot(step: Step): string {
  if (step.kind === 'image') return 'Its image is not ours, so it is not run here.'
  const language = step.language && languageOf(step.language)
  return `Its program${language ? ` in ${language.label}` : ''} is not run here.`
}

function fed({ recorded, object, output, metadata }: Work, why: string): Done {
  if (!recorded) return { state: 'not-run', reason: why, read: [], log: [], exit: undefined }
  for (const [path, content] of Object.entries(recorded.output)) output.write(path, content)
  for (const [path, content] of Object.entries(recorded.metadata)) metadata.write(path, content)
  const stale = recorded.input !== inputKey(object)
  return {
    state: 'recorded',
    reason: why,
    read: [],
    log: [],
    exit: undefined,
    ...(stale && { stale }),
  }
}

/** As the generated script does (lib/scaffolds/dependencies). */
function copyManifests({ files, output }: Work, folder: string): Done {
  const prefix = `${folder}resources/`
  const read: string[] = []
  for (const [path, content] of files) {
    const below = path.slice(prefix.length)
    if (!path.startsWith(prefix) || below.split('/').at(-1) === '.gitkeep') continue
    read.push(`/resources/${below}`)
    output.write(below, content)
  }
  read.sort()
  if (read.length > 0) return { state: 'succeeded', read, log: [], exit: 0 }
  const reason = 'no manifests in /resources: writing nothing would remove what was sent before'
  return { state: 'failed', reason, read, log: [reason], exit: 1 }
}

/** As the generated programs do: nothing is written before all of it has succeeded. */
function render({ object, output, metadata }: Work, input: RenderInput): Done {
  const read = [INPUT, ...input.templates.map(({ path }) => `/resources/${path}`)]
  const rendered = renderStep(input, object)
  if (!rendered.ok) return failed(rendered.reason, rendered.status, read)
  const files = rendered.files.map(({ path, documents }) => {
    const texts = documents.map(tryPrintYaml)
    const all = texts.every((one) => one !== undefined)
    return { path, text: all ? texts.join('---\n') : undefined }
  })
  const status = tryPrintYaml({ ...earlierStatus(metadata), ...rendered.status })
  const lost = files.find((file) => file.text === undefined)?.path
  if (lost !== undefined || status === undefined) {
    return failed(`${lost ?? STATUS_FILE} cannot be written as YAML`, {}, read)
  }
  for (const file of files) output.write(file.path, file.text ?? '')
  metadata.write(STATUS_FILE, status)
  return { state: 'succeeded', read, log: [], exit: 0 }
}

function failed(reason: string, published: Status, read: readonly string[]): Done {
  return { state: 'failed', reason, read, log: [`error: ${reason}`], exit: 1, published }
}

/** What an earlier container of the pipeline has left stays, key by key (docs/templates.md). */
function earlierStatus(metadata: Volume): Status {
  const source = metadata.text(STATUS_FILE)
  if (source === undefined || source === null) return {}
  const read = readStatus(source)
  return read.ok ? read.value : {}
}
