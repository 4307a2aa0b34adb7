import type { Command } from '@/lib/promise/command'
import { type PipelineRef, pipelinePath, stepKey } from '@/lib/promise/workflows'
import { copyEntry } from '@/lib/yaml/edit'
import { carry } from './carry'
import { editPromiseText, set } from './edit-yaml'
import { followTo, freePipelineName, noSuchPipeline, plan, stepsIn } from './plan'
import { pipelineAt } from './steps'

/** Puts a copy, with settings and files of its steps, right after the pipeline. */
export function duplicatePipeline(ref: PipelineRef): Command {
  const label = 'Duplicate pipeline'
  return plan(label, (repository) => {
    const pipeline = pipelineAt(repository.promise, ref)
    if (!pipeline) return noSuchPipeline
    const name = freePipelineName(repository, ref, pipeline.name)
    const place = pipelinePath({ ...ref, pipeline: ref.pipeline + 1 })
    const steps = stepsIn(repository, ref)
    const images = steps.flatMap((step) =>
      followTo(repository, step, stepKey(ref, name, step.name), 'copy', [
        ...place,
        'spec',
        'containers',
        step.ref.step,
      ]),
    )
    return [
      editPromiseText({ label, place }, (document) => copyEntry(document, pipeline.path, {})),
      editPromiseText({ label, place }, set([...place, 'metadata', 'name'], name), ...images),
      ...steps.map((step) => carry(step.key, stepKey(ref, name, step.name), 'copy')),
    ]
  })
}
