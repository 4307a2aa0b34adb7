import { usesOldSelf } from '@/lib/cel/old-self'
import { type Command, sequence } from '@/lib/promise/command'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { type Schema, WRAP_KEYWORDS, type Wrap } from '@/lib/schema/property'
import { propertyTypes } from '@/lib/schema/property-types'
import { TYPED_KEYWORDS } from '@/lib/schema/property-types/property-type'
import { elementPath, shapeOf, wrapped } from '@/lib/schema/shape'
import { moveEntry } from '@/lib/yaml/edit'
import { editPromiseText, set, type YamlEdit } from './edit-yaml'
import { onPromise } from './on-promise'
import { remove, rename, setKeyword } from './yaml-edits'

const label = 'Change type'
const RULES = 'x-kubernetes-validations'

/** How many there are of what: the same to a list and to a map. */
const SIZES: Readonly<Record<string, string>> = {
  minItems: 'minProperties',
  maxItems: 'maxProperties',
}

/**
 * Puts the element of a property into other lists and maps, the outermost first. The element's text
 * goes along, comments included; a list that stays a list keeps what is said of it.
 */
export function rewrap(path: Path, to: readonly Wrap[]): Command {
  return onPromise(label, ({ value }) => {
    const schema = valueAt(value, path)
    const { wraps } = shapeOf(isRecord(schema) ? schema : {})
    const both = Math.min(wraps.length, to.length)
    const turned = to
      .slice(0, both)
      .map((wrap, i) => turn([...path, ...elementPath(to.slice(0, i))], wraps[i] ?? wrap, wrap))
    const at = [...path, ...elementPath(to.slice(0, both))]
    return [
      ...turned,
      ...(wraps.length > both ? [unwrap(at, wraps.slice(both))] : []),
      ...(to.length > both ? [wrap(at, to.slice(both), to.includes('list'))] : []),
    ]
  })
}

function onSchema(at: Path, make: (schema: Schema, promise: unknown) => readonly YamlEdit[][]) {
  return onPromise(label, ({ value }) => {
    const schema = valueAt(value, at)
    return make(isRecord(schema) ? schema : {}, value)
      .filter((edits) => edits.length > 0)
      .map((edits) => editPromiseText({ label, place: at }, ...edits))
  })
}

/** What is said of the list or map itself, but for what it holds and for its size. */
function ofWrap(schema: Schema, wrap: Wrap): readonly string[] {
  const own = new Set([...propertyTypes[wrap].keywords, ...TYPED_KEYWORDS])
  own.delete(WRAP_KEYWORDS[wrap])
  own.delete('example')
  return Object.keys(schema).filter((key) => own.has(key))
}

/** A list becomes a map of the same, or the other way round. */
function turn(at: Path, from: Wrap, to: Wrap): Command {
  if (from === to) return sequence(label, [])
  const sizes = new Map(Object.entries(SIZES))
  if (from === 'map') for (const [list, map] of Object.entries(SIZES)) sizes.set(map, list)
  return onSchema(at, (schema) => {
    const counted = ofWrap(schema, from).map((key): [string, string | undefined] => [
      key,
      sizes.get(key),
    ])
    return [
      [
        set([...at, 'type'], propertyTypes[to].jsonType),
        rename([...at, WRAP_KEYWORDS[from]], WRAP_KEYWORDS[to]),
        ...counted.map(([key, other]) =>
          other ? rename([...at, key], other) : remove([...at, key]),
        ),
      ],
    ]
  })
}

/** The element comes out of `wraps`; what both say (a description) the outer keeps. */
function unwrap(at: Path, wraps: readonly Wrap[]): Command {
  const [outer] = wraps
  if (!outer) return sequence(label, [])
  const inner = [...at, ...elementPath(wraps)]
  const holder = WRAP_KEYWORDS[outer]
  return onSchema(at, (schema, promise) => {
    const element = valueAt(promise, inner)
    if (!isRecord(element)) return []
    const gone = ofWrap(schema, outer)
    const comes = Object.keys(element).filter(
      (key) =>
        key !== 'type' && (!Object.hasOwn(schema, key) || gone.includes(key)) && key !== holder,
    )
    const type =
      element.type === undefined ? remove([...at, 'type']) : set([...at, 'type'], element.type)
    return [
      gone.map((key) => remove([...at, key])),
      [type],
      comes.map(
        (key): YamlEdit =>
          (document) =>
            moveEntry(document, [...inner, key], { parent: at, before: holder }),
      ),
      [remove([...at, holder])],
    ]
  })
}

/** Of the property, not of its value: it stays where it is. */
const STAYS = new Set(['type', 'title', 'description', 'externalDocs', 'nullable', 'default'])

/** The element goes into `wraps`. */
function wrap(at: Path, wraps: readonly Wrap[], inList: boolean): Command {
  const [outer] = wraps
  if (!outer) return sequence(label, [])
  const path = elementPath(wraps)
  const known = new Set([
    ...Object.values(propertyTypes).flatMap(({ keywords }) => keywords),
    ...TYPED_KEYWORDS,
  ])
  return onSchema(at, (schema, promise) => {
    const rules = inList ? transitions(schema) : []
    // An open object may hold the keyword that the map around it needs.
    const inTheWay = [
      WRAP_KEYWORDS[outer],
      ...(rules.length === listOf(schema[RULES]).length ? [RULES] : []),
    ].filter((key) => Object.hasOwn(schema, key))
    const goes = Object.keys(schema).filter(
      (key) => known.has(key) && !STAYS.has(key) && !inTheWay.includes(key),
    )
    const element = schema.type === undefined ? {} : { type: schema.type }
    const skeleton = wrapped(wraps, element)
    return [
      inTheWay.map((key) => remove([...at, key])),
      inTheWay.includes(RULES) ? [] : rules.map((i) => remove([...at, RULES, i])),
      [setKeyword(promise, at, 'type', skeleton.type)],
      [set([...at, WRAP_KEYWORDS[outer]], skeleton[WRAP_KEYWORDS[outer]])],
      goes.map(
        (key): YamlEdit =>
          (document) =>
            moveEntry(document, [...at, key], { parent: [...at, ...path] }),
      ),
    ]
  })
}

/**
 * The rules on `oldSelf`, the last first: they have no meaning for an item of a list, which has no
 * old one (kratix.md 90). A rule that cannot be read stays.
 */
function transitions(schema: Schema): readonly number[] {
  return listOf(schema[RULES])
    .flatMap((one, i) => (usesOldSelf(String(valueAt(one, ['rule']) ?? '')) ? [i] : []))
    .reverse()
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
