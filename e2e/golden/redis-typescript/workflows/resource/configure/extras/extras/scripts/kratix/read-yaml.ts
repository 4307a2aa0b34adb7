import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Scalar,
} from 'yaml'

/**
 * Reads every document of a YAML text the way Kubernetes does (YAML 1.1 flavour: `yes`, `on` and
 * `010` are not strings). Documents without content are left out. Integers beyond 2^53-1 are
 * bigints. `fill` may put something else in the place of a string; it meets them in the order of the
 * text, keys excepted. @throws Error that names the line.
 */
export function readYaml(
  text: string,
  fill: (text: string) => unknown = (text) => text,
): unknown[] {
  const documents = parseAllDocuments(text, {
    schema: 'failsafe', // every scalar arrives as text; `scalarOf` decides what it means
    uniqueKeys: false,
    logLevel: 'silent',
  })
  if (!Array.isArray(documents)) return []
  const values: unknown[] = []
  for (const document of documents) {
    const fault = document.errors[0]
    if (fault) throw new Error(fault.message.split('\n')[0]?.replace(/:$/, ''))
    const value = new Reader(document, fill).value(document.contents)
    if (value !== null) values.push(value)
  }
  return values
}

class Reader {
  readonly #document: Document
  readonly #fillText: (text: string) => unknown
  readonly #known = new Map<unknown, unknown>()
  readonly #open = new Set<unknown>()

  constructor(document: Document, fill: (text: string) => unknown) {
    this.#document = document
    this.#fillText = fill
  }

  value(node: unknown): unknown {
    if (node === null || node === undefined) return null
    if (isAlias(node)) return this.value(this.#target(node))
    if (isScalar(node)) {
      const value = scalarAt(node)
      return typeof value === 'string' ? this.#fillText(value) : value
    }
    if (this.#known.has(node)) return this.#known.get(node)
    if (this.#open.has(node)) throw new Error('an anchor contains itself')
    this.#open.add(node)
    let value: unknown
    if (isSeq(node)) value = node.items.map((item) => this.value(item))
    else {
      const map: Record<string, unknown> = {}
      this.#fill(map, node)
      value = map
    }
    this.#open.delete(node)
    this.#known.set(node, value)
    return value
  }

  #target(alias: Alias): unknown {
    const target = alias.resolve(this.#document)
    if (!target) throw new Error(`there is no anchor ${alias.source}`)
    return target
  }

  #fill(map: Record<string, unknown>, node: unknown): void {
    if (!isMap(node)) throw new Error('this YAML cannot be read')
    for (const { key, value } of node.items) {
      if (isScalar(key) && key.type === 'PLAIN' && key.value === '<<') this.#merge(map, value)
      else setKey(map, this.#key(key), this.value(value))
    }
  }

  /** `<<`: takes over the entries of a map; of several maps the first one wins. */
  #merge(map: Record<string, unknown>, node: unknown): void {
    const from = isAlias(node) ? this.#target(node) : node
    const sources = isSeq(from) ? [...from.items].reverse() : [from]
    for (const source of sources) {
      const target = isAlias(source) ? this.#target(source) : source
      if (!isMap(target)) throw new Error('a merge (<<) needs a map')
      for (const [key, value] of Object.entries(this.value(target) as object)) {
        setKey(map, key, value)
      }
    }
  }

  #key(node: unknown): string {
    const key = isScalar(node) ? scalarAt(node) : this.value(node)
    if (typeof key === 'object') throw new Error('a key must be a string, a number or a boolean')
    return String(key)
  }
}

/** Sets an own property; a key such as `__proto__` is a key like any other. */
export function setKey(map: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(map, key, { value, enumerable: true, writable: true, configurable: true })
}

function scalarAt({ value, type, tag }: Scalar): unknown {
  return scalar(String(value ?? ''), type === 'PLAIN', tag)
}

const STANDARD = 'tag:yaml.org,2002:'

function scalar(text: string, plain: boolean, tag: string | undefined): unknown {
  if (!text.isWellFormed()) throw new Error('a string holds half of a surrogate pair')
  if (tag === undefined) return plain ? scalarOf(text) : text
  if (tag === '!' || tag === `${STANDARD}str`) return text
  if (/^tag:yaml\.org,2002:(bool|int|float|null)$/.test(tag)) return scalarOf(text)
  throw new Error(`the tag ${tag.replace(STANDARD, '!!')} is not supported`)
}

const WORDS = new Map<string, unknown>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(
    (word): [string, unknown] => [word, true],
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    (word): [string, unknown] => [word, false],
  ),
  ...['', '~', 'null', 'Null', 'NULL'].map((word): [string, unknown] => [word, null]),
])

/** What an unquoted scalar means. @throws Error for `.inf` and `.nan`, which JSON cannot hold. */
export function scalarOf(text: string): unknown {
  if (WORDS.has(text)) return WORDS.get(text)
  if (/^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$/.test(text)) {
    throw new Error(`${text} has no place in a Kubernetes object`)
  }
  if (!/^[-+.0-9]/.test(text)) return text
  const digits = text.startsWith('.') ? text : text.replaceAll('_', '')
  return integerOf(digits) ?? floatOf(digits) ?? text
}

const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|([1-9][0-9]*|0))$/

function integerOf(text: string): number | bigint | undefined {
  const match = INTEGER.exec(text)
  if (!match) return undefined
  const [, sign, hex, binary, octal, decimal] = match
  const size =
    hex !== undefined
      ? BigInt(`0x${hex}`)
      : binary !== undefined
        ? BigInt(`0b${binary}`)
        : octal !== undefined
          ? BigInt(`0o${octal}`)
          : BigInt(decimal ?? 0)
  const limit = sign === '-' ? 2n ** 63n : sign === '+' ? 2n ** 63n - 1n : 2n ** 64n - 1n
  if (size > limit) return undefined // beyond 64 bits: a float, or text when it is not decimal
  const value = sign === '-' ? -size : size
  return size <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value
}

function floatOf(text: string): number | undefined {
  if (!/^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(text)) return undefined
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}
