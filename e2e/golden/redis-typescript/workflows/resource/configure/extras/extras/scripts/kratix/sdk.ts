import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, posix, resolve, sep } from 'node:path'
import { ApiServer, type Environment, type ObjectClient } from './api-server.js'
import { readYaml } from './read-yaml.js'
import { type DestinationSelector, isMap, Resource, Status } from './resource.js'
import { writeYaml } from './write-yaml.js'

export interface KratixOptions {
  /** Folders of the pipeline's container; Kratix mounts them below /kratix. */
  readonly inputDir?: string
  readonly outputDir?: string
  readonly metadataDir?: string
  /** Name of the input file. */
  readonly inputObject?: string
  readonly objectClient?: ObjectClient
  readonly env?: Environment
}

/**
 * What a Kratix pipeline reads and writes: the object it runs for, documents for the State Store,
 * status, scheduling, workflow control. Without options it works on the folders of the container;
 * `KRATIX_INPUT_DIR`, `KRATIX_OUTPUT_DIR` and `KRATIX_METADATA_DIR` name others for a local run.
 */
export class KratixSDK {
  readonly inputDir: string
  readonly outputDir: string
  readonly metadataDir: string
  readonly env: Environment
  readonly #inputObject: string
  readonly #client: ObjectClient

  constructor(options: KratixOptions = {}) {
    this.env = options.env ?? process.env
    this.inputDir = options.inputDir ?? (this.env.KRATIX_INPUT_DIR || '/kratix/input')
    this.outputDir = options.outputDir ?? (this.env.KRATIX_OUTPUT_DIR || '/kratix/output')
    this.metadataDir = options.metadataDir ?? (this.env.KRATIX_METADATA_DIR || '/kratix/metadata')
    this.#inputObject = options.inputObject ?? 'object.yaml'
    this.#client = options.objectClient ?? new ApiServer(this.env)
  }

  workflowAction(): string {
    return this.env.KRATIX_WORKFLOW_ACTION ?? ''
  }

  workflowType(): string {
    return this.env.KRATIX_WORKFLOW_TYPE ?? ''
  }

  promiseName(): string {
    return this.env.KRATIX_PROMISE_NAME ?? ''
  }

  pipelineName(): string {
    return this.env.KRATIX_PIPELINE_NAME ?? ''
  }

  isPromiseWorkflow(): boolean {
    return this.workflowType() === 'promise'
  }

  isResourceWorkflow(): boolean {
    return this.workflowType() === 'resource'
  }

  isConfigureAction(): boolean {
    return this.workflowAction() === 'configure'
  }

  isDeleteAction(): boolean {
    return this.workflowAction() === 'delete'
  }

  /** True in a dry run: leave out side effects, write the same output. */
  isDryRun(): boolean {
    return this.env.KRATIX_DRY_RUN === 'true'
  }

