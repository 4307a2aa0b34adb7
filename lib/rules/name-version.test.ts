import { expect, test } from 'vitest'
import { schemaPattern } from './schema-pattern'
import { GOOD, report } from './testing'

const WRONG = GOOD.replace(
  '{type: string, enum: [small, large], default: small}',
  "{type: string, pattern: '('}",
)
const [, first = ''] = /versions:\n((?: {8}.*\n)+)/.exec(WRONG) ?? []

test('the same fault of two versions is told apart', () => {
  const second = first.replace('name: v1', 'name: v2').replace('storage: true', 'storage: false')
  const [alone = ''] = report(schemaPattern, WRONG)
  const said = report(
    schemaPattern,
    WRONG.replace(first, () => first + second),
  )
  expect(alone).toMatch(/^error .*pattern: (?!Version)/)
  const message = alone.slice(alone.indexOf(': ') + 2)
  expect(said.map((line) => line.slice(line.indexOf(': ') + 2))).toEqual([
    `Version v1: ${message}`,
    `Version v2: ${message}`,
  ])
})
