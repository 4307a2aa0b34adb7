import { FUNCTIONS } from '../functions'
import type { Overload } from '../functions/overload'
import { type Call, type Comprehension, type Expr, type Place, qualifiedName } from '../syntax/expr'
import {
  BOOL,
  BYTES,
  type CelType,
  DOUBLE,
  DURATION,
  DYN,
  ERROR,
  formatType,
  INT,
  isDyn,
  isDynOrError,
  isExactType,
  isOptional,
  listOf,
  mapOf,
  NULL,
  optionalOf,
  param,
  readType,
  STRING,
  TIMESTAMP,
  TYPE,
  typeOf,
  UINT,
} from '../types/cel-type'
import { assign, type Bindings, mostGeneral, substitute } from '../types/unify'

/** A fault of an expression, in the words of cel-go, with its place in UTF-16 units of the text. */
export interface CompileFault {
  readonly message: string
  readonly at: number
  readonly end: number
}

/** What the checker has found of each node. */
export interface Checked {
  readonly expr: Expr
  readonly faults: readonly CompileFault[]
  typeOf(expr: Expr): CelType
  /** The ways in which a call may be meant; none for a node that is no call. */
  overloadsOf(expr: Expr): readonly Overload[]
  /** The name of a called function with its namespace, and whether a value is called upon. */
  calleeOf(call: Call): { readonly name: string; readonly target: Expr | undefined }
  readonly usesOldSelf: boolean
}

/** An expression with something that is not judged here, such as a message that it creates. */
export class NotChecked extends Error {}

const LITERALS: Readonly<Record<string, CelType>> = {
  bool: BOOL,
  bytes: BYTES,
  double: DOUBLE,
  int: INT,
  null: NULL,
  string: STRING,
  uint: UINT,
}
const TYPE_NAMES: ReadonlyMap<string, CelType> = new Map([
  ...(['bool', 'bytes', 'double', 'int', 'string', 'uint'] as const).map(
    (name) => [name, LITERALS[name] as CelType] as const,
  ),
  ['null_type', NULL],
  ['list', listOf(DYN)],
  ['map', mapOf(DYN, DYN)],
  ['type', TYPE],
  ['google.protobuf.Duration', DURATION],
  ['google.protobuf.Timestamp', TIMESTAMP],
])
/** Names whose meaning in cel-go is not known here. */
const FOREIGN = /^(?:net|kubernetes|google|optional_type|authorizer)\b/

/** Gives every node its type as cel-go 0.26 does with the environment of Kubernetes. */
export function check(expr: Expr, variables: ReadonlyMap<string, CelType>): Checked {
  const checker = new Checker(variables)
  checker.check(expr)
  return checker.result(expr)
}

class Checker {
  readonly #types = new Map<Expr, CelType>()
  readonly #overloads = new Map<Expr, readonly Overload[]>()
  readonly #callees = new Map<Expr, { name: string; target: Expr | undefined }>()
  readonly #faults: CompileFault[] = []
  #bindings: Bindings = new Map()
  #fresh = 0
  #usesOldSelf = false
  #scopes: ReadonlyMap<string, CelType>[]

  constructor(variables: ReadonlyMap<string, CelType>) {
    this.#scopes = [variables]
  }

  result(expr: Expr): Checked {
    for (const [node, type] of this.#types) {
      this.#types.set(node, substitute(this.#bindings, type, 'dyn'))
    }
    return {
      expr,
      faults: this.#faults,
      typeOf: (node) => this.#types.get(node) ?? ERROR,
      overloadsOf: (node) => this.#overloads.get(node) ?? [],
      calleeOf: (call) => this.#callees.get(call) ?? call,
      usesOldSelf: this.#usesOldSelf,
    }
  }

  check(expr: Expr): CelType {
    const type = this.#typeOf(expr)
    this.#types.set(expr, type)
    return type
  }

