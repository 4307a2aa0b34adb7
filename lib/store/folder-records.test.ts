import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { folderRecords } from './folder-records'

const handle = { name: 'our-redis' } // the browser's handles can be stored as well

test('one folder is remembered for a draft, with what was written there', async () => {
  const records = folderRecords('one')
  expect(await records.load('a')).toBeUndefined()
  await records.save({ draftId: 'a', handle, written: new Map([['promise.yaml', 'h1']]) })
  await records.save({ draftId: 'a', handle, written: new Map([['promise.yaml', 'h2']]) })
  expect(await records.load('a')).toEqual({
    draftId: 'a',
    handle,
    written: new Map([['promise.yaml', 'h2']]),
  })
})

test('folders of drafts that are gone are forgotten', async () => {
  const records = folderRecords('two')
  for (const draftId of ['a', 'b', 'c']) await records.save({ draftId, handle, written: new Map() })
  await records.prune(new Set(['b']))
  expect(await records.load('a')).toBeUndefined()
  expect((await records.load('b'))?.draftId).toBe('b')
  expect(await records.load('c')).toBeUndefined()
})
