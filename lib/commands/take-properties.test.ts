import { expect, test } from 'vitest'
import { applyFileEdits } from '@/lib/promise/command'
import { PROMISE_FILE } from '@/lib/promise/files'
import { takeProperties } from './take-properties'
import { filesOf, textsOf } from './testing'
import { SIZE, schemaAfter } from './testing-schema'

const wanted = {
  properties: { size: { type: 'integer' }, name: { type: 'string' } },
  required: ['name'],
}

test('the API and its properties come in one change, which one undo takes back', () => {
  const before = filesOf({
    [PROMISE_FILE]:
      'apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\nmetadata:\n  name: redis\nspec: {}\n',
  })
  const command = takeProperties(wanted, 'replace')
  const outcome = command.run(before)
  if (outcome.kind !== 'change') throw new Error(outcome.kind)
  expect(command.group).toBeUndefined()
  const text = textsOf(applyFileEdits(before, outcome.edits))[PROMISE_FILE]
  expect(text).toContain('kind: CustomResourceDefinition')
  expect(text).toMatch(/required:\n\s+- name\n\s+properties:\n\s+size:\n\s+type: integer/)
})

test('what is there already stays, or goes', () => {
  const added = schemaAfter(SIZE, takeProperties(wanted, 'add'))
  expect(added).toContain('- small # one')
  expect(added).toContain('      name:\n        type: string\n')
  const replaced = schemaAfter(SIZE, takeProperties(wanted, 'replace'))
  expect(replaced).not.toContain('small')
  expect(replaced).toContain('size:\n        type: integer')
})
