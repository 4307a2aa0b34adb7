import { hmac } from '@noble/hashes/hmac.js'
import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { Buffer } from 'buffer/index.js'

const HASHES = { md5, sha1, sha256, sha384, sha512 }

interface Hashing {
  update(bytes: Uint8Array): unknown
  digest(): Uint8Array
}

class Hash {
  readonly #hashing: Hashing
  constructor(hashing: Hashing) {
    this.#hashing = hashing
  }
  update(data: unknown, encoding?: string): this {
    this.#hashing.update(bytesOf(data, encoding))
    return this
  }
  digest(encoding?: string): unknown {
    const bytes = Buffer.from(this.#hashing.digest())
    if (encoding === undefined || encoding === 'buffer') return bytes
    if (encoding !== 'base64url') return bytes.toString(encoding as 'hex')
    return bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  }
}

function bytesOf(data: unknown, encoding?: string): Uint8Array {
  if (typeof data === 'string') {
    return new Uint8Array(Buffer.from(data, encoding as 'utf8' | undefined))
  }
  if (data instanceof Uint8Array) return new Uint8Array(data)
  throw new TypeError('The "data" argument must be of type string or an instance of Buffer')
}

function named(algorithm: unknown) {
  const name = String(algorithm).toLowerCase().replace('-', '')
  if (!Object.hasOwn(HASHES, name)) throw new Error('Digest method not supported')
  return HASHES[name as keyof typeof HASHES]
}

/** `node:crypto`, as far as steps name things by it. */
export function cryptoModule(web: Crypto): object {
  return {
    createHash: (algorithm: unknown) => new Hash(named(algorithm).create()),
    createHmac: (algorithm: unknown, key: unknown) =>
      new Hash(hmac.create(named(algorithm), bytesOf(key))),
    hash: (algorithm: unknown, data: unknown, encoding = 'hex') =>
      new Hash(named(algorithm).create()).update(data).digest(encoding),
    getHashes: () => Object.keys(HASHES),
    randomUUID: () => randomUuid(web),
    randomBytes: (size: number) => Buffer.from(web.getRandomValues(new Uint8Array(size))),
    randomInt: (from: number, to?: number) => {
      const [low, high] = to === undefined ? [0, from] : [from, to]
      const [random = 0] = web.getRandomValues(new Uint32Array(1))
      return low + Math.floor((random / 2 ** 32) * (high - low))
    },
    timingSafeEqual: (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0,
  }
}

/** A UUID of version 4. The browser's own is missing where a page has no origin. */
export function randomUuid(web: Pick<Crypto, 'getRandomValues'>): string {
  const bytes = web.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Buffer.from(bytes).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
