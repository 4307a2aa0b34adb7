import { tryPrintYaml } from '@/lib/build/print'
import { type StepFiles, stepFiles } from '@/lib/build/step-files'
import type { Step } from '@/lib/commands/steps'
import { FileContent, type Files } from '@/lib/promise/files'
import type { PromiseView } from '@/lib/promise/view'
import { renderStep } from '@/lib/render/render-step'
import type { RenderInput } from '@/lib/render/types'
import type { FileEntry, ProgramLanguage } from '@/lib/sandbox/call'
import { languageOf } from '@/lib/scaffolds/languages'
import { addDestinations } from './add-destinations'
import { readStatus, STATUS_FILE } from './metadata-files'
import { changedContainer, isProgram } from './own-program'
import { programCall } from './program-call'
import type { Programs } from './programs'
import type { Status } from './status'
import { inputKey, type RecordedOutput, type StepState } from './types'
import type { Volume } from './volume'

/** What a container does to the volumes of its pipeline. */
export interface Done {
  readonly state: Exclude<StepState, 'not-reached'>
  readonly reason?: string
  readonly read: readonly string[]
  readonly log: readonly string[]
  readonly exit: number | undefined
  /** What it told the API server; a failing program does so before it ends. */
  readonly published?: readonly Status[]
  /** Its program runs, or would, in the sandbox. */
  readonly program?: true
  /** Its program would run here, once its language is asked for. */
  readonly offers?: ProgramLanguage
  /** In milliseconds, where the program was timed by itself. */
  readonly took?: number
  readonly stale?: true
}

export interface Work {
  readonly files: Files
  readonly view: PromiseView
  readonly step: Step
  /** The container as promise.yaml has it. */
  readonly container: unknown
  readonly object: unknown
  /** The variables that Kratix sets. */
  readonly environment: readonly (readonly [name: string, value: string])[]
  readonly recorded: RecordedOutput | undefined
  readonly programs: Programs
  /** A program before it has not ended yet: what this one would read is not known. */
  readonly waits: boolean
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
    const { language } = step
    if (language === 'typescript' || language === 'python') {
      return runProgram(work, step.folder, made, language, step.kind !== 'custom' && own?.path)
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

/** The program itself runs in the sandbox; until its answer is there, the step is pending. */
function runProgram(
  work: Work,
  folder: string,
  made: StepFiles,
  language: ProgramLanguage,
  changed: string | false | undefined,
): Done {
  const prepared = programCall(work, folder, made, language)
  if (!prepared.ok) return fed(work, prepared.reason)
  if (language === 'python' && !work.programs.python) {
    const why = `${changed ? `${changed} was changed by hand, and its` : 'Its'} program in Python`
    return { ...fed(work, `${why} is not run here yet.`), offers: language }
  }
  const program = true as const
  const answer = work.waits ? undefined : work.programs.answerTo(prepared.call)
  if (!answer) return { state: 'pending', read: [], log: [], exit: undefined, program }
  const { end, log, read, published, took } = answer
  if (end.kind === 'not-here') {
    return { ...fed(work, end.reason), ...(log.length > 0 && { log }), program }
  }
  const contents = (files: readonly FileEntry[]) =>
    files.map(([path, content]) => [path, contentOf(content)] as const)
  // What a program had written when it was stopped is not known: what stood there before stays.
  if (end.kind === 'exit') {
    work.output.replace(contents(answer.output))
    work.metadata.replace(contents(answer.metadata))
  }
  const did = { ...{ read, log, took }, program, ...(published.length > 0 && { published }) }
  if (end.kind === 'stopped')
    return { ...did, state: 'failed', reason: end.reason, exit: undefined }
  if (end.code === 0) return { ...did, state: 'succeeded', exit: 0 }
  const reason = end.message ?? lastError(log) ?? `it ended with the exit code ${end.code}`
  return { ...did, state: 'failed', reason, exit: end.code }
}

/** As the generated programs say why they fail. */
function lastError(log: readonly string[]): string | undefined {
  return log.find((line) => line.startsWith('error: '))?.slice('error: '.length)
}

function contentOf(content: string | Uint8Array): FileContent {
  return typeof content === 'string'
    ? FileContent.fromText(content)
    : FileContent.fromBytes(content)
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
  const refused = addDestinations(metadata, rendered.destinations)
  if (refused) return failed(refused, {}, read)
  for (const file of files) output.write(file.path, file.text ?? '')
  metadata.write(STATUS_FILE, status)
  return { state: 'succeeded', read, log: [], exit: 0 }
}

function failed(reason: string, published: Status, read: readonly string[]): Done {
  const told = Object.keys(published).length > 0 ? [published] : []
  return { state: 'failed', reason, read, log: [`error: ${reason}`], exit: 1, published: told }
}

/** What an earlier container of the pipeline has left stays, key by key (docs/templates.md). */
function earlierStatus(metadata: Volume): Status {
  const source = metadata.text(STATUS_FILE)
  if (source === undefined || source === null) return {}
  const read = readStatus(source)
  return read.ok ? read.value : {}
}
