import { movePipeline } from '@/lib/commands/move-pipeline'
import { moveStep } from '@/lib/commands/move-step'
import { stepsOf } from '@/lib/commands/steps'
import type { Rule } from './rule'

/**
 * The pipelines of a workflow run one after the other, and so do the steps of a pipeline: what the
 * others may need is installed first, and what a step wrote is not written over by the copy.
 */
export const dependenciesFirst: Rule = {
  id: 'dependencies-first',
  check({ promise, settings }, report) {
    const steps = stepsOf(promise, settings).filter(
      ({ ref }) => ref.type === 'promise' && ref.action === 'configure',
    )
    const first = steps[0]
    const step = steps.find(({ kind }) => kind === 'dependencies')
    if (!first || !step || first === step) return
    const { ref } = step
    report({
      severity: 'warning',
      message: `The step "${step.name}" installs the dependencies, but "${first.name}" runs before it.`,
      at: step.path,
      fix: ref.step > 0 ? moveStep(ref, ref, 0) : movePipeline(ref, ref, 0),
    })
  },
}
