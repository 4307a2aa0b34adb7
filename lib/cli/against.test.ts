import { expect, test } from 'vitest'
import { GOOD } from '@/lib/rules/testing'
import { commandLine } from './testing'

const { write, designer } = commandLine()

test('check --against says what an installed Promise refuses of an update', async () => {
  write('old.yaml', GOOD)
  write('new.yaml', GOOD.replace('kind: Redis', 'kind: Cache'))
  const said = await designer(['check', 'new.yaml', '--against', 'old.yaml'])
  expect(said.code).toBe(1)
  expect(said.out).toMatch(
    /^new\.yaml:\d+:\d+: error: An installed Promise refuses .*\. Compared with old\.yaml\. \[update-api-names\]$/m,
  )
  const same = await designer(['check', 'old.yaml', '--against', 'old.yaml'])
  expect(same).toEqual({ code: 0, out: 'old.yaml: 0 errors, 0 warnings\n', err: '' })
})

test('what cannot be compared with is told, and nothing is checked', async () => {
  write('new.yaml', GOOD)
  const none = await designer(['check', 'new.yaml', '--against', '-'], 'a: 1\n')
  expect(none).toMatchObject({ code: 1, out: '' })
  expect(none.err).toContain('--against -: ')
  write('both/a/promise.yaml', GOOD)
  write('both/b/promise.yaml', GOOD.replace('name: redis', 'name: cache'))
  const several = await designer(['check', 'new.yaml', '--against', 'both'])
  expect(several).toMatchObject({ code: 1, out: '' })
  expect(several.err).toContain('both holds several Promises')
})
