import { removePart } from '@/lib/commands/parts'
import { checkLabelKey, checkLabelValue } from '@/lib/promise/names'
import { isRecord, valueAt } from '@/lib/promise/path'
import type { Rule } from './rule'

/** The API server gives the Pods of a Job these, and refuses a Job that has others. */
const OF_JOBS = ['controller-uid', 'job-name'].flatMap((name) => [
  name,
  `batch.kubernetes.io/${name}`,
])

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
        const remove = {
          ...removePart(at, path),
          label: `Remove ${key}`,
        }
        if (message) report({ severity: 'error', message, at })
        else if (OF_JOBS.includes(key)) {
          const taken = `The label "${key}" is one that the API server gives to every Job, and it must be that of the Job.`
          report({ severity: 'error', message: taken, at, suggestions: [remove] })
        } else if (key.startsWith('kratix.io/')) {
          const overridden = `The label "${key}" takes the place of Kratix's own on the Job, by which Kratix finds it.`
          report({ severity: 'warning', message: overridden, at, suggestions: [remove] })
        }
      }
    }
  },
}
