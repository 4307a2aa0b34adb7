import type { RequestFault } from '@/lib/cel/request/verdict'
import { checkLabelKey, checkLabelValue } from '@/lib/promise/names'
import { isRecord, type Path } from '@/lib/promise/path'

/** Kratix gives the names of requests this limit (kratix.md 2.5, 2). */
const LONGEST_NAME = 63
/** All annotations of an object together, in bytes. */
const MOST_ANNOTATIONS = 256 * 1024
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/

/** Metadata as Go reads it: null is nothing, and an empty text as a label or an annotation. */
export function withoutNulls(
  metadata: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(metadata).flatMap(([key, value]) => {
      if (value === null) return []
      const isMap = (key === 'labels' || key === 'annotations') && isRecord(value)
      return [[key, isMap ? withTexts(value) : value]]
    }),
  )
}

function withTexts(map: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, value ?? '']))
}

/** What the API server says of the metadata of a request (kratix.md 2.5). */
export function metadataFaults(given: unknown): readonly RequestFault[] {
  const metadata = isRecord(given) ? given : {}
  const faults: RequestFault[] = []
  const { name, namespace } = metadata
  const at = (key: string): Path => ['metadata', key]
  if (name === undefined || name === null || name === '') {
    faults.push(fault(at('name'), 'Required value: name or generateName is required'))
  } else if (typeof name !== 'string') {
    faults.push(fault(at('name'), notString(name)))
  } else if (!SUBDOMAIN.test(name)) {
    faults.push(
      fault(
        at('name'),
        `Invalid value: ${JSON.stringify(name)}: a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`,
      ),
    )
  } else if (name.length > LONGEST_NAME) {
    faults.push(fault(at('name'), `Too long: may not be more than ${LONGEST_NAME} bytes`))
  }
  if (typeof namespace !== 'string') faults.push(fault(at('namespace'), notString(namespace)))
  else if (!LABEL.test(namespace) || namespace.length > 63) {
    faults.push(fault(at('namespace'), `namespaces ${JSON.stringify(namespace)} not found`))
  }
  return [
    ...faults,
    ...mapFaults(metadata.labels, at('labels'), checkLabelKey, checkLabelValue),
    ...mapFaults(metadata.annotations, at('annotations'), checkAnnotationKey, () => undefined),
    ...annotationsSize(metadata.annotations, at('annotations')),
    ...finalizerFaults(metadata.finalizers, at('finalizers')),
    ...ownerFaults(metadata.ownerReferences, at('ownerReferences')),
  ]
}

type Check = (text: string) => string | undefined

function mapFaults(
  map: unknown,
  at: Path,
  checkKey: Check,
  checkValue: Check,
): readonly RequestFault[] {
  if (map === undefined) return []
  if (!isRecord(map)) return [fault(at, 'is not a map of strings')]
  return Object.entries(map).flatMap(([key, value]) => {
    const wrong = checkKey(key)
    const own = wrong === undefined ? [] : [fault([...at, key], invalid(key, wrong))]
    if (typeof value !== 'string') return [...own, fault([...at, key], notString(value))]
    const odd = checkValue(value)
    return odd === undefined ? own : [...own, fault([...at, key], invalid(value, odd))]
  })
}

/** Keys of annotations are judged without their case. */
function checkAnnotationKey(key: string): string | undefined {
  return checkLabelKey(key.toLowerCase())?.replaceAll('label', 'annotation')
}

function annotationsSize(annotations: unknown, at: Path): readonly RequestFault[] {
  const bytes = (text: unknown) =>
    typeof text === 'string' ? new TextEncoder().encode(text).length : 0
  const size = Object.entries(isRecord(annotations) ? annotations : {}).reduce(
    (sum, [key, value]) => sum + bytes(key) + bytes(value),
    0,
  )
  if (size <= MOST_ANNOTATIONS) return []
  return [fault(at, `Too long: may not be more than ${MOST_ANNOTATIONS} bytes`)]
}

function finalizerFaults(finalizers: unknown, at: Path): readonly RequestFault[] {
  if (finalizers === undefined) return []
  if (!Array.isArray(finalizers)) return [fault(at, 'is not a list of strings')]
  return finalizers.flatMap((one: unknown, i) => {
    // Go reads null as an empty text.
    if (one !== null && typeof one !== 'string') return [fault([...at, i], notString(one))]
    const wrong = checkLabelKey(one ?? '')?.replaceAll('label', 'finalizer')
    return wrong === undefined ? [] : [fault([...at, i], invalid(one ?? '', wrong))]
  })
}

/** Owners: whole references, of which one at most has the say. */
function ownerFaults(owners: unknown, at: Path): readonly RequestFault[] {
  if (owners === undefined) return []
  if (!Array.isArray(owners)) return [fault(at, 'is not a list of owner references')]
  const faults = owners.flatMap((one: unknown, i) => ownerFault(one, [...at, i]))
  const controllers = owners.filter((one) => isRecord(one) && one.controller === true)
  if (controllers.length < 2) return faults
  const [first, second] = controllers.map(({ kind, name }) => `${kind}/${name}`)
  const twice = `Invalid value: Only one reference can have Controller set to true. Found "true" in references for ${first} and ${second}`
  return [...faults, fault(at, twice)]
}

function ownerFault(owner: unknown, at: Path): readonly RequestFault[] {
  if (!isRecord(owner)) return [fault(at, 'is not an owner reference')]
  const texts = ['apiVersion', 'kind', 'name', 'uid'].flatMap((key) => {
    // Go reads null as an empty text.
    const value = owner[key] ?? ''
    if (typeof value !== 'string') return [fault([...at, key], notString(value))]
    const wrong = value === '' ? EMPTY_OWNER[key] : key === 'apiVersion' && groupFault(value)
    return wrong ? [fault([...at, key], invalid(value, wrong))] : []
  })
  const flags = ['controller', 'blockOwnerDeletion'].flatMap((key) => {
    const value = owner[key] ?? false
    return typeof value === 'boolean' ? [] : [fault([...at, key], 'is not true or false')]
  })
  const isEvent =
    owner.kind === 'Event' && /^(events\.k8s\.io\/)?v1$/.test(String(owner.apiVersion))
  const banned = `Invalid value: ${JSON.stringify(owner.apiVersion)}, Kind=Event is disallowed from being an owner`
  return [...texts, ...flags, ...(isEvent ? [fault(at, banned)] : [])]
}

const EMPTY_OWNER: Readonly<Record<string, string>> = {
  apiVersion: 'version must not be empty',
  kind: 'must not be empty',
  name: 'must not be empty',
  uid: 'must not be empty',
}

function groupFault(apiVersion: string): string | undefined {
  const parts = apiVersion.split('/')
  if (parts.length > 2) return 'unexpected GroupVersion string'
  return parts.at(-1) === '' ? EMPTY_OWNER.apiVersion : undefined
}

function invalid(value: string, reason: string): string {
  return `Invalid value: ${JSON.stringify(value)}: ${reason}`
}

function notString(value: unknown): string {
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  const word = kind === 'boolean' ? 'bool' : kind === 'bigint' ? 'number' : kind
  return `cannot unmarshal ${word} into a Go value of type string: quote it`
}

function fault(path: Path, message: string): RequestFault {
  return { path, message }
}
