import type { Command } from '@/lib/promise/command'
import { PROMISE_FILE } from '@/lib/promise/files'
import type { Path } from '@/lib/promise/path'
import { setField } from './set-field'

/** Brings back a property as it was; its place in the order is the last. */
export function addSchema(path: Path, schema: unknown): Command {
  return setField(PROMISE_FILE, path, schema, `Restore ${JSON.stringify(path.at(-1))}`)
}
