import * as fc from 'fast-check'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { show } from '@/lib/schema/misfit'
import { allSchemas } from '@/lib/schema/walk'
import { JOB_PLACES } from './job-values'
import { KEYWORDS, ODD, PLACES } from './mutation-values'

/** One change of a document, told by numbers, so that a run can be repeated. */
export interface Mutation {
  readonly kind: 'keyword' | 'anywhere' | 'remove' | 'place' | 'job' | 'copy'
  readonly where: number
  readonly what: number
  readonly value: number
}

const number = fc.nat(1_000_000)

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.oneof(
    { weight: 10, arbitrary: fc.constant('keyword' as const) },
    { weight: 4, arbitrary: fc.constant('place' as const) },
    { weight: 4, arbitrary: fc.constant('job' as const) },
    { weight: 2, arbitrary: fc.constant('anywhere' as const) },
    { weight: 1, arbitrary: fc.constant('remove' as const) },
    { weight: 1, arbitrary: fc.constant('copy' as const) },
  ),
  where: number,
  what: number,
  value: number,
})

/** One or two changes: more would hide what one of them does. */
export const mutations = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(mutation) },
  { weight: 1, arbitrary: fc.tuple(mutation, mutation) },
)

/** The document after `changes`, and each of them in words. */
export function mutate(
  document: unknown,
  changes: readonly Mutation[],
): { readonly document: unknown; readonly words: readonly string[] } {
  let now = document
  const words = changes.map((change) => {
    const { path, value } = target(now, change)
    now = put(now, path, value)
    return `${path.join('.')} = ${value === undefined ? 'removed' : show(value)}`
  })
  return { document: now, words }
}

function target(document: unknown, change: Mutation): { path: Path; value: unknown } {
  if (change.kind === 'keyword') {
    const [keyword, values] = pick(Object.entries(KEYWORDS), change.what) ?? ['', []]
    const node = pick(schemasOf(document), change.where)
    if (node) return { path: [...node, keyword], value: pick(values, change.value) }
  }
  if (change.kind === 'place' || change.kind === 'job') {
    const places = change.kind === 'job' ? JOB_PLACES : PLACES
    const [path, values] = pick(places, change.where) ?? [[], []]
    return { path, value: pick(values, change.value) }
  }
  const paths = pathsOf(document)
  const path = pick(paths, change.where) ?? []
  if (change.kind === 'remove') return { path, value: undefined }
  if (change.kind === 'copy') {
    return { path, value: valueAt(document, pick(paths, change.what) ?? []) }
  }
  return { path, value: pick(ODD, change.value) }
}

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(list.length, 1)]
}

/** The places of all schemas of the API, also below `oneOf` and its like. */
function schemasOf(document: unknown): readonly Path[] {
  const versions = valueAt(document, ['spec', 'api', 'spec', 'versions'])
  if (!Array.isArray(versions)) return []
  return versions.flatMap((_, i) => {
    const path = ['spec', 'api', 'spec', 'versions', i, 'schema', 'openAPIV3Schema']
    return allSchemas(valueAt(document, path), path).map((node) => node.path)
  })
}

function pathsOf(value: unknown, path: Path = []): Path[] {
  const children: Path[] = Array.isArray(value)
    ? value.map((_, i) => [...path, i])
    : isRecord(value)
      ? Object.keys(value).map((key) => [...path, key])
      : []
  return children.flatMap((child) => {
    const step = child.at(-1) ?? ''
    return [child, ...pathsOf(Reflect.get(value as object, step), child)]
  })
}

function put(document: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (Array.isArray(document) && typeof step === 'number') {
    const item = put(document[step], rest, value)
    const kept = item === undefined ? [] : [item]
    return [...document.slice(0, step), ...kept, ...document.slice(step + 1)]
  }
  if (!isRecord(document)) return document // the path leads nowhere now
  const child = put(document[step], rest, value)
  const { [step]: _, ...others } = document
  // Kept in place, so that texts stay alike.
  if (child === undefined) return others
  return Object.hasOwn(document, step)
    ? Object.fromEntries(
        Object.entries(document).map(([key, old]) => [key, key === String(step) ? child : old]),
      )
    : { ...document, [step]: child }
}
