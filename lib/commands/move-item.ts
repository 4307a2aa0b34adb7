import type { Command } from '@/lib/promise/command'
import { isWithin, type Path } from '@/lib/promise/path'
import { moveEntry } from '@/lib/yaml/edit'
import { editPromiseText } from './edit-yaml'

/**
 * Moves an item of a list of `promise.yaml` before another of the same or another list, or to its
 * end. A list that does not exist yet comes into being.
 * @param length how many items the target list has
 */
export function moveItem(
  label: string,
  path: Path,
  list: Path,
  before: number | undefined,
  length: number,
): Command {
  const from = isWithin(path, list) ? Number(path.at(-1)) : length
  const to = Math.min(before ?? length, length)
  const place = [...list, to > from ? to - 1 : to]
  return editPromiseText({ label, place }, (document) => {
    return moveEntry(document, path, to < length ? { parent: list, before: to } : { parent: list })
  })
}
