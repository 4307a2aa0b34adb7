import { expect, test } from 'vitest'
import { growExample, MAX_JUDGED } from './grow-example'
import { nodesIn } from './nodes-in'

test('takes what fits, property by property, and an object without what does not', () => {
  const wanted = { spec: { a: 1, b: 2, c: { d: 3, e: 4 } } }
  const isValid = (body: object) => !/"[be]"/.test(JSON.stringify(body))
  expect(growExample({ spec: {} }, wanted, isValid)).toEqual({ spec: { a: 1, c: { d: 3 } } })
})

test('judges no more values than a person would wait for', () => {
  const objects = Object.fromEntries(
    Array.from({ length: 600 }, (_, i) => [`o${i}`, { a: 1, bad: 1 }]),
  )
  let judged = 0
  const grown = growExample({ spec: {} }, { spec: objects }, (body) => {
    judged += nodesIn(body, MAX_JUDGED)
    return !JSON.stringify(body).includes('bad')
  })
  expect(judged).toBeLessThanOrEqual(MAX_JUDGED)
  expect(judged).toBeGreaterThan(MAX_JUDGED / 2)
  expect(grown).toMatchObject({ spec: { o0: { a: 1 } } })
})
