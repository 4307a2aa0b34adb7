import { EventEmitter } from './emitter'
import type { Ending } from './ending'
import type { Log } from './log'
import { missing } from './missing'

const VERSION = '20.20.2'

export interface ProcessOf {
  readonly program: string
  readonly environment: readonly (readonly [name: string, value: string])[]
  readonly unknownVariables: readonly (readonly [name: string, reason: string])[]
  readonly log: Log
  readonly ending: Ending
  readonly now: () => number
  readonly guard: (run: () => unknown) => void
}

/** `process` of a container of a TypeScript step. */
export class Process extends EventEmitter {
  exitCode: number | string | undefined
  readonly argv: string[]
  readonly argv0 = 'node'
  readonly execArgv: string[] = []
  readonly execPath = '/usr/local/bin/node'
  readonly env: Record<string, string | undefined>
  readonly pid = 1
  readonly ppid = 0
  readonly platform = 'linux'
  readonly arch = 'x64'
  readonly title = 'node'
  readonly version = `v${VERSION}`
  readonly versions = { node: VERSION }
  readonly release = { name: 'node' }
  readonly stdout: object
  readonly stderr: object
  readonly stdin: unknown
  readonly #given: ProcessOf

  constructor(given: ProcessOf) {
    super()
    this.#given = given
    this.argv = [this.execPath, given.program]
    this.env = environmentOf(given)
    const stream = (name: 'out' | 'error') => ({
      ...{ isTTY: false, writable: true, columns: undefined },
      write: (text: unknown, ...rest: unknown[]) => {
        const written =
          typeof text === 'string'
            ? text
            : new TextDecoder().decode(text as Uint8Array<ArrayBuffer>)
        given.log.write(name, written)
        const done = rest.at(-1)
        if (typeof done === 'function') given.guard(() => done())
        return true
      },
      end: () => undefined,
      ...{ on: () => undefined, once: () => undefined },
    })
    this.stdout = stream('out')
    this.stderr = stream('error')
    this.stdin = missing('process.stdin', given.ending)
  }

  cwd = (): string => '/app'
  uptime = (): number => this.#given.now() / 1000
  hrtime = Object.assign(
    (): [number, number] => {
      const now = this.#given.now()
      return [Math.floor(now / 1000), Math.floor((now % 1000) * 1e6)]
    },
    { bigint: (): bigint => BigInt(Math.floor(this.#given.now() * 1e6)) },
  )
  getuid = (): number => 65_532
  getgid = (): number => 65_532
  umask = (): number => 0o22
  emitWarning = (warning: unknown): void =>
    this.#given.log.write('error', `(node:1) Warning: ${String(warning)}\n`)
  nextTick = (run: (...given: unknown[]) => unknown, ...given: unknown[]): void =>
    queueMicrotask(() => this.#given.guard(() => run(...given)))
  /** Ends the program now: what follows in it does not count. */
  exit = (code?: number | string): never => {
    if (code !== undefined) this.exitCode = code
    return this.#given.ending.end({ kind: 'exit', code: this.codeNow() })
  }
  abort = (): never => this.#given.ending.end({ kind: 'exit', code: 134 })

  /** The exit code that has been asked for; listeners of `exit` may change it. */
  codeNow(): number {
    const asked = () => Number(this.exitCode ?? 0) & 255
    const listeners = this.listenerCount('exit') > 0
    if (!listeners) return asked()
    this.emit('exit', asked())
    this.removeAllListeners('exit')
    return asked()
  }
}

function environmentOf(given: ProcessOf): Record<string, string | undefined> {
  const known: Record<string, string | undefined> = Object.fromEntries(given.environment)
  const unknown = new Map(given.unknownVariables)
  if (unknown.size === 0) return known
  const check = (key: string | symbol): void => {
    const reason = typeof key === 'string' ? unknown.get(key) : undefined
    if (reason !== undefined)
      given.ending.notHere(`It reads the variable ${String(key)}: ${reason}.`)
  }
  return new Proxy(known, {
    get(target, key) {
      check(key)
      return Reflect.get(target, key)
    },
    has(target, key) {
      check(key)
      return Reflect.has(target, key)
    },
    set(target, key, value) {
      if (typeof key === 'string') unknown.delete(key)
      return Reflect.set(target, key, String(value))
    },
  })
}
