import type { Analyst } from '@/lib/store/analysis'
import { type Response, workerAnalyst } from '@/lib/store/worker/protocol'

/** An analyst in a worker of the browser; it starts at once. */
export function browserAnalyst(): Analyst {
  const worker = new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module' })
  return workerAnalyst({
    postMessage: (request) => worker.postMessage(request),
    onResponse: (listener) =>
      worker.addEventListener('message', (event: MessageEvent<Response>) => listener(event.data)),
    terminate: () => worker.terminate(),
  })
}
