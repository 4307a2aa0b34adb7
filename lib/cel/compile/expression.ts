import { CelFault } from '../syntax/expr'
import { parseCel, TooDeep } from '../syntax/parse'
import { type CelType, optionalOf } from '../types/cel-type'
import type { DeclType } from '../types/decl-type'
import { type Checked, type CompileFault, check, NotChecked } from './check'
import { validate } from './validate'

/** An expression as the API server would compile it. */
export interface Expression {
  /** With types, unless it has a fault or is not judged. */
  readonly checked: Checked | undefined
  readonly faults: readonly CompileFault[]
  /** What keeps it from being judged here; ends a sentence: "a regular expression". */
  readonly unsure: string | undefined
}

/**
 * Reads and checks an expression of a rule at a schema.
 * @param self what the rule is about
 * @param optionalOldSelf `oldSelf` is an optional
 */
export function compileExpression(
  text: string,
  self: DeclType,
  optionalOldSelf: boolean,
): Expression {
  const variables = new Map<string, CelType>([
    ['self', self.type],
    ['oldSelf', optionalOldSelf ? optionalOf(self.type) : self.type],
  ])
  try {
    const checked = check(parseCel(text), variables)
    const faults = checked.faults.length > 0 ? checked.faults : validate(checked)
    return { checked: faults.length > 0 ? undefined : checked, faults, unsure: undefined }
  } catch (error) {
    if (error instanceof CelFault) {
      const { message, at, end } = error
      return { checked: undefined, faults: [{ message, at, end }], unsure: undefined }
    }
    if (error instanceof NotChecked) return unjudged(error.message)
    if (error instanceof TooDeep) return unjudged('its depth or length')
    throw error
  }
}

const unjudged = (unsure: string): Expression => ({ checked: undefined, faults: [], unsure })
