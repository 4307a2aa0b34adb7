import { type Command, refused, unchanged } from '@/lib/promise/command'
import { groupBy } from '@/lib/promise/group-by'
import { checkPropertyName } from '@/lib/promise/names'
import { isRecord, type Path, pathToString, valueAt } from '@/lib/promise/path'
import { type Addition, additionsTo, type NewProperties } from '@/lib/schema/new-properties'
import type { Schema } from '@/lib/schema/property'
import { insertEntries } from '@/lib/yaml/edit'
import { editPromiseText, set, type YamlEdit } from './edit-yaml'
import { onPromise } from './on-promise'
import { setAllRequired, setRequired } from './set-required'

/** What becomes of properties whose name is taken: the command is refused, or they are left out. */
export type OnClash = 'refuse' | 'skip'

/**
 * Adds several properties, with all that is below them, in one change. Objects that are there
 * already get what they lack; what becomes required is required as {@link setRequired} does it.
 * @param holder path of the object schema that gets them, e.g. `[…, 'properties', 'spec']`
 */
export function addProperties(
  holder: Path,
  wanted: NewProperties,
  onClash: OnClash = 'refuse',
): Command {
  const label = Object.keys(wanted.properties).length === 1 ? 'Add property' : 'Add properties'
  return onPromise(label, ({ value }) => {
    const problem = badName(wanted)
    if (problem) return refused(problem)
    const { additions, required, clashes } = additionsTo(valueAt(value, holder), wanted)
    if (clashes.length > 0 && onClash === 'refuse') {
      return refused(`There is a property "${clashes[0]?.join('.')}" already.`)
    }
    const [first] = additions
    if (!first) return unchanged
    const place = pathOf(holder, first.names)
    const inserts = groups(additions).flatMap((group) => insertGroup(value, holder, group))
    const paths = required.map((names) => pathOf(holder, names))
    return [
      editPromiseText({ label, place }, ...inserts),
      ...(paths.length > 0 ? [setAllRequired(paths, true)] : []),
    ]
  })
}

/**
 * Gives an object schema these properties in place of all that it has. What spoke of the old ones
 * goes with them: default, `required`, conditions and rules.
 */
export function replaceProperties(holder: Path, wanted: NewProperties): Command {
  const label = 'Replace properties'
  return onPromise(label, ({ value }) => {
    const problem = badName(wanted)
    if (problem) return refused(problem)
    const before = valueAt(value, holder)
    const kept = isRecord(before)
      ? Object.entries(before).filter(([key]) => key === 'title' || key === 'description')
      : []
    const schema = {
      type: 'object',
      ...Object.fromEntries(kept),
      ...(wanted.required.length > 0 && { required: wanted.required }),
      properties: wanted.properties,
    }
    // A `spec` that requires something is itself required (kratix.md 103).
    const required = wanted.required.length > 0 ? [setRequired(holder, true)] : []
    return [editPromiseText({ label, place: holder }, set(holder, schema)), ...required]
  })
}

/**
 * The additions to each object, the deepest first: where an object ends the text, what comes into
 * it and what comes after it have the same place, and are written in this order.
 */
function groups(additions: readonly Addition[]): readonly (readonly Addition[])[] {
  const byObject = groupBy(additions, ({ names }) => pathToString(names.slice(0, -1)))
  return [...byObject].sort((a, b) => depth(b) - depth(a))
}

const depth = (group: readonly Addition[]): number => group[0]?.names.length ?? 0

function insertGroup(
  promise: unknown,
  holder: Path,
  group: readonly Addition[],
): readonly YamlEdit[] {
  const properties = pathOf(holder, group[0]?.names ?? []).slice(0, -1)
  const object = properties.slice(0, -1)
  const named = group.map(({ names, schema }): [string, Schema] => [names.at(-1) ?? '', schema])
  if (!isRecord(valueAt(promise, object))) {
    return [set(object, { type: 'object', properties: Object.fromEntries(named) })]
  }
  const present = valueAt(promise, properties)
  const vacant = !isRecord(present) || Object.keys(present).length === 0
  const inserts: readonly YamlEdit[] = vacant
    ? [set(properties, Object.fromEntries(named))]
    : [(document) => insertEntries(document, properties, named)]
  // An object that comes into being with its first property has to say so.
  const bare = valueAt(promise, [...object, 'type']) === undefined
  return bare ? [set([...object, 'type'], 'object'), ...inserts] : inserts
}

/** Where a property below an object is. */
function pathOf(holder: Path, names: readonly string[]): Path {
  return [...holder, ...names.flatMap((name) => ['properties', name])]
}

function badName({ properties }: NewProperties): string | undefined {
  return Object.keys(properties)
    .map(checkPropertyName)
    .find((fault) => fault !== undefined)
}