  #fault(place: Place, message: string): CelType {
    this.#faults.push({ message, at: place.at, end: Math.max(place.end, place.at + 1) })
    return ERROR
  }

  #typeOf(expr: Expr): CelType {
    switch (expr.kind) {
      case 'literal':
        return LITERALS[expr.literal.type] ?? DYN
      case 'ident':
        return this.#ident(expr.name) ?? this.#undeclared(expr, expr.name)
      case 'select': {
        const name = expr.test ? undefined : qualifiedName(expr)
        const named = name === undefined ? undefined : this.#ident(name)
        if (named) return named
        const type = this.#field(expr, expr.operand, expr.field, false)
        return expr.test ? BOOL : substitute(this.#bindings, type, 'keep')
      }
      case 'call':
        return this.#call(expr)
      case 'list':
        return this.#list(expr.items, expr.optional)
      case 'map': {
        let key: CelType | undefined
        let value: CelType | undefined
        for (const entry of expr.entries) {
          key = this.#join(key, this.check(entry.key))
          const type = this.check(entry.value)
          value = this.#join(value, entry.optional ? this.#unwrapped(entry.value, type) : type)
        }
        return mapOf(key ?? this.#variable(), value ?? this.#variable())
      }
      case 'comprehension':
        return this.#comprehension(expr)
      case 'struct':
        throw new NotChecked('a message that it creates')
    }
  }

  #undeclared(place: Place, name: string): CelType {
    if (FOREIGN.test(name)) throw new NotChecked(`the name ${name}`)
    return this.#fault(place, `undeclared reference to '${name}' (in container '')`)
  }

  #ident(name: string): CelType | undefined {
    const plain = name.replace(/^\./, '')
    for (const scope of this.#scopes.toReversed()) {
      const type = name === plain ? scope.get(name) : this.#scopes[0]?.get(plain)
      if (!type) continue
      if (plain === 'oldSelf' && scope === this.#scopes[0]) this.#usesOldSelf = true
      return type
    }
    const type = TYPE_NAMES.get(plain)
    return type && typeOf(type)
  }

  #field(expr: Expr, operand: Expr, field: string, optional: boolean): CelType {
    const type = substitute(this.#bindings, this.check(operand), 'keep')
    const wrapped = isOptional(type)
    const target = wrapped ? (type.params[0] as CelType) : type
    const result = this.#fieldType(expr, target, field)
    return wrapped || optional ? optionalOf(result) : result
  }

  #fieldType(expr: Expr, target: CelType, field: string): CelType {
    if (target.kind === 'map') return target.params[1] as CelType
    if (target.kind === 'struct') {
      if (!target.decl) return this.#fault(expr, `unexpected failed resolution of '${target.name}'`)
      const found = target.decl.fields?.get(field)
      return found?.type ?? this.#fault(expr, `undefined field '${field}'`)
    }
    if (target.kind === 'param') this.#isAssignable(DYN, target)
    else if (!isDynOrError(target)) {
      this.#fault(expr, `type '${formatType(target)}' does not support field selection`)
    }
    return DYN
  }

  #call(call: Call): CelType {
    const { name, args, target } = call
    const [first, second] = args
    if (name === '_?._' && first && second?.kind === 'literal') {
      this.#overloads.set(call, [OPTIONAL_SELECT])
      const type = this.#field(call, first, String(second.literal.value), true)
      this.#types.set(second, STRING)
      return substitute(this.#bindings, type, 'keep')
    }
    for (const arg of args) this.check(arg)
    if (!target) return this.#resolve(call, name, undefined)
    const prefix = qualifiedName(target)
    const qualified = prefix === undefined ? undefined : `${prefix}.${name}`.replace(/^\./, '')
    if (qualified !== undefined && FUNCTIONS.has(qualified)) {
      this.#callees.set(call, { name: qualified, target: undefined })
      return this.#resolve(call, qualified, undefined)
    }
    this.check(target)
    return this.#resolve(call, name, target)
  }

  #resolve(call: Call, written: string, target: Expr | undefined): CelType {
    const name = written.replace(/^\.(?=\w)/, '')
    const declared = FUNCTIONS.get(name)
    if (!declared) return this.#undeclared(call, name)
    const args = target ? [target, ...call.args] : call.args
    const types = args.map((arg) => this.#types.get(arg) ?? ERROR)
    let result: CelType | undefined
    const found: Overload[] = []
    for (const overload of declared) {
      if (overload.member !== (target !== undefined)) continue
      if (name === '_&&_' || name === '_||_') return this.#logic(call, overload, types)
      const renamed = new Map<string, CelType>()
      const fresh = (type: CelType) => this.#instance(type, renamed)
      const wanted = overload.args.map(fresh)
      const bindings = assign(this.#bindings, types, wanted)
      if (!bindings) continue
      this.#bindings = bindings
      found.push(overload)
      const type = substitute(bindings, fresh(overload.result), 'keep')
      if (!result) result = type
      else if (!isDyn(result) && !isExactType(type, result)) result = DYN
    }
    if (!result) return this.#noOverload(call, name, types, target !== undefined)
    this.#overloads.set(call, found)
    return result
  }

  #logic(call: Call, overload: Overload, types: readonly CelType[]): CelType {
    this.#overloads.set(call, [overload])
    let wrong = false
    for (const [i, type] of types.entries()) {
      if (this.#isAssignable(type, BOOL)) continue
      wrong = true
      const found = formatType(substitute(this.#bindings, type, 'keep'))
      this.#fault(call.args[i] ?? call, `expected type 'bool' but found '${found}'`)
    }
    return wrong ? ERROR : BOOL
  }

  #noOverload(call: Call, name: string, types: readonly CelType[], member: boolean): CelType {
    const [first, ...rest] = types.map((type) =>
      formatType(substitute(this.#bindings, type, 'dyn')),
    )
    const applied = member ? `${first}.(${rest.join(', ')})` : `(${[first, ...rest].join(', ')})`
    return this.#fault(
      call,
      `found no matching overload for '${name}' applied to '${applied}'`.replace(
        '(undefined)',
        '()',
      ),
    )
  }

  /** A type of a declaration, with parameters of this call alone. */
  #instance(type: CelType, renamed: Map<string, CelType>): CelType {
    if (type.kind === 'param') {
      const known = renamed.get(type.name) ?? this.#variable()
      renamed.set(type.name, known)
      return known
    }
    if (type.params.length === 0) return type
    return { ...type, params: type.params.map((one) => this.#instance(one, renamed)) }
  }

  #list(items: readonly Expr[], optional: ReadonlySet<number>): CelType {
    let type: CelType | undefined
    for (const [i, item] of items.entries()) {
      const own = this.check(item)
      type = this.#join(type, optional.has(i) ? this.#unwrapped(item, own) : own)
    }
    return listOf(type ?? this.#variable())
  }

  #unwrapped(place: Place, type: CelType): CelType {
    if (isOptional(type)) return type.params[0] as CelType
    // The API server fails on these.
    if (isDyn(type)) throw new NotChecked('an optional item of no known type')
    if (type.kind !== 'error') {
      const wanted = formatType(optionalOf(type))
      this.#fault(place, `expected type '${wanted}' but found '${formatType(type)}'`)
    }
    return type
  }

  #join(previous: CelType | undefined, current: CelType): CelType {
    if (!previous) return current
    if (this.#isAssignable(previous, current)) return mostGeneral(previous, current)
    // cel-go looks for lists of several types once all types are known (validate.ts).
    return DYN
  }

  #mismatch(place: Place, wanted: CelType, found: CelType): CelType {
    const [a, b] = [wanted, found].map((type) =>
      formatType(substitute(this.#bindings, type, 'keep')),
    )
    return this.#fault(place, `expected type '${a}' but found '${b}'`)
  }

  #comprehension(expr: Comprehension): CelType {
    this.check(expr.range)
    const accumulated = this.check(expr.init)
    const range = substitute(this.#bindings, this.#types.get(expr.range) ?? ERROR, 'keep')
    const outer = this.#scopes
    const withAccumulator = [...outer, new Map([[expr.accumulator, accumulated]])]
    this.#scopes = [...withAccumulator, this.#loopVariables(expr, range)]
    this.#assert(expr.condition, BOOL)
    this.#assert(expr.step, accumulated)
    this.#scopes = withAccumulator
    const result = this.check(expr.result)
    this.#scopes = outer
    return substitute(this.#bindings, result, 'keep')
  }

  #loopVariables(expr: Comprehension, range: CelType): ReadonlyMap<string, CelType> {
    const { variable, second } = expr
    const [first = DYN, other = DYN] = range.params
    if (range.kind === 'list') {
      return new Map(
        second === undefined
          ? [[variable, first]]
          : [
              [variable, INT],
              [second, first],
            ],
      )
    }
    if (range.kind === 'map') {
      return new Map(
        second === undefined
          ? [[variable, first]]
          : [
              [variable, first],
              [second, other],
            ],
      )
    }
    let type = DYN
    if (range.kind === 'dyn' || range.kind === 'error' || range.kind === 'param') {
      this.#isAssignable(DYN, range)
    } else {
      const found = formatType(range)
      type = this.#fault(
        expr.range,
        `expression of type '${found}' cannot be range of a comprehension (must be list, map, or dynamic)`,
      )
    }
    return new Map(
      second === undefined
        ? [[variable, type]]
        : [
            [variable, type],
            [second, type],
          ],
    )
  }

  #assert(expr: Expr, wanted: CelType): void {
    const type = this.check(expr)
    if (!this.#isAssignable(wanted, type)) this.#mismatch(expr, wanted, type)
  }

  #isAssignable(from: CelType, to: CelType): boolean {
    const bindings = assign(this.#bindings, [from], [to])
    if (bindings) this.#bindings = bindings
    return bindings !== undefined
  }

  #variable(): CelType {
    return param(`_var${this.#fresh++}`)
  }
}

const OPTIONAL_SELECT: Overload = {
  id: 'select_optional_field',
  member: false,
  args: [DYN, STRING],
  result: readType('optional(V)'),
  call: undefined,
}
