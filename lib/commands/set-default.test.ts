import { expect, test } from 'vitest'
import { setDefault } from './set-default'
import { setDescription } from './set-description'
import { property, SIZE, schemaAfter } from './testing-schema'

const size = property('size')
const enabled = property('tls.enabled')

test('a default is set in its type, and goes again', () => {
  expect(schemaAfter(SIZE, setDefault(size, 'large'))).toBe(
    SIZE.replace('default: small', 'default: large'),
  )
  const made = schemaAfter(SIZE, setDefault(enabled, true))
  expect(made).toBe(`${SIZE}            default: true\n`)
  expect(schemaAfter(made, setDefault(enabled, undefined))).toBe(SIZE)
  expect(schemaAfter(SIZE, setDefault(enabled, undefined))).toBe(SIZE)
})

test('a new keyword stands where a reader looks for it: before what is long', () => {
  expect(schemaAfter(SIZE, setDefault(property('tls'), { enabled: true }))).toContain(
    'type: object\n        default:\n          enabled: true\n        properties:',
  )
  expect(schemaAfter(SIZE, setDescription(property('tls'), 'Encryption.'))).toContain(
    'type: object\n        description: Encryption.\n        properties:',
  )
})

test('a description is set, typed as one undo, and goes when it is empty', () => {
  const made = schemaAfter(SIZE, setDescription(size, 'How much: a lot'))
  expect(made).toBe(
    SIZE.replace('type: string\n', 'type: string\n        description: "How much: a lot"\n'),
  )
  expect(schemaAfter(made, setDescription(size, ''))).toBe(SIZE)
  expect(schemaAfter(SIZE, setDescription(size, ''))).toBe(SIZE)
  expect(setDescription(size, 'a').group).toBe(setDescription(size, 'ab').group)
  expect(setDescription(size, 'a').group).not.toBe(setDescription(enabled, 'a').group)
})

test('a description of several lines becomes a block', () => {
  expect(schemaAfter(SIZE, setDescription(size, 'One.\nTwo.\n'))).toContain(
    'description: |\n          One.\n          Two.\n',
  )
})
