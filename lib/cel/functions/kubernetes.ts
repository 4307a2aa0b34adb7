import { declare, type FunctionDeclaration } from './overload'

const FORMATS =
  'dns1123Label dns1123Subdomain dns1035Label qualifiedName dns1123LabelPrefix dns1123SubdomainPrefix dns1035LabelPrefix labelValue uri uuid byte date datetime'.split(
    ' ',
  )

/** The libraries of Kubernetes that have types of their own; what of them is evaluated stands beside. */
export const KUBERNETES: readonly FunctionDeclaration[] = declare({
  'url(string): kubernetes.URL': undefined,
  'kubernetes.URL.getScheme(): string': undefined,
  'kubernetes.URL.getHost(): string': undefined,
  'kubernetes.URL.getHostname(): string': undefined,
  'kubernetes.URL.getPort(): string': undefined,
  'kubernetes.URL.getEscapedPath(): string': undefined,
  'kubernetes.URL.getQuery(): map(string, list(string))': undefined,
  'isURL(string): bool': undefined,
  'ip(string): net.IP': undefined,
  'net.IP.family(): int': undefined,
  'ip::isCanonical(string): bool': undefined,
  'net.IP.isUnspecified(): bool': undefined,
  'net.IP.isLoopback(): bool': undefined,
  'net.IP.isLinkLocalMulticast(): bool': undefined,
  'net.IP.isLinkLocalUnicast(): bool': undefined,
  'net.IP.isGlobalUnicast(): bool': undefined,
  'isIP(string): bool': undefined,
  'string(net.IP): string': undefined,
  'cidr(string): net.CIDR': undefined,
  'cidr_contains_ip_string=net.CIDR.containsIP(string): bool': undefined,
  'net.CIDR.containsIP(net.IP): bool': undefined,
  'cidr_contains_cidr_string=net.CIDR.containsCIDR(string): bool': undefined,
  'net.CIDR.containsCIDR(net.CIDR): bool': undefined,
  'cidr_ip=net.CIDR.ip(): net.IP': undefined,
  'net.CIDR.prefixLength(): int': undefined,
  'net.CIDR.masked(): net.CIDR': undefined,
  'isCIDR(string): bool': undefined,
  'string(net.CIDR): string': undefined,
  'semver(string): kubernetes.Semver': undefined,
  'semver(string, bool): kubernetes.Semver': undefined,
  'isSemver(string): bool': undefined,
  'isSemver(string, bool): bool': undefined,
  'kubernetes.Semver.isGreaterThan(kubernetes.Semver): bool': undefined,
  'kubernetes.Semver.isLessThan(kubernetes.Semver): bool': undefined,
  'kubernetes.Semver.compareTo(kubernetes.Semver): int': undefined,
  'kubernetes.Semver.major(): int': undefined,
  'kubernetes.Semver.minor(): int': undefined,
  'kubernetes.Semver.patch(): int': undefined,
  ...Object.fromEntries(
    FORMATS.map((name) => [`format::${name}(): kubernetes.NamedFormat`, undefined]),
  ),
  'format::named(string): optional(kubernetes.NamedFormat)': undefined,
  'kubernetes.NamedFormat.validate(string): optional(list(string))': undefined,
})

export const QUANTITY: readonly FunctionDeclaration[] = declare({
  'quantity(string): kubernetes.Quantity': undefined,
  'isQuantity(string): bool': undefined,
  'sign(kubernetes.Quantity): int': undefined,
  'kubernetes.Quantity.isGreaterThan(kubernetes.Quantity): bool': undefined,
  'kubernetes.Quantity.isLessThan(kubernetes.Quantity): bool': undefined,
  'kubernetes.Quantity.compareTo(kubernetes.Quantity): int': undefined,
  'kubernetes.Quantity.asApproximateFloat(): double': undefined,
  'kubernetes.Quantity.asInteger(): int': undefined,
  'kubernetes.Quantity.isInteger(): bool': undefined,
  'kubernetes.Quantity.add(kubernetes.Quantity): kubernetes.Quantity': undefined,
  'kubernetes.Quantity.add(int): kubernetes.Quantity': undefined,
  'kubernetes.Quantity.sub(kubernetes.Quantity): kubernetes.Quantity': undefined,
  'kubernetes.Quantity.sub(int): kubernetes.Quantity': undefined,
})
