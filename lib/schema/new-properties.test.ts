import { expect, test } from 'vitest'
import { additionsTo, clashReason } from './new-properties'

test('a clash says whether the name is taken, or what has it can hold nothing', () => {
  const text = { type: 'string' }
  const holder = {
    properties: {
      size: { type: 'string', enum: ['a'] },
      db: { type: 'object', properties: { host: text } },
    },
  }
  const reason = (properties: Record<string, Record<string, unknown>>) => {
    const wanted = { properties, required: [] }
    const [clash] = additionsTo(holder, wanted).clashes
    return clash && clashReason(wanted, clash)
  }
  const object = (name: string) => ({ type: 'object', properties: { [name]: text } })
  expect(reason({ size: text })).toBe('There is a property "size" already.')
  expect(reason({ size: object('foo') })).toBe('"size" is no object, so nothing can stand in it.')
  expect(reason({ db: object('host') })).toBe('There is a property "db.host" already.')
  expect(reason({ db: object('port') })).toBeUndefined()
})
