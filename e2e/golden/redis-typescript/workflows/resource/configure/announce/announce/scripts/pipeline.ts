import { createHash } from 'node:crypto'
import { isMain, type Pipeline, runPipeline, writeYaml } from './kratix/index.js'
import type { Request } from './request.js'

const PROMISE = 'redis'
const STEP = 'announce'
const KIND = 'Redis'

/** Step announce of redis: workflow resource/configure. */
export const pipeline: Pipeline<Request> = {
  type: 'resource',
  action: 'configure',
  async run(sdk, resource) {
    const { files, status } = render(resource.toObject())
    for (const [path, document] of Object.entries(files)) {
      await sdk.writeOutput(path, writeYaml(document))
    }
    await sdk.addStatus(status)
    // While something is not ready: await sdk.writeRetryAfter('1m', 'what it waits for'), or
    // sdk.writeSuspend.
  },
  failure: (reason) => ({ stage: 'failed', message: reason, reason }),
}

/** Everything that the step writes. */
export interface Rendered {
  /** Documents by the path of their file below /kratix/output. */
  readonly files: Readonly<Record<string, unknown>>
  readonly status: Readonly<Record<string, unknown>>
}

/** What the step makes of a request. The same request must always give the same result. */
export function render(request: Request): Rendered {
  const { metadata } = request
  const name = shortName(`${metadata.name}-${STEP}`)
  const data: Record<string, string> = { request: `${metadata.namespace}/${metadata.name}` }
  for (const key of ['size'] as const) {
    const value = request.spec?.[key]
    if (typeof value === 'string') data[key] = value
  }

  const configMap = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name,
      namespace: metadata.namespace,
      labels: {
        'app.kubernetes.io/managed-by': 'kratix',
        'kratix.io/promise-name': PROMISE,
      },
    },
    data,
  }
  return {
    files: { [`configmap-${metadata.namespace}-${name}.yaml`]: configMap },
    // Kratix never removes a key: the empty reason clears that of an earlier failure.
    status: { stage: 'configured', message: `${KIND} ${metadata.name} is configured`, reason: '' },
  }
}

/** Names of many kinds have at most 63 characters; a hash keeps a cut name unique. */
function shortName(name: string): string {
  if (name.length <= 63) return name
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8)
  return `${name.slice(0, 54).replace(/[-.]+$/, '')}-${hash}`
}

if (isMain(import.meta.url)) process.exitCode = await runPipeline(pipeline)
