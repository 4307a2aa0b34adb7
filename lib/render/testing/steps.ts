import * as fc from 'fast-check'
import { withOptional } from '../conditions'
import type { RenderInput, RenderValue, Scalar, ScalarType } from '../types'
import { anyConditions, anyDestinations } from './options'
import { anyTemplates, TEMPLATE_PATHS } from './templates'
import { anyNumber, anyText } from './texts'

const NAMES = ['name', 'namespace', 'a', 'b', 'size-1', '_x', 'Y'] as const
const KEYS = ['a', 'b', 'size', 'yes', '1', 'é', '__proto__'] as const
const LABELS = ['team', 'example.org/a', 'x"y'] as const

/** What a value can be. */
export const anyScalar: fc.Arbitrary<Scalar> = fc.oneof(
  anyText,
  fc.boolean(),
  anyNumber
    .filter((value) => typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER)
    .map(Number),
)

const specPath = fc.array(fc.constantFrom(...KEYS), { minLength: 1, maxLength: 2 })

const source: fc.Arbitrary<RenderValue['source']> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ kind: 'name' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'namespace' as const }) },
  { weight: 5, arbitrary: specPath.map((path) => ({ kind: 'spec' as const, path })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...LABELS).map((label) => ({ kind: 'label' as const, label })),
  },
  { weight: 2, arbitrary: anyScalar.map((value) => ({ kind: 'constant' as const, value })) },
)

/**
 * A value; most have a default, and only what comes from `spec` has a type or a mapping, so that
 * about half of the requests can be rendered.
 */
const value: fc.Arbitrary<Omit<RenderValue, 'name'>> = fc
  .record({
    source,
    type: fc.oneof(
      { weight: 9, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom('string', 'integer', 'number', 'boolean') },
    ),
    default: fc.option(anyScalar, { nil: undefined, freq: 20 }),
    map: fc.oneof(
      { weight: 4, arbitrary: fc.constant(undefined) },
      {
        weight: 1,
        arbitrary: fc.array(fc.record({ when: anyScalar, give: anyScalar }), {
          minLength: 1,
          maxLength: 4,
        }),
      },
    ),
  })
  .map((value) => {
    const { source } = value
    const typed = source.kind === 'spec' && source.path.length === 1
    return {
      ...value,
      type: typed ? value.type : undefined,
      map: typed ? value.map : undefined,
    }
  })

const statusTexts = fc.dictionary(
  fc.constantFrom('message', 'stage', 'host', 'reason', 'odd key'),
  fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom('${name}', 'is ${name}', '$${a}', 'fine') },
    { weight: 1, arbitrary: anyScalar },
  ),
  { noNullPrototype: true },
)

/** What stays when a program is compiled: everything but the templates. */
export type Design = Omit<RenderInput, 'templates'>

/**
 * A table of values, the texts of the status, and what is said of single templates. All names that
 * templates know are in the table.
 */
export const anyDesign: fc.Arbitrary<Design> = fc
  .record({
    type: fc.constantFrom('resource', 'resource', 'resource', 'promise'),
    values: fc
      .array(value, { minLength: NAMES.length, maxLength: NAMES.length })
      .map((values) => values.map((one, i) => ({ name: NAMES[i] ?? '', ...one }))),
    status: fc.record({ success: statusTexts, failure: statusTexts }),
    components: fc.record({
      promise: fc.constantFrom('redis', '1e3', 'x.y'),
      templates: fc.subarray([...TEMPLATE_PATHS], { maxLength: 2 }),
    }),
    destinations: anyDestinations(NAMES),
  })
  .chain((design) =>
    anyConditions(design.values, anyScalar).map((conditions) => ({
      ...design,
      // A Promise is no request, so nothing can be a part of it.
      components: { ...design.components, ...(design.type === 'promise' && { templates: [] }) },
      values: withOptional(design.values, conditions),
      conditions,
    })),
  )

export const anyTemplatesOfDesign = anyTemplates(NAMES)

const anyValue = fc.oneof(
  { weight: 12, arbitrary: anyText },
  { weight: 6, arbitrary: anyNumber },
  { weight: 3, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constantFrom(null, [], ['x'], {}, { a: 1 }) },
)

const spec = fc.dictionary(
  fc.constantFrom(...KEYS),
  fc.oneof(
    { weight: 9, arbitrary: anyValue },
    {
      weight: 1,
      arbitrary: fc.dictionary(fc.constantFrom(...KEYS), anyValue, { noNullPrototype: true }),
    },
  ),
  { noNullPrototype: true },
)

const ofType: Readonly<Record<ScalarType, fc.Arbitrary<Scalar>>> = {
  string: anyText,
  integer: fc.integer(),
  number: fc.oneof(fc.integer(), fc.constantFrom(0.5, 1e-7)),
  boolean: fc.boolean(),
}

/**
 * Requests; in most of them name and namespace are valid. Most hold what types and mappings
 * of `design` allow.
 */
export function anyRequest(design: Design): fc.Arbitrary<unknown> {
  const allowed = design.values.flatMap(({ source: from, type, map }) => {
    if (from.kind !== 'spec' || from.path.length !== 1) return []
    const key = from.path[0] ?? ''
    if (map) return [fc.constantFrom(...map.map(({ when }) => [key, when] as const))]
    return type ? [ofType[type].map((value) => [key, value] as const)] : []
  })
  const name = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom('example', 'a', '0-1', 'x.y', '1e3', 'null') },
    {
      weight: 1,
      arbitrary: fc.oneof(anyText, fc.constantFrom(null, 3, 'A', '../x', '-a', 'a-', 'x\n', ['a'])),
    },
  )
  return fc
    .record({
      apiVersion: fc.constant('example.org/v1'),
      kind: fc.constant('Example'),
      metadata: fc.record({
        name,
        namespace: name,
        labels: fc.dictionary(fc.constantFrom(...LABELS), anyText, { noNullPrototype: true }),
      }),
      spec: fc
        .tuple(spec, fc.tuple(...allowed), fc.integer({ min: 0, max: 9 }))
        .map(([some, pairs, dice]) =>
          dice === 0 ? some : { ...some, ...Object.fromEntries(pairs) },
        ),
    })
    .map((request) =>
      design.type === 'promise'
        ? { ...request, metadata: { ...request.metadata, namespace: undefined } }
        : request,
    )
}
