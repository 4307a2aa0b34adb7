import { isSafePath } from '@/lib/promise/files'
import { isRecord } from '@/lib/promise/path'
import { type FileEntry, LIMITS, PROTOCOL, type ProgramAnswer, type ProgramEnd } from './call'

/**
 * What came out of the sandbox, as far as it is an answer: a program may have written it itself, so
 * nothing of it is taken on trust. `undefined` for anything else, and for more than the limits allow.
 */
export function readAnswer(message: unknown): ProgramAnswer | undefined {
  if (!isRecord(message) || message.protocol !== PROTOCOL || !isRecord(message.answer)) return
  const { end, log, read, output, metadata, published, took } = message.answer
  const ended = readEnd(end)
  const files = { output: readFiles(output), metadata: readFiles(metadata) }
  if (!ended || !files.output || !files.metadata) return
  if (!isTexts(log) || !isTexts(read) || sizeOf([files.output, files.metadata]) > LIMITS.bytes)
    return
  if (!Array.isArray(published) || published.length > LIMITS.published) return
  if (typeof took !== 'number' || !Number.isFinite(took)) return
  const statuses = readJson(published)
  if (!statuses?.every(isRecord)) return
  return {
    end: ended,
    log,
    read,
    ...{ ...files, output: files.output, metadata: files.metadata },
    published: statuses,
    took,
  }
}

/** Texts of JSON: what comes of them is data and nothing else. */
function readJson(texts: readonly unknown[]): readonly unknown[] | undefined {
  try {
    return texts.map((text): unknown => JSON.parse(String(text)))
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
  const seen = new Set<string>()
  for (const file of files) {
    if (!Array.isArray(file) || file.length !== 2) return
    const [path, content] = file as [unknown, unknown]
    if (typeof path !== 'string' || !isSafePath(path) || seen.has(path)) return
    if (typeof content !== 'string' && !(content instanceof Uint8Array)) return
    seen.add(path)
  }
  return files as FileEntry[]
}

function sizeOf(volumes: readonly (readonly FileEntry[])[]): number {
  return volumes.flat().reduce((sum, [, content]) => sum + content.length, 0)
}

function isTexts(list: unknown): list is readonly string[] {
  if (!Array.isArray(list) || list.length > LIMITS.lines + 1) return false
  let size = 0
  for (const text of list as unknown[]) {
    if (typeof text !== 'string') return false
    size += text.length
  }
  return size <= LIMITS.log * 2
}
