import type { WorkflowType } from '@/lib/promise/workflows'

export interface PermissionTexts {
  /** What Kratix allows every pipeline. */
  readonly has: string
  /** Whether the steps can need more. */
  readonly needs: string
  /** True when they certainly need no more. */
  readonly spare: boolean
}

/** A step, and whether it does what its settings say and nothing else. */
export interface NeedingStep {
  readonly name: string
  readonly asGenerated: boolean
}

/**
 * Least privilege, as far as one can know (kratix.md 3.4): a step that only writes files asks nothing
 * of the cluster but its status; what a program, a changed one or a foreign image asks, only its author
 * knows. Without a step nothing is known either.
 */
export function permissionNeed(type: WorkflowType, steps: readonly NeedingStep[]): PermissionTexts {
  const has =
    type === 'promise'
      ? 'Kratix lets it read and change Promises, their status and works.'
      : 'Kratix lets it read and change the requests of this Promise, their status and works.'
  if (steps.length === 0) return { has, needs: 'It has no steps yet.', spare: false }
  const unknown = steps.filter(({ asGenerated }) => !asGenerated)
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
