import {
  type CelType,
  DYN,
  isDyn,
  isDynOrError,
  isExactType,
  listOf,
  mapOf,
  opaque,
  typeOf,
} from './cel-type'

/** What type parameters have come to stand for, by name. */
export type Bindings = Map<string, CelType>

/** The bindings in which `from` can stand where `to` is wanted, one by one; `undefined` if none. */
export function assign(
  bindings: Bindings,
  from: readonly CelType[],
  to: readonly CelType[],
): Bindings | undefined {
  const copy = new Map(bindings)
  return allAssignable(copy, from, to) ? copy : undefined
}

function allAssignable(m: Bindings, from: readonly CelType[], to: readonly CelType[]): boolean {
  return (
    from.length === to.length && from.every((type, i) => isAssignable(m, type, to[i] as CelType))
  )
}

/** As cel-go 0.26 has it (checker/types.go), its treatment of null included. */
function isAssignable(m: Bindings, a: CelType, b: CelType): boolean {
  if (b.kind === 'param') {
    const { valid, bound } = substitutes(m, a, b)
    if (valid || bound) return valid
  }
  if (a.kind === 'param') return substitutes(m, b, a).valid
  if (isDynOrError(a) || isDynOrError(b)) return true
  if (a.kind === 'null') return isNullable(b)
  if (b.kind === 'null') return isNullable(a)
  switch (a.kind) {
    case 'type':
      return b.kind === 'type'
    case 'opaque':
    case 'list':
    case 'map':
      return a.kind === b.kind && a.name === b.name && allAssignable(m, a.params, b.params)
    default:
      return a.kind === b.kind && a.name === b.name
  }
}

function isNullable(type: CelType): boolean {
  return ['null', 'opaque', 'struct', 'duration', 'timestamp'].includes(type.kind)
}

/** Whether parameter `b` can stand for `a`, and whether it stands for something already. */
function substitutes(m: Bindings, a: CelType, b: CelType): { valid: boolean; bound: boolean } {
  if (isExactType(a, b)) return { valid: true, bound: true }
  const known = m.get(b.name)
  if (!known) {
    const valid = !occursIn(m, b, a)
    if (valid) m.set(b.name, a)
    return { valid, bound: false }
  }
  if (isExactType(a, known)) return { valid: true, bound: true }
  if (!isAssignable(m, a, known)) return { valid: false, bound: true }
  const general = mostGeneral(a, known)
  if (!occursIn(m, b, general)) m.set(b.name, general)
  return { valid: true, bound: true }
}

function occursIn(m: Bindings, type: CelType, within: CelType): boolean {
  if (isExactType(type, within)) return true
  if (within.kind === 'param') {
    const known = m.get(within.name)
    return known !== undefined && occursIn(m, type, known)
  }
  return within.params.some((one) => occursIn(m, type, one))
}

/** The more general of two types that unify. */
export function mostGeneral(a: CelType, b: CelType): CelType {
  return isLessSpecific(a, b) ? a : b
}

function isLessSpecific(a: CelType, b: CelType): boolean {
  if (isDyn(a) || a.kind === 'param') return true
  if (isDyn(b) || b.kind === 'param' || a.kind !== b.kind) return false
  switch (a.kind) {
    case 'opaque':
    case 'list':
    case 'map':
      return (
        a.name === b.name &&
        a.params.length === b.params.length &&
        a.params.every((one, i) => isLessSpecific(one, b.params[i] as CelType))
      )
    case 'type':
      return true
    default:
      return isExactType(a, b)
  }
}

/** The type with what its parameters stand for; `free` parameters become dyn where that is asked for. */
export function substitute(m: Bindings, type: CelType, free: 'keep' | 'dyn'): CelType {
  if (type.kind === 'param') {
    const known = m.get(type.name)
    if (known) return substitute(m, known, free)
    return free === 'dyn' ? DYN : type
  }
  if (type.params.length === 0) return type
  const params = type.params.map((one) => substitute(m, one, free))
  const [first, second] = params as [CelType, CelType]
  if (type.kind === 'list') return listOf(first)
  if (type.kind === 'map') return mapOf(first, second)
  return type.kind === 'type' ? typeOf(first) : opaque(type.name, ...params)
}
