import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { explain, explainedFields, showsStatus } from './explain'
import { wrapWords } from './go-text'
import { STATUS_OF } from './served-schema'

const FOLDER = new URL('./fixtures/explain/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8')
const schema: unknown = JSON.parse(read('schema.json'))
const api = { group: 'mygroup.org', version: 'v1beta1', kind: 'Redis' }
const outputs = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))

// What kubectl 1.32 printed of this schema, as a cluster with the Kratix of 2025-08 publishes it.
test.each(outputs)('%s is what kubectl prints', (name) => {
  const [place = '', flag] = name.replace('.txt', '').split('_')
  const field = place.split('.').slice(1)
  expect(explain(api, schema, { field, recursive: flag === '--recursive' })).toBe(read(name))
})

test('an explanation of the status is told to be that of one Kratix', () => {
  expect(STATUS_OF).toBe('2025-08')
  const workflows = explain(api, schema, { recursive: true })?.includes('workflowsFailed')
  expect(showsStatus({ recursive: true })).toBe(workflows)
  expect(showsStatus({})).toBe(false)
  expect(showsStatus({ field: ['status', 'conditions'] })).toBe(true)
  expect(showsStatus({ field: ['spec'], recursive: true })).toBe(false)
})

test('the outputs of kubectl are there', () => {
  expect(outputs.length).toBeGreaterThan(10)
})

test('of a field that is not there nothing is explained', () => {
  expect(explain(api, schema, { field: ['spec', 'none'] })).toBeUndefined()
  expect(explain(api, schema, { field: ['__proto__'] })).toBeUndefined()
})

test('every field that can be asked for is explained', () => {
  const fields = explainedFields(schema)
  expect(fields).toContainEqual(['spec', 'users', 'role'])
  expect(fields).toContainEqual(['spec', 'mm', 'z'])
  for (const field of fields) expect(explain(api, schema, { field })).toContain('DESCRIPTION:')
})

test('an API without a schema is explained all the same', () => {
  const text = explain(api, undefined)
  expect(text).toContain('DESCRIPTION:\n    <empty>\nFIELDS:\n  apiVersion\t<string>\n')
  expect(text).toContain('  status\t<Object>\n')
})

test('lines are broken at blanks alone', () => {
  expect(wrapWords('a bb ccc dddd', 6)).toBe('a bb\nccc\ndddd')
  expect(wrapWords('aaaaaaaaaa b', 4)).toBe('aaaaaaaaaa\nb')
  expect(wrapWords('a\n\n  b', 9)).toBe('a\n\n  b')
})
