import type { Command } from '@/lib/promise/command'
import type { Files } from '@/lib/promise/files'
import { valueAt } from '@/lib/promise/path'
import { type ApiView, storageVersion } from '@/lib/promise/view'
import { documentsOf } from '@/lib/yaml/document'
import { setValue } from '@/lib/yaml/edit'

/** The request that the repository shows to its users. */
export const EXAMPLE_FILE = 'example-resource.yaml'

/**
 * Lets a request that is an authored or edited file follow the API's group, version and kind. A
 * request of another API, and a generated one, are left alone.
 */
export function followExample(
  files: Files,
  before: ApiView,
  after: { readonly group: string; readonly kind: string; readonly version: string },
): readonly Command[] {
  const content = files.get(EXAMPLE_FILE)
  const [document] = content ? documentsOf(content) : []
  if (!document || document.broken) return []
  const value = document.value()
  const apiVersion = `${before.group}/${storageVersion(before)?.name ?? ''}`
  if (valueAt(value, ['apiVersion']) !== apiVersion) return []
  if (valueAt(value, ['kind']) !== before.kind) return []
  const edits = [
    setValue(document, ['apiVersion'], `${after.group}/${after.version}`),
    setValue(document, ['kind'], after.kind),
  ]
    // What a user wrote with an alias in this place is nobody's but theirs.
    .flatMap((result) => (result.ok ? result.edits : []))
    .sort((a, b) => a.from - b.from)
  if (edits.length === 0) return []
  const path = EXAMPLE_FILE
  const run: Command['run'] = () => ({ kind: 'change', edits: [{ kind: 'text', path, edits }] })
  return [{ label: 'Follow the API', run }]
}
