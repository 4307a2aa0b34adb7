import { type Command, refused } from '@/lib/promise/command'
import { checkPipelineName } from '@/lib/promise/names'
import {
  type PipelineRef,
  pipelinePath,
  type StepRef,
  stepKey,
  stepPath,
} from '@/lib/promise/workflows'
import { carry } from './carry'
import { editPromiseText, set } from './edit-yaml'
import { moveItem } from './move-item'
import {
  findStep,
  followTo,
  freeStepName,
  isShared,
  kindProblem,
  noSuchPipeline,
  noSuchStep,
  plan,
} from './plan'
import { pipelineAt } from './steps'

/**
 * Moves a step before another one of the same or another pipeline, or to the end of it. In another
 * pipeline it gets a free name when its own is taken there.
 * @param before index of that other step as the list is now
 */
export function moveStep(ref: StepRef, to: PipelineRef, before?: number): Command {
  const label = 'Move step'
  return plan(label, (repository) => {
    const step = findStep(repository, ref)
    if (!step) return noSuchStep
    const target = pipelineAt(repository.promise, to)
    if (!target) return noSuchPipeline
    const list = [...pipelinePath(to), 'spec', 'containers']
    const source = pipelinePath(ref)
    const here = pipelinePath(to).every((part, i) => part === source[i])
    if (here) return [moveItem(label, step.path, list, before, target.steps.length)]

    const problem = kindProblem(step.kind, to) ?? checkPipelineName(target.name)
    if (problem) return refused(problem)
    const name = freeStepName(repository, to, target.name, step.name)
    const key = stepKey(to, target.name, name)
    const place = stepPath({ ...to, step: before ?? target.steps.length })
    return [
      moveItem(label, step.path, list, before, target.steps.length),
      editPromiseText(
        { label, place },
        set([...place, 'name'], name),
        ...followTo(repository, step, key, 'rename', place),
      ),
      carry(step.key, key, isShared(repository, step.key) ? 'copy' : 'move'),
    ]
  })
}
