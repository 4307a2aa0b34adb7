import { describe, expect, it } from 'vitest'
import { readNotation } from './notation'

const read = (text: string) => {
  const result = readNotation(text)
  return result.ok ? result.property : result.reason
}

describe('a property in short', () => {
  it('is a string when no type is given', () => {
    expect(read(' region ')).toMatchObject({ name: 'region', type: 'string', default: undefined })
  })

  it('takes the types of the kratix command line', () => {
    expect(read('replicas:integer')).toMatchObject({ name: 'replicas', type: 'integer' })
    expect(read('storage:object')).toMatchObject({ type: 'object' })
  })

  it('takes lists and enums', () => {
    expect(read('cidrs:string[]')).toMatchObject({ type: 'list', itemType: 'string' })
    expect(read('users: object[ ]')).toMatchObject({ type: 'list-of-objects' })
    expect(read('size: small | large')).toMatchObject({ type: 'enum', enum: ['small', 'large'] })
  })

  it('takes a default with its type', () => {
    expect(read('replicas:integer=3')).toMatchObject({ default: 3 })
    expect(read('size:small|large=small')).toMatchObject({ default: 'small' })
    expect(read('note=a: {b')).toMatchObject({ name: 'note', default: 'a: {b' })
  })

  it('says what is wrong', () => {
    expect(read('')).toContain('name')
    expect(read('replicas:int')).toContain('"int" is no type')
    expect(read('replicas:integer=three')).toContain('integer')
    expect(read('size:small|large=huge')).toContain('huge')
  })
})
