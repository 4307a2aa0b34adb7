import type { Command } from '@/lib/promise/command'
import { PROMISE_FILE } from '@/lib/promise/files'
import { type Path, pathToString } from '@/lib/promise/path'
import { VALIDATIONS } from '@/lib/schema/validations'
import { setField } from './set-field'

/**
 * Sets one part of a CEL rule of the schema at `path`: `rule`, `message`, … Changes of one part after
 * another are one to undo.
 * @param value `undefined` removes the part
 */
export function setValidation(path: Path, index: number, key: string, value: unknown): Command {
  const place = [...path, VALIDATIONS, index, key]
  return setField(PROMISE_FILE, place, value, `Set ${key} of rule`, `rule:${pathToString(place)}`)
}
