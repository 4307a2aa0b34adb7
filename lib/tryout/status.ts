import { isRecord } from '@/lib/promise/path'
import type { WorkflowAction, WorkflowType } from '@/lib/promise/workflows'
import type { Control } from './types'

export type Status = Readonly<Record<string, unknown>>

/** A condition without its time: a run has none. */
interface Condition {
  readonly type: string
  readonly status: 'True' | 'False' | 'Unknown'
  readonly reason: string
  readonly message: string
}

const COMPLETED: Readonly<Record<WorkflowAction, string>> = {
  configure: 'ConfigureWorkflowCompleted',
  delete: 'DeleteWorkflowCompleted',
}

/**
 * `status` when a pipeline starts (kratix.md 5.5, 1). Kratix sets the message when it sets the
 * condition: with the first pipeline of the workflow; later ones see what those before have said.
 */
export function starting(
  status: Status,
  action: WorkflowAction,
  pipeline: string,
  isFirst: boolean,
): Status {
  const running = phased(status, pipeline, { phase: 'Running' })
  if (action === 'delete' || !isFirst) return running
  const begun = withCondition(running, {
    type: COMPLETED.configure,
    status: 'False',
    reason: 'PipelinesInProgress',
    message: 'Pipelines are still in progress',
  })
  return { ...begun, message: 'Pending' }
}

/** `status.yaml` merged in: shallow, but for conditions, which merge by type (kratix.md 5.5, 2 and 5). */
export function merged(status: Status, incoming: Status, type: WorkflowType): Status {
  const taken = type === 'promise' ? onlyMessage(incoming) : incoming
  const result = { ...status, ...taken }
  const { conditions } = status
  return Array.isArray(conditions) && Array.isArray(taken.conditions)
    ? { ...result, conditions: mergeConditions(conditions, taken.conditions) }
    : result
}

/** Keys of `status.yaml` that the Promise's own schema drops. */
export function droppedKeys(incoming: Status, type: WorkflowType): readonly string[] {
  return type === 'promise' ? Object.keys(incoming).filter((key) => key !== 'message') : []
}

function onlyMessage(incoming: Status): Status {
  return Object.hasOwn(incoming, 'message') ? { message: incoming.message } : {}
}

function mergeConditions(existing: readonly unknown[], incoming: readonly unknown[]): unknown[] {
  const byType = new Map<string, unknown>()
  for (const one of [...existing, ...incoming]) {
    if (isRecord(one) && typeof one.type === 'string') byType.set(one.type, one)
  }
  return [...byType.values()]
}

/** After the last pipeline (kratix.md 5.5, 4). */
export function completed(status: Status, type: WorkflowType, action: WorkflowAction): Status {
  const said = type === 'resource' ? 'Resource requested' : 'Promise configured'
  const message = action === 'configure' && status.message === 'Pending' ? said : status.message
  return withCondition(message === undefined ? status : { ...status, message }, {
    type: COMPLETED[action],
    status: 'True',
    reason: 'PipelinesExecutedSuccessfully',
    message: 'Pipelines completed',
  })
}

/** A pipeline is through, and the next one follows. */
export function succeeded(status: Status, pipeline: string): Status {
  return phased(status, pipeline, { phase: 'Succeeded' })
}

/** A pipeline failed; `status.yaml` was not read (kratix.md 5.5, 6). */
export function failed(status: Status, action: WorkflowAction, pipeline: string): Status {
  return withCondition(phased(status, pipeline, { phase: 'Failed' }), {
    type: COMPLETED[action],
    status: 'False',
    reason: action === 'configure' ? 'ConfigureWorkflowFailed' : 'DeleteWorkflowFailed',
    message: `A ${action === 'configure' ? 'Configure' : 'Delete'} Pipeline has failed: ${pipeline}`,
  })
}

/** A pipeline asked to wait (kratix.md 5.6); attempts count up while it asks for another one. */
export function suspended(
  status: Status,
  action: WorkflowAction,
  pipeline: string,
  control: Control,
): Status {
  const before = pipelinesOf(status).find((one) => isRecord(one) && one.name === pipeline)
  const attempts = isRecord(before) && typeof before.attempts === 'number' ? before.attempts : 0
  const next = phased(status, pipeline, {
    phase: 'Suspended',
    ...(control.message !== undefined && { message: control.message }),
    ...(control.retryAfter !== undefined && { attempts: attempts + 1 }),
  })
  if (action === 'configure') return next
  return withCondition(next, {
    type: COMPLETED.delete,
    status: 'False',
    reason: 'DeleteWorkflowSuspended',
    message: `A Delete Pipeline is suspended: ${pipeline}`,
  })
}

/** No Destination matches some of the files of these pipelines (kratix.md 5.4). */
export function pendingWorks(status: Status, works: readonly string[]): Status {
  return withCondition(status, {
    type: 'WorksSucceeded',
    status: 'Unknown',
    reason: 'WorksPending',
    message: `Some works associated with this resource are not ready: [${works.join(',')}]`,
  })
}

/** A JSON merge patch of the `status` subresource, with which a failing program tells why. */
export function patched(status: Status, patch: Status): Status {
  const result = new Map(Object.entries(status))
  for (const [key, value] of Object.entries(patch)) {
    const before = result.get(key)
    if (value === null) result.delete(key)
    else if (isRecord(value)) result.set(key, patched(isRecord(before) ? before : {}, value))
    else result.set(key, value)
  }
  return Object.fromEntries(result)
}

function withCondition(status: Status, condition: Condition): Status {
  const before = Array.isArray(status.conditions) ? status.conditions : []
  const at = before.findIndex((one) => isRecord(one) && one.type === condition.type)
  const conditions =
    at < 0 ? [...before, condition] : before.map((one, i) => (i === at ? condition : one))
  return { ...status, conditions }
}

function pipelinesOf(status: Status): readonly unknown[] {
  const { kratix } = status
  const workflows = isRecord(kratix) ? kratix.workflows : undefined
  const pipelines = isRecord(workflows) ? workflows.pipelines : undefined
  return Array.isArray(pipelines) ? pipelines : []
}

/** What is said of one pipeline replaces what was, but for the attempts until it is through. */
function phased(
  status: Status,
  name: string,
  said: { readonly phase: string; readonly message?: string; readonly attempts?: number },
): Status {
  const before = pipelinesOf(status)
  const at = before.findIndex((one) => isRecord(one) && one.name === name)
  const old = before[at]
  const kept =
    said.phase === 'Running' && isRecord(old) && old.attempts !== undefined
      ? { attempts: old.attempts }
      : {}
  const one = { name, ...kept, ...said }
  const pipelines = at < 0 ? [...before, one] : before.map((other, i) => (i === at ? one : other))
  const kratix = isRecord(status.kratix) ? status.kratix : {}
  const workflows = isRecord(kratix.workflows) ? kratix.workflows : {}
  return { ...status, kratix: { ...kratix, workflows: { ...workflows, pipelines } } }
}
