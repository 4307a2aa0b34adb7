import { isRecord, isWithin, samePath, valueAt } from '@/lib/promise/path'
import { exampleFor } from '../example'
import { judgeValue } from '../misfit'
import type { Schema } from '../property'
import { specSchema } from './fields'

/** The `spec` of a custom resource with a place for each field that is filled in. */
export interface ManifestSpec {
  readonly value: Readonly<Record<string, unknown>>
  /** What the resource needs besides, each with the value that it got: names below `spec`. */
  readonly fixed: readonly { readonly path: readonly string[]; readonly value: unknown }[]
  /** Why the cluster may refuse the result, if it may. */
  readonly problem: string | undefined
}

/**
 * A `spec` that holds `place(i)` for the field at `paths[i]`, and an example for whatever else the
 * schema requires and does not give a default.
 */
export function manifestSpec(
  schema: Schema,
  paths: readonly (readonly string[])[],
  place: (index: number) => unknown,
): ManifestSpec {
  const spec = specSchema(schema) ?? {}
  const fixed: { path: readonly string[]; value: unknown }[] = []
  const fill = (here: Schema, at: readonly string[], leaf: (index: number) => unknown) => {
    const properties = isRecord(here.properties) ? here.properties : {}
    const required: readonly unknown[] = Array.isArray(here.required) ? here.required : []
    const entries: [string, unknown][] = []
    for (const [name, child] of Object.entries(properties)) {
      const path = [...at, name]
      const index = paths.findIndex((one) => samePath(one, path))
      const inside = paths.some((one) => one.length > path.length && isWithin(one, path))
      const own = isRecord(child) ? child : {}
      if (index >= 0) entries.push([name, leaf(index)])
      else if (inside) entries.push([name, fill(own, path, leaf)])
      else if (required.includes(name) && own.default === undefined) {
        entries.push([name, constant(own, path)])
      }
    }
    return Object.fromEntries(entries)
  }
  const constant = (child: Schema, path: readonly string[]): unknown => {
    const value = exampleFor(child) ?? null
    if (!fixed.some((one) => samePath(one.path, path))) fixed.push({ path, value })
    return value
  }
  const value = fill(spec, [], place)
  const sample = fill(spec, [], (i) => exampleFor(valueAt(spec, schemaPath(paths[i] ?? []))))
  const { misfit } = judgeValue(spec, sample)
  const problem = misfit && `spec${misfit.path.map((step) => `.${step}`).join('')} ${misfit.reason}`
  return { value, fixed, problem }
}

function schemaPath(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => ['properties', name])
}
