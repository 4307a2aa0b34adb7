import { expect, it } from 'vitest'
import { FileContent, type Files } from '@/lib/promise/files'
import type { Installed } from '@/lib/rules/rule'
import { GOOD } from '@/lib/rules/testing'
import { filesOf } from '../testing'
import { answerer } from './answerer'
import { type Request, type Response, workerAnalyst } from './protocol'

/** A worker on this thread that answers when it is told to. */
function fakeWorker() {
  const answer = answerer()
  const requests: Request[] = []
  let tell: (response: Response) => void = () => undefined
  const port = {
    postMessage: (request: Request) => requests.push(request),
    onResponse: (listener: (response: Response) => void) => {
      tell = listener
    },
    terminate: () => undefined,
  }
  const next = () => {
    const request = requests.shift()
    if (request) tell(answer(structuredClone(request)))
  }
  return {
    port,
    requests,
    next,
    fail: (id: number) => tell({ id, analysis: undefined, error: 'x' }),
  }
}

const files = (name: string): Files =>
  new Map([
    ['promise.yaml', FileContent.fromText(`kind: Promise\nmetadata: { name: ${name} }\n`)],
    ['big.bin', binary],
  ])
const binary = FileContent.fromBytes(new Uint8Array([0xff, 0xfe]))

it('sends only what changed since the last request', async () => {
  const worker = fakeWorker()
  const analyst = workerAnalyst(worker.port)
  const first = analyst.analyse(files('a'))
  worker.next()
  await first
  const second = analyst.analyse(files('b'))
  expect(worker.requests[0]?.written.map(({ path }) => path)).toEqual(['promise.yaml'])
  worker.next()
  expect((await second)?.documents).toHaveLength(1)
})

it('sends what an update is compared with when that changes', async () => {
  const worker = fakeWorker()
  const analyst = workerAnalyst(worker.port)
  const before: Installed = {
    files: new Map([['promise.yaml', FileContent.fromText(GOOD)]]),
    called: 'the download a.zip',
  }
  const asked = async (installed: Installed | undefined) => {
    const done = analyst.analyse(files('a'), installed)
    const sent = worker.requests[0]?.before
    worker.next()
    const named = (await done)?.problems.some(({ message }) =>
      message.endsWith(' Compared with the download a.zip.'),
    )
    return { sent: sent && (sent.files?.map(({ path }) => path) ?? 'none'), named }
  }
  expect(await asked(undefined)).toEqual({ sent: undefined, named: false })
  expect(await asked(before)).toEqual({ sent: ['promise.yaml'], named: true })
  expect(await asked(before)).toEqual({ sent: undefined, named: true })
  expect(await asked(undefined)).toEqual({ sent: 'none', named: false })
})

it('answers only the newest of the requests that came while it was busy', async () => {
  const worker = fakeWorker()
  const analyst = workerAnalyst(worker.port)
  const results = ['a', 'b', 'c'].map((name) => analyst.analyse(files(name)))
  worker.next()
  worker.next()
  const [first, second, third] = await Promise.all(results)
  expect([first, second]).toEqual([undefined, undefined])
  expect(third?.problems.map(({ code }) => code)).toContain('promise-version')
  expect(worker.requests).toEqual([])
})

it('tells when the worker failed', async () => {
  const worker = fakeWorker()
  const analysis = workerAnalyst(worker.port).analyse(files('a'))
  worker.fail(1)
  await expect(analysis).rejects.toThrow('x')
})

it('leaves the documents out where they are not wanted', async () => {
  const worker = fakeWorker()
  const analyst = workerAnalyst(worker.port)
  const wanted = analyst.analyse(files('a'))
  worker.next()
  const spared = analyst.analyse(files('b'), undefined, false)
  worker.next()
  expect((await wanted)?.documents).toHaveLength(1)
  expect((await spared)?.documents).toEqual([])
  expect((await spared)?.problems.length).toBeGreaterThan(0)
})

const split = (kind: string): Files =>
  filesOf({
    'api.yaml': `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec:\n  names: { kind: ${kind} }\n`,
    'dependencies.yaml': '',
  })

it.each<[string, (word: string) => Files, readonly string[]]>([
  ['one file', files, ['a', 'ab', 'B_', '"a: b"', 'ab: c', '{}', 'a # b', '']],
  ['parts', split, ['Redis', 'Rediss', 'redis', '"Re"', 'Re: dis', '']],
])('finds in a text that changes the same as in one that it sees first: %s', (_, made, words) => {
  const known = answerer()
  for (const [i, word] of words.entries()) {
    const written = [...made(word)].map(([path, { text, bytes }]) => ({
      path,
      content: text ?? bytes,
    }))
    const request: Request = { id: i, written, deleted: [], documents: true }
    expect(known(request)).toEqual(answerer()(request))
  }
})
