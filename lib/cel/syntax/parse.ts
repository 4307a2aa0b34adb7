import { CelFault, type Expr, type Literal, type MapEntry, partsOf, type StructField } from './expr'
import { expandMacro } from './macros'
import { type Token, tokensOf } from './tokens'

const RESERVED = new Set(
  'as break const continue else false for function if import in let loop package namespace null return true var void while'.split(
    ' ',
  ),
)
const RELATIONS = ['<', '<=', '>=', '>', '==', '!=', 'in']
const MAX_CODE_POINTS = 100_000
/** cel-go stops at a depth of 250 rules of its grammar, of which one level here takes two at most. */
const MAX_DEPTH = 100
const INT64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n }

/** An expression too deep to be sure that cel-go reads it. */
export class TooDeep extends Error {}

/**
 * Reads an expression by the grammar of cel-go 0.26, which Kubernetes uses, with optional syntax and
 * its macros expanded.
 * @throws {CelFault} where cel-go does not read it; {@link TooDeep} near its limits
 */
export function parseCel(source: string): Expr {
  if ([...source].length > MAX_CODE_POINTS) {
    throw new CelFault('expression code point size exceeds limit', 0, source.length)
  }
  const expr = new Parser(tokensOf(source)).whole()
  measure(expr, 0, new Map())
  return expr
}

/** More parts than anybody writes: `optMap` doubles what it is called on, one upon the other. */
const MAX_PARTS = 5000

interface Measure {
  readonly height: number
  readonly parts: number
}

/** @throws {TooDeep} for what takes long to walk through; parts may be shared. */
function measure(expr: Expr, depth: number, known: Map<Expr, Measure>): Measure {
  const before = known.get(expr)
  if (depth + (before?.height ?? 0) > MAX_DEPTH) throw new TooDeep()
  if (before) return before
  let [height, parts] = [0, 1]
  for (const part of partsOf(expr)) {
    const found = measure(part, depth + 1, known)
    height = Math.max(height, found.height + 1)
    parts += found.parts
  }
  if (parts > MAX_PARTS) throw new TooDeep()
  known.set(expr, { height, parts })
  return { height, parts }
}

class Parser {
  #i = 0
  #depth = 0

  constructor(readonly tokens: readonly Token[]) {}

  whole(): Expr {
    const expr = this.#expr()
    if (this.#now.kind !== 'end') this.#unexpected()
    return expr
  }

  get #now(): Token {
    return this.tokens[this.#i] as Token
  }

  #is(text: string): boolean {
    return this.#now.kind === 'op' && this.#now.text === text
  }

