import type { Command } from '@/lib/promise/command'
import { type PipelineRef, pipelineKey, workflowPath } from '@/lib/promise/workflows'
import { removeAt } from '@/lib/yaml/edit'
import { clear } from './carry'
import { editPromiseText } from './edit-yaml'
import { isShared, noSuchPipeline, ownsFolder, plan, stepsIn } from './plan'
import { pipelineAt } from './steps'

/** Removes a pipeline with the settings and folders of its steps. */
export function removePipeline(ref: PipelineRef): Command {
  const label = 'Remove pipeline'
  return plan(label, (repository) => {
    const pipeline = pipelineAt(repository.promise, ref)
    if (!pipeline) return noSuchPipeline
    const own = ownsFolder(repository, ref, pipeline.name)
      ? [pipelineKey(ref, pipeline.name)]
      : stepsIn(repository, ref)
          .filter((step) => !isShared(repository, step.key))
          .map((step) => step.key)
    return [
      editPromiseText({ label, place: workflowPath(ref) }, (document) =>
        removeAt(document, pipeline.path),
      ),
      ...own.map(clear),
    ]
  })
}
