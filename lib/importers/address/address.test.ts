import { spawnSync } from 'node:child_process'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LIMITS } from '../limits'
import { fetchAddress } from './fetch-address'
import { curlLine, readAddress } from './read-address'

const RAW = 'https://raw.githubusercontent.com/acme/redis/main/a/promise.yaml'

test.each([
  ['https://github.com/acme/redis/blob/main/a/promise.yaml', RAW],
  [' github.com/acme/redis/raw/main/a/promise.yaml#L3 ', RAW],
  ['https://github.com/acme/redis', 'https://codeload.github.com/acme/redis/zip/HEAD'],
  ['https://github.com/acme/redis.git', 'https://codeload.github.com/acme/redis/zip/HEAD'],
  ['https://github.com/acme/redis/tree/v1', 'https://codeload.github.com/acme/redis/zip/v1'],
  [
    'https://gitlab.com/acme/team/redis/-/blob/main/promise.yaml?ref_type=heads',
    'https://gitlab.com/acme/team/redis/-/raw/main/promise.yaml?ref_type=heads',
  ],
  ['https://gist.github.com/acme/a1b2', 'https://gist.githubusercontent.com/acme/a1b2/raw'],
])('%s is read from %s, and it is said', (given, url) => {
  expect(readAddress(given)).toMatchObject({ ok: true, url, instead: expect.any(String) })
})

test.each([RAW, 'https://acme.org/', 'https://acme.org/x%zz', 'https://acme.org/a.zip?token=1'])(
  '%s is read as it is',
  (url) => {
    const address = readAddress(url)
    expect(address).toMatchObject({ ok: true, url })
    expect(address).not.toHaveProperty('instead')
  },
)

test.each([
  ['', 'Type the address'],
  ['http://acme.org/promise.yaml', 'https://'],
  ['file:///etc/passwd', 'https://'],
  ['javascript:alert(1)', 'https://'],
  ['https://me:secret@acme.org/a', 'Take the name and the password out'],
  ['https://', 'no address'],
  ['promise', 'no host'],
])('%j is refused', (given, reason) => {
  expect(readAddress(given)).toEqual({ ok: false, reason: expect.stringContaining(reason) })
})

test('a shell passes the address to curl as it is, whatever is in it', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), fc.string(), (address, name) => {
      const line = curlLine(`${address}'$(id)\`id\`;&`, name)
      const { stdout } = spawnSync('sh', ['-c', line.replace('curl', "printf '%s\\n'")])
      const [, , file, url] = stdout.toString().trimEnd().split('\n')
      expect(url).toBe(`${address}'$(id)\`id\`;&`)
      expect(file).toMatch(/^\w[\w.-]*$/)
    }),
    { numRuns: 30 },
  )
})

const at = { ok: true, url: 'https://acme.org/r.zip', name: 'r.zip' } as const
const answer = (body: BodyInit | null, init: ResponseInit = {}) =>
  fetchAddress(at, { fetch: async () => new Response(body, init) })

test('a file comes as it is, and without credentials', async () => {
  const bytes = new Uint8Array([0, 1, 255])
  let asked: RequestInit | undefined
  const fetched = await fetchAddress(at, {
    fetch: async (_, init) => {
      asked = init
      return new Response(bytes)
    },
  })
  expect(fetched).toEqual({ ok: true, name: 'r.zip', bytes })
  expect(asked).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' })
})

test('a web page, a missing file and a sign-in are told apart', async () => {
  const html = { headers: { 'content-type': 'text/html; charset=utf-8' } }
  expect(await answer('x', html)).toMatchObject({ reason: expect.stringContaining('web page') })
  expect(await answer('\n<!DOCTYPE html>')).toMatchObject({
    reason: expect.stringContaining('web page'),
  })
  const missing = { status: 404, statusText: 'Not Found' }
  expect(await answer('', missing)).toEqual({
    ok: false,
    reason: 'acme.org answers 404 Not Found: there is nothing, or it takes a sign-in to see it.',
    byHand: false,
  })
  expect(await answer('', { status: 403 })).toMatchObject({ byHand: true })
})

test('a host that refuses other pages is named, and fetching by hand offered', async () => {
  const refusing = async () => {
    throw new TypeError('Failed to fetch')
  }
  expect(await fetchAddress(at, { fetch: refusing })).toEqual({
    ok: false,
    reason: 'acme.org does not let other pages read its files (CORS), or it cannot be reached.',
    byHand: true,
  })
})

test.each([
  [new DOMException('The network was changed', 'NetworkError'), 'The network was changed'],
  [new Error(''), 'the answer broke off'],
  ['gone', 'gone'],
])('whatever breaks off the answer is told, not thrown: %s', async (error, reason) => {
  const body = new ReadableStream({ pull: (controller) => controller.error(error) })
  expect(await answer(body)).toEqual({
    ok: false,
    reason: `acme.org could not be read: ${reason}.`,
    byHand: true,
  })
})

test('no more is read than can be opened, whatever was announced', async () => {
  let given = 0
  const endless = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1 << 20
        controller.enqueue(new Uint8Array(1 << 20))
      },
    })
  const tooMuch = { ok: false, reason: expect.stringContaining('more than 64 MiB'), byHand: false }
  expect(await answer(endless())).toEqual(tooMuch)
  expect(given).toBeLessThan(LIMITS.inputBytes + (4 << 20))
  given = 0
  const announced = { headers: { 'content-length': String(LIMITS.inputBytes + 1) } }
  expect(await answer(endless(), announced)).toEqual(tooMuch)
  expect(given).toBeLessThan(4 << 20)
})

/** Answers never, but stops when it is told to. */
const silent: typeof fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
  })

test('a host that does not answer is given up, and the user may stop it before', async () => {
  expect(await fetchAddress(at, { fetch: silent, timeout: 20 })).toMatchObject({
    reason: expect.stringContaining('did not answer within 0.02 seconds'),
  })
  const stop = new AbortController()
  const attempt = fetchAddress(at, { fetch: silent, signal: stop.signal })
  stop.abort(new Error('enough'))
  await expect(attempt).rejects.toThrow('enough')
})
