import { type Command, refused, unchanged } from '@/lib/promise/command'
import type { StepKey } from '@/lib/promise/workflows'
import type { Scalar } from '@/lib/render/types'
import { removeAt } from '@/lib/yaml/edit'
import { editSettings, set } from './edit-yaml'
import { onRenderStep } from './render-step'

export type StatusSide = 'success' | 'failure'

/** Sets what a `render` step publishes in the status at success or failure. */
export function setStatusText(key: StepKey, side: StatusSide, name: string, text: Scalar): Command {
  const label = 'Set status'
  return onRenderStep(
    label,
    key,
    ({ status }, _files, path) => {
      const known = Object.hasOwn(status[side], name)
      const problem = known ? undefined : statusNameProblem(key, name)
      if (problem) return refused(problem)
      const place = [...path, 'status', side, name]
      return [editSettings({ label, place }, set(place, text))]
    },
    `${label} ${key} ${side} ${name}`,
  )
}

/** Removes a text from the status. */
export function removeStatusText(key: StepKey, side: StatusSide, name: string): Command {
  const label = 'Remove status'
  return onRenderStep(label, key, ({ status }, _files, path) => {
    if (!Object.hasOwn(status[side], name)) return unchanged
    const place = [...path, 'status', side]
    return [editSettings({ label, place }, (document) => removeAt(document, [...place, name]))]
  })
}

/** Keys of the status that Kratix writes itself (kratix.md 5.5). */
const KRATIX_KEYS = [
  'conditions',
  'kratix',
  'observedGeneration',
  'workflows',
  'workflowsSucceeded',
  'workflowsFailed',
  'lastSuccessfulConfigureWorkflowTime',
  'promiseVersion',
  'resourceBindingVersion',
  'healthRecord',
]

/** Why a step cannot publish under this name, or `undefined` when it can. */
export function statusNameProblem(key: StepKey, name: string): string | undefined {
  if (name === '') return 'A status text needs a name.'
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) {
    return `${JSON.stringify(name)} cannot name a status text: use letters, digits, "-" and "_", and begin with a letter.`
  }
  if (KRATIX_KEYS.includes(name)) return `Kratix writes "${name}" of the status itself.`
  if (name === 'reason')
    return 'The program writes "reason" itself: why it failed, and "" at success.'
  if (key.startsWith('promise/') && name !== 'message') {
    return `Only "message" of a Promise's status survives; "${name}" would be lost.`
  }
  return undefined
}
