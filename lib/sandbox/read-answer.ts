import { isSafePath } from '@/lib/promise/files'
import { isRecord } from '@/lib/promise/path'
import { type FileEntry, LIMITS, PROTOCOL, type ProgramAnswer, type ProgramEnd } from './call'
import { textOrBytes } from './text-or-bytes'

/**
 * What came out of the sandbox, as far as it is an answer: a program may have written it itself, so
 * nothing of it is taken on trust, and all of it is made anew. `undefined` for anything else, and for
 * more than the limits allow.
 */
export function readAnswer(message: unknown): ProgramAnswer | undefined {
  if (typeof message !== 'string' || message.length > LIMITS.answer) return
  const given = parsed(message)
  if (!isRecord(given) || given.protocol !== PROTOCOL || !isRecord(given.answer)) return
  const { end, log, read, output, metadata, published, took } = given.answer
  const ended = readEnd(end)
  const files = { output: readFiles(output), metadata: readFiles(metadata) }
  if (!ended || !files.output || !files.metadata) return
  if (!isTexts(log, LIMITS.lines + 1, LIMITS.log * 2)) return
  if (!isTexts(read, LIMITS.files * 2, LIMITS.files * LIMITS.path)) return
  if (sizeOf([files.output, files.metadata]) > LIMITS.bytes) return
  if (!Array.isArray(published) || published.length > LIMITS.published) return
  if (!published.every(isRecord) || !isShallow(published, LIMITS.depth)) return
  if (JSON.stringify(published).length > LIMITS.statuses) return
  if (typeof took !== 'number' || !Number.isFinite(took)) return
  return { end: ended, log, read, output: files.output, metadata: files.metadata, published, took }
}

/** Whoever shows or keeps a value goes through it level by level, and not for ever. */
function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((held) => isShallow(held, levels - 1))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // no JSON: the parser's only way to say so is to throw
  }
}

function readEnd(end: unknown): ProgramEnd | undefined {
  if (!isRecord(end)) return
  const { kind, code, message, reason } = end
  if (kind === 'exit' && typeof code === 'number' && Number.isInteger(code)) {
    return { kind, code, ...(typeof message === 'string' && { message: short(message) }) }
  }
  if ((kind === 'stopped' || kind === 'not-here') && typeof reason === 'string') {
    return { kind, reason: short(reason) }
  }
  return
}

const short = (text: string): string => (text.length > 1000 ? `${text.slice(0, 1000)}…` : text)

function readFiles(files: unknown): readonly FileEntry[] | undefined {
  if (!Array.isArray(files) || files.length > LIMITS.files) return
  const read = new Map<string, string | Uint8Array>()
  for (const file of files as unknown[]) {
    if (!Array.isArray(file) || file.length !== 2) return
    const [path, encoded] = file as [unknown, unknown]
    if (typeof path !== 'string' || typeof encoded !== 'string') return
    if (path.length > LIMITS.path || !isSafePath(path) || read.has(path)) return
    const bytes = fromBase64(encoded)
    if (!bytes) return
    read.set(path, textOrBytes(bytes))
  }
  // No disk has a file below a file.
  const below = [...read.keys()].some((path) =>
    path.split('/').some((_, i, parts) => i > 0 && read.has(parts.slice(0, i).join('/'))),
  )
  return below ? undefined : [...read]
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  } catch {
    return undefined // no base64
  }
}

function sizeOf(volumes: readonly (readonly FileEntry[])[]): number {
  return volumes.flat().reduce((sum, [, content]) => sum + content.length, 0)
}

function isTexts(list: unknown, most: number, size: number): list is readonly string[] {
  if (!Array.isArray(list) || list.length > most) return false
  if (!list.every((text) => typeof text === 'string')) return false
  return list.reduce((sum, text) => sum + text.length, 0) <= size
}
