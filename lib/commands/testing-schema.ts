import { type Command, runCommand } from '@/lib/promise/command'
import { PROMISE_FILE } from '@/lib/promise/files'
import type { Path } from '@/lib/promise/path'
import { specPropertiesPath } from '@/lib/schema/properties'
import { filesOf, type Texts, textsOf } from './testing'

/** Tests of API commands speak of the schema alone; the Promise around it is this. */
const HEAD = `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: redis
spec:
  api:
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata:
      name: redises.mygroup.org
    spec:
      group: mygroup.org
      scope: Namespaced
      names:
        kind: Redis
        plural: redises
        singular: redis
      versions:
        - name: v1alpha1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
`
const TAIL = '  workflows: {} # the end\n'
const INDENT = ' '.repeat(14)

export const SCHEMA: Path = ['spec', 'api', 'spec', 'versions', 0, 'schema', 'openAPIV3Schema']
export const PROPERTIES = specPropertiesPath(SCHEMA)

/** The property at dotted names below `spec`; `[]` goes into the items of an array. */
export function property(names: string): Path {
  const path = [...PROPERTIES]
  for (const [i, name] of names.split('.').entries()) {
    if (i > 0) path.push('properties')
    path.push(name.replace('[]', ''))
    if (name.endsWith('[]')) path.push('items')
  }
  return path
}

/** A `promise.yaml` with this schema. */
export function promiseWith(schema: string): string {
  return HEAD + schema.replace(/^(?=.)/gm, INDENT) + TAIL
}

/** The schema after the commands. Fails when anything else of `promise.yaml` has changed. */
export function schemaAfter(schema: string, ...commands: readonly Command[]): string {
  return schemaOf(textsAfter(schema, {}, ...commands)[PROMISE_FILE] ?? '')
}

/** All texts after the commands, `promise.yaml` and others. */
export function textsAfter(schema: string, others: Texts, ...commands: readonly Command[]): Texts {
  const files = filesOf({ ...others, [PROMISE_FILE]: promiseWith(schema) })
  return textsOf(commands.reduce(runCommand, files))
}

export function schemaOf(promise: string): string {
  if (!promise.startsWith(HEAD) || !promise.endsWith(TAIL)) {
    throw new Error(`more than the schema has changed:\n${promise}`)
  }
  const lines = promise.slice(HEAD.length, -TAIL.length)
  return lines.replace(new RegExp(`^${INDENT}`, 'gm'), '')
}

/** A schema with the usual properties. */
export const SIZE = `type: object
required: [spec]
properties:
  spec:
    type: object
    properties:
      # how much of it
      size:
        type: string
        enum:
          - small # one
          - large
        default: small
      tls:
        type: object
        properties:
          enabled:
            type: boolean
`
