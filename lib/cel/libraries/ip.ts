import { declare, type FunctionDeclaration } from '../functions/overload'
import { EvaluationFault, Opaque } from '../values/value'
import { goQuote } from './go-quote'
import { formatAddress, type IpAddress, isMapped, parseAddress } from './ip-address'
import { parses } from './parses'

export type Ip = Opaque<IpAddress>

export function ipOf(address: IpAddress): Ip {
  return new Opaque(
    'net.IP',
    address,
    (other) => other.bits === address.bits && other.value === address.value,
  )
}

/** @throws {EvaluationFault} also for addresses with a zone and for those of IPv4 within IPv6 */
export function readIp(text: string): IpAddress {
  const address = parsed(text)
  if (address.zone !== '') {
    throw new EvaluationFault(`IP address ${goQuote(text)} with zone value is not allowed`)
  }
  if (isMapped(address)) {
    throw new EvaluationFault(`IPv4-mapped IPv6 address ${goQuote(text)} is not allowed`)
  }
  return address
}

function parsed(text: string): IpAddress {
  try {
    return parseAddress(text)
  } catch (error) {
    if (!(error instanceof EvaluationFault)) throw error
    const what = `IP Address ${goQuote(text)} parse error during conversion from string`
    throw new EvaluationFault(`${what}: ${error.message}`)
  }
}

const isUnspecified = ({ value }: IpAddress) => value === 0n
const isLoopback = ({ bits, value }: IpAddress) =>
  bits === 32 ? value >> 24n === 127n : value === 1n
const isMulticast = ({ bits, value }: IpAddress) =>
  bits === 32 ? value >> 28n === 0xen : value >> 120n === 0xffn
const isLinkLocalUnicast = ({ bits, value }: IpAddress) =>
  bits === 32 ? value >> 16n === 0xa9fen : value >> 118n === 0xfe80n >> 6n
const isLinkLocalMulticast = ({ bits, value }: IpAddress) =>
  bits === 32 ? value >> 8n === 0xe00000n : ((value >> 112n) & 0xff0fn) === 0xff02n
const isGlobalUnicast = (address: IpAddress) =>
  !isUnspecified(address) &&
  !(address.bits === 32 && address.value === 0xffffffffn) &&
  !isLoopback(address) &&
  !isMulticast(address) &&
  !isLinkLocalUnicast(address)

const ask =
  (holds: (address: IpAddress) => boolean) =>
  ({ value }: Ip) =>
    holds(value)

/** `k8s.io/apiserver/pkg/cel/library/ip.go`. */
export const IP: readonly FunctionDeclaration[] = declare({
  'ip(string): net.IP': (text: string) => ipOf(readIp(text)),
  'isIP(string): bool': (text: string) => parses(() => readIp(text)),
  'ip::isCanonical(string): bool': (text: string) => formatAddress(readIp(text)) === text,
  'net.IP.family(): int': ({ value }: Ip) => (value.bits === 32 ? 4n : 6n),
  'net.IP.isUnspecified(): bool': ask(isUnspecified),
  'net.IP.isLoopback(): bool': ask(isLoopback),
  'net.IP.isLinkLocalMulticast(): bool': ask(isLinkLocalMulticast),
  'net.IP.isLinkLocalUnicast(): bool': ask(isLinkLocalUnicast),
  'net.IP.isGlobalUnicast(): bool': ask(isGlobalUnicast),
  'string(net.IP): string': ({ value }: Ip) => formatAddress(value),
})
