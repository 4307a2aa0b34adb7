import { checkLabelKey } from '@/lib/promise/names'
import { show } from '@/lib/schema/misfit'
import { type Fields, text, there } from './pipeline-rule'

/** What is wrong below a reference, and under which of its keys. */
export interface SourceFault {
  readonly key: string
  readonly message: string
}

/** Why a text is no key of a ConfigMap or Secret; ends a sentence. */
export function keyFault(key: string | undefined): string | undefined {
  if (key === undefined) return 'is missing'
  const fits = /^[-._a-zA-Z0-9]+$/.test(key) && key.length <= 253
  return fits && key !== '.' && !key.startsWith('..')
    ? undefined
    : `is ${show(key)}, and must consist of letters, digits, "-", "_" or ".", at most 253`
}

/** What the API server says of a field of the downward API. @param fields those that it knows */
export function fieldRefFault(ref: Fields, fields: readonly string[]): SourceFault | undefined {
  const version = text(ref.apiVersion) ?? 'v1'
  const path = text(ref.fieldPath)
  if (path === undefined) return { key: 'fieldPath', message: 'The fieldPath is missing.' }
  if (version !== 'v1') {
    return { key: 'fieldPath', message: `Unsupported pod version ${show(version)}: use "v1".` }
  }
  const subscript = /^metadata\.(annotations|labels)\['(.*)'\]$/s.exec(path)
  if (subscript) {
    const [, where, key = ''] = subscript
    const wrong = checkLabelKey(where === 'annotations' ? key.toLowerCase() : key)
    return wrong ? { key: 'fieldPath', message: wrong } : undefined
  }
  // The name that the node had in the first versions is still read.
  if (fields.includes(path === 'spec.host' ? 'spec.nodeName' : path)) return undefined
  const known = `supported values are ${fields.map((one) => `"${one}"`).join(', ')}`
  return { key: 'fieldPath', message: `Unsupported value ${show(path)} of fieldPath: ${known}.` }
}

const RESOURCES = ['limits', 'requests'].flatMap((side) =>
  ['cpu', 'memory', 'ephemeral-storage'].map((what) => `${side}.${what}`),
)

/** What the API server says of a resource of the downward API. */
export function resourceRefFault(ref: Fields, inVolume = false): SourceFault | undefined {
  if (inVolume && text(ref.containerName) === undefined) {
    return { key: 'containerName', message: 'The containerName is missing.' }
  }
  const resource = text(ref.resource)
  if (resource === undefined) return { key: 'resource', message: 'The resource is missing.' }
  if (RESOURCES.includes(resource) || /^(limits|requests)\.hugepages-/.test(resource)) {
    return undefined
  }
  const known = `supported values are ${RESOURCES.map((one) => `"${one}"`).join(', ')}`
  return { key: 'resource', message: `Unsupported value ${show(resource)} of resource: ${known}.` }
}

/** True where the divisor is not one that every resource can have. */
export function hasOddDivisor(ref: Fields): boolean {
  return there(ref.divisor) && ![0, 1, '0', '1'].some((one) => one === ref.divisor)
}
