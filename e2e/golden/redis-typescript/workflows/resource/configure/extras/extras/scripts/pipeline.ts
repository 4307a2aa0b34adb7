import { isMain, runPipeline } from './kratix/index.js'
import { renderPipeline, type Step } from './render/index.js'

/** Step extras of redis: fills the templates in resources/ with these values of a request. */
export const step: Step = {
  type: 'resource',
  values: [
    { name: 'name', source: 'metadata.name' },
    { name: 'namespace', source: 'metadata.namespace' },
    { name: 'size', source: ['spec', 'size'], type: 'string' },
    { name: 'team', source: { label: 'team' }, default: 'platform' },
  ],
  conditions: { 'backup.yaml': { value: 'size', oneOf: ['large'] } },
  components: { promise: 'redis', templates: ['backup.yaml'] },
  destinations: [
    { directory: 'monitoring', matchLabels: { environment: 'platform', team: '${team}' } },
  ],
  status: { success: { reason: '' }, failure: {} },
}

export const pipeline = renderPipeline(step)

if (isMain(import.meta.url)) process.exitCode = await runPipeline(pipeline)
