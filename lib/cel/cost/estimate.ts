import { type Checked, NotChecked } from '../compile/check'
import {
  type Call,
  type Comprehension,
  type Expr,
  isBinding,
  type Literal,
  qualifiedName,
} from '../syntax/expr'
import type { CelType } from '../types/cel-type'
import type { DeclType } from '../types/decl-type'
import { callCost, type Operand } from './call-cost'
import { fixed, type Size, times, UNKNOWN, unionOf } from './size'

/** The way to a node from a variable: names, `@items`, `@keys`, `@values`. Empty where there is none. */
type Way = readonly string[]

interface Entry {
  readonly kind: 'list' | 'map'
  readonly key: Size
  readonly value: Size
}

interface Local {
  readonly way: Way
  readonly size: Size | undefined
  readonly entry: Entry | undefined
}

/**
 * The most that one use of a rule costs, as the API server estimates it (kratix.md 91): Infinity
 * where it has no bound. `root` is what `self` is.
 * @throws {NotChecked} where the estimate of the API server is not known
 */
export function estimateCost(checked: Checked, root: DeclType): number {
  return new Estimator(checked, root).cost(checked.expr)
}

class Estimator {
  readonly #ways = new Map<Expr, Way>()
  readonly #sizes = new Map<Expr, Size>()
  readonly #entries = new Map<Expr, Entry>()
  readonly #locals = new Map<string, Local[]>()

  constructor(
    readonly checked: Checked,
    readonly root: DeclType,
  ) {}

