import { checkLabelKey } from '@/lib/promise/names'
import { isRecord, valueAt } from '@/lib/promise/path'
import { fault } from './pipeline-rule'
import type { Rule } from './rule'

/** All annotations of an object together (bytes). */
const MOST = 256 * 1024

/** kratix.md 3.2 and 22: the annotations of a pipeline are those of its Pods. */
export const pipelineAnnotations: Rule = {
  id: 'pipeline-annotations',
  check({ promise, value }, report) {
    for (const { path } of promise.workflows.flatMap(({ pipelines }) => pipelines)) {
      const at = [...path, 'metadata', 'annotations']
      const annotations = valueAt(value, at)
      if (!isRecord(annotations)) continue
      let size = 0
      for (const [key, text] of Object.entries(annotations)) {
        size += bytes(key) + (typeof text === 'string' ? bytes(text) : 0)
        const wrong = checkLabelKey(key.toLowerCase())
        if (wrong) report(fault([...at, key], wrong))
      }
      if (size <= MOST) continue
      report(fault(at, `The annotations of the pipeline hold ${size} bytes; at most ${MOST} fit.`))
    }
  },
}

const bytes = (text: string) => new TextEncoder().encode(text).length
