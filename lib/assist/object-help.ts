import { isRecord, valueAt } from '@/lib/promise/path'
import { type Field, type Help, type Suggestion, withHelp } from './help'
import { schemaHelp } from './schema-help'
import { structHelp } from './struct-help'

/** A kind of object whose schema is in the repository. */
export interface KnownKind {
  readonly apiVersion: string
  readonly kind: string
  /** Its openAPIV3Schema. */
  readonly schema: unknown
  /** Where the schema stands, for the reader. */
  readonly source: string
}

/** Kinds that dependencies and templates are made of most, beside those of the repository. */
const USUAL: readonly (readonly [apiVersion: string, kinds: readonly string[]])[] = [
  [
    'v1',
    ['ConfigMap', 'Namespace', 'PersistentVolumeClaim', 'Secret', 'Service', 'ServiceAccount'],
  ],
  ['apps/v1', ['DaemonSet', 'Deployment', 'StatefulSet']],
  ['batch/v1', ['CronJob', 'Job']],
  ['networking.k8s.io/v1', ['Ingress', 'NetworkPolicy']],
  ['rbac.authorization.k8s.io/v1', ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding']],
  ['apiextensions.k8s.io/v1', ['CustomResourceDefinition']],
  ['platform.kratix.io/v1alpha1', ['Promise']],
]

/** What is known of a Kubernetes object that means `value`: by its kind, where that is known. */
export function objectHelp(value: unknown, kinds: readonly KnownKind[]): Help {
  const kind = valueAt(value, ['kind'])
  const apiVersion = valueAt(value, ['apiVersion'])
  if (kind === 'CustomResourceDefinition') return structHelp('CustomResourceDefinition')
  if (kind === 'Promise') return promiseHelp(kinds)
  if (kind === 'Pipeline') return structHelp('Pipeline')
  const own = kinds.find((one) => one.kind === kind && one.apiVersion === apiVersion)
  const base = withKinds(structHelp('object'), kinds)
  if (!own) return base
  const described = schemaHelp(own.schema, { source: own.source })
  return withHelp(base, {
    type: own.kind,
    about: described.about,
    fields: (now) => [
      ...base.fields(now),
      ...described.fields(now).filter(({ name }) => !isManaged(name)),
    ],
    below: (step, now) =>
      step === 'apiVersion' || step === 'kind' || step === 'metadata'
        ? base.below(step, now)
        : described.below(step, now),
  })
}

/** What is known of a Promise, whose dependencies are objects of any kind. */
export function promiseHelp(kinds: readonly KnownKind[]): Help {
  return withObjects(structHelp('Promise'), ['spec', 'dependencies'], kinds)
}

/** `help` with the items of the list at `steps` known by their kinds. */
function withObjects(help: Help, steps: readonly string[], kinds: readonly KnownKind[]): Help {
  const [step, ...rest] = steps
  return withHelp(help, {
    below: (at, value) => {
      if (step === undefined) return objectHelp(valueAt(value, [at]), kinds)
      const next = help.below(at, value)
      return next && at === step ? withObjects(next, rest, kinds) : next
    },
  })
}

/** Written by the cluster or the same for every kind. */
function isManaged(name: string): boolean {
  return ['apiVersion', 'kind', 'metadata', 'status'].includes(name)
}

function withKinds(help: Help, kinds: readonly KnownKind[]): Help {
  const all = [...kinds.map(({ apiVersion, kind }) => [apiVersion, [kind]] as const), ...USUAL]
  const valuesFor = (field: string, value: unknown): readonly Suggestion[] | undefined => {
    const kind = valueAt(value, ['kind'])
    const version = valueAt(value, ['apiVersion'])
    if (field === 'apiVersion') {
      const of = all.filter(([, names]) => typeof kind !== 'string' || names.includes(kind))
      return suggestions((of.length > 0 ? of : all).map(([apiVersion]) => apiVersion))
    }
    if (field !== 'kind') return undefined
    const of = all.filter(([apiVersion]) => apiVersion === version)
    return suggestions((of.length > 0 ? of : all).flatMap(([, names]) => names))
  }
  const told = (name: string, field: Help, value: unknown): Help => {
    const values = valuesFor(name, value)
    return values ? withHelp(field, { values }) : field
  }
  return withHelp(help, {
    fields: (value) =>
      help
        .fields(value)
        .map((field: Field) => ({ ...field, help: told(field.name, field.help, value) })),
    below: (step, value) => {
      const next = help.below(step, value)
      return next && typeof step === 'string' ? told(step, next, value) : next
    },
  })
}

function suggestions(values: readonly string[]): readonly Suggestion[] {
  return [...new Set(values)].map((value) => ({ value }))
}

/** The kinds that a CustomResourceDefinition defines, one for each of its versions. */
export function kindsOf(crd: unknown, source: string): readonly KnownKind[] {
  const group = valueAt(crd, ['spec', 'group'])
  const kind = valueAt(crd, ['spec', 'names', 'kind'])
  const versions = valueAt(crd, ['spec', 'versions'])
  if (typeof group !== 'string' || typeof kind !== 'string' || !Array.isArray(versions)) return []
  return versions.filter(isRecord).map((version) => ({
    apiVersion: `${group}/${String(version.name)}`,
    kind,
    schema: valueAt(version, ['schema', 'openAPIV3Schema']),
    source,
  }))
}
