import { toDnsLabel } from '@/lib/promise/dns-label'

/** Where examples live. */
export const EXAMPLE_NAMESPACE = 'default'

/** What a request needs to be addressed by. */
export interface RequestedApi {
  readonly group: string
  /** Name of the version. */
  readonly version: string
  readonly kind: string
}

/** A request as people write it, around `spec`; without one when that is `undefined`. */
export function exampleRequest({ group, version, kind }: RequestedApi, spec: unknown) {
  const name = toDnsLabel(`example-${kind.toLowerCase()}`, 'example')
  return {
    apiVersion: `${group}/${version}`,
    kind,
    metadata: { name, namespace: EXAMPLE_NAMESPACE },
    ...(spec === undefined ? {} : { spec }),
  }
}
