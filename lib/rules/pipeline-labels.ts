import { checkLabelKey, checkLabelValue } from '@/lib/promise/names'
import { isRecord, valueAt } from '@/lib/promise/path'
import type { Rule } from './rule'

/** kratix.md 17 and 18: the labels of a pipeline become those of its Job. */
export const pipelineLabels: Rule = {
  id: 'pipeline-labels',
  check({ promise, value }, report) {
    for (const { path } of promise.workflows.flatMap(({ pipelines }) => pipelines)) {
      const labels = valueAt(value, [...path, 'metadata', 'labels'])
      for (const [key, label] of isRecord(labels) ? Object.entries(labels) : []) {
        const message =
          checkLabelKey(key) ??
          (typeof label === 'string' ? checkLabelValue(label, `The value of "${key}"`) : undefined)
        const at = [...path, 'metadata', 'labels', key]
        if (message) report({ severity: 'error', message, at })
      }
    }
  },
}
