import { type Command, refused } from '@/lib/promise/command'
import {
  type PipelineRef,
  pipelineKey,
  pipelinePath,
  stepKey,
  type Workflow,
  workflowPath,
} from '@/lib/promise/workflows'
import { editPromiseText, set } from './edit-yaml'
import { moveItem } from './move-item'
import {
  carryPipeline,
  followTo,
  freePipelineName,
  kindProblem,
  noSuchPipeline,
  pipelinesOf,
  plan,
  stepsIn,
} from './plan'
import { pipelineAt } from './steps'

/**
 * Moves a pipeline before another one of the same or another workflow, or to the end of it. In
 * another workflow it gets a free name when its own is taken there.
 * @param before index of that other pipeline as the list is now
 */
export function movePipeline(ref: PipelineRef, to: Workflow, before?: number): Command {
  const label = 'Move pipeline'
  return plan(label, (repository) => {
    const pipeline = pipelineAt(repository.promise, ref)
    if (!pipeline) return noSuchPipeline
    const { length } = pipelinesOf(repository, to)
    const move = moveItem(label, pipelinePath(ref), workflowPath(to), before, length)
    if (to.type === ref.type && to.action === ref.action) return [move]

    const steps = stepsIn(repository, ref)
    for (const { kind } of steps) {
      const problem = kindProblem(kind, to)
      if (problem) return refused(problem)
    }
    const name = freePipelineName(repository, to, pipeline.name)
    const { type, action } = to
    const place = pipelinePath({ type, action, pipeline: Math.min(before ?? length, length) })
    const images = steps.flatMap((step) =>
      followTo(repository, step, stepKey(to, name, step.name), 'rename', [
        ...place,
        'spec',
        'containers',
        step.ref.step,
      ]),
    )
    return [
      move,
      editPromiseText({ label, place }, set([...place, 'metadata', 'name'], name), ...images),
      ...carryPipeline(repository, ref, pipeline.name, pipelineKey(to, name)),
    ]
  })
}
