import { valueAt } from '@/lib/promise/path'
import { text } from '@/lib/promise/read-values'
import type { Workflow } from '@/lib/promise/workflows'
import type { ApiContext } from '@/lib/scaffolds/scaffold'

export interface EnvironmentOf {
  readonly workflow: Workflow
  readonly promise: string
  readonly pipeline: string
  readonly api: ApiContext | undefined
  readonly object: unknown
}

/** The variables that Kratix sets in every container of the user (kratix.md 3.7). */
export function environment(given: EnvironmentOf): readonly (readonly [string, string])[] {
  const { workflow, promise, pipeline, api, object } = given
  const isPromise = workflow.type === 'promise'
  const metadata = (key: string) => text(valueAt(object, ['metadata', key]))
  return [
    ['KRATIX_WORKFLOW_ACTION', workflow.action],
    ['KRATIX_WORKFLOW_TYPE', workflow.type],
    ['KRATIX_PROMISE_NAME', promise],
    ['KRATIX_PIPELINE_NAME', pipeline],
    ['KRATIX_OBJECT_KIND', isPromise ? 'Promise' : (api?.kind ?? '')],
    ['KRATIX_OBJECT_GROUP', isPromise ? 'platform.kratix.io' : (api?.group ?? '')],
    ['KRATIX_OBJECT_VERSION', isPromise ? 'v1alpha1' : (api?.version ?? '')],
    ['KRATIX_OBJECT_NAME', metadata('name')],
    ['KRATIX_OBJECT_NAMESPACE', isPromise ? '' : metadata('namespace')],
    ['KRATIX_CRD_PLURAL', isPromise ? 'promises' : (api?.plural ?? '')],
    ['KRATIX_CLUSTER_SCOPED', String(isPromise)],
  ]
}
