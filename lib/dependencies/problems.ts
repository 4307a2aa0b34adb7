import type { Diagnostic, Severity } from '@/lib/diagnostics/diagnostic'
import type { Range, YamlProblem } from '@/lib/yaml/document'
import { type DependencyDocument, displayDocument } from './document'
import type { Identity } from './identity'
import type { Scope } from './scope'

/** A fault at a range of a file. */
export function problemAt(
  file: string,
  severity: Severity,
  code: string,
  message: string,
  range: Range,
): Diagnostic {
  return { code, severity, message, place: { file, path: [] }, range }
}

export function syntaxProblem(file: string, problem: YamlProblem, offset: number): Diagnostic {
  const { from, to } = problem.range
  const range = { from: from + offset, to: to + offset }
  return problemAt(file, problem.severity, 'dependency-syntax', problem.message, range)
}

/** What is wrong with one object by itself. */
export function ownProblems(
  file: string,
  identity: Identity,
  scope: Scope,
  range: Range,
): Diagnostic[] {
  if (identity.odd.includes('')) {
    const message = 'this document is no Kubernetes object: it is not a map'
    return [problemAt(file, 'error', 'dependency-no-object', message, range)]
  }
  const found: Diagnostic[] = identity.odd.map((field) =>
    problemAt(
      file,
      'error',
      'dependency-identity',
      `${field} is not ${field === 'metadata' ? 'a map' : 'a string'}`,
      range,
    ),
  )
  const { apiVersion, kind, name, namespace, generateName, odd } = identity
  const missing = (
    [
      ['apiVersion', apiVersion],
      ['kind', kind],
      ['metadata.name', name],
    ] as const
  ).filter(
    ([field, value]) =>
      value === '' && !odd.includes(field) && !odd.includes(field.split('.')[0] ?? ''),
  )
  for (const [field] of missing) {
    const message =
      field === 'metadata.name' && generateName
        ? 'this object has generateName instead of metadata.name: every apply would make another one'
        : `this object has no ${field}`
    found.push(problemAt(file, 'error', 'dependency-identity', message, range))
  }
  if (scope === 'cluster' && namespace !== '') {
    const message = `${kind} ${name} belongs to the whole cluster: its namespace ${namespace} is ignored`
    found.push(problemAt(file, 'info', 'dependency-namespace', message, range))
  }
  return found
}

/** Faults among all dependencies: objects that are there twice. */
export function duplicateProblems(documents: readonly DependencyDocument[]): Diagnostic[] {
  const seen = new Map<string, DependencyDocument>()
  const found: Diagnostic[] = []
  for (const document of documents) {
    const { apiVersion, kind, name, file, range } = document
    if (apiVersion === '' || kind === '' || name === '') continue
    const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
    // Two versions of one kind are the same object to the cluster; `default` is the usual namespace.
    const namespace = document.scope === 'cluster' ? '' : document.namespace
    const key = JSON.stringify([group, kind, namespace, name])
    const first = seen.get(key)
    if (first === undefined) seen.set(key, document)
    else {
      const where = first.file === file ? `document ${first.index + 1}` : first.file
      const message = `${displayDocument(document)} is there twice, first in ${where}: only one can be applied`
      found.push(problemAt(file, 'error', 'dependency-duplicate', message, range))
    }
  }
  return found
}
