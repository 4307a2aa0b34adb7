import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { EXAMPLE_FILE, type Files, PROMISE_FILE } from '@/lib/promise/files'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { type ApiView, type PromiseView, storageVersion } from '@/lib/promise/view'
import type { ApiContext } from '@/lib/scaffolds/scaffold'
import { exampleSpec } from '@/lib/schema/example'
import { EXAMPLE_NAMESPACE, exampleRequest } from '@/lib/schema/example-request'
import { misfit } from '@/lib/schema/misfit'
import { schemaPathTo } from '@/lib/schema/schema-path'
import { documentsOf } from '@/lib/yaml/document'
import { tryPrintYaml } from './print'

/** The request that the README shows and that the tests of the steps run on. */
export interface Example {
  readonly value: Readonly<Record<string, unknown>>
  readonly name: string
  readonly namespace: string
  /** `example-resource.yaml` as it is. */
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}

/** The API as programs see it, `undefined` for a Promise without one that could be requested. */
export function apiContext({ api }: PromiseView): ApiContext | undefined {
  const version = api && storageVersion(api)
  if (!api || !version || !api.kind || !api.plural) return undefined
  const { group, kind, plural } = api
  return { group, version: version.name, kind, plural, schema: version.schema }
}

/**
 * The user's own `example-resource.yaml` if it is a request of this API, else one that fits the
 * schema: with defaults, first values of enums and what is required.
 */
export function exampleOf(files: Files, view: PromiseView): Example | undefined {
  const api = apiContext(view)
  if (!api || !view.api) return undefined
  return authored(files, api) ?? generated(api, view.api)
}

function authored(files: Files, api: ApiContext): Example | undefined {
  const content = files.get(EXAMPLE_FILE)
  const document = content && documentsOf(content)[0]
  if (!document || document.broken) return undefined
  const value = document.value()
  if (!isRecord(value) || value.kind !== api.kind) return undefined
  if (value.apiVersion !== `${api.group}/${api.version}`) return undefined
  const name = valueAt(value, ['metadata', 'name'])
  if (typeof name !== 'string') return undefined
  const given = valueAt(value, ['metadata', 'namespace'])
  const namespace = typeof given === 'string' && given !== '' ? given : EXAMPLE_NAMESPACE
  const metadata = isRecord(value.metadata) ? value.metadata : {}
  return {
    // What `kubectl apply` makes of it: the namespace is filled in.
    value: { ...value, metadata: { ...metadata, namespace } },
    name,
    namespace,
    text: document.text,
    diagnostics: [],
  }
}

function generated(api: ApiContext, view: ApiView): Example | undefined {
  const spec = exampleSpec(api.schema)
  const value = exampleRequest(api, spec)
  const { name, namespace } = value.metadata
  const text = tryPrintYaml(value)
  if (text === undefined) return undefined
  const diagnostics = spec === undefined ? [] : faults(api, view, spec)
  return { value, name, namespace, text, diagnostics }
}

/** The API may ask for what no example can be made of; the user then writes one. */
function faults(api: ApiContext, view: ApiView, spec: unknown): readonly Diagnostic[] {
  const schema = valueAt(api.schema, ['properties', 'spec'])
  const fault = misfit(schema, spec)
  if (!fault) return []
  const where = ['spec', ...fault.path].join('.')
  const root: Path = [...(storageVersion(view)?.schemaPath ?? []), 'properties', 'spec']
  return [
    {
      code: 'example-invalid',
      severity: 'warning',
      message: `No valid example could be made for this API: ${where} ${fault.reason}. Write ${EXAMPLE_FILE} by hand.`,
      place: { file: PROMISE_FILE, path: [...root, ...schemaPathTo(schema, fault.path)] },
    },
  ]
}
