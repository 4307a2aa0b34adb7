import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readIdentity } from './identity.js'
import type { Resource } from './resource.js'
import { KratixSDK } from './sdk.js'

/** A step of a workflow. */
export interface Pipeline<T = unknown> {
  readonly type: 'promise' | 'resource'
  readonly action: 'configure' | 'delete'
  /** Does the work. Whatever it throws becomes the reason of the failure. */
  run(sdk: KratixSDK, object: Resource<T>): Promise<void>
  /** What the status of the object says after a failure. */
  failure(reason: string): Readonly<Record<string, unknown>>
}

/**
 * Runs a step: reads the object, does the work. When anything fails, says so on standard error and
 * in the status of the object; Kratix then keeps what the step wrote last time. Gives the exit code.
 */
export async function runPipeline<T>(
  pipeline: Pipeline<T>,
  sdk: KratixSDK = new KratixSDK(),
): Promise<number> {
  const isPromise = pipeline.type === 'promise'
  let object: Resource<T> | undefined
  try {
    checkWorkflow(pipeline, sdk)
    const input = isPromise ? await sdk.readPromiseInput<T>() : await sdk.readResourceInput<T>()
    readIdentity(pipeline.type, input.toObject())
    object = input
    await pipeline.run(sdk, object)
    return 0
  } catch (error) {
    const reason = messageOf(error)
    console.error(`error: ${reason}`)
    await publishFailure(sdk, object, pipeline.failure(reason))
    return 1
  }
}

/** An image in the wrong place of a Promise would write what nobody asked for. */
function checkWorkflow<T>({ type, action }: Pipeline<T>, sdk: KratixSDK): void {
  const runs = `${sdk.workflowType() || type}/${sdk.workflowAction() || action}`
  if (runs !== `${type}/${action}`) {
    throw new Error(`this step serves the workflow ${type}/${action}, not ${runs}`)
  }
}

/** A failure in here is told in addition; it never hides the first one. */
async function publishFailure(
  sdk: KratixSDK,
  object: Resource | undefined,
  status: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (sdk.isDryRun()) return // the status belongs to a live object
  try {
    await sdk.publishStatus(object ?? sdk.resourceFromEnvironment(), status)
  } catch (error) {
    console.error(`error: the failure status could not be published: ${messageOf(error)}`)
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** True for the module that Node was started with; pass `import.meta.url`. */
export function isMain(moduleUrl: string): boolean {
  const started = process.argv[1]
  return started !== undefined && realpathSync(started) === fileURLToPath(moduleUrl)
}
