import { expect, test } from 'vitest'
import { followInJsonPath } from './json-path'

test('a property is followed to another name, in the notation that stands there', () => {
  const tier = (text: string) => followInJsonPath(text, ['spec', 'size'], ['spec', 'tier'])
  expect(tier('.spec.size')).toBe('.spec.tier')
  expect(tier('.spec.size.more[0].x')).toBe('.spec.tier.more[0].x')
  expect(tier(".spec['size']")).toBe(".spec['tier']")
  for (const other of ['.spec.sizes', '.status.size', '.spec', '', 'spec.size', '.spec.x.size']) {
    expect(tier(other)).toBe(other)
  }
})

test('lists and maps on the way are passed', () => {
  const follow = (text: string) =>
    followInJsonPath(text, ['spec', 'users', null, 'name'], ['spec', 'users', null, 'login'])
  expect(follow('.spec.users[*].name')).toBe('.spec.users[*].login')
  expect(follow(".spec.users[?(@.name=='a')].name")).toBe(".spec.users[?(@.name=='a')].login")
  expect(follow('.spec.users.admin.name')).toBe('.spec.users.admin.login')
})

test('a property is followed into an object and out of it', () => {
  const [outside, inside] = [
    ['spec', 'size'],
    ['spec', 'a', 'b', 'size'],
  ]
  expect(followInJsonPath('.spec.size', outside, inside)).toBe('.spec.a.b.size')
  expect(followInJsonPath('.spec.a.b.size.x', inside, outside)).toBe('.spec.size.x')
})

test('names with dots are escaped, and what no path can say stays', () => {
  const name = (to: string) => followInJsonPath('.spec.a\\.b', ['spec', 'a.b'], ['spec', to])
  expect(name('c.d')).toBe('.spec.c\\.d')
  expect(name('a b')).toBe('.spec.a\\.b')
})
