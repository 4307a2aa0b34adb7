import { isMap } from './resource.js'

export interface Identity {
  readonly name: string
  /** `undefined` in promise workflows. */
  readonly namespace: string | undefined
}

/**
 * Name and namespace of the object that a workflow runs for. They become names of files, so
 * nothing but a name may be in them. @throws Error that says what is wrong.
 */
export function readIdentity(type: 'promise' | 'resource', object: unknown): Identity {
  if (!isMap(object)) throw new Error('the input is not an object')
  const metadata = isMap(object.metadata) ? object.metadata : {}
  const name = checked('name', metadata.name, /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/, 253)
  if (type === 'promise') return { name, namespace: undefined }
  const form = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/
  return { name, namespace: checked('namespace', metadata.namespace, form, 63) }
}

function checked(key: string, value: unknown, form: RegExp, longest: number): string {
  const label = `metadata.${key}`
  if (value === undefined || value === null)
    throw new Error(`${label} is missing and has no default`)
  if (typeof value !== 'string') {
    throw new Error(`${label} must be a string, not ${describe(value)}`)
  }
  if (form.test(value) && value.length <= longest) return value
  throw new Error(`${label} is not a valid Kubernetes name: ${describe(value)}`)
}

/** A value for a message: a scalar as JSON, else what it is. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') {
    return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
  }
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}
