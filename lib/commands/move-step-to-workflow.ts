import type { Command } from '@/lib/promise/command'
import type { StepRef, Workflow } from '@/lib/promise/workflows'
import { addPipeline } from './add-pipeline'
import { moveStep } from './move-step'
import { pipelinesOf, plan } from './plan'

/** Moves a step to the end of a workflow: into a new pipeline of its own. */
export function moveStepToWorkflow(ref: StepRef, workflow: Workflow): Command {
  return plan('Move step', (repository) => {
    const pipeline = pipelinesOf(repository, workflow).length
    return [addPipeline(workflow), moveStep(ref, { ...workflow, pipeline })]
  })
}
