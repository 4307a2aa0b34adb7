import { EvaluationFault, NotEvaluated } from '../values/value'
import { goQuote } from './go-quote'
import { parseAddress } from './ip-address'

/** Where a part of an address stands: characters mean different things there. */
type Mode = 'path' | 'host' | 'zone' | 'user' | 'query' | 'fragment'

/** An address as Go's `net/url` has it. Texts hold a byte of UTF-8 in each of their characters. */
export interface Url {
  readonly scheme: string
  readonly opaque: string
  readonly user: string | undefined
  readonly host: string
  readonly path: string
  /** As it was written, where that is not how Go would write it. */
  readonly rawPath: string
  readonly omitHost: boolean
  readonly forceQuery: boolean
  readonly rawQuery: string
  readonly fragment: string
  readonly rawFragment: string
}

const NONE: Url = {
  scheme: '',
  opaque: '',
  user: undefined,
  host: '',
  path: '',
  rawPath: '',
  omitHost: false,
  forceQuery: false,
  rawQuery: '',
  fragment: '',
  rawFragment: '',
}

/** Ends what Go says of a text that is no address. */
class Refused extends Error {}

function refuse(message: string): never {
  throw new Refused(message)
}

/**
 * Go's `url.ParseRequestURI`, and what it says of a text that is no absolute address.
 * @returns `undefined` for what it accepts
 */
export function requestUriFault(text: string): string | undefined {
  try {
    parse(toBytes(text), true)
    return undefined
  } catch (error) {
    if (error instanceof Refused) return `parse ${goQuote(text)}: ${error.message}`
    throw error
  }
}

/** Go's `url.Parse`. @throws {EvaluationFault} for what is no address to it */
export function parseUrl(text: string): Url {
  const [before, fragment] = cut(toBytes(text), '#')
  let named = fromBytes(before)
  try {
    const url = parse(before, false)
    if (fragment === '') return url
    named = text
    const decoded = decode(fragment, 'fragment')
    const plain = encode(decoded, 'fragment') === fragment
    return { ...url, fragment: decoded, rawFragment: plain ? '' : fragment }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const message = `parse ${goQuote(named)}: ${error.message}`
    throw new EvaluationFault(`URL parse error during conversion from string: ${message}`)
  }
}

/** Each byte of UTF-8 a character. */
const toBytes = (text: string) =>
  [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join('')

/** The text of {@link Url}'s bytes. */
export function fromBytes(bytes: string): string {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    return decoder.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))
  } catch {
    throw new NotEvaluated('an address with bytes that are no text')
  }
}

/** What stands before the first separator, and after it. */
function cut(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)]
}

function parse(text: string, viaRequest: boolean): Url {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\0-\x1f\x7f]/.test(text)) refuse('net/url: invalid control character in URL')
  if (text === '' && viaRequest) refuse('empty url')
  if (text === '*') return { ...NONE, path: '*' }
  const { scheme, after } = readScheme(text)
  const forceQuery = after.endsWith('?') && after.indexOf('?') === after.length - 1
  const [rest, rawQuery] = cut(after, '?')
  const url = { ...NONE, scheme, forceQuery, rawQuery }
  if (!rest.startsWith('/')) {
    if (scheme !== '') return { ...url, opaque: rest }
    if (viaRequest) refuse('invalid URI for request')
    if (cut(rest, '/')[0].includes(':')) refuse('first path segment in URL cannot contain colon')
  }
  const hasHost = scheme !== '' || (!viaRequest && !rest.startsWith('///'))
  if (!hasHost || !rest.startsWith('//')) {
    const omitHost = scheme !== '' && rest.startsWith('/')
    return { ...url, omitHost, ...readPath(rest) }
  }
  const slash = rest.indexOf('/', 2)
  const authority = rest.slice(2, slash < 0 ? undefined : slash)
  return {
    ...url,
    ...readAuthority(scheme, authority),
    ...readPath(slash < 0 ? '' : rest.slice(slash)),
  }
}

function readScheme(text: string): { readonly scheme: string; readonly after: string } {
  if (text.startsWith(':')) refuse('missing protocol scheme')
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(text)?.[1]
  if (scheme === undefined) return { scheme: '', after: text }
  return { scheme: scheme.toLowerCase(), after: text.slice(scheme.length + 1) }
}

function readPath(written: string): Pick<Url, 'path' | 'rawPath'> {
  const path = decode(written, 'path')
  return { path, rawPath: encode(path, 'path') === written ? '' : written }
}

function readAuthority(scheme: string, authority: string): Pick<Url, 'user' | 'host'> {
  const at = authority.lastIndexOf('@')
  const host = readHost(scheme, authority.slice(at + 1))
  if (at < 0) return { user: undefined, host }
  const info = authority.slice(0, at)
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(info)) refuse('net/url: invalid userinfo')
  const [name, password] = cut(info, ':')
  const both = info.includes(':') ? [name, password] : [name]
  return { user: both.map((part) => encode(decode(part, 'user'), 'user')).join(':'), host }
}

function readHost(scheme: string, host: string): string {
  const open = host.lastIndexOf('[')
  if (open > 0) refuse('invalid IP-literal')
  if (open === 0) return readIpLiteral(host)
  const first = host.indexOf(':')
  if (first >= 0) {
    // Of other schemes an address of a cluster's own kind is borne.
    const at = scheme === 'http' || scheme === 'https' ? first : host.lastIndexOf(':')
    checkPort(host.slice(at))
  }
  return decode(host, 'host')
}

function checkPort(port: string): void {
  if (!/^(?::\d*)?$/.test(port)) refuse(`invalid port ${goQuote(fromBytes(port))} after host`)
}

