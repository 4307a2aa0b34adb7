import { renameStep } from '@/lib/commands/rename-step'
import { freeLabel, toDnsLabel } from '@/lib/promise/dns-label'
import { checkContainerName } from '@/lib/promise/names'
import { containerNameOf } from '@/lib/promise/step-images'
import type { Rule } from './rule'

/** kratix.md 27 and 28. */
export const containerNames: Rule = {
  id: 'container-names',
  check({ promise }, report) {
    const all = promise.workflows.flatMap(({ pipelines, type, action }) =>
      pipelines.map(({ steps }, pipeline) => ({ steps, ref: { type, action, pipeline } })),
    )
    for (const { steps, ref } of all) {
      const seen = new Set<string>()
      for (const [step, { name, image, path }] of steps.entries()) {
        // A delete pipeline writes no work.
        const free = ref.action === 'delete' && name === 'work-writer'
        const twice = name !== '' && seen.has(name)
        const message = twice
          ? `The pipeline has two containers named "${name}".`
          : free
            ? undefined
            : checkContainerName(name)
        if (message) {
          const wanted = name === '' ? containerNameOf(image) : toDnsLabel(name, 'step')
          const other = freeLabel(
            wanted,
            (one) => checkContainerName(one) !== undefined || steps.some((own) => own.name === one),
          )
          const suggestions = [
            { ...renameStep({ ...ref, step }, other), label: `Name it "${other}"` },
          ]
          report({ severity: 'error', message, at: [...path, 'name'], suggestions })
        }
        seen.add(name)
      }
    }
  },
}
