import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Identity, type Pipeline, readIdentity, readYaml, writeYaml } from '../kratix/index.js'
import { type Components, labelled } from './components.js'
import { type Condition, holds } from './conditions.js'
import { chooseDestinations, type Destination, mergeDestinations } from './destinations.js'
import { substitute } from './substitute.js'
import { readValues, type Scalar, type Value } from './values.js'

/** What a step makes of a request: the part that changes with the design, in pipeline.ts. */
export interface Step {
  /** The workflow that it belongs to. */
  readonly type: 'promise' | 'resource'
  /** What the templates may name as `${name}`; the first fault in this order is reported. */
  readonly values: readonly Value[]
  /** Templates that are written only when a value is as it must be, by their paths. */
  readonly conditions?: Readonly<Record<string, Condition>>
  /** Templates that hold requests of other Promises. */
  readonly components?: Components
  /** Where the files go. */
  readonly destinations?: readonly Destination[]
  readonly status: {
    /**
     * Reported after everything has been written; may hold `${name}` as templates do. The empty
     * texts clear those of an earlier failure: Kratix never removes a key.
     */
    readonly success: Readonly<Record<string, Scalar>>
    /** Reported with the reason when anything fails. */
    readonly failure: Readonly<Record<string, Scalar>>
  }
}

export interface Template {
  /** Below the resources folder. */
  readonly path: string
  readonly text: string
}

export interface Rendered {
  readonly files: readonly { readonly path: string; readonly documents: readonly unknown[] }[]
  readonly destinations: readonly Destination[]
  readonly status: Readonly<Record<string, unknown>>
}

/** A step that fills templates from the object it runs for. */
export function renderPipeline(step: Step): Pipeline {
  return {
    type: step.type,
    action: 'configure',
    async run(sdk, object) {
      const folder = sdk.env.RESOURCES_DIR || '/resources'
      const rendered = render(step, await readTemplates(folder), object.toObject())
      // What earlier containers have left is read first, since that may be at fault, too.
      const status = { ...(await sdk.readStatus()).toObject(), ...rendered.status }
      const selectors = await mergeDestinations(sdk, rendered.destinations)
      for (const { path, documents } of rendered.files) {
        await sdk.writeOutput(path, documents.map(writeYaml).join('---\n'))
      }
      if (selectors.length > 0) await sdk.writeDestinationSelectors(selectors)
      await sdk.writeStatus(status)
    },
    failure: (reason) => failureStatus(step, reason),
  }
}

/** Everything that the step writes. Pure. @throws Error that says what is wrong with the object. */
export function render(step: Step, templates: readonly Template[], object: unknown): Rendered {
  const identity = readIdentity(step.type, object)
  const values = readValues(step.values, object)
  const files = templates
    .map(({ path, text }) => ({
      path: outputPath(path, identity),
      documents: within(path, () => {
        const condition = step.conditions?.[path]
        if (condition && !holds(condition, values)) return []
        const documents = readYaml(text, (part) => substitute(part, values))
        if (step.components?.templates.includes(path)) {
          const { promise } = step.components
          return documents.map((document) => labelled(document, promise, identity))
        }
        return documents
      }),
    }))
    .filter(({ documents }) => documents.length > 0)
  const status = Object.entries(step.status.success).map(([key, text]): [string, unknown] => [
    key,
    within(`status ${key}`, () => (typeof text === 'string' ? substitute(text, values) : text)),
  ])
  const paths = files.map(({ path }) => path)
  const destinations = chooseDestinations(step.destinations ?? [], paths, values)
  return { files, destinations, status: Object.fromEntries(status) }
}

function failureStatus({ type, status }: Step, reason: string): Record<string, unknown> {
  const texts = { message: reason, ...status.failure, reason }
  // Of what a promise workflow reports, Kratix keeps the message alone.
  return type === 'promise' ? { message: texts.message } : texts
}

/** Names the place in what `work` throws. */
function within<T>(place: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new Error(`${place}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** A name of its own for every request: some Destinations keep all files in one folder. */
function outputPath(path: string, { name, namespace }: Identity): string {
  const stem = path.replace(/\.ya?ml$/, '')
  return namespace === undefined ? `${stem}-${name}.yaml` : `${stem}-${namespace}-${name}.yaml`
}

/** Every `*.yaml` and `*.yml` below `folder`, in byte order of the paths. */
export async function readTemplates(folder: string): Promise<Template[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .map((path) => path.replaceAll('\\', '/'))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  return Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })),
  )
}
