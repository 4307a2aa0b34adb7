import { type Command, unchanged } from '@/lib/promise/command'
import type { Path } from '@/lib/promise/path'
import { IMMUTABLE, immutabilityIndex } from '@/lib/schema/immutability'
import { editPromiseText } from './edit-yaml'
import { onSchema } from './on-promise'
import { insert, remove, setKeyword } from './yaml-edits'

const RULES = 'x-kubernetes-validations'

/** Forbids changes of a value after creation by a CEL rule, or takes that rule away. */
export function setImmutable(path: Path, immutable: boolean): Command {
  const label = immutable ? 'Forbid changes' : 'Allow changes'
  return onSchema(label, path, ({ value: promise, schema }) => {
    const rules = Array.isArray(schema[RULES]) ? schema[RULES] : []
    const index = immutabilityIndex(schema)
    if (immutable === index >= 0) return unchanged
    const place = [...path, RULES]
    const edit = immutable
      ? rules.length > 0
        ? insert(place, rules.length, IMMUTABLE)
        : setKeyword(promise, path, RULES, [IMMUTABLE])
      : remove(rules.length === 1 ? place : [...place, index])
    return [editPromiseText({ label, place: immutable ? place : path }, edit)]
  })
}
