import { isRecord, type Path } from '@/lib/promise/path'
import { removeAt } from '@/lib/yaml/edit'
import { set, type YamlEdit } from './edit-yaml'

/**
 * The edits that make `before`, as it stands at `path`, say `after`, and touch only what differs:
 * comments and the style of the rest stay.
 */
export function reshape(path: Path, before: unknown, after: unknown): readonly YamlEdit[] {
  if (Object.is(before, after)) return []
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return after.flatMap((item, i) => reshape([...path, i], before[i], item))
  }
  if (!isRecord(before) || !isRecord(after)) return [set(path, after)]
  const wanted = Object.keys(after).filter((key) => after[key] !== undefined)
  const gone = Object.keys(before).filter((key) => !wanted.includes(key))
  // Emptied first, a map would be written as {}, which takes no entries below it.
  if (gone.length > 0 && gone.length === Object.keys(before).length && wanted.length > 0) {
    return [set(path, after)]
  }
  return [
    ...gone.map(
      (key): YamlEdit =>
        (document) =>
          removeAt(document, [...path, key]),
    ),
    ...wanted.flatMap((key) => reshape([...path, key], before[key], after[key])),
  ]
}
