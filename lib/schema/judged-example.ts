import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { type Extent, exampleFor } from './example'
import { exampleRequest, type RequestedApi } from './example-request'
import { judgeValue, type Misfit } from './misfit'
import type { Schema } from './property'
import { servedSchema } from './served-schema'

/** An example request, and whether the cluster would take it. */
export interface JudgedExample {
  readonly request: ReturnType<typeof exampleRequest>
  /** Why no valid one could be made. */
  readonly misfit: Misfit | undefined
  /** What of it cannot be told here; ends a sentence: "the format email". */
  readonly unsure: string | undefined
}

/** As a doubt of an example: the rules are for others to run. */
export const CEL_RULES = 'its CEL rules'

/** What every resource has; the rest of the root is for the author to say. */
const COMMON: readonly string[] = ['apiVersion', 'kind', 'metadata', 'status']
/** So many properties are tried one by one; an example that needs more says less. */
const MAX_TRIES = 400

/**
 * An example request in this version, valid against its schema wherever one is found: what does not
 * go together (`oneOf`, `maxProperties`) is left out of the full one. CEL rules are not judged.
 */
export function judgedExample(
  api: RequestedApi,
  openAPIV3Schema: unknown,
  extent: Extent,
): JudgedExample {
  const served = servedSchema(openAPIV3Schema)
  const verdict = (body: Schema) => {
    const request = { ...exampleRequest(api, undefined), ...body }
    const { misfit, unsure } = judgeValue(served, request)
    return { request, misfit, unsure: unsure ?? (misfit ? undefined : celIn(openAPIV3Schema)) }
  }
  const tried = [extent, 'usual', 'minimal', 'full'] as const
  const bodies = tried.map((one) => exampleBody(openAPIV3Schema, one))
  const [wanted = {}] = bodies
  const first = verdict(wanted)
  if (!first.misfit) return first
  const base = bodies.find((body) => !verdict(body).misfit)
  if (!base) return first
  return verdict(extent === 'full' ? grown(base, wanted, (body) => !verdict(body).misfit) : base)
}

/** `spec` and whatever else the author's root asks for. */
function exampleBody(openAPIV3Schema: unknown, extent: Extent): Schema {
  const root = isRecord(openAPIV3Schema) ? openAPIV3Schema : {}
  const properties = isRecord(root.properties) ? root.properties : {}
  const own = Object.entries(properties).filter(([name]) => !COMMON.includes(name))
  const required = Array.isArray(root.required) ? root.required : []
  const value = exampleFor(
    { type: 'object', properties: Object.fromEntries(own), required },
    extent,
  )
  const spec = valueAt(properties, ['spec'])
  const body = isRecord(value) ? value : {}
  // A request without a spec would be no example, also where it may be left out.
  return spec === undefined ? body : { spec: exampleFor(spec, extent), ...body }
}

/** `base` with as much of `wanted` as leaves it valid, in the order in which that is written. */
function grown(base: Schema, wanted: Schema, isValid: (body: Schema) => boolean): Schema {
  let body = base
  let tries = 0
  const visit = (value: unknown, path: Path): void => {
    if (!isRecord(value)) return
    for (const [key, below] of Object.entries(value)) {
      const at = [...path, key]
      if (valueAt(body, at) === undefined && tries++ < MAX_TRIES) {
        const next = withValue(body, at, below)
        if (isValid(next)) {
          body = next
          continue
        }
        const bare = isRecord(below) ? withValue(body, at, {}) : undefined
        if (bare && isValid(bare)) body = bare
      }
      if (valueAt(body, at) !== undefined) visit(below, at)
    }
  }
  visit(wanted, [])
  return body
}

function withValue(body: Schema, [key, ...rest]: Path, value: unknown): Schema {
  if (typeof key !== 'string') return body
  const below = valueAt(body, [key])
  const next = rest.length === 0 ? value : withValue(isRecord(below) ? below : {}, rest, value)
  return Object.fromEntries([...Object.entries(body).filter(([name]) => name !== key), [key, next]])
}

/** Names CEL rules in a schema, which are not evaluated here. */
function celIn(schema: unknown): string | undefined {
  const seen = (value: unknown, depth: number): boolean =>
    depth < 200 &&
    (Array.isArray(value)
      ? value.some((item) => seen(item, depth + 1))
      : isRecord(value) &&
        (Array.isArray(value['x-kubernetes-validations']) ||
          Object.values(value).some((item) => seen(item, depth + 1))))
  return seen(schema, 0) ? CEL_RULES : undefined
}
