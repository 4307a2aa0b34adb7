import { type Command, unchanged } from '@/lib/promise/command'
import type { Files } from '@/lib/promise/files'
import { type Path, pathToString, valueAt } from '@/lib/promise/path'
import type { PromiseView } from '@/lib/promise/view'
import { equal } from '@/lib/schema/misfit'
import { valuesInDefaults } from '@/lib/schema/places'
import { editPromiseText, editSettings, set } from './edit-yaml'
import { rowsThatRead } from './follow-spec-path'
import { onSchema } from './on-promise'
import { readSettings } from './settings'

/**
 * Gives one value of an enum another text (or number). Defaults that name it follow, its own and
 * those above; so do the mappings and defaults of the values that read the property.
 */
export function renameEnumValue(path: Path, index: number, to: unknown): Command {
  const label = 'Rename value'
  const group = `${label} ${pathToString(path)} ${index}`
  return onSchema(
    label,
    path,
    ({ value: promise, promise: view, files }) => {
      const place = [...path, 'enum', index]
      const from = valueAt(promise, place)
      if (from === undefined || equal(from, to)) return unchanged
      const defaults = [[...path, 'default'], ...valuesInDefaults(promise, path)].filter((at) =>
        equal(valueAt(promise, at), from),
      )
      return [
        editPromiseText({ label, place }, set(place, to), ...defaults.map((at) => set(at, to))),
        ...followInRows(files, view, path, from, to),
      ]
    },
    group,
  )
}

function followInRows(
  files: Files,
  promise: PromiseView,
  path: Path,
  from: unknown,
  to: unknown,
): readonly Command[] {
  const { steps } = readSettings(files).settings
  const edits = rowsThatRead(files, promise, path).flatMap((row) => {
    const found = valueAt({ steps }, row.path)
    const whens = valueAt(found, ['map'])
    const same = Array.isArray(whens)
      ? whens.flatMap((pair, i) => (equal(valueAt(pair, ['when']), from) ? [i] : []))
      : []
    return [
      ...(equal(valueAt(found, ['default']), from) ? [set([...row.path, 'default'], to)] : []),
      ...same.map((i) => set([...row.path, 'map', i, 'when'], to)),
    ]
  })
  return edits.length === 0 ? [] : [editSettings({ label: 'Follow the value' }, ...edits)]
}