function readIpLiteral(host: string): string {
  const close = host.lastIndexOf(']')
  if (close < 0) refuse("missing ']' in host")
  const port = host.slice(close + 1)
  checkPort(port)
  const name = host.slice(1, close)
  const zone = name.indexOf('%25')
  const plain =
    zone < 0
      ? decode(name, 'host')
      : decode(name.slice(0, zone), 'host') + decode(name.slice(zone), 'zone')
  try {
    if (parseAddress(fromBytes(plain)).bits === 32) refuse('invalid IP-literal')
  } catch (error) {
    if (error instanceof EvaluationFault) refuse(`invalid host: ${error.message}`)
    throw error
  }
  return `[${plain}]${port}`
}

const UNRESERVED = /[A-Za-z0-9\-_.~]/
/** What stands for itself, by place, besides {@link UNRESERVED}. */
const PLAIN: Readonly<Record<Mode, RegExp>> = {
  path: /[$&+,/:;=@]/,
  host: /[!$&'()*+,;=:[\]<>"]/,
  zone: /[!$&'()*+,;=:[\]<>"]/,
  user: /[$&+,;=]/,
  query: /$^/,
  fragment: /[$&+,/:;=?@!()*]/,
}
const isPlain = (byte: string, mode: Mode) => UNRESERVED.test(byte) || PLAIN[mode].test(byte)

function encode(text: string, mode: Mode): string {
  return text.replace(/[\s\S]/g, (byte) => {
    if (isPlain(byte, mode)) return byte
    return `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
  })
}

function decode(text: string, mode: Mode): string {
  const inHost = mode === 'host' || mode === 'zone'
  return text.replace(/%([0-9a-fA-F]{2})?|[\s\S]/g, (all, hex: string | undefined, at: number) => {
    if (all === '+' && mode === 'query') return ' '
    if (!all.startsWith('%')) {
      if (!inHost || all >= '\x80' || isPlain(all, mode)) return all
      return refuse(`invalid character ${goQuote(all)} in host name`)
    }
    if (hex === undefined) refuseEscape(text.slice(at, at + 3))
    const byte = String.fromCharCode(Number.parseInt(hex ?? '', 16))
    // In a host only what is not ASCII may be written so, and the mark of a zone.
    if (mode === 'host' && byte < '\x80' && all !== '%25') refuseEscape(all)
    if (mode === 'zone' && all !== '%25' && byte !== ' ' && !isPlain(byte, 'host'))
      refuseEscape(all)
    return byte
  })
}

function refuseEscape(part: string): never {
  return refuse(`invalid URL escape ${goQuote(fromBytes(part))}`)
}

/** Go's `URL.EscapedPath`. */
export function escapedPath({ path, rawPath }: Url): string {
  if (rawPath !== '' && isEncoded(rawPath)) return rawPath
  return path === '*' ? '*' : encode(path, 'path')
}

function isEncoded(text: string): boolean {
  return [...text].every((byte) => /[!$&'()*+,;=:@[\]%]/.test(byte) || isPlain(byte, 'path'))
}

/** Go's `URL.Query`: what cannot be read of it is left out. */
export function queryOf({ rawQuery }: Url): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const part of rawQuery.split('&')) {
    if (part === '' || part.includes(';')) continue
    try {
      const [key, value] = cut(part, '=').map((one) => fromBytes(decode(one, 'query')))
      found.set(key ?? '', [...(found.get(key ?? '') ?? []), value ?? ''])
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  }
  return found
}

/** Host and port, which may be empty. */
export function hostAndPort({ host }: Url): { readonly name: string; readonly port: string } {
  const colon = host.lastIndexOf(':')
  const split = colon >= 0 && /^:\d*$/.test(host.slice(colon))
  const name = split ? host.slice(0, colon) : host
  const bare = name.startsWith('[') && name.endsWith(']') ? name.slice(1, -1) : name
  return { name: bare, port: split ? host.slice(colon + 1) : '' }
}

/** Go's `URL.String`, by which two are compared. */
export function formatUrl(url: Url): string {
  const scheme = url.scheme === '' ? '' : `${url.scheme}:`
  const query = url.forceQuery || url.rawQuery !== '' ? `?${url.rawQuery}` : ''
  if (url.opaque !== '') return `${scheme}${url.opaque}${query}${formatFragment(url)}`
  const path = escapedPath(url)
  const authority = formatAuthority(url)
  const slash = path !== '' && !path.startsWith('/') && url.host !== '' ? '/' : ''
  const before = `${scheme}${authority}${slash}`
  const dot = before === '' && cut(path, '/')[0].includes(':') ? './' : ''
  return `${before}${dot}${path}${query}${formatFragment(url)}`
}

function formatAuthority({ scheme, user, host, path, omitHost }: Url): string {
  if (scheme === '' && host === '' && user === undefined) return ''
  if (omitHost && host === '' && user === undefined) return ''
  const slashes = host !== '' || path !== '' || user !== undefined ? '//' : ''
  return `${slashes}${user === undefined ? '' : `${user}@`}${encode(host, 'host')}`
}

function formatFragment({ fragment, rawFragment }: Url): string {
  if (fragment === '') return ''
  const written = rawFragment !== '' && isEncodedFragment(rawFragment)
  return `#${written ? rawFragment : encode(fragment, 'fragment')}`
}

function isEncodedFragment(text: string): boolean {
  return [...text].every((byte) => /[!$&'()*+,;=:@[\]%]/.test(byte) || isPlain(byte, 'fragment'))
}
