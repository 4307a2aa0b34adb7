import { checkLabelKey, checkLabelValue } from '@/lib/promise/names'
import { isRecord } from '@/lib/promise/path'
import { fault, pipelineRule } from './pipeline-rule'

/** kratix.md 38: a node is chosen by its labels. */
export const pipelineNodeSelector = pipelineRule('pipeline-node-selector', (pipeline, report) => {
  const { nodeSelector } = pipeline.fields
  if (!isRecord(nodeSelector)) return
  for (const [key, value] of Object.entries(nodeSelector)) {
    const wrong =
      checkLabelKey(key) ??
      (typeof value === 'string' ? checkLabelValue(value, `The value of "${key}"`) : undefined)
    if (wrong) report(fault([...pipeline.path, 'nodeSelector', key], wrong))
  }
})
