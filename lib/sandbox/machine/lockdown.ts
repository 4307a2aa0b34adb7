/** What a program may find in the global scope: the language, and what Node has as well. */
const KEPT = new Set(
  `Infinity NaN undefined globalThis eval isFinite isNaN parseFloat parseInt decodeURI
  decodeURIComponent encodeURI encodeURIComponent escape unescape Object Function Boolean Symbol Error
  AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError
  Number BigInt Math Date Temporal String RegExp Array Int8Array Uint8Array Uint8ClampedArray Int16Array
  Uint16Array Int32Array Uint32Array BigInt64Array BigUint64Array Float16Array Float32Array Float64Array
  Map Set WeakMap WeakSet WeakRef FinalizationRegistry ArrayBuffer DataView JSON Promise Proxy Reflect
  Iterator AsyncIterator DisposableStack AsyncDisposableStack Intl URL URLSearchParams TextEncoder
  TextDecoder Event EventTarget AbortController AbortSignal DOMException structuredClone atob btoa
  queueMicrotask performance Headers`.split(/\s+/),
)

/**
 * Takes from a worker's global scope all that is not in {@link KEPT}: the network, storage, workers,
 * messages. The Content-Security-Policy and the origin of the frame forbid them as well; this is the
 * second lock, and makes the worker more like Node. Gives the names that cannot be taken away.
 * @param also what may stay besides
 */
export function lockDown(scope: object, also: readonly string[] = []): readonly string[] {
  const left: string[] = []
  for (
    let holder: object | null = scope;
    holder !== null && holder !== Object.prototype;
    holder = Object.getPrototypeOf(holder)
  ) {
    // What has events of its own, such as an AbortSignal, needs its methods; the scope does not.
    const shared = holder === EventTarget.prototype
    for (const name of Object.getOwnPropertyNames(holder)) {
      if (KEPT.has(name) || also.includes(name) || name === 'constructor') continue
      if (shared) {
        Object.defineProperty(scope, name, { value: undefined })
        continue
      }
      if (!Reflect.deleteProperty(holder, name) && !isHarmless(Reflect.get(holder, name))) {
        left.push(name)
      }
    }
    // `constructor` of the scope's prototypes: with it, nothing can be made that is not there.
    if (holder !== scope && !shared) Reflect.deleteProperty(holder, 'constructor')
  }
  Reflect.deleteProperty(URL, 'createObjectURL')
  Reflect.deleteProperty(URL, 'revokeObjectURL')
  return left
}

/** A number or a text, such as the browser's constants, reaches nothing. */
function isHarmless(value: unknown): boolean {
  return value === null || (typeof value !== 'object' && typeof value !== 'function')
}
