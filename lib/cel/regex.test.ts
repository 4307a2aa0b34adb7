import { RE2JS } from 're2js'
import { expect, test, vi } from 'vitest'
import { regex } from './regex'
import { EvaluationFault } from './values/value'

test('a pattern that does not compile is a fault of the rule', () => {
  expect(() => regex('(')).toThrow(EvaluationFault)
  expect(regex('^a+$').matcher('aa').find()).toBe(true)
})

test('a fault of our own is none of the rule', () => {
  const broken = new TypeError('broken')
  const compile = vi.spyOn(RE2JS, 'compile').mockImplementation(() => {
    throw broken
  })
  expect(() => regex('never compiled before')).toThrow(broken)
  compile.mockRestore()
})
