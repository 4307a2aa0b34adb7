import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { ApiContext, Scalar, StepContext } from './scaffold'
import { specField } from './shape'

/**
 * What the starting point of a `custom` configure step does, said once for all languages: it writes
 * one ConfigMap that shows the request's own words. Each language says the same in its own way, and
 * the step's tests hold them to `starterOutput`.
 */

/**
 * Names of the `spec` properties that the starting point copies: the strings at the top whose name
 * can be a key of a ConfigMap, in the order of the API. `request` is taken.
 */
export function starterProperties(api: ApiContext | undefined): readonly string[] {
  const spec = api && specField(api.schema)
  if (spec?.shape.kind !== 'object') return []
  return spec.shape.fields
    .filter(({ shape }) => {
      if (shape.kind === 'enum') return shape.values.every((value) => typeof value === 'string')
      return shape.kind === 'string'
    })
    .map(({ name }) => name)
    .filter(
      (name) => /^[-._a-zA-Z0-9]{1,253}$/.test(name) && !/^(\..*|request|__proto__)$/.test(name),
    )
}

/** `<object>-<container>`, cut to 63 characters with a hash of the whole when it is longer. */
export function starterName(object: string, container: string): string {
  const name = `${object}-${container}`
  if (name.length <= 63) return name
  const hash = bytesToHex(sha256(new TextEncoder().encode(name))).slice(0, 8)
  return `${name.slice(0, 54).replace(/[-.]+$/, '')}-${hash}`
}

/** The namespace of what a promise workflow writes: the one that every cluster has. */
export const STARTER_NAMESPACE = 'default'

export interface StarterOutput {
  readonly path: string
  readonly document: unknown
  readonly status: Readonly<Record<string, Scalar>>
}

/** What the starting point makes of `object`: a request, or the Promise in a promise workflow. */
export function starterOutput(
  step: StepContext,
  object: {
    readonly name: string
    readonly namespace: string
    readonly spec: Readonly<Record<string, unknown>>
  },
): StarterOutput {
  const isPromise = step.type === 'promise'
  const name = starterName(object.name, step.container)
  const namespace = isPromise ? STARTER_NAMESPACE : object.namespace
  const data: Record<string, unknown> = isPromise
    ? { promise: object.name }
    : { request: `${object.namespace}/${object.name}` }
  if (!isPromise) {
    for (const key of starterProperties(step.api)) {
      const value = Object.hasOwn(object.spec, key) ? object.spec[key] : undefined
      if (typeof value === 'string') data[key] = value
    }
  }
  const kind = isPromise ? 'Promise' : (step.api?.kind ?? 'Resource')
  const message = `${kind} ${object.name} is configured`
  return {
    path: `configmap-${namespace}-${name}.yaml`,
    document: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name,
        namespace,
        labels: {
          'app.kubernetes.io/managed-by': 'kratix',
          'kratix.io/promise-name': step.promise,
        },
      },
      data,
    },
    status: isPromise ? { message } : { stage: 'configured', message, reason: '' },
  }
}
