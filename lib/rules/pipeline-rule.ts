import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import type { WorkflowAction } from '@/lib/promise/workflows'
import type { Finding, Rule, RuleContext } from './rule'

type Report = (finding: Finding) => void
export type Fields = Readonly<Record<string, unknown>>

/** The `spec` of a pipeline as it is written, or a container of it, and where. */
export interface PipelinePart {
  readonly fields: Fields
  readonly path: Path
  readonly action: WorkflowAction
}

export interface ContainerPart extends PipelinePart {
  readonly name: string
  /** The `spec` of its pipeline. */
  readonly pipeline: Fields
}

/**
 * A rule on the `spec` of each pipeline: what the API server says of the Job that it becomes
 * (kratix.md 4.3). Values of another type are left to `pipeline-shape`.
 */
export function pipelineRule(
  id: string,
  judge: (part: PipelinePart, report: Report) => void,
): Rule {
  return {
    id,
    check: (context, report) => {
      for (const part of pipelines(context)) judge(part, report)
    },
  }
}

/** The same on each container. */
export function containerRule(
  id: string,
  judge: (part: ContainerPart, report: Report) => void,
): Rule {
  return pipelineRule(id, ({ fields: pipeline, path, action }, report) => {
    for (const [i, fields] of items(pipeline.containers)) {
      const name = text(fields.name) ?? ''
      judge({ fields, path: [...path, 'containers', i], action, name, pipeline }, report)
    }
  })
}

function pipelines({ promise, value }: RuleContext): readonly PipelinePart[] {
  return promise.workflows.flatMap(({ pipelines: list, action }) =>
    list.flatMap((pipeline) => {
      const path = [...pipeline.path, 'spec']
      const fields = valueAt(value, path)
      return isRecord(fields) ? [{ fields, path, action }] : []
    }),
  )
}

/**
 * The maps of a list, each with its index; nothing where it is no list. Go makes an empty one of JSON
 * null in a list.
 */
export function items(list: unknown): readonly (readonly [number, Fields])[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((item, i) => {
    const fields = item === null ? {} : item
    return isRecord(fields) ? [[i, fields] as const] : []
  })
}

/** A text that says something: to Go the empty one is as if it were not there. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** What is there: JSON null is not. */
export function there(value: unknown): boolean {
  return value !== undefined && value !== null
}

/** An error with a message of one sentence. */
export function fault(at: Path, message: string, more: Partial<Finding> = {}): Finding {
  return { severity: 'error', at, message, ...more }
}

/** Why a path does not stay below the folder that it counts from; `undefined` when it does. */
export function descendingFault(path: string): string | undefined {
  if (path.startsWith('/')) return 'must be a relative path'
  return path.split('/').includes('..') ? 'must not contain ".."' : undefined
}

/** The value of `choices` that differs from `value` in case alone. */
export function alike(value: string, choices: readonly string[]): string | undefined {
  return choices.find((one) => one.toLowerCase() === value.toLowerCase())
}
