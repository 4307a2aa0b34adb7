import * as yaml from 'yaml'
import type { ProgramCall } from '../call'
import { OF_NODE } from './builtins'
import type { Ending } from './ending'
import { builtin } from './missing'
import { META, transpile } from './transpile'

/** Where the image keeps the compiled program. */
const FOLDER = '/app/dist'

interface Module {
  readonly exports: Record<string, unknown>
  loaded: boolean
}

/** What a module may name without importing it. */
export type Globals = Readonly<Record<string, unknown>>

type Body = (...given: unknown[]) => unknown

/** The path under which the image has what was compiled from a script. */
export function compiledPath(script: string): string {
  return `${FOLDER}/${script.replace(/\.([cm]?)tsx?$/, '.$1js')}`
}

/** The modules of a program: its scripts, Node's, and the package `yaml`. */
export class Modules {
  readonly #call: ProgramCall
  readonly #ending: Ending
  readonly #builtins: Readonly<Record<string, object>>
  readonly #globals: Globals
  readonly #loaded = new Map<string, Module>()

  constructor(
    call: ProgramCall,
    ending: Ending,
    builtins: Readonly<Record<string, object>>,
    globals: Globals,
  ) {
    this.#call = call
    this.#ending = ending
    this.#builtins = builtins
    this.#globals = globals
  }

  /** Runs the program. It may await at its top. @throws what it throws. */
  async run(): Promise<void> {
    const { program } = this.#call
    const module: Module = { exports: {}, loaded: false }
    this.#loaded.set(program, module)
    const body = this.#compile(program, 'async ')
    await body(...this.#given(program, module))
  }

  #require(from: string, specifier: string): unknown {
    if (/^\.{1,2}\//.test(specifier)) return this.#script(from, specifier)
    const name = specifier.replace(/^node:/, '')
    const known = Object.hasOwn(this.#builtins, name) && this.#builtins[name]
    if (known) return known
    if (specifier.startsWith('node:') || OF_NODE.has(name)) {
      // What is imported and not used does no harm.
      return builtin(`node:${name}`, {}, this.#ending)
    }
    if (name === 'yaml')
      return Object.assign(Object.create(null), yaml, { default: yaml, __esModule: true })
    return this.#ending.notHere(
      `It needs the package ${packageOf(name)}, which is not there in the page.`,
    )
  }

  #script(from: string, specifier: string): unknown {
    const path = this.#resolve(from, specifier)
    if (path === undefined) {
      return this.#ending.notHere(
        `scripts/${from} imports ${specifier}, and there is no such file.`,
      )
    }
    const known = this.#loaded.get(path)
    if (known) return known.exports
    const module: Module = { exports: {}, loaded: false }
    this.#loaded.set(path, module)
    if (path.endsWith('.json')) {
      const value: unknown = JSON.parse(this.#source(path))
      Object.assign(module.exports, { default: value, __esModule: true })
    } else this.#compile(path, '')(...this.#given(path, module))
    module.loaded = true
    return module.exports
  }

  /** `./a.js` names what is compiled from `a.ts`. */
  #resolve(from: string, specifier: string): string | undefined {
    const parts = from.split('/').slice(0, -1)
    for (const part of specifier.split('/')) {
      if (part === '..') {
        if (parts.length === 0) return undefined
        parts.pop()
      } else if (part !== '.' && part !== '') parts.push(part)
    }
    const path = parts.join('/')
    const sources = [path.replace(/\.js$/, '.ts'), path.replace(/\.mjs$/, '.mts'), path]
    return sources.find((one) => this.#call.scripts.some(([known]) => known === one))
  }

  #source(path: string): string {
    return this.#call.scripts.find(([known]) => known === path)?.[1] ?? ''
  }

  #given(path: string, module: Module): readonly unknown[] {
    const file = compiledPath(path)
    const at = file.slice(0, file.lastIndexOf('/'))
    const meta = { url: `file://${file}`, filename: file, dirname: at }
    const require = (specifier: string) => this.#require(path, specifier)
    return [require, module.exports, meta, ...Object.values(this.#globals)]
  }

  /** A module as a function; names of its own may hide what it is given. */
  #compile(path: string, kind: '' | 'async '): Body {
    let code: string
    try {
      code = transpile(this.#source(path), `scripts/${path}`)
    } catch (error) {
      return this.#unreadable(error)
    }
    const names = ['require', 'exports', META, ...Object.keys(this.#globals)].join(', ')
    const make = (prefix: string): Body =>
      evaluate(
        `(${prefix}function (${names}) { 'use strict'; {${code}\n} })\n//# sourceURL=scripts/${path}`,
      )
    try {
      return make(kind)
    } catch (error) {
      if (kind === '' && isReadable(() => make('async '))) {
        return this.#ending.notHere(
          `scripts/${path} awaits at its top, which only the program may here.`,
        )
      }
      return this.#unreadable(new SyntaxError(`scripts/${path}: ${messageOf(error)}`))
    }
  }

  #unreadable(error: unknown): never {
    return this.#ending.notHere(`It cannot be read here. ${messageOf(error)}`)
  }
}

/** In the global scope. */
// biome-ignore lint/security/noGlobalEval: running what a user wrote is what the sandbox is for
const evaluate = eval as (code: string) => Body

function isReadable(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false // the answer to the question
  }
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
