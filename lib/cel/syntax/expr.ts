/** A constant of a CEL expression. */
export type Literal =
  | { readonly type: 'int' | 'uint'; readonly value: bigint }
  | { readonly type: 'double'; readonly value: number }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'null'; readonly value: null }

/** Where a node stands in the text of its expression, in UTF-16 units. */
export interface Place {
  /** Where cel-go reports a fault of this node: the operator, the bracket, the first letter. */
  readonly at: number
  readonly start: number
  readonly end: number
}

export interface Select extends Place {
  readonly kind: 'select'
  readonly operand: Expr
  readonly field: string
  /** Where the name of the field starts; it ends with the node. */
  readonly fieldStart: number
  /** `has(operand.field)` */
  readonly test: boolean
}

/** A call; operators have the names that cel-go gives them, such as `_==_`. */
export interface Call extends Place {
  readonly kind: 'call'
  readonly name: string
  readonly target: Expr | undefined
  readonly args: readonly Expr[]
}

export interface MapEntry {
  readonly key: Expr
  readonly value: Expr
  readonly optional: boolean
}

export interface StructField {
  readonly name: string
  readonly value: Expr
}

/** What a macro such as `all` or `map` comes to. */
export interface Comprehension extends Place {
  readonly kind: 'comprehension'
  /** The name of the macro, for what needs the text rather than the loop. */
  readonly macro: string
  readonly range: Expr
  readonly variable: string
  readonly second: string | undefined
  readonly accumulator: string
  readonly init: Expr
  readonly condition: Expr
  readonly step: Expr
  readonly result: Expr
}

/** A node of the syntax tree, as cel-go has it once its macros are expanded. */
export type Expr =
  | (Place & { readonly kind: 'literal'; readonly literal: Literal })
  | (Place & { readonly kind: 'ident'; readonly name: string })
  | Select
  | Call
  | (Place & {
      readonly kind: 'list'
      readonly items: readonly Expr[]
      readonly optional: ReadonlySet<number>
    })
  | (Place & { readonly kind: 'map'; readonly entries: readonly MapEntry[] })
  | (Place & {
      readonly kind: 'struct'
      readonly name: string
      readonly fields: readonly StructField[]
    })
  | Comprehension

/** Why an expression cannot be read or compiled, and where in its text (UTF-16 units). */
export class CelFault extends Error {
  constructor(
    message: string,
    readonly at: number,
    readonly end = at + 1,
  ) {
    super(message)
  }
}

/** The nodes right below one. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'select':
      return [expr.operand]
    case 'call':
      return expr.target ? [expr.target, ...expr.args] : expr.args
    case 'list':
      return expr.items
    case 'map':
      return expr.entries.flatMap(({ key, value }) => [key, value])
    case 'struct':
      return expr.fields.map(({ value }) => value)
    case 'comprehension':
      return [expr.range, expr.init, expr.condition, expr.step, expr.result]
    default:
      return []
  }
}

/** `a.b.c` for a chain of plain selections. */
export function qualifiedName(expr: Expr): string | undefined {
  if (expr.kind === 'ident') return expr.name
  if (expr.kind !== 'select' || expr.test) return undefined
  const prefix = qualifiedName(expr.operand)
  return prefix === undefined ? undefined : `${prefix}.${expr.field}`
}

/** True for a macro that names one value rather than runs over many. */
export function isBinding({ macro }: Comprehension): boolean {
  return macro === 'optMap' || macro === 'optFlatMap' || macro === 'sortBy'
}
