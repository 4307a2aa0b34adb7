import { isWithin, type Path } from '@/lib/promise/path'
import type { ApiView } from '@/lib/promise/view'

/**
 * `message` with the name of the version whose schema holds `at` before it, where the API has several
 * versions: their schemas are often copies, and then all of them have the same fault.
 */
export function nameVersion(message: string, at: Path, api: ApiView | undefined): string {
  const versions = api?.versions ?? []
  if (versions.length < 2) return message
  const version = versions.find(({ schemaPath }) => isWithin(at, schemaPath))
  return version && version.name !== '' ? `Version ${version.name}: ${message}` : message
}
