import { isRecord, type Path, samePath } from '@/lib/promise/path'
import shapes from '@/lib/promise/shapes.json'
import { isInteger, isNumber, show } from '@/lib/schema/misfit'

/** What a Go decoder would say of a value that it cannot take, or of a key that it does not know. */
export interface ShapeFault {
  readonly path: Path
  readonly kind: 'type' | 'unknown' | 'case'
  /** What the place takes (`type`), or the name that the key stands for (`case`). */
  readonly wanted: string
  /** The value, in short. */
  readonly found: string
}

/**
 * The keys of every struct that Kratix decodes, with the type of each: taken from the structs
 * themselves, and compared with them by the differential test.
 */
const SHAPES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...shapes,
  // By the CRD of Promise; what other rules look at is `any`.
  PromiseSpec: {
    api: 'any',
    dependencies: 'any',
    destinationSelectors: '[]PromiseScheduling',
    requiredPromises: '[]RequiredPromise',
    workflows: 'Workflows',
  },
  PromiseScheduling: { matchLabels: '{}string' },
  RequiredPromise: { name: 'string', version: 'string' },
  Workflows: {
    config: 'WorkflowsConfig',
    promise: 'WorkflowTriggers',
    resource: 'WorkflowTriggers',
  },
  WorkflowsConfig: { pipelineNamespace: 'string', reconciliationInterval: 'string' },
  WorkflowTriggers: { configure: 'any', delete: 'any' },
}

export type ShapeName = keyof typeof shapes | 'PromiseSpec'

/** The keywords of a schema that the cluster knows. */
export const SCHEMA_KEYWORDS: readonly string[] = Object.keys(shapes.JSONSchemaProps)

/**
 * Where `value` is not what the decoder of `name` takes. JSON null stands for absence everywhere.
 * A key in another case is taken for the one it resembles, as `encoding/json` does.
 */
export function shapeFaults(name: ShapeName, value: unknown, path: Path): readonly ShapeFault[] {
  if (typeof value !== 'object' || value === null) return decoded(name, value, path)
  // Several rules ask for the faults of one value.
  const hit = known.get(value)
  if (hit && hit.name === name && samePath(hit.path, path)) return hit.faults
  const faults = decoded(name, value, path)
  known.set(value, { name, path, faults })
  return faults
}

interface Decoded {
  readonly name: ShapeName
  readonly path: Path
  readonly faults: readonly ShapeFault[]
}

const known = new WeakMap<object, Decoded>()

function decoded(name: ShapeName, value: unknown, path: Path): readonly ShapeFault[] {
  const faults: ShapeFault[] = []
  decode(name, value, path, faults)
  return faults
}

function decode(type: string, value: unknown, path: Path, faults: ShapeFault[]): void {
  if (value === null || value === undefined) return
  const shape = SHAPES[type]
  const union = UNIONS[type]
  const scalar = SCALARS[type]
  if (type.startsWith('[]')) decodeList(type.slice(2), value, path, faults)
  else if (type.startsWith('{}')) decodeMap(type.slice(2), value, path, faults)
  else if (shape) decodeStruct(shape, value, path, faults)
  else if (union) decode(union(value), value, path, faults)
  else if (scalar && !scalar[1](value)) {
    faults.push({ path, kind: 'type', wanted: scalar[0], found: show(value) })
  }
}

function decodeList(type: string, value: unknown, path: Path, faults: ShapeFault[]) {
  if (!Array.isArray(value)) {
    faults.push({ path, kind: 'type', wanted: 'a list', found: show(value) })
    return
  }
  for (const [i, item] of value.entries()) decode(type, item, [...path, i], faults)
}

function decodeMap(type: string, value: unknown, path: Path, faults: ShapeFault[]) {
  if (!isRecord(value)) {
    faults.push({ path, kind: 'type', wanted: 'a map', found: show(value) })
    return
  }
  for (const [key, item] of Object.entries(value)) decode(type, item, [...path, key], faults)
}

function decodeStruct(
  shape: Readonly<Record<string, string>>,
  value: unknown,
  path: Path,
  faults: ShapeFault[],
) {
  if (!isRecord(value)) {
    faults.push({ path, kind: 'type', wanted: 'a map', found: show(value) })
    return
  }
  for (const [key, item] of Object.entries(value)) {
    const type = Object.hasOwn(shape, key) ? shape[key] : undefined
    if (type !== undefined) {
      decode(type, item, [...path, key], faults)
      continue
    }
    const like = Object.keys(shape).find((known) => known.toLowerCase() === key.toLowerCase())
    const kind = like === undefined ? 'unknown' : 'case'
    faults.push({ path: [...path, key], kind, wanted: like ?? '', found: key })
  }
}

/** Types that a decoder of their own tells by their looks. */
const UNIONS: Readonly<Record<string, (value: unknown) => string>> = {
  schemaOrArray: (value) =>
    Array.isArray(value) ? '[]JSONSchemaProps' : isRecord(value) ? 'JSONSchemaProps' : 'any',
  schemaOrBool: (value) => (isRecord(value) ? 'JSONSchemaProps' : 'boolOrSchema'),
  schemaOrStrings: (value) =>
    Array.isArray(value) ? '[]string' : isRecord(value) ? 'JSONSchemaProps' : 'any',
}

const within = (value: unknown, bits: bigint) =>
  isInteger(value) && BigInt(value) >= -(2n ** (bits - 1n)) && BigInt(value) < 2n ** (bits - 1n)

const SCALARS: Readonly<
  Record<string, readonly [wanted: string, takes: (value: unknown) => boolean]>
> = {
  any: ['anything', () => true],
  string: ['a string', (value) => typeof value === 'string'],
  bool: ['a boolean', (value) => typeof value === 'boolean'],
  int32: ['an integer of 32 bits', (value) => within(value, 32n)],
  int64: ['an integer of 64 bits', (value) => within(value, 64n)],
  float64: ['a number', isNumber],
  boolOrSchema: ['a boolean or a schema', (value) => typeof value === 'boolean'],
  bytes: ['a text in base64', isBase64],
  time: ['a time like "2026-01-02T15:04:05Z"', isTime],
  quantity: ['a quantity like "100m" or "1Gi"', isQuantity],
  intOrString: [
    'an integer or a string',
    (value) => typeof value === 'string' || within(value, 32n),
  ],
}

function isBase64(value: unknown): boolean {
  if (typeof value !== 'string') return false
  const text = value.replaceAll(/[\r\n]/g, '')
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d{1,2}):(\d\d):(\d\d)([.,]\d+)?(Z|[-+]\d\d:\d\d)$/

function isTime(value: unknown): boolean {
  if (value === '') return false
  const found = typeof value === 'string' ? TIME.exec(value) : null
  if (!found) return false
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] = found
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  const inMonth = Number(day) >= 1 && Number(day) <= days
  const inYear = Number(month) >= 1 && Number(month) <= 12
  return inYear && inMonth && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
}

const QUANTITY = /^[+-]?(\d+\.?\d*|\.\d+)(m|n|u|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?\d+)?$/

function isQuantity(value: unknown): boolean {
  if (isNumber(value)) return true
  return typeof value === 'string' && (value === '' ? false : QUANTITY.test(value))
}
