import { type Command, refused, unchanged } from '@/lib/promise/command'
import { checkPipelineName } from '@/lib/promise/names'
import { type PipelineRef, pipelineKey, pipelinePath, stepKey } from '@/lib/promise/workflows'
import { editPromiseText, set } from './edit-yaml'
import { carryPipeline, followTo, noSuchPipeline, pipelinesOf, plan, stepsIn } from './plan'
import { pipelineAt } from './steps'

/** Renames a pipeline; settings, folders and following images of its steps go along. */
export function renamePipeline(ref: PipelineRef, name: string): Command {
  const label = 'Rename pipeline'
  return plan(
    label,
    (repository) => {
      const pipeline = pipelineAt(repository.promise, ref)
      if (!pipeline) return noSuchPipeline
      if (pipeline.name === name) return unchanged
      const problem = checkPipelineName(name)
      if (problem) return refused(problem)
      if (pipelinesOf(repository, ref).some((other) => other.name === name)) {
        return refused(`The workflow has another pipeline named "${name}".`)
      }
      const place = [...pipelinePath(ref), 'metadata', 'name']
      const images = stepsIn(repository, ref).flatMap((step) =>
        followTo(repository, step, stepKey(ref, name, step.name), 'rename'),
      )
      return [
        editPromiseText({ label, place }, set(place, name), ...images),
        ...carryPipeline(repository, ref, pipeline.name, pipelineKey(ref, name)),
      ]
    },
    `${label} ${ref.type} ${ref.action} ${ref.pipeline}`,
  )
}
