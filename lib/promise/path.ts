/** A place in a YAML document: map keys and list indexes from the root, e.g. `['spec', 'api']`. */
export type Path = readonly (string | number)[]

/** True when both paths name the same place. */
export function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i])
}

/** True when `path` is `ancestor` or lies below it. */
export function isWithin(path: Path, ancestor: Path): boolean {
  return ancestor.length <= path.length && ancestor.every((step, i) => step === path[i])
}

/** The value at `path` in plain data, or `undefined` where the path leaves it. Own keys only. */
export function valueAt(value: unknown, path: Path): unknown {
  let here = value
  for (const step of path) {
    if (Array.isArray(here)) here = typeof step === 'number' ? here[step] : undefined
    else if (isRecord(here) && Object.hasOwn(here, step)) here = here[step]
    else return undefined
  }
  return here
}

/** True for a plain map as YAML gives it: an object, not a list, not null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * A path as one string for the address bar and for keys: a JSON pointer (RFC 6901) without the
 * leading slash. List indexes keep a `#` so that reading back gives the same path.
 */
export function pathToString(path: Path): string {
  return path
    .map((step) =>
      typeof step === 'number' ? `#${step}` : SPECIAL.test(step) ? escaped(step) : step,
    )
    .join('/')
}

// Thousands of paths become keys with each key press; few of their steps need escaping.
const SPECIAL = /[~/]|^#/

function escaped(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1').replace(/^#/, '~2')
}

/** The reverse of {@link pathToString}. */
export function pathFromString(text: string): Path {
  if (text === '') return []
  return text
    .split('/')
    .map((step) =>
      /^#\d+$/.test(step)
        ? Number(step.slice(1))
        : step.replace(/^~2/, '#').replaceAll('~1', '/').replaceAll('~0', '~'),
    )
}

/** A path as people read it: `spec.versions[0].name`. */
export function displayPath(path: Path): string {
  return path
    .map((step, i) => {
      if (typeof step === 'number') return `[${step}]`
      const plain = /^[A-Za-z_][\w-]*$/.test(step)
      if (!plain) return `[${JSON.stringify(step)}]`
      return i === 0 ? step : `.${step}`
    })
    .join('')
}
