import { isRecord, valueAt } from '@/lib/promise/path'
import { missing, notAName, notAnObject, wrongType } from './messages'

/** Name and namespace of the input; they become file names, so they are checked before anything. */
export interface Identity {
  readonly name: string
  /** `undefined` in promise workflows. */
  readonly namespace: string | undefined
}

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string }

export function fail(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason }
}

/** Reads and checks `metadata.name`, and for a resource `metadata.namespace`. */
export function readIdentity(type: 'promise' | 'resource', request: unknown): Read<Identity> {
  if (!isRecord(request)) return fail(notAnObject)
  const name = readName(request, 'name', /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/, 253)
  if (!name.ok) return name
  if (type === 'promise') return { ok: true, value: { name: name.value, namespace: undefined } }
  const namespace = readName(request, 'namespace', /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, 63)
  if (!namespace.ok) return namespace
  return { ok: true, value: { name: name.value, namespace: namespace.value } }
}

function readName(request: unknown, key: string, form: RegExp, longest: number): Read<string> {
  const label = `metadata.${key}`
  const value = valueAt(request, ['metadata', key])
  if (value === undefined || value === null) return fail(missing(label))
  if (typeof value !== 'string') return fail(wrongType(label, 'string', value))
  if (!form.test(value) || value.length > longest) return fail(notAName(label, value))
  return { ok: true, value }
}
