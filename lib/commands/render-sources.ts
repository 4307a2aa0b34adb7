import { valueAt } from '@/lib/promise/path'
import type { Settings, ValueSettings } from '@/lib/promise/settings'
import { type PromiseView, storageVersion } from '@/lib/promise/view'
import type { StepKey } from '@/lib/promise/workflows'
import { askedFor } from '@/lib/render/conditions'
import { type SchemaPlaceKind, schemaAt } from '@/lib/schema/schema-at'
import type { RenderSettings } from './render-step'
import { stepsOf } from './steps'

/** The `render` steps that `promise.yaml` has, with their settings. */
export function renderSteps(
  promise: PromiseView,
  settings: Settings,
): readonly { readonly key: StepKey; readonly step: RenderSettings; readonly folder: string }[] {
  const seen = new Set<StepKey>()
  return stepsOf(promise, settings).flatMap(({ key, settings: step, folder }) => {
    if (step?.kind !== 'render' || folder === undefined || seen.has(key)) return []
    seen.add(key)
    return [{ key, step, folder }]
  })
}

/**
 * What the API says of the property that a value reads; `undefined` when it reads none, or one of
 * the Promise itself.
 */
export function sourceSchema(
  promise: PromiseView,
  key: StepKey,
  row: ValueSettings,
): { readonly from: string; readonly place: SchemaPlaceKind } | undefined {
  if (!('from' in row) || !row.from.startsWith('spec.') || key.startsWith('promise/'))
    return undefined
  const version = promise.api && storageVersion(promise.api)
  // Whether a request has a spec at all is another matter: the rule `spec-required`.
  const spec = valueAt(version?.schema, ['properties', 'spec'])
  if (spec === undefined) return undefined
  return { from: row.from, place: schemaAt(spec, row.from.split('.').slice(1)) }
}

/** Names of the values that may be absent because a condition asks whether they are there. */
export function optionalValues({ values, templates = {} }: RenderSettings): ReadonlySet<string> {
  const conditions = Object.values(templates).flatMap(({ onlyWhen }) => onlyWhen ?? [])
  return new Set(
    [...askedFor(conditions)].filter((name) => {
      const row = Object.hasOwn(values, name) ? values[name] : undefined
      return row !== undefined && row.default === undefined && readsRequest(row)
    }),
  )
}

/** Name and namespace are always there, and so is a constant. */
export function readsRequest(row: ValueSettings): boolean {
  return 'label' in row || ('from' in row && row.from.startsWith('spec.'))
}
