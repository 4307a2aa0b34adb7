import { moveStep } from '@/lib/commands/move-step'
import { removePipeline } from '@/lib/commands/remove-pipeline'
import { type Command, sequence } from '@/lib/promise/command'
import { valueAt } from '@/lib/promise/path'
import type { PipelineRef } from '@/lib/promise/workflows'
import type { Rule } from './rule'

/** kratix.md 2.1 and 105: of delete pipelines only the first runs. */
export const deletePipelines: Rule = {
  id: 'delete-pipelines',
  check({ promise, value }, report) {
    for (const { type, action, pipelines } of promise.workflows) {
      if (action !== 'delete') continue
      for (const [i, { name, path, steps }] of pipelines.entries()) {
        if (i === 0) continue
        const ref = { type, action, pipeline: i }
        report({
          severity: 'warning',
          message: `The pipeline "${name}" never runs: of ${type} delete pipelines Kratix runs only the first.`,
          at: path,
          suggestions: [
            ...(isOnlySteps(valueAt(value, path)) ? [intoFirst(ref, steps.length)] : []),
            { ...removePipeline(ref), label: `Remove "${name}"` },
          ],
        })
      }
    }
  },
}

/** True when nothing but the steps and a name goes with the pipeline, such as volumes or permissions. */
function isOnlySteps(pipeline: unknown): boolean {
  const others = (key: string, known: string): boolean =>
    Object.keys(Object(valueAt(pipeline, [key]))).some((one) => one !== known)
  return !others('spec', 'containers') && !others('metadata', 'name')
}

/** Its steps run after those of the first pipeline. */
function intoFirst(ref: PipelineRef, count: number): Command {
  const first = { ...ref, pipeline: 0 }
  const moves = Array.from({ length: count }, () => moveStep({ ...ref, step: 0 }, first))
  return sequence('Move its steps into the first pipeline', [...moves, removePipeline(ref)])
}
