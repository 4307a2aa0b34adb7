import type { Checked } from '../compile/check'
import { FUNCTIONS } from '../functions'
import type { Overload } from '../functions/overload'
import {
  type Call,
  type Comprehension,
  type Expr,
  isBinding,
  type Literal,
  type Select,
} from '../syntax/expr'
import type { CelType } from '../types/cel-type'
import {
  Broken,
  CelMap,
  CelObject,
  EvaluationFault,
  EvaluationPanic,
  List,
  NotEvaluated,
  Optional,
  TypeValue,
  Uint,
  type Value,
} from '../values/value'
import { fitsType, formatRuntimeType, typeOfValue } from './runtime-type'
import { spendOf } from './spend'

type Variables = ReadonlyMap<string, Value>

/** What one rule may cost on one value (kratix.md 4.8). */
const MAX_COST = 1_000_000
/** What is computed where nobody can stop it: as an edit is judged. */
export const SHORT = 50_000

/**
 * The value of a checked expression.
 * @throws {EvaluationFault} where the cluster has an error; {@link NotEvaluated} where that is not known
 */
export function evaluate(
  checked: Checked,
  variables: Variables,
  {
    expr = checked.expr,
    maxCost = MAX_COST,
  }: { readonly expr?: Expr; readonly maxCost?: number } = {},
): Value {
  return new Evaluator(checked, maxCost).value(expr, variables)
}

class Evaluator {
  /** No less than what the API server counts. */
  #cost = 0

  constructor(
    readonly checked: Checked,
    readonly maxCost: number,
  ) {}

  #spend(cost: number): void {
    this.#cost += cost
    if (this.#cost > this.maxCost) throw new NotEvaluated('its cost')
  }

  value(expr: Expr, scope: Variables): Value {
    this.#spend(1)
    const value = this.#valueOf(expr, scope)
    if (value instanceof Broken) throw value.error
    return value
  }

