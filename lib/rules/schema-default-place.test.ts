import { expect, test } from 'vitest'
import { promiseWith, schemaOf } from '@/lib/commands/testing-schema'
import { schemaDefaultPlace } from './schema-default-place'
import { fixed, GOOD, report, reportSchema } from './testing'

test('metadata have no defaults; the fix removes them', () => {
  expect(report(schemaDefaultPlace, GOOD)).toEqual([])
  const schema = `type: object
properties:
  kind:
    type: string
    default: A
  metadata:
    type: object
    properties:
      name:
        type: string
        default: a
  spec:
    type: object
    properties:
      metadata: {type: string, default: fine}
`
  expect(reportSchema(schemaDefaultPlace, schema)).toEqual([
    'error properties.kind.default: A default must not be set in top-level kind: the API server fills it in itself.',
    'error properties.metadata.properties.name.default: A default must not be set in top-level metadata: the API server fills it in itself.',
  ])
  const { text, left } = fixed(schemaDefaultPlace, promiseWith(schema))
  expect(left).toEqual([])
  expect(schemaOf(text)).not.toContain('default: A')
})