  #take(text: string): Token | undefined {
    return this.#is(text) ? this.tokens[this.#i++] : undefined
  }

  #need(text: string): Token {
    return this.#take(text) ?? this.#unexpected(`'${text}'`)
  }

  #name(): Token {
    if (this.#now.kind !== 'name') this.#unexpected('IDENTIFIER')
    return this.tokens[this.#i++] as Token
  }

  #unexpected(wanted = 'an expression'): never {
    const { kind, text, at, end } = this.#now
    const found = kind === 'end' ? text : text.replaceAll('\n', String.raw`\n`)
    throw new CelFault(
      `Syntax error: mismatched input '${found}' expecting ${kind === 'end' || wanted !== 'an expression' ? wanted : '<EOF>'}`,
      at,
      Math.max(end, at + 1),
    )
  }

  #expr(): Expr {
    this.#depth++
    if (this.#depth > MAX_DEPTH) throw new TooDeep()
    const first = this.#or()
    const op = this.#take('?')
    let expr = first
    if (op) {
      const yes = this.#or()
      this.#need(':')
      expr = call('_?_:_', op.at, [first, yes, this.#expr()])
    }
    this.#depth--
    return expr
  }

  #or = (): Expr => this.#binary(['||'], () => this.#and())
  #and = (): Expr => this.#binary(['&&'], () => this.#relation())
  #relation = (): Expr => this.#binary(RELATIONS, () => this.#sum())
  #sum = (): Expr => this.#binary(['+', '-'], () => this.#product())
  #product = (): Expr => this.#binary(['*', '/', '%'], () => this.#unary())

  #binary(ops: readonly string[], operand: () => Expr): Expr {
    let left = operand()
    while (this.#now.kind === 'op' && ops.includes(this.#now.text)) {
      const op = this.tokens[this.#i++] as Token
      const name = op.text === 'in' ? '@in' : `_${op.text}_`
      left = call(name, op.at, [left, operand()])
    }
    return left
  }

  #unary(): Expr {
    for (const [op, name] of [
      ['!', '!_'],
      ['-', '-_'],
    ] as const) {
      if (!this.#is(op) || (op === '-' && isNumber(this.tokens[this.#i + 1]))) continue
      const at = this.#now.at
      let count = 0
      while (this.#take(op)) count++
      // The last of several minuses belongs to the number that follows only where it stands alone.
      const member = this.#member()
      return count % 2 === 0 ? member : call(name, at, [member], at)
    }
    return this.#member()
  }

  #member(): Expr {
    let expr = this.#primary()
    for (;;) {
      const dot = this.#take('.')
      const open = dot ? undefined : this.#take('[')
      if (dot) expr = this.#afterDot(expr, dot)
      else if (open) {
        const optional = this.#take('?') !== undefined
        const index = this.#expr()
        const { end } = this.#need(']')
        expr = { ...call(optional ? '_[?_]' : '_[_]', open.at, [expr, index]), end }
      } else return expr
    }
  }

  #afterDot(operand: Expr, dot: Token): Expr {
    const optional = this.#take('?') !== undefined
    const name = this.#name()
    const { start } = operand
    if (optional) {
      const field: Expr = {
        kind: 'literal',
        literal: { type: 'string', value: name.text },
        at: name.at,
        start: name.at,
        end: name.end,
      }
      return { ...call('_?._', dot.at, [operand, field]), start, end: name.end }
    }
    const open = this.#take('(')
    if (open) {
      const args = this.#list(')', () => this.#expr(), false)
      return expandMacro({
        kind: 'call',
        name: name.text,
        target: operand,
        args,
        at: open.at,
        start,
        end: this.#last,
      })
    }
    return {
      kind: 'select',
      operand,
      field: name.text,
      fieldStart: name.at,
      test: false,
      at: dot.at,
      start,
      end: name.end,
    }
  }

  get #last(): number {
    return this.tokens[this.#i - 1]?.end ?? 0
  }

  /** What stands between brackets, and its closing one. */
  #list<T>(close: string, item: () => T, trailing: boolean): T[] {
    const items: T[] = []
    if (this.#take(close)) return items
    if (trailing && this.#is(',')) {
      this.#i++
      this.#need(close)
      return items
    }
    for (;;) {
      items.push(item())
      if (!this.#take(',')) break
      if (trailing && this.#is(close)) break
    }
    this.#need(close)
    return items
  }

  #primary(): Expr {
    const token = this.#now
    const start = token.at
    if (token.kind === 'literal') {
      this.#i++
      return this.#literal(token.literal, start, token.end)
    }
    if (this.#is('-') && isNumber(this.tokens[this.#i + 1])) {
      const number = this.tokens[this.#i + 1] as Token & { kind: 'literal' }
      this.#i += 2
      return this.#literal(negated(number.literal), start, number.end)
    }
    if (this.#take('(')) {
      const inner = this.#expr()
      this.#need(')')
      return inner
    }
    if (this.#take('[')) {
      const optional = new Set<number>()
      let count = 0
      const items = this.#list(
        ']',
        () => {
          if (this.#take('?')) optional.add(count)
          count++
          return this.#expr()
        },
        true,
      )
      return { kind: 'list', items, optional, at: start, start, end: this.#last }
    }
    if (this.#take('{')) {
      const entries = this.#list('}', () => this.#entry(), true)
      return { kind: 'map', entries, at: start, start, end: this.#last }
    }
    if (token.kind === 'name' || this.#is('.')) return this.#named(start)
    return this.#unexpected()
  }

  #entry(): MapEntry {
    const optional = this.#take('?') !== undefined
    const key = this.#expr()
    this.#need(':')
    return { key, value: this.#expr(), optional }
  }

  #named(start: number): Expr {
    const dot = this.#take('.') ? '.' : ''
    const name = this.#name()
    const struct = this.#structName(name.text)
    if (struct !== undefined) {
      const open = this.#need('{')
      const fields = this.#list('}', () => this.#field(), true)
      return { kind: 'struct', name: dot + struct, fields, at: open.at, start, end: this.#last }
    }
    if (RESERVED.has(name.text)) {
      throw new CelFault(`reserved identifier: ${name.text}`, name.at, name.end)
    }
    const open = this.#take('(')
    if (!open) return { kind: 'ident', name: dot + name.text, at: name.at, start, end: name.end }
    const args = this.#list(')', () => this.#expr(), false)
    return expandMacro({
      kind: 'call',
      name: dot + name.text,
      target: undefined,
      args,
      at: open.at,
      start,
      end: this.#last,
    })
  }

  /** The name of a message that is created, when `name` begins one: `a.b.C{`. */
  #structName(name: string): string | undefined {
    let ahead = this.#i
    let full = name
    for (;;) {
      const token = this.tokens[ahead]
      if (token?.kind === 'op' && token.text === '{') {
        this.#i = ahead
        return full
      }
      const next = this.tokens[ahead + 1]
      if (token?.text !== '.' || next?.kind !== 'name') return undefined
      full += `.${next.text}`
      ahead += 2
    }
  }

  #field(): StructField {
    this.#take('?')
    const name = this.#name().text
    this.#need(':')
    return { name, value: this.#expr() }
  }

  #literal(literal: Literal, start: number, end: number): Expr {
    const { type, value } = literal
    if (type === 'int' && (value < INT64.min || value > INT64.max)) {
      throw new CelFault('invalid int literal', start, end)
    }
    if (type === 'uint' && value >= 2n ** 64n)
      throw new CelFault('invalid uint literal', start, end)
    if (type === 'double' && !Number.isFinite(value)) {
      throw new CelFault('invalid double literal', start, end)
    }
    return { kind: 'literal', literal, at: start, start, end }
  }
}

function isNumber(token: Token | undefined): boolean {
  return (
    token?.kind === 'literal' && (token.literal.type === 'int' || token.literal.type === 'double')
  )
}

function negated(literal: Literal): Literal {
  if (literal.type === 'int') return { ...literal, value: -literal.value }
  return literal.type === 'double' ? { ...literal, value: -literal.value } : literal
}

function call(
  name: string,
  at: number,
  args: readonly Expr[],
  start = args[0]?.start ?? at,
): Expr & { kind: 'call' } {
  return { kind: 'call', name, target: undefined, args, at, start, end: args.at(-1)?.end ?? at }
}
