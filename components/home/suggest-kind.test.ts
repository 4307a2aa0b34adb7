import { expect, test } from 'vitest'
import { checkKind } from '@/lib/promise/names'
import { suggestKind } from './suggest-kind'

test('a kind is the name in camel case, and always one that the API server takes', () => {
  expect(suggestKind('redis')).toBe('Redis')
  expect(suggestKind('team-namespace')).toBe('TeamNamespace')
  expect(suggestKind('3-scale.api')).toBe('ScaleApi')
  expect(suggestKind('')).toBe('')
  expect(checkKind(suggestKind('a'.repeat(63)))).toBeUndefined()
})
