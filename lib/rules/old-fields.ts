import { moderniseField, modernisingProblem, type OldField } from '@/lib/commands/modernise-field'
import { type Path, valueAt } from '@/lib/promise/path'
import type { Rule } from './rule'

/**
 * What older versions called it, what it is now, and why it does not do to leave it. `kubectl`
 * refuses an unknown field (kratix.md 7), and without its strict checking it is dropped.
 */
const FIELDS: readonly (readonly [OldField, string])[] = [
  [
    'spec.xaasCrd',
    'spec.xaasCrd is called spec.api since 2023: Kratix refuses or drops it, and nothing can be requested.',
  ],
  [
    'spec.workerClusterResources',
    'spec.workerClusterResources is called spec.dependencies since 2023: Kratix refuses or drops it.',
  ],
  [
    'spec.xaasRequestPipeline',
    'spec.xaasRequestPipeline is a Pipeline in spec.workflows.resource.configure since 2023. Its images read /kratix/input and write /kratix/output now, not /input and /output.',
  ],
  [
    'spec.clusterSelector',
    'spec.clusterSelector is the matchLabels of an item of spec.destinationSelectors now: Kratix refuses or drops it.',
  ],
  [
    'spec.scheduling',
    'spec.scheduling is called spec.destinationSelectors now, and its items have no "target": Kratix refuses or drops it.',
  ],
  [
    'spec.api.spec.validation',
    'spec.api.spec.validation belongs to apiextensions.k8s.io/v1beta1, which Kubernetes dropped in 1.22: the schema of each version stands in versions[].schema.',
  ],
  [
    'spec.api.spec.version',
    'spec.api.spec.version belongs to apiextensions.k8s.io/v1beta1, which Kubernetes dropped in 1.22: versions are named in versions[].name.',
  ],
]

/** True for a field that {@link oldFields} speaks of: to others it need not be unknown, too. */
export function isOldField(path: Path): boolean {
  return FIELDS.some(([field]) => field === path.join('.'))
}

/** Fields of Kratix and CRD versions that are gone, with the place that they have today. */
export const oldFields: Rule = {
  id: 'old-fields',
  check({ value }, report) {
    for (const [field, message] of FIELDS) {
      const at = field.split('.')
      const old = valueAt(value, at)
      if (old === undefined) continue
      const problem = modernisingProblem(value, field)
      report({
        severity: 'error',
        message: problem && old !== null ? `${message} ${problem}` : message,
        at,
        fix: problem ? undefined : moderniseField(field),
      })
    }
  },
}
