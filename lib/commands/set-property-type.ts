import { type Command, unchanged } from '@/lib/promise/command'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { misfit } from '@/lib/schema/misfit'
import { type Schema, WRAP_KEYWORDS } from '@/lib/schema/property'
import { typeOf } from '@/lib/schema/property-types'
import { type Shape, shapeOf } from '@/lib/schema/shape'
import { editPromiseText } from './edit-yaml'
import { onPromise, onProperty } from './on-promise'
import { rewrap } from './rewrap'
import { setElementType } from './set-element-type'
import { remove } from './yaml-edits'

const label = 'Change type'

/**
 * Gives a property another type, at any depth of lists and maps, and keeps what still applies: the
 * description, keywords of both types, constraints of a value that goes into or comes out of a list
 * or a map, children between objects and lists and maps of them, a default that still fits. What
 * went, `droppedKeywords` (lib/schema/dropped) tells of the schemas before and after.
 */
export function setPropertyType(path: Path, to: Shape): Command {
  return onProperty(label, path, ({ schema }) => {
    const { wraps, element } = shapeOf(schema)
    const sameElement =
      element.type === to.type && (to.itemType ?? element.schema.type) === element.schema.type
    const sameWraps = wraps.length === to.wraps.length && wraps.every((w, i) => w === to.wraps[i])
    if (sameElement && sameWraps) return unchanged
    return [
      ...(sameElement ? [] : [setElementType([...path, ...element.path], to)]),
      ...(sameWraps ? [] : [rewrap(path, to.wraps)]),
      dropMisfits(path),
    ]
  })
}

/** Takes away defaults, examples and kinds of list that do not go with the type any more. */
function dropMisfits(path: Path): Command {
  return onPromise(label, ({ value }) => {
    const gone: Path[] = []
    let at = path
    for (let here = valueAt(value, at); isRecord(here); here = valueAt(value, at)) {
      gone.push(...misfits(here).map((key) => [...at, key]))
      const [wrap] = shapeOf(here).wraps
      if (!wrap) break
      at = [...at, WRAP_KEYWORDS[wrap]]
    }
    return gone.length === 0
      ? unchanged
      : [editPromiseText({ label, place: path }, ...gone.map(remove))]
  })
}

function misfits(schema: Schema): readonly string[] {
  const values = ['default', 'example'].filter(
    (key) => schema[key] !== undefined && misfit(schema, schema[key]) !== undefined,
  )
  return [...values, ...kindOfList(schema)]
}

/** A list by keys is one of objects, a set one of scalars or of what is atomic (kratix.md 80, 81). */
function kindOfList({ items, ...list }: Schema): readonly string[] {
  const kind = list['x-kubernetes-list-type']
  if (!isRecord(items)) return []
  const element = typeOf(items)
  const objects = element === 'object' || element === 'embedded-resource'
  const fits =
    kind === 'map'
      ? objects
      : kind !== 'set' ||
        (objects || element === 'map' || element === 'free-form'
          ? items['x-kubernetes-map-type'] === 'atomic'
          : element !== 'list' || items['x-kubernetes-list-type'] === 'atomic')
  const both = ['x-kubernetes-list-type', 'x-kubernetes-list-map-keys']
  return fits ? [] : both.filter((key) => Object.hasOwn(list, key))
}