  #valueOf(expr: Expr, scope: Variables): Value {
    switch (expr.kind) {
      case 'literal':
        return literalValue(expr.literal)
      case 'ident':
        return this.#ident(expr, scope)
      case 'select':
        return this.#select(expr, scope)
      case 'call':
        return this.#call(expr, scope)
      case 'list':
        return this.#list(expr.items, expr.optional, scope)
      case 'map':
        return this.#map(expr, scope)
      case 'comprehension':
        return this.#loop(expr, scope)
      case 'struct':
        throw new NotEvaluated('a message that it creates')
    }
  }

  #ident(expr: Expr & { kind: 'ident' }, scope: Variables): Value {
    const value = scope.get(expr.name.replace(/^\./, ''))
    if (value !== undefined) return value
    const type = this.checked.typeOf(expr)
    if (type.kind === 'type') return new TypeValue(type.params[0] as CelType)
    throw new EvaluationFault(`no such attribute(s): ${expr.name}`)
  }

  #select(expr: Select, scope: Variables): Value {
    const type = this.checked.typeOf(expr)
    if (type.kind === 'type') return new TypeValue(type.params[0] as CelType)
    const operand = this.value(expr.operand, scope)
    if (expr.test) return optionalField(operand, expr.field).value !== undefined
    if (operand instanceof Optional) return optionalField(operand, expr.field)
    return fieldOf(operand, expr.field) ?? noSuchKey(expr.field)
  }

  #list(items: readonly Expr[], optional: ReadonlySet<number>, scope: Variables): List {
    this.#spend(10)
    const values: Value[] = []
    for (const [i, item] of items.entries()) {
      const value = this.value(item, scope)
      if (!optional.has(i)) values.push(value)
      else if (value instanceof Optional && value.value !== undefined) values.push(value.value)
    }
    return new List(values)
  }

  #map(expr: Expr & { kind: 'map' }, scope: Variables): CelMap {
    this.#spend(30)
    const entries: [Value, Value][] = []
    for (const { key, value, optional } of expr.entries) {
      const [one, other] = [this.value(key, scope), this.value(value, scope)]
      if (!optional) entries.push([one, other])
      else if (other instanceof Optional && other.value !== undefined)
        entries.push([one, other.value])
    }
    const map = new CelMap(entries)
    if (map.size < entries.length) throw new EvaluationFault('Failed with repeated key')
    return map
  }

  #call(call: Call, scope: Variables): Value {
    const { name, target } = this.checked.calleeOf(call)
    const [first, second, third] = call.args as [Expr, Expr, Expr]
    switch (name) {
      case '_&&_':
        return this.#logic(first, second, scope, false)
      case '_||_':
        return this.#logic(first, second, scope, true)
      case '_?_:_': {
        const condition = this.value(first, scope)
        if (typeof condition !== 'boolean') throw noOverload()
        return this.value(condition ? second : third, scope)
      }
      case '@not_strictly_false':
        return this.#attempt(first, scope) !== false
      case '_?._':
        return optionalField(
          this.value(first, scope),
          second.kind === 'literal' ? String(second.literal.value) : '',
        )
      case '_[_]':
      case '_[?_]':
        return this.#index(call, scope, name === '_[?_]')
      case 'type':
        return new TypeValue(typeOfValue(this.value(first, scope)))
      case 'or':
      case 'orValue': {
        const value = target && this.value(target, scope)
        if (!(value instanceof Optional)) throw noOverload()
        if (value.value === undefined) return this.value(first, scope)
        return name === 'or' ? value : value.value
      }
    }
    const given = target ? [target, ...call.args] : call.args
    const sorted = given[COMPARED[name] ?? -1]
    if (sorted) this.#checkSorted(sorted, scope)
    const args = given.map((arg) => this.value(arg, scope))
    // Before the types of items are asked for, since there may be no end of them.
    this.#spend(spendOf(name, args, this.maxCost))
    return this.#apply(this.#overload(call, name, args, target !== undefined), args)
  }

  /** cel-go counts the cost of sorting by the list itself, also where there is none. */
  #checkSorted(list: Expr, scope: Variables): void {
    const value = this.#attempt(list, scope)
    if (value instanceof EvaluationFault) throw new EvaluationPanic(NO_LIST)
    if (!(value instanceof List)) throw new NotEvaluated('sorting of what is no list')
  }

  /** The one of the ways to call a function that fits the values. */
  #overload(call: Call, name: string, args: readonly Value[], member: boolean): Overload {
    const known = this.checked.overloadsOf(call)
    const ways = known.length > 0 ? known : (FUNCTIONS.get(name) ?? [])
    const found = ways.find(
      (way) =>
        way.member === member &&
        way.args.length === args.length &&
        way.args.every((type, i) => fitsType(args[i] as Value, type)),
    )
    if (found) return found
    // Operators are asked of the value itself, which does not say what it was.
    if (!/^[a-zA-Z]/.test(name)) throw noOverload()
    const types = args.map((arg) => formatRuntimeType(arg)).join(', ')
    throw new EvaluationFault(`no such overload: ${name}(${types})`)
  }

  #apply({ call, id }: Overload, args: readonly Value[]): Value {
    if (!call) throw new NotEvaluated(`the function ${id}`)
    return (call as (...values: readonly Value[]) => Value)(...args)
  }

  #index(call: Call, scope: Variables, optional: boolean): Value {
    const [operand, at] = call.args as [Expr, Expr]
    const on = this.value(operand, scope)
    const index = this.value(at, scope)
    const wrapped = optional || on instanceof Optional
    const container = unwrap(on)
    if (container === undefined) return new Optional(undefined)
    const found = itemOf(container, index)
    if (wrapped) return new Optional(found)
    if (found !== undefined) return found
    if (container instanceof List) throw new EvaluationFault(`index out of bounds: ${index}`)
    return noSuchKey(String(index instanceof Uint ? index.value : index))
  }

  /** With `&&` a false, with `||` a true settles it, whatever the other side comes to. */
  #logic(first: Expr, second: Expr, scope: Variables, settles: boolean): boolean {
    const one = this.#attempt(first, scope)
    if (one === settles) return settles
    const other = this.#attempt(second, scope)
    if (other === settles) return settles
    for (const side of [one, other]) {
      if (side instanceof EvaluationFault) throw side
      if (typeof side !== 'boolean') throw noOverload()
    }
    return !settles
  }

  #attempt(expr: Expr, scope: Variables): Value | EvaluationFault {
    try {
      return this.value(expr, scope)
    } catch (error) {
      if (error instanceof EvaluationFault && !(error instanceof EvaluationPanic)) return error
      throw error
    }
  }

  #loop(expr: Comprehension, scope: Variables): Value {
    const range = this.value(expr.range, scope)
    const { variable, second, accumulator } = expr
    const inside = new Map(scope)
    if (isBinding(expr)) {
      inside.set(accumulator, this.#bound(expr, scope))
      return this.value(expr.result, inside)
    }
    let accumulated: Value | EvaluationFault = this.value(expr.init, scope)
    const quantifier = expr.macro === 'all' || expr.macro === 'exists'
    for (const [key, value] of pairsOf(range)) {
      if (quantifier && accumulated === (expr.macro === 'exists')) break
      inside.set(variable, second === undefined ? (range instanceof List ? value : key) : key)
      if (second !== undefined) inside.set(second, value)
      if (quantifier) accumulated = this.#quantify(expr, accumulated, inside)
      else {
        inside.set(accumulator, accumulated as Value)
        accumulated = this.value(expr.step, inside)
      }
    }
    if (accumulated instanceof EvaluationFault) throw accumulated
    inside.set(accumulator, accumulated)
    return this.value(expr.result, inside)
  }

  #bound(expr: Comprehension, scope: Variables): Value {
    const value = this.#attempt(expr.init, scope)
    if (!(value instanceof EvaluationFault)) return value
    // cel-go goes on with the error, and fails within.
    if (expr.macro === 'sortBy') throw new EvaluationPanic(NO_LIST)
    throw value
  }

  /** A step of `all` or `exists`, where an error stands only until a value settles it. */
  #quantify(expr: Comprehension, before: Value | EvaluationFault, scope: Variables) {
    const settles = expr.macro === 'exists'
    const body = expr.step.kind === 'call' ? (expr.step.args[1] as Expr) : expr.step
    const value = this.#attempt(body, scope)
    if (value === settles) return settles
    if (before instanceof EvaluationFault) return before
    if (value instanceof EvaluationFault) return value
    return typeof value === 'boolean' ? !settles : noOverload()
  }
}

