import { isMain, runPipeline } from './kratix/index.js'
import { renderPipeline, type Step } from './render/index.js'

/** Step render of redis: fills the templates in resources/ with these values of a request. */
export const step: Step = {
  type: 'resource',
  values: [
    { name: 'name', source: 'metadata.name' },
    { name: 'namespace', source: 'metadata.namespace' },
    {
      name: 'replicas',
      source: ['spec', 'size'],
      type: 'string',
      map: [
        { when: 'small', give: 1 },
        { when: 'large', give: 3 },
      ],
    },
  ],
  status: {
    success: { reason: '', stage: 'provisioning', message: 'Redis with ${replicas} replicas' },
    failure: { stage: 'provisioning error' },
  },
}

export const pipeline = renderPipeline(step)

if (isMain(import.meta.url)) process.exitCode = await runPipeline(pipeline)
