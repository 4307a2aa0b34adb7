import { Deflate, deflateSync } from 'fflate'
import { crc32 } from './crc32'
import {
  CENTRAL_HEADER,
  CENTRAL_SIZE,
  DEFLATED,
  END_RECORD,
  END_SIZE,
  FLAG_UTF8,
  HOST_UNIX,
  LOCAL_HEADER,
  LOCAL_SIZE,
  MAX_ENTRIES,
  MAX_OFFSET,
  STORED,
} from './format'

export interface ZipEntry {
  readonly path: string
  readonly bytes: Uint8Array
  readonly executable: boolean
}

/** How many of the bytes have been compressed. */
export interface ZipProgress {
  readonly done: number
  readonly total: number
}

/** 1980-01-01 00:00 as the format stores it: local, without a zone, hence the same everywhere. */
const DATE = (1 << 5) | 1
const TIME = 0
/** A fourth faster than the usual 6 for manifests that grow by 7 percent: 20 MB stay below a second. */
const LEVEL = 4
/** Bytes between two reports of progress: about 20 ms of work. */
const CHUNK = 1 << 20

/**
 * Writes a zip in slices of work; between two of them the caller may report progress or yield to
 * the page. Entries keep their order; the same entries give the same bytes. Sizes stand in the
 * local headers: small builds of BusyBox refuse data descriptors. What was packed is remembered:
 * the bytes given must not change afterwards.
 * @throws RangeError when the entries do not fit the format.
 */
export function* zipSteps(entries: readonly ZipEntry[]): Generator<ZipProgress, Uint8Array> {
  if (entries.length >= MAX_ENTRIES)
    throw new RangeError(`a zip holds fewer than ${MAX_ENTRIES} files`)
  const total = entries.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  let done = 0
  for (const { path, bytes, executable } of entries) {
    const name = new TextEncoder().encode(path)
    if (name.length > 0xffff)
      throw new RangeError(`the path of ${path.length} characters is too long`)
    const before = done
    const { method, crc, data } = yield* pack(bytes, (packed) => ({ done: before + packed, total }))
    done += bytes.length
    const common = commonFields(method, crc, data.length, bytes.length, name.length)
    const local = localHeader(common, name)
    directory.push(centralHeader(common, name, executable, offset))
    parts.push(local, data)
    offset += local.length + data.length
    if (offset > MAX_OFFSET) throw new RangeError('a zip holds less than 4 GiB')
  }
  const directorySize = directory.reduce((sum, { length }) => sum + length, 0)
  return concat([...parts, ...directory, endRecord(entries.length, directorySize, offset)])
}

interface Packed {
  readonly method: number
  readonly crc: number
  readonly data: Uint8Array
}

/** What was packed before: of a repository that is downloaded again, only what changed is work. */
const known = new WeakMap<Uint8Array, Packed>()

/** Deflates `bytes`, or stores them when that does not make them smaller. */
function* pack(
  bytes: Uint8Array,
  progress: (packed: number) => ZipProgress,
): Generator<ZipProgress, Packed> {
  let packed = known.get(bytes)
  if (!packed) {
    const deflated: Uint8Array[] = []
    let crc = 0
    if (bytes.length <= CHUNK) {
      crc = crc32(bytes)
      deflated.push(deflateSync(bytes, { level: LEVEL }))
    } else {
      const stream = new Deflate({ level: LEVEL }, (chunk) => deflated.push(chunk))
      for (let at = 0; at < bytes.length; at += CHUNK) {
        const chunk = bytes.subarray(at, at + CHUNK)
        crc = crc32(chunk, crc)
        stream.push(chunk, at + CHUNK >= bytes.length)
        if (at + CHUNK < bytes.length) yield progress(at + CHUNK)
      }
    }
    const data = concat(deflated)
    const smaller = data.length < bytes.length
    packed = { method: smaller ? DEFLATED : STORED, crc, data: smaller ? data : bytes }
    known.set(bytes, packed)
  }
  yield progress(bytes.length)
  return packed
}

/** {@link zipSteps} in one go. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const steps = zipSteps(entries)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The 26 bytes that local and central header share, from "version needed" on. */
function commonFields(method: number, crc: number, packed: number, size: number, name: number) {
  const bytes = new Uint8Array(26)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 20, true) // version needed: 2.0, for deflate
  view.setUint16(2, FLAG_UTF8, true)
  view.setUint16(4, method, true)
  view.setUint16(6, TIME, true)
  view.setUint16(8, DATE, true)
  view.setUint32(10, crc, true)
  view.setUint32(14, packed, true)
  view.setUint32(18, size, true)
  view.setUint16(22, name, true)
  return bytes
}

function localHeader(common: Uint8Array, name: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(LOCAL_SIZE + name.length)
  new DataView(bytes.buffer).setUint32(0, LOCAL_HEADER, true)
  bytes.set(common, 4)
  bytes.set(name, LOCAL_SIZE)
  return bytes
}

function centralHeader(common: Uint8Array, name: Uint8Array, executable: boolean, offset: number) {
  const bytes = new Uint8Array(CENTRAL_SIZE + name.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, CENTRAL_HEADER, true)
  view.setUint16(4, (HOST_UNIX << 8) | 20, true)
  bytes.set(common, 6)
  view.setUint32(38, (executable ? 0o100755 : 0o100644) << 16, true)
  view.setUint32(42, offset, true)
  bytes.set(name, CENTRAL_SIZE)
  return bytes
}

function endRecord(count: number, size: number, offset: number): Uint8Array {
  const bytes = new Uint8Array(END_SIZE)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, END_RECORD, true)
  view.setUint16(8, count, true)
  view.setUint16(10, count, true)
  view.setUint32(12, size, true)
  view.setUint32(16, offset, true)
  return bytes
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