  cost(expr: Expr): number {
    switch (expr.kind) {
      case 'literal':
        return 0
      case 'ident':
        this.#ways.set(expr, this.#local(expr.name)?.way ?? [expr.name])
        return 1
      case 'select':
        return this.#select(expr)
      case 'call':
        return this.#call(expr)
      case 'list': {
        const sum = this.#all(expr.items)
        this.#entries.set(expr, { kind: 'list', key: fixed(1), value: this.#unionOf(expr.items) })
        return sum + 10
      }
      case 'map': {
        const keys = expr.entries.map(({ key }) => key)
        const values = expr.entries.map(({ value }) => value)
        const sum = this.#all(keys) + this.#all(values)
        this.#entries.set(expr, {
          kind: 'map',
          key: this.#unionOf(keys),
          value: this.#unionOf(values),
        })
        return sum + 30
      }
      case 'comprehension':
        return isBinding(expr) ? this.#bind(expr) : this.#loop(expr)
      case 'struct':
        throw new NotChecked('a message that it creates')
    }
  }

  #all(exprs: readonly Expr[]): number {
    return exprs.reduce((sum, expr) => sum + this.cost(expr), 0)
  }

  #unionOf(exprs: readonly Expr[]): Size {
    return exprs
      .map((expr) => this.#sizeOf(expr) ?? UNKNOWN)
      .reduce(unionOf, {
        min: exprs.length === 0 ? 0 : Number.POSITIVE_INFINITY,
        max: 0,
      })
  }

  #select(expr: Expr & { kind: 'select' }): number {
    const name = this.checked.typeOf(expr).kind === 'type' ? qualifiedName(expr) : undefined
    if (name !== undefined) {
      this.#ways.set(expr, [name])
      return 1
    }
    const operand = this.cost(expr.operand)
    if (expr.test) return operand
    const { kind } = this.checked.typeOf(expr.operand)
    this.#ways.set(expr, [...this.#way(expr.operand), expr.field])
    return operand + (kind === 'map' || kind === 'struct' ? 1 : 0)
  }

  #call(call: Call): number {
    const { name, target } = this.checked.calleeOf(call)
    const costs = call.args.map((arg) => this.cost(arg))
    const [first, second, third] = call.args
    if (name === 'dyn' && first) {
      this.#copy(call, first)
      return 1 + (costs[0] ?? 0)
    }
    const args = call.args.map((arg) => this.#operand(arg))
    const overloads = this.checked.overloadsOf(call)
    const before = target ? this.cost(target) : 0
    const on = target && this.#operand(target)
    let most = 0
    let size: Size | undefined
    for (const overload of overloads) {
      const estimate = callCost(name, overload, on, args)
      most = Math.max(most, estimate.cost)
      if (estimate.size) size = size ? unionOf(size, estimate.size) : estimate.size
      if (overload.id.startsWith('index_') && first) {
        size = this.#entry(first)?.value
        const step = overload.id === 'index_list' ? '@items' : '@values'
        this.#ways.set(call, [...this.#way(first), step])
      }
      size ??= this.#sizeOf(call)
    }
    if (size) this.#sizes.set(call, size)
    const join = name === '_?_:_' && second && third ? [second, third] : [first, second]
    if (name === '_?_:_' || overloads.some(({ id }) => id.startsWith('add_'))) {
      const entry = unionOfEntries(this.#entry(join[0]), this.#entry(join[1]))
      if (entry) this.#entries.set(call, entry)
    }
    if (name === '_?_:_') return (costs[0] ?? 0) + Math.max(costs[1] ?? 0, costs[2] ?? 0)
    return before + most + costs.reduce((sum, cost) => sum + cost, 0)
  }

  #loop(expr: Comprehension): number {
    const before = this.cost(expr.range) + this.cost(expr.init)
    this.#push(expr.accumulator, {
      way: this.#way(expr.init),
      size: this.#sizeOf(expr.init),
      entry: this.#entry(expr.init),
    })
    for (const [name, local] of this.#loopVariables(expr)) this.#push(name, local)
    const each = this.cost(expr.condition) + this.cost(expr.step)
    this.#pop(expr.variable)
    if (expr.second !== undefined) this.#pop(expr.second)
    const after = this.cost(expr.result)
    this.#pop(expr.accumulator)
    const count = this.#sizeOf(expr.range) ?? UNKNOWN
    if (expr.init.kind === 'literal') this.#setSize(expr, this.#sizeOf(expr.init))
    else if (expr.init.kind === 'list' || expr.init.kind === 'map') {
      this.#setSize(expr, count)
      const entry = this.#entry(expr.step)
      if (entry) this.#entries.set(expr, entry)
    }
    return before + after + times(count.max, each)
  }

  #loopVariables({ range, variable, second }: Comprehension): readonly [string, Local][] {
    const entry = this.#entry(range)
    const kind = entry?.kind ?? this.checked.typeOf(range).kind
    const way = this.#way(range)
    const local = (step: string, size: Size | undefined): Local => ({
      way: [...way, step],
      size,
      entry: undefined,
    })
    const value = local(kind === 'list' ? '@items' : '@values', entry?.value)
    if (second === undefined)
      return [[variable, kind === 'list' ? value : local('@keys', entry?.key)]]
    return [
      [variable, local(kind === 'list' ? '@indices' : '@keys', entry?.key)],
      [second, value],
    ]
  }

  #bind(expr: Comprehension): number {
    const before = this.cost(expr.range) + this.cost(expr.init)
    this.#push(expr.accumulator, {
      way: this.#way(expr.init),
      size: this.#sizeOf(expr.init),
      entry: this.#entry(expr.init),
    })
    const after = this.cost(expr.result)
    this.#copy(expr, expr.result)
    this.#pop(expr.accumulator)
    return before + after
  }

  #push(name: string, local: Local): void {
    this.#locals.set(name, [...(this.#locals.get(name) ?? []), local])
  }

  #pop(name: string): void {
    this.#locals.set(name, (this.#locals.get(name) ?? []).slice(0, -1))
  }

  #local(name: string): Local | undefined {
    return this.#locals.get(name)?.at(-1)
  }

  #way(expr: Expr): Way {
    if (expr.kind === 'ident') {
      const local = this.#local(expr.name)
      if (local) return local.way
    }
    return this.#ways.get(expr) ?? []
  }

  #setSize(expr: Expr, size: Size | undefined): void {
    if (size) this.#sizes.set(expr, size)
  }

  #copy(to: Expr, from: Expr): void {
    this.#setSize(to, this.#sizeOf(from))
    const entry = this.#entry(from)
    if (entry) this.#entries.set(to, entry)
  }

  #sizeOf(expr: Expr): Size | undefined {
    const size = this.#sizes.get(expr) ?? ownSize(expr)
    if (size) return size
    const declared = this.#declared(this.#way(expr))
    if (declared) {
      this.#sizes.set(expr, declared)
      return declared
    }
    if (isScalar(this.checked.typeOf(expr))) return fixed(1)
    return expr.kind === 'ident' ? this.#local(expr.name)?.size : undefined
  }

  /** What the schema says of the size of a value; like the API server it begins at `self` always. */
  #declared([variable, ...way]: Way): Size | undefined {
    if (variable === undefined) return undefined
    let here: DeclType | undefined = this.root
    for (const step of way) {
      if (step === '@keys') {
        if (here?.type.kind !== 'map') return undefined
        // Keys are strings without a bound of their own, of which nothing is known.
        return way.at(-1) === '@keys' ? { min: 0, max: 0 } : undefined
      }
      here = step === '@items' || step === '@values' ? here?.element : here?.fields?.get(step)
    }
    return here && { min: 0, max: here.maxElements }
  }

  #entry(expr: Expr | undefined): Entry | undefined {
    if (!expr) return undefined
    const known = this.#entries.get(expr)
    if (known) return known
    return expr.kind === 'ident' ? this.#local(expr.name)?.entry : undefined
  }

  #operand(expr: Expr): Operand {
    const way = this.#way(expr)
    const itemWay = way.length > 0 ? [...way, '@items'] : []
    return {
      type: this.checked.typeOf(expr),
      size: this.#sizeOf(expr),
      itemSize: this.#declared(itemWay) ?? UNKNOWN,
      literal:
        expr.kind === 'literal' && expr.literal.type === 'int' ? expr.literal.value : undefined,
    }
  }
}

function unionOfEntries(a: Entry | undefined, b: Entry | undefined): Entry | undefined {
  if (!a || !b) return undefined
  return { kind: a.kind, key: unionOf(a.key, b.key), value: unionOf(a.value, b.value) }
}

function ownSize(expr: Expr): Size | undefined {
  if (expr.kind === 'list') return fixed(expr.items.length)
  if (expr.kind === 'map') return fixed(expr.entries.length)
  return expr.kind === 'literal' ? fixed(literalSize(expr.literal)) : undefined
}

function literalSize({ type, value }: Literal): number {
  if (type === 'string') return [...value].length
  return type === 'bytes' ? value.length : 1
}

function isScalar(type: CelType): boolean {
  if (type.kind === 'opaque' && type.name === 'optional_type')
    return isScalar(type.params[0] as CelType)
  return ['bool', 'double', 'duration', 'int', 'timestamp', 'uint'].includes(type.kind)
}
