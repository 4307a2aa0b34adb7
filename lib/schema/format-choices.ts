import { hasKubernetes, type KubernetesFeature, type Target } from './target'
import type { ValueKind } from './value-kind'

/** A format that the API server checks (kratix.md 4.5). */
export interface FormatChoice {
  readonly name: string
  /** Ends "A value is …". */
  readonly meaning: string
  /** What Kubernetes needs to check it; absent when all versions in use do. */
  readonly needs?: KubernetesFeature
}

const STRINGS: readonly FormatChoice[] = [
  { name: 'date', meaning: 'a day, such as 2025-01-31' },
  { name: 'date-time', meaning: 'a time, such as 2025-01-31T10:00:00Z' },
  { name: 'duration', meaning: 'a length of time, such as 5m or 1h30m' },
  { name: 'email', meaning: 'an e-mail address' },
  { name: 'hostname', meaning: 'the name of a host' },
  { name: 'uri', meaning: 'an address with a scheme, such as https://example.com' },
  { name: 'ipv4', meaning: 'an address such as 192.0.2.1' },
  { name: 'ipv6', meaning: 'an address such as 2001:db8::1' },
  { name: 'cidr', meaning: 'a range of addresses, such as 10.0.0.0/24' },
  { name: 'mac', meaning: 'a hardware address, such as 02:00:5e:10:00:00' },
  { name: 'uuid', meaning: 'a UUID of any version' },
  { name: 'uuid3', meaning: 'a UUID of version 3' },
  { name: 'uuid4', meaning: 'a UUID of version 4' },
  { name: 'uuid5', meaning: 'a UUID of version 5' },
  { name: 'byte', meaning: 'bytes in base64' },
  { name: 'password', meaning: 'any text, which tools should not show' },
  {
    name: 'k8s-short-name',
    meaning: 'a DNS label, as names of Services are',
    needs: 'k8s-name-formats',
  },
  {
    name: 'k8s-long-name',
    meaning: 'a DNS subdomain, as most names are',
    needs: 'k8s-name-formats',
  },
  { name: 'hexcolor', meaning: 'a colour such as #336699' },
  { name: 'rgbcolor', meaning: 'a colour such as rgb(51,102,153)' },
  { name: 'creditcard', meaning: 'the number of a credit card' },
  { name: 'isbn', meaning: 'the number of a book, of 10 or 13 digits' },
  { name: 'isbn10', meaning: 'the number of a book, of 10 digits' },
  { name: 'isbn13', meaning: 'the number of a book, of 13 digits' },
  { name: 'ssn', meaning: 'a social security number of the USA' },
  { name: 'bsonobjectid', meaning: 'an identifier of 24 hexadecimal digits' },
]

const CHOICES: Partial<Record<ValueKind, readonly FormatChoice[]>> = {
  string: STRINGS,
  integer: [
    { name: 'int32', meaning: 'an integer of 32 bits: ±2,147,483,647' },
    { name: 'int64', meaning: 'an integer of 64 bits, which all are' },
  ],
  number: [
    { name: 'float', meaning: 'a number of 32 bits' },
    { name: 'double', meaning: 'a number of 64 bits, which all are' },
  ],
}

/** The formats that an API server checks on values of a kind, the usual ones first. */
export function formatChoices(kind: ValueKind, target: Target): readonly FormatChoice[] {
  const all = CHOICES[kind] ?? []
  return all.filter(({ needs }) => needs === undefined || hasKubernetes(target, needs))
}

/** The choice that `format` means, whatever the target; the API server does not mind dashes (`datetime`). */
export function formatNamed(kind: ValueKind, format: string): FormatChoice | undefined {
  const plain = (name: string) => name.replaceAll('-', '')
  return CHOICES[kind]?.find(({ name }) => plain(name) === plain(format))
}
