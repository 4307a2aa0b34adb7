import type { Step } from '@/lib/commands/steps'
import type { WorkflowType } from '@/lib/promise/workflows'

export interface PermissionTexts {
  /** What Kratix allows every pipeline. */
  readonly has: string
  /** Whether the steps can need more. */
  readonly needs: string
  /** True when they certainly need no more. */
  readonly spare: boolean
}

/**
 * Least privilege, as far as one can know (kratix.md 3.4): a step that only writes files asks nothing
 * of the cluster but its status; what a program or a foreign image asks, only its author knows.
 */
export function permissionNeed(
  type: WorkflowType,
  steps: readonly Pick<Step, 'kind' | 'name'>[],
): PermissionTexts {
  const has =
    type === 'promise'
      ? 'Kratix lets it read and change Promises, their status and works.'
      : 'Kratix lets it read and change the requests of this Promise, their status and works.'
  const unknown = steps.filter(({ kind }) => kind === 'custom' || kind === 'image')
  if (unknown.length === 0) {
    return { has, needs: 'Its steps only write files and status: they need no more.', spare: true }
  }
  const names = unknown.map(({ name }) => name).join(', ')
  return {
    has,
    needs: `What else ${names} asks of the cluster needs a permission (rbac), best with resourceNames.`,
    spare: false,
  }
}
