import { Buffer } from 'buffer/index.js'
import { isRecord } from '@/lib/promise/path'
import { LIMITS } from '../call'
import { EventEmitter } from './emitter'
import type { Ending } from './ending'

/** Where a container finds the API server: variables and files that every pod has. */
export const HOST = '10.96.0.1'
export const TOKEN = 'the-token-of-the-sandbox'
export const ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount'

type Settings = Readonly<Record<string, unknown>>

/** `node:http` and `node:https`. */
interface Web {
  readonly http: object
  readonly https: object
}

/**
 * The one thing of the network that is there: an API server that takes a merge patch of the status of
 * the object, and notes it. Whatever else a program asks for is not known here.
 */
export class ApiServer {
  readonly published: string[] = []
  readonly #statusPath: string
  readonly #ending: Ending
  readonly #later: (run: () => void) => void

  constructor(statusPath: string, ending: Ending, later: (run: () => void) => void) {
    this.#statusPath = statusPath
    this.#ending = ending
    this.#later = later
  }

  modules(): Web {
    const of = (protocol: string) => {
      const request = (...given: unknown[]) => new ClientRequest(this, this.#later, protocol, given)
      const get = (...given: unknown[]) => request(...given).end()
      class Agent {}
      return { request, get, Agent, globalAgent: new Agent() }
    }
    return { http: of('http:'), https: of('https:') }
  }

  answer(method: string, url: URL, headers: Settings, body: string): readonly [number, unknown] {
    if (url.host !== HOST || url.protocol !== 'https:') {
      this.#ending.notHere(`It asks ${url.origin}, and the page gives it no network.`)
    }
    const type = String(headers['content-type'] ?? '').split(';')[0]
    const isStatus = method === 'PATCH' && url.pathname === this.#statusPath
    if (!isStatus || type !== 'application/merge-patch+json') {
      this.#ending.notHere(
        `It asks the API server for ${method} ${url.pathname}, and there is no cluster here.`,
      )
    }
    if (headers.authorization !== `Bearer ${TOKEN}`) return [401, failure(401, 'Unauthorized')]
    let patch: unknown
    try {
      patch = JSON.parse(body)
    } catch (error) {
      return [400, failure(400, `error decoding patch: ${String(error)}`)]
    }
    if (!isRecord(patch)) return [400, failure(400, 'error decoding patch: it is no object')]
    // Of a patch of the status, the API server takes nothing else.
    const { status } = patch
    if (isRecord(status)) {
      const text = JSON.stringify(status)
      if (this.published.length === LIMITS.published || text.length > LIMITS.log) {
        const reason = 'It published more statuses than a step has use for and was stopped here.'
        this.#ending.end({ kind: 'stopped', reason })
      }
      this.published.push(text)
    }
    return [200, { kind: 'Status', apiVersion: 'v1', status: 'Success' }]
  }
}

function failure(code: number, message: string): unknown {
  return { kind: 'Status', apiVersion: 'v1', status: 'Failure', message, code }
}

class ClientRequest extends EventEmitter {
  readonly #server: ApiServer
  readonly #later: (run: () => void) => void
  readonly #url: URL
  readonly #method: string
  readonly #headers: Record<string, unknown> = {}
  #body = ''
  #destroyed = false
  writableEnded = false

  constructor(
    server: ApiServer,
    later: (run: () => void) => void,
    protocol: string,
    given: readonly unknown[],
  ) {
    super()
    this.#server = server
    this.#later = later
    const rest = [...given]
    const done = typeof rest.at(-1) === 'function' ? (rest.pop() as () => void) : undefined
    const address =
      typeof rest[0] === 'string' || rest[0] instanceof URL
        ? new URL(rest.shift() as string)
        : undefined
    const settings = (rest[0] ?? {}) as Settings
    this.#url = address ?? urlOf(protocol, settings)
    this.#method = String(settings.method ?? 'GET').toUpperCase()
    for (const [key, value] of Object.entries((settings.headers ?? {}) as Settings)) {
      this.#headers[key.toLowerCase()] = value
    }
    if (done) this.once('response', done)
  }
  setHeader(key: string, value: unknown): this {
    this.#headers[key.toLowerCase()] = value
    return this
  }
  getHeader(key: string): unknown {
    return this.#headers[key.toLowerCase()]
  }
  setTimeout(): this {
    return this
  }
  write(chunk: unknown): boolean {
    this.#body += typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString()
    return true
  }
  end(chunk?: unknown): this {
    if (chunk !== undefined && typeof chunk !== 'function') this.write(chunk)
    this.writableEnded = true
    this.#later(() => {
      if (this.#destroyed) return
      const [code, answer] = this.#server.answer(this.#method, this.#url, this.#headers, this.#body)
      const response = new IncomingMessage(code, JSON.stringify(answer))
      this.emit('response', response)
      this.#later(() => response.flow())
    })
    return this
  }
  destroy(error?: unknown): this {
    if (this.#destroyed) return this
    this.#destroyed = true
    this.#later(() => {
      if (error !== undefined) this.emit('error', error)
      this.emit('close')
    })
    return this
  }
}

function urlOf(protocol: string, settings: Settings): URL {
  const url = new URL(`${protocol}//localhost`)
  url.hostname = String(settings.hostname ?? settings.host ?? 'localhost')
  if (settings.port !== undefined) url.port = String(settings.port)
  const [path = '/', search = ''] = String(settings.path ?? '/').split('?')
  url.pathname = path
  url.search = search
  return url
}

class IncomingMessage extends EventEmitter {
  readonly headers = { 'content-type': 'application/json' }
  readonly #text: string
  #encoding: string | undefined
  #taken = false

  constructor(
    readonly statusCode: number,
    text: string,
  ) {
    super()
    this.#text = text
  }
  setEncoding(encoding: string): this {
    this.#encoding = encoding
    return this
  }
  resume(): this {
    return this
  }
  #chunk(): unknown {
    return this.#encoding === undefined ? Buffer.from(this.#text) : this.#text
  }
  flow(): void {
    if (this.#taken) return
    this.#taken = true
    this.emit('data', this.#chunk())
    this.emit('end')
    this.emit('close')
  }
  async *[Symbol.asyncIterator](): AsyncGenerator<unknown> {
    if (this.#taken) return
    this.#taken = true
    yield this.#chunk()
  }
}
