import { declare, type FunctionDeclaration } from '../functions/overload'
import { EvaluationFault, Opaque } from '../values/value'
import { goQuote } from './go-quote'
import { type Ip, ipOf, readIp } from './ip'
import { formatAddress, type IpAddress, isMapped, masked, parseAddress } from './ip-address'
import { parses } from './parses'

/** A network: its first bits, and the address as it was written. */
interface Prefix {
  readonly address: IpAddress
  readonly bits: number
}

type Cidr = Opaque<Prefix>

const format = ({ address, bits }: Prefix) => `${formatAddress(address)}/${bits}`

const cidrOf = (prefix: Prefix): Cidr =>
  new Opaque('net.CIDR', prefix, (other) => format(other) === format(prefix))

function readCidr(text: string): Prefix {
  const again = 'network address parse error during conversion from string'
  const prefix = parsePrefix(text, `${again}: ${again}: netip.ParsePrefix(${goQuote(text)})`)
  if (isMapped(prefix.address)) {
    throw new EvaluationFault(`${again}: IPv4-mapped IPv6 address ${goQuote(text)} is not allowed`)
  }
  return prefix
}

/** Go's `netip.ParsePrefix`. */
function parsePrefix(text: string, parsing: string): Prefix {
  const refuse = (message: string): never => {
    throw new EvaluationFault(`${parsing}: ${message}`)
  }
  const slash = text.lastIndexOf('/')
  if (slash < 0) return refuse("no '/'")
  const address = addressOf(text.slice(0, slash), refuse)
  if (address.zone !== '') refuse('IPv6 zones cannot be present in a prefix')
  const written = text.slice(slash + 1)
  const bits = /^(?:\d|[1-9]\d*)$/.test(written) ? BigInt(written) : undefined
  if (bits === undefined || bits >= 2n ** 63n) {
    return refuse(`bad bits after slash: ${goQuote(written)}`)
  }
  if (bits > BigInt(address.bits)) refuse('prefix length out of range')
  return { address, bits: Number(bits) }
}

function addressOf(text: string, refuse: (message: string) => never): IpAddress {
  try {
    return parseAddress(text)
  } catch (error) {
    return error instanceof EvaluationFault ? refuse(error.message) : raise(error)
  }
}

function raise(error: unknown): never {
  throw error
}

const holds = ({ address, bits }: Prefix, other: IpAddress) =>
  address.bits === other.bits && masked(address, bits).value === masked(other, bits).value

const holdsPrefix = (one: Prefix, other: Prefix) =>
  one.bits <= other.bits && holds(one, other.address)

/** The fault of a text that is no address is lost on the way. */
function readContained(text: string): IpAddress {
  if (!parses(() => readIp(text))) throw new EvaluationFault('no such overload')
  return readIp(text)
}

/** `k8s.io/apiserver/pkg/cel/library/cidr.go`. */
export const CIDR: readonly FunctionDeclaration[] = declare({
  'cidr(string): net.CIDR': (text: string) => cidrOf(readCidr(text)),
  'isCIDR(string): bool': (text: string) => parses(() => readCidr(text)),
  'cidr_contains_ip_string=net.CIDR.containsIP(string): bool': ({ value }: Cidr, text: string) =>
    holds(value, readContained(text)),
  'net.CIDR.containsIP(net.IP): bool': ({ value }: Cidr, ip: Ip) => holds(value, ip.value),
  'cidr_contains_cidr_string=net.CIDR.containsCIDR(string): bool': (
    { value }: Cidr,
    text: string,
  ) => holdsPrefix(value, readCidr(text)),
  'net.CIDR.containsCIDR(net.CIDR): bool': (a: Cidr, b: Cidr) => holdsPrefix(a.value, b.value),
  'cidr_ip=net.CIDR.ip(): net.IP': ({ value }: Cidr) => ipOf(value.address),
  'net.CIDR.prefixLength(): int': ({ value }: Cidr) => BigInt(value.bits),
  'net.CIDR.masked(): net.CIDR': ({ value }: Cidr) =>
    cidrOf({ address: masked(value.address, value.bits), bits: value.bits }),
  'string(net.CIDR): string': ({ value }: Cidr) => format(value),
})
