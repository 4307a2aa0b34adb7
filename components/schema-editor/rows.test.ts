import { describe, expect, it } from 'vitest'
import { propertiesOf } from '@/lib/schema/properties'
import { currentRow, dropTarget, freeName, pasteTarget, rowAt, rowsOf, stepTarget } from './rows'

const text = { type: 'string' }
const schema = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      properties: {
        size: text,
        storage: { type: 'object', properties: { class: text, gigabytes: { type: 'integer' } } },
        owner: text,
      },
    },
  },
}
const properties = propertiesOf(schema, ['schema'])
const rows = rowsOf(properties, new Set())
const row = (name: string) => {
  const found = rows.find((one) => one.property.name === name)
  if (!found) throw new Error(`no row ${name}`)
  return found
}
const spec = ['schema', 'properties', 'spec', 'properties']
const inside = [...spec, 'storage', 'properties']

describe('the rows of the API', () => {
  it('list a property before its children', () => {
    expect(rows.map((one) => [one.id, one.property.name])).toEqual([
      ['0', 'size'],
      ['1', 'storage'],
      ['1.0', 'class'],
      ['1.1', 'gigabytes'],
      ['2', 'owner'],
    ])
  })

  it('leave out the children of a closed one', () => {
    expect(rowsOf(properties, new Set(['1'])).map((one) => one.property.name)).toEqual([
      'size',
      'storage',
      'owner',
    ])
  })

  it('find the deepest property around a place in the text', () => {
    expect(rowAt(rows, [...inside, 'class', 'type'])?.property.name).toBe('class')
    expect(rowAt(rows, [...spec, 'storage', 'type'])?.property.name).toBe('storage')
    expect(rowAt(rows, ['schema', 'type'])).toBeUndefined()
  })
})

describe('moving a property', () => {
  it('down onto a sibling puts it after that, up before it', () => {
    expect(dropTarget(row('size'), row('storage'))).toEqual({ parent: spec, before: 'owner' })
    expect(dropTarget(row('owner'), row('size'))).toEqual({ parent: spec, before: 'size' })
    expect(dropTarget(row('size'), row('owner'))).toEqual({ parent: spec, before: undefined })
  })

  it('onto a child of an object puts it into that object', () => {
    expect(dropTarget(row('owner'), row('class'))).toEqual({ parent: inside, before: 'class' })
  })

  it('into itself does nothing', () => {
    expect(dropTarget(row('storage'), row('class'))).toBeUndefined()
    expect(dropTarget(row('storage'), row('storage'))).toBeUndefined()
  })

  it('by the arrows goes up, down, into the object above and out of it', () => {
    expect(stepTarget(row('size'), 'up')).toBeUndefined()
    expect(stepTarget(row('size'), 'down')).toEqual({ parent: spec, before: 'owner' })
    expect(stepTarget(row('owner'), 'down')).toBeUndefined()
    expect(stepTarget(row('owner'), 'in')).toEqual({ parent: inside, before: undefined })
    expect(stepTarget(row('class'), 'out')).toEqual({ parent: spec, before: 'owner' })
    expect(stepTarget(row('size'), 'out')).toBeUndefined()
  })
})

it('a new property gets a name that is free', () => {
  expect(freeName(properties, 'size')).toBe('size2')
  expect(freeName(properties, 'region')).toBe('region')
})

describe('a row of an earlier moment', () => {
  const rowsWith = (names: readonly string[]) => {
    const object = { type: 'object', properties: { b: text } }
    const made = names.map((name) => [name, name === 'storage' ? object : text])
    const shape = { type: 'object', properties: Object.fromEntries(made) }
    const root = { type: 'object', properties: { spec: shape } }
    return rowsOf(propertiesOf(root, ['schema']), new Set())
  }

  it('is found again where its property stands now', () => {
    const now = rowsWith(['new', 'owner', 'size', 'storage'])
    expect(currentRow(now, row('size'))).toBe(now[2])
    expect(pasteTarget(currentRow(now, row('size')), 'below')).toEqual({ parent: spec, index: 3 })
    expect(pasteTarget(currentRow(now, row('storage')), 'inside')).toEqual({
      parent: [...spec, 'storage', 'properties'],
      index: undefined,
    })
  })

  it('is found again by its place while its name is typed', () => {
    const now = rowsWith(['siz', 'storage', 'owner'])
    expect(currentRow(now, row('size')).property.name).toBe('siz')
    expect(currentRow([], row('size'))).toBe(row('size'))
  })

  it('of a property that holds no others takes what is pasted below', () => {
    expect(pasteTarget(row('owner'), 'inside')).toEqual({ parent: spec, index: 3 })
  })
})
