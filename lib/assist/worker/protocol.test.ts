import { expect, it, vi } from 'vitest'
import { filesOf } from '@/lib/commands/testing'
import { answerer } from './answerer'
import { type Port, type Question, type Reply, workerAssistant } from './protocol'

/** Workers on this thread that answer when they are told to. */
function fakeWorkers() {
  const questions: Question[] = []
  const opened: { fail: (reason: string) => void; ended: boolean }[] = []
  let answer = answerer()
  let tell: (reply: Reply) => void = () => undefined
  const open = (): Port => {
    const one = { fail: (_: string): void => undefined, ended: false }
    opened.push(one)
    questions.length = 0
    answer = answerer()
    return {
      postMessage: (question) => questions.push(question),
      onReply: (listener) => {
        tell = listener
      },
      onFailure: (listener) => {
        one.fail = listener
      },
      terminate: () => {
        one.ended = true
      },
    }
  }
  const next = () => {
    const question = questions.shift()
    if (question) tell(answer(structuredClone(question)))
  }
  return { open, opened, questions, next, tell: (reply: Reply) => tell(reply) }
}

const files = filesOf({ 'promise.yaml': 'kind: Promise\n', 'README.md': 'Hello\n' })
const labels = (found: { readonly items: readonly { readonly label: string }[] } | undefined) =>
  found?.items.map(({ label }) => label)

it('sends the YAML files once, and the text only where it is ahead of its file', async () => {
  const worker = fakeWorkers()
  const assistant = workerAssistant(worker.open)
  const first = assistant.complete(files, 'promise.yaml', 'kind: Promise\n', 14)
  expect(worker.questions[0]).toMatchObject({
    written: [{ path: 'promise.yaml' }],
    text: undefined,
  })
  worker.next()
  expect(labels(await first)).toEqual(['apiVersion', 'metadata', 'spec'])
  const second = assistant.complete(files, 'promise.yaml', 'kind: Promise\nm', 15)
  expect(worker.questions[0]).toMatchObject({ written: [], text: 'kind: Promise\nm' })
  worker.next()
  expect(labels(await second)).toContain('metadata')
})

it('answers only the newest of the questions that came while it was busy', async () => {
  const worker = fakeWorkers()
  const assistant = workerAssistant(worker.open)
  const asked = [0, 14, 14].map((at) =>
    assistant.complete(files, 'promise.yaml', 'kind: Promise\n', at),
  )
  const hovered = assistant.hover(files, 'promise.yaml', 'kind: Promise\n', 1)
  for (let i = 0; i < 3; i += 1) worker.next()
  const [, second, third] = await Promise.all(asked)
  expect(second).toBeUndefined()
  expect(labels(third)).toContain('spec')
  expect((await hovered)?.about).toBe('What the object is.')
  expect(worker.questions).toEqual([])
})

it('tells when the worker failed, and goes on', async () => {
  const worker = fakeWorkers()
  const assistant = workerAssistant(worker.open)
  const failing = assistant.hover(files, 'promise.yaml', 'kind: Promise\n', 1)
  worker.tell({ id: 1, error: 'x' })
  await expect(failing).rejects.toThrow('x')
  worker.questions.length = 0
  const next = assistant.hover(files, 'promise.yaml', 'kind: Promise\n\n', 7)
  worker.next()
  expect((await next)?.type).toBe('string')
})

it('opens another worker when one cannot be loaded, and sends it the files', async () => {
  const worker = fakeWorkers()
  const assistant = workerAssistant(worker.open)
  const lost = assistant.complete(files, 'promise.yaml', 'kind: Promise\n', 14)
  const kept = assistant.hover(files, 'promise.yaml', 'kind: Promise\n', 1)
  const told = expect(lost).rejects.toThrow('cannot be loaded')
  worker.opened[0]?.fail('cannot be loaded')
  await told
  expect(worker.opened.map(({ ended }) => ended)).toEqual([true, false])
  expect(worker.questions[0]?.written).toMatchObject([{ path: 'promise.yaml' }])
  worker.next()
  expect((await kept)?.about).toBe('What the object is.')
})

it('stops a worker that takes too long', async () => {
  vi.useFakeTimers()
  const worker = fakeWorkers()
  const assistant = workerAssistant(worker.open, 100)
  const late = expect(
    assistant.complete(files, 'promise.yaml', 'kind: Promise\n', 14),
  ).rejects.toThrow('too long')
  await vi.advanceTimersByTimeAsync(8101)
  await late
  expect(worker.opened[0]?.ended).toBe(true)
  const next = assistant.complete(files, 'promise.yaml', 'kind: Promise\n', 14)
  worker.next()
  expect(labels(await next)).toContain('spec')
  vi.useRealTimers()
})
