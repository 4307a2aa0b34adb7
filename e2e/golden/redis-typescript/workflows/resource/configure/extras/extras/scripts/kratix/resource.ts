import { setKey } from './read-yaml.js'

export interface GroupVersionKind {
  readonly group: string
  readonly version: string
  readonly kind: string
}

/** A Destination is chosen by labels; `directory` limits the choice to one folder of the output. */
export interface DestinationSelector {
  readonly directory?: string
  readonly matchLabels: Readonly<Record<string, string>>
}

type Map = Record<string, unknown>

/** The object that a workflow runs for: a request, or the Promise itself. */
export class Resource<T = unknown> {
  readonly #object: Map

  constructor(object: unknown) {
    if (!isMap(object)) throw new TypeError('a Kubernetes object is a map')
    this.#object = object
  }

  /**
   * The value at a dotted path such as `spec.size`. Without `fallback` an absent value is an error.
   * A part of the path that holds a dot itself, such as a label, is out of reach: see `getLabels`.
   */
  getValue(path: string, ...fallback: [unknown?]): unknown {
    const value = find(this.#object, path)
    if (value !== undefined) return value
    if (fallback.length > 0) return fallback[0]
    throw new Error(`${path} is missing`)
  }

  getStatus(): Status {
    const status = find(this.#object, 'status')
    return new Status(isMap(status) ? status : {})
  }

  getName(): string {
    return text(find(this.#object, 'metadata.name'))
  }

  /** The namespace, or '' for an object without one. */
  getNamespace(): string {
    return text(find(this.#object, 'metadata.namespace'))
  }

  getGroupVersionKind(): GroupVersionKind {
    const [version = '', group = ''] = text(find(this.#object, 'apiVersion')).split('/').reverse()
    return { group, version, kind: text(find(this.#object, 'kind')) }
  }

  getLabels(): Readonly<Record<string, string>> {
    return texts(find(this.#object, 'metadata.labels'))
  }

  getAnnotations(): Readonly<Record<string, string>> {
    return texts(find(this.#object, 'metadata.annotations'))
  }

  /** The whole object. Its type is what the API promises; the API server has checked it. */
  toObject(): T {
    return this.#object as T
  }
}

/** What a workflow reports at `status` of its object. Paths are dotted, as in `Resource`. */
export class Status {
  readonly #values: Map

  constructor(values: Readonly<Record<string, unknown>> = {}) {
    this.#values = structuredClone(values)
  }

  /** The value at `path`, or `undefined`. */
  get(path: string): unknown {
    return find(this.#values, path)
  }

  /** Creates the maps on the way; what is in the way and is not a map is replaced. */
  set(path: string, value: unknown): this {
    const { parents, last } = split(path)
    let here = this.#values
    for (const key of parents) {
      const next = Object.hasOwn(here, key) ? here[key] : undefined
      const map: Map = isMap(next) ? next : {}
      if (map !== next) setKey(here, key, map)
      here = map
    }
    setKey(here, last, value)
    return this
  }

  remove(path: string): this {
    const { parents, last } = split(path)
    const parent = parents.length === 0 ? this.#values : find(this.#values, parents.join('.'))
    if (isMap(parent)) delete parent[last]
    return this
  }

  toObject(): Record<string, unknown> {
    return structuredClone(this.#values)
  }
}

/** True for a map as YAML gives it: an object that is neither a list nor null. */
export function isMap(value: unknown): value is Map {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function find(map: Map, path: string): unknown {
  let here: unknown = map
  for (const key of path.replace(/^\./, '').split('.')) {
    if (!isMap(here) || !Object.hasOwn(here, key)) return undefined
    here = here[key]
  }
  return here
}

function split(path: string): { parents: string[]; last: string } {
  const parents = path.replace(/^\./, '').split('.')
  const last = parents.pop() ?? ''
  return { parents, last }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function texts(value: unknown): Record<string, string> {
  const result: Record<string, string> = {}
  if (!isMap(value)) return result
  for (const [key, item] of Object.entries(value)) {
    if (typeof item === 'string') setKey(result, key, item)
  }
  return result
}
