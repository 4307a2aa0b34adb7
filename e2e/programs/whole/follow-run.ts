import { apiContext } from '@/lib/build/example'
import type { Step } from '@/lib/commands/steps'
import type { Files } from '@/lib/promise/files'
import { isRecord } from '@/lib/promise/path'
import type { StepKey, Workflow } from '@/lib/promise/workflows'
import type { StepContext } from '@/lib/scaffolds/scaffold'
import { starterOutput } from '@/lib/scaffolds/starter'
import { nameOf } from '@/lib/tryout/judge'
import { run as tryOut } from '@/lib/tryout/run'
import { inputKey, type PipelineRun, type RecordedOutput, type Run } from '@/lib/tryout/types'
import { printYaml } from '@/lib/yaml/edit'
import type { FakeApiServer } from '../api-server'
import { printSorted, readOutput } from '../read-output'
import {
  filesIn,
  kratixEnvironment,
  type RunFolders,
  readDocuments,
  runFolders,
  writeFiles,
} from '../step-folder'
import { readDesign } from './make-design'
import type { Programs } from './programs-of'

/** One object on its way through one workflow. */
export interface Trial {
  readonly files: Files
  readonly workflow: Workflow
  readonly object: unknown
}

/** What the page makes of a trial; images, and programs that it does not run, are recorded. */
export function pageRun({ files, workflow, object }: Trial): Run {
  const recorded: Partial<Record<StepKey, RecordedOutput>> = {}
  for (;;) {
    const around = { workflow, destinations: undefined, recorded: { ...recorded } }
    const shown = tryOut(files, object, around, () => 0)
    const unknown = firstUnknown(shown)
    if (!unknown) return shown
    const step = readDesign(files).steps.find(({ key }) => key === unknown.key)
    if (step?.kind !== 'image' && step?.kind !== 'custom')
      throw new Error(`${unknown.key} runs here`)
    recorded[step.key] = recordedOutput(files, step, shown.object, unknown.earlier)
  }
}

/** The first step that is not run here, and the status that those before it have left. */
function firstUnknown({ pipelines }: Run) {
  for (const { steps } of pipelines) {
    const index = steps.findIndex(({ state }) => state === 'not-run')
    const key = steps[index]?.key
    if (key === undefined) continue
    const statuses = steps
      .slice(0, index)
      .flatMap(({ written }) => written)
      .filter(({ volume, path }) => volume === 'metadata' && path === 'status.yaml')
    const [earlier] = readDocuments(statuses.at(-1)?.text ?? '')
    return { key, earlier: isRecord(earlier) ? earlier : {} }
  }
  return undefined
}

/** What an image of others may leave, and what the starting point of a program does leave. */
function recordedOutput(
  files: Files,
  step: Step,
  object: unknown,
  earlier: Readonly<Record<string, unknown>> = {},
): RecordedOutput {
  const input = inputKey(object)
  if (step.kind === 'image') {
    const status = 'stage: from an image\n'
    return { output: { 'image.yaml': 'kind: A\n' }, metadata: { 'status.yaml': status }, input }
  }
  if (step.ref.action === 'delete') return { output: {}, metadata: {}, input }
  const { name, namespace } = nameOf(object)
  const spec = isRecord(object) && isRecord(object.spec) ? object.spec : {}
  const made = starterOutput(contextOf(files, step), { name, namespace, spec })
  return {
    output: { [made.path]: printYaml(made.document) },
    metadata: { 'status.yaml': printYaml({ ...earlier, ...made.status }) },
    input,
  }
}

function contextOf(files: Files, { key, ref, pipeline, name, image }: Step): StepContext {
  const { view } = readDesign(files)
  const { type, action } = ref
  const own = { key, type, action, pipeline, container: name, image }
  return { ...own, promise: view.name, api: apiContext(view) }
}

/**
 * Sends what the page sends through the pipelines through the programs, too. Gives the differences,
 * as data to be read.
 */
export async function differences(
  { files, shown }: { readonly files: Files; readonly shown: Run },
  programs: Programs,
  server: FakeApiServer,
  work: string,
): Promise<readonly unknown[]> {
  const { steps } = readDesign(files)
  const found: unknown[] = []
  for (const pipeline of shown.pipelines) {
    if (pipeline.state === 'not-reached' || pipeline.state === 'ignored') continue
    const folders = runFolders(work, shown.object)
    server.writeKubeconfig(folders.home)
    for (const one of pipeline.steps) {
      const step = steps.find(({ key }) => key === one.key)
      if (!step || one.state === 'not-reached') continue
      if (step.kind === 'image') {
        writeRecorded(folders, recordedOutput(files, step, shown.object))
        continue
      }
      const before = server.requests.length
      const env = {
        ...kratixEnvironment(contextOf(files, step), folders, nameOf(shown.object)),
        KRATIX_API_SERVER: server.url,
      }
      const ran = await programs.start(one.key, env)
      const wanted = { code: one.exit ?? 0, said: one.log[0]?.replace(/^error: /, '') ?? '' }
      const said = ran.stderr.split('\n')[0]?.replace(/^error: /, '')
      const published = server.requests.slice(before).map(({ body }) => body)
      const told = published.every((body) => isPartOf(body, shown.status))
      const quiet = step.kind === 'dependencies' || published.length === (one.exit === 1 ? 1 : 0)
      if (ran.code !== wanted.code || (ran.code !== 0 && said !== wanted.said) || !told || !quiet) {
        found.push({ step: one.key, wanted, ran, published, status: shown.status })
      }
    }
    const [wanted, got] = [shownFiles(pipeline), foundFiles(folders)]
    if (wanted !== got) found.push({ pipeline: pipeline.path, wanted, got })
  }
  return found
}

function writeRecorded(folders: RunFolders, { output, metadata }: RecordedOutput): void {
  const list = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([path, text]) => ({ path, text }))
  writeFiles(folders.output, list(output))
  writeFiles(folders.metadata, list(metadata))
}

/** Whether every key of a published status stands in the one that the page shows. */
function isPartOf(body: unknown, status: Readonly<Record<string, unknown>>): boolean {
  const told = isRecord(body) && isRecord(body.status) ? body.status : {}
  return Object.entries(told).every(
    ([key, value]) => printSorted(value) === printSorted(status[key]),
  )
}

function shownFiles({ output, metadata }: PipelineRun): string {
  return printSorted({
    output: Object.fromEntries(output.map(({ path, text = '' }) => [path, readOutput(text)])),
    metadata: Object.fromEntries(metadata.map(({ path, text = '' }) => [path, readOutput(text)])),
  })
}

function foundFiles({ output, metadata }: RunFolders): string {
  const read = (folder: string) =>
    Object.fromEntries(
      Object.entries(filesIn(folder)).map(([path, text]) => [path, readOutput(text)]),
    )
  return printSorted({ output: read(output), metadata: read(metadata) })
}
