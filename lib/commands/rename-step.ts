import { type Command, refused, unchanged } from '@/lib/promise/command'
import { checkContainerName } from '@/lib/promise/names'
import { type StepRef, stepKey } from '@/lib/promise/workflows'
import { carry } from './carry'
import { editPromiseText, set } from './edit-yaml'
import { findStep, followTo, isShared, noSuchStep, plan } from './plan'

/** Renames a container; settings, folder and an image that follows the settings go along. */
export function renameStep(ref: StepRef, name: string): Command {
  const label = 'Rename step'
  const group = `${label} ${ref.type} ${ref.action} ${ref.pipeline} ${ref.step}`
  return plan(
    label,
    (repository) => {
      const step = findStep(repository, ref)
      if (!step) return noSuchStep
      if (step.name === name) return unchanged
      const problem = checkContainerName(name)
      if (problem) return refused(problem)
      const key = stepKey(ref, step.pipeline, name)
      if (repository.steps.some((other) => other.key === key)) {
        return refused(`The pipeline has another step named "${name}".`)
      }
      const place = [...step.path, 'name']
      return [
        editPromiseText(
          { label, place },
          set(place, name),
          ...followTo(repository, step, key, 'rename'),
        ),
        carry(step.key, key, isShared(repository, step.key) ? 'copy' : 'move'),
      ]
    },
    group,
  )
}
