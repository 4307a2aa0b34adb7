import type { WorkerPort } from '@/lib/worker/ask-worker'

/** The end of `worker` that hears its answers, and that it cannot be loaded or broke. */
export function workerPort<Reply>(
  worker: Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>,
): WorkerPort<Reply> {
  return {
    postMessage: (message) => worker.postMessage(message),
    onReply: (listener) =>
      worker.addEventListener('message', (event: MessageEvent<Reply>) => listener(event.data)),
    onFailure: (listener) => {
      // A script that cannot be loaded says no more than that.
      worker.addEventListener('error', (event) =>
        listener(event.message || 'its worker cannot be loaded'),
      )
      worker.addEventListener('messageerror', () =>
        listener('an answer of its worker is unreadable'),
      )
    },
    terminate: () => worker.terminate(),
  }
}
