import { expect, test } from 'vitest'
import { findings, GOOD } from './testing'
import { yamlSyntax } from './yaml-syntax'

test('names the fault and where in the text it is', () => {
  const text = `${GOOD}broken: [a\n`
  const [found] = findings(yamlSyntax, text)
  expect(found?.severity).toBe('error')
  expect(found?.range?.from).toBeGreaterThanOrEqual(GOOD.length)
  expect(found?.range?.to).toBeLessThanOrEqual(text.length)
})

test('a key that is there twice is a fault, also in another document of the file', () => {
  expect(findings(yamlSyntax, `${GOOD}kind: Promise\n`)).toHaveLength(1)
  expect(findings(yamlSyntax, `${GOOD}---\na: 1\na: 2\n`)).toHaveLength(1)
  expect(findings(yamlSyntax, GOOD)).toEqual([])
})
