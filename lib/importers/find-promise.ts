import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { type FileContent, type Files, PROMISE_FILE } from '@/lib/promise/files'
import { type ImportFailure, importDiagnostic, importFailed } from './importer'

type Found = {
  readonly ok: true
  readonly promise: string
  readonly root: string
  readonly notes: readonly Diagnostic[]
}

/**
 * The Promise of a repository: the shallowest `promise.yaml`; without one, the shallowest YAML file
 * that holds an object of kind Promise. Others outside of its folder are reported: the user may
 * have meant one of them.
 */
export function findPromise(name: string, files: Files): Found | ImportFailure {
  const named = [...files.keys()].filter((path) => baseName(path) === PROMISE_FILE)
  const candidates =
    named.length > 0 ? named : [...files].filter(isPromiseFile).map(([path]) => path)
  candidates.sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
  const [promise] = candidates
  if (promise === undefined) return noPromise(name, files)
  const root = promise.slice(0, Math.max(0, promise.lastIndexOf('/')))
  const notes: Diagnostic[] = []
  if (named.length === 0) {
    notes.push(
      importDiagnostic('import-renamed', 'info', promise, `${promise} was taken as promise.yaml`),
    )
  }
  const others = candidates.filter((path) => root !== '' && !path.startsWith(`${root}/`))
  if (others.length > 0) {
    const list = others.slice(0, 3).join(', ') + (others.length > 3 ? ', …' : '')
    const message = `${name} holds ${others.length + 1} Promises; ${promise} was opened, not ${list}`
    notes.push(importDiagnostic('import-several', 'warning', promise, message))
  }
  return { ok: true, promise, root, notes }
}

/**
 * Whether a text has an object of kind Promise. A look at the text, not a reading of it: broken
 * YAML must be openable too, since it is here that the user can mend it.
 */
export function mentionsPromise(text: string): boolean {
  return /(^|[\s{,"'])kind["']?\s*:\s*["']?Promise\b(?!-)/.test(text)
}

function isPromiseFile([path, content]: [string, FileContent]): boolean {
  if (!/\.ya?ml$/i.test(path) || content.text === null) return false
  // At the left margin only: a Promise inside another object is not the one to design.
  return /^kind["']?\s*:\s*["']?Promise["']?\s*(#.*)?$/m.test(content.text)
}

function noPromise(name: string, files: Files): ImportFailure {
  const split = [...files.keys()].some((path) => baseName(path) === 'api.yaml')
  const hint = split
    ? ': it has an api.yaml, the split layout of the kratix CLI; `kratix build promise` joins it'
    : ''
  return importFailed('import-no-promise', name, `${name} holds no promise.yaml${hint}`)
}

const depth = (path: string) => path.split('/').length
const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1)
