import { type Command, refused } from '@/lib/promise/command'
import { PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { displayPath, type Path } from '@/lib/promise/path'
import { editPromiseText, editSettings, set } from './edit-yaml'
import { remove } from './yaml-edits'

/**
 * Sets one value of `promise.yaml` or of the settings, and makes the parents that it needs.
 * @param value `undefined` removes the entry
 */
export function setField(
  file: string,
  path: Path,
  value: unknown,
  label = `Set ${displayPath(path)}`,
  group?: string,
): Command {
  const edit = value === undefined ? remove(path) : set(path, value)
  const options = { label, group, place: path }
  if (file === PROMISE_FILE) return editPromiseText(options, edit)
  if (file === SETTINGS_FILE) return editSettings(options, edit)
  return { label, group, run: () => refused(`${file} has no fields.`) }
}
