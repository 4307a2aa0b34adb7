import { expect, it } from 'vitest'
import { filesOf } from '@/lib/commands/testing'
import { answerer } from './answerer'
import { type Question, type Reply, workerAssistant } from './protocol'

/** A worker on this thread that answers when it is told to. */
function fakeWorker() {
  const answer = answerer()
  const questions: Question[] = []
  let tell: (reply: Reply) => void = () => undefined
  const port = {
    postMessage: (question: Question) => questions.push(question),
    onReply: (listener: (reply: Reply) => void) => {
      tell = listener
    },
  }
  const next = () => {
    const question = questions.shift()
    if (question) tell(answer(structuredClone(question)))
  }
  return { port, questions, next, tell: (reply: Reply) => tell(reply) }
}

const files = filesOf({ 'promise.yaml': 'kind: Promise\n', 'README.md': 'Hello\n' })
const labels = (found: { readonly items: readonly { readonly label: string }[] } | undefined) =>
  found?.items.map(({ label }) => label)

it('sends the YAML files once, and the text only where it is ahead of its file', async () => {
  const worker = fakeWorker()
  const assistant = workerAssistant(worker.port)
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
  const worker = fakeWorker()
  const assistant = workerAssistant(worker.port)
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
  const worker = fakeWorker()
  const assistant = workerAssistant(worker.port)
  const failing = assistant.hover(files, 'promise.yaml', 'kind: Promise\n', 1)
  worker.tell({ id: 1, error: 'x' })
  await expect(failing).rejects.toThrow('x')
  worker.questions.length = 0
  const next = assistant.hover(files, 'promise.yaml', 'kind: Promise\n\n', 7)
  worker.next()
  expect((await next)?.type).toBe('string')
})
