import { judgeValue } from '../misfit'
import type { Schema } from '../property'
import { displayAt, type Report } from './report'

/** Default and example, as far as they fit what the schema has become. */
export function withValues(
  schema: Schema,
  given: Schema,
  at: readonly string[],
  report: Report,
): Schema {
  const examples = Array.isArray(given.examples) ? given.examples : []
  const example = given.example ?? examples[0]
  const fits = (value: unknown) => judgeValue(schema, value).misfit === undefined
  const withExample: Schema =
    example !== undefined && fits(example) ? { ...schema, example } : schema
  const { default: value } = given
  if (value === undefined || value === null) return withExample
  const wrong = judgeValue(schema, value).misfit
  if (wrong) {
    const where = displayAt(wrong.path.map(String))
    report.say(at, `The default is left out: ${where || 'it'} ${wrong.reason}.`)
    return withExample
  }
  const { type, ...rest } = withExample
  return { ...(type === undefined ? {} : { type }), default: value, ...rest }
}
