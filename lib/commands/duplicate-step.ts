import type { Command } from '@/lib/promise/command'
import { type StepRef, stepKey, stepPath } from '@/lib/promise/workflows'
import { copyEntry } from '@/lib/yaml/edit'
import { carry } from './carry'
import { editPromiseText, set } from './edit-yaml'
import { findStep, followTo, freeStepName, noSuchStep, plan } from './plan'

/** Puts a copy with settings and files right after the step, under a free name. */
export function duplicateStep(ref: StepRef): Command {
  const label = 'Duplicate step'
  return plan(label, (repository) => {
    const step = findStep(repository, ref)
    if (!step) return noSuchStep
    const name = freeStepName(repository, ref, step.pipeline, step.name)
    const key = stepKey(ref, step.pipeline, name)
    const place = stepPath({ ...ref, step: ref.step + 1 })
    return [
      editPromiseText({ label, place }, (document) => copyEntry(document, step.path, {})),
      editPromiseText(
        { label, place },
        set([...place, 'name'], name),
        ...followTo(repository, step, key, 'copy', place),
      ),
      carry(step.key, key, 'copy'),
    ]
  })
}
