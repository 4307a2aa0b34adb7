import type { Command } from '@/lib/promise/command'
import type { Path } from '@/lib/promise/path'
import { setSchemaKeyword } from './set-schema-keyword'

/** Describes the schema at `path`; an empty text removes the description. */
export function setDescription(path: Path, text: string): Command {
  return setSchemaKeyword(path, 'description', text === '' ? undefined : text)
}