/** Functions of lists whose cost is counted by the items of an argument, and which it is. */
const COMPARED: Readonly<Record<string, number>> = {
  sort: 0,
  distinct: 0,
  '@sortByAssociatedKeys': 1,
}
const NO_LIST =
  'internal error: interface conversion: *types.Err is not traits.Lister: missing method Add'

function pairsOf(range: Value): readonly (readonly [Value, Value])[] {
  if (range instanceof List) return range.items.map((item, i) => [BigInt(i), item])
  if (range instanceof CelMap) return range.entries()
  const name = GO_TYPES[typeof range]
  if (name === undefined) throw new NotEvaluated('a loop over no list')
  throw new EvaluationFault(`got 'types.${name}', expected iterable type`)
}

const GO_TYPES: Readonly<Record<string, string>> = {
  bigint: 'Int',
  boolean: 'Bool',
  number: 'Double',
  string: 'String',
}

function literalValue(literal: Literal): Value {
  return literal.type === 'uint' ? new Uint(literal.value) : literal.value
}

function unwrap(value: Value): Value {
  return value instanceof Optional ? (value.value as Value) : value
}

function optionalField(operand: Value, field: string): Optional {
  const inner = unwrap(operand)
  // What has no fields lacks this one, too.
  const holds = inner instanceof CelObject || inner instanceof CelMap
  if (inner instanceof List) throw new NotEvaluated('a field of a list')
  return new Optional(holds ? fieldOf(inner, field) : undefined)
}

function fieldOf(value: Value, field: string): Value | undefined {
  if (value instanceof CelObject) return value.fields.get(field)
  if (value instanceof CelMap) return value.get(field)
  if (value instanceof List) {
    throw new EvaluationFault("unsupported index type 'string' in list")
  }
  return noSuchKey(field)
}

function itemOf(container: Value, index: Value): Value | undefined {
  if (container instanceof CelMap) return container.get(index)
  if (!(container instanceof List)) return undefined
  const at = index instanceof Uint ? index.value : index
  if (typeof at !== 'bigint' && (typeof at !== 'number' || !Number.isInteger(at)))
    throw noOverload()
  return at < 0n ? undefined : container.items[Number(at)]
}

function noSuchKey(key: string): never {
  throw new EvaluationFault(`no such key: ${key}`)
}

const noOverload = (): EvaluationFault => new EvaluationFault('no such overload')
