import { Buffer } from 'buffer/index.js'
import type { ApiServer } from './api-server'
import { cryptoModule } from './crypto'
import type { Disk } from './disk'
import { EventEmitter } from './emitter'
import type { Ending } from './ending'
import { fileSystem } from './file-system'
import { format, inspect } from './inspect'
import { builtin } from './missing'
import { path } from './path'
import type { Process } from './process'
import { PROMISIFIED, type timers } from './timers'

export interface BuiltinsOf {
  readonly disk: Disk
  readonly process: Process
  readonly server: ApiServer
  readonly ending: Ending
  readonly timers: ReturnType<typeof timers>
  readonly web: Crypto
}

/** Modules of Node by their name without `node:`. */
export function builtins(of: BuiltinsOf): Readonly<Record<string, object>> {
  const { fs, promises } = fileSystem(of.disk, of.timers.later)
  const { http, https } = of.server.modules()
  const members: Readonly<Record<string, object>> = {
    fs: { ...fs, promises: builtin('node:fs/promises', promises, of.ending) },
    'fs/promises': promises,
    path,
    'path/posix': path,
    url: urlModule,
    http,
    https,
    crypto: cryptoModule(of.web),
    buffer: { Buffer },
    events: Object.assign(EventEmitter, { EventEmitter, default: EventEmitter }),
    process: of.process,
    os,
    util,
    assert,
    'assert/strict': assert,
    timers: of.timers.functions,
    'timers/promises': of.timers.promises,
  }
  return Object.fromEntries(
    Object.entries(members).map(([name, one]) => [
      name,
      // A class and an object with private parts cannot be wrapped: they are whole as they are.
      name === 'events' || name === 'process' ? one : builtin(`node:${name}`, one, of.ending),
    ]),
  )
}

/** Modules that Node has; every other name is a package's. */
export const OF_NODE = new Set(
  `assert assert/strict async_hooks buffer child_process cluster console constants crypto dgram
  diagnostics_channel dns dns/promises domain events fs fs/promises http http2 https inspector module
  net os path path/posix path/win32 perf_hooks process punycode querystring readline readline/promises
  repl stream stream/consumers stream/promises stream/web string_decoder sys timers timers/promises tls
  trace_events tty url util util/types v8 vm wasi worker_threads zlib`.split(/\s+/),
)

const urlModule = {
  URL,
  URLSearchParams,
  fileURLToPath: (url: unknown) => {
    const { protocol, pathname } = new URL(String(url))
    if (protocol !== 'file:') throw new TypeError('The URL must be of scheme file')
    return decodeURIComponent(pathname)
  },
  pathToFileURL: (of: string) =>
    new URL(`file://${path.resolve(of).split('/').map(encodeURIComponent).join('/')}`),
}

const os = {
  EOL: '\n',
  ...{
    platform: () => 'linux',
    type: () => 'Linux',
    arch: () => 'x64',
    hostname: () => 'pipeline',
  },
  ...{ tmpdir: () => '/tmp', homedir: () => '/' },
}

type Run = (...given: unknown[]) => unknown

function promisify(run: Run): Run {
  const custom: unknown = Reflect.get(run, PROMISIFIED)
  if (typeof custom === 'function') return custom as Run
  return (...given) =>
    new Promise((resolve, reject) => {
      run(...given, (error: unknown, value: unknown) => (error ? reject(error) : resolve(value)))
    })
}

const util = {
  ...{ format, inspect, TextEncoder, TextDecoder },
  promisify: Object.assign(promisify, { custom: PROMISIFIED }),
}

class AssertionError extends Error {
  readonly code = 'ERR_ASSERTION'
  override readonly name = 'AssertionError'
}

function ok(truth: unknown, message?: unknown): void {
  if (truth) return
  if (message instanceof Error) throw message
  throw new AssertionError(message === undefined ? 'The value is not truthy' : String(message))
}

const equal = (a: unknown, b: unknown, message?: unknown): void =>
  ok(
    Object.is(a, b),
    message ?? `Expected values to be strictly equal: ${inspect(a)} !== ${inspect(b)}`,
  )

const assert = Object.assign((truth: unknown, message?: unknown) => ok(truth, message), {
  ...{ ok, strictEqual: equal, AssertionError },
  fail: (message?: unknown) => ok(false, message ?? 'Failed'),
})
