import { expect, test, vi } from 'vitest'
import { redisFiles } from '@/lib/build/testing'
import { FileContent } from '@/lib/promise/files'
import { around, request } from '../testing'
import { answerer } from './answerer'
import { type Port, type RunRequest, type RunResponse, workerRunner } from './protocol'

/** Ends that answer when they are told to. */
function ports() {
  const opened: {
    requests: RunRequest[]
    answer: () => void
    send: (response: RunResponse) => void
    fail: (reason: string) => void
    ended: boolean
  }[] = []
  const open = (): Port => {
    const reply = answerer()
    const requests: RunRequest[] = []
    const one = {
      requests,
      send: (_: RunResponse): void => undefined,
      fail: (_: string): void => undefined,
      answer: () => {
        const next = requests.shift()
        if (next) one.send(reply(structuredClone(next)))
      },
      ended: false,
    }
    opened.push(one)
    return {
      postMessage: (message) => requests.push(message as RunRequest),
      onReply: (listener) => {
        one.send = listener
      },
      onFailure: (listener) => {
        one.fail = listener
      },
      terminate: () => {
        one.ended = true
      },
    }
  }
  return { open, opened }
}

const files = redisFiles()

test('a run is made of the files as they are, of which only changes are sent', async () => {
  const { open, opened } = ports()
  const runner = workerRunner(open)
  const first = runner.run(files, request(), around())
  expect(opened[0]?.requests[0]?.written).toHaveLength(files.size)
  opened[0]?.answer()
  expect(await first).toMatchObject({ kind: 'run', run: { outcome: 'completed' } })

  const note = FileContent.fromText('x')
  const second = runner.run(new Map(files).set('NOTES.md', note), request(), around())
  expect(opened[0]?.requests[0]?.written.map(({ path }) => path)).toEqual(['NOTES.md'])
  opened[0]?.answer()
  await second
  void runner.run(files, request(), around())
  expect(opened[0]?.requests[0]).toMatchObject({ written: [], deleted: ['NOTES.md'] })
  runner.stop()
})

test('of the runs that are asked for meanwhile only the latest is made, and overtaken ones are dropped', async () => {
  const { open, opened } = ports()
  const runner = workerRunner(open)
  const asked = ['small', 'large', 'small'].map((size) =>
    runner.run(files, request({ size }), around()),
  )
  opened[0]?.answer()
  opened[0]?.answer()
  const answers = await Promise.all(asked)
  expect(answers.map((answer) => answer?.kind)).toEqual([undefined, undefined, 'run'])
  expect(opened[0]?.requests).toEqual([])
})

test('a run that takes too long is stopped, and the next one has a worker with all files', async () => {
  vi.useFakeTimers()
  const { open, opened } = ports()
  const runner = workerRunner(open, 100)
  const late = runner.run(files, request(), around())
  await vi.advanceTimersByTimeAsync(8101)
  expect(await late).toEqual({ kind: 'late' })
  expect(opened[0]?.ended).toBe(true)
  const next = runner.run(files, request(), around())
  expect(opened[1]?.requests[0]?.written).toHaveLength(files.size)
  opened[1]?.answer()
  expect(await next).toMatchObject({ kind: 'run' })
  vi.useRealTimers()
})

test('a worker that cannot be loaded is told; one that breaks later is a fault of ours', async () => {
  const { open, opened } = ports()
  const runner = workerRunner(open)
  const first = runner.run(files, request(), around())
  opened[0]?.fail('')
  expect(await first).toEqual({ kind: 'unavailable' })
  const second = runner.run(files, request(), around())
  opened[1]?.answer()
  await second
  const third = runner.run(files, request(), around())
  opened[1]?.send({ id: 3, tried: undefined, error: 'broken' })
  await expect(third).rejects.toThrow('broken')
})
