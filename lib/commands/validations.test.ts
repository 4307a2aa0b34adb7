import { expect, test } from 'vitest'
import { PROMISE_FILE } from '@/lib/promise/files'
import { addValidation } from './add-validation'
import { moveValidation } from './move-validation'
import { removeValidation } from './remove-validation'
import { setValidation } from './set-validation'
import { after, type Texts } from './testing'

const SPEC = ['spec', 'api', 'a']
const promise = (rules: string): Texts => ({
  [PROMISE_FILE]: `kind: Promise\nspec:\n  api:\n    a:\n      type: object # note\n${rules}`,
})
const textOf = (texts: Texts) => texts[PROMISE_FILE]?.split('# note\n')[1]

const TWO = `      x-kubernetes-validations:
        # the first
        - rule: self.a == 1
          message: one
        - rule: 'true'
`

test('a rule is added after the others, or with the keyword', () => {
  const rule = { rule: 'has(self.a) != has(self.b)', message: 'either' }
  expect(textOf(after(promise(''), addValidation(SPEC, rule)))).toBe(
    `      x-kubernetes-validations:
        - rule: has(self.a) != has(self.b)
          message: either
`,
  )
  expect(textOf(after(promise(TWO), addValidation(SPEC, rule)))).toBe(
    `${TWO}        - rule: has(self.a) != has(self.b)
          message: either
`,
  )
})

test('a part of a rule is set and removed, and nothing beside it', () => {
  expect(textOf(after(promise(TWO), setValidation(SPEC, 0, 'rule', 'self.b == 2')))).toBe(
    TWO.replace('self.a == 1', 'self.b == 2'),
  )
  expect(textOf(after(promise(TWO), setValidation(SPEC, 0, 'message', undefined)))).toBe(
    TWO.replace('          message: one\n', ''),
  )
  expect(textOf(after(promise(TWO), setValidation(SPEC, 1, 'optionalOldSelf', true)))).toBe(
    `${TWO}          optionalOldSelf: true\n`,
  )
})

test('a rule is moved with its comment, and removed with the keyword when it is the last', () => {
  const moved = textOf(after(promise(TWO), moveValidation(SPEC, 1, 0)))
  expect(moved).toContain("- rule: 'true'\n        # the first\n        - rule: self.a == 1")
  const one = after(promise(TWO), removeValidation(SPEC, 0))
  expect(textOf(one)).toBe("      x-kubernetes-validations:\n        - rule: 'true'\n")
  expect(textOf(after(one, removeValidation(SPEC, 0)))).toBe('')
})
