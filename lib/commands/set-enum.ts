import type { Command } from '@/lib/promise/command'
import { type Path, valueAt } from '@/lib/promise/path'
import { equal } from '@/lib/schema/misfit'
import { editPromiseText, set, type YamlEdit } from './edit-yaml'
import { onSchema } from './on-promise'
import { insert, remove, setKeyword } from './yaml-edits'

/**
 * Gives a property these values: only the items that differ are touched. A default that is no
 * longer among them goes.
 */
export function setEnum(path: Path, values: readonly unknown[]): Command {
  const label = 'Set values'
  return onSchema(label, path, ({ value: promise, schema }) => {
    const place = [...path, 'enum']
    const before = valueAt(promise, place)
    const edits =
      Array.isArray(before) && before.length > 0 && values.length > 0
        ? itemEdits(place, before, values)
        : [setKeyword(promise, path, 'enum', values)]
    const stale = schema.default !== undefined && !values.some((one) => equal(one, schema.default))
    return [
      editPromiseText({ label, place }, ...edits),
      ...(stale ? [editPromiseText({ label, place }, remove([...path, 'default']))] : []),
    ]
  })
}

/** The edits between the parts that both lists begin and end with. */
function itemEdits(
  list: Path,
  before: readonly unknown[],
  after: readonly unknown[],
): readonly YamlEdit[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && equal(before[head], after[head])) head++
  let tail = 0
  while (tail < shorter - head && equal(before.at(-1 - tail), after.at(-1 - tail))) tail++
  const common = shorter - head - tail
  const edits = Array.from({ length: common }, (_, i) => set([...list, head + i], after[head + i]))
  for (let i = before.length - tail - 1; i >= head + common; i--) edits.push(remove([...list, i]))
  for (let i = head + common; i < after.length - tail; i++) edits.push(insert(list, i, after[i]))
  return edits
}
