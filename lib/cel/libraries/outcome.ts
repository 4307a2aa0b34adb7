import { compileExpression } from '../compile/expression'
import { evaluate } from '../evaluate/evaluate'
import { declTypeOf } from '../types/decl-type'
import { CelMap, EvaluationFault, List, Opaque, Optional, Uint, type Value } from '../values/value'

/** For tests: what an expression of constants comes to, or the fault that it has. */
export function outcome(text: string): unknown {
  const self = declTypeOf({ type: 'object' }, false)
  if (!self) throw new Error('no type')
  const { checked, faults, unsure } = compileExpression(text, self, false)
  if (!checked) throw new Error(unsure ?? faults.map(({ message }) => message).join())
  try {
    return plain(evaluate(checked, new Map()))
  } catch (error) {
    if (error instanceof EvaluationFault) return `! ${error.message}`
    throw error
  }
}

/** Whole numbers as numbers, lists and maps as JSON has them. */
function plain(value: Value): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Uint) return Number(value.value)
  if (value instanceof List) return value.items.map(plain)
  if (value instanceof Optional) return value.value === undefined ? 'none' : plain(value.value)
  if (value instanceof CelMap) {
    return Object.fromEntries(value.entries().map(([key, item]) => [String(key), plain(item)]))
  }
  return value instanceof Opaque ? value.type : value
}
