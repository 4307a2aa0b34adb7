import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** The longest DNS-1123 label. */
export const MAX_LABEL = 63
const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/

/** True for a DNS-1123 label of at most 63 characters: what may name a container or a folder. */
export function isDnsLabel(name: string): boolean {
  return name.length <= MAX_LABEL && label.test(name)
}

/** `text` as a DNS label, `fallback` when nothing of it is left. Long ones are cut, with a hash. */
export function toDnsLabel(text: string, fallback: string): string {
  const plain = text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return cutLabel(plain) || fallback
}

/** A label of at most 63 characters: the first 55 and seven digits of a hash when it is longer. */
export function cutLabel(name: string): string {
  if (name.length <= MAX_LABEL) return name
  const hash = bytesToHex(sha256(utf8ToBytes(name))).slice(0, 7)
  return `${name.slice(0, MAX_LABEL - 8).replace(/-+$/, '')}-${hash}`
}

/** `wanted`, or the first of `wanted-2`, `wanted-3`… that is not taken; at most 63 characters. */
export function freeLabel(wanted: string, taken: (name: string) => boolean): string {
  if (!taken(wanted)) return wanted
  const stem = wanted.replace(/-\d+$/, '')
  for (let n = 2; ; n++) {
    const end = `-${n}`
    const name = `${stem.slice(0, MAX_LABEL - end.length).replace(/-+$/, '')}${end}`
    if (!taken(name)) return name
  }
}
