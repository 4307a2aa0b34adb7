import { expect, test } from 'vitest'
import type { Problem } from '@/lib/store/analysis'
import { nextIndex } from './use-problem-walk'

const problem = (message: string): Problem => ({
  code: 'x',
  severity: 'error',
  message,
  place: { file: 'promise.yaml', path: ['spec'] },
  range: undefined,
  fix: undefined,
  suggestions: [],
})
const [a, b, c] = [problem('a'), problem('b'), problem('c')]

test('the walk goes round and round, and begins where the last one was', () => {
  expect(nextIndex([a, b, c], undefined, 1)).toBe(0)
  expect(nextIndex([a, b, c], undefined, -1)).toBe(2)
  expect(nextIndex([a, b, c], { ...b }, 1)).toBe(2)
  expect(nextIndex([a, b, c], c, 1)).toBe(0)
  expect(nextIndex([a, b, c], a, -1)).toBe(2)
  expect(nextIndex([a, c], b, 1)).toBe(0)
})
