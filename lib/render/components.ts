import { isRecord } from '@/lib/promise/path'
import { fail, type Identity, type Read } from './identity'
import { notLabelled } from './messages'

/**
 * Labels that tell a request which one it is a part of: the first family draws the tree of the
 * CLI, the second lets a dry run follow it (kratix.md 9.1).
 */
export function componentLabels(
  promise: string,
  { name, namespace }: Identity,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ['component-of', 'parent'].flatMap((family) => [
      [`kratix.io/${family}-promise-name`, promise],
      [`kratix.io/${family}-resource-name`, name],
      // A Promise, which has no namespace, has no components.
      [`kratix.io/${family}-resource-namespace`, namespace ?? ''],
    ]),
  )
}

/** A document with the labels that it does not have already. */
export function labelled(
  document: unknown,
  labels: Readonly<Record<string, string>>,
): Read<Readonly<Record<string, unknown>>> {
  if (!isRecord(document)) return fail(notLabelled)
  const metadata = document.metadata ?? {}
  if (!isRecord(metadata)) return fail(notLabelled)
  const own = metadata.labels ?? {}
  if (!isRecord(own)) return fail(notLabelled)
  const all = { ...metadata, labels: { ...labels, ...own } }
  return { ok: true, value: { ...document, metadata: all } }
}
