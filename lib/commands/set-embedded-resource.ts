import type { Command } from '@/lib/promise/command'
import { isRecord, type Path } from '@/lib/promise/path'
import { editPromiseText } from './edit-yaml'
import { onSchema } from './on-promise'
import { remove, setKeyword } from './yaml-edits'

const EMBEDDED = 'x-kubernetes-embedded-resource'
const PRESERVE = 'x-kubernetes-preserve-unknown-fields'

/**
 * Says that a value is a whole Kubernetes object, or says it no more. One without properties of its
 * own has to keep unknown fields (kratix.md 78), so it is made to.
 */
export function setEmbeddedResource(path: Path, embedded: boolean): Command {
  const label = `${embedded ? 'Set' : 'Remove'} embedded-resource`
  return onSchema(label, path, ({ value: promise, schema }) => {
    const place = [...path, EMBEDDED]
    const one = (edit: ReturnType<typeof remove>) => editPromiseText({ label, place }, edit)
    if (!embedded) return Object.hasOwn(schema, EMBEDDED) ? [one(remove(place))] : []
    const { properties } = schema
    const bare = !isRecord(properties) || Object.keys(properties).length === 0
    return [
      ...(bare ? [one(setKeyword(promise, path, PRESERVE, true))] : []),
      one(setKeyword(promise, path, EMBEDDED, true)),
    ]
  })
}
