import { readFormat } from '../functions/format-string'
import type { Call } from '../syntax/expr'
import { formatType } from '../types/cel-type'
import { EvaluationFault } from '../values/value'
import { type Checked, NotChecked } from './check'

const NUMBERS = ['int', 'uint']
const DOUBLES = ['double', 'string']
/** By clause: the types that it takes, and how a fault names it. */
const TAKES: Readonly<
  Record<string, { readonly kinds: readonly string[]; readonly fault: string }>
> = {
  s: {
    kinds: [
      'list',
      'map',
      'int',
      'uint',
      'double',
      'bool',
      'string',
      'timestamp',
      'bytes',
      'duration',
      'type',
      'null',
    ],
    fault:
      'string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, types, durations, and timestamps',
  },
  d: { kinds: NUMBERS, fault: 'decimal clause can only be used on integers' },
  f: { kinds: DOUBLES, fault: 'fixed-point clause can only be used on doubles' },
  e: { kinds: DOUBLES, fault: 'scientific clause can only be used on doubles' },
  b: { kinds: [...NUMBERS, 'bool'], fault: 'only integers and bools can be formatted as binary' },
  x: {
    kinds: [...NUMBERS, 'string', 'bytes'],
    fault: 'only integers, byte buffers, and strings can be formatted as hex',
  },
  o: { kinds: NUMBERS, fault: 'octal clause can only be used on integers' },
}

/** What cel-go says of `"…".format([…])` before it runs; `undefined` where it says nothing. */
export function formatFault(checked: Checked, call: Call): string | undefined {
  const { target, args } = call
  const [list] = args
  if (target?.kind !== 'literal' || target.literal.type !== 'string' || list?.kind !== 'list')
    return undefined
  try {
    const clauses = readFormat(target.literal.value).flatMap((piece) =>
      'clause' in piece ? [piece.clause] : [],
    )
    for (const [i, clause] of clauses.entries()) {
      const item = list.items[i]
      if (!item) return `index ${i} out of range`
      const { kinds, fault } = TAKES[clause.toLowerCase()] ?? { kinds: [], fault: '' }
      const type = checked.typeOf(item)
      if (item.kind === 'list' || item.kind === 'map') throw new NotChecked('a list in a format')
      if (type.kind !== 'dyn' && !kinds.includes(type.kind))
        return `error during formatting: ${fault}, was given ${formatType(type)}`
    }
    if (list.items.length <= clauses.length) return undefined
    return `too many arguments supplied to string.format (expected ${clauses.length}, got ${list.items.length})`
  } catch (error) {
    if (error instanceof EvaluationFault) return error.message
    throw error
  }
}
