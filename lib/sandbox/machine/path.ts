/** Paths as `node:path` has them on Linux. */

function segments(path: string, rooted: boolean): string[] {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (!rooted) parts.push(part)
  }
  return parts
}

const WORKING = '/app'

export const isAbsolute = (path: string): boolean => path.startsWith('/')

export function normalize(path: string): string {
  if (path === '') return '.'
  const rooted = isAbsolute(path)
  const clean = segments(path, rooted).join('/')
  if (rooted) return clean && path.endsWith('/') ? `/${clean}/` : `/${clean}`
  if (clean === '') return path.endsWith('/') ? './' : '.'
  return path.endsWith('/') ? `${clean}/` : clean
}

export function join(...parts: readonly string[]): string {
  for (const part of parts) {
    if (typeof part !== 'string') throw new TypeError('The "path" argument must be of type string')
  }
  return normalize(parts.filter((part) => part !== '').join('/'))
}

export function resolve(...parts: readonly string[]): string {
  let path = ''
  for (const part of [...parts].reverse()) {
    if (typeof part !== 'string') throw new TypeError('The "path" argument must be of type string')
    if (part === '') continue
    path = path === '' ? part : `${part}/${path}`
    if (isAbsolute(part)) break
  }
  const whole = isAbsolute(path) ? path : `${WORKING}/${path}`
  return `/${segments(whole, true).join('/')}`
}

export function dirname(path: string): string {
  const trimmed = path.replace(/\/+$/, '')
  if (trimmed === '') return path.startsWith('/') ? '/' : '.'
  const at = trimmed.lastIndexOf('/')
  if (at < 0) return '.'
  return trimmed.slice(0, at).replace(/\/+$/, '') || '/'
}

export function basename(path: string, suffix = ''): string {
  const trimmed = path.replace(/\/+$/, '')
  const name = trimmed.slice(trimmed.lastIndexOf('/') + 1)
  return suffix !== '' && name !== suffix && name.endsWith(suffix)
    ? name.slice(0, -suffix.length)
    : name
}

export function extname(path: string): string {
  const name = basename(path)
  const at = name.lastIndexOf('.')
  return at <= 0 || name === '..' ? '' : name.slice(at)
}

export function relative(from: string, to: string): string {
  const [a, b] = [segments(resolve(from), true), segments(resolve(to), true)]
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  return [...a.slice(same).map(() => '..'), ...b.slice(same)].join('/')
}

export function parse(path: string) {
  const base = basename(path)
  const ext = extname(path)
  const root = isAbsolute(path) ? '/' : ''
  const dir = path.includes('/') ? dirname(path) : ''
  return { root, dir, base, ext, name: ext === '' ? base : base.slice(0, -ext.length) }
}

export function format(from: Partial<ReturnType<typeof parse>>): string {
  const dir = from.dir ?? from.root ?? ''
  const base = from.base ?? `${from.name ?? ''}${from.ext ?? ''}`
  if (dir === '') return base
  return dir === from.root ? `${dir}${base}` : `${dir}/${base}`
}

const posix = {
  ...{ basename, dirname, extname, format, isAbsolute, join, normalize, parse, relative, resolve },
  ...{ sep: '/', delimiter: ':', toNamespacedPath: (path: string) => path },
}

/** `node:path`. */
export const path = Object.assign(posix, { posix })
