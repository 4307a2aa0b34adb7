import { Buffer } from 'buffer/index.js'
import type { ProgramAnswer, ProgramCall, ProgramEnd } from '../call'
import { ACCOUNT, ApiServer, HOST, TOKEN } from './api-server'
import { builtins } from './builtins'
import { randomUuid } from './crypto'
import { Disk } from './disk'
import { Ended, type Ending } from './ending'
import { Log } from './log'
import { builtin, missing } from './missing'
import { compiledPath, Modules, messageOf } from './modules'
import { Process } from './process'
import { type Clock, timers } from './timers'

/** What the machine needs of where it stands: a worker, or Node in a test. */
export interface Surface extends Clock {
  readonly crypto: Crypto
  /** Calls back when a promise is rejected and nobody takes notice. */
  readonly onUnhandled: (listener: (reason: unknown) => void) => void
  /** Hears each line that the program prints, at once. */
  readonly onLine?: (line: string) => void
}

/**
 * Runs a program on a machine of its own: the files of its container, Node's modules, and an API
 * server that notes the status. Answers as soon as it has ended, whatever it still does.
 */
export function runProgram(call: ProgramCall, surface: Surface): Promise<ProgramAnswer> {
  return new Promise((answer) => {
    const started = surface.now()
    const now = () => surface.now() - started
    const log = new Log(surface.onLine)
    let over = false

    const finish = (end: ProgramEnd): void => {
      if (over) return
      over = true
      answer({
        end,
        log: log.lines,
        read: disk.read,
        output: disk.filesBelow('/kratix/output'),
        metadata: disk.filesBelow('/kratix/metadata'),
        published: server.published.map((text) => JSON.parse(text)),
        took: now(),
      })
    }
    const ending: Ending = {
      end(how) {
        finish(how)
        throw new Ended('the program has ended')
      },
      notHere: (reason) => ending.end({ kind: 'not-here', reason }),
    }
    const fail = (error: unknown): void => {
      if (over || error instanceof Ended) return
      const text =
        error instanceof Error ? (error.stack ?? String(error)) : `Uncaught ${String(error)}`
      log.write('error', `${ownLines(text)}\n`)
      finish({ kind: 'exit', code: 1, message: messageOf(error) })
    }
    const guard = (run: () => unknown): void => {
      if (over) return
      try {
        run()
      } catch (error) {
        fail(error)
      }
    }
    surface.onUnhandled(fail)

    const clock = timers(surface, ending, guard)
    const account = [
      [`${ACCOUNT}/token`, TOKEN],
      [`${ACCOUNT}/namespace`, 'default'],
      [`${ACCOUNT}/ca.crt`, 'There is no certificate in the sandbox.\n'],
    ] as const
    const image = call.scripts.map(([path, text]) => [compiledPath(path), text] as const)
    const disk = new Disk(call, [...account, ...image], ending)
    const server = new ApiServer(call.statusPath, ending, clock.later)
    const process = new Process({
      ...{ program: compiledPath(call.program), log, ending, now, guard },
      environment: [
        ...call.environment,
        ['KUBERNETES_SERVICE_HOST', HOST],
        ['KUBERNETES_SERVICE_PORT', '443'],
        ...(['HOME', 'NODE_ENV', 'PATH'] as const).map((name) => [name, OF_IMAGE[name]] as const),
      ],
      unknownVariables: call.unknownVariables,
    })
    const { functions } = clock
    const globals: Record<string, unknown> = {
      ...{ console: log.console(), process, Buffer, ...functions },
      fetch: (url: unknown) => {
        return ending.notHere(`It asks ${originOf(String(url))}, and the page gives it no network.`)
      },
      crypto: builtin('crypto', webCrypto(surface.crypto), ending),
      ...Object.fromEntries(NOT_THERE.map((name) => [name, missing(name, ending)])),
    }
    globals.global = globals.globalThis = new Proxy(globalThis, {
      get: (target, key) =>
        typeof key === 'string' && Object.hasOwn(globals, key)
          ? globals[key]
          : Reflect.get(target, key),
    })
    const modules = new Modules(
      call,
      ending,
      builtins({ disk, process, server, ending, timers: clock, web: surface.crypto }),
      globals,
    )

    let settled = false
    modules.run().then(
      () => {
        settled = true
      },
      (error: unknown) => fail(error),
    )
    // As Node ends: when nothing is awaited any more. Two rounds, so that what follows from the last
    // timer has had its turn.
    let quiet = 0
    const watch = (): void => {
      if (over) return
      quiet = clock.idle() ? quiet + 1 : 0
      if (quiet > (settled ? 1 : UNSETTLED)) {
        if (settled) guard(() => finish({ kind: 'exit', code: process.codeNow() }))
        else {
          log.write('error', 'Warning: Detected unsettled top-level await\n')
          finish({ kind: 'exit', code: 13 })
        }
        return
      }
      surface.setTimeout(watch, settled ? 0 : 1)
    }
    surface.setTimeout(watch, 0)
  })
}

/** So many rounds a program may await what never comes: more than any work of the machine takes. */
const UNSETTLED = 100

/** Variables that the image sets. */
const OF_IMAGE = {
  HOME: '/',
  NODE_ENV: 'production',
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
}

/** What takes no time of its own; of what does, nobody here would know when it has ended. */
function webCrypto(web: Crypto): object {
  return {
    getRandomValues: <T extends Uint8Array>(into: T) => web.getRandomValues(into),
    randomUUID: () => randomUuid(web),
  }
}

/** Globals of Node that reach out, or do their work beside the program. */
const NOT_THERE = `XMLHttpRequest WebSocket EventSource Worker BroadcastChannel MessageChannel
  MessagePort MessageEvent navigator Navigator Storage Blob File FormData Request Response
  ReadableStream WritableStream TransformStream CompressionStream DecompressionStream
  TextDecoderStream TextEncoderStream WebAssembly PerformanceObserver CustomEvent`.split(/\s+/)

function originOf(address: string): string {
  try {
    return new URL(address).origin
  } catch {
    return address.slice(0, 100) // no address at all: told as it is
  }
}

/** A stack without the frames of the machine, and without columns, which are not the source's. */
function ownLines(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => !/^\s+at /.test(line) || line.includes('scripts/'))
    .map((line) => line.replace(/at eval \((scripts\/.*)\)$/, 'at $1'))
    .map((line) => line.replace(/(scripts\/.*:\d+):\d+(\)?)$/, '$1$2'))
    .join('\n')
}
