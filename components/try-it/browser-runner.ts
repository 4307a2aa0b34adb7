import { workerPort } from '@/components/designer/worker-port'
import { type Runner, workerRunner } from '@/lib/tryout/worker/protocol'

/** Runs requests in a worker of the browser, which starts with the first one. */
export function browserRunner(): Runner {
  return workerRunner(() =>
    workerPort(new Worker(new URL('./try-it.worker.ts', import.meta.url), { type: 'module' })),
  )
}
