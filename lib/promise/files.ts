import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { editBetween } from './text-difference'
import { applyTextEdits, type TextEdit } from './text-edit'

const encoder = new TextEncoder()
// `ignoreBOM` keeps a byte-order mark in the text, so that text and bytes are two views of one thing.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * The bytes of one file. Text is a lossless view of them: byte-order mark, line ends and a missing
 * final newline survive. Bytes that are not UTF-8 have no text and stay binary. Immutable.
 */
export class FileContent {
  #bytes: Uint8Array | undefined
  #text: string | null | undefined
  #hash: string | undefined
  /** In the place of a text: how it differs from that of another. */
  #likeness: { readonly other: FileContent; readonly edit: TextEdit } | undefined

  private constructor(bytes: Uint8Array | undefined, text: string | undefined) {
    this.#bytes = bytes
    this.#text = text
  }

  /** `text` must be well-formed UTF-16; a lone surrogate is stored as U+FFFD, as UTF-8 demands. */
  static fromText(text: string): FileContent {
    return new FileContent(undefined, text.isWellFormed() ? text : text.toWellFormed())
  }

  /** Takes over `bytes`; the caller must not change them afterwards. */
  static fromBytes(bytes: Uint8Array): FileContent {
    return new FileContent(bytes, undefined)
  }

  get bytes(): Uint8Array {
    this.#bytes ??= encoder.encode(this.text ?? '')
    return this.#bytes
  }

  /** The text, or `null` when the bytes are not valid UTF-8. */
  get text(): string | null {
    if (this.#likeness) {
      const { other, edit } = this.#likeness
      this.#text = applyTextEdits(other.text ?? '', [edit])
      this.#likeness = undefined
    }
    if (this.#text === undefined) {
      try {
        this.#text = decoder.decode(this.bytes)
      } catch {
        this.#text = null // binary: the decoder's only way to say so is to throw
      }
    }
    return this.#text
  }

  /** SHA-256 of the bytes, in hex. */
  get hash(): string {
    this.#hash ??= bytesToHex(sha256(this.bytes))
    return this.#hash
  }

  /** Lets `hash` be at hand without holding up the thread; where the platform cannot, does nothing. */
  async hashAhead(): Promise<void> {
    const subtle = this.#hash === undefined ? globalThis.crypto?.subtle : undefined
    if (!subtle) return // known, or a page without https
    const digest = await subtle.digest('SHA-256', this.bytes as Uint8Array<ArrayBuffer>)
    this.#hash ??= bytesToHex(new Uint8Array(digest))
  }

  /**
   * Takes little memory from now on, where `other` holds nearly the same text: keeps the difference
   * alone until the text is asked for. `other` must not be kept like this one.
   */
  keepLike(other: FileContent): void {
    const [text, its] = [this.text, other.text]
    if (text === null || its === null || this === other) return
    const edit = editBetween(its, text)
    if (edit.insert.length * 4 > text.length) return
    // A part of a text keeps the whole of it in memory.
    this.#likeness = { other, edit: { ...edit, insert: copied(edit.insert) } }
    this.#text = undefined
    this.#bytes = undefined
  }

  /** Length in bytes. */
  get size(): number {
    return this.bytes.length
  }

  equals(other: FileContent): boolean {
    if (this === other) return true
    if (this.#text != null && other.#text != null) return this.#text === other.#text
    return this.size === other.size && this.hash === other.hash
  }
}

/** The same text in memory of its own; UTF-8 would lose the half of a surrogate pair. */
function copied(text: string): string {
  return JSON.parse(JSON.stringify(text))
}

/** Path in the repository -> content. Paths use `/`, are relative, and hold no `.` or `..` part. */
export type Files = ReadonlyMap<string, FileContent>

/** The one document that Kratix reads. */
export const PROMISE_FILE = 'promise.yaml'
/** A request that people can start from. */
export const EXAMPLE_FILE = 'example-resource.yaml'
/** What no other file can hold: step settings, registry, provenance. */
export const SETTINGS_FILE = '.promise-designer.yaml'
/** Generated bases of files that the user edited: `.promise-designer/base/<path>`. */
export const BASE_FOLDER = '.promise-designer/base/'

/** True for a generated base: kept to merge with, not the user's to edit. */
export function isBase(path: string): boolean {
  return path.startsWith(BASE_FOLDER)
}

/** True when both hold the same bytes under the same paths. */
export function sameFiles(a: Files, b: Files): boolean {
  return (
    a === b ||
    (a.size === b.size && [...a].every(([path, content]) => b.get(path)?.equals(content)))
  )
}

/**
 * True when `path` may name a file of a repository: relative, `/` between parts, no empty, `.` or
 * `..` part, no control character or backslash, no drive letter, each part at most 255 UTF-8 bytes.
 */
export function isSafePath(path: string): boolean {
  if (path.length === 0 || path.length > 1024) return false
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what we refuse
  if (/[\u0000-\u001f\u007f\\]/.test(path) || /^[A-Za-z]:/.test(path)) return false
  return path
    .split('/')
    .every(
      (part) => part !== '' && part !== '.' && part !== '..' && encoder.encode(part).length <= 255,
    )
}
