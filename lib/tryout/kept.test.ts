import { expect, test } from 'vitest'
import { redisFiles } from '@/lib/build/testing'
import { type KeptTryout, NOTHING_KEPT, partsOf, readKept } from './kept'
import { run } from './run'
import { around, destination, request, wrote } from './testing'

const kept: KeptTryout = {
  workflow: { type: 'resource', action: 'delete' },
  request: 'kind: Redis\n',
  destinations: [destination('a', { x: 'y' }, { mode: 'none' })],
  recorded: { 'resource/configure/one/a': wrote({ 'a.yaml': 'a: 1\n' }) },
  runs: [{ id: '1', name: 'small', run: run(redisFiles(), request(), around(), () => 0) }],
}

test('what was kept is read back', () => {
  expect(readKept(structuredClone(kept))).toEqual(kept)
  expect(readKept(structuredClone(partsOf(kept)))).toEqual(kept)
})

test('what is damaged or foreign counts as not kept, and the rest stays', () => {
  expect(readKept(undefined)).toEqual(NOTHING_KEPT)
  expect(readKept('x')).toEqual(NOTHING_KEPT)
  expect(
    readKept({ ...kept, destinations: [{ name: 1 }], runs: [{}, { id: '1', name: 'x', run: {} }] }),
  ).toEqual({
    ...kept,
    destinations: undefined,
    runs: [],
  })
  expect(readKept({ ...kept, workflow: { type: 'x' }, recorded: { a: 1 }, request: 2 })).toEqual({
    ...kept,
    workflow: NOTHING_KEPT.workflow,
    recorded: {},
    request: undefined,
  })
})
