import { createHash } from 'node:crypto'
import { isMain, type Pipeline, runPipeline, writeYaml } from './kratix/index.js'

const PROMISE = 'redis'
const STEP = 'prepare'

/** The Promise itself, as far as this step reads it. */
export interface PromiseObject {
  readonly metadata: { readonly name: string }
}

/** Step prepare of redis: workflow promise/configure. */
export const pipeline: Pipeline<PromiseObject> = {
  type: 'promise',
  action: 'configure',
  async run(sdk, promise) {
    const { files, status } = render(promise.toObject())
    for (const [path, document] of Object.entries(files)) {
      await sdk.writeOutput(path, writeYaml(document))
    }
    await sdk.addStatus(status)
    // While something is not ready: await sdk.writeRetryAfter('1m', 'what it waits for'), or
    // sdk.writeSuspend.
  },
  // Of what a promise workflow reports, Kratix keeps the message alone.
  failure: (reason) => ({ message: reason }),
}

/** Everything that the step writes. */
export interface Rendered {
  /** Documents by the path of their file below /kratix/output. */
  readonly files: Readonly<Record<string, unknown>>
  readonly status: Readonly<Record<string, unknown>>
}

/** A Promise has no namespace; this one is there on every Destination. */
const NAMESPACE = 'default'

/** What the step makes of the Promise. The same Promise must always give the same result. */
export function render(promise: PromiseObject): Rendered {
  const { metadata } = promise
  const name = shortName(`${metadata.name}-${STEP}`)
  const configMap = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name,
      namespace: NAMESPACE,
      labels: {
        'app.kubernetes.io/managed-by': 'kratix',
        'kratix.io/promise-name': PROMISE,
      },
    },
    data: { promise: metadata.name },
  }
  return {
    files: { [`configmap-${NAMESPACE}-${name}.yaml`]: configMap },
    status: { message: `Promise ${metadata.name} is configured` },
  }
}

/** Names of many kinds have at most 63 characters; a hash keeps a cut name unique. */
function shortName(name: string): string {
  if (name.length <= 63) return name
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8)
  return `${name.slice(0, 54).replace(/[-.]+$/, '')}-${hash}`
}

if (isMain(import.meta.url)) process.exitCode = await runPipeline(pipeline)
