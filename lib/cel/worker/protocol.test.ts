import { expect, test, vi } from 'vitest'
import { reply } from './answer'
import { type Message, type Port, type Question, type Reply, ruleRunner } from './protocol'

const ask = (value: unknown): Question => ({
  kind: 'rules',
  root: false,
  schema: {
    type: 'integer',
    'x-kubernetes-validations': [{ rule: 'self > 1', message: 'too few' }],
  },
  value,
  old: undefined,
})

/** Ends that answer when they are told to. */
function ports() {
  const opened: {
    messages: Message[]
    send: (answer: Reply) => void
    fail: (reason: string) => void
    ended: boolean
  }[] = []
  const open = (): Port => {
    const one = {
      messages: [] as Message[],
      send: (_: Reply): void => undefined,
      fail: (_: string): void => undefined,
      ended: false,
    }
    opened.push(one)
    return {
      postMessage: (message) => one.messages.push(message),
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

test('an answer says what each rule comes to', async () => {
  const { open, opened } = ports()
  const runner = ruleRunner(open)
  const answer = runner.ask(ask(1))
  const [message] = opened[0]?.messages ?? []
  if (message) opened[0]?.send(reply(message))
  expect(await answer).toMatchObject({
    kind: 'rules',
    verdict: { faults: [{ path: [], message: 'Invalid value: 1: too few' }] },
    results: [{ index: 0, outcome: { kind: 'fails' } }],
  })
})

test('of the questions that wait only the latest is asked', async () => {
  const { open, opened } = ports()
  const runner = ruleRunner(open)
  const [, second, third] = [runner.ask(ask(1)), runner.ask(ask(2)), runner.ask(ask(3))]
  expect(await second).toBeUndefined()
  const port = opened[0]
  for (let i = 0; i < 2; i++) {
    const message = port?.messages[i]
    if (message) port?.send(reply(message))
  }
  expect(await third).toMatchObject({ verdict: { stored: 3, faults: [] } })
  expect(port?.messages).toHaveLength(2)
})

test('rules that take too long are stopped, and the next ones run', async () => {
  vi.useFakeTimers()
  const { open, opened } = ports()
  const runner = ruleRunner(open, 100)
  const late = runner.ask(ask(1))
  await vi.advanceTimersByTimeAsync(8101)
  expect(await late).toEqual({ kind: 'late' })
  expect(opened[0]?.ended).toBe(true)
  const next = runner.ask(ask(2))
  const message = opened[1]?.messages[0]
  if (message) opened[1]?.send(reply(message))
  expect(await next).toMatchObject({ verdict: { faults: [] } })
  runner.stop()
  expect(opened[1]?.ended).toBe(true)
  vi.useRealTimers()
})

test('a fault of our own is no answer', async () => {
  const { open, opened } = ports()
  const runner = ruleRunner(open)
  const answer = runner.ask(ask(1))
  opened[0]?.send({ id: 1, answer: undefined, error: 'broken' })
  await expect(answer).rejects.toThrow('broken')
})

test('a worker that cannot be loaded is told at once, and the next question has another', async () => {
  const { open, opened } = ports()
  const runner = ruleRunner(open)
  const [first, second] = [runner.ask(ask(1)), runner.ask(ask(2))]
  opened[0]?.fail('')
  expect(await first).toEqual({ kind: 'unavailable' })
  expect(opened[0]?.ended).toBe(true)
  const message = opened[1]?.messages[0]
  if (message) opened[1]?.send(reply(message))
  expect(await second).toMatchObject({ kind: 'rules' })

  const third = runner.ask(ask(3))
  opened[1]?.fail('out of memory')
  await expect(third).rejects.toThrow('out of memory')
})
