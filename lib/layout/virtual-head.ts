import { toDnsLabel } from '@/lib/promise/dns-label'
import { EXAMPLE_FILE, FileContent, type Files } from '@/lib/promise/files'
import { valueAt } from '@/lib/promise/path'
import { documentsOf } from '@/lib/yaml/document'
import { printYaml } from '@/lib/yaml/edit'
import { API_FILE } from './parts'

/** Where the CLI writes an example request. */

/**
 * What stands for the head of a split repository without a `promise.yaml`, as `kratix build
 * promise NAME` makes it. Its name is that of `kratix init promise NAME`, which calls the example
 * `example-NAME`; without such an example, the kind in lower case.
 */
export function virtualHead(files: Files): FileContent {
  const name = nameOf(files)
  const known = heads.get(name)
  if (known) return known
  const metadata = { name }
  const head = { apiVersion: 'platform.kratix.io/v1alpha1', kind: 'Promise', metadata, spec: {} }
  const content = FileContent.fromText(printYaml(head))
  if (heads.size >= KEPT) heads.clear()
  heads.set(name, content)
  return content
}

/** One content for each name, so that it is read once. */
const heads = new Map<string, FileContent>()
const KEPT = 50

function nameOf(files: Files): string {
  const example = /^example-(.+)$/.exec(textAt(files, EXAMPLE_FILE, ['metadata', 'name']))?.[1]
  if (example !== undefined) return example
  return toDnsLabel(textAt(files, API_FILE, ['spec', 'names', 'kind']).toLowerCase(), 'promise')
}

function textAt(files: Files, file: string, path: readonly string[]): string {
  const content = files.get(file)
  const [document] = content ? documentsOf(content) : []
  const value = document && !document.broken ? valueAt(document.value(), path) : undefined
  return typeof value === 'string' ? value : ''
}
