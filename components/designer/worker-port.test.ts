import { expect, test, vi } from 'vitest'
import { workerPort } from './worker-port'

class FakeWorker extends EventTarget {
  readonly postMessage = vi.fn()
  readonly terminate = vi.fn()
}

test('tells that a worker cannot be loaded, and what broke it', () => {
  const worker = new FakeWorker()
  const told: string[] = []
  workerPort(worker).onFailure((reason) => told.push(reason))
  worker.dispatchEvent(new Event('error'))
  worker.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }))
  worker.dispatchEvent(new Event('messageerror'))
  expect(told).toEqual([
    'its worker cannot be loaded',
    'out of memory',
    'an answer of its worker is unreadable',
  ])
})
