import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { FileContent, type Files, isSafePath, PROMISE_FILE } from '@/lib/promise/files'
import { findPromise } from './find-promise'
import {
  type Imported,
  type ImportFailure,
  type ImportOptions,
  importDiagnostic,
  importFailed,
} from './importer'
import { displayBytes, LIMITS } from './limits'
import { EVIDENCE_BYTES, EVIDENCE_FILES, isEvidence, madeByTools } from './made-by-tools'
import { portabilityRemarks } from './portable'
import type { ReportItem } from './report'
import { SkipTally, skippedBy } from './skipped'

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
 * @param skipped what the importer itself left out
 */
export function toRepository(
  format: string,
  name: string,
  candidates: Iterable<Candidate>,
  options: ImportOptions,
  skipped: readonly ReportItem[] = [],
): Imported {
  const listed: Candidate[] = []
  const tally = new SkipTally()
  for (const candidate of candidates) {
    const by = skippedBy(candidate.path)
    if (by) tally.add(by, candidate.path)
    else listed.push(candidate)
    if (listed.length > LIMITS.listed) {
      return importFailed('import-limit', name, `${name} has more than ${LIMITS.listed} files`)
    }
  }
  const faults = pathFaults(listed)
  if (faults.length > 0) return { kind: 'failure', diagnostics: faults }
  const byTools = madeByTools(evidenceIn(listed))
  const kept = listed.filter(({ path }) => {
    const by = byTools(path)
    if (by) tally.add(by, path, true)
    return !by
  })
  const tooMuch = checkSizes(name, kept)
  if (tooMuch) return tooMuch

  const contents = new Map<string, FileContent>()
  for (const candidate of kept) {
    const read = candidate.read()
    if (!read.ok) {
      const message = `${shown(candidate.path)} ${read.reason}`
      return importFailed('import-format', candidate.path, message)
    }
    contents.set(candidate.path, FileContent.fromBytes(read.bytes))
  }
  return rooted(format, name, contents, options, [...skipped, ...tally.items()])
}

function evidenceIn(listed: readonly Candidate[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const candidate of listed) {
    if (!isEvidence(candidate.path) || candidate.size > EVIDENCE_BYTES) continue
    if (texts.size === EVIDENCE_FILES) break
    const read = candidate.read()
    const text = read.ok ? FileContent.fromBytes(read.bytes).text : null
    if (text !== null) texts.set(candidate.path, text)
  }
  return texts
}

/** The first limit that the files exceed, before one of them is read. */
function checkSizes(name: string, files: readonly Candidate[]): ImportFailure | undefined {
  if (files.length > LIMITS.files) {
    return importFailed('import-limit', name, `${name} has more than ${LIMITS.files} files`)
  }
  let total = 0
  for (const { path, size } of files) {
    total += size
    if (size > LIMITS.fileBytes) {
      const message = `${shown(path)} has ${displayBytes(size)}; a file may have ${displayBytes(LIMITS.fileBytes)}`
      return importFailed('import-limit', path, message)
    }
    if (total > LIMITS.totalBytes) {
      const message = `${name} unpacks to more than ${displayBytes(LIMITS.totalBytes)}`
      return importFailed('import-limit', name, message)
    }
  }
  return undefined
}

/** Takes the folder of the Promise as the root; what lies outside is skipped, and reported. */
function rooted(
  format: string,
  name: string,
  contents: Files,
  options: ImportOptions,
  skipped: readonly ReportItem[],
): Imported {
  const found = findPromise(name, contents, options)
  if (found.kind !== 'found') return found
  const { promise, root, remark } = found
  const content = promise === undefined ? undefined : contents.get(promise)
  if (promise !== undefined && content && content.size > LIMITS.promiseBytes) {
    return importFailed('import-limit', promise, tooGreat(promise, content.size))
  }
  const prefix = root === '' ? '' : `${root}/`
  const files = new Map<string, FileContent>()
  const items = [...skipped]
  for (const [path, file] of contents) {
    if (path === promise) files.set(PROMISE_FILE, file)
    else if (path.startsWith(prefix)) files.set(path.slice(prefix.length), file)
    else items.push({ path, fate: 'skipped', reason: outside(root), news: true })
  }
  const remarks = new Map(portabilityRemarks(files.keys()))
  if (remark !== undefined) remarks.set(PROMISE_FILE, remark)
  const report = { format, name, root, promise: promise ?? prefix, items }
  return { kind: 'ok', files, report, remarks }
}

const outside = (root: string) => `It lies outside of ${root}/, where the Promise is.`

/** The message for a `promise.yaml` beyond the limit. */
export function tooGreat(path: string, size: number): string {
  return `${shown(path)} has ${displayBytes(size)}; a Promise may have ${displayBytes(LIMITS.promiseBytes)} (the API server refuses more than 3 MiB)`
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
