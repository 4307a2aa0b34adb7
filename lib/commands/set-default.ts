import type { Command } from '@/lib/promise/command'
import type { Path } from '@/lib/promise/path'
import { setSchemaKeyword } from './set-schema-keyword'

/**
 * Sets the default of the schema at `path`.
 * @param value typed, as `parseDefault` gives it; `undefined` removes the default
 */
export function setDefault(path: Path, value: unknown): Command {
  return setSchemaKeyword(path, 'default', value)
}
