import { toDnsLabel } from '@/lib/promise/dns-label'
import { displayPath, isRecord } from '@/lib/promise/path'
import type { LanguageId, ValueSettings } from '@/lib/promise/settings'
import { upperFirst } from '@/lib/promise/upper-first'
import { isValueName } from '@/lib/render/types'
import { type Crd, type CrdVersion, manifestSpec, type OfferedField } from '@/lib/schema/crd'
import { hashComment } from '@/lib/yaml/comment'
import { printYaml } from '@/lib/yaml/edit'
import { freePropertyName } from './add-property'
import { literal, type RenderStarter, resourceSettings } from './starter'

/** A custom resource that each request gets, and the fields of it that requesters set. */
export interface ResourceOffer {
  readonly crd: Crd
  readonly version: CrdVersion
  readonly fields: readonly OfferedField[]
}

/** What a `render` step begins with that fills in a custom resource. */
export interface OfferStarter extends RenderStarter {
  /** Names below `spec` of what the resource needs besides, with an example of it. */
  readonly fixed: readonly { readonly path: readonly string[]; readonly value: unknown }[]
  /** Why the cluster may refuse the resource as it is. */
  readonly problem: string | undefined
}

/**
 * A template of the custom resource in the request's namespace, and a table with a value for each
 * field. What belongs to the whole cluster is named after namespace and name of the request, so
 * that two requests do not share one.
 */
export function offerStarter(
  { crd, version, fields }: ResourceOffer,
  language: LanguageId,
  promise: string,
): OfferStarter {
  const names = valueNames(fields)
  const paths = fields.map(({ path }) => path)
  const { value, fixed, problem } = manifestSpec(version.schema, paths, (i) => slot(names[i] ?? ''))
  const metadata = crd.namespaced
    ? { name: slot('name'), namespace: slot('namespace') }
    : { name: new Slot('${namespace}-${name}') }
  const labels = {
    'app.kubernetes.io/managed-by': 'kratix',
    'kratix.io/promise-name': promise,
  }
  const manifest = {
    apiVersion: `${crd.group}/${version.name}`,
    kind: crd.kind,
    metadata: { ...metadata, labels },
    ...(Object.keys(value).length > 0 && { spec: value }),
  }
  const rows: [string, ValueSettings][] = [
    ['name', { from: 'request.name' }],
    ['namespace', { from: 'request.namespace' }],
    ...fields.map(({ names: own }, i): [string, ValueSettings] => [
      names[i] ?? '',
      { from: `spec.${own.join('.')}` },
    ]),
  ]
  return {
    settings: resourceSettings(language, crd.kind, Object.fromEntries(rows)),
    template: {
      path: `${toDnsLabel(crd.kind, 'resource')}.yaml`,
      text: `${remark(crd, fixed)}${printYaml(escaped(manifest))}`,
    },
    fixed,
    problem,
  }
}

/** Text of a template that holds placeholders. */
class Slot {
  constructor(readonly text: string) {}
}

/** The place that the value of this name goes to. */
const slot = (name: string) => new Slot(`\${${name}}`)

/**
 * The manifest as a template: slots stay as they are, and no other value may be taken for one. Keys
 * have no placeholders.
 */
function escaped(value: unknown): unknown {
  if (value instanceof Slot) return value.text
  if (typeof value === 'string') return literal(value)
  if (Array.isArray(value)) return value.map(escaped)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, escaped(one)]))
}

/** Names that templates can use, after those of the properties: `redis.replicas`, `redisReplicas`. */
export function valueNames(fields: readonly OfferedField[]): readonly string[] {
  const taken = new Set(['name', 'namespace'])
  return fields.map(({ names }) => {
    const joined = names.map((name, i) => (i === 0 ? name : upperFirst(name))).join('')
    const plain = joined.replace(/[^A-Za-z0-9_-]+/g, '_')
    const named = isValueName(plain) && plain !== '__proto__' ? plain : `value_${plain}`
    const free = taken.has(named) ? `spec${upperFirst(named)}` : named
    const name = freePropertyName(free, (one) => taken.has(one))
    taken.add(name)
    return name
  })
}

function remark(crd: Crd, fixed: OfferStarter['fixed']): string {
  if (fixed.length === 0) return ''
  const list = fixed.map(({ path }) => displayPath(['spec', ...path])).join(', ')
  return `${hashComment(`${crd.kind} needs more than requests say; here it is fixed: ${list}`)}\n`
}
