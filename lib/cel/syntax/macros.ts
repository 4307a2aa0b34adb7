import { type Call, CelFault, type Comprehension, type Expr, type Literal } from './expr'

/** The variable that a loop of cel-go collects in; it cannot be written. */
export const ACCUMULATOR = '@result'
const WRITABLE_ACCUMULATOR = '__result__'
/** The variable of a loop that runs not even once. */
const UNUSED = '#unused'

type Expand = (call: Call, target: Expr) => Expr

/** By name and number of arguments, as the environment of Kubernetes has them. */
const MACROS: Readonly<Record<string, Expand>> = {
  'all/2': (call, target) => all(call, target, one(call)),
  'all/3': (call, target) => all(call, target, two(call)),
  'exists/2': (call, target) => exists(call, target, one(call)),
  'exists/3': (call, target) => exists(call, target, two(call)),
  'exists_one/2': (call, target) => existsOne(call, target, one(call)),
  'existsOne/2': (call, target) => existsOne(call, target, one(call)),
  'exists_one/3': (call, target) => existsOne(call, target, two(call)),
  'existsOne/3': (call, target) => existsOne(call, target, two(call)),
  'filter/2': (call, target) => collected(call, target, one(call), call.args[1], call.args[0]),
  'map/2': (call, target) => collected(call, target, one(call), undefined, call.args[1]),
  'map/3': (call, target) => collected(call, target, one(call), call.args[1], call.args[2]),
  'transformList/3': (call, target) => collected(call, target, two(call), undefined, call.args[2]),
  'transformList/4': (call, target) =>
    collected(call, target, two(call), call.args[2], call.args[3]),
  'transformMap/3': (call, target) => mapped(call, target, undefined, call.args[2], true),
  'transformMap/4': (call, target) => mapped(call, target, call.args[2], call.args[3], true),
  'transformMapEntry/3': (call, target) => mapped(call, target, undefined, call.args[2], false),
  'transformMapEntry/4': (call, target) => mapped(call, target, call.args[2], call.args[3], false),
  'sortBy/2': sortBy,
  'optMap/2': (call, target) => optional(call, target, true),
  'optFlatMap/2': (call, target) => optional(call, target, false),
}

/** The call itself, or what the macro of its name comes to in cel-go. */
export function expandMacro(call: Call): Expr {
  const { name, target, args } = call
  if (target === undefined) return name === 'has' && args.length === 1 ? presence(call) : call
  const key = `${name}/${args.length}`
  return Object.hasOwn(MACROS, key) ? (MACROS[key] as Expand)(call, target) : call
}

function presence(call: Call): Expr {
  const [argument] = call.args
  if (argument?.kind !== 'select' || argument.test) {
    throw fault(argument ?? call, 'invalid argument to has() macro')
  }
  return { ...argument, test: true, at: call.at }
}

interface Variables {
  readonly variable: string
  readonly second: string | undefined
  readonly body: Expr
}

function one(call: Call): Variables {
  const word = /^(?:map|filter)$/.test(call.name) ? 'is not an identifier' : 'must be a simple name'
  return { variable: name(call.args[0], word), second: undefined, body: call.args[1] as Expr }
}

function two(call: Call): Variables {
  const [first, other] = call.args
  const variable = name(first, 'must be a simple name')
  const second = name(other, 'must be a simple name')
  if (variable === second) throw fault(other ?? call, `duplicate variable name: ${variable}`)
  return { variable, second, body: call.args[2] as Expr }
}

function name(expr: Expr | undefined, word: string): string {
  if (expr?.kind !== 'ident') throw fault(expr, `argument ${word}`)
  if (expr.name === WRITABLE_ACCUMULATOR) {
    throw fault(expr, 'iteration variable overwrites accumulator variable')
  }
  return expr.name
}

function all(call: Call, range: Expr, { body, ...variables }: Variables): Expr {
  const accu = ident(call, ACCUMULATOR)
  return loop(call, range, variables, {
    init: literal(call, { type: 'bool', value: true }),
    condition: made(call, '@not_strictly_false', [accu]),
    step: made(call, '_&&_', [accu, body]),
    result: accu,
  })
}

function exists(call: Call, range: Expr, { body, ...variables }: Variables): Expr {
  const accu = ident(call, ACCUMULATOR)
  return loop(call, range, variables, {
    init: literal(call, { type: 'bool', value: false }),
    condition: made(call, '@not_strictly_false', [made(call, '!_', [accu])]),
    step: made(call, '_||_', [accu, body]),
    result: accu,
  })
}

