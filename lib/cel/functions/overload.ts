import { type CelType, readType } from '../types/cel-type'
import type { Value } from '../values/value'

/** One way to call a function. */
export interface Overload {
  /** As cel-go names it, where its cost depends on it; else made of the signature. */
  readonly id: string
  /** Called on its first argument: `text.contains(part)`. */
  readonly member: boolean
  readonly args: readonly CelType[]
  readonly result: CelType
  /** `undefined` for what is not evaluated here: then a rule is not judged. */
  readonly call: ((...args: never[]) => Value) | undefined
}

export interface FunctionDeclaration {
  readonly name: string
  readonly overloads: readonly Overload[]
}

type Implementation = (...args: never[]) => Value

/**
 * Declares functions by their signatures: `'string.contains(string): bool'` is called on a string,
 * `'size(list(A)): int'` is not. A name may have a namespace (`sets.contains`), which then is written
 * with `::` (`sets::contains(…)`). The key may begin with `id=`, for what the cost depends on.
 */
export function declare(
  signatures: Readonly<Record<string, Implementation | undefined>>,
): readonly FunctionDeclaration[] {
  return Object.entries(signatures).map(([key, call]) => {
    const [, id, signature = ''] = /^(?:([\w-]+)=)?(.*)$/.exec(key) ?? []
    const { name, receiver, args, result } = readSignature(signature)
    const written = receiver === undefined ? args : [receiver, ...args]
    const overload: Overload = {
      id: id ?? signature,
      member: receiver !== undefined,
      args: written.map(readType),
      result: readType(result),
      call,
    }
    return { name, overloads: [overload] }
  })
}

function readSignature(signature: string) {
  const close = signature.lastIndexOf('): ')
  let open = close
  for (let depth = 1; depth > 0; ) {
    open--
    if (signature[open] === ')') depth++
    if (signature[open] === '(') depth--
  }
  const head = signature.slice(0, open)
  const dot = head.lastIndexOf('.')
  return {
    name: head.slice(dot + 1).replace('::', '.'),
    receiver: dot < 0 ? undefined : head.slice(0, dot),
    args: splitArguments(signature.slice(open + 1, close)),
    result: signature.slice(close + 3),
  }
}

function splitArguments(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++
    if (text[i] === ')') depth--
    if (text[i] === ',' && depth === 0) {
      parts.push(text.slice(start, i))
      start = i + 1
    }
  }
  return text.trim() === '' ? [] : [...parts, text.slice(start)].map((part) => part.trim())
}
