import { type Expr, partsOf } from './syntax/expr'
import { parseCel } from './syntax/parse'

/**
 * True when a CEL rule looks at the value before the change (a transition rule, kratix.md 90): not
 * for the word in a string, for a field or a loop variable of that name, nor for a text that is no
 * CEL, of which nothing is known.
 */
export function usesOldSelf(rule: string): boolean {
  let expr: Expr
  try {
    expr = parseCel(rule)
  } catch {
    // What cannot be read means nothing yet; the rule `cel-rules` tells the user.
    return false
  }
  return uses(expr, false)
}

/** @param hidden a loop around the expression has a variable of that name */
function uses(expr: Expr, hidden: boolean): boolean {
  if (expr.kind === 'ident') return expr.name === '.oldSelf' || (expr.name === 'oldSelf' && !hidden)
  if (expr.kind !== 'comprehension') return partsOf(expr).some((part) => uses(part, hidden))
  const { range, init, condition, step, result, variable, second, accumulator } = expr
  const inside = hidden || [variable, second, accumulator].includes('oldSelf')
  return (
    [range, init].some((part) => uses(part, hidden)) ||
    [condition, step, result].some((part) => uses(part, inside))
  )
}
