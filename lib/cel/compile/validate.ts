import { evaluate, SHORT } from '../evaluate/evaluate'
import { durationOf, timestampOf } from '../functions/time'
import { isRegex } from '../regex'
import { type Expr, type Literal, partsOf } from '../syntax/expr'
import { type CelType, formatType, isExactType } from '../types/cel-type'
import { EvaluationFault, NotEvaluated } from '../values/value'
import { type Checked, type CompileFault, NotChecked } from './check'
import { formatFault } from './format-calls'

/** Functions that cel-go calls at once where their one argument is a constant. */
const CONVERSIONS = [
  'bool',
  'bytes',
  'double',
  'duration',
  'dyn',
  'int',
  'string',
  'timestamp',
  'type',
  'uint',
]
/** Whether a constant cannot be what `duration` or `timestamp` takes. */
function isNo(name: string, { type, value }: Literal): boolean {
  // Of numbers cel-go makes a duration only where it is told that the number is one.
  if (name === 'duration' && type === 'int') return true
  if (type !== 'string' || (name !== 'duration' && name !== 'timestamp')) return false
  try {
    if (name === 'duration') durationOf(value)
    else timestampOf(value)
    return false
  } catch (error) {
    if (error instanceof EvaluationFault) return true
    throw error
  }
}

/**
 * What cel-go refuses in an expression whose types fit: constants that are no duration, timestamp or
 * regular expression, lists of several types, conversions of constants that fail.
 * @throws {NotChecked} for what is not certain
 */
export function validate(checked: Checked): readonly CompileFault[] {
  const faults: CompileFault[] = []
  const say = ({ at, end }: Expr, message: string) => faults.push({ message, at, end })
  const seen = new Set<Expr>()
  const visit = (expr: Expr, mixed: boolean) => {
    if (seen.has(expr)) return
    seen.add(expr)
    const formats = expr.kind === 'call' && checked.calleeOf(expr).name === 'format'
    for (const part of partsOf(expr)) visit(part, mixed || formats)
    if (expr.kind === 'call') judgeCall(checked, expr, say)
    if (expr.kind === 'list' && !mixed) {
      const types = expr.items.map((item, i) => {
        const type = checked.typeOf(item)
        return expr.optional.has(i) ? (type.params[0] ?? type) : type
      })
      sameTypes(expr.items, types, say)
    }
    if (expr.kind === 'map' && !mixed) {
      const values = expr.entries.map(({ value, optional }) => {
        const type = checked.typeOf(value)
        return optional ? (type.params[0] ?? type) : type
      })
      sameTypes(
        expr.entries.map(({ key }) => key),
        expr.entries.map(({ key }) => checked.typeOf(key)),
        say,
      )
      sameTypes(
        expr.entries.map(({ value }) => value),
        values,
        say,
      )
    }
  }
  visit(checked.expr, false)
  return faults
}

type Say = (expr: Expr, message: string) => void

function sameTypes(items: readonly Expr[], types: readonly CelType[], say: Say): void {
  const [first] = types
  const other = types.findIndex((type) => first && !isExactType(first, type))
  const item = items[other]
  if (!first || !item) return
  const found = formatType(types[other] as CelType)
  say(item, `expected type '${formatType(first)}' but found '${found}'`)
}

function judgeCall(checked: Checked, call: Expr & { kind: 'call' }, say: Say): void {
  const { name, target } = checked.calleeOf(call)
  const [first] = call.args
  if (name === 'format') {
    const fault = formatFault(checked, call)
    if (fault !== undefined) say(call, fault)
  }
  if (first?.kind === 'literal' && isNo(name, first.literal)) {
    say(first, `invalid ${name} argument`)
    return
  }
  const patterns =
    name === 'matches' ? call.args : /^find(?:All)?$/.test(name) ? call.args.slice(0, 1) : []
  const message =
    name === 'matches'
      ? 'invalid matches argument'
      : 'program instantiation failed: error parsing regexp'
  for (const pattern of patterns) judgePattern(pattern, message, say)
  if (
    target ||
    call.args.length !== 1 ||
    !CONVERSIONS.includes(name) ||
    !isConstant(checked, first)
  )
    return
  try {
    evaluate(checked, new Map(), { expr: call, maxCost: SHORT })
  } catch (error) {
    if (error instanceof NotEvaluated) throw new NotChecked(error.message)
    if (!(error instanceof EvaluationFault)) throw error
    say(call, `program instantiation failed: ${error.message}`)
  }
}

/** What cel-go computes before it is asked to. */
function isConstant(checked: Checked, expr: Expr | undefined): boolean {
  switch (expr?.kind) {
    case 'literal':
      return true
    case 'list':
      return expr.items.every((item) => isConstant(checked, item))
    case 'map':
      return expr.entries.every(
        ({ key, value }) => isConstant(checked, key) && isConstant(checked, value),
      )
    case 'call': {
      const { name, target } = checked.calleeOf(expr)
      return (
        !target &&
        expr.args.length === 1 &&
        CONVERSIONS.includes(name) &&
        isConstant(checked, expr.args[0])
      )
    }
    default:
      return false
  }
}

/** Also of the text that the global `matches` looks at: cel-go takes the first argument for the pattern. */
function judgePattern(expr: Expr, message: string, say: Say): void {
  if (expr.kind !== 'literal' || expr.literal.type !== 'string') return
  const fits = isRegex(expr.literal.value)
  if (fits === undefined) throw new NotChecked('a regular expression')
  if (!fits) say(expr, message)
}
