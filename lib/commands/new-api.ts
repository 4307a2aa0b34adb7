import { pluralOf, singularOf } from '@/lib/promise/plurals'
import { sameValue } from '@/lib/yaml/same-value'
import { crdNameOf } from './set-api-names'

export interface NewApi {
  readonly group: string
  readonly kind: string
  /** Name of the version; `v1alpha1` when absent. */
  readonly version?: string
  /** The next three follow kind and group when absent. */
  readonly plural?: string
  readonly singular?: string
  readonly crdName?: string
}

/** An API with one version and one property, as `spec.api` holds it. */
export function newApi(fields: NewApi): Readonly<Record<string, unknown>> {
  const { group, kind } = fields
  const plural = fields.plural ?? pluralOf(kind)
  const singular = fields.singular ?? singularOf(kind)
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: fields.crdName ?? crdNameOf(plural, group) },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind, plural, singular },
      versions: [newVersion(kind, fields.version ?? 'v1alpha1')],
    },
  }
}

/** The first version of an API. */
export function newVersion(kind: string, name: string): Readonly<Record<string, unknown>> {
  return { name, served: true, storage: true, schema: { openAPIV3Schema: schema(kind) } }
}

/** True when the `spec` of an API is still the one that it began with. */
export function isStarterSpec(spec: unknown, kind: string): boolean {
  return sameValue(spec, schema(kind).properties.spec)
}

/** `spec` is required, so that a property that becomes required later is missed (kratix.md 103). */
function schema(kind: string) {
  const size = {
    type: 'string',
    description: `Size of the ${kind}`,
    default: 'small',
    enum: ['small', 'large'],
  }
  return {
    type: 'object',
    required: ['spec'],
    properties: { spec: { type: 'object', properties: { size } } },
  }
}
