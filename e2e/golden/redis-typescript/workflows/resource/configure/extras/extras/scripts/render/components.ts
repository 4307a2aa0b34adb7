import { type Identity, isMap } from '../kratix/index.js'

/** Templates of requests of other Promises, which are parts of the request that the step runs for. */
export interface Components {
  readonly promise: string
  readonly templates: readonly string[]
}

/**
 * A document with the labels of a part that it does not have already: `component-of` draws the tree
 * of the CLI, `parent` lets a dry run follow it. @throws Error when it has no place for labels.
 */
export function labelled(
  document: unknown,
  promise: string,
  { name, namespace }: Identity,
): unknown {
  const object = mapOf(document)
  const metadata = mapOf(object.metadata ?? {})
  const labels: Record<string, unknown> = {}
  for (const family of ['kratix.io/component-of', 'kratix.io/parent']) {
    labels[`${family}-promise-name`] = promise
    labels[`${family}-resource-name`] = name
    labels[`${family}-resource-namespace`] = namespace
  }
  const all = { ...labels, ...mapOf(metadata.labels ?? {}) }
  return { ...object, metadata: { ...metadata, labels: all } }
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  if (isMap(value)) return value
  throw new Error('metadata and metadata.labels of a component must be maps')
}
