import { Inflate } from 'fflate'
import { decodeName } from './cp437'
import { crc32 } from './crc32'
import {
  CENTRAL_HEADER,
  CENTRAL_SIZE,
  DEFLATED,
  END_RECORD,
  END_SIZE,
  FLAG_ENCRYPTED,
  FLAG_UTF8,
  HOST_DOS,
  LOCAL_HEADER,
  LOCAL_SIZE,
  MAX_ENTRIES,
  MAX_OFFSET,
  STORED,
} from './format'

/** An entry as the central directory tells it. Nothing of it has been checked against the data. */
export interface ListedEntry {
  readonly path: string
  readonly kind: 'file' | 'folder' | 'link' | 'special'
  readonly encrypted: boolean
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

export type Listing =
  | { readonly ok: true; readonly entries: readonly ListedEntry[] }
  /** `reason` continues the sentence "the zip …". */
  | { readonly ok: false; readonly reason: string; readonly tooMany?: boolean }

export type Unpacked =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** `reason` continues the sentence "the entry …". */
  | { readonly ok: false; readonly reason: string }

/** True when `bytes` begin like a zip, also an empty one. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  if (bytes.length < 4) return false
  const signature = viewOf(bytes).getUint32(0, true)
  return signature === LOCAL_HEADER || signature === END_RECORD
}

/** The directory of a zip. Stops at `maxEntries`: a directory is cheap to write, dear to show. */
export function listZip(bytes: Uint8Array, maxEntries: number): Listing {
  const view = viewOf(bytes)
  const end = findEnd(bytes, view)
  if (end === undefined) return { ok: false, reason: 'is cut off or damaged: it has no directory' }
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  const tooMany = {
    ok: false,
    reason: `has more than ${maxEntries} entries`,
    tooMany: true,
  } as const
  if (count === MAX_ENTRIES || count > maxEntries) return tooMany
  if (view.getUint32(end + 4, true) !== 0) return { ok: false, reason: 'is one of several parts' }
  if (start === MAX_OFFSET)
    return { ok: false, reason: 'is in the Zip64 format, which is not read' }
  if (start + size !== end)
    return { ok: false, reason: 'is damaged: its directory is not where it says' }

  const entries: ListedEntry[] = []
  let at = start
  while (at < end) {
    if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL_HEADER) {
      return { ok: false, reason: 'is damaged: its directory breaks off' }
    }
    // The count is kept modulo 65,536: only walking tells how many there are.
    if (entries.length === maxEntries) return tooMany
    const name = view.getUint16(at + 28, true)
    const next =
      at + CENTRAL_SIZE + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) return { ok: false, reason: 'is damaged: its directory breaks off' }
    entries.push(listedEntry(view, bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + name), at))
    at = next
  }
  if (entries.length !== count) return { ok: false, reason: 'is damaged: its directory breaks off' }
  return { ok: true, entries }
}

/** Unpacks one entry. Never gives or makes more bytes than the directory announced, plus a chunk. */
export function unpack(bytes: Uint8Array, entry: ListedEntry): Unpacked {
  const view = viewOf(bytes)
  const { offset, packed, size } = entry
  if (entry.encrypted) return { ok: false, reason: 'is encrypted' }
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    return { ok: false, reason: `is packed with method ${entry.method}, which is not read` }
  }
  if (size === MAX_OFFSET || packed === MAX_OFFSET || offset === MAX_OFFSET) {
    return { ok: false, reason: 'is in the Zip64 format, which is not read' }
  }
  const damaged = { ok: false, reason: 'is damaged or cut off' } as const
  if (offset + LOCAL_SIZE > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER)
    return damaged
  const from =
    offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (from + packed > bytes.length) return damaged
  const data = bytes.subarray(from, from + packed)
  const out = entry.method === STORED ? data.slice() : inflate(data, size)
  if (!out || out.length !== size || crc32(out) !== entry.crc) return damaged
  return { ok: true, bytes: out }
}

/** 16 KiB unpack to 16 MiB at the most: how far a lying entry gets before it is found out. */
const CHUNK = 1 << 14

/** The inflated bytes, or `undefined` when they are not what was announced. */
function inflate(data: Uint8Array, size: number): Uint8Array | undefined {
  const out = new Uint8Array(size)
  let at = 0
  let tooMuch = false
  const stream = new Inflate((chunk) => {
    if (at + chunk.length > size) tooMuch = true
    else out.set(chunk, at)
    at += chunk.length
  })
  try {
    for (let from = 0; from < data.length && !tooMuch; from += CHUNK) {
      stream.push(data.subarray(from, from + CHUNK), from + CHUNK >= data.length)
    }
  } catch {
    return undefined // fflate throws on every kind of broken stream; to us they are all the same
  }
  return !tooMuch && at === size ? out : undefined
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Where the end record begins: it is followed only by its own comment. */
function findEnd(bytes: Uint8Array, view: DataView): number | undefined {
  const lowest = Math.max(0, bytes.length - END_SIZE - 0xffff)
  for (let at = bytes.length - END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END_RECORD) continue
    if (at + END_SIZE + view.getUint16(at + 20, true) === bytes.length) return at
  }
  return undefined
}

function listedEntry(view: DataView, name: Uint8Array, at: number): ListedEntry {
  const host = view.getUint8(at + 5)
  const flags = view.getUint16(at + 8, true)
  const decoded = decodeName(name, (flags & FLAG_UTF8) !== 0)
  // Old Windows tools part folders with a backslash, against the specification.
  const path = host === HOST_DOS ? decoded.replaceAll('\\', '/') : decoded
  const attributes = view.getUint32(at + 38, true)
  return {
    path,
    kind: kindOf(path, attributes),
    encrypted: (flags & FLAG_ENCRYPTED) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  }
}

/** The Unix mode counts whatever the host says: an unpacker that believes it would make a link. */
function kindOf(path: string, attributes: number): ListedEntry['kind'] {
  const type = (attributes >>> 16) & 0o170000
  if (type === 0o120000) return 'link'
  if (path.endsWith('/') || type === 0o040000 || (attributes & 0x10) !== 0) return 'folder'
  return type === 0 || type === 0o100000 ? 'file' : 'special'
}
