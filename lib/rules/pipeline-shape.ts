import { removePart, renamePart } from '@/lib/commands/parts'
import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isRecord, valueAt } from '@/lib/promise/path'
import { upperFirst } from '@/lib/promise/upper-first'
import { cannot } from './api-shape'
import type { Finding, Rule, RuleContext } from './rule'
import { type ShapeFault, shapeFaults } from './shapes'

/** kratix.md 16: pipelines are decoded with DisallowUnknownFields, at every depth. */
export const pipelineShape: Rule = {
  id: 'pipeline-shape',
  check(context, report) {
    const { promise, value } = context
    for (const { path } of promise.workflows.flatMap(({ pipelines }) => pipelines)) {
      const pipeline = valueAt(value, path)
      if (!isRecord(pipeline)) continue
      for (const fault of shapeFaults('Pipeline', pipeline, path)) {
        const { kind, found, wanted } = fault
        const message =
          kind === 'type'
            ? cannot(fault)
            : kind === 'case'
              ? `unknown field "${found}": it is written "${wanted}".`
              : `unknown field "${found}": Kratix refuses a pipeline with a key that it does not know.`
        report({
          severity: 'error',
          message: upperFirst(message),
          at: fault.path,
          ...cures(fault, context, path),
        })
      }
    }
  },
}

/**
 * What is written in another case has its name; a number or truth where a text belongs, its quotes. A
 * key that Kratix does not know can but go, and with it what its author meant.
 */
function cures(
  { kind, path, wanted, found }: ShapeFault,
  { value, document }: RuleContext,
  pipeline: ShapeFault['path'],
): Pick<Finding, 'fix' | 'suggestions'> {
  if (kind === 'unknown') {
    return { suggestions: [{ ...removePart(path, pipeline), label: `Remove ${found}` }] }
  }
  if (kind === 'case') {
    const taken = valueAt(value, [...path.slice(0, -1), wanted]) !== undefined
    if (taken) return { suggestions: [{ ...removePart(path, pipeline), label: `Remove ${found}` }] }
    return { fix: { ...renamePart(path, wanted), label: `Write ${wanted}` } }
  }
  const there = valueAt(value, path)
  const scalar = ['number', 'bigint', 'boolean'].includes(typeof there)
  const written = scalar && wanted === 'a string' ? document?.source(path) : undefined
  return written === undefined
    ? {}
    : { fix: setField(PROMISE_FILE, path, written, 'Quote the value') }
}
