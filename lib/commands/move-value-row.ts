import { type Command, refused, unchanged } from '@/lib/promise/command'
import type { StepKey } from '@/lib/promise/workflows'
import { moveEntry } from '@/lib/yaml/edit'
import { editSettings } from './edit-yaml'
import { onRenderStep } from './render-step'

/** Moves a value before another one, or to the end: the first fault of a request is reported. */
export function moveValueRow(key: StepKey, name: string, before?: string): Command {
  const label = 'Move value'
  return onRenderStep(label, key, ({ values }, _files, path) => {
    if (!Object.hasOwn(values, name)) return refused(`There is no value "${name}" any more.`)
    if (before === name) return unchanged
    const parent = [...path, 'values']
    const place = [...parent, name]
    return [
      editSettings({ label, place }, (document) =>
        moveEntry(document, place, before === undefined ? { parent } : { parent, before }),
      ),
    ]
  })
}
