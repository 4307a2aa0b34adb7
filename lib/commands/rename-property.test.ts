import { expect, test } from 'vitest'
import { runCommand } from '@/lib/promise/command'
import { renameProperty } from './rename-property'
import { after, filesOf, redis, refusal } from './testing'
import { promiseWith, property, SIZE, schemaAfter, schemaOf } from './testing-schema'

test('renames the key and nothing else', () => {
  const renamed = schemaAfter(SIZE, renameProperty(property('size'), 'tier'))
  expect(renamed).toBe(SIZE.replace('      size:', '      tier:'))
})

test('required and the defaults above follow', () => {
  const schema = `type: object
properties:
  spec:
    type: object
    required: [a, size] # both
    default: {a: {b: 1}, size: small}
    properties:
      a:
        type: object
        default:
          b: 2
        required:
          # why
          - b
        properties:
          b: {type: integer}
      size: {type: string}
`
  expect(schemaAfter(schema, renameProperty(property('a.b'), 'c'))).toBe(
    schema
      .replace('{b: 1}', '{c: 1}')
      .replace('b: 2', 'c: 2')
      .replace('- b', '- c')
      .replace('b: {type', 'c: {type'),
  )
  expect(schemaAfter(schema, renameProperty(property('size'), 'tier'))).toBe(
    schema.replace('[a, size]', '[a, tier]').replaceAll('size:', 'tier:'),
  )
})

test('the values of render steps that read it follow, also those that read below it', () => {
  const texts = after(redis, renameProperty(property('size'), 'tier'))
  expect(texts['.promise-designer.yaml']).toBe(
    redis['.promise-designer.yaml']?.replace('spec.size', 'spec.tier'),
  )
  const below = {
    ...redis,
    '.promise-designer.yaml': (redis['.promise-designer.yaml'] ?? '').replace(
      'spec.size',
      'spec.tls.enabled',
    ),
  }
  const renamed = after(below, renameProperty(property('tls'), 'security'))
  expect(renamed['.promise-designer.yaml']).toContain('from: spec.security.enabled')
})

test('a taken or empty name is refused, the same name changes nothing', () => {
  const texts = { 'promise.yaml': promiseWith(SIZE) }
  expect(refusal(texts, renameProperty(property('size'), 'tls'))).toContain('"tls" already')
  expect(refusal(texts, renameProperty(property('size'), ''))).toContain('missing')
  expect(refusal(texts, renameProperty(property('gone'), 'x'))).toContain('no such property')
  expect(schemaAfter(SIZE, renameProperty(property('size'), 'size'))).toBe(SIZE)
})

test('an alias leaves the choice of the anchor or a copy, and each is the whole rename', () => {
  const schema = `type: object
properties:
  spec:
    type: object
    properties:
      a: &tls
        type: object
        required: [b]
        properties:
          b: {type: string}
      c: *tls
`
  const files = filesOf({ 'promise.yaml': promiseWith(schema) })
  const outcome = renameProperty(property('c.b'), 'd').run(files)
  const ways = outcome.kind === 'refused' ? outcome.ways : []
  expect(ways.map(({ label }) => label)).toEqual(['Change the anchor', 'Detach'])
  const [anchor, copy] = ways.map((way) =>
    schemaOf(runCommand(files, way).get('promise.yaml')?.text ?? ''),
  )
  expect(anchor).toBe(schema.replace('[b]', '[d]').replace('b: {', 'd: {'))
  expect(copy).toBe(
    schema
      .replace(
        '*tls',
        '\n        type: object\n        required: [d]\n        properties:\n          d: {type: string}',
      )
      .replace('c: \n', 'c:\n'),
  )
})
