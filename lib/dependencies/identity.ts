import { isRecord } from '@/lib/promise/path'

/** What names an object, as far as it can be read; `''` where there is nothing or no string. */
export interface Identity {
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly namespace: string
  /** Fields that hold something else than a string, and documents that are no map. */
  readonly odd: readonly string[]
  readonly generateName: boolean
}

/** Reads the naming fields of an object. */
export function identityOf(value: unknown): Identity {
  const odd: string[] = []
  const text = (map: unknown, key: string, label: string): string => {
    const found = isRecord(map) && Object.hasOwn(map, key) ? map[key] : undefined
    if (typeof found === 'string') return found
    if (found !== undefined && found !== null) odd.push(label)
    return ''
  }
  if (value !== undefined && !isRecord(value)) odd.push('')
  const metadata = isRecord(value) ? value.metadata : undefined
  if (metadata !== undefined && metadata !== null && !isRecord(metadata)) odd.push('metadata')
  return {
    apiVersion: text(value, 'apiVersion', 'apiVersion'),
    kind: text(value, 'kind', 'kind'),
    name: text(metadata, 'name', 'metadata.name'),
    namespace: text(metadata, 'namespace', 'metadata.namespace'),
    generateName: text(metadata, 'generateName', 'metadata.generateName') !== '',
    odd,
  }
}
