import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { equal, isNumber, show } from '@/lib/schema/misfit'
import type { Schema } from '@/lib/schema/property'
import { breaking, type SchemaPair, schemaUpdateRule } from './update-rule'

const LOW = ['minimum', 'minLength', 'minItems', 'minProperties']
const HIGH = ['maximum', 'maxLength', 'maxItems', 'maxProperties']
/** Any other value than the one before may refuse what was valid. */
const SAME = ['pattern', 'format', 'multipleOf']
/** True where they were not adds a condition. */
const FLAGS = ['exclusiveMinimum', 'exclusiveMaximum']
const LOGIC = ['allOf', 'anyOf', 'oneOf', 'not', 'x-kubernetes-validations']

/** kratix.md 9.3: stored values that the schema no longer takes are invalid at their next write. */
export const updateNarrowed = schemaUpdateRule('update-narrowed', (pair, report) => {
  if (pair.now.type !== pair.before.type) return
  for (const [keyword, what] of narrowed(pair)) {
    const at = [...pair.path, keyword]
    const old = pair.before[keyword]
    const label = old === undefined ? `Remove ${keyword}` : `Restore ${keyword} ${show(old)}`
    const where = pair.name === '' ? 'the request' : pair.name
    report(
      breaking(at, `${where} ${what}, so a stored value may no longer fit.`, {
        suggestions: [setField(PROMISE_FILE, at, old, label)],
      }),
    )
  }
})

function narrowed({ now, before }: SchemaPair): readonly (readonly [string, string])[] {
  const found: [string, string][] = []
  const was = (keyword: string) => (before[keyword] === undefined ? 'none' : show(before[keyword]))
  const lost = lostChoices(now, before)
  if (lost) found.push(['enum', lost])
  for (const [list, tighter] of [
    [LOW, (is: number | bigint, old: number | bigint) => is > old],
    [HIGH, (is: number | bigint, old: number | bigint) => is < old],
  ] as const) {
    for (const keyword of list) {
      const [is, old] = [now[keyword], before[keyword]]
      if (!isNumber(is) || (isNumber(old) && !tighter(is, old))) continue
      found.push([keyword, `has the ${keyword} ${show(is)} now (it was ${was(keyword)})`])
    }
  }
  for (const keyword of SAME) {
    const is = now[keyword]
    if (is === undefined || is === null || is === '' || equal(is, before[keyword])) continue
    found.push([keyword, `has the ${keyword} ${show(is)} now (it was ${was(keyword)})`])
  }
  for (const keyword of FLAGS) {
    if (now[keyword] === true && before[keyword] !== true) found.push([keyword, `has ${keyword}`])
  }
  if (before.nullable === true && now.nullable !== true) {
    found.push(['nullable', 'can no longer be null'])
  }
  for (const keyword of LOGIC) {
    if (hasMore(now[keyword], before[keyword])) found.push([keyword, `has other ${keyword} now`])
  }
  return found
}

function lostChoices({ enum: is }: Schema, { enum: was }: Schema): string | undefined {
  if (!Array.isArray(is) || is.length === 0) return undefined
  if (!Array.isArray(was) || was.length === 0) return 'takes only some values now'
  const lost = was.filter((one) => !is.some((value) => equal(value, one)))
  return lost.length === 0 ? undefined : `no longer takes ${lost.map(show).join(', ')}`
}

/** Conditions that were not there before; taking some of a list away takes conditions away. */
function hasMore(is: unknown, was: unknown): boolean {
  if (is === undefined || is === null || equal(is, was)) return false
  if (!Array.isArray(is) || !Array.isArray(was)) return !(Array.isArray(is) && is.length === 0)
  return is.some((one) => !was.some((old) => equal(old, one)))
}
