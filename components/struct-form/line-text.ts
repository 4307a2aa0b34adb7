import { parseQuantity } from '@/lib/promise/quantity'
import { show } from '@/lib/schema/misfit'
import { parseDefault } from '@/lib/schema/parse-default'
import type { ControlKind } from './control-kind'

/**
 * Why a text is no value of a field in one line. A number or an amount that was there is not emptied
 * into another one: 0 is root as a user, and `""` is no amount.
 * @param value the text of what the file says there; '' when it says nothing
 */
export function reasonAgainst(text: string, value: string, kind: ControlKind): string | undefined {
  if (kind !== 'integer' && kind !== 'quantity') return undefined
  const word = text.trim()
  if (word === '') {
    if (value === '') return undefined
    return kind === 'integer'
      ? 'A whole number belongs here.'
      : 'An amount such as 100m, 0.5 or 256Mi belongs here.'
  }
  if (kind === 'integer') {
    const read = parseDefault(word, 'integer')
    return read.ok ? undefined : read.reason
  }
  return parseQuantity(word) === undefined
    ? `${show(text)} is no amount such as 100m, 0.5 or 256Mi.`
    : undefined
}

/** What a text without {@link reasonAgainst} says; `undefined`: nothing is to be there. */
export function valueOfLine(text: string, kind: ControlKind): string | number | undefined {
  if (kind !== 'integer' && kind !== 'quantity') return text
  const word = text.trim()
  if (word === '') return undefined
  return kind === 'integer' ? Number(word) : word
}

/** The text that stands in the file for what was typed: both mean the same. */
export function meaningOfLine(text: string, kind: ControlKind): string {
  return String(valueOfLine(text, kind) ?? '')
}
