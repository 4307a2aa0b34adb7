import { escapeName } from '@/lib/cel/escape'
import { EACH, renameInCel, usesInCel } from '@/lib/cel/rename'
import { isRecord, type Path, samePath, valueAt } from '@/lib/promise/path'
import { followInJsonPath } from '@/lib/schema/json-path'
import { logicPlaces } from '@/lib/schema/logic-places'
import { type SchemaPlace, schemaPlaces } from '@/lib/schema/places'
import { type Place, placeBelow, sharedPlaces } from '@/lib/schema/relative-place'
import { set, type YamlEdit } from './edit-yaml'
import { rename } from './yaml-edits'

/** Length of `spec.api.spec.versions[i]`. */
const VERSION = 5

/**
 * The edits that let the rest of a version follow a property from one place to another: conditions
 * and list keys where only its name changes, CEL rules, printer columns and selectable fields. What
 * cannot be said of the new place stays as it is, and the rules of the API tell so. Other versions
 * have properties of their own.
 */
export function followInSchema(promise: unknown, from: Path, to: Path): readonly YamlEdit[] {
  const [before, after] = [schemaPlaces(from), schemaPlaces(to)]
  if (!before || !after) return []
  const renamed = samePath(from.slice(0, -1), to.slice(0, -1))
  const name = after.at(-1)?.name ?? ''
  return [
    ...(renamed ? [...inConditions(promise, from, name), ...inListKeys(promise, from, name)] : []),
    ...inRules(promise, before, after),
    ...inJsonPaths(promise, before, after),
  ]
}

function inConditions(promise: unknown, from: Path, name: string): readonly YamlEdit[] {
  const { schemas, required } = logicPlaces(promise, from)
  return [...schemas.map((at) => rename(at, name)), ...required.map((at) => set(at, name))]
}

/** Keys of the list whose items have the property (kratix.md 81). */
function inListKeys(promise: unknown, from: Path, name: string): readonly YamlEdit[] {
  const items = from.slice(0, -2)
  if (items.at(-1) !== 'items') return []
  const list: Path = [...items.slice(0, -1), 'x-kubernetes-list-map-keys']
  const keys = valueAt(promise, list)
  if (!Array.isArray(keys)) return []
  return keys.flatMap((key, i) => (key === from.at(-1) ? [set([...list, i], name)] : []))
}

function inRules(
  promise: unknown,
  before: readonly SchemaPlace[],
  after: readonly SchemaPlace[],
): readonly YamlEdit[] {
  const shared = Math.min(sharedPlaces(before, after), before.length - 1, after.length - 1)
  return before.slice(0, shared).flatMap(({ path }, i) => {
    const list: Path = [...path, 'x-kubernetes-validations']
    const rules = valueAt(promise, list)
    const [from, to] = [placeBelow(before, i), placeBelow(after, i)]
    return (Array.isArray(rules) ? rules : []).flatMap((rule: unknown, index) =>
      ['rule', 'messageExpression', 'fieldPath'].flatMap((key) => {
        const text = isRecord(rule) ? rule[key] : undefined
        if (typeof text !== 'string') return []
        const next =
          key === 'fieldPath' ? followInJsonPath(text, from, to) : followInCel(text, from, to)
        return next === text ? [] : [set([...list, index, key], next)]
      }),
    )
  })
}

/** A rule that reads the property in its new place; as it is where no rule can, or not so simply. */
function followInCel(rule: string, from: Place, to: Place): string {
  const common = from.findIndex((step, i) => step !== to[i] || i === to.length - 1)
  const [old, next] = [from.slice(common), to.slice(common)]
  if (old.length === 1 && next.length === 1) {
    return renameInCel(rule, from, next[0] ?? '') ?? rule
  }
  const [was, is] = [old, next].map((steps) =>
    steps.map((step) => (step === EACH ? undefined : escapeName(step))),
  )
  if (!was || !is || [...was, ...is].includes(undefined)) return rule
  const uses = usesInCel(rule, from)
  const written = was.join('.')
  // Reached by an index or a loop, the objects on the way are not there to be replaced.
  if (!uses.every(({ end }) => rule.slice(0, end).endsWith(`.${written}`))) return rule
  return uses.reduceRight(
    (text, { end }) => text.slice(0, end - written.length) + is.join('.') + text.slice(end),
    rule,
  )
}

function inJsonPaths(
  promise: unknown,
  before: readonly SchemaPlace[],
  after: readonly SchemaPlace[],
): readonly YamlEdit[] {
  const version = before[0]?.path.slice(0, VERSION) ?? []
  const [from, to] = [placeBelow(before, 0), placeBelow(after, 0)]
  return ['additionalPrinterColumns', 'selectableFields'].flatMap((keyword) => {
    const list = valueAt(promise, [...version, keyword])
    return (Array.isArray(list) ? list : []).flatMap((one: unknown, i) =>
      ['jsonPath', 'JSONPath'].flatMap((key) => {
        const text = isRecord(one) ? one[key] : undefined
        if (typeof text !== 'string') return []
        const next = followInJsonPath(text, from, to)
        return next === text ? [] : [set([...version, keyword, i, key], next)]
      }),
    )
  })
}