function existsOne(call: Call, range: Expr, { body, ...variables }: Variables): Expr {
  const accu = ident(call, ACCUMULATOR)
  const number = (value: bigint) => literal(call, { type: 'int', value })
  return loop(call, range, variables, {
    init: number(0n),
    condition: literal(call, { type: 'bool', value: true }),
    step: made(call, '_?_:_', [body, made(call, '_+_', [accu, number(1n)]), accu]),
    result: made(call, '_==_', [accu, number(1n)]),
  })
}

function collected(
  call: Call,
  range: Expr,
  variables: Omit<Variables, 'body'>,
  filter: Expr | undefined,
  item: Expr | undefined,
): Expr {
  const accu = ident(call, ACCUMULATOR)
  const place = { at: call.at, start: call.start, end: call.end }
  const single: Expr = { kind: 'list', items: [item as Expr], optional: new Set(), ...place }
  const grown = made(call, '_+_', [accu, single])
  const { variable, second } = variables
  return loop(
    call,
    range,
    { variable, second },
    {
      init: { kind: 'list', items: [], optional: new Set(), ...place },
      condition: literal(call, { type: 'bool', value: true }),
      step: filter ? made(call, '_?_:_', [filter, grown, accu]) : grown,
      result: accu,
    },
  )
}

function mapped(
  call: Call,
  range: Expr,
  filter: Expr | undefined,
  value: Expr | undefined,
  keyed: boolean,
): Expr {
  const { variable, second } = two(call)
  const accu = ident(call, ACCUMULATOR)
  const key = keyed ? [ident(call, variable)] : []
  const grown = made(call, 'cel.@mapInsert', [accu, ...key, value as Expr])
  return loop(
    call,
    range,
    { variable, second },
    {
      init: { kind: 'map', entries: [], at: call.at, start: call.start, end: call.end },
      condition: literal(call, { type: 'bool', value: true }),
      step: filter ? made(call, '_?_:_', [filter, grown, accu]) : grown,
      result: accu,
    },
  )
}

/** `target.hasValue() ? optional.of(value bound to the variable) : optional.none()` */
function optional(call: Call, target: Expr, wrapped: boolean): Expr {
  const [variable, body] = call.args
  if (variable?.kind !== 'ident') {
    throw fault(variable, `${call.name}() variable name must be a simple identifier`)
  }
  const none: Expr = { ...made(call, 'optional.none', []), target: undefined }
  const value: Expr = { ...made(call, 'value', []), target: { ...target } }
  const bound: Comprehension = {
    kind: 'comprehension',
    macro: call.name,
    range: { kind: 'list', items: [], optional: new Set(), ...placeOf(call) },
    variable: UNUSED,
    second: undefined,
    accumulator: variable.name,
    init: value,
    condition: literal(call, { type: 'bool', value: false }),
    step: ident(call, variable.name),
    result: body as Expr,
    ...placeOf(call),
  }
  return made(call, '_?_:_', [
    { ...made(call, 'hasValue', []), target },
    wrapped ? made(call, 'optional.of', [bound]) : bound,
    none,
  ])
}

/** The keys of a list, and the list in their order. */
function sortBy(call: Call, range: Expr): Expr {
  const input = ident(call, '@sortBy')
  const keys = collected({ ...call, name: 'map' }, input, one(call), undefined, call.args[1])
  return {
    kind: 'comprehension',
    macro: 'sortBy',
    range: { kind: 'list', items: [], optional: new Set(), ...placeOf(call) },
    variable: UNUSED,
    second: undefined,
    accumulator: '@sortBy',
    init: range,
    condition: literal(call, { type: 'bool', value: false }),
    step: ident(call, '@sortBy'),
    result: { ...made(call, '@sortByAssociatedKeys', [keys]), target: input },
    ...placeOf(call),
  }
}

function loop(
  call: Call,
  range: Expr,
  { variable, second }: Omit<Variables, 'body'>,
  parts: Pick<Comprehension, 'init' | 'condition' | 'step' | 'result'>,
): Expr {
  return {
    kind: 'comprehension',
    macro: call.name,
    range,
    variable,
    second,
    accumulator: ACCUMULATOR,
    ...parts,
    ...placeOf(call),
  }
}

const placeOf = ({ at, start, end }: Expr) => ({ at, start, end })

function ident(call: Call, text: string): Expr {
  return { kind: 'ident', name: text, ...placeOf(call) }
}

function literal(call: Call, value: Literal): Expr {
  return { kind: 'literal', literal: value, ...placeOf(call) }
}

function made(call: Call, text: string, args: readonly Expr[]): Call {
  return { kind: 'call', name: text, target: undefined, args, ...placeOf(call) }
}

function fault(expr: Expr | undefined, message: string): CelFault {
  return new CelFault(message, expr?.at ?? 0, expr?.end)
}
