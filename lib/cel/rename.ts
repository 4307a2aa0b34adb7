import { escapeName } from './escape'
import type { Call, Comprehension, Expr } from './syntax/expr'
import { isBinding, partsOf } from './syntax/expr'
import { parseCel } from './syntax/parse'

/** Stands in a place for every item of a list and every value of a map. */
export const EACH = null
/** Property names from `self` on, as the schema has them, and {@link EACH} on the way. */
export type CelPlace = readonly (string | typeof EACH)[]

/** What an expression stands for, as far as it is a part of `self`. */
type Part = CelPlace | { readonly listOf: Part } | undefined

const SAME_LIST = new Set(['filter'])
const SAME_VALUE = new Set([
  'value',
  'orValue',
  'or',
  'optional.of',
  'optional.ofNonZeroValue',
  'dyn',
])
const ITEM = new Set(['_[_]', '_[?_]', 'first', 'last', 'min', 'max'])
const REORDERED = new Set(['sort', 'sortBy', 'reverse', 'distinct', 'slice', '_+_'])

/**
 * A CEL rule or messageExpression whose uses of the property at `from` (below `self` and `oldSelf` of
 * the rule) are called `to`: by reading it, so that a string or another property of that name stays.
 * Loop variables, indexes and optional fields are followed. The text itself where nothing is to be
 * changed, and where it is no CEL; `undefined` where the property is used and no rule can say `to`.
 */
export function renameInCel(rule: string, from: CelPlace, to: string): string | undefined {
  const places = usesInCel(rule, from)
  if (places.length === 0) return rule
  const name = escapeName(to)
  if (name === undefined) return undefined
  let text = rule
  for (const { start, end } of places.toReversed()) {
    text = text.slice(0, start) + name + text.slice(end)
  }
  return text
}

/** Where a rule names the property at `place`, in UTF-16 units from left to right. */
export function usesInCel(
  rule: string,
  place: CelPlace,
): readonly { readonly start: number; readonly end: number }[] {
  const last = place.at(-1)
  if (typeof last !== 'string') return []
  let expr: Expr
  try {
    expr = parseCel(rule)
  } catch {
    // What cannot be read has no names; the rule `cel-rules` tells the user.
    return []
  }
  const search = new Search(place.slice(0, -1), escapeName(last))
  search.part(
    expr,
    new Map([
      ['self', []],
      ['oldSelf', []],
    ]),
  )
  const found = new Map(search.found.map((use) => [use.start, use]))
  return [...found.values()].sort((a, b) => a.start - b.start)
}

type Scope = ReadonlyMap<string, Part>

class Search {
  readonly found: { start: number; end: number }[] = []

  constructor(
    readonly parent: CelPlace,
    readonly name: string | undefined,
  ) {}

  part(expr: Expr, scope: Scope): Part {
    switch (expr.kind) {
      case 'ident':
        return scope.get(expr.name)
      case 'select':
        return this.#field(this.part(expr.operand, scope), expr.field, expr.fieldStart, expr.end)
      case 'call':
        return this.#call(expr, scope)
      case 'comprehension':
        return this.#loop(expr, scope)
      case 'list': {
        const items = expr.items.map((item) => this.part(item, scope))
        return items[0] && { listOf: items[0] }
      }
      default:
        for (const inner of partsOf(expr)) this.part(inner, scope)
        return undefined
    }
  }

  #field(operand: Part, field: string, start: number, end: number): Part {
    if (!isPlace(operand)) return undefined
    if (field === this.name && samePlace(operand, this.parent)) this.found.push({ start, end })
    return [...operand, field]
  }

  #call(expr: Call, scope: Scope): Part {
    const { name, target, args } = expr
    const [first, second] = args
    if (name === '_?._' && first && second?.kind === 'literal') {
      return this.#field(
        this.part(first, scope),
        String(second.literal.value),
        second.start,
        second.end,
      )
    }
    const on = target && this.part(target, scope)
    const parts = args.map((arg) => this.part(arg, scope))
    if (name === '_?_:_') return parts[1] ?? parts[2]
    const subject = target ? on : parts[0]
    if (SAME_VALUE.has(name)) return subject ?? parts[0]
    if (ITEM.has(name)) return eachOf(subject)
    return REORDERED.has(name) ? subject : undefined
  }

  #loop(expr: Comprehension, scope: Scope): Part {
    const range = this.part(expr.range, scope)
    if (isBinding(expr)) {
      const bound = this.part(expr.init, scope)
      return this.part(expr.result, new Map([...scope, [expr.accumulator, bound]]))
    }
    const inside = new Map(scope)
    // Over a map the one variable is a key; nothing of a key has a name.
    inside.set(expr.variable, expr.second === undefined ? eachOf(range) : undefined)
    if (expr.second !== undefined) inside.set(expr.second, eachOf(range))
    const item = this.#item(expr.step, inside)
    this.part(expr.step, inside)
    if (SAME_LIST.has(expr.macro)) return range
    return item && { listOf: item }
  }

  /** What a loop collects: the one item of the list that its step adds. */
  #item(step: Expr, scope: Scope): Part {
    if (step.kind === 'list') return step.items[0] && this.part(step.items[0], scope)
    if (step.kind !== 'call') return undefined
    if (step.name === '_?_:_') return step.args[1] && this.#item(step.args[1], scope)
    return step.name === '_+_' && step.args[1] ? this.#item(step.args[1], scope) : undefined
  }
}

function eachOf(part: Part): Part {
  return isPlace(part) ? [...part, EACH] : part?.listOf
}

function isPlace(part: Part): part is CelPlace {
  return Array.isArray(part)
}

/** `written` has names as rules write them, `wanted` as the schema does. */
function samePlace(written: CelPlace, wanted: CelPlace): boolean {
  return (
    written.length === wanted.length &&
    written.every((step, i) => {
      const other = wanted[i]
      return typeof other === 'string' ? step === escapeName(other) : step === EACH
    })
  )
}
