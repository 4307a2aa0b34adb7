import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSafePath } from '@/lib/promise/files'
import { hashOf, placeOf } from './place-hash'

test('a place survives the way through the address bar', () => {
  const text = fc.string({ unit: 'binary' }).filter((one) => one.isWellFormed())
  const step = fc.oneof(text, fc.nat())
  fc.assert(
    fc.property(text.filter(isSafePath), fc.array(step, { minLength: 1 }), (file, path) => {
      fc.pre(path[0] !== '' || path.length > 1)
      expect(placeOf(`#${hashOf({ file, path })}`)).toEqual({ file, path })
    }),
  )
})

test('a hash that names no place is passed over', () => {
  for (const hash of ['', '#', '#main', '#../x:a', '#a%:b', '#a:%E0%A4%A']) {
    expect(placeOf(hash)).toBeUndefined()
  }
})
