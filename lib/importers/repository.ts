import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { FileContent, type Files, isSafePath, PROMISE_FILE } from '@/lib/promise/files'
import { findPromise } from './find-promise'
import { type Imported, importDiagnostic, importFailed } from './importer'
import { displayBytes, LIMITS } from './limits'
import { isSkipped } from './skipped'

/** A file that an importer has listed but not read. */
export interface Candidate {
  readonly path: string
  /** As announced; `read` gives no more. */
  readonly size: number
  read(): { ok: true; bytes: Uint8Array } | { ok: false; reason: string }
}

/**
 * Makes a repository of what an importer listed: skips what is no part of one, checks paths and
 * limits before anything is read, and takes the folder of `promise.yaml` as the root.
 */
export function toRepository(
  format: string,
  name: string,
  candidates: Iterable<Candidate>,
  notes: readonly Diagnostic[] = [],
): Imported {
  const kept: Candidate[] = []
  let total = 0
  for (const candidate of candidates) {
    if (isSkipped(candidate.path)) continue
    kept.push(candidate)
    total += candidate.size
    if (kept.length > LIMITS.files) {
      return importFailed('import-limit', name, `${name} has more than ${LIMITS.files} files`)
    }
    if (candidate.size > LIMITS.fileBytes) {
      return importFailed(
        'import-limit',
        candidate.path,
        `${shown(candidate.path)} has ${displayBytes(candidate.size)}; a file may have ${displayBytes(LIMITS.fileBytes)}`,
      )
    }
    if (total > LIMITS.totalBytes) {
      return importFailed(
        'import-limit',
        name,
        `${name} unpacks to more than ${displayBytes(LIMITS.totalBytes)}`,
      )
    }
  }
  const faults = pathFaults(kept)
  if (faults.length > 0) return { ok: false, diagnostics: faults }

  const contents = new Map<string, FileContent>()
  for (const candidate of kept) {
    const read = candidate.read()
    if (!read.ok) {
      const message = `${shown(candidate.path)} ${read.reason}`
      return importFailed('import-format', candidate.path, message)
    }
    contents.set(candidate.path, FileContent.fromBytes(read.bytes))
  }
  return rooted(format, name, contents, notes)
}

/** Takes the folder of the Promise as the root and reports what lies outside. */
function rooted(
  format: string,
  name: string,
  contents: Files,
  notes: readonly Diagnostic[],
): Imported {
  const found = findPromise(name, contents)
  if (!found.ok) return found
  const { promise, root } = found
  const content = contents.get(promise)
  if (content && content.size > LIMITS.promiseBytes) {
    return importFailed('import-limit', promise, tooGreat(promise, content.size))
  }
  const prefix = root === '' ? '' : `${root}/`
  const files = new Map<string, FileContent>()
  const outside: string[] = []
  for (const [path, file] of contents) {
    if (path === promise) files.set(PROMISE_FILE, file)
    else if (path.startsWith(prefix)) files.set(path.slice(prefix.length), file)
    else outside.push(path)
  }
  const report = {
    format,
    root,
    promise,
    notes: [...notes, ...found.notes, ...leftOut(outside, root)],
  }
  return { ok: true, files, report }
}

/** The message for a `promise.yaml` beyond the limit. */
export function tooGreat(path: string, size: number): string {
  return `${shown(path)} has ${displayBytes(size)}; a Promise may have ${displayBytes(LIMITS.promiseBytes)} (the API server refuses more than 3 MiB)`
}

function leftOut(outside: readonly string[], root: string): Diagnostic[] {
  const [first] = outside
  if (first === undefined) return []
  const which = outside.length === 1 ? shown(first) : `${outside.length} files (${shown(first)}, …)`
  return [
    importDiagnostic(
      'import-left-out',
      'warning',
      first,
      `${which} left out: outside of ${root}/, where promise.yaml is`,
    ),
  ]
}

/** At most so many faults are worth reading. */
const FAULTS_SHOWN = 10

/** Paths that could not be written below a folder, or that would hide one another. */
function pathFaults(candidates: readonly Candidate[]): Diagnostic[] {
  const faults: Diagnostic[] = []
  const files = new Set<string>()
  const folders = new Set<string>()
  const fault = (path: string, message: string) =>
    faults.push(importDiagnostic('import-path', 'error', path, message))
  for (const { path } of candidates) {
    if (faults.length === FAULTS_SHOWN) break
    const parts = path.split('/')
    if (!isSafePath(path)) fault(path, `${shown(path)} is not a path within a repository`)
    else if (parts.length > LIMITS.depth) {
      fault(path, `${shown(path)} lies more than ${LIMITS.depth} folders deep`)
    } else if (files.has(path)) fault(path, `${shown(path)} is there twice`)
    else {
      files.add(path)
      for (let i = 1; i < parts.length; i++) folders.add(parts.slice(0, i).join('/'))
    }
  }
  for (const path of files) {
    if (folders.has(path)) fault(path, `${shown(path)} is both a file and a folder`)
  }
  return faults
}

/** A path in a message: quoted so that nothing in it can pass for the message, and cut. */
function shown(path: string): string {
  const plain = /^[\w./@+ -]{1,120}$/.test(path)
  return plain ? path : JSON.stringify(path.length > 120 ? `${path.slice(0, 120)}…` : path)
}