  /** The request that a resource workflow runs for. */
  async readResourceInput<T = unknown>(): Promise<Resource<T>> {
    return new Resource<T>(await this.#readInput())
  }

  /** The Promise that a promise workflow runs for. */
  async readPromiseInput<T = unknown>(): Promise<Resource<T>> {
    return new Resource<T>(await this.#readInput())
  }

  async #readInput(): Promise<unknown> {
    const path = resolve(this.inputDir, this.#inputObject)
    let documents: unknown[]
    try {
      documents = readYaml(await readFile(path, 'utf8'))
    } catch (error) {
      throw new Error(`cannot read the input: ${error instanceof Error ? error.message : error}`)
    }
    if (documents.length !== 1 || !isMap(documents[0]))
      throw new Error('the input is not an object')
    return documents[0]
  }

  /** What an earlier container of this pipeline has reported; empty when none has. */
  async readStatus(): Promise<Status> {
    const values = await this.#readMetadata('status.yaml')
    if (values === undefined) return new Status()
    if (!isMap(values)) throw new Error('status.yaml must hold a map')
    return new Status(values)
  }

  /** What an earlier container of this pipeline has chosen; empty when none has. */
  async readDestinationSelectors(): Promise<DestinationSelector[]> {
    const selectors = (await this.#readMetadata('destination-selectors.yaml')) ?? []
    if (!Array.isArray(selectors)) throw new Error('destination-selectors.yaml must hold a list')
    return selectors as DestinationSelector[]
  }

  /** Writes a file for the State Store. `path` is relative to the output folder. */
  async writeOutput(path: string, content: string | Uint8Array): Promise<void> {
    await write(this.outputDir, path, content)
  }

  /** Replaces `status.yaml`; Kratix merges its top-level keys into the status of the object. */
  async writeStatus(status: Status | Readonly<Record<string, unknown>>): Promise<void> {
    await write(this.metadataDir, 'status.yaml', writeYaml(statusValues(status)))
  }

  /** Adds to what earlier containers of this pipeline report; a key of theirs is replaced. */
  async addStatus(status: Status | Readonly<Record<string, unknown>>): Promise<void> {
    const earlier = (await this.readStatus()).toObject()
    await this.writeStatus({ ...earlier, ...statusValues(status) })
  }

  async writeDestinationSelectors(selectors: readonly DestinationSelector[]): Promise<void> {
    checkSelectors(selectors)
    await write(this.metadataDir, 'destination-selectors.yaml', writeYaml(selectors))
  }

  /** Stops the workflow after this pipeline until someone resumes it. */
  async writeSuspend(message?: string): Promise<void> {
    await write(this.metadataDir, 'workflow-control.yaml', writeYaml({ suspend: true, message }))
  }

  /** Runs this pipeline again after a Go duration such as `90s` or `24h` (there are no days). */
  async writeRetryAfter(duration: string, message?: string): Promise<void> {
    if (!/^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$/.test(duration)) {
      throw new Error(`${JSON.stringify(duration)} is not a duration such as 90s, 5m or 24h`)
    }
    if (!/[1-9]/.test(duration)) throw new Error(`a pipeline cannot be run again after ${duration}`)
    const control = { retryAfter: duration, message }
    await write(this.metadataDir, 'workflow-control.yaml', writeYaml(control))
  }

  /** Merges `status` into the status of the object at once, through the API server. */
  async publishStatus(
    resource: Resource,
    status: Status | Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const { group, version, kind } = resource.getGroupVersionKind()
    const isPromise = kind === 'Promise' && group === 'platform.kratix.io'
    const plural = isPromise ? 'promises' : this.env.KRATIX_CRD_PLURAL
    if (!plural) throw new Error('KRATIX_CRD_PLURAL is not set')
    const namespace = isPromise ? '' : resource.getNamespace()
    const parts = ['apis', group, version]
    if (namespace !== '') parts.push('namespaces', namespace)
    parts.push(plural, resource.getName(), 'status')
    if (parts.some((part) => /^\.*$/.test(part))) {
      throw new Error('group, version or name of the object is not known')
    }
    const path = parts.map((part) => `/${encodeURIComponent(part)}`).join('')
    await this.#client.patch(path, { status: statusValues(status) })
  }

  /** The object of this run as the environment names it: for the time when it cannot be read. */
  resourceFromEnvironment(): Resource {
    const { env } = this
    const group = env.KRATIX_OBJECT_GROUP ?? ''
    const version = env.KRATIX_OBJECT_VERSION ?? ''
    return new Resource({
      apiVersion: group === '' ? version : `${group}/${version}`,
      kind: env.KRATIX_OBJECT_KIND ?? '',
      metadata: { name: env.KRATIX_OBJECT_NAME, namespace: env.KRATIX_OBJECT_NAMESPACE },
    })
  }

  async #readMetadata(name: string): Promise<unknown> {
    try {
      return readYaml(await readFile(resolve(this.metadataDir, name), 'utf8'))[0]
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    }
  }
}

async function write(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  const root = resolve(folder)
  const target = resolve(root, path)
  const inside = target.startsWith(root.endsWith(sep) ? root : root + sep)
  if (!inside) throw new Error(`${JSON.stringify(path)} leads out of ${folder}`)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, content)
}

function statusValues(
  status: Status | Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const values = status instanceof Status ? status.toObject() : status
  if (Object.hasOwn(values, 'kratix')) throw new Error('the status key kratix belongs to Kratix')
  return values
}

export function checkSelectors(selectors: readonly DestinationSelector[]): void {
  const seen = new Set<string>()
  for (const [index, selector] of selectors.entries()) {
    if (Object.keys(selector.matchLabels).length === 0) {
      throw new Error(`selector ${index} has no labels`)
    }
    const directory = cleanDirectory(selector.directory)
    if (/[/\\]/.test(directory) || directory === '..') {
      throw new Error(`selector ${index}: the directory must be one folder of the output`)
    }
    if (seen.has(directory)) throw new Error(`selector ${index} repeats a directory`)
    seen.add(directory)
  }
}

/** As Kratix compares them: `a`, `./a` and `a/` are one folder, none and `.` are the output itself. */
export function cleanDirectory(directory = ''): string {
  return posix.normalize(directory || '.').replace(/\/$/, '')
}
