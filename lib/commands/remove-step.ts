import type { Command } from '@/lib/promise/command'
import { pipelinePath, type StepRef } from '@/lib/promise/workflows'
import { removeAt } from '@/lib/yaml/edit'
import { clear } from './carry'
import { editPromiseText } from './edit-yaml'
import { findStep, isShared, noSuchStep, plan } from './plan'

/** Removes a container with its settings and its folder. */
export function removeStep(ref: StepRef): Command {
  const label = 'Remove step'
  return plan(label, (repository) => {
    const step = findStep(repository, ref)
    if (!step) return noSuchStep
    const container = editPromiseText({ label, place: pipelinePath(ref) }, (document) =>
      removeAt(document, step.path),
    )
    return isShared(repository, step.key) ? [container] : [container, clear(step.key)]
  })
}
