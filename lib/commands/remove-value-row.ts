import { type Command, unchanged } from '@/lib/promise/command'
import type { StepKey } from '@/lib/promise/workflows'
import { removeAt } from '@/lib/yaml/edit'
import { editSettings } from './edit-yaml'
import { onRenderStep } from './render-step'

/** Removes a value; templates that still name it are reported, not changed. */
export function removeValueRow(key: StepKey, name: string): Command {
  const label = 'Remove value'
  return onRenderStep(label, key, ({ values }, _files, path) => {
    if (!Object.hasOwn(values, name)) return unchanged
    const rows = [...path, 'values']
    return [editSettings({ label, place: rows }, (document) => removeAt(document, [...rows, name]))]
  })
}
