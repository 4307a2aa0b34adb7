import { isRecord, valueAt } from '@/lib/promise/path'
import type { Schema } from '../property'

/** A CustomResourceDefinition, as far as a form needs it to fill in such a resource. */
export interface Crd {
  readonly name: string
  readonly group: string
  readonly kind: string
  /** False when its objects belong to the whole cluster. */
  readonly namespaced: boolean
  /** The storage version first. */
  readonly versions: readonly CrdVersion[]
}

export interface CrdVersion {
  readonly name: string
  readonly served: boolean
  readonly deprecated: boolean
  /** Its openAPIV3Schema; `{}` when it has none. */
  readonly schema: Schema
}

/** The CRDs among objects: `apiextensions.k8s.io/v1`, the older `v1beta1`, and those in a List. */
export function readCrds(objects: readonly unknown[]): readonly Crd[] {
  return objects.flatMap((object) => {
    const items = valueAt(object, ['items'])
    if (valueAt(object, ['kind']) === 'List' && Array.isArray(items)) return readCrds(items)
    const crd = readCrd(object)
    return crd ? [crd] : []
  })
}

function readCrd(object: unknown): Crd | undefined {
  if (valueAt(object, ['kind']) !== 'CustomResourceDefinition') return undefined
  const text = (...path: readonly string[]): string => {
    const value = valueAt(object, path)
    return typeof value === 'string' ? value : ''
  }
  const list = valueAt(object, ['spec', 'versions'])
  const shared = valueAt(object, ['spec', 'validation', 'openAPIV3Schema'])
  const single = text('spec', 'version')
  const all: readonly unknown[] = Array.isArray(list) ? list : single ? [{ name: single }] : []
  const storage = all.find((version) => valueAt(version, ['storage']) === true)
  const sorted = storage === undefined ? all : [storage, ...all.filter((one) => one !== storage)]
  const versions = sorted.flatMap((version): readonly CrdVersion[] => {
    const name = valueAt(version, ['name'])
    if (typeof name !== 'string') return []
    const schema = valueAt(version, ['schema', 'openAPIV3Schema']) ?? shared
    return [
      {
        name,
        served: valueAt(version, ['served']) !== false,
        deprecated: valueAt(version, ['deprecated']) === true,
        schema: isRecord(schema) ? schema : {},
      },
    ]
  })
  const kind = text('spec', 'names', 'kind')
  const group = text('spec', 'group')
  if (kind === '' || group === '' || versions.length === 0) return undefined
  const namespaced = text('spec', 'scope') !== 'Cluster'
  return { name: text('metadata', 'name'), group, kind, namespaced, versions }
}
