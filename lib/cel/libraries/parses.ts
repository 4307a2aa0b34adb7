import { EvaluationFault } from '../values/value'

/** Whether a text can be read: `isQuantity` and the like. */
export function parses(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch (error) {
    if (error instanceof EvaluationFault) return false
    throw error
  }
}
