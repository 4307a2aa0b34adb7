import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { quoteScalar } from '@/lib/render/plain-scalar'
import type { RenderContext, StepContext } from '@/lib/scaffolds/scaffold'

/** Writes files below a folder, parents included. */
export function writeFiles(
  folder: string,
  files: Iterable<{ readonly path: string; readonly text: string }>,
): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** The folders that a program uses for one run, below `work`. */
export interface RunFolders {
  readonly input: string
  readonly output: string
  readonly metadata: string
  readonly home: string
}

/** Fresh folders for a run on `object`: text is written as it is, data as YAML. */
export function runFolders(work: string, object: unknown): RunFolders {
  const folders = {
    input: join(work, 'input'),
    output: join(work, 'output'),
    metadata: join(work, 'metadata'),
    home: join(work, 'home'),
  }
  for (const folder of Object.values(folders)) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
  }
  const text = typeof object === 'string' ? object : toYaml(object)
  writeFileSync(join(folders.input, 'object.yaml'), text)
  return folders
}

/** As JSON with escapes for what some reader of YAML refuses: each takes it alike. */
export function toYaml(value: unknown): string {
  if (typeof value === 'string') return quoteScalar(value)
  if (Array.isArray(value)) return `[${value.map(toYaml).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return `{${entries.map(([key, item]) => `${quoteScalar(key)}: ${toYaml(item)}`).join(', ')}}`
}

/** The environment that Kratix gives a container, with the folders of a run. */
export function kratixEnvironment(
  step: StepContext | RenderContext,
  folders: RunFolders,
  object: { readonly name: string; readonly namespace: string },
  resources = '',
): Record<string, string> {
  const isPromise = step.type === 'promise'
  return {
    HOME: folders.home,
    KUBERNETES_SERVICE_HOST: '',
    KRATIX_INPUT_DIR: folders.input,
    KRATIX_OUTPUT_DIR: folders.output,
    KRATIX_METADATA_DIR: folders.metadata,
    RESOURCES_DIR: resources,
    KRATIX_WORKFLOW_TYPE: step.type,
    KRATIX_WORKFLOW_ACTION: step.action,
    KRATIX_PROMISE_NAME: step.promise,
    KRATIX_PIPELINE_NAME: step.pipeline,
    KRATIX_OBJECT_GROUP: isPromise ? 'platform.kratix.io' : (step.api?.group ?? ''),
    KRATIX_OBJECT_VERSION: isPromise ? 'v1alpha1' : (step.api?.version ?? ''),
    KRATIX_OBJECT_KIND: isPromise ? 'Promise' : (step.api?.kind ?? ''),
    KRATIX_OBJECT_NAME: object.name,
    KRATIX_OBJECT_NAMESPACE: isPromise ? '' : object.namespace,
    KRATIX_CRD_PLURAL: isPromise ? 'promises' : (step.api?.plural ?? ''),
    KRATIX_CLUSTER_SCOPED: String(isPromise),
  }
}

/** Text of every file below a folder by its path, sorted. */
export function filesIn(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  return Object.fromEntries(
    paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  )
}

/** The documents of every file below a folder, read as YAML 1.2 has it. */
export function documentsIn(folder: string): Record<string, unknown[]> {
  return Object.fromEntries(
    Object.entries(filesIn(folder)).map(([path, text]) => [path, readDocuments(text)]),
  )
}

/** @throws Error when a document is not well-formed. */
export function readDocuments(text: string): unknown[] {
  return parseAllDocuments(text).map((document) => {
    if (document.errors[0]) throw document.errors[0]
    return document.toJS()
  })
}
