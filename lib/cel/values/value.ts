import type { CelType } from '../types/cel-type'

/** An unsigned integer; a signed one is a bigint, a double a number. */
export class Uint {
  constructor(readonly value: bigint) {}
}

/** A length of time in nanoseconds. */
export class Duration {
  constructor(readonly nanos: bigint) {}
}

/** A moment: nanoseconds since 1970 in UTC. */
export class Timestamp {
  constructor(readonly nanos: bigint) {}
}

/** `value` is `undefined` for `optional.none()`. */
export class Optional {
  constructor(readonly value: Value | undefined) {}
}

/** A list; as a part of a request it knows how the API server compares it. */
export class List {
  constructor(
    readonly items: readonly Value[],
    /** x-kubernetes-list-type, where order does not count. */
    readonly kind: 'atomic' | 'set' | 'map' = 'atomic',
    /** Of a list map: the names of its keys as rules write them. */
    readonly keys: readonly string[] = [],
  ) {}
}

/** A map by {@link keyOf} its keys. */
export class CelMap {
  readonly #entries = new Map<string, readonly [Value, Value]>()

  constructor(entries: Iterable<readonly [Value, Value]> = []) {
    for (const [key, value] of entries) this.#entries.set(keyOf(key), [key, value])
  }

  get size(): number {
    return this.#entries.size
  }

  get(key: Value): Value | undefined {
    return this.#entries.get(keyOf(key))?.[1]
  }

  entries(): readonly (readonly [Value, Value])[] {
    return [...this.#entries.values()]
  }
}

/** An object of a request: its fields by the name that rules use. */
export class CelObject {
  constructor(
    readonly fields: ReadonlyMap<string, Value>,
    /** What no rule reaches, but what counts when two are compared. */
    readonly hidden: Readonly<Record<string, unknown>>,
  ) {}
}

/** A value of a library of Kubernetes. */
export class Opaque<T = unknown> {
  constructor(
    readonly type: string,
    readonly value: T,
    readonly equals: (other: T) => boolean,
    /** cel-go finds no equality on its right side, as with a sum of quantities. */
    readonly incomparable = false,
  ) {}
}

export class TypeValue {
  constructor(readonly type: CelType) {}
}

/** Data without a type that a rule does not see. */
export class Hidden {
  constructor(readonly value: unknown) {}
}

/** What the API server could not read of a request: a fault where a rule looks at it. */
export class Broken {
  constructor(readonly error: EvaluationFault | NotEvaluated) {}
}

export type Value =
  | null
  | boolean
  | bigint
  | number
  | string
  | Uint8Array
  | Uint
  | Duration
  | Timestamp
  | Optional
  | List
  | CelMap
  | CelObject
  | Opaque
  | TypeValue
  | Hidden
  | Broken

/** Why a rule has no result: as the API server words it. */
export class EvaluationFault extends Error {}

/** A fault of cel-go itself, which ends a rule whatever stands beside it. */
export class EvaluationPanic extends EvaluationFault {}

/** What is not evaluated here as the cluster would. */
export class NotEvaluated extends Error {}

/** Numbers of one value are one key, whatever their type. */
function keyOf(key: Value): string {
  if (typeof key === 'string') return `s${key}`
  if (typeof key === 'boolean') return `b${key}`
  if (key instanceof Uint) return `n${key.value}`
  if (typeof key === 'bigint' || typeof key === 'number') return `n${key}`
  throw new EvaluationFault('unsupported key type')
}
