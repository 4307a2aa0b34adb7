import { validateRequest } from '@/lib/cel/request/validate-request'
import type { RequestFault } from '@/lib/cel/request/verdict'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { type ApiView, storageVersion } from '@/lib/promise/view'
import { EXAMPLE_NAMESPACE } from '@/lib/schema/example-request'
import { metadataFaults, withoutNulls } from './judge-metadata'
import type { Judgement } from './types'

/**
 * What the API server says of a request that is sent to it, and the request as it is stored: first
 * the schema of the version it is in, then it is brought to the stored version, which alone Kratix
 * watches. `status` is kept: it stands for what an earlier run has left there.
 */
export function judgeRequest(api: ApiView, sent: unknown): Judgement {
  if (!isRecord(sent)) return refused([fault([], 'The request is not an object.')])
  const kind = kindFaults(api, sent)
  if (kind.length > 0) return refused(kind)
  const request = withNamespace(sent)
  const name = String(request.apiVersion).split('/').at(-1)
  const version = api.versions.find((one) => one.name === name)
  const stored = storageVersion(api)
  if (!version || !stored || !isRecord(version.schema) || !isRecord(stored.schema)) {
    return refused([fault(['apiVersion'], 'The API has no schema for this version.')])
  }
  const { status, ...rest } = request
  const verdict = validateRequest(version.schema, rest)
  const unsure = [...verdict.unsure]
  let value = verdict.stored
  if (version !== stored && isRecord(value)) {
    if (api.conversion === 'Webhook') unsure.push('what the conversion webhook makes of it')
    const moved = { ...value, apiVersion: `${api.group}/${stored.name}` }
    value = validateRequest(stored.schema, moved).stored
  }
  return {
    faults: [...metadataFaults(request.metadata), ...verdict.faults],
    unknown: verdict.unknown,
    unsure,
    stored: isRecord(value) && status !== undefined ? { ...value, status } : value,
  }
}

/** As `kubectl apply` sends it: to the namespace `default` when none is given. */
function withNamespace(
  request: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { namespace, ...rest } = withoutNulls(isRecord(request.metadata) ? request.metadata : {})
  const given = namespace === undefined || namespace === '' ? EXAMPLE_NAMESPACE : namespace
  return { ...request, metadata: { ...rest, namespace: given } }
}

/** Without a kind that the cluster serves, `kubectl` sends nothing at all. */
function kindFaults(api: ApiView, request: Readonly<Record<string, unknown>>) {
  const { apiVersion, kind } = request
  if (typeof apiVersion !== 'string' || apiVersion === '') {
    return [fault(['apiVersion'], "Object 'apiVersion' is missing")]
  }
  if (typeof kind !== 'string' || kind === '') return [fault(['kind'], "Object 'Kind' is missing")]
  const served = api.versions.filter((version) => version.served)
  const asked = served.some(({ name }) => `${api.group}/${name}` === apiVersion)
  if (kind === api.kind && asked) return []
  const message = `no matches for kind ${JSON.stringify(kind)} in version ${JSON.stringify(apiVersion)}`
  return [fault(kind === api.kind ? ['apiVersion'] : ['kind'], message)]
}

function fault(path: Path, message: string): RequestFault {
  return { path, message }
}

function refused(faults: readonly RequestFault[]): Judgement {
  return { faults, unknown: [], unsure: [], stored: undefined }
}

/** Name and namespace of an object, '' where it has none. */
export function nameOf(object: unknown): { readonly name: string; readonly namespace: string } {
  const of = (key: string) => {
    const value = valueAt(object, ['metadata', key])
    return typeof value === 'string' ? value : ''
  }
  return { name: of('name'), namespace: of('namespace') }
}
