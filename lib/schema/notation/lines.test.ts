import { expect, test } from 'vitest'
import { readLines } from './lines'

test('each line is a property, and deeper ones belong to the object above', () => {
  const { wanted, count, faults } = readLines(`# what people ask for
replicas:integer=1 1..9 "How many"
storage
  size!:integer=10
	class
- users: object[]
    name!
db.port:integer
db.host
labels:map[object]
  value:number
`)
  expect(faults).toEqual([])
  expect(count).toBe(10)
  expect(wanted).toEqual({
    properties: {
      replicas: { type: 'integer', description: 'How many', default: 1, minimum: 1, maximum: 9 },
      storage: {
        type: 'object',
        required: ['size'],
        properties: { size: { type: 'integer', default: 10 }, class: { type: 'string' } },
      },
      users: {
        type: 'array',
        items: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
      },
      db: {
        type: 'object',
        properties: { port: { type: 'integer' }, host: { type: 'string' } },
      },
      labels: {
        type: 'object',
        additionalProperties: { type: 'object', properties: { value: { type: 'number' } } },
      },
    },
    required: [],
  })
})

test('a bad line is said, and the good ones stay', () => {
  const { wanted, count, faults } = readLines(
    'a!\nb:int\n  c\nd:integer\n  e\na\n\r\nf.g\nf:string\n',
  )
  expect(faults).toEqual([
    { line: 1, message: '"int" is no type; write integer.' },
    { line: 3, message: '"d" is no object, so nothing can be below it.' },
    { line: 5, message: '"a" is there already, in line 1.' },
    { line: 8, message: '"f" is no object, so nothing can be below it.' },
  ])
  expect(count).toBe(5)
  expect(Object.keys(wanted.properties)).toEqual(['a', 'd', 'f'])
  expect(wanted.required).toEqual(['a'])
})

test('an object may be named after what is in it, and keeps what it says', () => {
  const { wanted, faults } = readLines('db.port:integer\ndb!:object "The database"\n')
  expect(faults).toEqual([])
  expect(wanted).toEqual({
    properties: {
      db: {
        type: 'object',
        description: 'The database',
        properties: { port: { type: 'integer' } },
      },
    },
    required: ['db'],
  })
})

test('names that mean something to JavaScript are names like others', () => {
  const { wanted } = readLines('__proto__.polluted:integer\nconstructor\n')
  expect(Object.keys(wanted.properties)).toEqual(['__proto__', 'constructor'])
  expect({}).not.toHaveProperty('polluted')
})
