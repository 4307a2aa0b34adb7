import { isRecord, valueAt } from '@/lib/promise/path'
import { type Extent, exampleFor, TOO_LARGE } from './example'
import { exampleRequest, type RequestedApi } from './example-request'
import { growExample } from './grow-example'
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
  const [wanted] = bodies
  const first = wanted && verdict(wanted)
  if (first && !first.misfit) return first
  const base = bodies.find((body) => body && !verdict(body).misfit)
  if (base) {
    const grows = extent === 'full' && wanted !== undefined
    return verdict(grows ? growExample(base, wanted, (body) => !verdict(body).misfit) : base)
  }
  if (first) return first
  const misfit = { path: [], reason: TOO_LARGE }
  return { request: exampleRequest(api, undefined), misfit, unsure: undefined }
}

/** `spec` and whatever else the author's root asks for; `undefined` when that is too large. */
function exampleBody(openAPIV3Schema: unknown, extent: Extent): Schema | undefined {
  const root = isRecord(openAPIV3Schema) ? openAPIV3Schema : {}
  const properties = isRecord(root.properties) ? root.properties : {}
  const own = Object.entries(properties).filter(([name]) => !COMMON.includes(name))
  const required = Array.isArray(root.required) ? root.required : []
  const body = exampleFor({ type: 'object', properties: Object.fromEntries(own), required }, extent)
  if (!isRecord(body)) return undefined
  const spec = valueAt(properties, ['spec'])
  if (spec === undefined) return body
  // A request without a spec would be no example, also where it may be left out.
  const value = body.spec ?? exampleFor(spec, extent)
  return value === undefined ? undefined : { spec: value, ...body }
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
