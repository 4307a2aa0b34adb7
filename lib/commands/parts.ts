import { type Command, refused } from '@/lib/promise/command'
import { isRecord, type Path, pathToString, samePath, valueAt } from '@/lib/promise/path'
import { insertEntry, insertItem, removeAt, renameKey, YamlSource } from '@/lib/yaml/edit'
import { editPromiseText, set } from './edit-yaml'
import { moveItem } from './move-item'
import { onPromise } from './on-promise'

/** Edits of any field of `promise.yaml` by its place: what forms made of a table of fields run. */

/**
 * Sets a field; a new one goes where a reader looks for it. Typing into one field is one undo.
 * @param order the fields of its struct as people write them; a new one stands before the next
 */
export function setPart(path: Path, value: unknown, order: readonly string[] = []): Command {
  const label = `Set ${wordOf(path)}`
  const key = path.at(-1)
  const parent = path.slice(0, -1)
  return onPromise(
    label,
    ({ value: promise }) => {
      const there = valueAt(promise, parent)
      const at = typeof key === 'string' ? order.indexOf(key) : -1
      const later = order.slice(at + 1)
      const known = isRecord(there) && typeof key === 'string' && !Object.hasOwn(there, key)
      const next = known && at >= 0 ? Object.keys(there).find((one) => later.includes(one)) : null
      if (!known || next === null || next === undefined) {
        return [editPromiseText({ label, place: path }, set(path, value))]
      }
      return [
        editPromiseText({ label, place: path }, (document) =>
          insertEntry(document, parent, key, value, { before: next }),
        ),
      ]
    },
    `part:${pathToString(path)}`,
  )
}

/** As {@link setPart}, with the value as YAML text, which is kept as it is written. */
export function setPartSource(path: Path, source: string, order?: readonly string[]): Command {
  return setPart(path, new YamlSource(source), order)
}

/**
 * Removes a field or an item, and the lists and maps above it that nothing is left in.
 * @param keep the place above which nothing goes: it may be left empty
 */
export function removePart(path: Path, keep: Path): Command {
  const label = `Remove ${wordOf(path)}`
  return onPromise(label, ({ value: promise }) => {
    if (valueAt(promise, path) === undefined) return []
    let gone = path
    while (gone.length > keep.length + 1 && sizeOf(valueAt(promise, gone.slice(0, -1))) === 1) {
      gone = gone.slice(0, -1)
    }
    return [
      editPromiseText({ label, place: gone.slice(0, -1) }, (document) => removeAt(document, gone)),
    ]
  })
}

/** Gives an entry of a map another key. */
export function renamePart(path: Path, key: string): Command {
  const label = `Rename ${wordOf(path)}`
  const parent = path.slice(0, -1)
  const place = [...parent, key]
  return onPromise(
    label,
    ({ value: promise }) => {
      if (path.at(-1) === key) return []
      const there = valueAt(promise, parent)
      if (isRecord(there) && Object.hasOwn(there, key)) {
        return refused(`There is a "${key}" already.`)
      }
      return [editPromiseText({ label, place }, (document) => renameKey(document, path, key))]
    },
    `rename:${pathToString(parent)}`,
  )
}

/** Adds an item to the end of a list, which comes into being with its first. */
export function addPart(list: Path, value: unknown, order: readonly string[] = []): Command {
  const label = `Add to ${wordOf(list)}`
  return onPromise(label, ({ value: promise }) => {
    const there = valueAt(promise, list)
    if (there === undefined) return [setPart(list, [value], order)]
    const index = Array.isArray(there) ? there.length : 0
    return [
      editPromiseText({ label, place: [...list, index] }, (document) =>
        insertItem(document, list, index, value),
      ),
    ]
  })
}

/** Moves an item of a list so that it stands at `to` in the resulting list. */
export function movePart(list: Path, from: number, to: number): Command {
  const label = `Move in ${wordOf(list)}`
  return onPromise(label, ({ value: promise }) => {
    const there = valueAt(promise, list)
    const length = Array.isArray(there) ? there.length : 0
    return [moveItem(label, [...list, from], list, to > from ? to + 1 : to, length)]
  })
}

/** One of several ways to say something, of which a struct takes one: a source of a volume. */
export interface Way {
  /** Where it stands below the struct: `['valueFrom', 'secretKeyRef']`. */
  readonly at: Path
  /** What a new one says. */
  readonly start: unknown
  /** The fields that it may have, by their names, with their types; none for a text. */
  readonly fields: Readonly<Record<string, string>>
}

/**
 * Says it in another way. What both ways know as the same (the name of a Secret or ConfigMap, whether
 * it may be missing, its items) is taken along; the other ways go.
 */
export function takeWay(struct: Path, ways: readonly Way[], to: Way): Command {
  const label = `Set ${wordOf([...struct, ...to.at])}`
  return onPromise(label, ({ value: promise }) => {
    const present = ways.filter(({ at }) => valueAt(promise, [...struct, ...at]) !== undefined)
    if (present.some((way) => samePath(way.at, to.at))) return []
    const [old] = present
    const before = old && valueAt(promise, [...struct, ...old.at])
    const value = old ? taken(before, old, to) : to.start
    const [top = ''] = to.at
    const rest = to.at.slice(1)
    const whole = rest.length === 0 ? value : { [String(rest[0])]: value }
    const others = [...new Set(present.map(({ at }) => at[0] ?? ''))].filter((one) => one !== top)
    const place = [...struct, ...to.at]
    return [
      ...others.map((one) =>
        editPromiseText({ label, place }, (document) => removeAt(document, [...struct, one])),
      ),
      editPromiseText({ label, place }, set([...struct, top], whole)),
    ]
  })
}

/** What a new one says, with what `before` has under keys that mean the same in both ways. */
function taken(before: unknown, from: Way, { start, fields }: Way): unknown {
  if (!isRecord(before) || !isRecord(start)) return start
  const same = Object.entries(before).filter(
    ([key, value]) =>
      value !== null &&
      Object.hasOwn(fields, key) &&
      Object.hasOwn(from.fields, key) &&
      fields[key] === from.fields[key],
  )
  return { ...start, ...Object.fromEntries(same) }
}

function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.length
  return isRecord(value) ? Object.keys(value).length : 0
}

/** The last key of a path: what people call the place. */
function wordOf(path: Path): string {
  return String(path.findLast((step) => typeof step === 'string') ?? 'the document')
}
