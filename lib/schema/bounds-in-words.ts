import type { Schema } from './property'

/** The bounds of a schema, each in words, such as `1 to 5` or `at most 63 characters`. */
export function boundsInWords(schema: Schema): readonly string[] {
  const range = (
    least: string,
    most: string,
    exclusive: readonly [boolean, boolean],
    unit: string,
  ) => {
    const of = (name: string) => {
      const value = schema[name]
      return typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined
    }
    const [from, to] = [of(least), of(most)]
    if (from !== undefined && to !== undefined && !exclusive[0] && !exclusive[1])
      return [`${from} to ${to}${unit}`]
    return [
      ...(from === undefined ? [] : [`${exclusive[0] ? 'more than' : 'at least'} ${from}${unit}`]),
      ...(to === undefined ? [] : [`${exclusive[1] ? 'less than' : 'at most'} ${to}${unit}`]),
    ]
  }
  const { exclusiveMinimum, exclusiveMaximum } = schema
  const inclusive = [false, false] as const
  return [
    ...range('minimum', 'maximum', [exclusiveMinimum === true, exclusiveMaximum === true], ''),
    ...range('minLength', 'maxLength', inclusive, ' characters'),
    ...range('minItems', 'maxItems', inclusive, ' items'),
    ...range('minProperties', 'maxProperties', inclusive, ' entries'),
  ]
}
