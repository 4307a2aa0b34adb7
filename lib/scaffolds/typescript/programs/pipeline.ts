// A step as `build` writes it, for type checks and tests of the files beside it.
import { isMain, runPipeline } from './kratix/index.js'
import { renderPipeline, type Step } from './render/index.js'

export const step: Step = {
  type: 'resource',
  values: [
    { name: 'name', source: 'metadata.name' },
    {
      name: 'replicas',
      source: ['spec', 'size'],
      type: 'string',
      map: [{ when: 'small', give: 1 }],
    },
  ],
  status: { success: { message: '${name} is ready' }, failure: {} },
}

export const pipeline = renderPipeline(step)

if (isMain(import.meta.url)) process.exitCode = await runPipeline(pipeline)
