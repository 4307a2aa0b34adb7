import { tryPrintYaml } from '@/lib/build/print'
import { cutLabel } from '@/lib/promise/dns-label'
import { isRecord, valueAt } from '@/lib/promise/path'
import { nameOf } from './judge'
import type { Run } from './types'

/**
 * A `DryRun` that asks a cluster for the same: what the resource workflow would change for this
 * request (kratix.md 5.8). `undefined` for a run of the Promise, or of no stored request.
 */
export function dryRunOf(run: Run, promise: string): string | undefined {
  if (run.workflow.type !== 'resource' || run.workflow.action !== 'configure') return undefined
  if (!isRecord(run.object)) return undefined
  const { name, namespace } = nameOf(run.object)
  return tryPrintYaml({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'DryRun',
    metadata: { name: cutLabel(`${name}-dry-run`), namespace },
    spec: {
      promiseRef: { name: promise },
      resourceRequestRef: { name, namespace },
      resource: valueAt(run.object, ['spec']) ?? {},
    },
  })
}
