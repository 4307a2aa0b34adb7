/** A value as Node prints it in a log, for plain data exactly so, as long as it fits on lines. */
export function inspect(value: unknown, depth = 2): string {
  return new Printer(depth).print(value, 0, 0)
}

/** What `console.log` makes of its arguments: `%s`, `%d`, `%i`, `%f`, `%j`, `%o`, `%O`, `%c`. */
export function format(...given: readonly unknown[]): string {
  const rest = [...given]
  let text = ''
  if (typeof rest[0] === 'string') {
    text = rest[0]
    rest.shift()
    if (rest.length > 0) {
      text = text.replace(/%[sdifjoOc%]/g, (mark) => {
        if (mark === '%%') return '%'
        if (rest.length === 0) return mark
        return filled(mark, rest.shift())
      })
    }
  } else if (rest.length > 0) text = inspect(rest.shift())
  return [text, ...rest.map((one) => (typeof one === 'string' ? one : inspect(one)))].join(' ')
}

function filled(mark: string, value: unknown): string {
  switch (mark) {
    case '%s':
      return typeof value === 'string' ? value : inspect(value, 0)
    case '%d':
      return typeof value === 'bigint' ? `${value}n` : String(Number(value))
    case '%i':
      return typeof value === 'bigint' ? `${value}n` : String(Number.parseInt(String(value), 10))
    case '%f':
      return String(Number.parseFloat(String(value)))
    case '%j':
      return JSON.stringify(value) ?? 'undefined'
    case '%c':
      return ''
    default:
      return inspect(value, 4)
  }
}

const MOST_ITEMS = 100
const MOST_TEXT = 10_000
const WIDTH = 72

class Printer {
  readonly #depth: number
  readonly #open = new Set<object>()

  constructor(depth: number) {
    this.#depth = depth
  }

  print(value: unknown, level: number, indent: number): string {
    if (typeof value === 'string') return level === 0 ? value : quoted(value)
    if (typeof value === 'bigint') return `${value}n`
    if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
    if (typeof value === 'symbol') return String(value)
    if (typeof value === 'function') {
      const kind = /^class\b/.test(Function.prototype.toString.call(value)) ? 'class' : 'Function'
      return `[${kind}${value.name ? `${kind === 'class' ? ' ' : ': '}${value.name}` : ' (anonymous)'}]`
    }
    if (typeof value !== 'object' || value === null) return String(value)
    if (this.#open.has(value)) return '[Circular *1]'
    if (value instanceof Error) return value.stack ?? `${value.name}: ${value.message}`
    if (value instanceof Date)
      return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()
    if (value instanceof RegExp) return String(value)
    if (value instanceof Promise) return 'Promise {}'
    const name = nameOf(value)
    if (level > this.#depth) return Array.isArray(value) ? '[Array]' : `[${name || 'Object'}]`
    this.#open.add(value)
    const text = this.#collection(value, name, level, indent)
    this.#open.delete(value)
    return text
  }

  #collection(value: object, name: string, level: number, indent: number): string {
    const inner = (one: unknown) => this.print(one, level + 1, indent + 2)
    if (Array.isArray(value) || ArrayBuffer.isView(value)) {
      const items = Array.from(value as ArrayLike<unknown>, inner)
      const prefix = Array.isArray(value) ? '' : `${name}(${items.length}) `
      return laidOut(prefix, '[', cut(items), ']', indent)
    }
    if (value instanceof Set) {
      return laidOut(`Set(${value.size}) `, '{', cut([...value].map(inner)), '}', indent)
    }
    if (value instanceof Map) {
      const items = [...value].map(([key, one]) => `${inner(key)} => ${inner(one)}`)
      return laidOut(`Map(${value.size}) `, '{', cut(items), '}', indent)
    }
    const items = Object.entries(value).map(([key, one]) => {
      const shown = /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key)
      return `${shown}: ${inner(one)}`
    })
    const prefix =
      Object.getPrototypeOf(value) === null ? '[Object: null prototype] ' : name && `${name} `
    return laidOut(prefix, '{', cut(items), '}', indent)
  }
}

function nameOf(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (typeof prototype !== 'object' || prototype === null || prototype === Object.prototype)
    return ''
  const { constructor: maker } = prototype
  return typeof maker === 'function' ? maker.name : ''
}

function cut(items: readonly string[]): readonly string[] {
  if (items.length <= MOST_ITEMS) return items
  return [...items.slice(0, MOST_ITEMS), `... ${items.length - MOST_ITEMS} more items`]
}

function laidOut(
  prefix: string,
  open: string,
  items: readonly string[],
  close: string,
  indent: number,
): string {
  if (items.length === 0) return `${prefix}${open}${close}`
  const length = items.reduce((sum, item) => sum + item.length + 2, prefix.length)
  if (length + indent <= WIDTH && items.length <= 6 && !items.some((item) => item.includes('\n'))) {
    return `${prefix}${open} ${items.join(', ')} ${close}`
  }
  const space = ' '.repeat(indent + 2)
  return `${prefix}${open}\n${space}${items.join(`,\n${space}`)}\n${' '.repeat(indent)}${close}`
}

function quoted(text: string): string {
  const short = text.length > MOST_TEXT ? text.slice(0, MOST_TEXT) : text
  const mark = short.includes("'") ? (short.includes('"') ? '`' : '"') : "'"
  const escaped = short
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
  return `${mark}${escaped}${mark}${text.length > MOST_TEXT ? '...' : ''}`
}
