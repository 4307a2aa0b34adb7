import { isMain, type Pipeline, runPipeline } from './kratix/index.js'
import type { Request } from './request.js'

/** Step cleanup of redis: workflow resource/delete. */
export const pipeline: Pipeline<Request> = {
  type: 'resource',
  action: 'delete',
  async run(sdk, object) {
    const what = `${'Redis'} ${object.getNamespace()}/${object.getName()}`
    // Kratix itself removes what the configure workflow wrote. Here is the place for what it does
    // not know of, such as an account in another system. What is gone already counts as removed:
    // this step may run again, and a failure would keep the object from going away.
    if (sdk.isDryRun()) return
    console.log(`cleaning up what belongs to ${what}: nothing outside Kratix`)
  },
  failure: (reason) => ({ stage: 'failed', message: reason, reason }),
}

if (isMain(import.meta.url)) process.exitCode = await runPipeline(pipeline)
