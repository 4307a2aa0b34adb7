import * as fc from 'fast-check'
import type { Condition, DestinationSelector, RenderValue, Scalar } from '../types'
import { TEMPLATE_PATHS } from './templates'
import { ODD_WORDS } from './texts'

const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/

/** Label values that readers of YAML take for something else. */
const ODD_LABELS = ODD_WORDS.filter((word) => LABEL_VALUE.test(word))

const keys = fc.constantFrom('environment', 'team', 'example.org/zone', 'yes', '1')

/** Conditions that ask for what values are likely to be, so that many hold. */
export function anyConditions(
  values: readonly RenderValue[],
  anyScalar: fc.Arbitrary<Scalar>,
): fc.Arbitrary<Readonly<Record<string, Condition>>> {
  const likely = (value: RenderValue): fc.Arbitrary<Scalar> => {
    const known = [
      ...(value.source.kind === 'constant' ? [value.source.value] : []),
      ...(value.default === undefined || value.map ? [] : [value.default]),
      ...(value.map ?? []).map(({ give }) => give),
    ]
    return known.length === 0 ? anyScalar : fc.oneof(fc.constantFrom(...known), anyScalar)
  }
  const condition = fc.constantFrom(...values).chain((value) =>
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ value: fc.constant(value.name), present: fc.boolean() }),
      },
      {
        weight: 4,
        arbitrary: fc.record({
          value: fc.constant(value.name),
          oneOf: fc.array(likely(value), { maxLength: 4 }),
        }),
      },
    ),
  )
  const unknown = fc.constant({ value: 'nowhere', present: false })
  const any = fc.oneof({ weight: 15, arbitrary: condition }, { weight: 1, arbitrary: unknown })
  return fc.dictionary(fc.constantFrom(...TEMPLATE_PATHS), any, {
    maxKeys: 3,
    noNullPrototype: true,
  })
}

/** Selectors of folders that are written sometimes, always or never. */
export function anyDestinations(
  names: readonly string[],
): fc.Arbitrary<readonly DestinationSelector[]> {
  const text = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...ODD_LABELS, 'prod', 'eu-west-1') },
    { weight: 1, arbitrary: fc.constantFrom(...names.map((name) => `\${${name}}`)) },
    { weight: 1, arbitrary: fc.constantFrom('a-${name}', 'x${namespace}', '$${a}', '${unknown}') },
  )
  return fc.uniqueArray(
    fc.record({
      directory: fc.constantFrom('', 'a', 'z', 'nowhere'),
      matchLabels: fc.dictionary(keys, text, { minKeys: 1, maxKeys: 2, noNullPrototype: true }),
    }),
    { selector: ({ directory }) => directory, maxLength: 3 },
  )
}

/** What an earlier container of the pipeline may have left, in any of the forms that Kratix reads. */
export const anyEarlier: fc.Arbitrary<readonly DestinationSelector[] | undefined> = fc.option(
  fc.uniqueArray(
    fc.record({
      directory: fc.constantFrom('', '.', 'a', './a', 'a/', 'b', 'z'),
      matchLabels: fc.dictionary(keys, fc.constantFrom(...ODD_LABELS, 'dev'), {
        minKeys: 1,
        maxKeys: 2,
        noNullPrototype: true,
      }),
    }),
    {
      selector: ({ directory }) => directory.replace(/^\.\/?|\/$/g, ''),
      minLength: 1,
      maxLength: 3,
    },
  ),
  { nil: undefined },
)
