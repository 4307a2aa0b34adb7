import { displayPath, type Path } from '@/lib/promise/path'
import { show } from '@/lib/schema/misfit'

/** A value within a message of the API server. */
function shown(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : show(value)
}

const IN_BODY: readonly [RegExp, (found: RegExpExecArray) => string][] = [
  [/^is below the minimum (.*)$/, ([, bound]) => `should be greater than or equal to ${bound}`],
  [/^is above the maximum (.*)$/, ([, bound]) => `should be less than or equal to ${bound}`],
  [/^is not a multiple of (.*)$/, ([, factor]) => `should be a multiple of ${factor}`],
  [/^has fewer than (.*) characters$/, ([, bound]) => `should be at least ${bound} chars long`],
  [/^has fewer than (.*) items$/, ([, bound]) => `should have at least ${bound} items`],
  [/^has fewer than (.*) properties$/, ([, bound]) => `should have at least ${bound} properties`],
  [
    /^does not match the pattern "(.*)"$/,
    ([, pattern]) => `should match '${pattern?.replaceAll('\\\\', '\\')}'`,
  ],
]

/**
 * A misfit of a value with its schema as the API server words it, as far as it has words of its own:
 * `Unsupported value: "huge": supported values: "small", "large"`.
 * @param reason of `lib/schema/misfit`
 */
export function schemaMessage(path: Path, value: unknown, reason: string): string {
  const name = displayPath(path)
  const body = (text: string) => `Invalid value: ${shown(value)}: ${name} in body ${text}`
  const lacks = /^lacks the required "/.test(reason)
  if (lacks) return 'Required value'
  const values = /^is not one of (.*)$/.exec(reason)?.[1]
  if (values !== undefined) return `Unsupported value: ${shown(value)}: supported values: ${values}`
  const type = /^is not (?:an?|of the type) (string|integer|number|boolean|array|object)$/.exec(
    reason,
  )?.[1]
  if (type !== undefined) {
    const own = typeName(value)
    return `Invalid value: "${own}": ${name} in body must be of type ${type}: "${own}"`
  }
  const longest = /^has more than (.*) (characters|items|properties)$/.exec(reason)
  if (longest) {
    const [, bound, what] = longest
    if (what === 'characters') return `Too long: may not be more than ${bound} bytes`
    return `Too many: must have at most ${bound} items`
  }
  for (const [pattern, word] of IN_BODY) {
    const found = pattern.exec(reason)
    if (found) return body(word(found))
  }
  return `Invalid value: ${shown(value)}: ${reason}`
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'bigint' || Number.isInteger(value)) return 'integer'
  return typeof value
}

/** What a rule that does not hold comes to, by its reason (kratix.md 88). */
export function ruleMessage(
  value: unknown,
  type: unknown,
  detail: string,
  reason: unknown,
): string {
  const omit = type === 'object' || type === 'array'
  switch (reason) {
    case 'FieldValueForbidden':
      return `Forbidden: ${detail}`
    case 'FieldValueRequired':
      return `Required value: ${detail}`
    case 'FieldValueDuplicate':
      return omit ? 'Duplicate value' : `Duplicate value: ${shown(value)}`
    default:
      return omit ? `Invalid value: ${detail}` : `Invalid value: ${shown(value)}: ${detail}`
  }
}
