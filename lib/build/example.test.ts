import { expect, test } from 'vitest'
import { filesOf } from '@/lib/commands/testing'
import { promiseWith } from '@/lib/commands/testing-schema'
import { displayPath } from '@/lib/promise/path'
import { build } from './build'

test('a request that cannot be made valid points at the property, not at the whole spec', () => {
  const id = '{type: string, enum: [aa], minLength: 3}'
  const db = `{type: object, required: [id], properties: {id: ${id}}}`
  const spec = `{type: object, required: [db], properties: {size: {type: string}, db: ${db}}}`
  const schema = `{type: object, properties: {spec: ${spec}}}\n`
  const { diagnostics } = build(filesOf({ 'promise.yaml': promiseWith(schema) }))
  const [found] = diagnostics.filter(({ code }) => code === 'example-invalid')
  expect(found?.message).toContain('spec.db.id ')
  expect(displayPath(found?.place.path ?? [])).toMatch(
    /\.properties\.spec\.properties\.db\.properties\.id$/,
  )
})
